/** What making one command durable costs on this disk: the fsyncs of a commit, and nothing else. */
import { closeSync, fsyncSync, openSync, unlinkSync, writeSync } from 'node:fs'
import path from 'node:path'

/**
 * A commit with a rollback journal and synchronous=EXTRA, as `strace netkeep log` shows it: the journal, its folder, the journal's
 * header, the database, and the folder again after the journal is deleted.
 */
export const FSYNCS_OF_COMMIT = 5

/** Where one fsync takes longer (ms), the disk would be measured, not netkeep. */
export const SLOW_FSYNC = 0.2

const PAGE = Buffer.alloc(4096, 7)
/** Pages that a `log` changes, about. */
const PAGES = 16

/** Does the same writes and fsyncs in the folder, and returns the time of the fsyncs alone, in ms. */
export function probeFsyncs(folder: string): number {
  const [journalFile, databaseFile] = [
    path.join(folder, 'probe-journal'),
    path.join(folder, 'probe-database'),
  ]
  const database = openSync(databaseFile, 'w')
  const journal = openSync(journalFile, 'w')
  const directory = openSync(folder, 'r')
  let spent = 0
  const fsync = (fd: number): void => {
    const started = performance.now()
    fsyncSync(fd)
    spent += performance.now() - started
  }
  try {
    for (let page = 0; page < PAGES; page++) writeSync(journal, PAGE)
    fsync(journal)
    fsync(directory)
    writeSync(journal, PAGE, 0, 28, 0)
    fsync(journal)
    for (let page = 0; page < PAGES; page++) writeSync(database, PAGE)
    fsync(database)
    unlinkSync(journalFile)
    fsync(directory)
  } finally {
    for (const fd of [database, journal, directory]) closeSync(fd)
    unlinkSync(databaseFile)
  }
  return spent
}
