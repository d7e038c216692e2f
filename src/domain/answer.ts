/** Which attempts to reach somebody were answered: by a touchpoint that counts, within some days of them. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'
import { groupBy } from './group-by.ts'

/** What follows an attempt later than this is no answer any more. */
export const ANSWER_DAYS = 30

export interface Attempt {
  readonly contact: string
  readonly touchpoint: string
  readonly on: CalendarDate
  /** Null where none was given. */
  readonly channel: string | null
}

export interface ChannelAttempts {
  readonly channel: string | null
  readonly attempts: number
  readonly answered: number
}

interface AnswerWatch {
  /** The contacts with a touch on a day, more than once or not; days come in their order. */
  touch(on: CalendarDate, contacts: Iterable<string>): void
  /** @param answeredAtOnce of attempts on days with a touch, those that a touch of the day came behind. */
  count(answeredAtOnce: (attempts: readonly Attempt[]) => ReadonlySet<Attempt>): readonly ChannelAttempts[]
}

/** Waits for the answers while touches are told day by day. The first touch after the day of an attempt decides about it. */
export function watchAnswers(attempts: readonly Attempt[]): AnswerWatch {
  const answered = new Set<Attempt>()
  const sameDay = new Set<Attempt>()
  const latestFirst = attempts.toSorted((a, b) => compareText(b.on, a.on))
  const open = groupBy(latestFirst, ({ contact }) => contact)
  return {
    touch: (on, contacts) => {
      for (const contact of contacts) {
        const waiting = open.get(contact)
        if (waiting === undefined) continue
        for (let first = waiting.at(-1); first !== undefined && first.on < on; first = waiting.at(-1)) {
          if (on <= addDays(first.on, ANSWER_DAYS)) answered.add(first)
          waiting.pop()
        }
        for (let index = waiting.length - 1; index >= 0; index--) {
          const attempt = waiting[index]
          if (attempt?.on !== on || sameDay.has(attempt)) break
          sameDay.add(attempt)
        }
      }
    },
    count: (answeredAtOnce) => {
      const atOnce = answeredAtOnce([...sameDay].filter((attempt) => !answered.has(attempt)))
      const byChannel = new Map<string | null, { attempts: number; answered: number }>()
      for (const attempt of attempts) {
        const counts = byChannel.get(attempt.channel) ?? { attempts: 0, answered: 0 }
        byChannel.set(attempt.channel, counts)
        counts.attempts++
        if (answered.has(attempt) || atOnce.has(attempt)) counts.answered++
      }
      return [...byChannel].map(([channel, counts]) => ({ channel, ...counts })).sort(compareAttempts)
    },
  }
}

/** Those of all channels together. */
export function sumAttempts(
  byChannel: readonly ChannelAttempts[],
): Pick<ChannelAttempts, 'attempts' | 'answered'> {
  return {
    attempts: byChannel.reduce((sum, { attempts }) => sum + attempts, 0),
    answered: byChannel.reduce((sum, { answered }) => sum + answered, 0),
  }
}

/** The most first, then by name; those without a channel last. */
function compareAttempts(a: ChannelAttempts, b: ChannelAttempts): number {
  if (a.channel === null || b.channel === null) return Number(a.channel === null) - Number(b.channel === null)
  return b.attempts - a.attempts || compareText(a.channel, b.channel)
}
