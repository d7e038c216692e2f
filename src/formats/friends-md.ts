/** friends.md, the file of the program friends: who they are, what was done with them, and notes about them. */
import { addDays, type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import {
  type Correspondent,
  type ImportedContact,
  type ImportedTouchpoint,
  type ImportFile,
  importedContact,
  type RowReport,
  type SourceRow,
} from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import type { ReadOptions, Source } from './source.ts'
import { decodeText } from './text-encoding.ts'

const SECTION = /^### (Activities|Notes|Friends|Locations):$/
const NICKNAME = 'a.k.a. '
/** A tag of friends: `@work`, `@dance:tango`. */
const TAG = /(?<![\p{L}\p{N}])@([\p{L}\p{N}]+(?:[:-][\p{L}\p{N}]+)*)/gu

interface Entry {
  readonly source: SourceRow
  /** Without the mark of the list. */
  readonly text: string
}

interface Event {
  readonly source: SourceRow
  readonly on: CalendarDate
  readonly text: string
  readonly names: readonly string[]
}

/**
 * Contacts from the list of friends, with what notes say of them; a touchpoint for each activity in which somebody's name is marked as
 * **Grace Hopper**. A name in plain text is not one that friends would count either.
 * @throws UserError (input) for a file that is no text.
 */
export function readFriendsMd(
  source: Source,
  { today, since }: Pick<ReadOptions, 'today' | 'since'>,
): ImportFile {
  const { entries, bad } = entriesOf(source)
  const skipped: RowReport[] = []
  const eventsIn = (section: string): readonly Event[] =>
    (entries.get(section) ?? []).flatMap((entry) => eventOf(entry, today, bad))
  const notes = notesByName(eventsIn('Notes'), skipped)
  const contacts = (entries.get('Friends') ?? []).flatMap((entry) => contactOf(entry, notes, bad))
  const listed = new Set(contacts.map(({ name }) => nameKeyOf(name)))
  const touchpoints: ImportedTouchpoint[] = []
  const seen = new Map<string, number>()
  for (const event of eventsIn('Activities')) {
    if (event.names.length === 0) skipped.push({ source: event.source, reason: 'it names nobody in bold' })
    else if (since === undefined || event.on >= since) touchpoints.push(touchpointOf(event, listed, seen))
  }
  for (const [name, { source: place }] of notes)
    if (!listed.has(name))
      skipped.push({ source: place, reason: 'a note about nobody in the list of friends' })
  return { contacts, touchpoints, skipped, bad: bad.sort((a, b) => a.source.line - b.source.line) }
}

function entriesOf(source: Source): { entries: ReadonlyMap<string, readonly Entry[]>; bad: RowReport[] } {
  const entries = new Map<string, Entry[]>()
  const bad: RowReport[] = []
  let section: Entry[] | undefined
  for (const [index, whole] of decodeText(source.bytes(), source.name)
    .split(/\r\n|\r|\n/)
    .entries()) {
    const line = whole.trim()
    const place = { file: source.name, line: index + 1 }
    const name = SECTION.exec(line)?.[1]
    if (name !== undefined) {
      section = entries.get(name) ?? []
      entries.set(name, section)
    } else if (line.startsWith('- ') && section !== undefined)
      section.push({ source: place, text: line.slice(2).trim() })
    else if (line !== '')
      bad.push({ source: place, reason: 'it is neither a heading of friends nor a line of a list' })
  }
  return { entries, bad }
}

/** `2018-11-01: **Grace Hopper** and I went to _Paris_. @travel` */
function eventOf({ source, text }: Entry, today: CalendarDate, bad: RowReport[]): readonly Event[] {
  const day = text.slice(0, 10)
  const rest = text.slice(10)
  const problem =
    !isCalendarDate(day) || !/^(?::|$)/.test(rest)
      ? 'it does not begin with a date such as 2018-11-01:'
      : day > addDays(today, 1)
        ? `${day} lies in the future`
        : undefined
  if (problem !== undefined || !isCalendarDate(day)) {
    bad.push({ source, reason: problem ?? '' })
    return []
  }
  const words = rest.slice(1).trim()
  return [{ source, on: day > today ? today : day, text: words, names: namesIn(words) }]
}

/** The names between pairs of asterisks, each once. */
function namesIn(text: string): readonly string[] {
  const names = [...text.matchAll(/\*\*([^*]+)\*\*/g)].map(([, name = '']) => name.trim())
  return [...new Set(names.filter((name) => nameKeyOf(name) !== ''))]
}

/** What somebody reads: names without asterisks, places without underscores. */
function plainText(text: string): string {
  return text
    .replaceAll(/\*\*([^*]+)\*\*/g, '$1')
    .replaceAll(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu, '$1')
}

/** The notes about each, the oldest first, with their days. */
function notesByName(
  events: readonly Event[],
  skipped: RowReport[],
): ReadonlyMap<string, { readonly source: SourceRow; readonly lines: readonly string[] }> {
  const notes = new Map<string, { source: SourceRow; lines: string[] }>()
  for (const { source, on, text, names } of events.toSorted((a, b) => (a.on < b.on ? -1 : 1))) {
    if (names.length === 0) skipped.push({ source, reason: 'it names nobody in bold' })
    for (const name of names) {
      const line = `${on}: ${plainText(text)}`
      const known = notes.get(nameKeyOf(name))
      if (known === undefined) notes.set(nameKeyOf(name), { source, lines: [line] })
      else known.lines.push(line)
    }
  }
  return notes
}

/** `Grace Hopper (a.k.a. The Admiral a.k.a. Amazing Grace) [Paris] @navy @science` */
function contactOf(
  { source, text }: Entry,
  notes: ReadonlyMap<string, { readonly lines: readonly string[] }>,
  bad: RowReport[],
): readonly ImportedContact[] {
  const line = ` ${text}`
  const end = line.search(/ \(a\.k\.a\. | \[| @/)
  const name = (end === -1 ? line : line.slice(0, end)).trim()
  if (nameKeyOf(name) === '') {
    bad.push({ source, reason: 'no name' })
    return []
  }
  const rest = end === -1 ? '' : line.slice(end)
  const nicknames = /^ \(a\.k\.a\. ([^)]*)\)/.exec(rest)?.[1]?.split(` ${NICKNAME}`) ?? []
  const behind = rest.slice(/^ \([^)]*\)/.exec(rest)?.[0].length ?? 0)
  const location = /^ \[([^\]]+)\]/.exec(behind)
  const tags = [...behind.slice(location?.[0].length ?? 0).matchAll(TAG)].map(([, tag = '']) => tag)
  return [
    importedContact({
      source,
      sourceId: sourceIdOf(name),
      name,
      aliases: nicknames.map((nickname) => nickname.trim()).filter((nickname) => nickname !== ''),
      location: location?.[1]?.trim() ?? null,
      tags: [...new Set(tags)],
      note: notes.get(nameKeyOf(name))?.lines.join('\n') ?? null,
    }),
  ]
}

/** friends knows its contacts by their names alone, each of which it has once. */
function sourceIdOf(name: string): string {
  return `friends:${nameKeyOf(name)}`
}

function touchpointOf(
  { source, on, text, names }: Event,
  listed: ReadonlySet<string>,
  seen: Map<string, number>,
): ImportedTouchpoint {
  const key = `friends:${on}:${text}`
  const count = (seen.get(key) ?? 0) + 1
  seen.set(key, count)
  return {
    source,
    key: count === 1 ? key : `${key}:${count}`,
    on,
    channel: null,
    direction: null,
    kind: 'counted',
    place: [...text.matchAll(/(?<![\p{L}\p{N}])_([^_]+)_(?![\p{L}\p{N}])/gu)][0]?.[1]?.trim() ?? null,
    note: plainText(text) || null,
    with: names.map(
      (name): Correspondent =>
        listed.has(nameKeyOf(name)) ? { name, sourceId: sourceIdOf(name) } : { name },
    ),
  }
}
