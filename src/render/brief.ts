/** A contact on one screen, before a meeting. */
import type { Topic } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactCard } from '../domain/contact-card.ts'
import type { Offer } from '../domain/offer.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { balanceRow, describeBalance, describeJob, describeMeeting } from './contact-card.ts'
import { showJson } from './contact-json.ts'
import { describeCadence, describeLastTouch, describeStanding } from './contact-lines.ts'
import { formatDay } from './dates.ts'
import { describeOccasion, describeOccasionDay } from './occasion-lines.ts'
import { describePromise } from './promise-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, padStart, truncate } from './text-width.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

export interface Brief {
  readonly card: ContactCard
  readonly topics: readonly Topic[]
  /** One thing to offer; undefined where nothing is known. */
  readonly offer: Offer | undefined
}

/** On a terminal of 24 lines, less the one for the next command. */
const LEAST_LINES = 23
const MOST_TOUCHPOINTS = 3
const MOST_PROMISES = 3
const MOST_DATES = 2
const LABEL_WIDTH = 10

/**
 * One screen: each line is cut to the width, and of the topics those go that find no place. `show` has the whole of it.
 * @param rows of the terminal.
 */
export function renderBrief(
  brief: Brief,
  today: CalendarDate,
  style: Style,
  width: number,
  rows: number,
): string {
  const lines = linesOf(brief, today, style, width)
  if (lines.length <= Math.max(LEAST_LINES, rows - 1) || brief.topics.length <= 1)
    return `${lines.join('\n')}\n`
  return renderBrief({ ...brief, topics: brief.topics.slice(0, -1) }, today, style, width, rows)
}

function linesOf(brief: Brief, today: CalendarDate, style: Style, width: number): readonly string[] {
  const { line, details } = brief.card
  const job = [details.title, line.organization, details.location].filter((part) => part !== null)
  const touch = describeLastTouch(line, today)
  const standing = [
    describeCadence(line) || 'no cadence',
    describeStanding(line, today),
    line.lastTouchOn === null ? touch : `last touch ${touch}`,
  ]
  const about = sectionsOf(brief, today, style.glyphs.more).map((rows) =>
    rows.flatMap(([label, texts]) =>
      texts.map((text, index) => {
        const name = padEnd(index === 0 ? label : '', LABEL_WIDTH)
        return `${style.faint(name)} ${truncate(text, Math.max(20, width - LABEL_WIDTH - 1), style.glyphs.more)}`
      }),
    ),
  )
  const head = [
    `${style.heading(safeText(line.name))}  ${style.faint(line.id)}`,
    ...(job.length === 0 ? [] : [truncate(safeText(job.join(', ')), width, style.glyphs.more)]),
    truncate([...new Set(standing)].join(', '), width, style.glyphs.more),
  ]
  return [head, ...about.filter((rows) => rows.length > 0)].flatMap((rows, index) =>
    index === 0 ? rows : ['', ...rows],
  )
}

type Row = readonly [label: string, texts: readonly string[]]

function sectionsOf(
  { card, topics, offer }: Brief,
  today: CalendarDate,
  more: string,
): readonly (readonly Row[])[] {
  const { line, details, relations, introduced, touchpoints, promises, dates } = card
  const one = (text: string): readonly string[] => (text === '' ? [] : [safeText(text)])
  const few = (texts: readonly string[], most: number): readonly string[] =>
    texts.length <= most ? texts : [...texts.slice(0, most - 1), `and ${texts.length - most + 1} more`]
  const coming = dates.filter(({ isPast }) => !isPast)
  const asks = details.balance.asksSinceGive
  const ledger = [
    describeBalance(details.balance),
    ...(asks > 1 ? [`${asks} asks since a give`] : []),
    ...(line.unanswered > 0 ? [`${line.unanswered} unanswered`] : []),
  ]
  const sections: readonly (readonly Row[])[] = [
    [
      ['met', one(describeMeeting(details, today))],
      ['before', one(details.formerJobs.map((job) => describeJob(job, today)).join('; '))],
      [
        'relations',
        one(
          [
            ...relations.map(({ kind, contact }) => `${phraseOfRelation(kind)} ${contact.name}`),
            ...(introduced.length === 0
              ? []
              : [`introduced you to ${introduced.map(({ name }) => name).join(', ')}`]),
          ].join('; '),
        ),
      ],
      ['interests', one([...line.interests, ...line.causes].join(', '))],
      [
        line.offers.length > 0 ? 'offers' : 'looks for',
        one(
          [
            ...(line.offers.length > 0 ? [line.offers.join(', ')] : []),
            ...(line.looksFor.length > 0
              ? [`${line.offers.length > 0 ? 'looks for ' : ''}${line.looksFor.join(', ')}`]
              : []),
          ].join('; '),
        ),
      ],
      ['reach', one([...line.emails, ...line.phones, ...line.urls].join(', '))],
      ['balance', one(ledger.filter((part) => part !== '').join(', '))],
      ['note', details.note === null ? [] : [firstLine(details.note, more)]],
    ],
    [
      [
        'last',
        touchpoints.slice(0, MOST_TOUCHPOINTS).map((touchpoint) => {
          const note = touchpoint.note === null ? '' : `: ${firstLine(touchpoint.note, more)}`
          return `${padStart(formatDay(touchpoint.on, today), 6)}  ${describeTouchpoint(touchpoint, line.uid)}${note}`
        }),
      ],
      [
        'promises',
        few(
          promises.map((promise) => {
            const when = describePromise(promise, today)
            const who = promise.isMine ? 'you' : 'they'
            return `${who}: ${firstLine(promise.text, more)}${when === '' ? '' : `, ${when}`} (${promise.id})`
          }),
          MOST_PROMISES,
        ),
      ],
      [
        'dates',
        one(
          coming
            .slice(0, MOST_DATES)
            .map((date) => `${describeOccasion(date)}, ${describeOccasionDay(date.on, today)}`)
            .join('; '),
        ),
      ],
    ],
    [
      ['ask about', topics.map((topic) => describeTopic(topic, today, more))],
      [
        'offer',
        one(
          offer === undefined
            ? `nothing known yet: netkeep edit ${line.id} --looks-for "…" --interest "…"`.replaceAll(
                '…',
                more,
              )
            : `${offer.text} (${offer.why})`,
        ),
      ],
    ],
  ]
  return sections.map((rows) => rows.filter(([, texts]) => texts.length > 0))
}

