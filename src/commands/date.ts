/** `netkeep date`: birthdays and other dates of contacts. */
import { type Command, Option } from 'commander'
import { parseDays } from '../config.ts'
import { addToDate, isCalendarDate } from '../domain/calendar-date.ts'
import { checkBirthday, checkLabel } from '../domain/contact.ts'
import { addInterval, parseInterval } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import {
  BIRTHDAY,
  findAnnualDate,
  MOST_NOTICE_DAYS,
  type Occasion,
  type OccasionLine,
} from '../domain/occasion.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import {
  describeDate,
  describeOccasionDay,
  occasionJson,
  renderOccasionLines,
  renderOccasionTsv,
} from '../render/occasion-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { sayThereAre } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { type Change, recordCommand } from '../store/command-log.ts'
import { requireLive, setBirthdayNotice, updateFields } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { listOccasions, listOccasionsOf, removeContactDate, setContactDate } from '../store/occasions.ts'
import { readAction, refuseOthers } from './actions.ts'
import {
  addFilters,
  FILTER_OPTIONS,
  type FilterOptions,
  isFiltering,
  readFilter,
  refuseFilters,
} from './filters.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { resolveWhoAndText } from './who-and-text.ts'
import { resolveOne } from './whom.ts'
import { reportChange } from './write.ts'

interface DateOptions extends FilterOptions {
  readonly on?: string
  readonly yearly?: boolean
  readonly once?: boolean
  readonly notice?: string
  readonly ahead?: string
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'Birthdays and other dates of contacts. netkeep due shows them some days ahead, netkeep wish records a wish.',
      )
      .argument('[action]', 'list (default), add or remove')
      .argument('[words...]', 'a contact and what the date is')
      .usage('[options] [list [who...] | add <who...> <label> | remove <who...> <label>]')
      .option('--on <when>', 'with add: 1906-12-09, 9 Dec, or --on=--12-09 where the year is not known')
      .addOption(
        new Option(
          '--yearly',
          'with add: each year (default for past days and days without a year)',
        ).conflicts('once'),
      )
      .addOption(new Option('--once', 'with add: on that day only (default for coming days with a year)'))
      .option(
        '--notice <days>',
        'with add: days ahead that due shows it (default: the setting date-notice, 3)',
      )
      .option('--ahead <interval>', 'with list: only those within this time: 30d, 2w')
      .addOption(limitOption()),
  ).addHelpText(
    'after',
    `
29 February is kept on 28 February in years without one.
In a pipe, a line has these fields, separated by tabs:
  name, label, next day, date as given, yearly or once, years, days of notice

Examples:
  netkeep date add grace birthday --on "9 Dec 1906" --notice 14
  netkeep date add ada "first day at Harvard" --on 2027-01-11
  netkeep date list --ahead 30d
  netkeep date remove ada "first day at Harvard"`,
  )
}

export async function run(
  session: Session,
  args: readonly [string | undefined, readonly string[]],
  options: DateOptions,
): Promise<void> {
  const { action, words } = await readAction(session, args, ['list', 'add', 'remove'])
  refuseOthers(session, action, options, OPTIONS[action] ?? [])
  if (action === 'list') return list(session, words, options)
  return action === 'add' ? add(session, words, options) : remove(session, words)
}

/** The options of each action. */
const OPTIONS: Readonly<Record<string, readonly string[]>> = {
  list: ['ahead', 'limit', ...FILTER_OPTIONS],
  add: ['on', 'yearly', 'once', 'notice'],
  remove: [],
}

async function list(session: Session, words: readonly string[], options: DateOptions): Promise<void> {
  if (words.length > 0) refuseFilters(options)
  const { db } = await session.store()
  const { today } = session
  const until =
    options.ahead === undefined
      ? addToDate(today, 10_000, 'year')
      : addInterval(today, parseInterval(options.ahead))
  const filter = await readFilter(session, options)
  const all =
    words.length === 0
      ? listOccasions(db, { today, filter, until, limit: undefined, hidesKept: false })
      : listOccasionsOf(db, (await resolveOne(session, words, 'read')).uid, today)
  const found = options.ahead === undefined ? all : all.filter(({ on, isPast }) => !isPast && on <= until)
  const limit = readLimit(session, options.limit)
  const dates = found.slice(0, limit)
  await session.show({
    json: () => dates.map(occasionJson),
    piped: () => renderOccasionTsv(dates),
    terminal: (style) => {
      if (dates.length === 0) {
        if (words.length > 0 && options.ahead === undefined) return 'No dates of theirs yet.\n'
        const isPart = options.ahead !== undefined || isFiltering(options)
        return isPart
          ? 'No dates of that kind.\n'
          : 'No dates yet. Add one: netkeep date add grace birthday --on "9 Dec"\n'
      }
      const rows = renderOccasionLines(dates, today, style, session.width)
      const more = found.length - dates.length
      return renderCut(rows, more, style)
    },
  })
}

