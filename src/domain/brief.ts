/** What a brief says besides the facts: what to ask about before a meeting. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import type { ContactCard } from './contact-card.ts'
import type { Offer } from './offer.ts'

/** What to read before a meeting. */
export interface Brief {
  readonly card: ContactCard
  readonly topics: readonly Topic[]
  /** One thing to offer; undefined where nothing is known. */
  readonly offer: Offer | undefined
}

/** A thing to ask about, in its parts: renderers put them into words. */
export type Topic =
  | { readonly about: 'job'; readonly now: string; readonly before: string; readonly since: CalendarDate }
  | { readonly about: 'help'; readonly kind: string; readonly on: CalendarDate }
  | { readonly about: 'date'; readonly label: string; readonly on: CalendarDate }
  | { readonly about: 'note'; readonly note: string; readonly on: CalendarDate }

/** Older changes are no news. */
const NEWS_DAYS = 365
/** Help got so long ago may still be reported on. */
const REPORT_DAYS = 180
/** Help of which nobody can tell what became of it. */
const NO_OUTCOME: readonly string[] = ['time', 'vouching', 'other']
/** A single date stays worth asking about so long. */
const PAST_DAYS = 30
const MOST_NOTES = 2
const MOST_TOPICS = 4

/** A new job first, then what became of help that was got, then a date just past, then the newest notes. */
export function topicsOf(
  { details, line, dates, touchpoints }: ContactCard,
  today: CalendarDate,
): readonly Topic[] {
  const [former] = details.formerJobs
  const since = details.jobSince
  // Another post at the same employer is told by the titles.
  const isSameEmployer = former?.organization === line.organization
  const now = isSameEmployer
    ? details.title
    : [details.title, line.organization].filter((part) => part !== null).join(' at ')
  const before = isSameEmployer ? former?.title : (former?.organization ?? former?.title)
  const isNews = since !== null && since >= addDays(today, -NEWS_DAYS) && former?.untilOn === since
  const got = touchpoints.find(
    ({ help, on }) =>
      help?.side === 'got' && !NO_OUTCOME.includes(help.kind) && on >= addDays(today, -REPORT_DAYS),
  )
  return [
    ...(isNews && now !== null && now !== '' && before != null
      ? [{ about: 'job' as const, now, before, since }]
      : []),
    ...(got?.help == null ? [] : [{ about: 'help' as const, kind: got.help.kind, on: got.on }]),
    ...dates
      .filter(({ on, isPast }) => on < today && (!isPast || on >= addDays(today, -PAST_DAYS)))
      .map(({ label, on }) => ({ about: 'date' as const, label, on })),
    ...touchpoints
      // Of one's own reach-out that nobody answered there is nothing to ask.
      .filter(({ kind, help }) => kind === 'counted' || help !== null)
      .flatMap(({ note, on }) => (note === null ? [] : [{ about: 'note' as const, note, on }]))
      .slice(0, MOST_NOTES),
  ].slice(0, MOST_TOPICS)
}
