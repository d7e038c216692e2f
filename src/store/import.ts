/** Applies an import as one command: contacts first, then touchpoints, then starting days. */
import type { Exchange } from '../domain/exchange.ts'
import { type CheckedContact, checkImported } from '../domain/import-check.ts'
import type { ImportedTouchpoint } from '../domain/import-file.ts'
import { findInterval } from '../domain/interval.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { loadPerDay } from '../domain/spread.ts'
import { compareStrangers, newcomerOf, type Stranger } from '../domain/stranger.ts'
import type { Change } from './command-log.ts'
import { strangersIn } from './correspondents.ts'
import { refreshDerived } from './derived.ts'
import type { Database } from './driver.ts'
import { type ContactsImported, type ImportOptions, importContacts } from './import-contacts.ts'
import { importLetters, strangersInLetters } from './import-letters.ts'
import { addTouchpoints, importTouchpoints, type TouchpointsImported } from './import-touchpoints.ts'
import { paceContacts } from './pacing.ts'
import { listUnreached } from './prospects.ts'
import { applySnapshot, type SnapshotImported } from './snapshot-import.ts'

export interface Imported {
  readonly contacts: ContactsImported
  readonly touchpoints: TouchpointsImported
  readonly snapshots: readonly SnapshotImported[]
  /** Correspondents who are no contacts; those with most exchanges first. */
  readonly strangers: readonly Stranger[]
  /** How many contacts got a cadence, how many of them a starting day, so that they do not fall due all at once, and what that asks. */
  readonly scheduled: number
  /** New contacts who are to be reached first. */
  readonly prospects: number
  readonly paced: number
  readonly perDay: number
}

export interface Incoming {
  readonly contacts: readonly CheckedContact[]
  readonly touchpoints: readonly ImportedTouchpoint[]
  /** Mail, as the user's. */
  readonly exchange?: Exchange
  /** netkeep's own JSON; it comes first. */
  readonly snapshots?: readonly Snapshot[]
}

export interface ApplyOptions extends ImportOptions {
  readonly isAsIs: boolean
  /** Correspondents with so many exchanges become contacts; undefined adds nobody. */
  readonly newFrom: number | undefined
  readonly onProgress: (done: number, total: number) => void
}

export function applyImport(change: Change, incoming: Incoming, options: ApplyOptions): Imported {
  const { contacts, touchpoints, exchange, snapshots = [] } = incoming
  const steps = [
    ...snapshots.map((snapshot) => snapshot.contacts.length + snapshot.touchpoints.length),
    contacts.length,
    touchpoints.length,
    exchange?.days.length ?? 0,
  ]
  const total = steps.reduce((sum, step) => sum + step, 0)
  let before = 0
  const progressOf = (step: number | undefined): ((done: number) => void) => {
    const start = before
    before += step ?? 0
    return (done) => options.onProgress(start + done, total)
  }
  const unreached = listUnreached(change.db)
  const restored = snapshots.map((snapshot, index) =>
    applySnapshot(change, snapshot, { ...options, onRow: progressOf(steps[index]) }),
  )
  if (restored.length > 0) refreshDerived(change.db)
  const imported = importContacts(change, contacts, options, progressOf(contacts.length))
  const strangers = meetStrangers(change, incoming, imported, options)
  const { byKey } = imported
  const talks = importTouchpoints(change, touchpoints, byKey, progressOf(touchpoints.length))
  if (exchange !== undefined) {
    const letters = importLetters(change, exchange, options.today, byKey, progressOf(exchange.days.length))
    addTouchpoints(talks, letters)
  }
  const { scheduled, created } = imported
  const prospects = options.prospects === undefined ? [] : created
  // The cadence of prospects begins with an answer, and the conversations may hold many of them.
  const begun = [...scheduled, ...prospects, ...unreached]
  const paced = options.isAsIs ? 0 : paceContacts(change, begun, options.today, scheduled)
  return {
    contacts: imported,
    touchpoints: talks,
    snapshots: restored,
    strangers,
    scheduled: scheduled.length,
    prospects: prospects.length,
    paced,
    perDay: scheduled.length === 0 ? 0 : loadOf(change.db, scheduled),
  }
}

/** Everyone in the conversations who is no contact, after those who are to become one did. Brings the match keys up to date. */
function meetStrangers(
  change: Change,
  { touchpoints, exchange }: Incoming,
  imported: ContactsImported,
  options: ApplyOptions,
): readonly Stranger[] {
  const { db } = change
  if (touchpoints.length === 0 && (exchange?.days.length ?? 0) === 0) return []
  const find = (): readonly Stranger[] => {
    // Conversations name people by address or name: the new contacts must be found by it.
    refreshDerived(db)
    const inLetters = exchange === undefined ? [] : strangersInLetters(db, exchange, imported.byKey)
    return [...strangersIn(db, touchpoints, imported.byKey), ...inLetters].sort(compareStrangers)
  }
  const strangers = find()
  const newcomers = newcomersAmong(strangers, options.newFrom)
  if (newcomers.length === 0) return strangers
  addContacts(
    imported,
    importContacts(change, newcomers, options, () => undefined),
  )
  return find()
}

function newcomersAmong(
  strangers: readonly Stranger[],
  newFrom: number | undefined,
): readonly CheckedContact[] {
  if (newFrom === undefined) return []
  const chosen = strangers.filter(({ exchanges }) => exchanges >= newFrom)
  return checkImported(chosen.flatMap((stranger) => newcomerOf(stranger) ?? [])).good
}

function addContacts(all: ContactsImported, more: ContactsImported): void {
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
  return loadPerDay(intervals.flatMap((interval) => findInterval(interval) ?? []))
}
