/** The fields of a contact that an import follows. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFields } from '../domain/contact.ts'
import type { CheckedContact } from '../domain/import-check.ts'
import {
  chooseField,
  FOLLOWED_FIELDS,
  type FollowedField,
  type FollowedValues,
} from '../domain/import-merge.ts'
import { updateFields } from './contacts.ts'
import type { Database } from './driver.ts'
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
  /** JSON of some {@link FollowedValues}. */
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

type Remembered = Partial<FollowedValues>

/** These are always there, as a LinkedIn export has them: thousands of rows are no different to what earlier versions remembered. */
const ALWAYS: readonly FollowedField[] = ['name', 'organization', 'title', 'metOn']

/** What the next import compares with: the file's values, and for what it does not say, those of the last one that did. */
export function rememberedValues(row: KnownRow | undefined, contact: CheckedContact): string {
  const before = row === undefined || row.deleted === UNDONE ? {} : beforeOf(row)
  const values: Record<string, string | null> = {}
  for (const field of [...ALWAYS, ...FOLLOWED_FIELDS]) {
    const value = contact[field] ?? before[field] ?? null
    if (value !== null || ALWAYS.includes(field)) values[field] = value
  }
  return JSON.stringify(values)
}

function beforeOf(row: KnownRow): Remembered {
  return row.imported === null ? {} : (JSON.parse(row.imported) as Remembered)
}

/** Brings a contact up to the file, and notes where they differ: organizations that changed, and fields kept as the user has them. */
export function mergeFields(
  db: Database,
  row: KnownRow,
  contact: CheckedContact,
  options: { readonly prefer: 'mine' | 'theirs'; readonly today: CalendarDate },
  noted: { readonly news: FieldDifference[]; readonly kept: FieldDifference[] },
): void {
  const before = beforeOf(row)
  const followed: Partial<Record<FollowedField, string | null>> = {}
  for (const field of FOLLOWED_FIELDS) {
    const theirs = contact[field]
    const choice = chooseField(row[field], before[field] ?? null, theirs, options.prefer)
    if (choice === 'same') continue
    const difference = { name: row.name ?? contact.name, field, mine: row[field], theirs }
    if (choice === 'kept') {
      noted.kept.push(difference)
    } else {
      followed[field] = theirs
      if (field === 'organization' && row.organization !== null) noted.news.push(difference)
    }
  }
  // Together: employer and title change as one job.
  updateFields(db, row.uid, followed as Partial<ContactFields>, options.today)
}
