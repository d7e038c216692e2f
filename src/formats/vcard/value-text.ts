/** The text inside a vCard value: its escapes, and what separates several. */

/** What the backslash hides. Address Book hid the colon and the quote as well. */
const ESCAPED = /\\([\\,;:"nN])/g
const ESCAPED_BUT_LINES = /\\([\\,;:"])/g

/**
 * `\n` is a line break, and a backslash before anything that needs none stays. Values in quoted-printable have line breaks of their own:
 * there `C:\new` is a path.
 */
export function unescapeText(text: string, isQuotedPrintable = false): string {
  if (!text.includes('\\')) return text
  return text.replace(isQuotedPrintable ? ESCAPED_BUT_LINES : ESCAPED, (_, sign: string) =>
    sign === 'n' || sign === 'N' ? '\n' : sign,
  )
}

/** vCard knows one line break only, so each kind of them is written as that one. */
export function escapeText(text: string): string {
  return text.replace(/[\\,;]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')
}

/** Cuts at the separators that no backslash hides; the escapes stay. */
export function splitEscaped(text: string, separator: ';' | ','): readonly string[] {
  if (!text.includes('\\')) return text.split(separator)
  const parts: string[] = []
  let start = 0
  for (let at = 0; at < text.length; at++) {
    if (text[at] === '\\') at++
    else if (text[at] === separator) {
      parts.push(text.slice(start, at))
      start = at + 1
    }
  }
  parts.push(text.slice(start))
  return parts
}
