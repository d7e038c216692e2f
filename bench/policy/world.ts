/**
 * The world in which orders are tried: 300 contacts in four circles, workdays with holidays, attempts of which some are answered. The same
 * seed makes the same world, and its luck does not depend on the order: on which days a contact would answer is drawn beforehand.
 */
import { type CalendarDate, dateOfEpochDay, epochDayOf } from '../../src/domain/calendar-date.ts'
import { addInterval, type Interval, parseInterval } from '../../src/domain/interval.ts'
import type { Course, SimulatedContact } from '../../src/domain/simulation.ts'
import { loadPerDay } from '../../src/domain/spread.ts'
import { createRandom, type Random } from '../random.ts'

export interface WorldOptions {
  readonly seed: number
  /** Attempts there is time for, as a part of those that all cadences ask for: 1 is enough, were everybody reached on the due day. */
  readonly share: number
  readonly days: number
  /** The part of the attempts that is answered. */
  readonly answered?: number
  /** How long an unanswered attempt rests a contact. */
  readonly restDays?: number
}

interface WorldContact extends SimulatedContact {
  readonly circle: string
}

/** What a {@link Course} needs. It is played once: its contacts are moved on. */
export interface World {
  readonly from: CalendarDate
  readonly days: number
  /** In the order of their names, which tell nothing about circles. */
  readonly contacts: readonly WorldContact[]
  /** How many attempts there is time for; no two days differ by more than one, but those off, which have none. */
  readonly roomOn: (day: number) => number
  readonly isAnswered: (contact: Readonly<SimulatedContact>, day: number) => boolean
  readonly restDays: number
}

/** The closest first. */
export const CIRCLES: readonly {
  readonly name: string
  readonly size: number
  readonly interval: Interval
}[] = [
  { name: 'inner', size: 10, interval: parseInterval('2w') },
  { name: 'close', size: 40, interval: parseInterval('6w') },
  { name: 'wide', size: 100, interval: parseInterval('3m') },
  { name: 'outer', size: 150, interval: parseInterval('1y') },
]

/** Touches a day that keep everybody warm. */
export const LOAD_PER_DAY: number = loadPerDay(
  CIRCLES.flatMap(({ size, interval }) => Array<Interval>(size).fill(interval)),
)

const FROM = '2025-01-01' as CalendarDate
/** Three weeks of holiday, both included. */
const HOLIDAY = { first: '08-01', last: '08-21' }

export function createWorld(options: WorldOptions): World {
  const { seed, share, days, answered = 0.7, restDays = 3 } = options
  const random = createRandom(seed * 7919)
  const contacts = contactsOf(random)
  const answersOf = new Map(contacts.map(({ uid }) => [uid, drawAnswers(days, answered, random)]))
  const from = epochDayOf(FROM)
  return {
    from: FROM,
    days,
    contacts,
    roomOn: roomsOf(days, (LOAD_PER_DAY / answered) * share),
    isAnswered: ({ uid }, day) => answersOf.get(uid)?.[day - from] === 1,
    restDays,
  }
}

/** 1 for each day with an answer. In a loop, as most of the time of a short trial would be spent here. */
function drawAnswers(days: number, answered: number, random: Random): Uint8Array {
  const answers = new Uint8Array(days)
  for (let index = 0; index < days; index++) answers[index] = random.next() < answered ? 1 : 0
  return answers
}

/** Whether anybody is reached on this day: Monday to Friday, but in the holidays. */
export function isWorkday(day: number): boolean {
  // 1970-01-01 was a Thursday.
  if ((day + 3) % 7 >= 5) return false
  const monthAndDay = dateOfEpochDay(day).slice('2025-'.length)
  return monthAndDay < HOLIDAY.first || monthAndDay > HOLIDAY.last
}

/** Everybody was last touched within an interval, on any day of it alike. */
function contactsOf(random: Random): readonly WorldContact[] {
  const contacts = CIRCLES.flatMap(({ name, size, interval }) =>
    Array.from({ length: size }, (_, index): WorldContact => {
      const latest = epochDayOf(FROM)
      const lastOn = latest - random.below(epochDayOf(addInterval(FROM, interval)) - latest)
      const dueOn = epochDayOf(addInterval(dateOfEpochDay(lastOn), interval))
      return {
        uid: `${name}-${index + 1}`,
        circle: name,
        interval,
        lastOn,
        dueOn,
        intervalDays: dueOn - lastOn,
        isSnoozed: false,
        restsUntil: 0,
      }
    }),
  )
  return shuffle(contacts, random)
}

/** All attempts of the whole time, over its workdays. */
function roomsOf(days: number, attemptsPerDay: number): (day: number) => number {
  const from = epochDayOf(FROM)
  const workdays = Array.from({ length: days }, (_, index) => from + index).filter(isWorkday)
  const upTo = (count: number): number => Math.floor((count * days * attemptsPerDay) / workdays.length)
  const rooms = new Map(workdays.map((day, index) => [day, upTo(index + 1) - upTo(index)]))
  return (day) => rooms.get(day) ?? 0
}

/** Fisher and Yates's. */
function shuffle<T>(list: readonly T[], random: Random): readonly T[] {
  const left = [...list]
  return list.flatMap(() => left.splice(random.below(left.length), 1))
}
