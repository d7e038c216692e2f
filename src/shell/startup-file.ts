/** The file that a shell reads at its start: looking into it, and adding a line. It is the user's own, so it is left alone where anything is odd. */
import {
  accessSync,
  closeSync,
  constants,
  fstatSync,
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

/** Adds a line at the end; the rest of the file and its mode stay as they are. @throws the system's error */
export function appendLine(target: string, line: string): void {
  mkdirSync(path.dirname(target), { recursive: true })
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK, O_RDWR } = constants
  const fd = openSync(target, O_RDWR | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o644)
  try {
    if (!fstatSync(fd).isFile()) throw Object.assign(new Error('no regular file'), { code: 'EINVAL' })
    const before = readFileSync(fd, 'latin1')
    writeSync(fd, `${before === '' || before.endsWith('\n') ? '' : '\n'}${line}\n`)
  } finally {
    closeSync(fd)
  }
}
