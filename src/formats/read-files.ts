/** Reads files of any of the formats as one import. */
import type { ImportFile } from '../domain/import-file.ts'
import { UserError } from '../errors.ts'
import { FORMATS, type Format, recognise } from './recognise.ts'
import { headOf, type ReadOptions, type Source } from './source.ts'

/** A file, and whether it was named itself: of a folder, files of other kinds are only counted. */
export interface GivenSource extends Source {
  readonly isNamed: boolean
}

const READABLE = `netkeep reads ${Object.values(FORMATS).join(', ')}.`

type Reader = (source: Source, options: ReadOptions) => ImportFile

/** Loaded when a file of the kind is met: some bring a library. */
const READERS: Readonly<Partial<Record<Format, () => Promise<Reader>>>> = {
  vcard: async () => (await import('./vcard/read-vcards.ts')).readVcards,
}

/**
 * Reads all files together; what a file is tells its content, not its name.
 * @param format what the user says they are; undefined recognises each.
 * @throws UserError (input) for a file that cannot be read at all; rows that cannot be read are in `bad`.
 */
export async function readFiles(
  sources: readonly GivenSource[],
  options: ReadOptions,
  format: Format | undefined,
): Promise<ImportFile> {
  const files: ImportFile[] = []
  const tables: GivenSource[] = []
  for (const source of sources) {
    const kind = format ?? recognise(headOf(source))
    if (kind === 'archive' || kind === 'csv' || kind === undefined) {
      tables.push(source)
      continue
    }
    const read = await READERS[kind]?.()
    if (read === undefined)
      throw new UserError('input', `"${source.name}" is not a file netkeep can read.`, READABLE)
    files.push(read(source, options))
  }
  if (tables.length > 0) {
    const { readLinkedin } = await import('./linkedin/linkedin.ts')
    files.push(
      readLinkedin(
        tables.map((source) => ({ name: source.name, bytes: source.bytes() })),
        options,
      ),
    )
  }
  return joined(files)
}

/** Without spreading what may be hundreds of thousands into arguments. */
function joined(files: readonly ImportFile[]): ImportFile {
  const [only] = files
  if (only !== undefined && files.length === 1) return only
  return {
    contacts: files.flatMap((file) => file.contacts),
    touchpoints: files.flatMap((file) => file.touchpoints),
    letters: files.flatMap((file) => file.letters ?? []),
    meetings: files.flatMap((file) => file.meetings ?? []),
    skipped: files.flatMap((file) => file.skipped),
    bad: files.flatMap((file) => file.bad),
    partial: files.flatMap((file) => file.partial ?? []),
    photos: files.reduce((sum, file) => sum + (file.photos ?? 0), 0),
  }
}
