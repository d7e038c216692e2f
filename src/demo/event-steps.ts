/** The events of the sample network, as they were planned: one that is over, at which there is a touchpoint, and one ahead. */
import { insertEvent, planContact } from '../store/events.ts'
import { commandLine, type DayOf, type Step } from './step.ts'

interface DemoEvent {
  readonly name: string
  readonly plannedDaysAgo: number
  /** First and last day, before the day the demo is made. */
  readonly daysAgo: readonly [number, number]
  readonly place: string
  readonly goal: string
  readonly toMeet: readonly string[]
}

const EVENTS: readonly DemoEvent[] = [
  {
    name: 'North Sea Data Days',
    plannedDaysAgo: 131,
    daysAgo: [105, 104],
    place: 'Ostend',
    goal: 'hear how others do queues',
    toMeet: ['Youssef El Amrani', 'Hannah Lindqvist'],
  },
  {
    name: 'Northern Python Day',
    plannedDaysAgo: 9,
    daysAgo: [-12, -13],
    place: 'Leeds',
    goal: 'find two speakers for the meetup',
    toMeet: ['Grace Wanjiru', 'Mateo Quispe'],
  },
]

/** `netkeep event add`. */
export function eventSteps(day: DayOf): readonly Step[] {
  return EVENTS.map(({ name, plannedDaysAgo, daysAgo, place, goal, toMeet }) => {
    const [on, until] = [day(daysAgo[0]), day(daysAgo[1])]
    return {
      typed: commandLine(
        ['event', 'add', name],
        [
          ['--on', `${on}..${until}`],
          ['--place', place],
          ['--goal', goal],
          ['--with', toMeet.join(',')],
        ],
      ),
      daysAgo: plannedDaysAgo,
      take: (change, uids) => {
        const uid = insertEvent(change, { name, on, until, place, goal })
        uids.add(name, uid)
        for (const contact of toMeet) planContact(change.db, uid, uids.of(contact))
      },
    }
  })
}
