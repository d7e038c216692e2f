/** One run of netkeep: what was typed, the day it is, how to answer. Every command gets it. */
import type { Context } from './context.ts'
import { databasePlace } from './database-path.ts'
import type { CalendarDate } from './domain/calendar-date.ts'
import { quoteWord } from './domain/shell-words.ts'
import type { DateReading } from './domain/typed-date.ts'
import { UserError } from './errors.ts'
import { type MachineSettings, readMachineSettings } from './machine-settings.ts'
import { safeJson, safeText } from './render/safe-text.ts'
import { createStyle, isUnicode, type Style } from './render/style.ts'
import { wrapLines } from './render/text-width.ts'
import { closeStore, openStore, type Store } from './store/open.ts'

export interface GlobalOptions {
  readonly db?: string
  readonly json?: boolean
  readonly plain?: boolean
  readonly color?: boolean
  readonly quiet?: boolean
  readonly debug?: boolean
  readonly yes?: boolean
}

/** How results are written: for eyes, for other programs by line, for other programs as JSON. */
type OutputMode = 'terminal' | 'piped' | 'json'

/** One result in its three forms; only the one asked for is made. Texts end in a newline. */
interface Forms {
  json(): unknown
  terminal(style: Style): string
  /** A long text may come in parts: each is written before the next is made. */
  piped(): string | Iterable<string>
  /** False for an answer that is to stay on the screen, however long. */
  readonly isPaged?: false
}

export interface Session {
  readonly context: Context
  readonly options: GlobalOptions
  /** The verb that runs. */
  readonly verb: string
  /** The command line, quoted for a shell, for history. */
  readonly typed: string
  /** The one reading of the clock: ISO 8601 with the local offset, and the local day. */
  readonly now: string
  readonly today: CalendarDate
  readonly mode: OutputMode
  /** Whether questions may be asked. */
  readonly isInteractive: boolean
  readonly width: number
  readonly style: Style
  settings(): Promise<MachineSettings>
  store(): Promise<Store>
  /** How dates are read that were typed for things that lie in this direction. */
  dateReading(direction: DateReading['direction']): Promise<DateReading>
  /** Writes a result, through the pager where it is longer than the terminal. */
  show(forms: Forms): Promise<void>
  /** Says in one line what a command did; nothing with --quiet. With --json the value is written instead. */
  report(line: string, json: () => unknown): void
  /** A remark on standard error; nothing with --quiet. */
  notice(text: string): void
  /** The database file, once it was opened. */
  databaseFile(): string | undefined
  close(): void
}

/** @throws UserError (usage) when the environment or the settings file is wrong. */
export async function createSession(
  context: Context,
  options: GlobalOptions,
  verb: string,
  args: readonly string[],
): Promise<Session> {
  const now = context.now()
  const today = now.slice(0, 10) as CalendarDate
  const isTerminal = context.stdout.isTerminal && options.plain !== true
  const mode: OutputMode = options.json === true ? 'json' : isTerminal ? 'terminal' : 'piped'
  let settings: Promise<MachineSettings> | undefined
  const readSettings = (): Promise<MachineSettings> => {
    settings ??= readMachineSettings(context)
    return settings
  }
  const style = await createStyle(
    await colorLevel(context, options, mode, readSettings),
    isUnicode(context.env),
  )
  let opened: Store | undefined
  const notice = (text: string): void => {
    if (options.quiet !== true) remark(context, wrapRemark(context, `${text}\n`))
  }
  const print = (text: string): void => {
    if (text !== '') writeResult(context, text)
  }
  return {
    context,
    options,
    verb,
    typed: ['netkeep', ...args].map(quoteWord).join(' '),
    now,
    today,
    mode,
    isInteractive: mayAsk(context, options),
    width: context.stdout.columns,
    style,
    settings: readSettings,
    store: async () => {
      opened ??= await open(context, options, today, notice)
      return opened
    },
    dateReading: async (direction) => {
      const order = (await readSettings()).get('dates').value
      return {
        today,
        direction,
        order: order === 'dmy' || order === 'mdy' ? order : null,
      }
    },
    show: async (forms) => {
      if (mode === 'json') return print(safeJson(forms.json()))
      if (mode === 'piped') {
        const text = forms.piped()
        for (const part of typeof text === 'string' ? [text] : text) print(part)
        return
      }
      const text = forms.terminal(style)
      const isLong = forms.isPaged !== false && text.split('\n').length > context.stdout.rows
      if (!isLong || !(await page(context, text, readSettings))) print(text)
    },
    report: (line, json) => {
      const text = mode === 'json' ? safeJson(json()) : options.quiet === true ? '' : `${line}\n`
      if (text !== '') writeResult(context, text, 'It is done, but the answer')
    },
    notice,
    databaseFile: () => opened?.path,
    close: () => {
      if (opened !== undefined) closeStore(opened)
    },
  }
}

