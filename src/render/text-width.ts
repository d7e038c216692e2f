/** How wide text stands on a terminal. The only file that imports string-width. Expects text made safe. */
import stringWidth from 'string-width'

/** Characters of one column each: ASCII, Latin, Greek, Cyrillic, dashes and quotes. string-width is slow to load, and they do not need it. */
const PLAIN = /^[\x20-\x7e\xa1-\xac\xae-\u02ff\u0391-\u03a1\u03a3-\u0481\u1e00-\u1eff\u2010-\u2027]*$/

/** Columns that `text` takes; CJK and emoji take two. */
export function widthOf(text: string): number {
  return PLAIN.test(text) ? text.length : stringWidth(text)
}

export function padEnd(text: string, width: number): string {
  return text + ' '.repeat(Math.max(0, width - widthOf(text)))
}

export function padStart(text: string, width: number): string {
  return ' '.repeat(Math.max(0, width - widthOf(text))) + text
}

/** `text` cut to `width` columns, with `mark` (of one column) in place of what is cut. Never cuts within a character. */
export function truncate(text: string, width: number, mark: string): string {
  if (widthOf(text) <= width) return text
  if (PLAIN.test(text)) return text.slice(0, Math.max(0, width - 1)).trimEnd() + mark
  let kept = ''
  let room = width - 1
  for (const { segment } of new Intl.Segmenter().segment(text)) {
    room -= widthOf(segment)
    if (room < 0) break
    kept += segment
  }
  return kept.trimEnd() + mark
}

/** Breaks at spaces into lines of at most `width` columns; a longer word stays whole. */
export function wrapText(text: string, width: number): readonly string[] {
  return wrapParts(text.split(' '), width, ' ')
}

/** The same of parts that stay whole, with `between` between those of a line. */
export function wrapParts(parts: readonly string[], width: number, between: string): readonly string[] {
  const lines: string[] = []
  for (const part of parts) {
    const last = lines.at(-1)
    if (last === undefined || widthOf(last) + between.length + widthOf(part) > width) lines.push(part)
    else lines[lines.length - 1] = last + between + part
  }
  return lines
}

/** A text of lines, each broken where it is too long: what to type gets a line of its own first, then lines break at spaces. */
export function wrapLines(text: string, width: number): string {
  // Before the second of two things to type, or before a sentence that ends in one. Not above: the class of capitals is slow to read.
  const beforeCommand = /(?<=\S) {3}(?=\S)|(?<=[.?]) (?=\p{Lu}[^.?:]*: netkeep )/u
  return text
    .split('\n')
    .flatMap((line) =>
      widthOf(line) <= width ? [line] : line.split(beforeCommand).flatMap((part) => wrapLine(part, width)),
    )
    .join('\n')
}

/** The same for a line of a list: what goes on stands further in than where it began. */
export function wrapLine(line: string, width: number): readonly string[] {
  const indent = /^ */.exec(line)?.[0] ?? ''
  const room = width - indent.length - (indent === '' ? 0 : 2)
  const [first = '', ...others] = wrapParts(partsOf(line.slice(indent.length), room), room, ' ')
  const further = indent === '' ? '' : `${indent}  `
  return [indent + first, ...others.map((other) => further + other)]
}

/** The words; what to type at the end, behind a colon, is one where it fits on a line. */
function partsOf(text: string, room: number): readonly string[] {
  const [, before, command] = /^(.*:) (netkeep [^:]*)$/.exec(text) ?? []
  if (before === undefined || command === undefined || widthOf(command) > room) return text.split(' ')
  return [...before.split(' '), command]
}
