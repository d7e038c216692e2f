/** The questions a command may ask. The only file that imports inquirer, which is loaded when the first question is asked. */
import inquirer from 'inquirer'
import { UserError } from './errors.ts'
import { type Key, keyPrompt } from './key-prompt.ts'

export interface Choice<T> {
  readonly name: string
  readonly value: T
  readonly description?: string
}

/** Texts are shown as they are: make user data safe first. Every question ends in an answer or, on Ctrl-C, a UserError (interrupted). */
export interface Prompter {
  select<T>(message: string, choices: readonly Choice<T>[], preselected?: T): Promise<T>
  /** A list that narrows while one types; `find` gets what is typed so far. */
  search<T>(message: string, find: (typed: string) => readonly Choice<T>[]): Promise<T>
  /** A line of text; `check` returns what is wrong with it, or undefined. Enter alone answers `preset`. */
  input(message: string, check?: Check, preset?: string): Promise<string>
  /** One key, without Enter. */
  key<T>(message: string, choices: readonly Key<T>[]): Promise<T>
  confirm(message: string, preselected: boolean): Promise<boolean>
}

export type { Key } from './key-prompt.ts'

export type Check = (typed: string) => string | undefined | Promise<string | undefined>

/** For terminals and locales without Unicode; the line that explains the arrow keys cannot do without arrows. */
const ASCII_THEME = {
  prefix: { idle: '?', done: '*' },
  icon: { cursor: '>' },
  style: { keysHelpTip: (): string => '' },
}

/**
 * Reads from and writes to these streams, so that standard output stays free for results.
 * @param signal ends a question from outside, as Ctrl-C does: the terminal is given back as it was.
 */
export function createPrompter(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
  signal: AbortSignal,
  isUnicode: boolean,
  width: () => number,
): Prompter {
  const prompt = inquirer.createPromptModule({ input, output, signal })
  prompt.registerPrompt('key', keyPrompt)
  const theme = isUnicode ? {} : ASCII_THEME
  const ask = async <T>(question: object): Promise<T> => {
    try {
      // The questions are built below, each complete; inquirer's type wants all kinds at once.
      const complete: object = { ...question, theme, name: 'answer' }
      const answers = (await prompt(complete as Parameters<typeof prompt>[0])) as { answer: T }
      return answers.answer
    } catch (error) {
      if (error instanceof Error && (error.name === 'ExitPromptError' || error.name === 'AbortPromptError')) {
        throw new UserError('interrupted', 'Stopped; nothing was changed.')
      }
      throw error
    }
  }
  return {
    select: (message, choices, preselected) =>
      ask({ type: 'select', message, choices, default: preselected, pageSize: 12, loop: false }),
    search: (message, find) =>
      ask({
        type: 'search',
        message,
        source: (typed: string | undefined) => find(typed ?? ''),
        pageSize: 12,
      }),
    input: async (message, check, preset) => {
      const validate = async (typed: string): Promise<true | string> => (await check?.(typed)) ?? true
      return (await ask<string>({ type: 'input', message, validate, default: preset })).trim()
    },
    key: (message, choices) => ask({ type: 'key', message, choices, width: width() }),
    confirm: (message, preselected) => ask({ type: 'confirm', message, default: preselected }),
  }
}
