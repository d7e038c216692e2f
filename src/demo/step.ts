/** One command of the sample network's history: what a user would have typed, when, and what it changes. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { quoteWord } from '../domain/shell-words.ts'
import type { Change } from '../store/command-log.ts'

export interface Step {
  readonly typed: string
  readonly daysAgo: number
  readonly take: (change: Change, uids: Uids) => void
}

/** The contacts and events added so far, by name. */
export interface Uids {
  /** @throws Error where nobody was added under that name */
  of(name: string): string
  add(name: string, uid: string): void
}

/** The day so many days before the demo is made; after it for a negative number. */
export type DayOf = (daysAgo: number) => CalendarDate

/** A command line of these words; an option without a value falls away. */
export function commandLine(words: readonly string[], options: readonly Option[] = []): string {
  const given = options.flatMap(([name, value]) => wordsOf(name, value))
  return ['netkeep', ...words, ...given].map(quoteWord).join(' ')
}

export type Option = readonly [name: string, value: string | boolean | null]

/** `--on=--06-15`: a value that begins like an option is joined to its own. */
function wordsOf(name: string, value: string | boolean | null): readonly string[] {
  if (value === null || value === false) return []
  if (value === true) return [name]
  return value.startsWith('--') ? [`${name}=${value}`] : [name, value]
}
