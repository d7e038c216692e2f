/** Attempts to reach contacts, how many of them were answered, and light touches. */
import type { DateRange } from '../domain/period.ts'
import { ANSWER_DAYS, type ChannelAttempts } from '../domain/statistics.ts'
import { isAmong, listOf } from './counted-days.ts'
import type { Database } from './driver.ts'
import { isLater, LINKS } from './touches.ts'

const IN_RANGE = `${LINKS} AND t.touched_on BETWEEN :from AND :to`

/** A touchpoint that counts, with the same contact, behind the attempt. CROSS JOIN keeps SQLite with those of the contact. */
const IS_ANSWERED = `EXISTS (
  SELECT 1 FROM touchpoint_contact y CROSS JOIN touchpoint u ON u.id = y.touchpoint
  WHERE y.contact = x.contact AND y.deleted IS NULL AND u.deleted IS NULL AND coalesce(u.kind, 'counted') = 'counted'
    AND u.touched_on <= date(t.touched_on, '+${ANSWER_DAYS} days') AND ${isLater('u', 't')})`

/**
 * Attempts in these days, each contact of each; those of the channel with most first, those without one last. An ask is one, whether it
 * was answered or not.
 */
export function countAttempts(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): readonly ChannelAttempts[] {
  return db
    .prepare(
      `SELECT t.channel, count(*) AS attempts, sum(${IS_ANSWERED}) AS answered
       ${IN_RANGE} AND t.kind = 'attempt' ${isAmong(among)}
       GROUP BY t.channel ORDER BY t.channel IS NULL, attempts DESC, t.channel`,
    )
    .all({ from, to, among: listOf(among) }) as ChannelAttempts[]
}

/** Light touches in these days, each contact of each. */
export function countLight(db: Database, { from, to }: DateRange, among?: readonly string[]): number {
  return db
    .prepare(`SELECT count(*) ${IN_RANGE} AND t.kind = 'light' ${isAmong(among)}`)
    .pluck()
    .get({ from, to, among: listOf(among) }) as number
}
