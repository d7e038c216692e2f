/** Reading objects out of JSON that anybody may have written: only the keys that are asked for, only their own, each of the right type. */
import { UserError } from '../errors.ts'

/** One object. What is null, or not there, is null here, false or empty. Each function throws UserError (input) with the path of the value. */
export interface JsonFields {
  /** `contacts[12]` */
  readonly path: string
  text(key: string): string | null
  /** A whole number from 0. */
  count(key: string): number | null
  flag(key: string): boolean
  object(key: string): JsonFields | null
  objects(key: string): readonly JsonFields[]
  /** The same one by one, each made when it is asked for: a list can be of millions. */
  eachObject(key: string): Iterable<JsonFields>
  texts(key: string): readonly string[]
  /** Text that must be there and be what `check` takes. */
  needed<T>(key: string, check: (text: string) => T): T
  /** Text that is what `check` takes, where there is any. */
  optional<T>(key: string, check: (text: string) => T): T | null
  /** An error about a value, for what this cannot check by itself. */
  problem(key: string, what: string): UserError
  /** Its keys. */
  keys(): readonly string[]
}

export function jsonFields(value: unknown, path: string): JsonFields {
  if (!isObject(value)) throw problemAt(path, 'is no object')
  const at = (key: string): string => (path === '' ? key : `${path}.${key}`)
  const get = (key: string): unknown => (Object.hasOwn(value, key) ? value[key] : undefined) ?? null
  const typed = <T>(key: string, what: string, is: (found: unknown) => found is T): T | null => {
    const found = get(key)
    if (found === null || is(found)) return found
    throw problemAt(at(key), `is not ${what}`)
  }
  const list = (key: string): readonly unknown[] => typed(key, 'a list', isList) ?? []
  const checked = <T>(key: string, text: string, check: (text: string) => T): T => {
    try {
      return check(text)
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      throw problemAt(`${at(key)}:`, error.message.replace(/\.$/, ''))
    }
  }
  const fields: JsonFields = {
    path,
    text: (key) => typed(key, 'text', isText),
    count: (key) => typed(key, 'a whole number from 0', isCount),
    flag: (key) => typed(key, 'true or false', isFlag) ?? false,
    object: (key) => {
      const found = get(key)
      return found === null ? null : jsonFields(found, at(key))
    },
    objects: (key) => [...fields.eachObject(key)],
    *eachObject(key) {
      for (const [index, found] of list(key).entries()) yield jsonFields(found, `${at(key)}[${index}]`)
    },
    texts: (key) =>
      list(key).map((found, index) => {
        if (isText(found)) return found
        throw problemAt(`${at(key)}[${index}]`, 'is not text')
      }),
    needed: (key, check) => {
      const text = fields.text(key)
      if (text === null) throw problemAt(at(key), 'is missing')
      return checked(key, text, check)
    },
    optional: (key, check) => {
      const text = fields.text(key)
      return text === null ? null : checked(key, text, check)
    },
    problem: (key, what) => problemAt(at(key), what),
    keys: () => Object.keys(value),
  }
  return fields
}

function problemAt(path: string, what: string): UserError {
  return new UserError('input', `${path} ${what}`.trim())
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value)
}
function isText(value: unknown): value is string {
  return typeof value === 'string'
}
/** 1e400 is Infinity here, and 2^53 + 1 another number than the file has. */
function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0
}
function isFlag(value: unknown): value is boolean {
  return typeof value === 'boolean'
}
