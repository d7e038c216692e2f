/** The time that touchpoints took: as told, and as estimated for those of which nothing was told. */
import type { DateRange } from '../domain/period.ts'
import type { MinutesSpent } from '../domain/statistics.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { IS_TOLD, minutesByChannel } from './time-spent.ts'
import { COUNTS, IS_DAY } from './touches.ts'

interface Row {
  readonly channel: string | null
  readonly touchpoints: number
  readonly minutes: number
}

/** Of which touchpoints it was told is in an index of its own, so that no others are looked at. */
const TOLD = `
SELECT nullif(t.channel, '') AS channel, count(*) AS touchpoints, sum(t.minutes) AS minutes FROM touchpoint t
WHERE ${IS_TOLD} AND t.deleted IS NULL AND t.touched_on BETWEEN :from AND :to AND ${IS_DAY}
  AND EXISTS (SELECT 1 FROM touchpoint_contact x WHERE x.touchpoint = t.id AND x.deleted IS NULL AND ${COUNTS}`

/** Without a channel it is one like any other. */
const NO_CHANNEL = 'other'

/**
 * Of touchpoints that count, each once however many were there.
 * @param touchpoints how many there are by channel; null for none given.
 */
export function sumMinutes(
  db: Database,
  { from, to }: DateRange,
  touchpoints: ReadonlyMap<string | null, number>,
  among?: readonly string[],
): MinutesSpent {
  const rows = db
    .prepare(`${TOLD} ${isAmong(db, among)}) GROUP BY 1`)
    .all({ from, to, among: listOf(among) }) as Row[]
  const toldBy = new Map(rows.map(({ channel, touchpoints }) => [channel, touchpoints]))
  const minutesBy = minutesByChannel(db)
  const untold = [...touchpoints].map(([channel, count]) => ({
    count: count - (toldBy.get(channel) ?? 0),
    each: minutesBy(channel ?? NO_CHANNEL),
  }))
  return {
    told: sum(rows.map(({ minutes }) => minutes)),
    toldTouchpoints: sum([...toldBy.values()]),
    estimated: sum(untold.map(({ count, each }) => count * each)),
    estimatedTouchpoints: sum(untold.map(({ count }) => count)),
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
