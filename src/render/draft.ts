/** What is good to know while writing to a contact: the material of a brief as lines of text. */
import type { Brief, Topic } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { describeTopic, MOST_TOUCHPOINTS } from './brief.ts'
import { formatDay } from './dates.ts'
import { describePromise } from './promise-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

/** The last touchpoints with their notes, open promises, what to ask about, what to offer; each with a heading of its own. */
export function draftNotes(
  { card, topics, offer }: Brief,
  today: CalendarDate,
  more: string,
): readonly string[] {
  const { line, promises } = card
  const touchpoints = card.touchpoints.slice(0, MOST_TOUCHPOINTS)
  // What stands above in full need not be said again.
  const isSaid = (topic: Topic): boolean =>
    topic.about === 'note' && touchpoints.some(({ note }) => note === topic.note)
  const isPromised = promises.some(({ isMine, text }) => isMine && text === offer?.text)
  const sections: readonly (readonly [heading: string, texts: readonly string[]])[] = [
    [
      'Last in touch:',
      touchpoints.map((touchpoint) => {
        const note = touchpoint.note === null ? '' : `: ${firstLine(touchpoint.note, more)}`
        return `${formatDay(touchpoint.on, today)}, ${describeTouchpoint(touchpoint, line.uid)}${note}`
      }),
    ],
    [
      'Promised:',
      promises.map((promise) => {
        const when = describePromise(promise, today)
        return `${promise.isMine ? 'you' : 'they'}: ${firstLine(promise.text, more)}${when === '' ? '' : `, ${when}`}`
      }),
    ],
    [
      'Ask about:',
      topics.filter((topic) => !isSaid(topic)).map((topic) => describeTopic(topic, today, more)),
    ],
    ['Offer:', offer === undefined || isPromised ? [] : [`${safeText(offer.text)} (${safeText(offer.why)})`]],
  ]
  return sections
    .filter(([, texts]) => texts.length > 0)
    .flatMap(([heading, texts], index) => [
      ...(index === 0 ? [] : ['']),
      heading,
      ...texts.map((text) => `  ${text}`),
    ])
}
