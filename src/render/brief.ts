/** A contact on one screen, before a meeting. */
import type { Brief, Topic } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { isUnderWay } from '../domain/introduction.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { describeTryChannel } from './channel-rotation.ts'
import { describeBalance, describeJob, describeMeeting } from './contact-card.ts'
import { describeCadence, describeLastTouch, describeStanding } from './contact-lines.ts'
import { formatDay } from './dates.ts'
import { describePart } from './introduction-lines.ts'
import { describeOccasion, describeOccasionDay } from './occasion-lines.ts'
import { describePromise } from './promise-lines.ts'
import { describeProspect } from './prospect-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Glyphs, Style } from './style.ts'
import { padEnd, padStart, truncate, wrapText } from './text-width.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

/** On a terminal of 24 lines, less the one for the next command. */
const LEAST_LINES = 23
export const MOST_TOUCHPOINTS = 3
const MOST_PROMISES = 3
const MOST_INTRODUCTIONS = 2
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
  const most = Math.max(LEAST_LINES, rows - 1)
  return `${fewerTopics(brief, most, (fewer) => linesOf(fewer, today, style, width)).join('\n')}\n`
}

/** The lines of the brief with as many topics as fit, one at least. */
function fewerTopics(
  brief: Brief,
  most: number,
  linesFor: (brief: Brief) => readonly string[],
): readonly string[] {
  const lines = linesFor(brief)
  if (lines.length <= most || brief.topics.length <= 1) return lines
  return fewerTopics({ ...brief, topics: brief.topics.slice(0, -1) }, most, linesFor)
}

/** What gives way first where there are too few lines. */
const DISPENSABLE = [
  'note',
  'before',
  'met',
  'interests',
  'offers',
  'looks for',
  'balance',
  'relations',
  'dates',
  'offer',
  'reach',
  'intros',
  'promises',
  'try',
  'last',
]

/** The brief in at most so many lines: of the topics as many as fit, then rows give way one by one. */
export function renderBriefWithin(
  brief: Brief,
  today: CalendarDate,
  style: Style,
  width: number,
  most: number,
): readonly string[] {
  for (let left = 0; left <= DISPENSABLE.length; left++) {
    const hidden = DISPENSABLE.slice(0, left)
    const lines = fewerTopics(brief, most, (fewer) => linesOf(fewer, today, style, width, hidden))
    if (lines.length <= most) return lines
  }
  return linesOf(brief, today, style, width, DISPENSABLE).slice(0, most)
}

function linesOf(
  brief: Brief,
  today: CalendarDate,
  style: Style,
  width: number,
  hidden: readonly string[] = [],
): readonly string[] {
  const { line, details } = brief.card
  const job = [details.title, line.organization, details.location].filter((part) => part !== null)
  const touch = describeLastTouch(line, today)
  const standing = [
    describeCadence(line) || 'no cadence',
    line.prospect === null ? describeStanding(line, today) : describeProspect(line, today),
    ...(line.prospect === null ? [line.lastTouchOn === null ? touch : `last touch ${touch}`] : []),
  ]
  const room = Math.max(20, width - LABEL_WIDTH - 1)
  const about = sectionsOf(brief, today, style.glyphs).map((rows) =>
    rows
      .filter(([label]) => !hidden.includes(label))
      .flatMap(([label, texts]) =>
        (label === WRAPPED ? texts.flatMap((text) => wrapText(text, room)) : texts).map((text, index) => {
          const name = padEnd(index === 0 ? label : '', LABEL_WIDTH)
          return `${style.faint(name)} ${truncate(text, room, style.glyphs.more)}`
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

/** A row that says nothing without its end. */
const WRAPPED = 'try'

type Row = readonly [label: string, texts: readonly string[]]

function sectionsOf(
  { card, topics, offer }: Brief,
  today: CalendarDate,
  glyphs: Glyphs,
): readonly (readonly Row[])[] {
  const { more } = glyphs
  const { line, details, relations, introduced, introductions, touchpoints, promises, dates, tryChannel } =
    card
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
      [WRAPPED, tryChannel === null ? [] : [describeTryChannel(tryChannel, more)]],
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
        'intros',
        few(
          introductions
            .filter(({ state }) => isUnderWay(state))
            .map((introduction) => describePart(introduction, line.uid, today, glyphs)),
          MOST_INTRODUCTIONS,
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
