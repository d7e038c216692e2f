/** A shell at a terminal with netkeep's completion, as somebody at the keyboard has it: keys go in, and the words that a command was given come out. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Shell } from '../../src/shell/shells.ts'
import { HAS_TERMINAL, NETKEEP } from './program.ts'

export interface ShellSession {
  readonly folder: string
  /** Types keys and Enter; the arguments with which `netkeep` was then called. */
  argumentsFor(keys: string): Promise<readonly string[]>
  /** Types keys; the line as it is then. It is given up. */
  lineAfter(keys: string): Promise<string>
  /** Types keys, waits until `seen` stands on the terminal, and gives the line up. */
  look(keys: string, seen: string): Promise<void>
  /** Leaves the shell. */
  end(): Promise<void>
}

const PROMPT = 'READY> '
const MOST_WAIT_MS = 8000

/** The key that notes the line being typed: Ctrl-]. */
const NOTE_LINE = '\u001d'

/** What a shell reads at its start. Its `netkeep` only notes its arguments; completion calls the real one. */
const START: Readonly<Record<Shell, (setUp: string) => string>> = {
  bash: (setUp) => `PS1='${PROMPT}'
${setUp}
netkeep() { printf '%s\\0' "$@" END > "$NOTED"; }
note() { printf '%s\\0' "$READLINE_LINE" END > "$NOTED"; }
bind -x '"\\C-]": note'
`,
  zsh: (setUp) => `PS1='${PROMPT}'
autoload -Uz compinit && compinit -u -d "$HOME/dump"
${setUp}
netkeep() { printf '%s\\0' "$@" END > "$NOTED" }
note() { printf '%s\\0' "$BUFFER" END > "$NOTED" }
zle -N note
bindkey '^]' note
`,
  fish: (setUp) => `function fish_prompt; printf '${PROMPT}'; end
${setUp}
function netkeep; printf '%s\\0' $argv END > $NOTED; end
bind \\c] 'printf "%s\\0" (commandline) END > $NOTED'
`,
}

const COMMAND: Readonly<Record<Shell, string>> = {
  bash: 'bash --noprofile --rcfile "$HOME/start" -i',
  zsh: 'zsh -i',
  fish: "fish -C 'source $HOME/start'",
}

export const SET_UP: Readonly<Record<Shell, string>> = {
  bash: 'eval "$(command netkeep completion bash)"',
  zsh: 'eval "$(command netkeep completion zsh)"',
  fish: 'command netkeep completion fish | source',
}

/** Whether a shell can be tested here. Where it is missing, that is said, and in CI it is an error. */
export function hasShell(shell: Shell): boolean {
  if (HAS_TERMINAL && spawnSync(shell, ['-c', 'true']).status === 0) return true
  const what = `The completion of ${shell} is not tested: it needs ${shell} and util-linux's script (apt-get install ${shell})`
  if (process.env['CI'] === 'true') throw new Error(what)
  console.warn(what)
  return false
}

/** @param setUp lines of the shell that bring completion, beside what else is to be tried. */
export async function openShell(
  shell: Shell,
  place: { readonly folder: string; readonly db: string },
  setUp: string = SET_UP[shell],
): Promise<ShellSession> {
  const { folder } = place
  const noted = path.join(folder, 'noted')
  if (!existsSync(path.join(folder, 'bin'))) {
    mkdirSync(path.join(folder, 'bin'))
    symlinkSync(NETKEEP, path.join(folder, 'bin', 'netkeep'))
  }
  for (const file of ['start', '.zshrc']) writeFileSync(path.join(folder, file), START[shell](setUp))
  const child = spawn('script', ['-qec', `stty cols 100 rows 40; ${COMMAND[shell]}`, '/dev/null'], {
    cwd: folder,
    env: {
      PATH: [path.join(folder, 'bin'), path.dirname(process.execPath), process.env['PATH']].join(':'),
      HOME: folder,
      LANG: 'C.UTF-8',
      TERM: 'xterm',
      SHELL: '/bin/bash',
      NETKEEP_DB: place.db,
      NOTED: noted,
    },
  })
  const terminal = follow(child)
  await terminal.seen(PROMPT, 0)
  const notedAfter = async (keys: string): Promise<readonly string[]> => {
    rmSync(noted, { force: true })
    child.stdin?.write(keys)
    await terminal.until(`what ${JSON.stringify(keys)} does`, () => textOf(noted).endsWith('END\0'))
    return textOf(noted).split('\0').slice(0, -2)
  }
  const giveUp = (): void => {
    child.stdin?.write('\u0015')
  }
  return {
    folder,
    argumentsFor: async (keys) => {
      const start = terminal.length()
      const args = await notedAfter(`${keys}\r`)
      await terminal.seen(PROMPT, start)
      return args
    },
    lineAfter: async (keys) => {
      const [line = ''] = await notedAfter(`${keys}${NOTE_LINE}`)
      giveUp()
      return line
    },
    look: async (keys, seen) => {
      const start = terminal.length()
      child.stdin?.write(keys)
      await terminal.seen(seen, start)
      giveUp()
    },
    end: async () => {
      const isClosed = new Promise((resolve) => child.on('close', resolve))
      giveUp()
      child.stdin?.write('exit\r')
      await isClosed
    },
  }
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** What stands on a terminal so far. */
function follow(child: ChildProcess): {
  length(): number
  seen(text: string, from: number): Promise<void>
  until(what: string, isSo: () => boolean): Promise<void>
} {
  let output = ''
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output += text
    // fish asks what the terminal is, and waits for an answer.
    if (text.includes('\u001b[c') || text.includes('\u001b[0c')) child.stdin?.write('\u001b[?62c')
  })
  const until = async (what: string, isSo: () => boolean): Promise<void> => {
    const end = performance.now() + MOST_WAIT_MS
    while (!isSo()) {
      if (performance.now() > end) {
        child.stdin?.write('\u0003')
        throw new Error(`Waited in vain for ${what}; on the terminal: ${JSON.stringify(output.slice(-600))}`)
      }
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
  }
  return {
    length: () => output.length,
    seen: (text, from) => until(JSON.stringify(text), () => output.includes(text, from)),
    until,
  }
}
