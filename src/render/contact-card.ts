/** One contact in full. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactCard } from '../domain/contact-card.ts'
import type { ContactDetails, ListedContact } from '../domain/contact-line.ts'
import type { Balance } from '../domain/help.ts'
import type { FormerJob } from '../domain/job.ts'
import { BIRTHDAY } from '../domain/occasion.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { describeTryChannel, tryChannelRow } from './channel-rotation.ts'
import { describeCadence, describeLastTouch, describeStanding } from './contact-lines.ts'
import { formatAnnualDay, formatDay, plural } from './dates.ts'
import { introductionFields, renderIntroductionLines } from './introduction-lines.ts'
import { describeDate, describeOccasionDay } from './occasion-lines.ts'
import { renderPromiseLines } from './promise-lines.ts'
import { describeProspect, prospectMarkRow } from './prospect-lines.ts'
import { safeLines, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, wrapText } from './text-width.ts'
import { touchpointLines } from './touchpoint-lines.ts'

const LABEL_WIDTH = 13

export function renderCard(card: ContactCard, today: CalendarDate, style: Style, width: number): string {
  const { line, details, introductions, promises, touchpoints } = card
  const isProspect = line.prospect !== null
  const standing = style.standing[line.standing](
    isProspect ? describeProspect(line, today) : describeStanding(line, today),
  )
  const head = [
    [
      'standing',
      line.unanswered > 0 && !isProspect
        ? `${standing}, ${plural(line.unanswered, 'attempt')} unanswered`
        : standing,
    ] as const,
  ]
  const fields = [
    ...head,
    ...fieldsOf(card, today, style.glyphs.more).flatMap(([label, value]) =>
      value === null || value === '' ? [] : [[label, safeText(value)] as const],
    ),
  ].map(([label, value]) => `${style.faint(padEnd(label, LABEL_WIDTH))} ${value}`)
  const note =
    details.note === null ? [] : ['', ...safeLines(details.note).flatMap((text) => wrapText(text, width))]
  const history = touchpoints.flatMap((touchpoint) =>
    touchpointLines(touchpoint, line.uid, today, style, width),
  )
  const section = (heading: string, lines: readonly string[]): readonly string[] =>
    lines.length === 0 ? [] : ['', style.heading(heading), ...lines]
  return `${[
    `${style.heading(safeText(line.name))}  ${style.faint(line.id)}`,
    ...fields,
    ...note,
    ...section(
      plural(promises.length, 'open promise'),
      renderPromiseLines(promises, today, style, width, false),
    ),
    ...section(
      plural(introductions.length, 'introduction'),
      renderIntroductionLines(introductions, today, style, width, line.uid),
    ),
    ...section(plural(touchpoints.length, 'touchpoint'), history),
  ].join('\n')}\n`
}

type Field = readonly [label: string, value: string | null]

function fieldsOf(
  { line, details, relations, introduced, groups, dates, tryChannel }: ContactCard,
  today: CalendarDate,
  more: string,
): readonly Field[] {
  return [
    ['cadence', describeCadence(line) || 'none'],
    ['due', line.dueOn === null ? null : formatDay(line.dueOn, today)],
    ['last touch', describeLastTouch(line, today)],
    ['try', tryChannel === null ? null : describeTryChannel(tryChannel, more)],
    ['organization', line.organization],
    ['title', details.title],
    ['before', details.formerJobs.map((job) => describeJob(job, today)).join('; ')],
    ['location', details.location],
    ['e-mail', line.emails.join(', ')],
    ['phone', line.phones.join(', ')],
    ['url', line.urls.join(', ')],
    ['birthday', details.birthday === null ? null : formatAnnualDay(details.birthday)],
    ...dates
      .filter(({ key }) => key !== BIRTHDAY)
      .map(
        (date): Field => [
          'date',
          `${date.label}, ${describeDate(date)}: ${describeOccasionDay(date.on, today)}`,
        ],
      ),
    ['met', describeMeeting(details, today)],
    ['introduced', introduced.map(({ name }) => name).join(', ')],
    [
      'relations',
      relations.map(({ kind, contact }) => `${phraseOfRelation(kind)} ${contact.name}`).join(', '),
    ],
    ['groups', groups.map(({ name }) => name).join(', ')],
    ['interests', line.interests.join(', ')],
    ['causes', line.causes.join(', ')],
    ['offers', line.offers.join(', ')],
    ['looks for', line.looksFor.join(', ')],
    ['balance', describeBalance(details.balance)],
    ['also called', details.aliases.join(', ')],
    ['tags', line.tags.map((tag) => `+${tag}`).join(' ')],
  ]
}

/** `on 17 May 2024 at PyCon, introduced by Ada Lovelace`. */
export function describeMeeting({ metOn, metAt, introducedBy }: ContactDetails, today: CalendarDate): string {
  const met = [
    ...(metOn === null ? [] : [`on ${formatDay(metOn, today)}`]),
    ...(metAt === null ? [] : [`at ${metAt}`]),
  ].join(' ')
  return [met, introducedBy === null ? '' : `introduced by ${introducedBy.name}`]
    .filter((part) => part !== '')
    .join(', ')
}

