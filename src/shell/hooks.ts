/** What `netkeep init` prints: a shell's own script, which keeps NETKEEP_DUE and the text before the prompt. */
import { type PromptColor, SGR_COLORS } from '../domain/prompt-look.ts'
import { quoteForFish, quoteText } from '../domain/shell-words.ts'
import bashHook from './hook.bash'
import fishHook from './hook.fish'
import zshHook from './hook.zsh'
import type { Shell } from './shells.ts'

export interface HookInput {
  /** Absolute path of the database where NETKEEP_DB names none. */
  readonly database: string
  /** What stands before the prompt, with `{count}` in it; empty for nothing. */
  readonly text: string
  readonly color: PromptColor
}

export function hookFor(shell: Shell, { database, text, color }: HookInput): string {
  switch (shell) {
    case 'bash':
      return fill(bashHook, quoteText(database), quoteText(text), quoteText(SGR_COLORS[color]))
    case 'zsh':
      return fill(zshHook, quoteText(database), quoteText(text), quoteText(nameOf(color)))
    case 'fish':
      return fill(fishHook, quoteForFish(database), quoteForFish(text), quoteForFish(nameOf(color)))
  }
}

function nameOf(color: PromptColor): string {
  return color === 'none' ? '' : color
}

function fill(script: string, database: string, text: string, color: string): string {
  const values: Readonly<Record<string, string>> = { DATABASE: database, TEXT: text, COLOR: color }
  return script.replace(/@(DATABASE|TEXT|COLOR)@/g, (_, name: string) => values[name] ?? '')
}
