/** The streak: how many weeks, or workdays, in a row the personal minimum of touches was reached. */

export const STREAK_UNITS = ['week', 'workday'] as const
export type StreakUnit = (typeof STREAK_UNITS)[number]

export const DEFAULT_STREAK_UNIT: StreakUnit = 'week'
export const DEFAULT_STREAK_MINIMUM = 1
export const MOST_STREAK_MINIMUM = 500
