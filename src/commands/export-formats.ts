/** The formats that `export` writes. Adding one is adding its line. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFilter } from '../store/contact-filter.ts'
import type { Database } from '../store/driver.ts'

/** What a writer is asked for. */
export interface ExportRequest {
  readonly db: Database
  readonly today: CalendarDate
  readonly filter: ContactFilter
  /** iCalendar: due dates as tasks or as events. */
  readonly as: 'todo' | 'event'
  /** CSV: cells as they are, without what keeps a spreadsheet from calculating them. */
  readonly isRaw: boolean
  /** To be called for each contact that is written. */
  readonly onContact: () => void
}

/** Makes the text in pieces; a piece is only asked for when the one before it is written. */
export type Writer = (request: ExportRequest) => Iterable<string>

export interface ExportFormat {
  readonly name: string
  /** Of the file names by which it is chosen, with the dot. */
  readonly extension: string
  readonly summary: string
  /** Whether it is always everything, and takes no filter. */
  readonly isWhole?: true
  /** Of which version of vCard its cards are, where it writes a folder of them too. */
  readonly cards?: '3.0' | '4.0'
  /** What it can be told besides. */
  readonly options?: readonly ('as' | 'raw')[]
  load(): Promise<Writer>
}

/** The first is the default. */
export const EXPORT_FORMATS: readonly [ExportFormat, ...ExportFormat[]] = [
  {
    name: 'json',
    extension: '.json',
    summary: 'everything, to be read by netkeep again',
    isWhole: true,
    load: async () => (await import('./export-json.ts')).writeJson,
  },
  {
    name: 'vcard',
    extension: '.vcf',
    summary: 'vCard 3.0, for every address book; a folder gets a file a card',
    cards: '3.0',
    load: async () => (await import('./export-vcard.ts')).writeVcards('3.0'),
  },
  {
    name: 'vcard4',
    extension: '.vcf',
    summary: 'vCard 4.0',
    cards: '4.0',
    load: async () => (await import('./export-vcard.ts')).writeVcards('4.0'),
  },
  {
    name: 'csv',
    extension: '.csv',
    summary: 'a row a contact, for spreadsheets and other address books',
    options: ['raw'],
    load: async () => (await import('./export-csv.ts')).writeCsv,
  },
  {
    name: 'ics',
    extension: '.ics',
    summary: 'due dates for a calendar, with alarms',
    options: ['as'],
    load: async () => (await import('./export-calendar.ts')).writeCalendar,
  },
  {
    name: 'markdown',
    extension: '.md',
    summary: 'to read, in an editor or a notebook such as Obsidian',
    load: async () => (await import('./export-markdown.ts')).writeMarkdown,
  },
]
