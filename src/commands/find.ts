/** `netkeep find`: search names, organizations and notes. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactDetails, ListedContact } from '../domain/contact-line.ts'
import { foldText, wordsOf } from '../domain/match-key.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { usageError } from '../errors.ts'
import { listJson } from '../render/contact-json.ts'
import { formatDay, plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import type { Session } from '../session.ts'
import { getDetails } from '../store/contact-details.ts'
import { getListed } from '../store/contact-list.ts'
import { listOccasionsOf } from '../store/occasions.ts'
import { listPromises } from '../store/promises.ts'
import { search } from '../store/search.ts'
import { limitOption, readLimit } from './limit.ts'

export function define(command: Command): void {
  command
    .description(
      'Search the names, organizations, titles, tags, addresses, interests, promises and notes of contacts, and the notes of touchpoints.',
    )
    .argument('<text...>', 'words; each must occur, or begin a word that does')
    .addOption(limitOption(TERMINAL_LIMIT))
    .addHelpText(
      'after',
      `
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, field that matched, date of the touchpoint, text

Examples:
  netkeep find compiler
  netkeep find berlin rust`,
    )
}

interface Hit {
  readonly line: ListedContact
  readonly field: string
  readonly on: CalendarDate | null
  readonly text: string
}

/** What a terminal shows unless told otherwise. */
const TERMINAL_LIMIT = 50

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { readonly limit?: string },
): Promise<void> {
  const text = args[0].join(' ')
  if (wordsOf(text).length === 0)
    throw usageError('There is no word to search for.', 'Type: netkeep find compiler')
  const { db } = await session.store()
  const limit = readLimit(session, options.limit, TERMINAL_LIMIT)
  const found = search(db, text, limit)
  const uids = [...new Set(found.map(({ contact }) => contact))]
  const lines = new Map(getListed(db, uids, session.today).map((line) => [line.uid, line]))
  const hits = found.flatMap((hit): readonly Hit[] => {
    const line = lines.get(hit.contact)
    if (line === undefined) return []
    if (hit.on === null)
      return [
        {
          line,
          on: null,
          ...matchingField(
            line,
            getDetails(db, line.uid),
            listPromises(db, { today: session.today, contact: line.uid, hasClosed: true }),
            listOccasionsOf(db, line.uid, session.today),
            text,
          ),
        },
      ]
    return [
      {
        line,
        on: hit.on,
        field: hit.note === null ? 'place' : 'touchpoint',
        text: hit.note ?? hit.place ?? '',
      },
    ]
  })
  await session.show({
    json: () => uids.map((uid) => toJson(hits.filter(({ line }) => line.uid === uid))),
    piped: () =>
      renderTsv(
        hits.map(({ line, field, on, text }) => [
          line.id,
          safeText(line.name),
          safeText(line.organization ?? ''),
          field,
          on,
          safeText(text),
        ]),
      ),
    terminal: (style) => {
      if (hits.length === 0) return `Nothing found for "${safeText(text)}".\n`
      const rows = hits.map(({ line, field, on, text }) => [
        safeText(line.name),
        safeText(line.organization ?? ''),
        on === null ? field : formatDay(on, session.today),
        field === 'name' || field === 'organization' ? '' : excerpt(text, args[0]),
      ])
      const table = renderTable(
        rows,
        [{ shrinksTo: 16 }, { shrinksTo: 12 }, {}, { shrinksTo: 10 }],
        session.width,
        style.glyphs.more,
      )
      return `${[...table, style.faint(found.length === limit ? `the first ${limit} matches; all: --limit 0` : plural(uids.length, 'contact'))].join('\n')}\n`
    },
  })
}

function toJson(hits: readonly Hit[]): object {
  const [first] = hits
  return {
    ...(first === undefined ? {} : listJson(first.line)),
    matches: hits.map(({ field, on, text }) => ({ field, on, text })),
  }
}

/** The field that holds the first of the words, for the reader to see why a contact was found. */
function matchingField(
  line: ListedContact,
  details: ContactDetails,
  promises: readonly PromiseRecord[],
  dates: readonly OccasionLine[],
  text: string,
): { field: string; text: string } {
  const fields: readonly (readonly [string, string | null])[] = [
    ['name', line.name],
    ['organization', line.organization],
    ['title', details.title],
    ['location', details.location],
    ['met at', details.metAt],
    ['alias', details.aliases.join(', ')],
    ['tag', line.tags.join(', ')],
    ['address', [...line.emails, ...line.phones, ...line.urls].join(', ')],
    ['note', details.note],
    ['interest', line.interests.join(', ')],
    ['cause', line.causes.join(', ')],
    ['offers', line.offers.join(', ')],
    ['looks for', line.looksFor.join(', ')],
    ['date', dates.map(({ label }) => label).join(', ')],
    ['promise', promises.map((promise) => promise.text).join('; ')],
    [
      'before',
      details.formerJobs
        .flatMap(({ organization, title }) => [organization, title].filter((part) => part !== null))
        .join(', '),
    ],
  ]
  const words = wordsOf(text)
  const holds = (value: string | null): boolean =>
    value !== null && wordsOf(value).some((word) => words.some((typed) => word.startsWith(typed)))
  const [field, value] = fields.find(([, value]) => holds(value)) ?? ['name', line.name]
  return { field, text: value ?? '' }
}

/** The text from a little before the first word that was searched for. */
function excerpt(text: string, typed: readonly string[]): string {
  const safe = safeText(text.replace(/\s+/g, ' '))
  const at = foldText(safe).indexOf(foldText(typed[0] ?? ''))
  return at <= 20 ? safe : safe.slice(safe.lastIndexOf(' ', at - 10) + 1)
}
