/** Reading files of contacts and conversations into the database, as one command. */
import { readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import type { ImportFile, RowReport } from '../domain/import-file.ts'
import { checkImported } from '../domain/import-merge.ts'
import { meanDaysOf, parseInterval } from '../domain/interval.ts'
import { UserError } from '../errors.ts'
import { readLinkedin } from '../formats/linkedin/linkedin.ts'
import { plural } from '../render/dates.ts'
import type { ImportSummary } from '../render/import-summary.ts'
import type { Session } from '../session.ts'
import { listCircles } from '../store/circles.ts'
import { type Change, inTransaction, recordCommand, recordStep } from '../store/command-log.ts'
import type { CadenceChoice } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { applyImport, type Imported } from '../store/import.ts'
import { type CadenceOptions, parseCadence } from './cadence-options.ts'
import { createProgress } from './progress.ts'

export interface ImportOptions extends CadenceOptions {
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
  const file = readLinkedin(
    names.map((name) => readInput(name, session.context)),
    { today: session.today },
  )
  const checked = checkImported(file.contacts)
  const bad = [...file.bad, ...checked.bad]
  if (bad.length > 0 && options.skipBad !== true) throw refused(bad)

  const input = { typed: session.typed, at: session.now }
  const body = (change: Change): Imported =>
    applyImport(change, checked.good, file.touchpoints, {
      today: session.today,
      cadence,
      prefer: options.prefer,
      includesRemoved: options.includeRemoved === true,
      isAsIs: options.asIs === true,
      onProgress: progress.tick,
    })
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
  return {
    summary: summarize(file, bad, value, isDryRun, perDayOf(store.db, cadence, value.scheduled.length)),
    isChanged: command !== undefined && !isDryRun,
  }
}

function cadenceFor(db: Database, options: CadenceOptions): CadenceChoice | undefined {
  const { circle, interval } = parseCadence(db, options)
  // `--circle none` and `--every circle` give nobody a cadence.
  return circle == null && interval == null
    ? undefined
    : { circle: circle ?? null, interval: interval ?? null }
}

/** The largest file that is read: all of it is held in memory. */
const MOST_BYTES = 2 ** 30

/** @throws UserError (input) when the file cannot be read. */
function readInput(name: string, context: Context): { readonly name: string; readonly bytes: Uint8Array } {
  if (name === '-')
    throw new UserError('input', 'import does not read standard input.', 'Save it to a file and name that.')
  const file = path.isAbsolute(name) ? name : path.resolve(context.cwd(), name)
  try {
    const stat = statSync(file)
    if (stat.isDirectory())
      throw new UserError(
        'input',
        `${name} is a folder.`,
        'Name the file in it: the .zip, or Connections.csv.',
      )
    if (!stat.isFile()) throw new UserError('input', `${name} is not a regular file.`)
    if (stat.size > MOST_BYTES)
      throw new UserError(
        'input',
        `${name} is larger than 1 GiB.`,
        'Take the CSV files out of it and name them.',
      )
    return { name, bytes: readFileSync(file) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (error instanceof UserError || typeof code !== 'string') throw error
    const what =
      code === 'ENOENT'
        ? 'There is no file'
        : code === 'EACCES'
          ? 'You may not read'
          : `Reading failed (${code}):`
    throw new UserError('input', `${what} ${name}.`, 'Check the path and try again.')
  }
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

/** Contacts a day that the cadence of this import asks for. */
function perDayOf(db: Database, cadence: CadenceChoice | undefined, contacts: number): number {
  if (cadence === undefined || cadence.interval === 'none') return 0
  const interval =
    cadence.interval === null
      ? listCircles(db).find(({ uid }) => uid === cadence.circle)?.interval
      : parseInterval(cadence.interval)
  return interval === undefined ? 0 : contacts / meanDaysOf(interval)
}

function summarize(
  file: ImportFile,
  bad: readonly RowReport[],
  { contacts, touchpoints, scheduled, paced }: Imported,
  isDryRun: boolean,
  perDay: number,
): ImportSummary {
  return {
    isDryRun,
    created: contacts.created.length,
    updated: contacts.updated.length,
    unchanged: contacts.unchanged,
    removed: contacts.removed,
    skipped: file.skipped,
    bad,
    touchpoints,
    strangers: touchpoints.strangers.size,
    news: contacts.news,
    kept: contacts.kept,
    sameName: contacts.sameName,
    scheduled: scheduled.length,
    paced,
    perDay,
    preview: isDryRun ? file.contacts.slice(0, 5) : [],
  }
}
