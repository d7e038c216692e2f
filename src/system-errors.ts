/** Turns what the operating system refuses into what a person can act on. */
import { UserError } from './errors.ts'

const WORDS: Readonly<Record<string, string>> = {
  EACCES: 'you may not',
  EPERM: 'you may not',
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'a part of the path is not a folder',
  EISDIR: 'it is a folder',
  EEXIST: 'there is something of that name',
  EROFS: 'the disk is read-only',
  ENOSPC: 'the disk is full',
  EDQUOT: 'your share of the disk is full',
  EFBIG: 'the file would be larger than it may be',
  EMFILE: 'too many files are open',
  EIO: 'the disk failed',
}

/** The UserError for a failed system call on a file, or undefined for any other error. */
export function asSystemError(error: unknown): UserError | undefined {
  if (!(error instanceof Error) || !('code' in error) || !('syscall' in error)) return undefined
  if (error.syscall === 'uv_cwd')
    return new UserError('failed', 'The folder you are in no longer exists.', 'Type: cd')
  const words = WORDS[String(error.code)]
  if (words === undefined) return undefined
  const place = 'path' in error && typeof error.path === 'string' ? ` ${error.path}` : ''
  return new UserError(
    'failed',
    `Could not ${String(error.syscall)}${place}: ${words}.`,
    'Check the path and its permissions.',
  )
}
