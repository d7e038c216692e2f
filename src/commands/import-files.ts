/** Reading files of contacts and conversations into the database, as one command. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import { checkImported } from '../domain/import-check.ts'
import type { ImportedContact, ImportFile, RowReport } from '../domain/import-file.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { UserError } from '../errors.ts'
import { readFiles } from '../formats/read-files.ts'
import type { Format } from '../formats/recognise.ts'
import { plural } from '../render/dates.ts'
import type { ImportSummary } from '../render/import-summary.ts'
import type { Session } from '../session.ts'
import { type Change, inTransaction, recordCommand, recordStep } from '../store/command-log.ts'
import type { CadenceChoice } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { applyImport, type Imported } from '../store/import.ts'
import { type CadenceOptions, parseCadence } from './cadence-options.ts'
import { findSources } from './import-sources.ts'
import { parseCount } from './options.ts'
import { createProgress } from './progress.ts'

export interface ImportOptions extends CadenceOptions {
  readonly format?: Format
  readonly encoding?: string
  readonly since?: string
  readonly newFrom?: string
  readonly asIs?: boolean
  readonly prefer: 'mine' | 'theirs'
  readonly includeRemoved?: boolean
  readonly dryRun?: boolean
  readonly skipBad?: boolean
}

/**
 * Imports what the files hold together.
 * @returns what was done, or would be with `dryRun`, and whether anything can be undone.
 * @throws UserError (input) when a file cannot be read, or a row of it without `skipBad`; then nothing is written
 */
export async function importFiles(
  session: Session,
  names: readonly string[],
  options: ImportOptions,
): Promise<{ readonly summary: ImportSummary; readonly isChanged: boolean }> {
  const store = await session.store()
  const cadence = cadenceFor(store.db, options)
  const progress = createProgress(session, 'Importing')
  const since = await sinceOf(session, options)
  const reading = await session.dateReading('past')
  const file = await readFiles(
    await findSources(names, session.context),
    { today: session.today, since, encoding: options.encoding, dateOrder: reading.order },
    options.format,
  )
  const checked = checkImported(file.contacts)
  const bad = [...file.bad, ...checked.bad]
  if (bad.length > 0 && options.skipBad !== true) throw refused(bad)
  const touchpoints = file.touchpoints.filter(({ on }) => since === undefined || on >= since)

  const input = { typed: session.typed, at: session.now }
  const body = (change: Change): ImportSummary => {
    const imported = applyImport(
      change,
      { contacts: checked.good, touchpoints },
      {
        today: session.today,
        cadence,
        prefer: options.prefer,
        includesRemoved: options.includeRemoved === true,
        isAsIs: options.asIs === true,
        newFrom: newFromOf(options),
        onProgress: progress.tick,
      },
    )
    return summarize(change.db, file, checked.good, bad, imported)
  }
  // A dry run does everything, and then takes its transaction back.
  const isDryRun = options.dryRun === true
  const { value, command } = progress.during(() =>
    isDryRun
      ? inTransaction(
          store,
          (db) => recordStep(store, db, 'do', input, null, body),
          () => false,
        )
      : recordCommand(store, input, body),
  )
  return { summary: { ...value, isDryRun }, isChanged: command !== undefined && !isDryRun }
}

async function sinceOf(session: Session, { since }: ImportOptions): Promise<CalendarDate | undefined> {
  return since === undefined ? undefined : parseTypedDate(since, await session.dateReading('past'))
}

/** @throws UserError (usage) */
function newFromOf({ newFrom }: ImportOptions): number | undefined {
  return newFrom === undefined ? undefined : Math.max(1, parseCount(newFrom, '--new-from'))
}

function cadenceFor(db: Database, options: CadenceOptions): CadenceChoice | undefined {
  const { circle, interval } = parseCadence(db, options)
  // `--circle none` and `--every circle` give nobody a cadence.
  return circle == null && interval == null
    ? undefined
    : { circle: circle ?? null, interval: interval ?? null }
}

/** How many bad rows an error names. */
const MOST_NAMED = 5

function refused(bad: readonly RowReport[]): UserError {
  const rows = bad
    .slice(0, MOST_NAMED)
    .map(({ source, reason }) => `${source.file} line ${source.line}: ${reason}`)
  const more = bad.length > MOST_NAMED ? `; and ${bad.length - MOST_NAMED} more` : ''
  return new UserError(
    'input',
    `Nothing was imported: ${plural(bad.length, 'row')} cannot be read. ${rows.join('; ')}${more}.`,
    'Mend the file, or leave these rows out: netkeep import FILE --skip-bad',
  )
}

/** How many contacts a dry run shows of a file. */
const PREVIEWED = 5

function summarize(
  db: Database,
  file: ImportFile,
  contacts: readonly ImportedContact[],
  bad: readonly RowReport[],
  imported: Imported,
): ImportSummary {
  const { contacts: done, touchpoints, strangers, scheduled, paced, perDay } = imported
  return {
    isDryRun: false,
    created: done.created.length,
    updated: done.updated.length,
    unchanged: done.unchanged,
    removed: done.removed,
    skipped: file.skipped,
    partial: file.partial ?? [],
    photos: file.photos ?? 0,
    bad,
    touchpoints,
    strangers,
    news: done.news,
    kept: done.kept,
    sameName: done.sameName,
    scheduled,
    paced,
    perDay,
    preview: contacts.slice(0, PREVIEWED),
    touched: namesOf(db, touchpoints.byContact),
  }
}

/** Whom the touchpoints are with, those with most first. */
function namesOf(db: Database, byContact: ReadonlyMap<string, number>): ImportSummary['touched'] {
  const name = db.prepare('SELECT name FROM contact WHERE id = ?').pluck()
  return [...byContact]
    .map(([uid, count]) => ({ name: String(name.get(uid)), touchpoints: count }))
    .sort((a, b) => b.touchpoints - a.touchpoints || compareText(a.name, b.name))
}