async function open(
  context: Context,
  options: GlobalOptions,
  today: CalendarDate,
  notice: (text: string) => void,
): Promise<Store> {
  const { file, isDefault } = await databasePlace(options.db, context)
  const store = openStore(file, {
    host: context.host,
    today,
    ownsFolder: isDefault,
    onUpgrade: () => {
      if (context.stderr.isTerminal)
        notice('netkeep: Bringing the database up to date; a large one takes a while.')
    },
  })
  for (const warning of store.warnings) notice(`netkeep: ${safeText(warning)}`)
  return store
}

async function page(
  context: Context,
  text: string,
  settings: () => Promise<MachineSettings>,
): Promise<boolean> {
  const { value, source } = (await settings()).get('pager')
  const command = source === 'default' ? (context.env['PAGER'] ?? value) : value
  if (command === '') return false
  // Without LESSCHARSET, less shows UTF-8 as bytes in some locales.
  const env = { LESSCHARSET: 'utf-8' }
  return (await context.runProgram(command, [], { input: text, usesShell: true, env })) !== 127
}

function mayAsk(context: Context, options: GlobalOptions): boolean {
  const { env, stdin, stdout, stderr } = context
  const isTerminal = stdin.isTerminal && stdout.isTerminal && stderr.isTerminal
  return (
    isTerminal &&
    options.json !== true &&
    options.plain !== true &&
    env['TERM'] !== 'dumb' &&
    !isSet(env['CI'])
  )
}

async function colorLevel(
  context: Context,
  options: GlobalOptions,
  mode: OutputMode,
  settings: () => Promise<MachineSettings>,
): Promise<0 | 1> {
  const { env } = context
  if (mode === 'json' || options.color === false || isSet(env['NO_COLOR'])) return 0
  if (isSet(env['FORCE_COLOR'])) return env['FORCE_COLOR'] === '0' || mode !== 'terminal' ? 0 : 1
  if (mode !== 'terminal') return 0
  const value = await colorSetting(settings)
  if (value === 'auto') return env['TERM'] === 'dumb' ? 0 : 1
  return value === 'always' ? 1 : 0
}

/** A settings file that cannot be read is told of where a setting is needed, not here: `config edit` must be able to mend it. */
async function colorSetting(settings: () => Promise<MachineSettings>): Promise<string> {
  try {
    return (await settings()).get('color').value
  } catch (error) {
    if (error instanceof UserError) return 'auto'
    throw error
  }
}

function isSet(value: string | undefined): boolean {
  return value !== undefined && value !== ''
}

/** A terminal would break a long line in the middle of a word; elsewhere the text is as it is. */
export function wrapRemark({ stderr }: Context, text: string): string {
  return stderr.isTerminal ? wrapLines(text, stderr.columns) : text
}

/** Writes to standard error. Where that fails there is nobody to tell, and what was done is done all the same. */
export function remark(context: Context, text: string): void {
  try {
    context.stderr.write(text)
  } catch {
    // Nobody reads it.
  }
}

/** @throws UserError (failed) when the output cannot be written; EPIPE is passed on, main.ts ends quietly on it. */
export function writeResult(context: Context, text: string, what = 'The output'): void {
  try {
    context.stdout.write(text)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EPIPE') throw error
    throw new UserError(
      'failed',
      `${what} could not be written (${String(code)}).`,
      'Check where standard output goes.',
    )
  }
}
