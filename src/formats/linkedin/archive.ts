/** LinkedIn's data archive, the .zip: the files of it that netkeep reads. */
import { unzipSync } from 'fflate'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import { MOST_BYTES } from '../text-encoding.ts'

/** A file as it was given: `name` may be a path. */
export interface NamedBytes {
  readonly name: string
  readonly bytes: Uint8Array
}

/** `guide_messages.csv` and `learning_role_play_messages.csv` have the header of messages.csv, but nobody wrote them. */
const WANTED = ['connections.csv', 'messages.csv', 'invitations.csv', 'profile.csv']

/** PKWARE's APPNOTE: general purpose bit 0, and the compression method that stands for AES. */
const ENCRYPTED_BIT = 1
const AES = 99

export function isArchive(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4
}

/**
 * The wanted files, wherever they sit in the archive, in its order. The sizes are checked before anything is unpacked.
 * @throws UserError (input) for an archive that is damaged, encrypted, or unpacks to more than 512 MB.
 */
export function unpackArchive(archive: NamedBytes): readonly NamedBytes[] {
  if (((archive.bytes[6] ?? 0) & ENCRYPTED_BIT) !== 0) throw encrypted(archive)
  const sizes = new Map<string, number>()
  let total = 0
  const unpacked = unzipOrThrow(archive, (name, size, compression) => {
    // fflate reads on past the end of a damaged list of files, for billions of nameless entries if the count says so.
    if (name === '') throw damaged(archive)
    if (!WANTED.includes(baseNameOf(name).toLowerCase())) return false
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
  try {
    return unzipSync(archive.bytes, {
      filter: (entry) => filter(entry.name, entry.originalSize, entry.compression),
    })
  } catch (error) {
    throw error instanceof UserError ? error : damaged(archive)
  }
}

function damaged(archive: NamedBytes): UserError {
  return new UserError(
    'input',
    `"${archive.name}" is damaged or incomplete.`,
    'Download it from LinkedIn again.',
  )
}

function encrypted(archive: NamedBytes): UserError {
  return new UserError('input', `"${archive.name}" is encrypted.`, 'Unpack it, and import the files in it.')
}
