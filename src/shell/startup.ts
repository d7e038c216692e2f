/** What a shell reads at its start, and the lines that belong there. */
import path from 'node:path'
import type { Shell } from './shells.ts'

interface Startup {
  /** As it is usually called. */
  readonly file: string
  /** Keeps the overdue count in the prompt. */
  readonly hook: string
  /** Completes with TAB; in zsh after compinit. */
  readonly completion: string
}

export const STARTUP: Readonly<Record<Shell, Startup>> = {
  bash: {
    file: '~/.bashrc',
    hook: 'eval "$(netkeep init bash)"',
    completion: 'eval "$(netkeep completion bash)"',
  },
  zsh: {
    file: '~/.zshrc',
    hook: 'eval "$(netkeep init zsh)"',
    completion: 'eval "$(netkeep completion zsh)"',
  },
  fish: {
    file: '~/.config/fish/config.fish',
    hook: 'netkeep init fish | source',
    completion: 'netkeep completion fish | source',
  },
}

/** Where that file lies for this user; undefined where there is no home directory. Relative paths are no places, as the XDG specification asks. */
export function startupFileOf(
  shell: Shell,
  env: Readonly<Record<string, string | undefined>>,
): string | undefined {
  const home = folder(env['HOME'])
  switch (shell) {
    case 'bash':
      return home && path.join(home, '.bashrc')
    case 'zsh': {
      const dots = folder(env['ZDOTDIR']) ?? home
      return dots && path.join(dots, '.zshrc')
    }
    case 'fish': {
      const config = folder(env['XDG_CONFIG_HOME']) ?? (home && path.join(home, '.config'))
      return config && path.join(config, 'fish', 'config.fish')
    }
  }
}

function folder(value: string | undefined): string | undefined {
  return value !== undefined && path.isAbsolute(value) ? value : undefined
}
