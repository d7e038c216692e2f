/** What the user says the columns of a file hold: `--map name=Person,email="E-mail 2"`. */
import { foldText } from '../../domain/match-key.ts'
import { usageError } from '../../errors.ts'
import { type Column, type Field, meaningOf } from './column.ts'

export interface MappedColumn {
  readonly field: MapField
  /** As its header is, or its number from 1; '' leaves the field out that would be guessed. */
  readonly column: string
}

export type ColumnMap = readonly MappedColumn[]

/** The fields that can be mapped, as they are typed. */
export const MAP_FIELDS = [
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
type MapField = (typeof MAP_FIELDS)[number]

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

/**
 * The columns with what is said of them in place of what was guessed. A field that is mapped is read from nowhere else.
 * @throws UserError (usage) for a column that the file does not have
 */
export function applyMap(
  guessed: readonly Column[],
  map: ColumnMap,
  headers: readonly string[],
): readonly Column[] {
  const mapped = map
    .filter(({ column }) => column !== '')
    .map(({ field, column }, at): Column => {
      const place = placeOf(column, headers)
      const asGuessed = guessed.find((known) => known.place === place && known.field === field)
      return {
        ...(asGuessed ?? columnFor(field, String(at))),
        place,
        header: headers[place] ?? column,
      }
    })
  const replaced = new Set(map.flatMap(({ field }) => REPLACED[field] ?? [fieldOf(field)]))
  const places = new Set(mapped.map(({ place }) => place))
  const kept = guessed.filter(
    ({ field, place, part }) =>
      !places.has(place) &&
      !replaced.has(field === 'address' && (part === 'city' || part === 'country') ? part : field),
  )
  return [...mapped, ...kept].sort((a, b) => a.place - b.place)
}

/** A whole name takes the place of its parts, and the parts that of the whole. */
const REPLACED: Readonly<Partial<Record<MapField, readonly string[]>>> = {
  name: ['name', 'first', 'middle', 'last', 'prefix', 'suffix', 'fileAs'],
  first: ['first', 'name'],
  last: ['last', 'name'],
  city: ['city'],
  country: ['country'],
}

function fieldOf(field: MapField): Field {
  return field === 'city' || field === 'country' ? 'address' : field
}

function columnFor(field: MapField, group: string): Omit<Column, 'place' | 'header'> {
  if (field === 'city' || field === 'country') return meaningOf('address', { part: field, group: 'mapped' })
  return meaningOf(field, { group: `mapped${group}` })
}

function placeOf(column: string, headers: readonly string[]): number {
  const key = foldText(column)
  const place = headers.findIndex((header) => foldText(header) === key)
  if (place !== -1) return place
  if (/^\d{1,4}$/.test(column) && Number(column) >= 1 && Number(column) <= headers.length)
    return Number(column) - 1
  throw usageError(
    `The file has no column "${column}".`,
    `Its columns: ${headers.map((header, at) => header.trim() || String(at + 1)).join(', ')}.`,
  )
}
