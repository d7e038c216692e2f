/** Words as a shell reads them back. */

/** The argument as it may be typed in bash, zsh and other shells like them: in single quotes where it needs them. */
export function quoteWord(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`
}

/** The same for fish, which knows escapes within single quotes. */
export function quoteForFish(word: string): string {
  return PLAIN.test(word) ? word : `'${word.replaceAll(/[\\']/g, '\\$&')}'`
}

const PLAIN = /^[\w@%+=:,./-]+$/
