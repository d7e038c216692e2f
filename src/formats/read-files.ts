/** Reads files of any of the formats as one import. */
import type { ColumnMap } from '../domain/column-map.ts'
import type { ImportFile } from '../domain/import-file.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { UserError } from '../errors.ts'
import { baseNameOf, folderOf } from './base-name.ts'
import type { ContactsCsv } from './csv-contacts/contacts-csv.ts'
import type { CsvKind } from './csv-kind.ts'
import { FORMATS, type Format, recognise } from './recognise.ts'
import { headOf, type ReadOptions, type Source } from './source.ts'

/** A file, and whether it was named itself: of a folder, files of other kinds are only counted. */
export interface GivenSource extends Source {
  readonly isNamed: boolean
}

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
  /** Files of a folder that are of no kind that netkeep reads. */
  readonly unread: readonly string[]
}

const READABLE = `netkeep reads ${Object.values(FORMATS).join(', ')}.`

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

interface Recognised {
  readonly source: GivenSource
  readonly kind: Exclude<Format, 'csv'> | CsvKind
}

/**
 * Reads all files together; what a file is tells its content, not its name.
 * @throws UserError (input) for a file that cannot be read at all; rows that cannot be read are in `bad`.
 */
export async function readFiles(sources: readonly GivenSource[], options: FileOptions): Promise<FilesRead> {
  const recognised: Recognised[] = []
  const unread: string[] = []
  for (const source of sources) {
    const kind = await kindOf(source, options)
    if (kind !== undefined) recognised.push({ source, kind })
    else if (source.isNamed) throw unreadable(source)
    else unread.push(source.name)
  }
  const files: ImportFile[] = []
  const [linkedin, snapshots, mapped]: [GivenSource[], Snapshot[], (readonly string[])[]] = [[], [], []]
  // Of an unpacked archive of LinkedIn, tables of other things hold names too: of those who vouched for somebody, of advertisers.
  const archives = new Set(
    recognised.filter(({ kind }) => isLinkedin(kind)).map(({ source }) => folderOf(source.name)),
  )
  for (const { source, kind } of recognised) {
    if (isLinkedin(kind)) linkedin.push(source)
    else if (kind === 'netkeep') {
      const { readNetkeepJson } = await import('./netkeep-json/read.ts')
      snapshots.push(readNetkeepJson(source, options))
    } else if (kind === 'contacts') {
      if (!source.isNamed && archives.has(folderOf(source.name))) unread.push(source.name)
      else {
        const table = await readTable(source, options)
        if (table === undefined) unread.push(source.name)
        else files.push(withUnread(table, source.name))
        if (options.map !== undefined && table !== undefined) mapped.push(table.headers)
      }
    } else {
      const read = await READERS[kind]()
      files.push(read(source, options))
    }
  }
  if (linkedin.length > 0) files.push(await readArchives(linkedin, options))
  if (files.length === 0 && snapshots.length === 0) throw nothingToRead(sources)
  const bad = [...files, ...snapshots].flatMap((file) => file.bad)
  const partial = [...files, ...snapshots].flatMap((file) => file.partial ?? [])
  return { ...joined(files), bad, partial, snapshots, mapped, unread }
}

/** What LinkedIn writes is read as one export. */
function isLinkedin(kind: Recognised['kind']): kind is 'archive' | Exclude<CsvKind, 'contacts'> {
  return ['archive', 'connections', 'messages', 'invitations', 'profile'].includes(kind)
}

async function kindOf(
  source: GivenSource,
  { format, encoding }: FileOptions,
): Promise<Recognised['kind'] | undefined> {
  if (source.size === 0) {
    if (source.isNamed) throw new UserError('input', `"${source.name}" is empty.`, READABLE)
    return undefined
  }
  const head = headOf(source)
  const kind = format ?? recognise(head)
  if (kind !== undefined && kind !== 'csv') return kind
  if (kind === undefined && isBinary(head)) return undefined
  return (await import('./csv-kind.ts')).csvKindOf(head, encoding)
}

/** No text has a NUL, but for that of UTF-16, which has a byte order mark. */
function isBinary(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return !isUtf16 && head.includes(0)
}

/**
 * Undefined for a file of a folder that is no table of contacts for sure: with names and addresses. @throws UserError (input) for one that was named.
 */
async function readTable(source: GivenSource, options: FileOptions): Promise<ContactsCsv | undefined> {
  const { readContactsCsv } = await import('./csv-contacts/contacts-csv.ts')
  try {
    const table = readContactsCsv(source, options)
    return source.isNamed || isSure(table) ? table : undefined
  } catch (error) {
    if (error instanceof UserError && error.code === 'input' && !source.isNamed) return undefined
    throw error
  }
}

/** Columns that hold something which nobody read are told of. */
function withUnread(table: ContactsCsv, name: string): ImportFile {
  if (table.unread.length === 0) return table
  const source = { file: baseNameOf(name), line: 1 }
  const columns = table.unread.map((header) => `"${header}"`).join(', ')
  const reason = `of its columns netkeep does not read ${columns}`
  return { ...table, partial: [{ source, reason }, ...(table.partial ?? [])] }
}

/** Its own CSV tells no columns: it is sure of them. */
function isSure({ columns }: ContactsCsv): boolean {
  const fields = columns.map(({ field }) => field)
  return (
    fields.length === 0 ||
    (fields.includes('email') && ['name', 'first', 'last'].some((field) => fields.includes(field)))
  )
}

async function readArchives(sources: readonly GivenSource[], options: ReadOptions): Promise<ImportFile> {
  const { readLinkedin } = await import('./linkedin/linkedin.ts')
  return readLinkedin(
    sources.map((source) => ({ name: source.name, bytes: source.bytes() })),
    options,
  )
}

function unreadable(source: Source): UserError {
  return new UserError('input', `"${source.name}" is not a file netkeep can read.`, READABLE)
}

function nothingToRead(sources: readonly Source[]): UserError {
  const [first] = sources
  const what = first === undefined ? 'The folder is empty.' : `There is nothing there that netkeep can read.`
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
