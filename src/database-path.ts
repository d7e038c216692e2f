/** Which database is meant: --db, else NETKEEP_DB, else the one in netkeep's own folder. */
import path from 'node:path'
import type { DefaultFolders } from './context.ts'
import { usageError } from './errors.ts'

export interface DatabasePlace {
  readonly file: string
  /** Whether the folder is netkeep's own. */
  readonly isDefault: boolean
}

interface World {
  readonly env: Readonly<Record<string, string | undefined>>
  cwd(): string
  defaultFolders(): Promise<DefaultFolders>
}

/** @throws UserError (usage) for what is not the path of a file, or where there is no home directory. */
export async function databasePlace(option: string | undefined, world: World): Promise<DatabasePlace> {
  const given = option ?? (world.env['NETKEEP_DB'] || undefined)
  return given === undefined
    ? { file: path.join((await world.defaultFolders()).data, 'netkeep.db'), isDefault: true }
    : { file: explicitPath(given, world), isDefault: false }
}

/** SQLite gives some names a meaning of their own; here a path is a path to a file. */
function explicitPath(given: string, world: World): string {
  const hint = 'Give the path of a file: netkeep --db ~/contacts.db due'
  if (given.trim() === '' || given === ':memory:' || given.startsWith('file:')) {
    throw usageError(`"${given}" is not the path of a database.`, hint)
  }
  if (given.includes('\0')) throw usageError('The path of the database contains a NUL character.', hint)
  const whole = path.isAbsolute(given) ? given : `${world.cwd()}/${given}`
  // `link/..` is where the link leads to, for the system and for the prompt's hooks: not to be made shorter.
  return whole.split('/').includes('..') ? whole : path.normalize(whole)
}
