/** What the columns of a file hold, by a sensible guess from its header. */
import { type Column, type Meaning, meaningOf } from './column.ts'
import { isJobOrPrefix, isWholeIfAlone, isWholeOrPart, knownNames } from './column-names.ts'
import { composedMeaning, vocabulary } from './column-vocabulary.ts'
import { headerWords } from './column-words.ts'

/** No address book has more columns; what has more is none, and looking at each of a million takes seconds. */
const MOST_COLUMNS = 2000

/** The columns whose headers say what they hold. */
export function guessColumns(headers: readonly string[]): readonly Column[] {
  const findMeaning = meaningFinder()
  const columns = headers.slice(0, MOST_COLUMNS).flatMap((header, place): readonly Column[] => {
    const meaning = findMeaning(header)
    return meaning === undefined ? [] : [{ ...meaning, place, header }]
  })
  return settleJobs(settleBirthdays(settleNames(settleMembers(columns))))
}

/** A function, so that the names are put in order once for a file. */
function meaningFinder(): (header: string) => Meaning | undefined {
  const names = knownNames()
  const known = vocabulary()
  return (header) => {
    const words = headerWords(header)
    const phrase = words.words.join(' ')
    const name = names.get(phrase)
    if (name !== undefined) {
      const label = name.field === 'extra' || name.field === 'date' ? nameOf(header, name.field) : name.label
      return meaningOf(name.field, { label, group: words.number, isEnglish: name.isEnglish })
    }
    return pairOf(phrase, words.number) ?? composedMeaning(words, known)
  }
}

function nameOf(header: string, field: 'extra' | 'date'): string {
  return field === 'date' ? 'anniversary' : header.trim().replace(/^\w+ \d+ - /, '')
}

/** Google's columns in pairs: a label, and what it is the label of. */
function pairOf(phrase: string, group: string): Meaning | undefined {
  const [, what, which] =
    /^(event|custom field|relation|jot|im|user defined field) (label|type|value)$/.exec(phrase) ?? []
  if (what === undefined) return undefined
  const isLabel = which !== 'value'
  if (what === 'event') return meaningOf(isLabel ? 'dateLabel' : 'date', { group })
  return meaningOf(isLabel ? 'extraLabel' : 'extra', { group: `${what}${group}` })
}

/** `Member` beside a name says something else of it. */
function settleMembers(columns: readonly Column[]): readonly Column[] {
  const isMember = ({ field, header }: Column): boolean => field === 'name' && isWholeIfAlone(header)
  const isNamed = columns.some(
    (column) => ['name', 'first', 'last'].includes(column.field) && !isMember(column),
  )
  return isNamed
    ? columns.map((column) => (isMember(column) ? { ...column, field: 'extra' } : column))
    : columns
}

/** `Name` is the part of the name that a file has no other column for: the last one beside `Vorname`, the first one beside `Apellidos`. */
function settleNames(columns: readonly Column[]): readonly Column[] {
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field)
  const part = has('first') === has('last') ? undefined : has('first') ? 'last' : 'first'
  if (part === undefined) return columns
  return columns.map((column) =>
    column.field === 'name' && isWholeOrPart(column.header) ? { ...column, field: part } : column,
  )
}

/** `Geburtstag` is the day alone where the year has a column of its own; `Aniversário` is the birthday where nothing else is. */
function settleBirthdays(columns: readonly Column[]): readonly Column[] {
  const has = (field: Column['field']): boolean => columns.some((column) => column.field === field)
  if (has('birthYear') && !has('birthDay'))
    return columns.map((column) => (column.field === 'birthday' ? { ...column, field: 'birthDay' } : column))
  if (has('birthday')) return columns
  return columns.map((column) =>
    /^aniversário$/i.test(column.header.trim()) ? { ...column, field: 'birthday' } : column,
  )
}

/** `Title` is what stands before the name where the job has another column; without any for the job a profession will do. */
function settleJobs(columns: readonly Column[]): readonly Column[] {
  const jobs = columns.filter(({ field }) => field === 'title')
  if (jobs.length === 0) {
    const at = columns.findIndex(({ field, header }) => field === 'extra' && PROFESSION.test(header))
    return columns.map((column, index) => (index === at ? { ...column, field: 'title' } : column))
  }
  const unclear = jobs.filter(({ header }) => isJobOrPrefix(header))
  const prefixes = unclear.length < jobs.length ? unclear : unclear.slice(0, -1)
  return columns.map((column) => (prefixes.includes(column) ? { ...column, field: 'prefix' } : column))
}

const PROFESSION =
  /^\s*(?:profession|occupation|beruf|profesión|profissão|professione|zawód|beroep|yrke|профессия)\s*$/i
