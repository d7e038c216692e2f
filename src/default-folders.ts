/** Where things lie by default on this system. */
import path from 'node:path'
import type { DefaultFolders } from './context.ts'
import { usageError } from './errors.ts'

/**
 * env-paths reads the process's environment itself: what is not a usable path there is taken away first, as the XDG specification asks.
 * @throws UserError (usage) when there is no home directory.
 */
export async function defaultFolders(env: Record<string, string | undefined>): Promise<DefaultFolders> {
  for (const name of ['HOME', 'XDG_DATA_HOME', 'XDG_CONFIG_HOME']) {
    const value = env[name]
    if (value !== undefined && !path.isAbsolute(value)) delete env[name]
  }
  try {
    const { default: envPaths } = await import('env-paths')
    const { data, config } = envPaths('netkeep', { suffix: '' })
    if (path.isAbsolute(data) && path.isAbsolute(config)) return { data, config }
  } catch {
    // os.homedir() throws for a user without an entry in the password file.
  }
  throw usageError(
    'There is no home directory to keep contacts in.',
    'Name the database yourself: netkeep --db /path/to/netkeep.db',
  )
}