/** `the new job: Professor at Harvard (noted 3 Oct, before: Navy)`, `"asked about the talk" (18 Oct)`. */
export function describeTopic(topic: Topic, today: CalendarDate, more: string): string {
  switch (topic.about) {
    case 'job':
      return `the new job: ${safeText(topic.now)} (noted ${formatDay(topic.since, today)}, before: ${safeText(topic.before)})`
    case 'help':
      return `tell what became of the ${safeText(topic.kind)} they gave you (${formatDay(topic.on, today)})`
    case 'date':
      return `${safeText(topic.label)} (${describeOccasionDay(topic.on, today)})`
    case 'note':
      return `"${firstLine(topic.note, more)}" (${formatDay(topic.on, today)})`
  }
}

/** A topic for other programs: whole texts. `before` is the former job, of a new one. */
function topicFields(topic: Topic): {
  readonly about: string
  readonly text: string
  readonly on: CalendarDate
  readonly before: string | null
} {
  switch (topic.about) {
    case 'job':
      return { about: 'job', text: topic.now, on: topic.since, before: topic.before }
    case 'help':
      return { about: 'help', text: topic.kind, on: topic.on, before: null }
    case 'date':
      return { about: 'date', text: topic.label, on: topic.on, before: null }
    case 'note':
      return { about: 'note', text: topic.note, on: topic.on, before: null }
  }
}

/** A line a thing: what it is, then its fields. */
export function renderBriefTsv({ card, topics, offer }: Brief): string {
  const { line, details, relations, introduced, touchpoints, promises, dates } = card
  const rows: (readonly (string | number | null)[])[] = [
    ['name', line.name],
    ['id', line.id],
    ['organization', line.organization],
    ['title', details.title],
    ['location', details.location],
    ['standing', line.standing],
    ['dueOn', line.dueOn],
    ['lastTouchOn', line.lastTouchOn],
    ['metOn', details.metOn],
    ['metAt', details.metAt],
    ['introducedBy', details.introducedBy?.name ?? null],
    ...details.formerJobs.map(({ organization, title, notedOn, untilOn }) => [
      'formerJob',
      organization ?? '',
      title,
      notedOn,
      untilOn,
    ]),
    ...relations.map(({ kind, contact }) => ['relation', kind, contact.name]),
    ...introduced.map(({ name }) => ['introduced', name]),
    ...line.interests.map((value) => ['interest', value]),
    ...line.causes.map((value) => ['cause', value]),
    ...line.offers.map((value) => ['offers', value]),
    ...line.looksFor.map((value) => ['looksFor', value]),
    ...balanceRow(line, details.balance),
    ...touchpoints
      .slice(0, MOST_TOUCHPOINTS)
      .map((touchpoint) => [
        'touchpoint',
        touchpoint.on,
        describeTouchpoint(touchpoint, line.uid),
        touchpoint.note,
      ]),
    ...promises.map(({ id, text, on, isMine }) => ['promise', id, text, on, isMine ? 'mine' : 'theirs']),
    ...dates.filter(({ isPast }) => !isPast).map(({ label, on, years }) => ['date', label, on, years]),
    ...topics.map(topicFields).map(({ about, text, on, before }) => ['askAbout', about, text, on, before]),
    ...(offer === undefined ? [] : [['offer', offer.text, offer.why]]),
  ]
  const filled = rows.filter(([name, value]) => value !== null && (value !== '' || name === 'formerJob'))
  return renderTsv(filled.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell))))
}

/** What `show --json` has, with the last touchpoints only, and what to ask about and to offer. */
export function briefJson({ card, topics, offer }: Brief): object {
  const { metOn, metAt, introducedBy } = card.details
  return {
    ...showJson({
      ...card,
      touchpoints: card.touchpoints.slice(0, MOST_TOUCHPOINTS),
      dates: card.dates.filter(({ isPast }) => !isPast),
    }),
    met: { on: metOn, at: metAt, introducedBy: introducedBy?.name ?? null },
    askAbout: topics.map(topicFields),
    offer: offer ?? null,
  }
}
