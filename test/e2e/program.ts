/** Runs the built program as a user's shell would: a process of its own, real pipes, a real terminal where one is asked for. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'

export const NETKEEP: string = path.resolve('bin/netkeep.cjs')

export interface Ending {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string | undefined>>
  readonly input?: string | Uint8Array
  /** Standard input stays open and silent. */
  readonly hasSilentInput?: boolean
  readonly cwd?: string
  /** Runs it as this user; only root may. */
  readonly uid?: number
}

export interface Program {
  readonly folder: string
  readonly db: string
  run(args: readonly string[], options?: RunOptions): Promise<Ending>
  /** Runs it and expects exit code 0; returns standard output. */
  ok(...args: readonly string[]): Promise<string>
  // biome-ignore lint/suspicious/noExplicitAny: tests read what they expect of it.
  json(...args: readonly string[]): Promise<any>
  /** Runs a line of bash in which `netkeep` is the program. */
  shell(line: string, options?: RunOptions): Promise<Ending>
  /** Runs a line of bash on a terminal of 80 columns; `stdout` is what is seen there. */
  onTerminal(line: string, reactions?: readonly Reaction[], options?: RunOptions): Promise<Ending>
}

/** What happens once `seen` stands on the terminal: `keys` are typed, or `act` is called. */
interface Reaction {
  readonly seen: string
  readonly keys?: string
  readonly act?: () => void
}

/** util-linux's script gives a command a terminal; the one of macOS and BSD has other options. */
export const HAS_TERMINAL: boolean =
  process.platform === 'linux' && spawnSync('script', ['--version'], { stdio: 'ignore' }).status === 0

export const IS_ROOT: boolean = process.getuid?.() === 0

/** A database file in a folder of its own; or that of another, where it is given. */
export function createProgram(given?: { readonly folder: string; readonly db: string }): Program {
  const folder = given?.folder ?? mkdtempSync(path.join(tmpdir(), 'netkeep-e2e-'))
  if (given === undefined) onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const db = given?.db ?? path.join(folder, 'netkeep.db')
  const environment = (options: RunOptions): NodeJS.ProcessEnv => ({
    PATH: process.env['PATH'],
    HOME: folder,
    LANG: 'C.UTF-8',
    TERM: 'xterm',
    TZ: 'UTC',
    NETKEEP_DB: db,
    ...options.env,
  })
  const start = (
    command: string,
    args: readonly string[],
    options: RunOptions,
    reactions: readonly Reaction[] = [],
  ): Promise<Ending> =>
    new Promise((resolve, reject) => {
      const child = spawn(command, args, {
        cwd: options.cwd ?? folder,
        env: environment(options),
        ...(options.uid === undefined ? {} : { uid: options.uid, gid: options.uid }),
      })
      let stdout = ''
      let stderr = ''
      const left = [...reactions]
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text
        const [reaction] = left
        if (reaction === undefined || !stdout.includes(reaction.seen)) return
        left.shift()
        if (reaction.keys !== undefined) child.stdin.write(reaction.keys)
        reaction.act?.()
      })
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text
      })
      child.on('error', reject)
      child.on('close', (exitCode) => resolve({ exitCode, stdout, stderr }))
      child.stdin.on('error', () => undefined)
      if (command !== 'script' && options.hasSilentInput !== true) child.stdin.end(options.input)
    })
  const program: Program = {
    folder,
    db,
    run: (args, options = {}) => start(process.execPath, [NETKEEP, ...args], options),
    ok: async (...args) => {
      const { exitCode, stdout, stderr } = await program.run(args)
      if (exitCode !== 0) throw new Error(`netkeep ${args.join(' ')} exited with ${exitCode}: ${stderr}`)
      return stdout
    },
    json: async (...args) => JSON.parse(await program.ok('--json', ...args)),
    shell: (line, options = {}) => start('bash', ['-c', withFunction(line)], options),
    onTerminal: (line, reactions, options = {}) => {
      const args = ['-qec', `stty cols 80 rows 24; ${withFunction(line)}`, '/dev/null']
      return start('script', args, { ...options, env: { SHELL: '/bin/bash', ...options.env } }, reactions)
    },
  }
  return program
}

function withFunction(line: string): string {
  return `netkeep() { '${process.execPath}' '${NETKEEP}' "$@"; }; ${line}`
}

/** Waits until a file has text in it, and returns that. */
export async function textOnceThere(file: string): Promise<string> {
  for (;;) {
    try {
      const text = readFileSync(file, 'utf8')
      if (text !== '') return text
    } catch {
      // Not yet.
    }
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

/** Lets other users into a temporary folder. */
export function openToAll(folder: string): void {
  chmodSync(folder, 0o755)
}

/** Characters other than line ends and tabs that make a terminal do something. */
export function controlsIn(text: string): readonly string[] {
  return text.match(/(?![\n\t])[\p{Cc}\p{Bidi_Control}\u2028\u2029\u200b\ufeff\u{e0000}-\u{e007f}]/gu) ?? []
}
