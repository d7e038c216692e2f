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
 * Takes in the order of urgency what fits; what does not is passed over for a shorter one behind it. The first of each kind is always
 * taken: what takes longer than a day's minutes would never be done otherwise. Dates and promises have a day of their own, so they
 * come first, but get more than half of the minutes only where contacts leave it. Nearly due contacts come when all that are due are
 * in the plan.
 */
export function planDay<C extends Task, P extends Task, D extends Task>(
  tasks: Tasks<C, P, D>,
  minutes: number,
): DayPlan<C, P, D> {
  let left = minutes
  const take = <T extends Task>(offered: readonly T[], room: number): readonly T[] => {
    let free = room
    const taken = offered.filter((task, index) => {
      const isTaken = index === 0 || task.minutes <= Math.max(0, free)
      if (isTaken) free -= task.minutes
      return isTaken
    })
    left -= room - free
    return taken
  }
  const takeFitting = <T extends Task>(offered: readonly T[]): readonly T[] => {
    const fits = offered.findIndex((task) => task.minutes <= left)
    return fits === -1 ? [] : take(offered.slice(fits), left)
  }
  const rest = <T extends Task>(offered: readonly T[], taken: readonly T[]): readonly T[] =>
    offered.filter((task) => !taken.includes(task))
  const half = minutes / 2

  const firstDates = take(tasks.dates, half)
  const firstPromises = take(tasks.promises, left - (minutes - half))
  const due = take(tasks.due, left)
  const dates = [...firstDates, ...takeFitting(rest(tasks.dates, firstDates))]
  const promises = [...firstPromises, ...takeFitting(rest(tasks.promises, firstPromises))]
  const early = due.length === tasks.due.length ? takeFitting(tasks.nearlyDue) : []
  return {
    due,
    early,
    promises: tasks.promises.filter((task) => promises.includes(task)),
    dates: tasks.dates.filter((task) => dates.includes(task)),
  }
}

/** The minutes of these tasks together. */
export function minutesOf(tasks: readonly Task[]): number {
  return tasks.reduce((sum, { minutes }) => sum + minutes, 0)
}
