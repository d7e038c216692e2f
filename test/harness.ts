/** A netkeep to test: a Context of its own, a database in a temp folder, every output captured. The only seam is the context. */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { run } from '../src/cli.ts'
import type { Context } from '../src/context.ts'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import type { Prompter } from '../src/prompter.ts'
import { openStore, type Store } from '../src/store/open.ts'

export interface Answer {
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

export interface Netkeep {
  readonly folder: string
  readonly db: string
  /** The day it is, `YYYY-MM-DD`; each command reads the clock once, a second after the last one. */
  today: string
  env: Record<string, string | undefined>
  /** Lines of the terminal. */
  rows: number
  /** Columns of the terminal. */
  columns: number
  /** Columns of it for what is said on standard error: wide, so that most tests read a sentence on one line. */
  errorColumns: number
  /** What running another program (editor, pager, shell) does; until one is set, there is none. */
  runProgram: Context['runProgram']
  /** What the last command wrote to both outputs, in order, as a terminal shows it. */
  screen: string
  /** Runs a command piped. */
  run(...args: readonly string[]): Promise<Answer>
  /** Runs it and expects exit code 0; returns standard output. */
  ok(...args: readonly string[]): Promise<string>
  /** The value that the command prints with --json. */
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect of it.
  json(...args: readonly string[]): Promise<any>
  /** Runs it as on a terminal of 80 columns, with these answers to its questions. */
  onTerminal(args: readonly string[], answers?: readonly Reply[]): Promise<Answer>
  /** Runs it with text on standard input. */
  withInput(input: string | Uint8Array, ...args: readonly string[]): Promise<Answer>
  /** The database, opened anew; closed when the test ends. */
  store(): Store
}

/**
 * An answer to the next question: what is typed, the key, or what is chosen by its shown name, a function of what is offered, or, in a search,
 * what is typed and then chosen.
 */
type Reply =
  | string
  | boolean
  | ((offered: readonly string[]) => string)
  | { readonly type: string; readonly choose: string }

export function createNetkeep(today = '2026-11-22'): Netkeep {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  let seconds = 0
  const netkeep: Netkeep = {
    folder,
    db: path.join(folder, 'netkeep.db'),
    today,
    env: { LANG: 'C.UTF-8', TERM: 'xterm' },
    rows: 1000,
    columns: 80,
    errorColumns: 10_000,
    runProgram: async () => 127,
    screen: '',
    run: (...args) => start(args, { isTerminal: false, replies: [], input: '' }),
    ok: async (...args) => {
      const answer = await netkeep.run(...args)
      if (answer.exitCode !== 0)
        throw new Error(`netkeep ${args.join(' ')} exited with ${answer.exitCode}: ${answer.stderr}`)
      return answer.stdout
    },
    json: async (...args) => JSON.parse(await netkeep.ok(...args, '--json')),
    onTerminal: (args, replies = []) => start(args, { isTerminal: true, replies, input: '' }),
    withInput: (input, ...args) => start(args, { isTerminal: false, replies: [], input }),
    store: () => {
      const store = openStore(netkeep.db, {
        host: () => 'test-host',
        today: netkeep.today as CalendarDate,
        ownsFolder: false,
      })
      onTestFinished(() => {
        store.db.close()
      })
      return store
    },
  }

  async function start(
    args: readonly string[],
    world: { isTerminal: boolean; replies: readonly Reply[]; input: string | Uint8Array },
  ): Promise<Answer> {
    const output = { stdout: '', stderr: '' }
    netkeep.screen = ''
    const stream = (name: 'stdout' | 'stderr') => ({
      isTerminal: world.isTerminal,
      columns: name === 'stdout' ? netkeep.columns : netkeep.errorColumns,
      rows: netkeep.rows,
      write: (text: string) => {
        output[name] += text
        netkeep.screen += text
      },
    })
    const prompter = createPrompter([...world.replies])
    const time = new Date(seconds++ * 1000).toISOString().slice(11)
    const context: Context = {
      env: { NETKEEP_DB: netkeep.db, ...netkeep.env },
      stdin: { isTerminal: world.isTerminal, read: async () => Buffer.from(world.input) },
      stdout: stream('stdout'),
      stderr: stream('stderr'),
      cwd: () => folder,
      host: () => 'test-host',
      tempFolder: folder,
      userId: process.getuid?.(),
      version: '0.0.0-test',
      program: path.resolve('bin/netkeep.cjs'),
      opener: 'xdg-open',
      now: () => `${netkeep.today}T${time.replace('Z', '+00:00')}`,
      defaultFolders: async () => ({ data: path.join(folder, 'data'), config: path.join(folder, 'config') }),
      loadPrompter: async () => prompter,
      onEnding: () => () => undefined,
      runProgram: (command, args, options) => netkeep.runProgram(command, args, options),
    }
    const exitCode = await run(args, context)
    return { exitCode, ...output }
  }

  return netkeep
}

/** A program for {@link Netkeep.runProgram} that edits the file it is given: each call makes the next of these changes to its text. */
export function editorThat(...changes: readonly ((text: string) => string)[]): Context['runProgram'] {
  const left = [...changes]
  return async (_command, [file = '']) => {
    const change = left.shift()
    if (change === undefined) throw new Error('The editor is opened once too often')
    writeFileSync(file, change(readFileSync(file, 'utf8')))
    return 0
  }
}

/** The names in the list that a command prints with --json. */
export async function namesIn(netkeep: Netkeep, ...args: readonly string[]): Promise<readonly string[]> {
  const list: readonly { readonly name: string }[] = await netkeep.json(...args)
  return list.map(({ name }) => name)
}

/** The short id of the contact that this means. */
export async function idOf(netkeep: Netkeep, who: string): Promise<string> {
  return (await netkeep.json('show', who)).id
}

/** The SHA-256 of a file, by which a test sees that nothing was written; `none` where there is no file. */
export function sha256Of(file: string): string {
  return existsSync(file) ? createHash('sha256').update(readFileSync(file)).digest('hex') : 'none'
}

/** Text of these lines, each ended. */
export function lines(...texts: readonly string[]): string {
  return texts.map((text) => `${text}\n`).join('')
}

/** Answers questions from a list, as somebody at the keyboard would: by what they see. */
function createPrompter(replies: Reply[]): Prompter {
  const next = (question: string, offered: readonly string[]): string | boolean => {
    const reply = replies.shift()
    if (reply === undefined) throw new Error(`Nobody answers "${question}"`)
    if (typeof reply === 'object') return reply.choose
    return typeof reply === 'function' ? reply(offered) : reply
  }
  const pick = <T>(question: string, choices: readonly { name: string; value: T }[]): T => {
    const reply = next(
      question,
      choices.map(({ name }) => name),
    )
    const choice =
      choices.find(({ name }) => name === reply) ?? choices.find(({ name }) => name.startsWith(String(reply)))
    if (choice === undefined) throw new Error(`"${question}" does not offer "${reply}"`)
    return choice.value
  }
  return {
    select: async (message, choices) => pick(message, choices),
    search: async (message, find) => {
      const [reply] = replies
      if (typeof reply === 'object') return pick(message, find(reply.type))
      const choices = typeof reply === 'string' ? [...find(''), ...find(reply)] : find('')
      return pick(message, choices)
    },
    key: async (message, choices) => {
      const reply = next(
        message,
        choices.map(({ key, name }) => `${key} ${name}`),
      )
      const choice = choices.find(({ key, alias, name }) => [key, alias, name].includes(String(reply)))
      if (choice === undefined) throw new Error(`"${message}" has no key "${reply}"`)
      return choice.value
    },
    input: async (message, check, preset = '') => {
      const reply = String(next(message, [])) || preset
      const problem = await check?.(reply)
      if (problem !== undefined) throw new Error(`"${message}" refuses "${reply}": ${problem}`)
      return reply
    },
    confirm: async (message) => next(message, ['yes', 'no']) === true,
  }
}
