/** `netkeep config`: read and change settings. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import { getSetting, SETTINGS, type Setting } from '../config.ts'
import { usageError } from '../errors.ts'
import { readMachineSettings, settingsFileOf, storeMachineSetting, unknownKeys } from '../machine-settings.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { findSetting } from '../store/settings.ts'
import { storeDataSetting } from './data-setting.ts'
import { editFile } from './editor.ts'
import { reportChange } from './write.ts'

/** Those that are kept with the contacts. */
const DATA_SETTINGS = SETTINGS.filter(({ scope }) => scope === 'data')
  .map(({ name }) => name)
  .join(', ')

export function define(command: Command): void {
  command
    .description('Read and change settings.')
    .argument('[action]', 'list (default), get, set, path or edit')
    .argument('[setting]', 'the setting')
    .argument('[value...]', 'with set: the value; without it, back to the default')
    .usage('[options] [list | get <setting> | set <setting> [value] | path | edit]')
    .addHelpText(
      'after',
      `
Settings:
${SETTINGS.map(({ name, summary }) => `  ${name.padEnd(15)} ${summary}`).join('\n')}

${DATA_SETTINGS} are kept with your contacts and can be undone;
the others belong to this machine.

Examples:
  netkeep config set dates dmy
  netkeep config set channels "signal podcast"
  netkeep config get snooze`,
    )
}

export async function run(
  session: Session,
  args: readonly [string | undefined, string | undefined, readonly string[]],
): Promise<void> {
  const [action = 'list', name, value] = args
  switch (action) {
    case 'list':
      return list(session)
    case 'get':
      return get(session, required(name))
    case 'set':
      return set(session, required(name), value.length === 0 ? undefined : value.join(' '))
    case 'path': {
      const file = await settingsFileOf(session.context)
      return session.show({
        json: () => file,
        terminal: () => `${safeText(file)}\n`,
        piped: () => `${safeText(file)}\n`,
      })
    }
    case 'edit':
      return edit(session)
    default:
      throw usageError(`"${action}" is nothing that config does.`, 'Type: netkeep config set NAME VALUE')
  }
}

function required(name: string | undefined): Setting {
  if (name === undefined) throw usageError('Name a setting.', 'See them all: netkeep config')
  return getSetting(name)
}

interface Value {
  readonly value: string
  readonly source: string
}

async function currentValue(session: Session, setting: Setting): Promise<Value> {
  if (setting.scope === 'machine') return (await session.settings()).get(setting.name)
  const stored = findSetting((await session.store()).db, setting.name)
  return stored === undefined
    ? { value: setting.default, source: 'default' }
    : { value: stored, source: 'database' }
}

async function list(session: Session): Promise<void> {
  const values: { name: string; value: string; source: string; summary: string }[] = []
  for (const setting of SETTINGS)
    values.push({ name: setting.name, ...(await currentValue(session, setting)), summary: setting.summary })
  for (const key of await unknownKeys(session.context)) {
    session.notice(`netkeep: the settings file has "${safeText(key)}", which is no setting.`)
  }
  await session.show({
    json: () => values,
    piped: () => renderTsv(values.map(({ name, value, source }) => [name, safeText(value), source])),
    terminal: (style) => {
      const rows = values.map(({ name, value, source }) => [
        name,
        safeText(value) || style.glyphs.dash,
        source,
      ])
      const table = renderTable(rows, [{}, { shrinksTo: 10 }, {}], session.width, style.glyphs.more)
      const explained = table.flatMap((row, index) => [
        row,
        ...wrapText(values[index]?.summary ?? '', session.width - 2).map((part) => style.faint(`  ${part}`)),
      ])
      return `${explained.join('\n')}\n`
    },
  })
}

async function get(session: Session, setting: Setting): Promise<void> {
  const { value } = await currentValue(session, setting)
  const text = `${safeText(value)}\n`
  await session.show({ json: () => value, terminal: () => text, piped: () => text })
}

async function set(session: Session, setting: Setting, typed: string | undefined): Promise<void> {
  const value = typed === undefined ? undefined : setting.check(typed)
  const said = `${setting.name} is now ${value === undefined ? 'the default' : `"${safeText(value)}"`}.`
  if (setting.scope === 'machine') {
    await storeMachineSetting(session.context, setting.name, value)
    return session.report(said, () => ({ name: setting.name, value: value ?? setting.default }))
  }
  const isChanged = await storeDataSetting(session, setting, value)
  reportChange(session, said, isChanged, () => ({ name: setting.name, value: value ?? setting.default }))
}

async function edit(session: Session): Promise<void> {
  if (!session.isInteractive)
    throw usageError('There is no terminal to edit on.', 'Type: netkeep config set NAME VALUE')
  const file = await settingsFileOf(session.context)
  if (!existsSync(file)) {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, firstFile(), { mode: 0o600 })
  }
  await editFile(session, file)
  const settings = await readMachineSettings(session.context)
  for (const setting of SETTINGS) {
    if (setting.scope === 'machine') settings.get(setting.name)
  }
  session.report(`Settings are in ${safeText(file)}.`, () => file)
}

/** Every setting of the machine, commented out. */
function firstFile(): string {
  const lines = SETTINGS.filter(({ scope }) => scope === 'machine').map(
    (setting) => `# ${setting.summary}\n# ${setting.name} = ${JSON.stringify(setting.default)}\n`,
  )
  return lines.join('\n')
}
