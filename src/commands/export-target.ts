/** Where an export goes: standard output, a file, or a folder of cards. */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { type UserError, usageError } from '../errors.ts'
import { alreadyThere } from './whole-file.ts'

export type ExportTarget =
  | { readonly kind: 'output' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly isThere: boolean }

/** The limit of the usual file systems. */
const MOST_NAME_BYTES = 255

/** What an export never takes the place of. */
export interface OwnFiles {
  /** The database in use. */
  readonly database: string
  /** The settings of this machine. */
  readonly settings: string
}

/**
 * Whether a path names a folder: one that is there, or any path that ends in a slash.
 * @param given relative to `cwd`; undefined or `-` is standard output.
 */
export function exportTarget(given: string | undefined, cwd: () => string): ExportTarget {
  if (given === undefined || given === '-') return { kind: 'output' }
  if (given === '') throw usageError('-o needs a file.', 'Type: netkeep export -o contacts.json')
  const place = path.isAbsolute(given) ? given : path.resolve(cwd(), given)
  if (new TextEncoder().encode(path.basename(place)).length > MOST_NAME_BYTES)
    throw usageError('The name of the file is too long.', `Name one of at most ${MOST_NAME_BYTES} bytes.`)
  const isThere = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
  if (isThere || given.endsWith('/')) return { kind: 'folder', path: path.resolve(place), isThere }
  return { kind: 'file', path: place }
}

/**
 * Makes sure that the file may be written.
 * @throws UserError (usage) for netkeep's own files, for links, devices and pipes, and for what is there unless `isForced`.
 */
export function checkFileTarget(file: string, own: OwnFiles, isForced: boolean): void {
  const folder = path.dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageError(`There is no folder ${folder}.`, `Create it: mkdir -p '${folder}'`)
  const found = lstatSync(file, { throwIfNoEntry: false })
  const refused = isOf(file, found, own.database, DATABASE_SUFFIXES)
    ? "is netkeep's own database, or belongs to it"
    : isOf(file, found, own.settings, [''])
      ? "has netkeep's own settings"
      : undefined
  if (refused !== undefined) throw usageError(`${file} ${refused}.`, 'An export needs a file of its own.')
  if (STANDARD_OUTPUT.test(file))
    throw usageError(`${file} is standard output.`, 'Leave out -o: that is where an export goes without it.')
  if (found === undefined) return
  if (found.isSymbolicLink()) throw noPlace(file, 'is a link', realTarget(file))
  if (!found.isFile()) throw noPlace(file, 'is not a regular file')
  if (!isForced) throw alreadyThere(file)
}

/** With what SQLite keeps beside a database, and the file of the prompt. */
const DATABASE_SUFFIXES = ['', '-journal', '-wal', '-shm', '.prompt']
/** A link that every process sees as its own. */
const STANDARD_OUTPUT = /^\/(?:dev\/stdout|(?:dev|proc\/self)\/fd\/1)$/

/** Whether it is netkeep's own file, by whatever path, a second name of the same file too, or one beside it. */
function isOf(file: string, found: Stats | undefined, own: string, suffixes: readonly string[]): boolean {
  const there = statSync(own, { throwIfNoEntry: false })
  if (there !== undefined && found?.dev === there.dev && found.ino === there.ino) return true
  const name = path.join(realpathSync(path.dirname(file)), path.basename(file))
  return [own, realTarget(own)].some((place) => suffixes.some((suffix) => name === `${place}${suffix}`))
}

/** Undefined for one that leads nowhere. */
function realTarget(link: string): string | undefined {
  try {
    return realpathSync(link)
  } catch {
    return undefined
  }
}

function noPlace(file: string, what: string, instead?: string): UserError {
  return usageError(
    `${file} ${what}; netkeep writes only to files of its own making.`,
    instead === undefined ? 'Name a file: -o contacts.json' : `Name the file itself: -o '${instead}'`,
  )
}
