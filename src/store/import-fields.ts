/** The fields of a contact that an import follows. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFields } from '../domain/contact.ts'
import type { CheckedContact } from '../domain/import-check.ts'
import { everSaid, formatMemory, parseMemory, remember, saidBy } from '../domain/import-memory.ts'
import {
  chooseField,
  FOLLOWED_FIELDS,
  type FollowedField,
  type FollowedValues,
} from '../domain/import-merge.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { addAlias, aliasId, updateFields } from './contacts.ts'
import type { Database } from './driver.ts'
import type { ImportedRow } from './import-identity.ts'
import { UNDONE } from './schema.ts'

/** A field in which the file and the database differed. */
export interface FieldDifference {
  readonly name: string
  /** A {@link FollowedField}, of netkeep's own JSON also another. */
  readonly field: string
  readonly mine: string | null
  readonly theirs: string | null
}

/** A contact as it is, with what the last import gave it. */
export interface KnownRow extends FollowedValues {
  readonly uid: string
  /** What imports said, see domain/import-memory.ts. */
  readonly imported: string | null
  readonly deleted: number | null
  readonly mergedInto: string | null
  readonly circle: string | null
  readonly interval: string | null
  readonly pausedOn: string | null
}

export const KNOWN = `SELECT id AS uid, name, organization, title, location, birthday, note, met_on AS metOn, met_at AS metAt, imported, deleted,
  merged_into AS mergedInto, interval, (SELECT id FROM circle WHERE id = contact.circle AND deleted IS NULL) AS circle, paused_on AS pausedOn
FROM contact WHERE id = ?`

/** The fields of a new contact. */
export function fieldsOf(contact: CheckedContact): ContactFields {
  const { name, organization, title, location, birthday, note, metOn, metAt } = contact
  return { name, organization, title, location, birthday, note, metOn, metAt, introducedBy: null }
}

/** These are always there, as a LinkedIn export has them: thousands of rows are no different to what earlier versions remembered. */
const ALWAYS: readonly FollowedField[] = ['name', 'organization', 'title', 'metOn']

/** The contact's memory with what this row says; for what it does not say, with what its source said before. */
export function rememberedBy(row: KnownRow | undefined, imported: ImportedRow, uid: string): string {
  const memory = row === undefined || row.deleted === UNDONE ? undefined : parseMemory(row.imported)
  const { contact, memory: source } = imported
  const before = saidBy(memory, source, uid) ?? {}
  const said: Record<string, string | null> = {}
  for (const field of [...ALWAYS, ...FOLLOWED_FIELDS]) {
    const value = contact[field] ?? before[field] ?? null
    if (value !== null || ALWAYS.includes(field)) said[field] = value
  }
  const cadence = contact.cadence === null ? before.cadence : JSON.stringify(contact.cadence)
  if (cadence != null) said['cadence'] = cadence
  return formatMemory(remember(memory, source, uid, said))
}

/** Whether the source told this very cadence before. */
export function hasCadenceOf(row: KnownRow, { contact, memory: source }: ImportedRow): boolean {
  if (contact.cadence === null) return false
  return saidBy(parseMemory(row.imported), source, row.uid)?.cadence === JSON.stringify(contact.cadence)
}

/**
 * Brings a contact up to the file, and notes where they differ: organizations and names that changed, and fields kept as they are here. A
 * former name stays as an alias.
 * @returns the fields that followed.
 */
export function followFields(
  db: Database,
  row: KnownRow,
  { contact, memory: source }: ImportedRow,
  options: { readonly prefer: 'mine' | 'theirs'; readonly today: CalendarDate },
  noted: {
    readonly news: FieldDifference[]
    readonly kept: FieldDifference[]
    readonly renamed: FieldDifference[]
  },
): readonly string[] {
  const memory = parseMemory(row.imported)
  const said = saidBy(memory, source, row.uid)
  const followed: Partial<Record<FollowedField, string | null>> = {}
  for (const field of FOLLOWED_FIELDS) {
    const [mine, theirs] = [row[field], contact[field]]
    if (theirs === null || theirs === mine) continue
    const before = said === undefined ? undefined : (said[field] ?? null)
    const choice = chooseField({ mine, before, ever: everSaid(memory, field), theirs }, options.prefer)
    // A name that the contact has as an alias is known already.
    // A merge, and whoever adds to a note, keeps what the file has in it.
    if (choice === 'kept' && field === 'note' && mine?.includes(theirs) === true) continue
    if (choice === 'same' || (field === 'name' && isAlias(db, row.uid, contact.name))) continue
    const difference = { name: row.name ?? contact.name, field, mine, theirs }
    if (choice === 'kept') {
      noted.kept.push(difference)
    } else {
      followed[field] = theirs
      if (field === 'organization' && row.organization !== null) noted.news.push(difference)
      if (field === 'name') noted.renamed.push(difference)
    }
  }
  // Together: employer and title change as one job.
  updateFields(db, row.uid, followed as Partial<ContactFields>, options.today)
  if (followed.name != null && row.name !== null && nameKeyOf(row.name) !== nameKeyOf(followed.name))
    addAlias(db, row.uid, row.name)
  return Object.keys(followed)
}

function isAlias(db: Database, uid: string, name: string): boolean {
  const find = db.prepare('SELECT 1 FROM contact_alias WHERE id = ? AND deleted IS NULL').pluck()
  return find.get(aliasId(uid, name)) !== undefined
}
