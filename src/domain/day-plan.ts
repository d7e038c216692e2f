/** The plan for a day: what fits into its minutes. */

/** A thing to do that takes some minutes. */
export interface Task {
  readonly minutes: number
}

/** What there is to do, each list in the order of its urgency. */
export interface Tasks<C extends Task, P extends Task, D extends Task> {
  /** Contacts who are cold or due. */
  readonly due: readonly C[]
  /** Contacts in the last part of their interval. */
  readonly nearlyDue: readonly C[]
  readonly promises: readonly P[]
  readonly dates: readonly D[]
}

export interface DayPlan<C extends Task, P extends Task, D extends Task> {
  readonly due: readonly C[]
  /** Nearly due ones, taken since there is room. */
  readonly early: readonly C[]
  readonly promises: readonly P[]
  readonly dates: readonly D[]
}

/** Contacts are nearly due in this last part of their interval. */
export const NEARLY_DUE_PERCENT = 15

/** Meeting somebody is not done at a desk in the morning: what is planned then is the message that arranges it. */
const IN_PERSON: readonly string[] = ['meeting', 'coffee', 'meal', 'event']

/**
 * The channel by which to reach a contact whose last touch came by this one: the same again; but a message, to arrange it, where they
 * met, or where it takes longer than all the minutes there are.
 */
export function channelToReachBy(
  lastChannel: string | null,
  minutesBy: (channel: string) => number,
  minutes: number,
): string {
  const isForLater =
    lastChannel === null || IN_PERSON.includes(lastChannel) || minutesBy(lastChannel) > minutes
  return isForLater ? 'message' : lastChannel
}

/**
 * The first of each kind is always taken: what takes longer than a day's minutes would never be done otherwise. Then, in the order of
 * urgency, what fits; what does not is passed over for a shorter one behind it. Dates and promises have a day of their own, so they
 * come first, but get more than half of the minutes only where contacts leave it. Nearly due contacts come when all that are due are
 * in the plan.
 */
export function planDay<C extends Task, P extends Task, D extends Task>(
  tasks: Tasks<C, P, D>,
  minutes: number,
): DayPlan<C, P, D> {
  const kinds: readonly (readonly Task[])[] = [tasks.dates, tasks.promises, tasks.due]
  const taken = new Set(kinds.flatMap((list) => list.slice(0, 1)))
  const ofDays = [...tasks.dates, ...tasks.promises]
  const free = (room: number, among: readonly Task[]): number =>
    room - minutesOf(among.filter((task) => taken.has(task)))
  const take = (offered: readonly Task[], room: number): void => {
    let left = Math.min(room, free(minutes, [...ofDays, ...tasks.due, ...tasks.nearlyDue]))
    for (const task of offered) {
      if (taken.has(task) || task.minutes > Math.max(0, left)) continue
      taken.add(task)
      left -= task.minutes
    }
  }
  take(ofDays, free(minutes / 2, ofDays))
  take(tasks.due, minutes)
  take(ofDays, minutes)
  if (tasks.due.every((task) => taken.has(task))) take(tasks.nearlyDue, minutes)
  const isTaken = (task: Task): boolean => taken.has(task)
  return {
    due: tasks.due.filter(isTaken),
    early: tasks.nearlyDue.filter(isTaken),
    promises: tasks.promises.filter(isTaken),
    dates: tasks.dates.filter(isTaken),
  }
}

/** The minutes of these tasks together. */
export function minutesOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0)
}
