/** How Monica 4 exports lists: `data: [{count, type, values}]`, each type's values together. */
import type { RowReport } from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { isTooBad, pushBad } from '../bad-rows.ts'
import { type JsonFields, jsonFields } from '../json-fields.ts'

/** The objects of one type. In a list that lost some of its elements PHP writes their numbers as keys. */
export function* valuesOf(owner: JsonFields, type: string): Generator<JsonFields> {
  for (const group of groupsOf(owner)) if (group.text('type') === type) yield* group.eachObject('values')
}

/** The ids of one type that is told by its ids alone. */
export function idsOf(owner: JsonFields, type: string): readonly string[] {
  return groupsOf(owner)
    .filter((group) => group.text('type') === type)
    .flatMap((group) => group.texts('values'))
}

function groupsOf(owner: JsonFields): readonly JsonFields[] {
  try {
    return owner.objects('data')
  } catch {
    const byNumber = owner.object('data')
    return byNumber === null ? [] : byNumber.keys().flatMap((key) => byNumber.object(key) ?? [])
  }
}

/** What Monica calls the properties of an object; none where it has none. */
export function propertiesOf(owner: JsonFields): JsonFields {
  return owner.object('properties') ?? jsonFields({}, owner.path)
}

/** True and false, which older versions wrote as 1 and 0. */
export function isSet(fields: JsonFields, key: string): boolean {
  try {
    return fields.flag(key)
  } catch {
    return fields.count(key) === 1
  }
}

/** Objects that came to nothing, for the report. */
export interface Reports {
  readonly skipped: RowReport[]
  readonly bad: RowReport[]
  readonly partial: RowReport[]
}

/** Reads each object; what is wrong with one is reported with its place. After too many of them no more are read. */
export function readEach<T>(
  values: Iterable<JsonFields>,
  reports: Reports,
  placeOf: (fields: JsonFields) => RowReport['source'],
  read: (fields: JsonFields, source: RowReport['source']) => T,
): readonly T[] {
  const found: T[] = []
  for (const fields of values) {
    if (isTooBad(reports.bad)) break
    const source = placeOf(fields)
    try {
      found.push(read(fields, source))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      pushBad(reports.bad, { source, reason: error.message })
    }
  }
  return found
}
