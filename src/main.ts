/** The process edge: makes the real Context, runs the command, sets the exit code. With prompt-main.ts and complete-main.ts the only files that name `process`. */
import { fstatSync, statSync, writeSync } from 'node:fs'
import { isBrokenPipe, run } from './cli.ts'
import type { Context, OutputStream, RunOptions } from './context.ts'
import { defaultFolders } from './default-folders.ts'
import { formatLocalTime } from './local-time.ts'
import type { Prompter } from './prompter.ts'
import { isUnicode } from './render/style.ts'

/** Set by the build. */
declare const NETKEEP_VERSION: string

/** The terminal's module takes a millisecond to load, so it is asked only where something else cannot tell. */
function isTerminal(fd: number): boolean {
  try {
    const stat = fstatSync(fd)
    if (!stat.isCharacterDevice() || stat.rdev === statSync('/dev/null', { throwIfNoEntry: false })?.rdev)
      return false
  } catch {
    return false
  }
  return process.getBuiltinModule('node:tty').isatty(fd)
}

function outputStream(fd: 1 | 2): OutputStream {
  const stream = (): NodeJS.WriteStream => (fd === 1 ? process.stdout : process.stderr)
  return {
    isTerminal: isTerminal(fd),
    get columns() {
      return this.isTerminal ? stream().columns || 80 : 80
    },
    get rows() {
      return this.isTerminal ? stream().rows || 24 : 24
    },
    write: (text) => writeFully(fd, new TextEncoder().encode(text)),
  }
}

/** Synchronous, so that nothing is cut off at exit; waits where a pipe that another program made non-blocking is full. */
function writeFully(fd: number, bytes: Uint8Array): void {
  let written = 0
  while (written < bytes.length) {
    try {
      written += writeSync(fd, bytes, written)
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error) || error.code !== 'EAGAIN') throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
    }
  }
}

async function readStandardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  for await (const chunk of process.stdin) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** What a question listens to. While another program runs on the terminal it is none of its business. */
const QUESTION_SIGNALS = ['SIGINT', 'SIGCONT'] as const

/** Files that netkeep makes are for their owner alone. */
const OWN_MASK = 0o077

function runProgram(
  command: string,
  args: readonly string[],
  options: RunOptions,
  mask: number,
): Promise<number> {
  const { spawn } = process.getBuiltinModule('node:child_process')
  const script = `${command}${args
    .map(() => ' "$@"')
    .slice(0, 1)
    .join('')}`
  const [program, words]: [string, readonly string[]] =
    options.usesShell === true ? ['/bin/sh', ['-c', script, 'sh', ...args]] : [command, args]
  // Ctrl-C is for the program on the terminal; netkeep goes on when it ends. So nothing else may hear of it, a question asked before neither.
  const ignore = (): void => undefined
  const listeners = QUESTION_SIGNALS.map((signal) => ({ signal, own: process.listeners(signal) }))
  for (const { signal } of listeners) process.removeAllListeners(signal)
  process.on('SIGINT', ignore)
  // What an editor or a browser saves is not netkeep's: it gets the mask that netkeep was started with.
  process.umask(mask)
  return new Promise((resolve) => {
    const child = spawn(program, words, {
      stdio: [options.input === undefined ? 'inherit' : 'pipe', 'inherit', 'inherit'],
      env: { ...process.env, ...options.env },
    })
    process.umask(OWN_MASK)
    const end = (code: number): void => {
      process.off('SIGINT', ignore)
      for (const { signal, own } of listeners) for (const listener of own) process.on(signal, listener)
      resolve(code)
    }
    child.on('error', () => end(127))
    child.on('close', (code) => end(code ?? 1))
    child.stdin?.on('error', ignore)
    child.stdin?.end(options.input)
  })
}

/** The exit codes of signals that end the process. */
const ENDING_SIGNALS = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 } as const

function onEnding(tidy: () => void): () => void {
  const signals = Object.keys(ENDING_SIGNALS)
  const end = (signal: string): void => {
    tidy()
    // Without a listener the signal does what it does by default: whoever waits for netkeep sees what ended it.
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  }
  for (const signal of signals) process.on(signal, end)
  return () => {
    for (const signal of signals) process.off(signal, end)
  }
}

function createContext(loadPrompter: Context['loadPrompter'], mask: number): Context {
  return {
    env: process.env,
    stdin: { isTerminal: isTerminal(0), read: readStandardInput },
    stdout: outputStream(1),
    stderr: outputStream(2),
    // Asked only for relative paths: the folder may have been deleted.
    cwd: () => process.cwd(),
    // Loaded on call: the module takes half a millisecond, and commands that only read need nothing of it.
    host: () => process.getBuiltinModule('node:os').hostname(),
    get tempFolder() {
      return process.getBuiltinModule('node:os').tmpdir()
    },
    userId: process.getuid?.(),
    version: NETKEEP_VERSION,
    program: process.argv[1] ?? '',
    opener: process.platform === 'darwin' ? 'open' : 'xdg-open',
    now: () => formatLocalTime(new Date()),
    defaultFolders: () => defaultFolders(process.env),
    loadPrompter,
    onEnding,
    runProgram: (command, args, options) => runProgram(command, args, options, mask),
  }
}

/** Called by bin/netkeep.cjs. */
export async function main(): Promise<void> {
  const mask = process.umask(OWN_MASK)
  let endedWith: number | undefined
  const createPrompter = async (): Promise<Prompter> => {
    const stop = new AbortController()
    // By default they would end the process at once, and leave the terminal raw and without a cursor.
    for (const [signal, exitCode] of Object.entries(ENDING_SIGNALS)) {
      // Not once: inquirer ends the process itself where it finds no listener but its own.
      process.on(signal, () => {
        endedWith = exitCode
        stop.abort()
      })
    }
    // After Ctrl-Z and fg, Node leaves the input paused; nothing would wait for an answer, and the program end.
    process.on('SIGCONT', () => setImmediate(() => process.stdin.resume()))
    return (await import('./prompter.ts')).createPrompter(
      process.stdin,
      process.stderr,
      stop.signal,
      isUnicode(process.env),
      () => process.stderr.columns || 80,
    )
  }
  let prompter: Promise<Prompter> | undefined
  const loadPrompter = (): Promise<Prompter> => {
    prompter ??= createPrompter()
    return prompter
  }
  try {
    const exitCode = await run(process.argv.slice(2), createContext(loadPrompter, mask))
    process.exitCode = endedWith ?? exitCode
  } catch (error) {
    // run() passes on a broken pipe only, and that is a quiet end.
    if (!isBrokenPipe(error)) throw error
    process.exitCode = 0
  }
}
