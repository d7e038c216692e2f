/** Applies an import as one command: contacts first, then touchpoints, then starting days. */
import { type CheckedContact, checkImported } from '../domain/import-check.ts'
import type { ImportedTouchpoint } from '../domain/import-file.ts'
import { parseInterval } from '../domain/interval.ts'
import { loadPerDay } from '../domain/spread.ts'
import { newcomerOf, type Stranger } from '../domain/stranger.ts'
import type { Change } from './command-log.ts'
import { strangersIn } from './correspondents.ts'
import { refreshDerived } from './derived.ts'
import type { Database } from './driver.ts'
import { type ContactsImported, type ImportOptions, importContacts } from './import-contacts.ts'
import { importTouchpoints, type TouchpointsImported } from './import-touchpoints.ts'
import { paceContacts } from './pacing.ts'

export interface Imported {
  readonly contacts: ContactsImported
  readonly touchpoints: TouchpointsImported
  /** Correspondents who are no contacts; those with most exchanges first. */
  readonly strangers: readonly Stranger[]
  /** How many contacts got a cadence, how many of them a starting day, so that they do not fall due all at once, and what that asks. */
  readonly scheduled: number
  readonly paced: number
  readonly perDay: number
}

export interface Incoming {
  readonly contacts: readonly CheckedContact[]
  readonly touchpoints: readonly ImportedTouchpoint[]
}

export function applyImport(
  change: Change,
  { contacts, touchpoints }: Incoming,
  options: ImportOptions & {
    readonly isAsIs: boolean
    /** Correspondents with so many exchanges become contacts; undefined adds nobody. */
    readonly newFrom: number | undefined
    readonly onProgress: (done: number, total: number) => void
  },
): Imported {
  const total = contacts.length + touchpoints.length
  const imported = importContacts(change, contacts, options, (done) => options.onProgress(done, total))
  let strangers: readonly Stranger[] = []
  if (touchpoints.length > 0) {
    // Conversations name people by address or name: the new contacts must be found by it.
    refreshDerived(change.db)
    strangers = strangersIn(change.db, touchpoints, imported.byKey)
    const newcomers = newcomersAmong(strangers, options.newFrom)
    if (newcomers.length > 0) {
      addTo(
        imported,
        importContacts(change, newcomers, options, () => undefined),
      )
      refreshDerived(change.db)
      strangers = strangersIn(change.db, touchpoints, imported.byKey)
    }
  }
  const conversations = importTouchpoints(change, touchpoints, imported.byKey, (done) =>
    options.onProgress(contacts.length + done, total),
  )
  const { scheduled } = imported
  const paced = options.isAsIs ? 0 : paceContacts(change, scheduled, options.today, scheduled)
  const perDay = scheduled.length === 0 ? 0 : loadOf(change.db, scheduled)
  return {
    contacts: imported,
    touchpoints: conversations,
    strangers,
    scheduled: scheduled.length,
    paced,
    perDay,
  }
}

function newcomersAmong(
  strangers: readonly Stranger[],
  newFrom: number | undefined,
): readonly CheckedContact[] {
  if (newFrom === undefined) return []
  const chosen = strangers.filter(({ exchanges }) => exchanges >= newFrom)
  return checkImported(chosen.flatMap((stranger) => newcomerOf(stranger) ?? [])).good
}

function addTo(all: ContactsImported, more: ContactsImported): void {
  all.created.push(...more.created)
  all.updated.push(...more.updated)
  all.unchanged += more.unchanged
  all.removed += more.removed
  all.scheduled.push(...more.scheduled)
  all.sameName.push(...more.sameName)
  for (const [key, uid] of more.byKey) all.byKey.set(key, uid)
}

/** Touches a day that the contacts' cadences ask for. */
function loadOf(db: Database, contacts: readonly string[]): number {
  const intervals = db
    .prepare(
      `SELECT coalesce(c.interval, o.interval) FROM json_each(?) g JOIN contact c ON c.id = g.value
       LEFT JOIN circle o ON o.id = c.circle AND o.deleted IS NULL
       WHERE coalesce(c.interval, o.interval, 'none') <> 'none' AND c.paused_on IS NULL`,
    )
    .pluck()
    .all(JSON.stringify(contacts)) as string[]
  return loadPerDay(intervals.map(parseInterval))
}