async function add(session: Session, words: readonly string[], options: DateOptions): Promise<void> {
  if (words.length < 2 || options.on === undefined) {
    throw usageError(
      'Name a contact, what the date is, and the day.',
      'Type: netkeep date add grace birthday --on "9 Dec 1906"',
    )
  }
  const notice =
    options.notice === undefined ? null : parseDays(options.notice, MOST_NOTICE_DAYS, '--notice 7')
  const typed = options.on
  const { contact, text } = await resolveWhoAndText(session, words)
  const label = checkLabel(text, 'name of the date')
  const isBirthday = foldText(label) === BIRTHDAY
  if (isBirthday && options.once === true)
    throw usageError('A birthday comes every year.', 'Leave out --once.')
  const date = isBirthday
    ? { date: checkBirthday(typed, session.today, (await session.dateReading('past')).order), isYearly: true }
    : await readDate(session, typed, options)
  const line = await change(session, contact, label, ({ db }) => {
    if (isBirthday) {
      updateFields(db, contact.uid, { birthday: date.date }, session.today)
      if (notice !== null) setBirthdayNotice(db, contact.uid, notice)
    } else setContactDate(db, contact.uid, { ...date, label, notice })
  })
  const shown = line.after
  if (shown === undefined) return
  const when = describeOccasionDay(shown.on, session.today)
  const next = shown.isPast ? '' : shown.isYearly ? `, next ${when}` : `, ${when}`
  const noticed = notice === null ? '' : `, ${plural(notice, 'day')} of notice`
  const said = line.isChanged
    ? `${safeText(contact.name)}, ${safeText(shown.label)}: ${describeDate(shown)}${next}${noticed}.`
    : `${safeText(contact.name)}, ${safeText(shown.label)}: that is known already; nothing was changed.`
  reportChange(session, said, line.isChanged, () => occasionJson(shown))
}

/** A past day and one without a year come each year, unless told otherwise; a day ahead is a single one. */
async function readDate(session: Session, typed: string, options: DateOptions): Promise<Occasion> {
  const reading = await session.dateReading('future')
  const date = findAnnualDate(typed, reading) ?? (await parseTypedDate(typed, reading))
  if (!isCalendarDate(date)) {
    if (options.once !== true) return { date, isYearly: true }
    return { date: await parseTypedDate(typed, reading), isYearly: false }
  }
  const isYearly = options.yearly === true || (options.once !== true && date < session.today)
  return { date, isYearly }
}

async function remove(session: Session, words: readonly string[]): Promise<void> {
  if (words.length < 2)
    throw usageError('Name a contact and the date.', 'Type: netkeep date remove grace birthday')
  const { contact, text: typed } = await resolveWhoAndText(session, words)
  const text = checkLabel(typed, 'name of the date')
  const isBirthday = foldText(text) === BIRTHDAY
  const { before, isChanged } = await change(session, contact, text, ({ db }) => {
    if (isBirthday) updateFields(db, contact.uid, { birthday: null }, session.today)
    else removeContactDate(db, contact.uid, text)
  })
  if (before === undefined) throw noDate((await session.store()).db, contact, text, session)
  reportChange(
    session,
    `Removed ${safeText(before.label)} (${describeDate(before)}) of ${safeText(contact.name)}.`,
    isChanged,
    () => occasionJson(before),
  )
}

/** Runs the change as one command; tells the date of that label before and after. */
async function change(
  session: Session,
  contact: Candidate,
  label: string,
  body: (change: Change) => void,
): Promise<{ before: OccasionLine | undefined; after: OccasionLine | undefined; isChanged: boolean }> {
  const store = await session.store()
  const find = (db: Database): OccasionLine | undefined =>
    listOccasionsOf(db, contact.uid, session.today).find((line) => foldText(line.label) === foldText(label))
  const { value: before, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    (made) => {
      requireLive(made.db, [contact.uid])
      const found = find(made.db)
      body(made)
      return found
    },
  )
  return { before, after: find(store.db), isChanged: command !== undefined }
}

function noDate(db: Database, contact: Candidate, label: string, session: Session): UserError {
  const known = listOccasionsOf(db, contact.uid, session.today).map((line) => line.label)
  return new UserError(
    'no-match',
    `${contact.name} has no date called "${label}"; nothing was changed.`,
    known.length === 0 ? `See all dates: netkeep date` : sayThereAre(known),
  )
}
