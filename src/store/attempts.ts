/** Attempts to reach contacts, and light touches. */
import type { Attempt } from '../domain/answer.ts'
import type { DateRange } from '../domain/period.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { COUNTS, isLater, LINKS } from './touches.ts'

const IN_RANGE = `${LINKS} AND t.touched_on BETWEEN :from AND :to`

/** Attempts in these days, each contact of each. An ask is one, whether it was answered or not. */
export function listAttempts(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): readonly Attempt[] {
  return db
    .prepare(
      `SELECT x.contact, t.id AS touchpoint, t.touched_on AS "on", t.channel ${IN_RANGE} AND t.kind = 'attempt' ${isAmong(db, among)}`,
    )
    .all({ from, to, among: listOf(among) }) as Attempt[]
}

/**
 * Whether there is a touchpoint that counts with the contact, of the day of the attempt and behind it. The plus keeps SQLite from going
 * through all of the day.
 */
export function isAnsweredAtOnce(db: Database, { contact, touchpoint, on }: Attempt): boolean {
  const behind = `EXISTS (SELECT 1 FROM touchpoint a WHERE a.id = :touchpoint AND ${isLater('t', 'a')})`
  return (
    db
      .prepare(
        `SELECT 1 ${LINKS} AND +t.touched_on = :on AND x.contact = :contact AND ${COUNTS} AND ${behind} LIMIT 1`,
      )
      .get({ contact, touchpoint, on }) !== undefined
  )
}

/** Light touches in these days, each contact of each. */
export function countLight(db: Database, { from, to }: DateRange, among?: readonly string[]): number {
  return db
    .prepare(`SELECT count(*) ${IN_RANGE} AND t.kind = 'light' ${isAmong(db, among)}`)
    .pluck()
    .get({ from, to, among: listOf(among) }) as number
}
