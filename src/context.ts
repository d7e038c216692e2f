/** What a command may ask of the world. Only types: main.ts makes the real one, tests make their own. */
import type { Prompter } from './prompter.ts'

export interface OutputStream {
  readonly isTerminal: boolean
  /** Width of the terminal. */
  readonly columns: number
  readonly rows: number
  /** Writes all of it before returning. @throws the system's error, EPIPE when nobody reads any more. */
  write(text: string): void
}

interface InputStream {
  readonly isTerminal: boolean
  /** Everything up to the end. */
  read(): Promise<Uint8Array>
}

/** Where things lie by default on this system: absolute paths, without the file names. */
export interface DefaultFolders {
  readonly data: string
  readonly config: string
}

export interface Context {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stdin: InputStream
  readonly stdout: OutputStream
  readonly stderr: OutputStream
  readonly tempFolder: string
  /** The number of the user, where the system has such numbers. */
  readonly userId: number | undefined
  readonly version: string
  /** The path of netkeep itself. */
  readonly program: string
  /** The program with which this system opens a link. */
  readonly opener: string
  /** The machine's name. */
  host(): string
  /** The working directory, for relative paths. @throws the system's error when it is gone. */
  cwd(): string
  /** The instant as ISO 8601 with the local zone's offset: `2026-11-22T08:05:00.000+01:00`. */
  now(): string
  /** @throws UserError (usage) when there is no home directory. */
  defaultFolders(): Promise<DefaultFolders>
  loadPrompter(): Promise<Prompter>
  /** Has a function called before a signal ends the process; the one that it returns takes that back. */
  onEnding(tidy: () => void): () => void
  /**
   * Runs a program on this terminal and waits for it; `input` becomes its standard input.
   * @returns its exit code, 127 when there is no such program.
   */
  runProgram(command: string, args: readonly string[], options: RunOptions): Promise<number>
}

export interface RunOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** Lets the shell split `command`, as in EDITOR="code --wait". `args` are passed on unharmed. */
  readonly usesShell?: boolean
}
