/** How a thing that is shown may be typed in the next command. */
import { quoteWord } from '../domain/shell-words.ts'
import { safeText } from './safe-text.ts'

/** With a longer one, a command would not fit a line of 80 columns behind the name itself and its day. */
const LONGEST = 24

/**
 * By its name where that surely means it, is short, and can be typed as it is shown; else by its id.
 * @param isSure whether the name means nothing else.
 */
export function typedAgain(
  { name, id }: { readonly name: string; readonly id: string },
  isSure: boolean,
): string {
  const isPlain = name !== '' && name.length <= LONGEST && safeText(name) === name && !name.startsWith('-')
  return isSure && isPlain ? quoteWord(name) : id
}

/** A text that has no id: an employer, or what somebody typed. Nothing at its beginning is taken for an option. */
export function typedText(text: string): string {
  return text.startsWith('-') ? `-- ${quoteWord(text)}` : quoteWord(text)
}
