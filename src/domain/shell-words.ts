/** Words as a shell reads them back. */

/** The argument as it may be typed: in single quotes where it needs them. */
export function quoteWord(word: string): string {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : quoteText(word)
}

/** Any text for bash, zsh and other shells like them, in single quotes. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

/** The same for fish, which knows escapes within single quotes. */
export function quoteForFish(text: string): string {
  return `'${text.replaceAll(/[\\']/g, '\\$&')}'`
}
