/** Where an export goes: standard output, a file, or a folder of cards. */
import { lstatSync, realpathSync, type Stats, statSync } from 'node:fs'
import path from 'node:path'
import { type UserError, usageError } from '../errors.ts'
import { alreadyThere } from './whole-file.ts'

export type ExportTarget =
  | { readonly kind: 'output' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'folder'; readonly path: string; readonly isThere: boolean }

/**
 * Whether a path names a folder: one that is there, or any path that ends in a slash.
 * @param given relative to `cwd`; undefined or `-` is standard output.
 */
export function exportTarget(given: string | undefined, cwd: () => string): ExportTarget {
  if (given === undefined || given === '-') return { kind: 'output' }
  if (given === '') throw usageError('-o needs a file.', 'Type: netkeep export -o contacts.json')
  const place = path.isAbsolute(given) ? given : path.resolve(cwd(), given)
  const isThere = statSync(place, { throwIfNoEntry: false })?.isDirectory() === true
  if (isThere || given.endsWith('/')) return { kind: 'folder', path: path.resolve(place), isThere }
  return { kind: 'file', path: place }
}

/**
 * Makes sure that the file may be written.
 * @param database the database in use.
 * @throws UserError (usage) for the database and what belongs to it, for links, devices and pipes, and for what is there unless `isForced`.
 */
export function checkFileTarget(file: string, database: string, isForced: boolean): void {
  const folder = path.dirname(file)
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw usageError(`There is no folder ${folder}.`, `Create it: mkdir -p '${folder}'`)
  const found = lstatSync(file, { throwIfNoEntry: false })
  if (isOfDatabase(file, found, database))
    throw usageError(
      `${file} is netkeep's own database, or belongs to it.`,
      'An export needs a file of its own.',
    )
  if (found === undefined) return
  if (found.isSymbolicLink()) throw noPlace(file, 'is a link', realTarget(file))
  if (!found.isFile()) throw noPlace(file, 'is not a regular file')
  if (!isForced) throw alreadyThere(file)
}

/** By whatever path, a second name of the same file too; its journal, and the file of the prompt. */
function isOfDatabase(file: string, found: Stats | undefined, database: string): boolean {
  const own = statSync(database, { throwIfNoEntry: false })
  if (own !== undefined && found?.dev === own.dev && found.ino === own.ino) return true
  const real = realpathSync(database)
  const name = path.join(realpathSync(path.dirname(file)), path.basename(file))
  return [database, real].some(
    (place) => name === place || name === `${place}.prompt` || name.startsWith(`${place}-`),
  )
}

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
