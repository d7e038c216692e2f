/** The rules by which an import meets what is already there. */

import { UserError } from '../errors.ts'
import type { CalendarDate } from './calendar-date.ts'
import { checkName, checkPoint, checkShortText, nameFromEmail, type PointKind } from './contact.ts'
import type { ImportedContact, RowReport } from './import-file.ts'

/** The fields an import follows: the same names in a contact, in a file, and in what was remembered of the last import. */
export const FOLLOWED_FIELDS = ['name', 'organization', 'title', 'metOn'] as const
export type FollowedField = (typeof FOLLOWED_FIELDS)[number]
export type FollowedValues = Readonly<Record<FollowedField, string | null>>

/** What to do about one field: nothing, take the file's value, or keep the user's against it. */
export type FieldChoice = 'same' | 'follow' | 'kept'

/**
 * Three-way: an empty field is filled; one unchanged since its last import follows the file; one the user edited (or emptied) is
 * kept, unless the file is preferred. A file that says nothing of a field changes nothing.
 * @param before the value that the last import gave; null when none did.
 */
export function chooseField(
  mine: string | null,
  before: string | null,
  theirs: string | null,
  prefer: 'mine' | 'theirs',
): FieldChoice {
  if (theirs === null || theirs === mine) return 'same'
  if (mine === before || prefer === 'theirs') return 'follow'
  return 'kept'
}

/** A row whose values may be stored. */
export interface CheckedContact extends ImportedContact {
  readonly metOn: CalendarDate | null
}

/**
 * Checks every value of the rows, and gives a name to those that have an address only.
 * @returns the good ones, and a report for each of the others.
 */
export function checkImported(contacts: readonly ImportedContact[]): {
  readonly good: readonly CheckedContact[]
  readonly bad: readonly RowReport[]
} {
  const good: CheckedContact[] = []
  const bad: RowReport[] = []
  for (const contact of contacts) {
    try {
      good.push(checkContact(contact))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      bad.push({ source: contact.source, reason: error.message.replace(/\.$/, '') })
    }
  }
  return { good, bad }
}

function checkContact(contact: ImportedContact): CheckedContact {
  return {
    ...contact,
    name: checkName(contact.name || nameFromAddress(contact)),
    organization:
      contact.organization === null ? null : checkShortText(contact.organization, 'organization') || null,
    title: contact.title === null ? null : checkShortText(contact.title, 'title') || null,
    points: contact.points.map((point) => ({ ...point, value: checkPoint(point.kind, point.value) })),
  }
}

function nameFromAddress(contact: ImportedContact): string {
  const first = (kind: PointKind): string | undefined =>
    contact.points.find((point) => point.kind === kind)?.value
  const email = first('email')
  if (email !== undefined) return nameFromEmail(email)
  const path =
    first('url')
      ?.replace(/[?#].*$/, '')
      .replace(/\/+$/, '') ?? ''
  return nameFromEmail(`${path.slice(path.lastIndexOf('/') + 1)}@`)
}
