/** frm's log.jsonl: a touch a line, `{"contact", "path", "time", "note"}`. */
import { addDays, type CalendarDate, isCalendarDate } from '../domain/calendar-date.ts'
import { checkNote } from '../domain/contact.ts'
import type { Correspondent, ImportedTouchpoint, ImportFile, RowReport } from '../domain/import-file.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { UserError } from '../errors.ts'
import { type JsonFields, jsonFields } from './json-fields.ts'
import { parseJsonText } from './json-text.ts'
import type { ReadOptions, Source } from './source.ts'
import { decodeText } from './text-encoding.ts'

/**
 * The touchpoints; who is meant is told by the card's path on its server, which ends in the card's own id, and by name. Each line that cannot
 * be read is in `bad`.
 * @throws UserError (input) for a file that is no text.
 */
export function readFrmLog(
  source: Source,
  { today, since }: Pick<ReadOptions, 'today' | 'since'>,
): ImportFile {
  const touchpoints: ImportedTouchpoint[] = []
  const skipped: RowReport[] = []
  const bad: RowReport[] = []
  const seen = new Map<string, number>()
  for (const [index, line] of decodeText(source.bytes(), source.name)
    .split(/\r\n|\r|\n/)
    .entries()) {
    if (line.trim() === '') continue
    const place = { file: source.name, line: index + 1 }
    try {
      const touchpoint = touchpointOf(line, place, today)
      if (since !== undefined && touchpoint.on < since) continue
      // The same contact twice within a second: two entries all the same.
      const count = (seen.get(touchpoint.key) ?? 0) + 1
      seen.set(touchpoint.key, count)
      touchpoints.push(count === 1 ? touchpoint : { ...touchpoint, key: `${touchpoint.key}:${count}` })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      bad.push({ source: place, reason: error.message })
    }
  }
  return { contacts: [], touchpoints, skipped, bad }
}

function touchpointOf(
  line: string,
  place: ImportedTouchpoint['source'],
  today: CalendarDate,
): ImportedTouchpoint {
  const fields = jsonFields(entryOf(line), '')
  const name = fields.optional('contact', (text) => text.trim()) ?? ''
  const path = fields.text('path') ?? ''
  const time = fields.needed('time', (text) => text.trim())
  if (nameKeyOf(name) === '' && path === '') throw new UserError('input', 'it names no contact')
  return {
    source: place,
    key: `frm:${time}:${path === '' ? nameKeyOf(name) : path}`,
    on: dayOf(fields, time, today),
    channel: null,
    direction: null,
    kind: 'counted',
    note: fields.optional('note', (text) => checkNote(text)) || null,
    with: [correspondentOf(name, path)],
  }
}

/** `/dav/addressbooks/…/4f2a.vcf`: a server names a card by its id. */
function correspondentOf(name: string, path: string): Correspondent {
  const id = /([^/]+)\.vcf$/i.exec(path)?.[1]
  return { name, sourceId: id === undefined || name !== '' ? null : `vcard:${id}` }
}

function entryOf(line: string): unknown {
  try {
    return parseJsonText(line, '').value
  } catch {
    throw new UserError('input', 'it is not JSON')
  }
}

/** The day as the clock on that machine showed it: `2026-03-14T09:26:53.123456-07:00`. */
function dayOf(fields: JsonFields, time: string, today: CalendarDate): CalendarDate {
  const day = time.slice(0, 10)
  if (!/^.{10}(?:[T ]\d\d:\d\d|$)/.test(time) || !isCalendarDate(day))
    throw fields.problem('time', 'is not a time such as 2026-03-14T09:26:53Z')
  if (day > addDays(today, 1)) throw fields.problem('time', 'lies in the future')
  return day > today ? today : day
}
