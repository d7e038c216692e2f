/** What is said of columns, in place of what was guessed. */
import type { ColumnMap, MapField } from '../../domain/column-map.ts'
import { foldText } from '../../domain/match-key.ts'
import { usageError } from '../../errors.ts'
import { type Column, type Field, meaningOf } from './column.ts'

/** Columns in a hint: more than any program for contacts writes. */
const MOST_NAMED = 100

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
  const names = headers
    .slice(0, MOST_NAMED)
    .map((header, at) => header.trim().slice(0, 100) || String(at + 1))
  const more = headers.length - names.length
  throw usageError(
    `The file has no column "${column}".`,
    `Its columns: ${names.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}.`,
  )
}
