/** The small TOML document in which `netkeep edit` shows a contact. */
import { usageError } from '../errors.ts'
import { formatToml, parseToml } from './toml.ts'

/** All a person edits of a contact, as text: empty where there is nothing. */
export interface ContactDocument {
  readonly name: string
  readonly organization: string
  readonly title: string
  readonly location: string
  readonly birthday: string
  readonly 'met-on': string
  readonly 'met-at': string
  readonly 'introduced-by': string
  readonly circle: string
  readonly every: string
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly urls: readonly string[]
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly interests: readonly string[]
  readonly causes: readonly string[]
  readonly offers: readonly string[]
  readonly 'looks-for': readonly string[]
  readonly note: string
}

const INTRODUCTION = `# Change what you like, save and close; an empty text empties a field.
# birthday: 1906-12-09, or --12-09 without the year.   circle: a circle, or none.
# every: an interval such as 3w, none for no cadence, circle for that of the circle.
# introduced-by: the name or id of another contact.

`

export function formatDocument(document: ContactDocument): string {
  return INTRODUCTION + formatToml({ ...document })
}

/** Reads the document back. A key that was deleted keeps what it had. @throws UserError (usage) saying what is wrong, and where. */
export function parseDocument(text: string, before: ContactDocument): ContactDocument {
  const values = parseValues(text)
  for (const key of Object.keys(values)) {
    if (!Object.hasOwn(before, key))
      throw usageError(
        `"${key}" is no field of a contact.`,
        `The fields are ${Object.keys(before).join(', ')}.`,
      )
  }
  const fields = Object.entries(before).map(([key, old]) => [
    key,
    fieldOf(key, values[key] ?? old, Array.isArray(old)),
  ])
  return Object.fromEntries(fields) as ContactDocument
}

function parseValues(text: string): Readonly<Record<string, unknown>> {
  try {
    return parseToml(text)
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw usageError(
      `Line ${'line' in error ? String(error.line) : '1'} is not TOML.`,
      'Texts stand in quotes, lists in [ ].',
    )
  }
}

function fieldOf(key: string, value: unknown, isList: boolean): string | readonly string[] {
  // A date without quotes is a date to TOML, and meant as the text it looks like.
  if (!isList && value instanceof Date) return value.toISOString().slice(0, 10)
  if (!isList && typeof value === 'string') return value
  if (isList && Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw usageError(`${key} must be ${isList ? 'a list of texts: ["one", "two"]' : 'a text in quotes'}.`)
}
