/** Applies the contacts of an import: who is new, who is known, which fields follow the file. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { CheckedContact } from '../domain/import-check.ts'
import { type Change, changesOf } from './command-log.ts'
import { type CadenceChoice, insertContact, setFields } from './contacts.ts'
import type { Database } from './driver.ts'
import { applyRest, cadenceOf } from './import-cadence.ts'
import {
  type FieldDifference,
  fieldsOf,
  followFields,
  hasCadenceOf,
  KNOWN,
  type KnownRow,
  rememberedBy,
} from './import-fields.ts'
import { createRecogniser, type ImportedRow, importedRowOf } from './import-identity.ts'
import { addSets, uniteSets } from './import-sets.ts'
import { nameChecker } from './known-contacts.ts'
import { REMOVED, UNDONE } from './schema.ts'
import { survivorOf } from './survivor.ts'

export interface ImportOptions {
  readonly today: CalendarDate
  /** The cadence for new and unscheduled contacts of which the file tells none; undefined leaves them as they are. */
  readonly cadence: CadenceChoice | undefined
  /** New contacts become prospects, with this cadence for later where the file tells none. */
  readonly prospects?: CadenceChoice | undefined
  readonly prefer: 'mine' | 'theirs'
  readonly includesRemoved: boolean
}

export interface ContactsImported {
  readonly created: string[]
  readonly updated: string[]
  unchanged: number
  /** Contacts that the user removed earlier, left removed. */
  removed: number
  /** Contacts that got a cadence: new ones, and unscheduled ones that were there before. */
  readonly scheduled: string[]
  /** Organizations that changed since the last import. */
  readonly news: FieldDifference[]
  /** Fields kept as the user had edited them. */
  readonly kept: FieldDifference[]
  /** Names that changed since the last import. */
  readonly renamed: FieldDifference[]
  /** What was changed of those updated: fields, and what was added. */
  readonly changes: { readonly name: string; readonly what: readonly string[] }[]
  /** New contacts with the name of another contact. */
  readonly sameName: string[]
  /** The contact for each `url KEY` and `source ID` in the files. */
  readonly byKey: Map<string, string>
}

/** Somebody new, who is written when all rows are read: the first row tells the fields, all of them addresses. */
interface NewContact {
  readonly rows: ImportedRow[]
  /** The addresses of the rows, as soon as there is a second one. */
  points: Set<string> | undefined
}

export function importContacts(
  change: Change,
  contacts: readonly CheckedContact[],
  options: ImportOptions,
  onRow: (done: number) => void,
): ContactsImported {
  const { db } = change
  const result: ContactsImported = {
    created: [],
    updated: [],
    unchanged: 0,
    removed: 0,
    scheduled: [],
    news: [],
    kept: [],
    renamed: [],
    changes: [],
    sameName: [],
    byKey: new Map(),
  }
  const findKnown = knownFinder(db)
  const recogniser = createRecogniser(db, contacts)
  const isNamed = nameChecker(db)
  const remember = db.prepare('UPDATE contact SET imported = ? WHERE id = ?')
  const seen = new Set<string>()
  const added = new Map<string, NewContact>()
  let done = 0
  for (const { imported, found } of inOrder(db, contacts, (row) =>
    recogniser.uidOf(row, (uid) => added.has(uid)),
  )) {
    onRow(done++)
    const { contact } = imported
    const row = findKnown(found)
    const uid = row?.uid ?? found
    if (row?.deleted === REMOVED && !options.includesRemoved) {
      result.removed++
      continue
    }
    noteKeys(result.byKey, imported, uid)
    const newcomer = added.get(uid)
    if (newcomer !== undefined) {
      if (takeRow(newcomer, imported)) result.updated.push(uid)
      else result.unchanged++
      continue
    }
    if (row === undefined || row.deleted === UNDONE) {
      if (isNamed(contact.name)) result.sameName.push(contact.name)
      if (row !== undefined) bringBack(change, uid, imported, options, result)
      else added.set(uid, { rows: [imported], points: undefined })
      result.created.push(uid)
    } else {
      const before = changesOf(db)
      if (row.deleted === REMOVED) db.prepare('UPDATE contact SET deleted = NULL WHERE id = ?').run(uid)
      // Of two rows that mean one contact, the first tells its fields, or each import would change them back and forth.
      const fields = seen.has(uid) ? [] : followFields(db, row, imported, options, result)
      const more = uniteSets(db, uid, imported, options.prefer)
      if (isUnscheduled(row) && !seen.has(uid)) {
        // What the file said before, the user has taken away since.
        const cadence = hasCadenceOf(row, imported) ? null : contact.cadence
        schedule(change, uid, { ...contact, cadence }, options, result)
      }
      if (changesOf(db) === before) result.unchanged++
      else {
        result.updated.push(uid)
        result.changes.push({ name: row.name ?? contact.name, what: [...fields, ...more] })
      }
    }
    if (row !== undefined && !seen.has(uid)) {
      const memory = rememberedBy(row, imported, uid)
      if (row.imported !== memory) remember.run(memory, uid)
    }
    seen.add(uid)
  }
  insertNew(change, added, options, result)
  return result
}

