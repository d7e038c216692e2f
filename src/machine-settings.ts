/** The settings of this machine: environment, then config.toml, then the default. */
import {
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { getSetting, SETTINGS, type Setting } from './config.ts'
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
      if (typed !== undefined && (typed !== '' || setting.mayBeEmpty === true)) {
        return { value: check(setting, typed, setting.env ?? name), source: 'environment' }
      }
      const value = stored[name]
      if (value === undefined) return { value: setting.default, source: 'default' }
      return { value: check(setting, value, `${file}, ${name}`), source: 'file' }
    },
  }
}

/** @param place where the value was found, for the error. */
function check(setting: Setting, value: unknown, place: string): string {
  if (typeof value !== 'string' && typeof value !== 'number')
    throw usageError(`${place}: this must be a text in quotes.`)
  try {
    return setting.check(String(value))
  } catch (error) {
    if (error instanceof UserError) throw usageError(`${place}: ${error.message}`, error.hint)
    throw error
  }
}

/** Writes one setting; undefined takes it back to its default. The rest of the file stays as it is, comments too. */
export async function storeMachineSetting(
  context: Context,
  name: string,
  value: string | undefined,
): Promise<void> {
  const file = await settingsFileOf(context)
  await readFile(file)
  const text = existsSync(file) ? readFileSync(file, 'utf8') : ''
  const { formatToml } = await import('./formats/toml.ts')
  const line = value === undefined ? '' : formatToml({ [name]: value }).trimEnd()
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
  // Through a link, as people keep their settings in a repository of their own.
  const target = existsSync(file) ? realpathSync(file) : file
  const draft = `${target}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, withLine(text, name, line), { mode: 0o600, flag: 'wx' })
  renameSync(draft, target)
}

/** The file with this line in place of the setting's old one. netkeep's settings are plain keys, each on a line of its own, before any table. */
function withLine(text: string, name: string, line: string): string {
  const old = new RegExp(`^[ \\t]*["']?${name}["']?[ \\t]*=.*(?:\\n|$)`, 'm')
  const replacement = line === '' ? '' : `${line}\n`
  if (old.test(text)) return text.replace(old, () => replacement)
  const table = text.search(/^[ \t]*\[/m)
  const [before, after] = table === -1 ? [text, ''] : [text.slice(0, table), text.slice(table)]
  return `${before}${before === '' || before.endsWith('\n') ? '' : '\n'}${replacement}${after}`
}

export async function settingsFileOf(context: Context): Promise<string> {
  const given = context.env['NETKEEP_CONFIG']
  if (given !== undefined && given !== '')
    return path.isAbsolute(given) ? given : path.resolve(context.cwd(), given)
  return path.join((await context.defaultFolders()).config, 'config.toml')
}

async function readFile(file: string): Promise<Readonly<Record<string, unknown>>> {
  if (!existsSync(file)) return {}
  if (!statSync(file).isFile()) {
    throw usageError(
      `${file} is not a regular file.`,
      'Move it away, or name another one with NETKEEP_CONFIG.',
    )
  }
  const { parseToml } = await import('./formats/toml.ts')
  try {
    return parseToml(readFileSync(file, 'utf8'))
  } catch (error) {
    if (!(error instanceof Error)) throw error
    const [what = ''] = error.message.split('\n')
    throw new UserError('usage', `${file} cannot be read: ${what}`, 'Mend it: netkeep config edit')
  }
}

/** Keys of the file that mean nothing to netkeep. */
export async function unknownKeys(context: Context): Promise<readonly string[]> {
  const known = SETTINGS.filter((setting) => setting.scope === 'machine').map((setting) => setting.name)
  return Object.keys(await readFile(await settingsFileOf(context))).filter((key) => !known.includes(key))
}
