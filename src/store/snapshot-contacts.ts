/** Reads all contacts for a snapshot. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { SnapshotContact, SnapshotSnooze } from '../domain/snapshot.ts'
import { readContactSets } from './contact-sets.ts'
import type { Database } from './driver.ts'

/** How many are read together. */
const PART = 500

const COLUMNS = `
SELECT c.id AS uid, c.name, c.organization, c.title, c.job_since AS jobSince, c.location, c.birthday, c.birthday_notice AS birthdayNotice,
  c.note, c.met_on AS metOn, c.met_at AS metAt,
  (SELECT contact FROM contact_state WHERE contact = c.introduced_by) AS introducedBy,
  (SELECT id FROM circle WHERE id = c.circle AND deleted IS NULL) AS circle,
  c.interval, c.tracked_from AS trackedFrom, c.paused_on AS pausedOn, c.prospect_on AS prospectOn,
  CASE WHEN c.prospect_on IS NOT NULL THEN c.prospect_dropped_on END AS prospectDroppedOn, c.imported,
  c.snoozed_until, c.snoozed_on, c.snooze_recorded_at, c.starting
FROM contact_state s JOIN contact c ON c.id = s.contact
WHERE s.contact > ? AND c.name IS NOT NULL ORDER BY s.contact LIMIT ${PART}`

interface Row {
  readonly uid: string
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly jobSince: CalendarDate | null
  readonly location: string | null
  readonly birthday: string | null
  readonly birthdayNotice: number | null
  readonly note: string | null
  readonly metOn: CalendarDate | null
  readonly metAt: string | null
  readonly introducedBy: string | null
  readonly circle: string | null
  readonly interval: string | null
  readonly trackedFrom: CalendarDate
  readonly pausedOn: CalendarDate | null
  readonly prospectOn: CalendarDate | null
  readonly prospectDroppedOn: CalendarDate | null
  readonly imported: string | null
  readonly snoozed_until: CalendarDate | null
  readonly snoozed_on: CalendarDate | null
  readonly snooze_recorded_at: string | null
  readonly starting: number | null
}

/** By uid. */
export function* readContacts(db: Database): Generator<SnapshotContact> {
  const next = db.prepare(COLUMNS)
  for (let after = ''; ; ) {
    const rows = next.all(after) as Row[]
    const setsOf = readContactSets(
      db,
      rows.map(({ uid }) => uid),
    )
    for (const row of rows) {
      const { imported, snoozed_until, snoozed_on, snooze_recorded_at, starting, ...fields } = row
      yield {
        ...fields,
        snooze: snoozeOf(row),
        ...setsOf(row.uid),
        imported: imported === null ? null : (JSON.parse(imported) as SnapshotContact['imported']),
      }
    }
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.uid
  }
}

function snoozeOf({ snoozed_until, snoozed_on, snooze_recorded_at, starting }: Row): SnapshotSnooze | null {
  if (snoozed_until === null || snoozed_on === null || snooze_recorded_at === null) return null
  return {
    until: snoozed_until,
    setOn: snoozed_on,
    recordedAt: snooze_recorded_at,
    isStarting: starting === 1,
  }
}