/** Each row with the uid it means. Those of contacts that were merged into others come last: the survivor's own row tells its fields. */
function* inOrder(
  db: Database,
  contacts: readonly CheckedContact[],
  uidOf: (row: ImportedRow) => string,
): Generator<{ readonly imported: ImportedRow; readonly found: string }> {
  const isMerged = db.prepare('SELECT merged_into IS NOT NULL FROM contact WHERE id = ?').pluck()
  const hasMerged = db.prepare('SELECT 1 FROM contact WHERE merged_into IS NOT NULL').get() !== undefined
  const merged: { readonly imported: ImportedRow; readonly found: string }[] = []
  for (const contact of contacts) {
    const imported = importedRowOf(contact)
    const found = uidOf(imported)
    if (hasMerged && isMerged.get(found) === 1) merged.push({ imported, found })
    else yield { imported, found }
  }
  yield* merged
}

/** The row of a contact, or of the one that it was merged into. */
function knownFinder(db: Database): (uid: string) => KnownRow | undefined {
  const known = db.prepare(KNOWN)
  return (uid) => {
    const row = known.get(uid) as KnownRow | undefined
    return row == null || row.mergedInto === null ? row : (known.get(survivorOf(db, uid)) as KnownRow)
  }
}

function noteKeys(byKey: Map<string, string>, { contact, points }: ImportedRow, uid: string): void {
  for (const { kind, key } of points) if (kind === 'url') byKey.set(`url ${key}`, uid)
  if (contact.sourceId !== null) byKey.set(`source ${contact.sourceId}`, uid)
}

/** Takes a further row of the contact, unless it holds nothing but fields and addresses that are there. @returns whether it did */
function takeRow(newcomer: NewContact, row: ImportedRow): boolean {
  const { rows } = newcomer
  newcomer.points ??= new Set(rows.flatMap(({ points }) => points.map(({ kind, key }) => `${kind} ${key}`)))
  const { points } = newcomer
  const { aliases, tags, traits, dates, properties, formerJobs = [] } = row.contact
  const isKnown =
    row.points.every(({ kind, key }) => points.has(`${kind} ${key}`)) &&
    [aliases, tags, traits, dates, properties, formerJobs].every((set) => set.length === 0)
  if (isKnown) return false
  rows.push(row)
  for (const { kind, key } of row.points) points.add(`${kind} ${key}`)
  return true
}

/** In the order of their ids, in which the table is kept: thousands of rows write each of its pages once. */
function insertNew(
  change: Change,
  added: ReadonlyMap<string, NewContact>,
  options: ImportOptions,
  result: ContactsImported,
): void {
  for (const [uid, { rows }] of [...added].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [first, ...others] = rows
    if (first === undefined) continue
    const { contact } = first
    const cadence = newCadenceOf(change, contact, options)
    const imported = rememberedBy(undefined, first, uid)
    insertContact(change, fieldsOf(contact), cadence ?? UNSCHEDULED, options.today, { uid, imported })
    applyRest(change, uid, contact.cadence, options.today)
    if (cadence !== undefined && options.prospects === undefined) result.scheduled.push(uid)
    addSets(change.db, uid, first)
    for (const row of others) uniteSets(change.db, uid, row, 'mine')
  }
}

/** What a new contact begins with; undefined for no cadence. */
function newCadenceOf(
  change: Change,
  { cadence }: CheckedContact,
  { cadence: given, prospects, today }: ImportOptions,
): CadenceChoice | undefined {
  const said = cadenceOf(change, cadence)
  return prospects === undefined ? (said ?? given) : { ...(said ?? prospects), prospectOn: today }
}

const UNSCHEDULED: CadenceChoice = { circle: null, interval: null }

/** A contact that undo took back comes again as if for the first time. */
function bringBack(
  change: Change,
  uid: string,
  row: ImportedRow,
  options: ImportOptions,
  result: ContactsImported,
): void {
  const { contact } = row
  const hasJob = contact.organization !== null || contact.title !== null
  const prospect = options.prospects === undefined ? undefined : newCadenceOf(change, contact, options)
  change.db
    .prepare(
      `UPDATE contact SET deleted = NULL, circle = :circle, interval = :interval, tracked_from = :today, paused_on = NULL,
         prospect_on = :prospectOn, prospect_dropped_on = NULL, job_since = :jobSince, snoozed_until = NULL, snoozed_on = NULL,
         snooze_recorded_at = NULL, starting = NULL WHERE id = :uid`,
    )
    .run({
      ...{ uid, today: options.today, jobSince: hasJob ? options.today : null },
      ...{ prospectOn: null, ...(prospect ?? UNSCHEDULED) },
    })
  setFields(change.db, uid, fieldsOf(contact))
  if (prospect === undefined) schedule(change, uid, contact, options, result)
  else applyRest(change, uid, contact.cadence, options.today)
  addSets(change.db, uid, row)
}

/** Gives a contact without cadence that of the file, else that of the command. */
function schedule(
  change: Change,
  uid: string,
  { cadence: said }: CheckedContact,
  options: ImportOptions,
  result: ContactsImported,
): void {
  const cadence = cadenceOf(change, said) ?? options.cadence
  if (cadence !== undefined) {
    change.db
      .prepare('UPDATE contact SET circle = :circle, interval = :interval WHERE id = :uid')
      .run({ uid, ...cadence })
    result.scheduled.push(uid)
  }
  applyRest(change, uid, said, options.today)
}

function isUnscheduled(row: KnownRow): boolean {
  return row.circle === null && row.interval === null && row.pausedOn === null
}
