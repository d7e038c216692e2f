/** LinkedIn's data archive, or CSVs out of it, to contacts and touchpoints. */
import type { ImportFile, SourceRow } from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import { type CsvFile, type CsvTable, cellReader, findTable, hasColumn, parseCsv } from '../csv.ts'
import type { ReadOptions } from '../source.ts'
import { decodeText } from '../text-encoding.ts'
import { isArchive, type NamedBytes, unpackLinkedin } from '../zip.ts'
import { readConnections } from './connections.ts'
import { touchpointsOf } from './conversations.ts'
import { INVITATION_COLUMNS, readInvitations } from './invitations.ts'
import { readMessages } from './messages.ts'

interface Part {
  readonly kind: 'connections' | 'messages' | 'invitations' | 'profile'
  readonly table: CsvTable
  readonly file: string
}

const READABLE =
  "netkeep reads LinkedIn's archive (.zip), and Connections.csv, messages.csv and Invitations.csv out of it."

const NAMES = ['First Name', 'Last Name']
/** Columns of Profile.csv besides the names. */
const PROFILE = ['Maiden Name', 'Headline']
/** Columns of other exports with a First and a Last Name: Google and Outlook, Thunderbird. */
const NOT_CONNECTIONS = ['Maiden Name', 'Middle Name', 'Display Name']

/** What is read besides the files; without the rest everything there is, in UTF-8. */
export type LinkedinOptions = Pick<ReadOptions, 'today'> & Partial<ReadOptions>

/**
 * Reads all files as one export: what a file is tells its content, not its name. Messages that stand in two of them count once,
 * and a profile in two of them is one contact.
 * @throws UserError (input) for a file that cannot be read at all; rows that cannot be read are in `bad`.
 */
export function readLinkedin(files: readonly NamedBytes[], options: LinkedinOptions): ImportFile {
  const { encoding } = options
  const parts = files.flatMap((file) =>
    isArchive(file.bytes) ? readArchive(file, encoding) : [readTable(file, encoding)],
  )
  const seen = new Map<string, SourceRow>()
  const connections = partsOf(parts, 'connections').map((part) =>
    readConnections(part.table, part.file, seen),
  )
  const messages = partsOf(parts, 'messages').map((part) =>
    readMessages(part.table, part.file, options.today),
  )
  const myName = partsOf(parts, 'profile').map((part) => nameIn(part.table))[0] ?? ''
  const talks = touchpointsOf(
    messages.flatMap((file) => file.messages),
    myName,
    options.today,
  )
  const invitations = partsOf(parts, 'invitations').map((part) =>
    readInvitations(part.table, part.file, options.today, options.dateOrder ?? null),
  )
  const { since } = options
  return {
    contacts: connections.flatMap((file) => file.contacts),
    touchpoints: [...talks.touchpoints, ...invitations.flatMap((file) => file.touchpoints)].filter(
      ({ on }) => since === undefined || on >= since,
    ),
    skipped: [...connections, ...messages, talks, ...invitations].flatMap((file) => file.skipped),
    bad: [...connections, ...messages, ...invitations].flatMap((file) => file.bad),
  }
}

function partsOf(parts: readonly Part[], kind: Part['kind']): readonly Part[] {
  return parts.filter((part) => part.kind === kind)
}

function readArchive(archive: NamedBytes, encoding: string | undefined): readonly Part[] {
  const [profiles, tables] = [[], []] as [NamedBytes[], NamedBytes[]]
  for (const file of unpackLinkedin(archive)) {
    if (baseNameOf(file.name).toLowerCase() === 'profile.csv') profiles.push(file)
    else tables.push(file)
  }
  if (tables.length === 0) {
    throw new UserError(
      'input',
      `"${archive.name}" holds neither Connections.csv nor messages.csv nor Invitations.csv.`,
      READABLE,
    )
  }
  return [
    ...tables.map((file) => readTable(file, encoding)),
    ...profiles.flatMap((file) => readProfile(file, encoding)),
  ]
}

/** @throws UserError (input) for anything but connections, messages, invitations and the user's own profile. */
function readTable(file: NamedBytes, encoding: string | undefined): Part {
  if (file.bytes.length === 0) throw new UserError('input', `"${file.name}" is empty.`, READABLE)
  const csv = readCsv(file, encoding)
  const messages = findTable(csv, ['CONVERSATION ID', 'FROM', 'DATE'])
  if (messages !== undefined) return { kind: 'messages', table: messages, file: baseNameOf(file.name) }
  const invitations = findTable(csv, INVITATION_COLUMNS)
  if (invitations !== undefined)
    return { kind: 'invitations', table: invitations, file: baseNameOf(file.name) }
  const connections = findTable(csv, NAMES)
  if (connections !== undefined && PROFILE.every((column) => hasColumn(connections, column)))
    return { kind: 'profile', table: connections, file: baseNameOf(file.name) }
  if (connections === undefined || NOT_CONNECTIONS.some((column) => hasColumn(connections, column))) {
    throw new UserError('input', `"${file.name}" is not a file netkeep can read.`, READABLE)
  }
  return { kind: 'connections', table: connections, file: baseNameOf(file.name) }
}

/** Profile.csv only helps to tell who the user is; one without names is no reason to refuse the rest. */
function readProfile(file: NamedBytes, encoding: string | undefined): readonly Part[] {
  const table = findTable(readCsv(file, encoding), NAMES)
  return table === undefined ? [] : [{ kind: 'profile', table, file: baseNameOf(file.name) }]
}

function readCsv(file: NamedBytes, encoding: string | undefined): CsvFile {
  return parseCsv(decodeText(file.bytes, file.name, encoding), baseNameOf(file.name))
}

function nameIn(profile: CsvTable): string {
  const [row] = profile.rows
  return row === undefined ? '' : NAMES.map((name) => cellReader(profile, name)(row)).join(' ')
}
