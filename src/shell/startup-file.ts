/** The file that a shell reads at its start: looking into it, and adding a line. It is the user's own, so it is left alone where anything is odd. */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
  ftruncateSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  statSync,
  writeSync,
} from 'node:fs'
import path from 'node:path'

export type StartupFile =
  | {
      readonly isUsable: true
      /** Where it lies, behind links. */
      readonly target: string
      /** Byte for byte (latin1); empty where there is no file yet. */
      readonly text: string
    }
  | { readonly isUsable: false; readonly why: string }

/** No startup file is so large. */
const MOST_BYTES = 2 ** 22

/** @throws the system's error where it cannot be looked at. */
export function readStartupFile(file: string): StartupFile {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined)
    return { isUsable: true, target: file, text: '' }
  const stat = statSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return { isUsable: false, why: 'it is a link that leads nowhere' }
  if (!stat.isFile()) return { isUsable: false, why: 'it is not a regular file' }
  if (stat.size > MOST_BYTES) return { isUsable: false, why: 'it is very large' }
  // For root every file seems writable.
  if ((stat.mode & 0o222) === 0 || !isWritable(file))
    return { isUsable: false, why: 'it is not to be written to' }
  return { isUsable: true, target: realpathSync(file), text: readFileSync(file, 'latin1') }
}

function isWritable(file: string): boolean {
  try {
    accessSync(file, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Adds a line at the end; the rest of the file and its mode stay as they are. All of the line or nothing. @throws the system's error */
export function appendLine(target: string, line: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants
  const fd = openSync(target, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o644)
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile()) throw Object.assign(new Error('no regular file'), { code: 'EINVAL' })
    const before = readFileSync(fd, 'latin1')
    writeWhole(fd, `${endOf(before)}${line}\n`, stat.size)
  } finally {
    closeSync(fd)
  }
}

/** What the line needs before it: an unfinished line is ended, one that goes on with a backslash too. */
function endOf(text: string): string {
  if (text === '') return ''
  return `${text.endsWith('\n') ? '' : '\n'}${/\\\n?$/.test(text) ? '\n' : ''}`
}

/** Half of the line would be a syntax error in every new shell. */
function writeWhole(fd: number, text: string, sizeBefore: number): void {
  const bytes = new TextEncoder().encode(text)
  try {
    for (let written = 0; written < bytes.length; ) written += writeSync(fd, bytes, written)
  } catch (error) {
    ftruncateSync(fd, sizeBefore)
    throw error
  }
}
