/** `netkeep streak`: weeks or workdays in a row with enough touches, and the days that do not count against it. */
import type { Command } from 'commander'
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { parseDateRange } from '../domain/date-range.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import { MOST_FROZEN_DAYS, type StreakState } from '../domain/streak.ts'
import { UserError, usageError } from '../errors.ts'
import { plural, sayDays } from '../render/dates.ts'
import { renderStreakLines, renderStreakTsv, sayStreak, streakJson } from '../render/streak-lines.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import type { Database } from '../store/driver.ts'
import { getStreak, insertFreeze, listFreezes, removeFreezesIn } from '../store/streak.ts'
import { reportChange } from './write.ts'

/** `6 jan 20 dec` is more likely a slip than a year without a streak. */
const MOST_WITHOUT_YEAR = 183

export function define(command: Command): void {
  command
    .description(
      'How many weeks in a row you were in touch. Freeze the days on which you will not be: holidays, illness, a busy month.',
    )
    .argument('[action]', 'show (default), freeze or unfreeze')
    .argument('[days...]', 'the first and the last day, or one day')
    .usage('[options] [show | freeze <when> [when...] | unfreeze <when> [when...]]')
    .addHelpText(
      'after',
      `
A week, from Monday to Sunday, counts with one touch: a contact that you were in touch with on a day. The settings streak-unit (week or
workday) and streak-minimum change that, for the past too. A week with a frozen day and too few touches is passed over.
In a pipe, the first line has these fields, separated by tabs:
  streak, unit, current, longest, frozen, minimum, touches in the unit under way, its first and last day
and each freeze a line:
  freeze, first day, last day

Examples:
  netkeep streak
  netkeep streak freeze 20 dec 6 jan
  netkeep streak freeze next week
  netkeep streak freeze last monday to today
  netkeep streak unfreeze 20 dec`,
    )
}

export async function run(
  session: Session,
  [action = 'show', words]: readonly [string | undefined, readonly string[]],
): Promise<void> {
  if (action === 'freeze') return freeze(session, words)
  if (action === 'unfreeze') return unfreeze(session, words)
  if (action === 'show' && words.length === 0) return show(session)
  throw usageError(
    action === 'show'
      ? 'netkeep streak show has no words after it.'
      : `"${action}" is nothing that streak does.`,
    'Type: netkeep streak, netkeep streak freeze 20 dec 6 jan, or: netkeep streak unfreeze 20 dec',
  )
}

async function show(session: Session): Promise<void> {
  const { db } = await session.store()
  const streak = getStreak(db, session.today)
  await session.show({
    json: () => streakJson(streak),
    piped: () => renderStreakTsv(streak),
    terminal: (style) => `${renderStreakLines(streak, session.today, style, session.width).join('\n')}\n`,
  })
}

async function freeze(session: Session, words: readonly string[]): Promise<void> {
  if (words.length === 0)
    throw usageError('Say which days to freeze.', 'Type: netkeep streak freeze 20 dec 6 jan')
  const range = await parseDateRange(words.join(' '), await session.dateReading('future'))
  if (daysIn(range) > MOST_FROZEN_DAYS) {
    throw usageError(
      `${sayDays(range, session.today)} is longer than a year.`,
      'Freeze a year at most: netkeep streak freeze 20 dec 6 jan',
    )
  }
  if (daysIn(range) > MOST_WITHOUT_YEAR && !/\d{4}/.test(words.join(' '))) {
    throw usageError(
      `${sayDays(range, session.today)} would be ${plural(daysIn(range), 'day')}.`,
      `If you mean that, write the years: netkeep streak freeze ${range.from} ${range.to}`,
    )
  }
  const { before, after, isChanged } = await change(session, (db) => {
    const isFrozen = listFreezes(db).some(({ from, to }) => from <= range.from && range.to <= to)
    if (!isFrozen) insertFreeze(db, range)
  })
  const days = `${sayDays(range, session.today)}${range.from === range.to ? '' : ` (${plural(daysIn(range), 'day')})`}`
  const said = isChanged ? `Frozen: ${days}.` : `${days} is frozen already; nothing was changed.`
  reportChange(session, `${said}${sayNow(before, after)}`, isChanged, () => streakJson(after))
}

async function unfreeze(session: Session, words: readonly string[]): Promise<void> {
  if (words.length === 0) throw usageError('Say a day that is frozen.', 'See them: netkeep streak')
  const range = await parseDateRange(words.join(' '), await session.dateReading('future'))
  const { value: taken, before, after, isChanged } = await change(session, (db) => removeFreezesIn(db, range))
  if (taken.length === 0) throw notFrozen(range, after, session.today)
  const days = taken.map((range) => sayDays(range, session.today)).join('; ')
  reportChange(session, `No longer frozen: ${days}.${sayNow(before, after)}`, isChanged, () =>
    streakJson(after),
  )
}

/** Runs the change as one command; tells the streak before and after. */
async function change<T>(
  session: Session,
  body: (db: Database) => T,
): Promise<{ value: T; before: StreakState; after: StreakState; isChanged: boolean }> {
  const store = await session.store()
  const before = getStreak(store.db, session.today)
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, ({ db }) =>
    body(db),
  )
  return { value, before, after: getStreak(store.db, session.today), isChanged: command !== undefined }
}

/** The streak, where it is another one now. */
function sayNow(before: StreakState, after: StreakState): string {
  return before.current === after.current ? '' : ` ${sayStreak(after)}`
}

function notFrozen(range: DateRange, { freezes }: StreakState, today: CalendarDate): UserError {
  const nearest = freezes.toSorted(
    (a, b) => Math.abs(daysBetween(range.from, a.from)) - Math.abs(daysBetween(range.from, b.from)),
  )[0]
  return new UserError(
    'no-match',
    `${sayDays(range, today)} is not frozen; nothing was changed.`,
    nearest === undefined
      ? 'Freeze it: netkeep streak freeze 20 dec 6 jan'
      : `The nearest freeze: ${sayDays(nearest, today)}. To end it: netkeep streak unfreeze ${nearest.from}`,
  )
}
