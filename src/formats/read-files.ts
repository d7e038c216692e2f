/** Reads files of any of the formats as one import. */
import type { ImportFile } from '../domain/import-file.ts'
import { UserError } from '../errors.ts'
import { FORMATS, type Format, recognise } from './recognise.ts'
import { headOf, type ReadOptions, type Source } from './source.ts'

/** A file, and whether it was named itself: of a folder, files of other kinds are only counted. */
export interface GivenSource extends Source {
  readonly isNamed: boolean
}

export const READABLE: string = `netkeep reads ${Object.values(FORMATS).join(', ')}.`

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
  const linkedin: GivenSource[] = []
  for (const source of sources) {
    const kind = format ?? recognise(headOf(source))
    if (kind === 'archive' || kind === undefined) linkedin.push(source)
    else if (source.isNamed) throw unreadable(source)
  }
  if (linkedin.length > 0) {
    const { readLinkedin } = await import('./linkedin/linkedin.ts')
    files.push(
      readLinkedin(
        linkedin.map((source) => ({ name: source.name, bytes: source.bytes() })),
        options,
      ),
    )
  }
  return joined(files)
}

function unreadable(source: Source): UserError {
  return new UserError('input', `"${source.name}" is not a file netkeep can read.`, READABLE)
}

function joined(files: readonly ImportFile[]): ImportFile {
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
