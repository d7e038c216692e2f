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

/** By the week, which can be thought of where a day has less than one: `4.5 touches a week`. */
export function sayPerWeek(perDay: number, noun = 'touch', nouns = `${noun}es`): string {
  return `${plural(Number((perDay * 7).toFixed(1)), noun, nouns)} a week`
}
