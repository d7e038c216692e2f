/** The settings of this machine: environment, then config.toml, then the default. */
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { getSetting, SETTINGS } from './config.ts'
import type { Context } from './context.ts'
import { UserError, usageError } from './errors.ts'

export interface MachineSettings {
  readonly file: string
  /** The value in force and where it comes from. */
  get(name: string): { readonly value: string; readonly source: 'environment' | 'file' | 'default' }
}

/** Reads the settings file if there is one. @throws UserError (usage) naming the file and the setting that is wrong. */
export async function readMachineSettings(context: Context): Promise<MachineSettings> {
  const file = await settingsFileOf(context)
  const stored = await readFile(file)
  return {
    file,
    get: (name) => {
      const setting = getSetting(name)
      const typed = setting.env === undefined ? undefined : context.env[setting.env]
      if (typed !== undefined && (typed !== '' || name === 'pager'))
        return { value: setting.check(typed), source: 'environment' }
      const value = stored[name]
      if (value === undefined) return { value: setting.default, source: 'default' }
      return { value: checkStored(file, name, value), source: 'file' }
    },
  }
}

/** Writes one setting; undefined takes it back to its default. Other keys of the file stay, its comments do not. */
export async function storeMachineSetting(
  context: Context,
  name: string,
  value: string | undefined,
): Promise<void> {
  const file = await settingsFileOf(context)
  const values: Record<string, unknown> = { ...(await readFile(file)) }
  if (value === undefined) delete values[name]
  else values[name] = value
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  const { formatToml } = await import('./formats/toml.ts')
  // Through a link, as people keep their settings in a repository of their own.
  const target = existsSync(file) ? realpathSync(file) : file
  const draft = `${target}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, formatToml(values), { mode: 0o600, flag: 'wx' })
  renameSync(draft, target)
}

export async function settingsFileOf(context: Context): Promise<string> {
  const given = context.env['NETKEEP_CONFIG']
  if (given !== undefined && given !== '')
    return path.isAbsolute(given) ? given : path.resolve(context.cwd(), given)
  return path.join((await context.defaultFolders()).config, 'config.toml')
}

async function readFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file)) return {}
  const { parseToml } = await import('./formats/toml.ts')
  try {
    return parseToml(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [what = ''] = error.message.split('\n')
    throw new UserError('usage', `${file} cannot be read: ${what}`, 'Mend it: netkeep config edit')
  }
}

function checkStored(file: string, name: string, value: unknown): string {
  if (typeof value !== 'string' && typeof value !== 'number') {
    throw usageError(`${file}: ${name} must be a text.`, `Type: netkeep config set ${name} VALUE`)
  }
  return getSetting(name).check(String(value))
}

/** Keys of the file that mean nothing to netkeep. */
export async function unknownKeys(context: Context): Promise<readonly string[]> {
  const known = SETTINGS.filter((setting) => setting.scope === 'machine').map((setting) => setting.name)
  return Object.keys(await readFile(await settingsFileOf(context))).filter((key) => !known.includes(key))
}
