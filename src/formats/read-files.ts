/** Reads files of any of the formats as one import. */
import { type ColumnMap, headerKey } from '../domain/column-map.ts'
import type { ImportFile } from '../domain/import-file.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { UserError } from '../errors.ts'
import { baseNameOf, folderOf } from './base-name.ts'
import type { ContactsCsv } from './csv-contacts/contacts-csv.ts'
import type { CsvKind } from './csv-kind.ts'
import { type GivenSource, READABLE, type Recognised, recogniseFiles, type Unread } from './given-files.ts'
import type { Format } from './recognise.ts'
import type { ReadOptions, Source } from './source.ts'

export interface FileOptions extends ReadOptions {
  /** What the user says the files are; undefined recognises each. */
  readonly format: Format | undefined
  /** What the user says the columns of a CSV hold. */
  readonly map: ColumnMap | undefined
  /** What was said of a CSV with these headers before. */
  readonly mapFor: (headers: readonly string[]) => ColumnMap | undefined
}

export interface FilesRead extends ImportFile {
  /** What netkeep's own JSON holds. */
  readonly snapshots: readonly Snapshot[]
  /** The headers of each file that was read by the map. */
  readonly mapped: readonly (readonly string[])[]
  readonly unread: readonly Unread[]
}

type Reader = (source: Source, options: ReadOptions) => ImportFile

/** Loaded when a file of the kind is met: some bring a library. */
const READERS: Readonly<Record<Exclude<Format, 'archive' | 'csv' | 'netkeep'>, () => Promise<Reader>>> = {
  vcard: async () => (await import('./vcard/read-vcards.ts')).readVcards,
  calendar: async () => (await import('./calendar/read-calendar.ts')).readCalendar,
  mail: async () => (await import('./mail/read-mail.ts')).readMail,
  monica: async () => (await import('./monica/monica.ts')).readMonica,
  'frm-log': async () => (await import('./frm-log.ts')).readFrmLog,
  friends: async () => (await import('./friends-md.ts')).readFriendsMd,
  mutt: async () => (await import('./mutt-aliases.ts')).readMuttAliases,
}

/**
 * Reads all files together; what a file is tells its content, not its name.
 * @throws UserError (input) for a file that cannot be read at all; rows that cannot be read are in `bad`.
 */
export async function readFiles(sources: readonly GivenSource[], options: FileOptions): Promise<FilesRead> {
  const { recognised, unread: unknown } = await recogniseFiles(sources, options)
  const unread = [...unknown]
  const files: ImportFile[] = []
  const [linkedin, snapshots, mapped]: [GivenSource[], Snapshot[], (readonly string[])[]] = [[], [], []]
  const archives = new Set(
    recognised.filter(({ kind }) => isLinkedin(kind)).map(({ source }) => folderOf(source.name)),
  )
  for (const { source, kind } of recognised) {
    if (isLinkedin(kind)) linkedin.push(source)
    else if (kind === 'netkeep') {
      const { readNetkeepJson } = await import('./netkeep-json/read.ts')
      const snapshot = readOrTell(source, unread, () => readNetkeepJson(source, options))
      if (snapshot !== undefined) snapshots.push(snapshot)
    } else if (kind === 'contacts') {
      const table = await readTable(source, options, archives.has(folderOf(source.name)))
      if ('contacts' in table) {
        files.push(await withUnread(withOrigin(table), source.name))
        if (options.map !== undefined) mapped.push(table.headers)
      } else unread.push(table)
    } else {
      const read = await READERS[kind]()
      const file = readOrTell(source, unread, () => read(source, options))
      if (file !== undefined) files.push(file)
    }
  }
  if (linkedin.length > 0) files.push(await readArchives(linkedin, options))
  if (files.length === 0 && snapshots.length === 0) throw nothingToRead(sources, unread)
  const bad = [...files, ...snapshots].flatMap((file) => file.bad)
  const partial = [...files, ...snapshots].flatMap((file) => file.partial ?? [])
  return { ...joined(files), bad, partial, snapshots, mapped, unread }
}

/** A file that merely lies in a folder may look like one of a kind and be none: JSON of any program, say. It is told of, and stops nothing. */
function readOrTell<T>(source: GivenSource, unread: Unread[], read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (source.isNamed || !(error instanceof UserError) || error.code !== 'input') throw error
    unread.push({
      name: source.name,
      reason: error.message.replace(`"${source.name}" `, '').replace(/\.$/, ''),
    })
    return undefined
  }
}

/** What LinkedIn writes is read as one export. */
function isLinkedin(kind: Recognised['kind']): kind is 'archive' | Exclude<CsvKind, 'contacts'> {
  return ['archive', 'connections', 'messages', 'invitations', 'profile'].includes(kind)
}

/** What lies in a folder need not be a table of contacts. @throws UserError (input) for one that was named */
async function readTable(
  source: GivenSource,
  options: FileOptions,
  isBesideLinkedin: boolean,
): Promise<ContactsCsv | Unread> {
  if (source.isNamed) return (await import('./csv-contacts/contacts-csv.ts')).readContactsCsv(source, options)
  return (await import('./folder-tables.ts')).readFolderTable(source, options, isBesideLinkedin)
}

/** Of those that are told of. */
const MOST_COLUMNS = 10

/** Tables of another header are another source, though they know contacts by the same addresses. */
function withOrigin(table: ContactsCsv): ContactsCsv {
  const origin = headerKey(table.headers)
  return { ...table, contacts: table.contacts.map((contact) => ({ ...contact, origin })) }
}

/** Columns that hold something which nobody read are told of. */
async function withUnread(table: ContactsCsv, name: string): Promise<ImportFile> {
  if (table.unread.length === 0) return table
  const { quoteCell } = await import('./csv.ts')
  const source = { file: baseNameOf(name), line: 1 }
  const columns = table.unread.slice(0, MOST_COLUMNS).map((header) => quoteCell(header))
  const more = table.unread.length - columns.length
  const reason = `of its columns netkeep does not read ${columns.join(', ')}${more > 0 ? ` and ${more.toLocaleString('en')} more` : ''}`
  return { ...table, partial: [{ source, reason }, ...(table.partial ?? [])] }
}

async function readArchives(sources: readonly GivenSource[], options: ReadOptions): Promise<ImportFile> {
  const { readLinkedin } = await import('./linkedin/linkedin.ts')
  return readLinkedin(
    sources.map((source) => ({ name: source.name, bytes: source.bytes() })),
    options,
  )
}

function nothingToRead(sources: readonly Source[], unread: readonly Unread[]): UserError {
  const told = unread.find(({ reason }) => reason !== undefined)
  if (told !== undefined)
    return new UserError(
      'input',
      `There is nothing there that netkeep reads by itself: "${told.name}": ${told.reason}.`,
      READABLE,
    )
  const what = sources.length === 0 ? 'The folder is empty.' : `There is nothing there that netkeep can read.`
  return new UserError('input', what, READABLE)
}

/** Without spreading what may be hundreds of thousands into arguments. */
function joined(files: readonly ImportFile[]): ImportFile {
  return {
    contacts: files.flatMap((file) => file.contacts),
    touchpoints: files.flatMap((file) => file.touchpoints),
    letters: files.flatMap((file) => file.letters ?? []),
    meetings: files.flatMap((file) => file.meetings ?? []),
    skipped: files.flatMap((file) => file.skipped),
    bad: [],
    photos: files.reduce((sum, file) => sum + (file.photos ?? 0), 0),
  }
}
