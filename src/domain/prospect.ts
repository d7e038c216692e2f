/** Prospects: contacts whom the user has yet to reach, and what became of those who were prospects once. */
import { type CalendarDate, daysBetween } from './calendar-date.ts'
import { compareText } from './compare-text.ts'

/** `new` until the first try, `tried` until an answer, `dropped` when the user gave it up. */
type ProspectState = 'new' | 'tried' | 'dropped'

export interface NextStep {
  /** Of the promise. */
  readonly id: string
  readonly text: string
  readonly on: CalendarDate | null
}

/** A prospect who was not reached yet. */
export interface ProspectLine {
  readonly uid: string
  readonly id: string
  readonly name: string
  readonly organization: string | null
  readonly since: CalendarDate
  readonly attempts: number
  readonly lastAttemptOn: CalendarDate | null
  /** Of the last attempt. */
  readonly lastChannel: string | null
  /** The user's open promise that is due first. */
  readonly next: NextStep | null
  readonly state: ProspectState
}

/** Whoever is or was a prospect, and what happened since. */
export interface ProspectHistory {
  readonly droppedOn: CalendarDate | null
  /** Attempts and touchpoints that count, in the order of time. */
  readonly touches: readonly ProspectTouch[]
}

interface ProspectTouch {
  readonly on: CalendarDate
  readonly channel: string | null
  /** Whether it counts: the first such one is the answer. */
  readonly isCounted: boolean
}

/** How many prospects came how far. Each of `added` is answered, dropped or open. */
export interface ProspectFunnel {
  readonly added: number
  /** With an attempt before any answer. */
  readonly tried: number
  readonly answered: number
  /** Those of the answered whom the user had tried to reach: the others came by themselves, or were met. */
  readonly answeredTries: number
  readonly dropped: number
  readonly open: number
  /** The part of the tried who answered, 0 to 1; null where nobody was tried. */
  readonly answerRate: number | null
  /** Attempts until the answer, on average of those answered after an attempt; null without any. */
  readonly meanTries: number | null
  /** From the first attempt to the answer, of the same; with an even number of them the mean of the middle two. */
  readonly medianDays: number | null
  /** Attempts by channel, and the answers whose last attempt before went by it; those with most attempts first. */
  readonly channels: readonly ChannelTries[]
}

interface ChannelTries {
  /** Null where none was given. */
  readonly channel: string | null
  readonly tries: number
  readonly answers: number
}

/** What happened until the answer: the attempts before it, and its day; null without one. */
interface Course {
  readonly tries: readonly ProspectTouch[]
  readonly answeredOn: CalendarDate | null
}

export function funnelOf(prospects: readonly ProspectHistory[]): ProspectFunnel {
  const courses = prospects.map(({ touches }) => courseOf(touches))
  const tried = courses.filter(({ tries }) => tries.length > 0)
  const answered = courses.filter(({ answeredOn }) => answeredOn !== null).length
  const dropped = prospects.filter(
    ({ droppedOn }, index) => droppedOn !== null && courses[index]?.answeredOn === null,
  ).length
  const reached = tried.filter(({ answeredOn }) => answeredOn !== null)
  return {
    added: prospects.length,
    tried: tried.length,
    answered,
    answeredTries: reached.length,
    dropped,
    open: prospects.length - answered - dropped,
    answerRate: tried.length === 0 ? null : reached.length / tried.length,
    meanTries: meanOf(reached.map(({ tries }) => tries.length)),
    medianDays: medianOf(reached.map(daysUntilAnswer)),
    channels: channelsOf(tried),
  }
}

function courseOf(touches: readonly ProspectTouch[]): Course {
  const answer = touches.findIndex(({ isCounted }) => isCounted)
  return answer === -1
    ? { tries: touches, answeredOn: null }
    : { tries: touches.slice(0, answer), answeredOn: touches[answer]?.on ?? null }
}

function daysUntilAnswer({ tries, answeredOn }: Course): number {
  const [first] = tries
  return first === undefined || answeredOn === null ? 0 : daysBetween(first.on, answeredOn)
}

function channelsOf(courses: readonly Course[]): readonly ChannelTries[] {
  const found = new Map<string | null, { tries: number; answers: number }>()
  for (const { tries, answeredOn } of courses) {
    for (const [index, { channel }] of tries.entries()) {
      const count = found.get(channel) ?? { tries: 0, answers: 0 }
      found.set(channel, count)
      count.tries++
      if (answeredOn !== null && index === tries.length - 1) count.answers++
    }
  }
  return [...found]
    .map(([channel, count]) => ({ channel, ...count }))
    .sort((a, b) => b.tries - a.tries || b.answers - a.answers || compareChannels(a.channel, b.channel))
}

/** By name; those without one last. */
function compareChannels(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null)
  return compareText(a, b)
}

function meanOf(numbers: readonly number[]): number | null {
  return numbers.length === 0 ? null : numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function medianOf(numbers: readonly number[]): number | null {
  const sorted = numbers.toSorted((a, b) => a - b)
  const [low, high] = [sorted[Math.ceil(sorted.length / 2) - 1], sorted[Math.floor(sorted.length / 2)]]
  return low === undefined || high === undefined ? null : (low + high) / 2
}
