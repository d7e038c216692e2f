/** Queries of table freeze, and the streak. */
import { type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import {
  daysOfUnit,
  type Freeze,
  frozenUnits,
  MOST_FROZEN_DAYS,
  type StreakState,
  streakOf,
  unitAt,
} from '../domain/streak.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { streakRule } from './settings.ts'
import { countTouches, listUnitTouches } from './touches.ts'

export function getStreak(db: Database, today: CalendarDate): StreakState {
  const { unit, minimum } = streakRule(db)
  const current = unitAt(unit, today)
  const days = daysOfUnit(unit, current)
  const reached = listUnitTouches(db, unit, days.to, minimum)
    .filter(({ touches }) => touches >= minimum)
    .map(({ day }) => unitAt(unit, day))
  const freezes = listFreezes(db)
  const frozen = frozenUnits(unit, freezes, current)
  return {
    unit,
    minimum,
    ...streakOf(reached, frozen, current),
    done: countTouches(db, days),
    unitStart: days.from,
    unitEnd: days.to,
    isReached: reached.includes(current),
    isFrozen: frozen.has(current),
    freezes,
  }
}

/** By their first day; of rows that this netkeep would not have written none. */
export function listFreezes(db: Database): readonly Freeze[] {
  const rows = db
    .prepare(
      `SELECT id AS uid, from_on AS "from", to_on AS "to" FROM freeze
       WHERE deleted IS NULL AND from_on IS NOT NULL AND to_on IS NOT NULL ORDER BY from_on, to_on, id`,
    )
    .all() as Freeze[]
  return rows.filter(
    (freeze) =>
      isCalendarDate(freeze.from) &&
      isCalendarDate(freeze.to) &&
      freeze.from <= freeze.to &&
      daysIn(freeze) <= MOST_FROZEN_DAYS,
  )
}

/** Freezes these days, again where that was taken back. */
export function insertFreeze(db: Database, { from, to }: DateRange): void {
  db.prepare(
    `INSERT INTO freeze (id, from_on, to_on) VALUES (?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET deleted = NULL WHERE deleted IS NOT NULL`,
  ).run(freezeId({ from, to }), from, to)
}

export function freezeId({ from, to }: DateRange, idOf: typeof naturalId = naturalId): string {
  return idOf('freeze', from, to)
}

/** Ends the freezes that have any of these days, and returns them. */
export function removeFreezesIn(db: Database, days: DateRange): readonly Freeze[] {
  const held = listFreezes(db).filter(({ from, to }) => from <= days.to && days.from <= to)
  const remove = db.prepare('UPDATE freeze SET deleted = 1 WHERE id = ?')
  for (const { uid } of held) remove.run(uid)
  return held
}
