/** What to know before an event, on one screen where that is possible: a few lines for each contact. */
import type { Brief } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { AlsoLikely, EventBrief } from '../domain/event-brief.ts'
import type { Offer } from '../domain/offer.ts'
import { describeTopic } from './brief.ts'
import { briefJson, topicFields } from './brief-fields.ts'
import { describeLastTouch } from './contact-lines.ts'
import { formatDay } from './dates.ts'
import { renderEventHead } from './event-card.ts'
import { eventJson } from './event-lines.ts'
import { describePromise } from './promise-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { padEnd, truncate } from './text-width.ts'

export function renderEventBrief(
  { event, contacts, alsoLikely }: EventBrief,
  today: CalendarDate,
  style: Style,
  width: number,
): string {
  const isMet = new Set(event.met.map(({ uid }) => uid))
  const { more } = style.glyphs
  const likely = renderTable(
    alsoLikely.map((other) => [
      safeText(other.name),
      safeText(other.organization ?? ''),
      sayWhy(other, today),
    ]),
    [{ shrinksTo: 14 }, { shrinksTo: 0 }, { shrinksTo: 20 }],
    width,
    more,
  )
  const lines = [
    ...renderEventHead(event, today, style, width),
    ...contacts.flatMap((brief) => [
      '',
      ...contactLines(brief, isMet.has(brief.card.line.uid), today, style).map((line) =>
        line.text(truncate(line.plain, width, more)),
      ),
    ]),
    ...(likely.length === 0 ? [] : ['', style.heading('Also likely there'), ...likely]),
  ]
  return `${lines.join('\n')}\n`
}

interface Line {
  readonly plain: string
  /** Painted after it was cut, so that colours do not count as width. */
  readonly text: (cut: string) => string
}

const LABEL_WIDTH = 10

/** Who it is; then what there is to say, at most a line of each. */
function contactLines(
  { card, topics, offer }: Brief,
  isMet: boolean,
  today: CalendarDate,
  style: Style,
): readonly Line[] {
  const { line, details, promises } = card
  const { more } = style.glyphs
  const job = [details.title, line.organization].filter((part) => part !== null)
  const who = [line.name, ...job].map(safeText).join(', ')
  const [topic] = topics
  const rows: readonly (readonly [string, string])[] = [
    ['last', describeLastTouch(line, today)],
    ['ask about', topic === undefined ? '' : describeTopic(topic, today, more)],
    // A promise to keep stands below.
    ['offer', promises.some(({ text }) => text === offer?.text) ? '' : sayOffer(offer)],
    [
      'promises',
      promises
        .map((promise) => {
          const when = describePromise(promise, today)
          const what = `${promise.isMine ? 'you' : 'they'}: ${firstLine(promise.text, more)}`
          return when === '' ? what : `${what} (${when})`
        })
        .join('; '),
    ],
  ]
  return [
    { plain: `${who}${isMet ? ' (met)' : ''}`, text: style.heading },
    ...rows
      .filter(([, text]) => text !== '')
      .map(([label, text]) => ({
        plain: `  ${padEnd(label, LABEL_WIDTH)} ${text}`,
        text: (cut: string) => cut,
      })),
  ]
}

function sayOffer(offer: Offer | undefined): string {
  return offer === undefined ? '' : safeText(`${offer.text} (${offer.why})`)
}

/** `met at PyCon 2025 (3 Dec 2025), lives in Berlin, Germany` */
function sayWhy({ location, metAt }: AlsoLikely, today: CalendarDate): string {
  return [
    ...(metAt === null ? [] : [`met at ${safeText(metAt.name)} (${formatDay(metAt.on, today)})`]),
    ...(location === null ? [] : [`lives in ${safeText(location)}`]),
  ].join(', ')
}

/**
 * A line a thing: `event`, id, name, first day, last day, place, goal; `contact`, id, name, organization, title, last touch, channel,
 * `met` or `planned`; below it `askAbout`, `offer` and `promise`; `alsoLikely`, id, name, organization, location, earlier event.
 */
export function renderEventBriefTsv({ event, contacts, alsoLikely }: EventBrief): string {
  const isMet = new Set(event.met.map(({ uid }) => uid))
  const rows: (readonly (string | null)[])[] = [
    ['event', event.id, event.name, event.on, event.until, event.place, event.goal],
    ...contacts.flatMap(({ card, topics, offer }) => [
      [
        'contact',
        card.line.id,
        card.line.name,
        card.line.organization,
        card.details.title,
        card.line.lastTouchOn,
        card.line.lastChannel,
        isMet.has(card.line.uid) ? 'met' : 'planned',
      ],
      ...topics
        .map(topicFields)
        .map(({ about, text, on, before }) => ['askAbout', card.line.id, about, text, on, before]),
      ...(offer === undefined ? [] : [['offer', card.line.id, offer.text, offer.why]]),
      ...card.promises.map(({ id, text, on, isMine }) => [
        'promise',
        card.line.id,
        id,
        text,
        on,
        isMine ? 'mine' : 'theirs',
      ]),
    ]),
    ...alsoLikely.map(({ id, name, organization, location, metAt }) => [
      'alsoLikely',
      id,
      name,
      organization,
      location,
      metAt?.name ?? null,
    ]),
  ]
  return renderTsv(rows.map((row) => row.map((cell) => (cell === null ? null : safeText(cell)))))
}

/** What `event list` has of it; of each contact what `brief` has, and `met`; who else is likely there. */
export function eventBriefJson({ event, contacts, alsoLikely }: EventBrief): object {
  const isMet = new Set(event.met.map(({ uid }) => uid))
  return {
    event: eventJson(event),
    contacts: contacts.map((brief) => ({ ...briefJson(brief), isMet: isMet.has(brief.card.line.uid) })),
    alsoLikely: alsoLikely.map(({ uid, id, name, organization, location, metAt }) => ({
      uid,
      id,
      name,
      organization,
      location,
      metAt: metAt?.name ?? null,
      metOn: metAt?.on ?? null,
    })),
  }
}
