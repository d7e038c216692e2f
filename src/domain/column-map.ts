/** What the user says the columns of a CSV hold: `--map name=Person,email="E-mail 2"`. */

import { usageError } from '../errors.ts'
import { foldText } from './match-key.ts'

interface MappedColumn {
  readonly field: MapField
  /** As its header is, or its number from 1; '' leaves the field out that would be guessed. */
  readonly column: string
}

export type ColumnMap = readonly MappedColumn[]

/** The fields that can be mapped, as they are typed. */
const MAP_FIELDS = [
  'name',
  'first',
  'middle',
  'last',
  'alias',
  'email',
  'phone',
  'url',
  'org',
  'title',
  'location',
  'city',
  'country',
  'birthday',
  'note',
  'tag',
  'interest',
  'met-on',
  'met-at',
] as const
export type MapField = (typeof MAP_FIELDS)[number]

/** Other words for them. */
const SYNONYMS: Readonly<Record<string, MapField>> = {
  nickname: 'alias',
  mail: 'email',
  'e-mail': 'email',
  emails: 'email',
  phones: 'phone',
  website: 'url',
  organization: 'org',
  organisation: 'org',
  company: 'org',
  job: 'title',
  position: 'title',
  notes: 'note',
  tags: 'tag',
  label: 'tag',
  labels: 'tag',
  interests: 'interest',
}

/** Reads pairs with commas between them; a column with a comma in its name stands in double quotes. @throws UserError (usage) */
export function parseColumnMap(text: string): ColumnMap {
  const pairs = splitPairs(text)
  if (pairs.length === 0) throw usageError('The map is empty.', EXAMPLE)
  return pairs.map((pair) => {
    const at = pair.indexOf('=')
    if (at === -1) throw usageError(`"${pair}" maps nothing: there is no = in it.`, EXAMPLE)
    const typed = pair.slice(0, at).trim().toLowerCase()
    const field = MAP_FIELDS.find((name) => name === typed) ?? SYNONYMS[typed]
    if (field === undefined)
      throw usageError(`There is no field "${typed}" to map.`, `The fields: ${MAP_FIELDS.join(', ')}.`)
    return { field, column: unquote(pair.slice(at + 1).trim()) }
  })
}

const EXAMPLE = 'Type it like --map name=Person,email="E-mail 2".'

/** Cuts at commas outside of double quotes. */
function splitPairs(text: string): readonly string[] {
  const pairs: string[] = []
  let [start, isQuoted] = [0, false]
  for (let at = 0; at <= text.length; at++) {
    if (text[at] === '"') isQuoted = !isQuoted
    if (at < text.length && (text[at] !== ',' || isQuoted)) continue
    pairs.push(text.slice(start, at).trim())
    start = at + 1
  }
  return pairs.filter((pair) => pair !== '')
}

function unquote(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"')
    ? text.slice(1, -1).replaceAll('""', '"')
    : text
}

/** The key of a file's header, under which its map is remembered: the same columns in another order have the same. */
export function headerKey(headers: readonly string[]): string {
  return headers
    .map(foldText)
    .filter((header) => header !== '')
    .sort()
    .join('\n')
}

/** Whether it names columns by number only: so can a file without a header be read. */
export function isByNumber(map: ColumnMap): boolean {
  return map.some(({ column }) => column !== '') && map.every(({ column }) => /^\d*$/.test(column))
}

/** As it is stored. */
export function formatColumnMap(map: ColumnMap): string {
  return JSON.stringify(map.map(({ field, column }) => [field, column]))
}

/** What {@link formatColumnMap} wrote; undefined for what a newer netkeep on another device may have stored. */
export function findColumnMap(stored: string): ColumnMap | undefined {
  const pairs = parsedPairs(stored)
  const map = pairs.flatMap((pair): ColumnMap => {
    if (!Array.isArray(pair) || pair.length !== 2) return []
    const [name, column]: readonly unknown[] = pair
    const field = MAP_FIELDS.find((known) => known === name)
    return field === undefined || typeof column !== 'string' ? [] : [{ field, column }]
  })
  return map.length === 0 || map.length < pairs.length ? undefined : map
}

function parsedPairs(stored: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(stored)
    return Array.isArray(value) ? value : []
  } catch {
    return []
  }
}
