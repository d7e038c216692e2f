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

export interface FieldSides {
  readonly mine: string | null
  /** What this source said last; undefined where it says something for the first time. */
  readonly before: string | null | undefined
  /** What any source has said last. */
  readonly ever: readonly (string | null)[]
  readonly theirs: string | null
}

/**
 * An empty field is filled. One that is as an import left it follows a source that says something new. One the user edited (or emptied)
 * is kept, and so is one on which two sources never agreed, unless the file is preferred. A file that says nothing of a field, or what it
 * always said, changes nothing.
 */
export function chooseField(
  { mine, before, ever, theirs }: FieldSides,
  prefer: 'mine' | 'theirs',
): FieldChoice {
  if (theirs === null || theirs === mine) return 'same'
  if (prefer === 'theirs') return 'follow'
  const isUntouched = ever.includes(mine)
  if (mine === null) return ever.every((said) => said === null) ? 'follow' : 'kept'
  if (theirs === before) return isUntouched ? 'same' : 'kept'
  return isUntouched && before !== undefined ? 'follow' : 'kept'
}
