/** What cadences ask of a day. */
import { HEAVY_LOAD_PER_DAY } from '../domain/spread.ts'
import { plural } from './dates.ts'

/** What contacts given a cadence together will ask for: `This asks for about 22 a day.`, with advice where that is much. */
export function sayLoad(perDay: number, paced: number): string {
  const spread =
    paced > 1
      ? ` ${plural(paced, 'contact')} that would be due at once are spread over the interval (--as-is leaves the plain dates).`
      : ''
  const advice =
    perDay > HEAVY_LOAD_PER_DAY
      ? ' That is a lot: think of a wider circle, or leave some without a cadence (netkeep move WHO none).'
      : ''
  return `This asks for ${sayRate(perDay)}.${spread}${advice}`
}

/** `about 22 a day`; below one a day, by the week or month: `about 3 a week`. */
export function sayRate(perDay: number): string {
  if (perDay >= 0.95) return `about ${Math.round(perDay)} a day`
  if (perDay * 7 >= 0.95) return `about ${Math.round(perDay * 7)} a week`
  return `about ${Math.max(1, Math.round(perDay * 30.44))} a month`
}

/** The time in which rates are said that stand beside each other. */
export interface RatePeriod {
  readonly name: 'week' | 'month'
  readonly days: number
}

/** A week; a month where that is less than one a week. */
export function ratePeriodOf(perDay: number): RatePeriod {
  return perDay > 0 && perDay * 7 < 1 ? { name: 'month', days: 30.44 } : { name: 'week', days: 7 }
}

/** `4.5`; what would be 0.0 has a decimal more. */
export function formatRate(perDay: number, { days }: RatePeriod): string {
  const count = perDay * days
  return count.toFixed(count > 0 && count < 0.05 ? 2 : 1)
}

/** `4.5 touches a week` */
export function sayTouches(perDay: number, period: RatePeriod): string {
  return sayRateOf(perDay, period, 'touch', 'touches')
}

export function sayRateOf(perDay: number, period: RatePeriod, noun: string, nouns?: string): string {
  return `${plural(Number(formatRate(perDay, period)), noun, nouns)} a ${period.name}`
}
