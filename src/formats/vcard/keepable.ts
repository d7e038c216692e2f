/** Which lines can be properties that netkeep keeps for other programs: those that its reader would keep, whoever stored them. */
import { LAST_DATE } from '../../domain/calendar-date.ts'
import { MOST_KEPT, whyNoContact } from './contact-of-card.ts'
import { type ContentLine, findContentLine } from './content-line.ts'
import { newDraft } from './draft.ts'
import { FIELDS } from './fields.ts'
import type { Property } from './properties.ts'

/** Kept beside the fields that they fill: netkeep writes them in their place, where they still say the same. */
const BESIDE_FIELDS = ['UID', 'N', 'ORG', 'TITLE', 'ROLE']
/** Of the card, not of the contact. */
const FRAME = ['BEGIN', 'END', 'VERSION']
/** How a value is to be read; kept values are plain, and one that says otherwise could swallow the lines after it. */
const READING = ['ENCODING', 'CHARSET']

/** The line in its parts; undefined where it is no property, says what netkeep has a field for, or would break the card. */
export function findKeepable(text: string): ContentLine | undefined {
  const line = findContentLine(text)
  if (line === undefined || FRAME.includes(line.name)) return undefined
  // An agent is a line of text in version 3.0; of 2.1, whose agents are cards of their own behind the line, nothing stands on it.
  if (line.name === 'AGENT' && line.value.trim() === '') return undefined
  if (READING.some((parameter) => line.parameters.has(parameter))) return undefined
  const property: Property = { ...line, line: 1, bytes: null, isQuotedPrintable: false, isOld: false }
  if (whyNoContact([property]) !== undefined) return undefined
  if (BESIDE_FIELDS.includes(line.name)) return line
  // Address Book's label of another property, by their group.
  if (line.name === 'X-ABLABEL') return line.group === null ? undefined : line
  const isField = FIELDS.get(line.name)?.(newDraft('', LAST_DATE, new Map(), false), property) ?? false
  return isField ? undefined : line
}

/** Whether it is such a line as the reader makes: one line, and not too long. */
export function isKeptLine(text: string): boolean {
  return text.length <= MOST_KEPT && !/[\r\n]/.test(text) && findKeepable(text) !== undefined
}
