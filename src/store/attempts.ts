/** Attempts to reach contacts, and light touches. */
import type { Attempt } from '../domain/answer.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { groupBy } from '../domain/group-by.ts'
import type { DateRange } from '../domain/period.ts'
import { isAmong, listOf } from './among.ts'
import type { Database } from './driver.ts'
import { COUNTS, IS_DAY, LINKS } from './touches.ts'

const IN_RANGE = `${LINKS} AND t.touched_on BETWEEN :from AND :to AND ${IS_DAY}`

/** Attempts in these days, each contact of each. An ask is one, whether it was answered or not. */
export function listAttempts(
  db: Database,
  { from, to }: DateRange,
  among?: readonly string[],
): readonly Attempt[] {
  return db
    .prepare(
      `SELECT x.contact, t.id AS touchpoint, t.touched_on AS "on", nullif(t.channel, '') AS channel ${IN_RANGE} AND t.kind = 'attempt' ${isAmong(db, among)}`,
    )
    .all({ from, to, among: listOf(among) }) as Attempt[]
}

/**
 * Those of the attempts behind which there is a touchpoint that counts with the contact, of the same day. Each contact is looked up once,
 * however many attempts there are. The plus keeps SQLite from going through all of a day.
 */
export function answeredAtOnce(db: Database, attempts: readonly Attempt[]): ReadonlySet<Attempt> {
  const latestFirst = db.prepare(
    `SELECT t.id, t.touched_on AS "on", ${COUNTS} AS counts
     ${LINKS} AND x.contact = :contact AND +t.touched_on IN (SELECT value FROM json_each(:days))
     ORDER BY t.touched_on DESC, coalesce(t.recorded_at, '') DESC, t.id DESC`,
  )
  const answered = new Set<Attempt>()
  for (const [contact, those] of groupBy(attempts, (attempt) => attempt.contact)) {
    const sought = new Map(those.map((attempt) => [attempt.touchpoint, attempt]))
    const days = listOf([...new Set(those.map(({ on }) => on))])
    let touchedOn: CalendarDate | undefined
    for (const { id, on, counts } of latestFirst.all({ contact, days }) as TouchpointOfDay[]) {
      const attempt = sought.get(id)
      if (attempt !== undefined && touchedOn === on) answered.add(attempt)
      if (counts === 1) touchedOn = on
    }
  }
  return answered
}

interface TouchpointOfDay {
  readonly id: string
  readonly on: CalendarDate
  readonly counts: number
}

/** Light touches in these days, each contact of each. */
export function countLight(db: Database, { from, to }: DateRange, among?: readonly string[]): number {
  return db
    .prepare(`SELECT count(*) ${IN_RANGE} AND t.kind = 'light' ${isAmong(db, among)}`)
    .pluck()
    .get({ from, to, among: listOf(among) }) as number
}
