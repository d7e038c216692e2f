/** Derives contact_state: where each live contact stands. */
import { activeSnoozeOf, cadenceOf, coldFrom, type Snooze } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { parseInterval } from '../domain/interval.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { type StoredTouch, type TouchFacts, touchFactsOf } from '../domain/touch-facts.ts'
import type { TouchpointKind } from '../domain/touchpoint.ts'
import type { Database } from './driver.ts'
import { attemptRestDays } from './settings.ts'

interface FactsRow {
  readonly name: string | null
  readonly interval: string | null
  readonly paused_on: string | null
  readonly tracked_from: CalendarDate
  readonly snoozed_until: CalendarDate | null
  readonly snoozed_on: CalendarDate | null
  readonly snooze_recorded_at: string | null
  readonly is_live: number
}

interface TouchRow {
  readonly id: string
  readonly touched_on: CalendarDate
  readonly recorded_at: string | null
  readonly kind: TouchpointKind | null
  readonly has_note: number
}

const FACTS = `
SELECT c.name, c.paused_on, c.tracked_from, c.snoozed_until, c.snoozed_on, c.snooze_recorded_at,
  CASE WHEN c.interval IS NULL THEN (SELECT interval FROM circle WHERE id = c.circle AND deleted IS NULL)
       ELSE nullif(c.interval, 'none') END AS interval,
  c.deleted IS NULL AND c.merged_into IS NULL AS is_live
FROM contact c WHERE c.id = ?`

const TOUCHES = `
SELECT t.id, t.touched_on, t.recorded_at, t.kind, t.note IS NOT NULL AS has_note
FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint
WHERE tc.contact = ? AND tc.deleted IS NULL AND t.deleted IS NULL`

const STORE = `
INSERT INTO contact_state VALUES (:contact, :nameKey, :lastCountedOn, :lastTouchpoint, :lastNoteTouchpoint, :unanswered, :lastAttemptOn, :snoozedUntil,
  :anchorOn, :plainDueOn, :dueOn, :intervalDays, :restsUntil, :coldFrom)
ON CONFLICT (contact) DO UPDATE SET name_key = excluded.name_key, last_counted_on = excluded.last_counted_on,
  last_touchpoint = excluded.last_touchpoint, last_note_touchpoint = excluded.last_note_touchpoint, unanswered = excluded.unanswered, last_attempt_on = excluded.last_attempt_on,
  snoozed_until = excluded.snoozed_until, anchor_on = excluded.anchor_on, plain_due_on = excluded.plain_due_on,
  due_on = excluded.due_on, interval_days = excluded.interval_days, rests_until = excluded.rests_until, cold_from = excluded.cold_from`

export function deriveStates(db: Database, contacts: readonly string[]): void {
  if (contacts.length === 0) return
  const facts = db.prepare(FACTS)
  const touches = db.prepare(TOUCHES)
  const store = db.prepare(STORE)
  const drop = db.prepare('DELETE FROM contact_state WHERE contact = ?')
  const restDays = attemptRestDays(db)
  for (const contact of contacts) {
    const row = facts.get(contact) as FactsRow | undefined
    if (row === undefined || row.is_live === 0) drop.run(contact)
    else store.run(stateOf(contact, row, (touches.all(contact) as TouchRow[]).map(storedTouchOf), restDays))
  }
}

function stateOf(
  contact: string,
  row: FactsRow,
  touches: readonly StoredTouch[],
  attemptRestDays: number,
): object {
  const snooze = snoozeOf(row)
  const facts: TouchFacts = touchFactsOf(touches, snooze)
  const cadence = cadenceOf({
    interval: row.interval === null ? null : parseInterval(row.interval),
    isPaused: row.paused_on !== null,
    trackedFrom: row.tracked_from,
    snooze,
    lastCountedOn: facts.lastCounted?.on ?? null,
    hasTouchSinceSnooze: facts.hasTouchSinceSnooze,
    lastAttemptOn: facts.lastAttemptOn,
    attemptRestDays,
  })
  return {
    contact,
    nameKey: nameKeyOf(row.name ?? ''),
    lastCountedOn: facts.lastCounted?.on ?? null,
    lastTouchpoint: facts.lastCounted?.uid ?? null,
    lastNoteTouchpoint: facts.lastNoted?.uid ?? null,
    unanswered: facts.unanswered,
    lastAttemptOn: facts.lastAttemptOn,
    snoozedUntil: activeSnoozeOf({ snooze, hasTouchSinceSnooze: facts.hasTouchSinceSnooze }),
    anchorOn: cadence?.anchorOn ?? null,
    plainDueOn: cadence?.plainDueOn ?? null,
    dueOn: cadence?.dueOn ?? null,
    intervalDays: cadence?.intervalDays ?? null,
    restsUntil: cadence?.restsUntil ?? null,
    coldFrom: cadence === null ? null : coldFrom(cadence),
  }
}

function snoozeOf(row: FactsRow): Snooze | null {
  if (row.snoozed_until === null || row.snoozed_on === null || row.snooze_recorded_at === null) return null
  return { until: row.snoozed_until, setOn: row.snoozed_on, recordedAt: row.snooze_recorded_at }
}

function storedTouchOf(row: TouchRow): StoredTouch {
  return {
    uid: row.id,
    on: row.touched_on,
    recordedAt: row.recorded_at ?? '',
    kind: row.kind ?? 'counted',
    hasNote: row.has_note === 1,
  }
}
