/** Zips: LinkedIn's data archive, Google's Takeout and calendars, whatever holds files that netkeep reads. The only user of fflate. */
import { unzipSync } from 'fflate'
import { UserError } from '../errors.ts'
import { baseNameOf } from './base-name.ts'
import { MOST_BYTES } from './text-encoding.ts'

/** A file as it was given: `name` may be a path. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `guide_messages.csv` and `learning_role_play_messages.csv` have the header of messages.csv, but nobody wrote them. */
const LINKEDINS = ['connections.csv', 'messages.csv', 'invitations.csv']
const PROFILE = 'profile.csv'
/** In a zip a name has to say what a file is: unpacking all of it to look would take the photos too. */
const READABLE = /\.(?:vcf|vcard|ics|mbox|eml|csv)$/i
const SPREADSHEETS = /\.(?:xlsx|xlsm|ods|numbers)$/i
/** What spreadsheets and other documents hold: Excel's, OpenDocument's, Apple's. */
const IN_SPREADSHEETS = ['xl/workbook.xml', 'xl/workbook.bin', 'content.xml', 'Index/Document.iwa']

/** PKWARE's APPNOTE: general purpose bit 0, and the compression method that stands for AES. */
const ENCRYPTED_BIT = 1
const AES = 99

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/** Whether it is LinkedIn's: it holds one of the tables. Nothing is unpacked. @throws UserError (input) for a damaged or encrypted one */
export function isLinkedinArchive(archive: NamedBytes): boolean {
  return namesIn(archive).some((name) => LINKEDINS.includes(baseNameOf(name).toLowerCase()))
}

/** LinkedIn's tables, wherever they sit in the archive, in its order. @throws UserError (input) as {@link unpackReadable} */
export function unpackLinkedin(archive: NamedBytes): readonly NamedBytes[] {
  return unpack(archive, (name) => [...LINKEDINS, PROFILE].includes(baseNameOf(name).toLowerCase()))
}

/**
 * The files in any other zip that netkeep may read, by their names; a zip within it is not looked into.
 * @throws UserError (input) for one that holds none, is a spreadsheet, damaged, encrypted, or unpacks to more than 512 MB: the sizes are
 *   checked before anything is unpacked
 */
export function unpackReadable(archive: NamedBytes): readonly NamedBytes[] {
  const names = namesIn(archive)
  if (IN_SPREADSHEETS.some((name) => names.includes(name))) throw spreadsheet(archive)
  const files = unpack(archive, (name) => READABLE.test(name) && !isHidden(name))
  if (files.length > 0) return files
  throw new UserError(
    'input',
    `"${archive.name}" holds nothing that netkeep reads.`,
    "Of a zip it reads LinkedIn's tables, and files whose names end in .vcf, .ics, .mbox, .eml or .csv.",
  )
}

/** `__MACOSX/._contacts.vcf` is what a Mac knows of contacts.vcf. */
function isHidden(name: string): boolean {
  return baseNameOf(name).startsWith('.')
}

function namesIn(archive: NamedBytes): readonly string[] {
  const names: string[] = []
  unzipOrThrow(archive, (name) => {
    names.push(name)
    return false
  })
  return names
}

function unpack(archive: NamedBytes, isWanted: (name: string) => boolean): readonly NamedBytes[] {
  const sizes = new Map<string, number>()
  let total = 0
  const unpacked = unzipOrThrow(archive, (name, size, compression) => {
    if (!isWanted(name)) return false
    if (compression === AES) throw encrypted(archive)
    total += size
    if (total > MOST_BYTES) {
      throw new UserError(
        'input',
        `"${archive.name}" unpacks to more than 512 MB.`,
        'Unpack it yourself, and import the parts of it that you need.',
      )
    }
    sizes.set(name, size)
    return true
  })
  return Object.entries(unpacked).map(([name, bytes]) => {
    if (bytes.length !== sizes.get(name)) throw damaged(archive)
    return { name: `${archive.name}/${name}`, bytes }
  })
}

type Filter = (name: string, size: number, compression: number) => boolean

function unzipOrThrow(archive: NamedBytes, filter: Filter): Record<string, Uint8Array> {
  if (((archive.bytes[6] ?? 0) & ENCRYPTED_BIT) !== 0) throw encrypted(archive)
  try {
    return unzipSync(archive.bytes, {
      filter: (entry) => {
        // fflate reads on past the end of a damaged list of files, for billions of nameless entries if the count says so.
        if (entry.name === '') throw damaged(archive)
        return filter(entry.name, entry.originalSize, entry.compression)
      },
    })
  } catch (error) {
    throw error instanceof UserError ? error : damaged(archive)
  }
}

function damaged(archive: NamedBytes): UserError {
  if (SPREADSHEETS.test(archive.name)) return spreadsheet(archive)
  return new UserError(
    'input',
    `"${archive.name}" is damaged or incomplete.`,
    'Get it again from where it came from.',
  )
}

function spreadsheet(archive: NamedBytes): UserError {
  return new UserError(
    'input',
    `"${archive.name}" is a spreadsheet.`,
    'Save it as CSV there, and import that.',
  )
}

function encrypted(archive: NamedBytes): UserError {
  return new UserError('input', `"${archive.name}" is encrypted.`, 'Unpack it, and import the files in it.')
}
