/** Mail to letters: who wrote to whom, and on which day. Mailboxes of any size: what was written is never held, nor looked at. */
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import type { Correspondent, ImportFile, Letter, RowReport, SourceRow } from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import type { ReadOptions, Source } from '../source.ts'
import { checkEncoding } from '../text-encoding.ts'
import { addressesIn } from './addresses.ts'
import type { Header } from './header.ts'
import { findMailDay } from './mail-date.ts'
import { readMailbox } from './mailbox.ts'
import { findFlagReason, findNoLetterReason } from './no-letter.ts'

/** Before the first mail was sent; programs that do not know the time write 1970. */
const FIRST_MAIL = '1971-01-01'
/** What raw bytes in old headers mostly are. */
const USUAL_ENCODING = 'windows-1252'

/**
 * Reads an mbox, an .eml or a file of a Maildir. Each letter has the day as its sender's clock wrote it, so that an import gives the same
 * in every zone; it may lie a day ahead of today. Mail that nobody wrote to somebody is skipped, with the reason.
 * Letters before `since` are skipped too, all for one reason: several files are told together.
 * @throws UserError (input) for what is no mail at all; (usage) for an encoding that is none.
 */
export function readMail(source: Source, options: ReadOptions): ImportFile {
  const file = baseNameOf(source.name)
  const flagReason = findFlagReason(source.name)
  const known = new Map<string, readonly Correspondent[]>()
  const read = (field: string): readonly Correspondent[] => {
    const found = known.get(field) ?? addressesIn(field)
    known.set(field, found)
    return found
  }
  const encoding = options.encoding === undefined ? USUAL_ENCODING : checkEncoding(options.encoding)
  const made = readMailbox(source, encoding, (header, line) => {
    const row: SourceRow = { file, line }
    const letter = flagReason ?? letterOf(header, row, read, options.today)
    return typeof letter === 'string' ? { source: row, reason: letter } : letter
  })
  if (made === undefined) {
    throw new UserError(
      'input',
      `"${source.name}" is not mail: it begins neither with a header nor with a "From " line.`,
    )
  }
  return { contacts: [], touchpoints: [], ...sinceThen(made, options.since), bad: [] }
}

function sinceThen(
  made: readonly (Letter | RowReport)[],
  since: CalendarDate | undefined,
): { readonly letters: readonly Letter[]; readonly skipped: readonly RowReport[] } {
  const letters = made.filter((one) => 'id' in one)
  const skipped = made.filter((one) => 'reason' in one)
  if (since === undefined) return { letters, skipped }
  const early = letters.filter(({ on }) => on < since)
  const reason = `from before ${since}`
  return {
    letters: letters.filter(({ on }) => on >= since),
    skipped: [...skipped, ...early.map(({ source }) => ({ source, reason }))],
  }
}

/** The letter, or why it is none. */
function letterOf(
  header: Header,
  source: SourceRow,
  read: (field: string) => readonly Correspondent[],
  today: CalendarDate,
): Letter | string {
  const [from] = read(header.get('from') ?? '')
  const reason = findNoLetterReason(header, from?.email ?? '')
  if (reason !== undefined) return reason
  if (from === undefined) return 'no sender'
  const date = header.get('date') ?? ''
  const on = findMailDay(date)
  if (on === undefined) return date === '' ? 'no date' : 'a date that cannot be read'
  if (on > addDays(today, 1)) return 'dated in the future'
  if (on < FIRST_MAIL) return 'dated before there was mail'
  const to = recipientsOf(header, read)
  return { source, id: idOf(header, from, to), on, from, to }
}

function recipientsOf(
  header: Header,
  read: (field: string) => readonly Correspondent[],
): readonly Correspondent[] {
  const [to, cc] = [read(header.get('to') ?? ''), read(header.get('cc') ?? '')]
  if (cc.length === 0) return to
  const keys = new Set(to.map(keyOf))
  return [...to, ...cc.filter((correspondent) => !keys.has(keyOf(correspondent)))]
}

function keyOf({ email }: Correspondent): string {
  return email?.toLowerCase() ?? ''
}

/** Message-ID without its brackets, or else what a copy of the letter has too: its date and its addresses. */
function idOf(header: Header, from: Correspondent, to: readonly Correspondent[]): string {
  const id = (header.get('message-id') ?? '').replace(/[<>\s]/g, '')
  return id === '' ? JSON.stringify([header.get('date'), keyOf(from), ...to.map(keyOf).sort()]) : id
}
