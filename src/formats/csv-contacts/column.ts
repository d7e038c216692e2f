/** What a column of an address book can hold. */

/** What one cell of it says of a contact. */
export type Field =
  | 'name'
  | 'first'
  | 'middle'
  | 'last'
  | 'prefix'
  | 'suffix'
  | 'fileAs'
  | 'phonetic'
  | 'alias'
  | 'org'
  | 'title'
  | 'email'
  | 'emailLabel'
  | 'phone'
  | 'phoneLabel'
  | 'url'
  | 'urlLabel'
  | 'location'
  | 'address'
  | 'birthday'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'date'
  | 'dateLabel'
  | 'note'
  | 'extra'
  | 'extraLabel'
  | 'tag'
  | 'interest'
  | 'met-on'
  | 'met-at'
  | 'photo'
  | 'ignored'

/** The parts of a postal address, in vCard's order (RFC 6350, 6.3.1), and the whole of it as one text. */
export const ADDRESS_PARTS = ['poBox', 'extended', 'street', 'city', 'region', 'code', 'country'] as const
export type AddressPart = (typeof ADDRESS_PARTS)[number] | 'formatted'

export interface Meaning {
  readonly field: Field
  /** Of an address, number, date or extra: `work`, `mobile`, what the header calls it; null where a column of labels may say it. */
  readonly label: string | null
  /** Columns of one group belong together: the 2 of `E-mail 2 - Value` and `E-mail 2 - Label`, the parts of the address at work. */
  readonly group: string
  readonly part: AddressPart | null
  /** Whether an English program wrote the header: its dates may have the month first. */
  readonly isEnglish: boolean
}

export interface Column extends Meaning {
  readonly place: number
  readonly header: string
}

/** A column with a meaning that says nothing more. */
export function meaningOf(field: Field, more: Partial<Meaning> = {}): Meaning {
  return { field, label: null, group: '', part: null, isEnglish: true, ...more }
}
