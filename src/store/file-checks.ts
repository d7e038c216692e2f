/** What can be told of a database file before SQLite touches it, and keeping it private. */
import { chmodSync, closeSync, constants, existsSync, fstatSync, openSync, readSync } from 'node:fs'
import path from 'node:path'
import { damagedDatabase, databaseError } from './database-errors.ts'
import { APPLICATION_ID } from './schema.ts'

const HEADER_BYTES = 100
const MAGIC = 'SQLite format 3\0'

/**
 * Reads the file's header and refuses, without writing a byte, what is not a netkeep database of a known version. Whether the file is
 * whole is for SQLite to say: after a crash the journal beside it has to be rolled back first.
 * Also takes away other people's access. Header offsets: https://www.sqlite.org/fileformat2.html#the_database_header
 * @returns warnings for the user.
 * @throws UserError (database); ENOENT when there is no such file.
 */
export function checkFile(file: string, newestVersion: number): readonly string[] {
  // Without O_NONBLOCK, opening a pipe waits for somebody to write into it.
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    const { mode } = checkHeader(file, handle, newestVersion)
    return makePrivate(file, mode)
  } finally {
    closeSync(handle)
  }
}

/** The format's version, of a file that is to be left as it is. @throws as {@link checkFile} */
export function readVersion(file: string, newestVersion: number): number {
  const handle = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK)
  try {
    return checkHeader(file, handle, newestVersion).version
  } finally {
    closeSync(handle)
  }
}

function checkHeader(file: string, handle: number, newestVersion: number): { mode: number; version: number } {
  const stat = fstatSync(handle)
  if (!stat.isFile()) throw notOurs(file, stat.isDirectory() ? 'is a folder' : 'is not a regular file')
  if (stat.size === 0) throw notOurs(file, 'is an empty file')
  const header = new DataView(new ArrayBuffer(HEADER_BYTES))
  const read = readSync(handle, header, 0, HEADER_BYTES, 0)
  const magic = String.fromCharCode(...new Uint8Array(header.buffer, 0, MAGIC.length))
  if (magic !== MAGIC) throw notOurs(file, 'is not a database')
  if (read < HEADER_BYTES) throw damagedDatabase(file)
  if (header.getUint32(68) !== APPLICATION_ID) throw notOurs(file, 'belongs to another program')
  const version = header.getUint32(60)
  if (version > newestVersion) {
    throw databaseError(
      `${file} was written by a newer netkeep (its format is ${version}, this netkeep knows ${newestVersion}).`,
      'Update netkeep: npm install --global netkeep@latest',
    )
  }
  if (isCutOff(file, stat.size, header.getUint16(16))) throw damagedDatabase(file)
  return { mode: stat.mode, version }
}

/**
 * SQLite takes what is missing of the last page for zeros, and notices only when it reads that page. Beside a journal the file may be
 * what a crash left of it, and is whole again when that is rolled back.
 */
function isCutOff(file: string, size: number, pageSize: number): boolean {
  const bytes = pageSize === 1 ? 65_536 : pageSize
  return bytes > 0 && size % bytes !== 0 && !existsSync(`${file}-journal`)
}

/** Removes the access of other users where there is any. What its owner may do stays. */
export function makePrivate(place: string, mode: number): readonly string[] {
  // Windows has other means than mode bits, and shows them all as set.
  if (path.sep === '\\' || (mode & 0o077) === 0) return []
  try {
    chmodSync(place, mode & 0o700)
    return [`Other users of this machine could open ${place}; now only you can.`]
  } catch {
    return [`Other users of this machine may open ${place}, and netkeep could not change that.`]
  }
}

function notOurs(file: string, what: string): Error {
  return databaseError(
    `${file} ${what}; netkeep left it as it is.`,
    'Choose another place with --db PATH or NETKEEP_DB, or move this file away.',
  )
}
