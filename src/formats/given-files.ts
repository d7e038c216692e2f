/** What each of the given files is, those within zips too; what none of them is. */
import { UserError } from '../errors.ts'
import { baseNameOf } from './base-name.ts'
import type { CsvKind } from './csv-kind.ts'
import { FORMATS, type Format, isMork, recognise } from './recognise.ts'
import { headOf, type Source, sourceOf } from './source.ts'

/** A file, and whether it was named itself: of a folder, files of other kinds are only told. */
export interface GivenSource extends Source {
  readonly isNamed: boolean
  /** A path into a zip is none to type. */
  readonly isInZip?: true
}

export interface Recognised {
  readonly source: GivenSource
  readonly kind: Exclude<Format, 'csv'> | CsvKind
}

/** A file of a folder that was not read; without a reason it is of no kind that netkeep knows. */
export interface Unread {
  readonly name: string
  /** In words, with what to type where that reads it. */
  readonly reason?: string
}

export interface SaidOfFiles {
  readonly format: Format | undefined
  readonly encoding: string | undefined
}

export const READABLE: string = `netkeep reads ${Object.values(FORMATS).join(', ')}.`

/** @throws UserError (input) for a named file that cannot be read. */
export async function recogniseFiles(
  sources: readonly GivenSource[],
  said: SaidOfFiles,
): Promise<{ readonly recognised: readonly Recognised[]; readonly unread: readonly Unread[] }> {
  const recognised: Recognised[] = []
  const unread: Unread[] = []
  const take = async (source: GivenSource, kind: Recognised['kind'] | undefined): Promise<void> => {
    if (kind === undefined) {
      if (source.isNamed) throw unreadable(source)
      unread.push({ name: source.name })
    } else if (kind === 'archive' && !(await isLinkedins(source))) {
      for (const file of await filesIn(source))
        await take(file, await kindOf(file, { ...said, format: undefined }))
    } else recognised.push({ source, kind })
  }
  for (const source of sources) {
    try {
      await take(source, await kindOf(source, said))
    } catch (error) {
      if (!(error instanceof UserError) || error.code !== 'input' || source.isNamed) throw error
      unread.push({ name: source.name, reason: reasonOf(error, source.name) })
    }
  }
  return { recognised, unread }
}

/** `"all.zip" is encrypted.`, with its hint, as words behind the name. */
function reasonOf({ message, hint = '' }: UserError, name: string): string {
  const text = message.replace(`"${name}" `, '').replace(/\.$/, '')
  return hint === '' ? text : `${text}. ${hint.replace(/\.$/, '')}`
}

/** Tables and archives of LinkedIn's are read together. What was said to be an archive may be one of its tables. */
async function isLinkedins(source: Source): Promise<boolean> {
  const { isArchive, isLinkedinArchive } = await import('./zip.ts')
  const bytes = source.bytes()
  return !isArchive(bytes) || isLinkedinArchive({ name: source.name, bytes })
}

async function filesIn(source: GivenSource): Promise<readonly GivenSource[]> {
  const { unpackReadable } = await import('./zip.ts')
  return unpackReadable({ name: source.name, bytes: source.bytes() }).map(({ name, bytes }) => ({
    ...sourceOf(name, bytes),
    isNamed: false,
    isInZip: true,
  }))
}

async function kindOf(
  source: GivenSource,
  { format, encoding }: SaidOfFiles,
): Promise<Recognised['kind'] | undefined> {
  if (source.size === 0) {
    if (source.isNamed) throw new UserError('input', `"${source.name}" is empty.`, READABLE)
    return undefined
  }
  const head = headOf(source)
  const kind = format ?? recognise(head)
  if (kind === 'archive' && source.isInZip === true) return undefined
  if (kind !== undefined && kind !== 'csv') return kind
  if (kind === undefined && isMork(head)) throw morkFile(source)
  if (kind === undefined && isBinary(head)) return undefined
  return (await import('./csv-kind.ts')).csvKindOf(head, encoding)
}

/** No text has a NUL, but for that of UTF-16, which has a byte order mark. */
function isBinary(head: Uint8Array): boolean {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  return !isUtf16 && head.includes(0)
}

function unreadable(source: Source): UserError {
  return new UserError('input', `"${source.name}" is not a file netkeep can read.`, READABLE)
}

/** Mozilla's old databases: an index beside each folder of mail, and address books. */
function morkFile({ name }: Source): UserError {
  return /\.msf$/i.test(name)
    ? new UserError(
        'input',
        `"${name}" is Thunderbird's index of a folder of mail.`,
        `The mail is in the file beside it: "${baseNameOf(name).slice(0, -'.msf'.length)}".`,
      )
    : new UserError(
        'input',
        `"${name}" is a database of Thunderbird's.`,
        'Export the address book as vCard or CSV there, and import that.',
      )
}
