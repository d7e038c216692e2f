/** The cadence that new and unscheduled contacts get by an import: that of the file, else that of the command. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ImportedCadence } from '../domain/import-file.ts'
import { findCircle, insertCircle } from './circles.ts'
import type { Change } from './command-log.ts'
import { type CadenceChoice, setPaused, setSnooze } from './contacts.ts'

/** What the file says; undefined where it says nothing that gives a cadence. A circle that is not there is made where its interval is known. */
export function cadenceOf(change: Change, said: ImportedCadence | null): CadenceChoice | undefined {
  if (said === null) return undefined
  const interval = said.interval ?? null
  const circle = said.circle == null ? null : circleNamed(change, said.circle)
  return circle === null && interval === null ? undefined : { circle, interval }
}

function circleNamed(
  { db }: Change,
  { name, interval }: NonNullable<ImportedCadence['circle']>,
): string | null {
  const known = findCircle(db, name)?.uid
  if (known !== undefined) return known
  return interval === null || interval === 'none' ? null : insertCircle(db, name, interval)
}

/** Snooze and pause, as the file has them. */
export function applyRest(
  change: Change,
  uid: string,
  said: ImportedCadence | null,
  today: CalendarDate,
): void {
  if (said?.isPaused === true) setPaused(change.db, uid, today)
  if (said?.snoozedUntil != null && said.snoozedUntil > today)
    setSnooze(change, uid, said.snoozedUntil, today)
}
