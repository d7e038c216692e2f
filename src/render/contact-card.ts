/** One contact in full. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactDetails, ListedContact } from '../domain/contact-line.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import { describeCadence, describeLastTouch, describeStanding } from './contact-lines.ts'
import { formatDay, plural } from './dates.ts'
import { safeLines, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, padStart, wrapText } from './text-width.ts'

const LABEL_WIDTH = 13

export function renderCard(
  line: ListedContact,
  details: ContactDetails,
  touchpoints: readonly TouchpointRecord[],
  today: CalendarDate,
  style: Style,
  width: number,
): string {
  const standing = style.standing[line.standing](describeStanding(line, today))
  const rows: readonly (readonly [string, string | null])[] = [
    [
      'standing',
      line.unanswered > 0 ? `${standing}, ${plural(line.unanswered, 'attempt')} unanswered` : standing,
    ],
    ['cadence', describeCadence(line) || 'none'],
    ['due', line.dueOn === null ? null : formatDay(line.dueOn, today)],
    ['last touch', describeLastTouch(line, today)],
    ['organization', line.organization],
    ['title', details.title],
    ['location', details.location],
    ['e-mail', line.emails.join(', ')],
    ['phone', line.phones.join(', ')],
    ['url', line.urls.join(', ')],
    ['birthday', details.birthday],
    ['met', metOf(details, today)],
    ['also called', details.aliases.join(', ')],
    ['tags', line.tags.map((tag) => `+${tag}`).join(' ')],
  ]
  const fields = rows
    .filter(([, value]) => value !== null && value !== '')
    .map(
      ([label, value]) =>
        `${style.faint(padEnd(label, LABEL_WIDTH))} ${label === 'standing' ? value : safeText(value ?? '')}`,
    )
  const note =
    details.note === null ? [] : ['', ...safeLines(details.note).flatMap((text) => wrapText(text, width))]
  const history = touchpoints.flatMap((touchpoint) =>
    touchpointLines(touchpoint, line.uid, today, style, width),
  )
  const heading =
    touchpoints.length === 0 ? [] : ['', style.heading(plural(touchpoints.length, 'touchpoint')), ...history]
  return `${[`${style.heading(safeText(line.name))}  ${style.faint(line.id)}`, ...fields, ...note, ...heading].join('\n')}\n`
}

function metOf(details: ContactDetails, today: CalendarDate): string {
  const when = details.metOn === null ? '' : `on ${formatDay(details.metOn, today)}`
  const where = details.metAt === null ? '' : `at ${details.metAt}`
  return [when, where].filter((part) => part !== '').join(' ')
}

/** The date, what it was, and the note, which goes on below where it is long. */
function touchpointLines(
  touchpoint: TouchpointRecord,
  uid: string,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const date = padStart(formatDay(touchpoint.on, today), 11)
  const others = touchpoint.contacts
    .filter((contact) => contact.uid !== uid)
    .map(({ name }) => safeText(name))
  const what = [
    safeText(touchpoint.channel ?? 'in touch'),
    touchpoint.kind === 'attempt' ? 'no answer' : touchpoint.kind === 'light' ? 'light' : '',
    touchpoint.direction === null
      ? ''
      : touchpoint.direction === 'in'
        ? 'they reached out'
        : 'you reached out',
    touchpoint.minutes === null ? '' : `${touchpoint.minutes} min`,
    touchpoint.place === null ? '' : `at ${safeText(touchpoint.place)}`,
    others.length === 0 ? '' : `with ${others.join(', ')}`,
  ]
  const head = `${date}  ${what.filter((part) => part !== '').join(', ')}`
  const notes =
    touchpoint.note === null
      ? []
      : safeLines(touchpoint.note).flatMap((text) => wrapText(text, Math.max(20, width - 13)))
  return [head, ...notes.map((text) => `${' '.repeat(13)}${style.faint(text)}`)]
}

/** A line a field: `field<TAB>value`; touchpoints as `touchpoint<TAB>date<TAB>channel<TAB>kind<TAB>direction<TAB>minutes<TAB>place<TAB>note<TAB>contacts`. */
export function renderCardTsv(
  line: ListedContact,
  details: ContactDetails,
  touchpoints: readonly TouchpointRecord[],
): string {
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
    ...several('email', line.emails),
    ...several('phone', line.phones),
    ...several('url', line.urls),
    ...several('alias', details.aliases),
    ...several('tag', line.tags),
    ...one('note', details.note),
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
    ]),
  ])
}
