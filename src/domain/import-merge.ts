/** The rules by which an import meets what is already there. */

/** The fields an import follows: the same names in a contact, in a file, and in what was remembered of the last import. */
export const FOLLOWED_FIELDS = [
  'name',
  'organization',
  'title',
  'location',
  'birthday',
  'note',
  'metOn',
  'metAt',
] as const
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
