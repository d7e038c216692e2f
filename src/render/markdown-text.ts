/** User data in a Markdown document: whatever it holds, it stays text. */
import { safeLines, safeText } from './safe-text.ts'

/** What means something within a line: in CommonMark, in its tables and strike-through, and in notebooks (#tags, ==marks==, $math$, %%comments%%). */
const INLINE = /[\\`*_[\]<>|~#&$%={}^]/g
/** What means something at the beginning of a line: a list, a numbered list, a definition, a heading underlined. */
const LINE_START = /^(?:[-+:!]|\d{1,9}(?=[.)]))/

/** One line. */
export function markdownText(text: string): string {
  const escaped = safeText(text.trim()).replace(INLINE, '\\$&')
  return escaped.replace(LINE_START, (start) => (/\d/.test(start) ? `${start}\\` : `\\${start}`))
}

/** A note of several lines, those that are empty as ''. */
export function markdownLines(text: string): readonly string[] {
  return safeLines(text.trim()).map(markdownText)
}

/** A link that can be followed, where it is one; else its text. */
export function markdownLink(url: string): string {
  return /^https?:\/\/[!-;=?-~]+$/.test(url) ? `<${url}>` : markdownText(url)
}
