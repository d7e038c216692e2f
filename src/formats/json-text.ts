/** JSON as files have it: checked for its depth before it is parsed, and with the lines on which the objects in its lists begin. */
import { UserError } from '../errors.ts'

export interface JsonText {
  readonly value: unknown
  /** The line of an element of a list: `lineOf('contacts', 12)`, `lineOf('account.data[3].values', 0)`; 1 where it is not known. */
  lineOf(list: string, index: number): number
}

/** netkeep's own files have 4 levels, Monica's 10. */
const MOST_LEVELS = 32

const [QUOTE, BACKSLASH, NEWLINE, COMMA, COLON] = [0x22, 0x5c, 0x0a, 0x2c, 0x3a]
const [OPEN_OBJECT, CLOSE_OBJECT, OPEN_LIST, CLOSE_LIST] = [0x7b, 0x7d, 0x5b, 0x5d]

/** @throws UserError (input) for what is no JSON, or nested too deeply to be of any program that netkeep reads. */
export function parseJsonText(text: string, file: string): JsonText {
  const { lines, isWhole } = scan(text, file)
  if (!isWhole) throw cutOff(text, file)
  try {
    return {
      value: JSON.parse(text),
      lineOf: (list, index) => lines.get(list)?.[index] ?? 1,
    }
  } catch (error) {
    throw notJson(text, file, error)
  }
}

interface Level {
  readonly isList: boolean
  readonly path: string
  /** Of a list: where its elements began so far. */
  readonly lines: number[]
  key: string
}

/** Goes through the text once, by its brackets and quotes alone: what is between them JSON.parse judges. */
function scan(
  text: string,
  file: string,
): { readonly lines: ReadonlyMap<string, readonly number[]>; readonly isWhole: boolean } {
  const found = new Map<string, readonly number[]>()
  const levels: Level[] = []
  let line = 1
  let lastText = ''
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === NEWLINE) line++
    else if (code === QUOTE) {
      const end = endOfString(text, at)
      if (levels.at(-1)?.isList === false) lastText = text.slice(at + 1, Math.min(end, at + 100))
      at = end
    } else if (code === COLON) {
      const level = levels.at(-1)
      if (level !== undefined) level.key = lastText
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (levels.length === MOST_LEVELS) throw tooDeep(file, line)
      const path = pathIn(levels.at(-1), line)
      const level = { isList: code === OPEN_LIST, path, lines: [], key: '' }
      if (level.isList) found.set(path, level.lines)
      levels.push(level)
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      notePlain(levels.pop(), text, at, line)
    } else if (code === COMMA) notePlain(levels.at(-1), text, at, line)
  }
  return { lines: found, isWhole: levels.length === 0 }
}

/** The path of what begins in a level; in a list its line is noted. */
function pathIn(level: Level | undefined, line: number): string {
  if (level === undefined) return ''
  if (!level.isList) return level.path === '' ? level.key : `${level.path}.${level.key}`
  level.lines.push(line)
  return `${level.path}[${level.lines.length - 1}]`
}

/** An element that is neither object nor list has a place of its own too; it is known by what ends it. */
function notePlain(level: Level | undefined, text: string, end: number, line: number): void {
  if (level?.isList !== true) return
  let before = end - 1
  let lineThere = line
  for (; before > 0 && text.charCodeAt(before) <= 0x20; before--)
    if (text.charCodeAt(before) === NEWLINE) lineThere--
  const code = text.charCodeAt(before)
  if (code !== CLOSE_OBJECT && code !== CLOSE_LIST && code !== OPEN_LIST) level.lines.push(lineThere)
}

/** The index of the quote that ends the string which begins at `start`, or of the last character. */
function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) return at
    if (code === BACKSLASH) at++
  }
  return text.length
}

function tooDeep(file: string, line: number): UserError {
  return new UserError(
    'input',
    `"${file}" is nested more than ${MOST_LEVELS} levels deep on line ${line}.`,
    'No program that netkeep knows writes such a file.',
  )
}

/** In the middle of something: whoever wrote or copied the file stopped early. */
function cutOff(text: string, file: string): UserError {
  const line = text.trimEnd().split('\n').length
  return new UserError(
    'input',
    `"${file}" is not JSON, or was cut off: it ends on line ${line} in the middle.`,
    'Export it again, and import the new file.',
  )
}

function notJson(text: string, file: string, error: unknown): UserError {
  const position = positionIn(error instanceof Error ? error.message : '', text)
  const where =
    position === undefined ? '' : `: line ${text.slice(0, position).split('\n').length} cannot be read`
  return new UserError('input', `"${file}" is not JSON${where}.`, 'Export it again, and import the new file.')
}

/** Where JSON.parse stopped. Of some mistakes its words have the number, of others only the text around. */
function positionIn(message: string, text: string): number | undefined {
  const number = /at position (\d+)/.exec(message)?.[1]
  if (number !== undefined) return Number(number)
  const around = /^[^,]*, (?:\.\.\.)?"(.*?)"?(?:\.\.\.)? is not valid JSON$/s.exec(message)?.[1]
  const at = around === undefined || around === '' ? -1 : text.indexOf(around)
  return around === undefined || at === -1 || text.includes(around, at + 1)
    ? undefined
    : at + Math.floor(around.length / 2)
}
