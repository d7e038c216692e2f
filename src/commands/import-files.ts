/** Reading files of contacts and conversations into the database, as one command. */
import { compareText } from '../domain/compare-text.ts'
import type { RowReport } from '../domain/import-file.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { UserError, usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import type { ImportSummary } from '../render/import-summary.ts'
import type { Session } from '../session.ts'
import { type Change, inTransaction, recordCommand, recordStep } from '../store/command-log.ts'
import type { CadenceChoice } from '../store/contacts.ts'
import { storeCsvColumns } from '../store/csv-columns.ts'
import type { Database } from '../store/driver.ts'
import { type ApplyOptions, applyImport, type Imported } from '../store/import.ts'
import { findJoined } from '../store/joined-by-import.ts'
import { storeSetting } from '../store/settings.ts'
import { type CadenceOptions, parseCadence } from './cadence-options.ts'
import { type Reading, type ReadingOptions, readImport } from './import-reading.ts'
import { defaultCadence } from './new-contact.ts'
import { parseCount } from './options.ts'
import { createProgress } from './progress.ts'

export interface ImportOptions extends CadenceOptions, ReadingOptions {
  readonly newFrom?: string
  readonly asIs?: boolean
  readonly prospect?: boolean
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
  const progress = createProgress(session, 'Importing')
  const cadence = cadenceFor(store.db, options)
  const applying: ApplyOptions = {
    today: session.today,
    cadence,
    prospects: options.prospect === true ? (cadence ?? defaultCadence(store.db)) : undefined,
    prefer: options.prefer,
    includesRemoved: options.includeRemoved === true,
    isAsIs: options.asIs === true,
    newFrom: newFromOf(options),
    onProgress: progress.tick,
  }
  const reading = await readImport(session, names, options)
  if (reading.bad.length > 0 && options.skipBad !== true) throw refused(reading.bad, names)

  const input = { typed: session.typed, at: session.now }
  const body = (change: Change): ImportSummary => {
    const imported = applyImport(change, reading, applying)
    rememberAnswers(change.db, reading)
    return summarize(change.db, reading, imported)
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

/** @throws UserError (usage) */
function newFromOf({ newFrom }: ImportOptions): number | undefined {
  if (newFrom === undefined) return undefined
  const least = parseCount(newFrom, '--new-from')
  if (least > 0) return least
  throw usageError('Whoever had no exchange with you is no acquaintance.', 'Write it like --new-from 5.')
}

function cadenceFor(db: Database, options: CadenceOptions): CadenceChoice | undefined {
  const { circle, interval } = parseCadence(db, options)
  // `--circle none` and `--every circle` give nobody a cadence.
  return circle == null && interval == null
    ? undefined
    : { circle: circle ?? null, interval: interval ?? null }
}

/** What the user said is not asked for again. */
function rememberAnswers(db: Database, { ownAddresses, map, mapped }: Reading): void {
  if (ownAddresses !== undefined) storeSetting(db, 'own-addresses', ownAddresses)
  if (map !== undefined) for (const headers of mapped) storeCsvColumns(db, headers, map)
}

/** How many bad rows an error names. */
const MOST_NAMED = 5

function refused(bad: readonly RowReport[], names: readonly string[]): UserError {
  const rows = bad
    .slice(0, MOST_NAMED)
    .map(({ source, reason }) => `${source.file} line ${source.line}: ${reason}`)
  const more = bad.length > MOST_NAMED ? `; and ${bad.length - MOST_NAMED} more` : ''
  return new UserError(
    'input',
    `Nothing was imported: ${plural(bad.length, 'row')} cannot be read. ${rows.join('; ')}${more}.`,
    `Mend the file, or leave these rows out: netkeep import ${names.map(quoteWord).join(' ')} --skip-bad`,
  )
}

/** How many contacts a dry run shows of a file. */
const PREVIEWED = 5

function summarize(db: Database, reading: Reading, imported: Imported): ImportSummary {
  const { contacts, touchpoints, snapshots, strangers, scheduled, prospects, paced, perDay } = imported
  const { skipped, partial, photos, bad, unread } = reading
  const all = [contacts, ...snapshots.map((snapshot) => snapshot.contacts)]
  const talks = [touchpoints, ...snapshots.map((snapshot) => snapshot.touchpoints)]
  return {
    isDryRun: false,
    created: total(all, ({ created }) => created.length),
    updated: total(all, ({ updated }) => updated.length),
    unchanged: total(all, ({ unchanged }) => unchanged),
    removed: total(all, ({ removed }) => removed),
    skipped,
    partial,
    photos,
    bad,
    unread,
    touchpoints: {
      ...touchpoints,
      created: total(talks, ({ created }) => created),
      updated: total(talks, ({ updated }) => updated),
      unchanged: total(talks, ({ unchanged }) => unchanged),
      attempts: total(talks, ({ attempts }) => attempts),
      light: total(talks, ({ light }) => light),
    },
    restored: snapshots.map(({ created }) => created),
    strangers,
    news: contacts.news,
    watched: findJoined(db, contacts),
    renamed: contacts.renamed,
    changes: contacts.changes,
    kept: all.flatMap(({ kept }) => kept),
    sameName: all.flatMap(({ sameName }) => sameName),
    ownAddresses: reading.ownAddresses,
    columns: reading.columns,
    prospects,
    scheduled,
    paced,
    perDay,
    preview: [...reading.snapshots.flatMap((snapshot) => snapshot.contacts), ...reading.contacts].slice(
      0,
      PREVIEWED,
    ),
    touched: namesOf(db, touchpoints.byContact),
  }
}

function total<T>(parts: readonly T[], countOf: (part: T) => number): number {
  return parts.reduce((sum, part) => sum + countOf(part), 0)
}

/** Whom the touchpoints are with, those with most first. */
function namesOf(db: Database, byContact: ReadonlyMap<string, number>): ImportSummary['touched'] {
  const name = db.prepare('SELECT name FROM contact WHERE id = ?').pluck()
  return [...byContact]
    .map(([uid, count]) => ({ name: String(name.get(uid)), touchpoints: count }))
    .sort((a, b) => b.touchpoints - a.touchpoints || compareText(a.name, b.name))
}
