/** Which attempts to reach somebody were answered: by a touchpoint that counts, within some days of them. */
import { addDays, type CalendarDate } from './calendar-date.ts'
import { compareText } from './compare-text.ts'

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
  /** The contacts with a touch on a day; days come in their order. */
  touch(on: CalendarDate, contacts: Iterable<string>): void
  /** @param isAnsweredAtOnce whether a touch of the day of the attempt came behind it. */
  count(isAnsweredAtOnce: (attempt: Attempt) => boolean): readonly ChannelAttempts[]
}

/** Waits for the answers while touches are told day by day. */
export function watchAnswers(attempts: readonly Attempt[]): AnswerWatch {
  const answered = new Set<Attempt>()
  const sameDay = new Set<Attempt>()
  const open = new Map<string, { readonly attempt: Attempt; readonly until: CalendarDate }[]>()
  for (const attempt of attempts) {
    const waiting = { attempt, until: addDays(attempt.on, ANSWER_DAYS) }
    const others = open.get(attempt.contact)
    if (others === undefined) open.set(attempt.contact, [waiting])
    else others.push(waiting)
  }
  return {
    touch: (on, contacts) => {
      for (const contact of contacts) {
        for (const { attempt, until } of open.get(contact) ?? []) {
          if (attempt.on === on) sameDay.add(attempt)
          else if (attempt.on < on && on <= until) answered.add(attempt)
        }
      }
    },
    count: (isAnsweredAtOnce) => {
      const byChannel = new Map<string | null, { attempts: number; answered: number }>()
      for (const attempt of attempts) {
        const counts = byChannel.get(attempt.channel) ?? { attempts: 0, answered: 0 }
        byChannel.set(attempt.channel, counts)
        counts.attempts++
        if (answered.has(attempt) || (sameDay.has(attempt) && isAnsweredAtOnce(attempt))) counts.answered++
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
