/** Writing a file so that it is there whole or not at all, for its owner alone. */
import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  lstatSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
} from 'node:fs'
import path from 'node:path'
import { UserError } from '../errors.ts'
import { writeFully } from './held-text.ts'

/** Has a function called when a signal ends the process; the one that it returns takes that back. */
export type OnEnding = (tidy: () => void) => () => void

/** Short, for the name of the file may be as long as the system allows. */
const DRAFT = '.netkeep-draft-'
/** A draft to which nothing was written for so long has no writer any more. */
const LONGEST_PAUSE_MS = 3_600_000
/** Signals are heard between pieces, and so often within what is long. */
const CHARACTERS_TOGETHER = 262_144

/**
 * Writes beside its place, and moves it there when it is safe on the disk. Whatever goes wrong, nothing is left behind and the file that was
 * there stays; what a process left that was killed outright, the next one in that folder takes away.
 * @param replaces whether a file that is there gives way.
 * @throws UserError (usage) where one is there and does not; the system's error where writing fails.
 */
export async function writeWholeFile(
  file: string,
  pieces: Iterable<string>,
  replaces: boolean,
  onEnding: OnEnding,
): Promise<void> {
  const folder = path.dirname(file)
  const draft = path.join(folder, `${DRAFT}${Math.random().toString(36).slice(2)}`)
  // Before the draft is there: a signal is heard only while this waits.
  const forget = onEnding(() => rmSync(draft, { force: true }))
  try {
    const descriptor = openSync(draft, 'wx', 0o600)
    try {
      await writePieces(descriptor, pieces)
      fsyncSync(descriptor)
    } finally {
      closeSync(descriptor)
    }
    if (replaces) renameSync(draft, file)
    else placeAsNew(draft, file)
  } finally {
    rmSync(draft, { force: true })
    forget()
  }
}

async function writePieces(descriptor: number, pieces: Iterable<string>): Promise<void> {
  let waiting = CHARACTERS_TOGETHER
  for (const piece of pieces) {
    waiting += piece.length
    if (waiting >= CHARACTERS_TOGETHER) {
      waiting = 0
      await new Promise((resolve) => setImmediate(resolve))
    }
    writeFully(descriptor, piece)
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

/**
 * To be called after the last file: its name is safe when its folder is. Some systems cannot do that, and need not. What exports left here
 * that were killed outright goes.
 */
export function settleFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
  } catch {
    // The file itself is on the disk.
  }
  // The folder was changed just now, by the clock of its file system, which may be another one's.
  removeAbandoned(folder, statSync(folder).mtimeMs - LONGEST_PAUSE_MS)
}

/** What cannot be taken away is no reason to fail. */
function removeAbandoned(folder: string, beforeMs: number): void {
  for (const name of readdirSync(folder)) {
    if (!name.startsWith(DRAFT)) continue
    const draft = path.join(folder, name)
    try {
      const found = lstatSync(draft)
      if (found.isFile() && found.mtimeMs < beforeMs) unlinkSync(draft)
    } catch {
      // Another one took it away, or it is another user's.
    }
  }
}
