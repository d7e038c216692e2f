/** How the overdue count looks in a prompt. */

export const DEFAULT_PROMPT_TEXT = '({count} cold) '
export const DEFAULT_PROMPT_COLOR = 'yellow'

/** Colours of the prompt's text and their numbers in ECMA-48's SGR; the names are those of zsh and fish. */
export const SGR_COLORS = {
  none: '',
  red: '31',
  green: '32',
  yellow: '33',
  blue: '34',
  magenta: '35',
  cyan: '36',
} as const
export type PromptColor = keyof typeof SGR_COLORS

export function isPromptColor(text: string): text is PromptColor {
  return Object.hasOwn(SGR_COLORS, text)
}

/** The text with the count in it; nothing where nobody is cold or the count is not known. */
export function formatPromptText(format: string, count: number | undefined): string {
  return count === undefined || count === 0 ? '' : format.replaceAll('{count}', String(count))
}
