/** The files that an import is given: by name, in folders, on standard input. */
import { closeSync, openSync, readdirSync, readFileSync, readSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { UserError, usageError } from '../errors.ts'
import type { GivenSource } from '../formats/given-files.ts'
import { type Source, sourceOf } from '../formats/source.ts'
import { MOST_BYTES } from '../formats/text-encoding.ts'

const CHUNK_BYTES = 1 << 20

/** @throws UserError (input) when a file or folder cannot be read. */
export async function findSources(
  names: readonly string[],
  context: Context,
): Promise<readonly GivenSource[]> {
  const found: GivenSource[] = []
  for (const name of names) {
    if (name === '-') {
      const bytes = await context.stdin.read()
      found.push({ ...sourceOf('standard input', bytes), isNamed: true })
      continue
    }
    if (name.trim() === '')
      throw usageError('The name of a file is empty.', 'Type: netkeep import contacts.vcf')
    const file = path.isAbsolute(name) ? name : path.resolve(context.cwd(), name)
    const stat = told(name, () => statSync(file))
    if (stat.isDirectory()) found.push(...filesIn(file, name))
    else if (stat.isFile()) found.push({ ...fileSource(file, name, stat.size), isNamed: true })
    else
      throw new UserError(
        'input',
        `${name} is not a regular file.`,
        'From a program, use a pipe: … | netkeep import -',
      )
  }
  return found
}

/** In the order of their names. Hidden files and those of programs are left out, but not hidden folders of mail (`.Sent`). */
function filesIn(folder: string, name: string): readonly GivenSource[] {
  const entries = told(name, () => readdirSync(folder, { withFileTypes: true })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  )
  const isMaildir = isMailFolder(folder)
  return entries.flatMap((entry) => {
    const [file, shown] = [path.join(folder, entry.name), path.join(name, entry.name)]
    const stat = entry.isSymbolicLink() ? findStat(file) : undefined
    if (entry.isFile() || stat?.isFile() === true) {
      return isSideFile(entry.name)
        ? []
        : [
            {
              ...fileSource(file, shown, Number((stat ?? told(shown, () => statSync(file))).size)),
              isNamed: false,
            },
          ]
    }
    // Messages in "tmp" are still being delivered. Links to folders may lead round in circles.
    if (!entry.isDirectory() || (isMaildir && entry.name === 'tmp')) return []
    return entry.name.startsWith('.') && !isMailFolder(file) ? [] : filesIn(file, shown)
  })
}

/** Hidden files, and what mail programs and desktops keep beside the files of others: nobody misses these. */
function isSideFile(name: string): boolean {
  return name.startsWith('.') || SIDE_FILES.test(name)
}

const SIDE_FILES =
  /^(?:.*\.(?:msf|mozmsgs|lock|wdseml)|msgFilterRules\.dat|filterlog\.html|popstate\.dat|rules\.dat|desktop\.ini|thumbs\.db|dovecot[.-].*|maildirsize|maildirfolder|courierimap.*|subscriptions)$/i

function isMailFolder(folder: string): boolean {
  return findStat(path.join(folder, 'cur'))?.isDirectory() === true
}

function findStat(file: string): ReturnType<typeof statSync> | undefined {
  try {
    return statSync(file, { throwIfNoEntry: false })
  } catch {
    // A link that goes round, or into a place that may not be looked at, leads nowhere.
    return undefined
  }
}

/**
 * The same sources, telling how many bytes of all have been read: of large mailboxes reading takes longer than the import.
 * @param onRead told in whole kilobytes
 */
export function watched(
  sources: readonly GivenSource[],
  onRead: (done: number, total: number) => void,
): readonly GivenSource[] {
  const total = sources.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  return sources.map((source) => {
    let read = 0
    // A reader that begins again has read nothing more.
    const note = (offset: number): void => {
      done += Math.max(0, offset - read)
      read = Math.max(read, offset)
      onRead(done - (done % 1024), total)
    }
    return {
      ...source,
      chunks: function* () {
        let offset = 0
        for (const chunk of source.chunks()) {
          yield chunk
          offset += chunk.length
          note(offset)
        }
      },
      bytes: () => {
        const bytes = source.bytes()
        note(bytes.length)
        return bytes
      },
    }
  })
}

function fileSource(file: string, name: string, size: number): Source {
  return {
    name,
    size,
    chunks: () => chunksOf(file, name),
    bytes: () => {
      if (size > MOST_BYTES) throw tooLarge(name)
      return told(name, () => readFileSync(file))
    },
  }
}

function* chunksOf(file: string, name: string): Generator<Uint8Array> {
  const descriptor = told(name, () => openSync(file, 'r'))
  const buffer = new Uint8Array(CHUNK_BYTES)
  try {
    for (;;) {
      const count = told(name, () => readSync(descriptor, buffer, 0, CHUNK_BYTES, null))
      if (count === 0) return
      yield buffer.subarray(0, count)
    }
  } finally {
    closeSync(descriptor)
  }
}

function tooLarge(name: string): UserError {
  return new UserError('input', `"${name}" is larger than 512 MB.`, 'Split it and import the parts.')
}

/** Runs `read`, with what the system says in words. */
function told<T>(name: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (error instanceof UserError || typeof code !== 'string') throw error
    const what =
      code === 'ENOENT'
        ? 'There is no file'
        : code === 'EACCES'
          ? 'You may not read'
          : `Reading failed (${code}):`
    throw new UserError('input', `${what} ${name}.`, 'Check the path and try again.')
  }
}
