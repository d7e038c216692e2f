/** What the files of an import hold, checked, and as the user's: mail and meetings are told from the user's own addresses. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ColumnMap, parseColumnMap } from '../domain/column-map.ts'
import { type Exchange, exchangeIn } from '../domain/exchange.ts'
import { type CheckedContact, checkImported } from '../domain/import-check.ts'
import type { ImportedTouchpoint, RowReport } from '../domain/import-file.ts'
import { meetingsToTouchpoints } from '../domain/meeting.ts'
import { guessOwn } from '../domain/own-address.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import { type FilesRead, readFiles } from '../formats/read-files.ts'
import type { Format } from '../formats/recognise.ts'
import { checkEncoding } from '../formats/text-encoding.ts'
import type { Session } from '../session.ts'
import { findCsvColumns } from '../store/csv-columns.ts'
import { findSources, watched } from './import-sources.ts'
import { knowOwnAddresses } from './own-addresses.ts'
import { createProgress } from './progress.ts'
import { checkSnapshotSettings } from './snapshot-settings.ts'

export interface ReadingOptions {
  readonly format?: Format
  readonly encoding?: string
  readonly since?: string
  readonly map?: string
}

export interface Reading {
  readonly contacts: readonly CheckedContact[]
  readonly touchpoints: readonly ImportedTouchpoint[]
  readonly exchange: Exchange
  readonly snapshots: readonly Snapshot[]
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
  readonly partial: readonly RowReport[]
  readonly photos: number
  readonly unread: FilesRead['unread']
  /** What the user said just now, to be kept: the own addresses, and what the columns of which headers hold. */
  readonly ownAddresses: string | undefined
  readonly map: ColumnMap | undefined
  /** What the columns were said to hold, now or before. */
  readonly columns: readonly string[]
  readonly mapped: FilesRead['mapped']
}

/** @throws UserError (input) when a file cannot be read at all; (usage) for options that cannot be, or own addresses that nobody tells. */
export async function readImport(
  session: Session,
  names: readonly string[],
  options: ReadingOptions,
): Promise<Reading> {
  const { db } = await session.store()
  const dates = await session.dateReading('past')
  const since = options.since === undefined ? undefined : await parseTypedDate(options.since, dates)
  if (options.encoding !== undefined) checkEncoding(options.encoding)
  const map = options.map === undefined ? undefined : parseColumnMap(options.map)
  const columns = new Set<string>()
  const progress = createProgress(session, 'Reading')
  const sources = watched(await findSources(names, session.context), progress.tick)
  const file = await readFiles(sources, {
    today: session.today,
    since,
    encoding: options.encoding,
    dateOrder: dates.order,
    format: options.format,
    map,
    mapFor: (headers) => {
      const known = findCsvColumns(db, headers)
      if (known !== undefined) columns.add(sayColumns(known))
      return known
    },
  }).finally(progress.end)
  if (map !== undefined && file.mapped.length === 0)
    throw usageError('--map is for CSV, and none of the files is one.', 'Leave it out.')
  if (map !== undefined) columns.add(sayColumns(map))
  const checked = checkImported(file.contacts)
  const snapshots = file.snapshots.map((snapshot) => withCheckedSettings(snapshot))
  const { own, answered } = await ownAddressesFor(session, file)
  const exchange = exchangeIn(file.letters ?? [], own)
  const meetings = meetingsToTouchpoints(file.meetings ?? [], own)
  const touchpoints = [...file.touchpoints, ...meetings.touchpoints]
  return {
    contacts: checked.good,
    touchpoints: since === undefined ? touchpoints : touchpoints.filter(isFrom(since)),
    exchange,
    snapshots,
    skipped: [...file.skipped, ...exchange.skipped, ...meetings.skipped],
    bad: [...file.bad, ...checked.bad, ...snapshots.flatMap(({ badSettings }) => badSettings)],
    partial: [...(file.partial ?? []), ...checked.partial],
    photos: file.photos ?? 0,
    unread: file.unread,
    ownAddresses: answered,
    columns: [...columns],
    map,
    mapped: file.mapped,
  }
}

function isFrom(since: CalendarDate): (touchpoint: ImportedTouchpoint) => boolean {
  return ({ on }) => on >= since
}

function withCheckedSettings(snapshot: Snapshot): Snapshot & { readonly badSettings: readonly RowReport[] } {
  const { good, bad } = checkSnapshotSettings(snapshot)
  return { ...snapshot, settings: good, badSettings: bad }
}

async function ownAddressesFor(
  session: Session,
  { letters = [], meetings = [] }: FilesRead,
): Promise<{ readonly own: readonly string[]; readonly answered: string | undefined }> {
  if (letters.length === 0 && meetings.length === 0) return { own: [], answered: undefined }
  const { addresses, answered } = await knowOwnAddresses(session, guessOwn(letters, meetings))
  return { own: addresses, answered }
}

/** As it is typed: `name=Member, email=Mail`. */
function sayColumns(map: ColumnMap): string {
  return map.map(({ field, column }) => `${field}=${column}`).join(', ')
}