/** `Rear Admiral, Navy (until 3 Oct)`. */
export function describeJob({ organization, title, untilOn }: FormerJob, today: CalendarDate): string {
  const job = [title, organization].filter((part) => part !== null).join(', ')
  return untilOn === null ? job : `${job} (until ${formatDay(untilOn, today)})`
}

/** `you gave 2, asked 1, received 0`; nothing where the ledger is empty. */
export function describeBalance({ given, asked, received }: Balance): string {
  return given + asked + received === 0 ? '' : `you gave ${given}, asked ${asked}, received ${received}`
}

/**
 * A line a field: `field<TAB>value`; touchpoints as `touchpoint<TAB>date<TAB>channel<TAB>kind<TAB>direction<TAB>minutes<TAB>place<TAB>note<TAB>contacts<TAB>help<TAB>its kind<TAB>event<TAB>group`.
 */
export function renderCardTsv({
  line,
  details,
  relations,
  introduced,
  introductions,
  groups,
  dates,
  promises,
  tryChannel,
  touchpoints,
}: ContactCard): string {
  const one = (name: string, value: string | number | null): (string | number)[][] =>
    value === null ? [] : [[name, typeof value === 'string' ? safeText(value) : value]]
  const several = (name: string, values: readonly string[]): string[][] =>
    values.map((value) => [name, safeText(value)])
  return renderTsv([
    ...one('uid', line.uid),
    ...one('id', line.id),
    ...one('name', line.name),
    ...one('organization', line.organization),
    ...one('title', details.title),
    ...one('location', details.location),
    ...one('circle', line.circle),
    ...one('interval', line.interval),
    ...one('standing', line.standing),
    ...one('dueOn', line.dueOn),
    ...one('daysOverdue', line.daysOverdue),
    ...one('lastTouchOn', line.lastTouchOn),
    ...one('lastChannel', line.lastChannel),
    ...one('snoozedUntil', line.snoozedUntil),
    ...one('pausedOn', line.pausedOn),
    ...one('birthday', details.birthday),
    ...one('metOn', details.metOn),
    ...one('metAt', details.metAt),
    ...one('introducedBy', details.introducedBy?.name ?? null),
    ...several(
      'introduced',
      introduced.map(({ name }) => name),
    ),
    ...listsOf(line, details).flatMap(([name, values]) => several(name, values)),
    ...one('note', details.note),
    ...details.formerJobs.map(({ organization, title, notedOn, untilOn }) => [
      'formerJob',
      safeText(organization ?? ''),
      safeText(title ?? ''),
      notedOn,
      untilOn,
    ]),
    ...relations.map(({ kind, contact }) => ['relation', safeText(kind), safeText(contact.name)]),
    ...several(
      'group',
      groups.map(({ name }) => name),
    ),
    ...dates.map(({ label, date, isYearly, on, notice }) => [
      'date',
      safeText(label),
      date,
      isYearly ? 'yearly' : 'once',
      on,
      notice,
    ]),
    ...promises.map(({ id, text, on, isMine }) => [
      'promise',
      id,
      safeText(text),
      on,
      isMine ? 'mine' : 'theirs',
    ]),
    ...introductions.map((introduction) => ['introduction', ...introductionFields(introduction)]),
    ...prospectMarkRow(line),
    ...balanceRow(line, details.balance),
    ...tryChannelRow(tryChannel),
    ...touchpoints.map((touchpoint) => [
      'touchpoint',
      touchpoint.on,
      safeText(touchpoint.channel ?? ''),
      touchpoint.kind,
      touchpoint.direction,
      touchpoint.minutes,
      safeText(touchpoint.place ?? ''),
      safeText(touchpoint.note ?? ''),
      touchpoint.contacts.map(({ name }) => safeText(name)).join(', '),
      touchpoint.help?.side ?? null,
      safeText(touchpoint.help?.kind ?? ''),
      safeText(touchpoint.eventName ?? ''),
      safeText(touchpoint.group ?? ''),
    ]),
  ])
}

/** given, asked, received, unanswered; no row where there is nothing to tell. */
export function balanceRow(line: ListedContact, { given, asked, received }: Balance): (string | number)[][] {
  if (given + asked + received + line.unanswered === 0) return []
  return [['balance', given, asked, received, line.unanswered]]
}

function listsOf(
  line: ListedContact,
  details: ContactDetails,
): readonly (readonly [string, readonly string[]])[] {
  return [
    ['email', line.emails],
    ['phone', line.phones],
    ['url', line.urls],
    ['alias', details.aliases],
    ['tag', line.tags],
    ['interest', line.interests],
    ['cause', line.causes],
    ['offers', line.offers],
    ['looksFor', line.looksFor],
  ]
}
