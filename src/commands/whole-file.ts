/** Writing a file so that it is there whole or not at all, for its owner alone. */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  renameSync,
  unlinkSync,
} from 'node:fs'
import path from 'node:path'
import { UserError } from '../errors.ts'
import { writeFully } from './held-text.ts'

/**
 * Writes beside its place, and moves it there when it is safe on the disk. Whatever goes wrong, nothing is left behind and the file that was
 * there stays.
 * @param replaces whether a file that is there gives way.
 * @throws UserError (usage) where one is there and does not; the system's error where writing fails.
 */
export function writeWholeFile(file: string, pieces: Iterable<string>, replaces: boolean): void {
  const folder = path.dirname(file)
  const draft = path.join(folder, `.${path.basename(file)}.${Math.random().toString(36).slice(2)}`)
  const descriptor = openSync(draft, 'wx', 0o600)
  let isInPlace = false
  try {
    try {
      for (const piece of pieces) writeFully(descriptor, piece)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    if (replaces) {
      renameSync(draft, file)
      isInPlace = true
    } else placeAsNew(draft, file)
  } finally {
    if (!isInPlace) unlinkSync(draft)
  }
}

/** A link never replaces a file that came there meanwhile; some file systems have no links. */
function placeAsNew(draft: string, file: string): void {
  try {
    linkSync(draft, file)
  } catch {
    if (existsSync(file)) throw alreadyThere(file)
    copyFileSync(draft, file, constants.COPYFILE_EXCL)
  }
}

export function alreadyThere(file: string): UserError {
  return new UserError(
    'usage',
    `${file} is there already.`,
    'Name another file, or let this one be replaced: --force',
  )
}

/** To be called after the last file: its name is safe when its folder is. Some systems cannot do that, and need not. */
export function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // The file itself is on the disk.
  }
}
