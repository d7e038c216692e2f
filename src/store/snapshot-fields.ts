/** The fields and the cadence of a contact that is here already, as a snapshot tells them. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFields } from '../domain/contact.ts'
import {
  everSaid,
  formatMemory,
  type ImportMemory,
  joinMemories,
  parseMemory,
} from '../domain/import-memory.ts'
import { FOLLOWED_FIELDS } from '../domain/import-merge.ts'
import type { SnapshotContact } from '../domain/snapshot.ts'
import { type CadenceChoice, setBirthdayNotice, setCadence, updateFields } from './contacts.ts'
import type { Database } from './driver.ts'
import type { FieldDifference } from './import-fields.ts'

const FIELDS = [...FOLLOWED_FIELDS, 'introducedBy'] as const satisfies readonly (keyof ContactFields)[]

interface Row extends ContactFields {
  readonly birthdayNotice: number | null
  readonly imported: string | null
  readonly circle: string | null
  readonly interval: string | null
  readonly pausedOn: string | null
  readonly snoozedUntil: string | null
  readonly isReached: number
  readonly prospectOn: string | null
}

const ROW = `
SELECT name, organization, title, location, birthday, note, met_on AS metOn, met_at AS metAt, introduced_by AS introducedBy,
  birthday_notice AS birthdayNotice, imported, (SELECT id FROM circle WHERE id = contact.circle AND deleted IS NULL) AS circle, interval,
  paused_on AS pausedOn, snoozed_until AS snoozedUntil, prospect_on AS prospectOn,
  EXISTS (SELECT 1 FROM contact_state WHERE contact = contact.id AND last_counted_on IS NOT NULL) AS isReached
FROM contact WHERE id = ?`

export interface MergeOptions {
  readonly today: CalendarDate
  readonly prefer: 'mine' | 'theirs'
}

/**
 * Fills what is empty. What differs is kept, and returned, unless the file is preferred; so is what the user emptied after an import had
 * filled it. What imports told the contact there they have told it here from now on.
 * @param contact with the uids of circle and introducer as they are here.
 */
export function mergeSnapshotFields(
  db: Database,
  uid: string,
  contact: SnapshotContact,
  { today, prefer }: MergeOptions,
): readonly FieldDifference[] {
  const row = db.prepare(ROW).get(uid) as Row
  const memory = parseMemory(row.imported)
  const taken: Partial<Record<keyof ContactFields, string | null>> = {}
  const kept: FieldDifference[] = []
  const shown = nameFinder(db)
  for (const field of FIELDS) {
    const [mine, theirs] = [row[field], contact[field]]
    if (theirs === null || theirs === mine || theirs === uid) continue
    const said = field === 'introducedBy' ? [] : everSaid(memory, field)
    const isEmpty = mine === null && said.every((value) => value === null)
    if (isEmpty || prefer === 'theirs') taken[field] = theirs
    else kept.push({ name: row.name, field, mine: shown(field, mine), theirs: shown(field, theirs) })
  }
  // Together: employer and title change as one job.
  updateFields(db, uid, taken as Partial<ContactFields>, today)
  if (contact.birthdayNotice !== null && row.birthdayNotice === null && row.birthday === null)
    setBirthdayNotice(db, uid, contact.birthdayNotice)
  takeOverMemory(db, uid, memory, contact, taken)
  return [...kept, ...mergeCadence(db, uid, row, contact, prefer)]
}

/** Or the next import of a source would take what the file brought for the user's own. */
function takeOverMemory(
  db: Database,
  uid: string,
  memory: ImportMemory | undefined,
  contact: SnapshotContact,
  taken: object,
): void {
  if (contact.imported === null) return
  const theirs = parseMemory(JSON.stringify(contact.imported))
  const uids = { contact: uid, otherContact: contact.uid }
  const fields = FOLLOWED_FIELDS.filter((field) => Object.hasOwn(taken, field))
  const joined = joinMemories(memory, theirs, uids, fields)
  if (joined !== undefined)
    db.prepare('UPDATE contact SET imported = :joined WHERE id = :uid AND imported IS NOT :joined').run({
      uid,
      joined: formatMemory(joined),
    })
}

/** A contact without any cadence gets that of the file, whole; of two cadences the one here is kept. */
function mergeCadence(
  db: Database,
  uid: string,
  row: Row,
  { circle, interval, pausedOn, snooze, prospectOn, prospectDroppedOn }: SnapshotContact,
  prefer: 'mine' | 'theirs',
): readonly FieldDifference[] {
  const isUnscheduled =
    row.circle === null && row.interval === null && row.pausedOn === null && row.snoozedUntil === null
  if (isUnscheduled) {
    setCadence(db, uid, { circle, interval })
    db.prepare(
      'UPDATE contact SET paused_on = ?, snoozed_until = ?, snoozed_on = ?, snooze_recorded_at = ?, starting = ? WHERE id = ?',
    ).run(
      pausedOn,
      snooze?.until ?? null,
      snooze?.setOn ?? null,
      snooze?.recordedAt ?? null,
      snooze?.isStarting === true ? 1 : null,
      uid,
    )
    // Somebody whom the user here has been in touch with is nobody to reach.
    if (prospectOn !== null && row.prospectOn === null && row.isReached === 0)
      db.prepare('UPDATE contact SET prospect_on = ?, prospect_dropped_on = ? WHERE id = ?').run(
        prospectOn,
        prospectDroppedOn,
        uid,
      )
    return []
  }
  if (circle === null && interval === null) return []
  const theirs: CadenceChoice = { circle, interval }
  if (prefer === 'theirs') {
    setCadence(db, uid, theirs)
    return []
  }
  const shown = nameFinder(db)
  return (['circle', 'interval'] as const).flatMap((field) =>
    theirs[field] === null || theirs[field] === row[field]
      ? []
      : [{ name: row.name, field, mine: shown(field, row[field]), theirs: shown(field, theirs[field]) }],
  )
}

/** Circles and contacts by their names, everything else as it is. */
function nameFinder(db: Database): (field: string, value: string | null) => string | null {
  const tables: Readonly<Record<string, string>> = { circle: 'circle', introducedBy: 'contact' }
  return (field, value) => {
    const table = tables[field]
    if (table === undefined || value === null) return value
    const name = db.prepare(`SELECT name FROM ${table} WHERE id = ?`).pluck().get(value)
    return typeof name === 'string' ? name : value
  }
}
