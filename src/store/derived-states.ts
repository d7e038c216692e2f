/** Derives contact_state: where each live contact stands. */
import {
  activeSnoozeOf,
  type Cadence,
  type CadenceFacts,
  cadenceOf,
  coldFrom,
  type Snooze,
} from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { HelpSide } from '../domain/help.ts'
import { findInterval } from '../domain/interval.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { type StoredTouch, type TouchFacts, touchFactsOf } from '../domain/touch-facts.ts'
import type { TouchpointKind } from '../domain/touchpoint.ts'
import type { Database } from './driver.ts'
import { attemptRestDays } from './settings.ts'

interface FactsRow {
  readonly id: string
  readonly name: string | null
  readonly interval: string | null
  readonly paused_on: string | null
  readonly prospect_on: CalendarDate | null
  readonly tracked_from: CalendarDate
  readonly snoozed_until: CalendarDate | null
  readonly snoozed_on: CalendarDate | null
  readonly snooze_recorded_at: string | null
  readonly is_touched: number
  readonly organization: string | null
  readonly job_since: string | null
}

interface TouchRow {
  readonly id: string
  readonly touched_on: CalendarDate
  readonly recorded_at: string | null
  readonly kind: TouchpointKind | null
  readonly has_note: number
  readonly help: HelpSide | null
}

const FACTS = `
SELECT c.id, c.name, c.paused_on, c.prospect_on, c.tracked_from, c.snoozed_until, c.snoozed_on, c.snooze_recorded_at,
  CASE WHEN c.interval IS NULL THEN (SELECT interval FROM circle WHERE id = c.circle AND deleted IS NULL)
       ELSE nullif(c.interval, 'none') END AS interval,
  c.organization, c.job_since,
  EXISTS (SELECT 1 FROM touchpoint_contact WHERE contact = c.id) AS is_touched
FROM json_each(?) g JOIN contact c ON c.id = g.value WHERE c.deleted IS NULL AND c.merged_into IS NULL`

const TOUCHES = `
SELECT t.id, t.touched_on, t.recorded_at, t.kind, t.note IS NOT NULL AS has_note, t.help
FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint
WHERE tc.contact = ? AND tc.deleted IS NULL AND t.deleted IS NULL`

const DROP = `
DELETE FROM contact_state WHERE contact IN (
  SELECT g.value FROM json_each(?) g JOIN contact c ON c.id = g.value WHERE c.deleted IS NOT NULL OR c.merged_into IS NOT NULL)`

const STORE = `
INSERT INTO contact_state (contact, name_key, last_counted_on, last_touchpoint, last_note_touchpoint, unanswered, last_attempt_on, snoozed_until,
  given, asked, received, asks_since_give, touchpoints, last_on, anchor_on, plain_due_on, due_on, interval_days, rests_until, cold_from,
  employer, employer_since)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (contact) DO UPDATE SET name_key = excluded.name_key, last_counted_on = excluded.last_counted_on,
  last_touchpoint = excluded.last_touchpoint, last_note_touchpoint = excluded.last_note_touchpoint, unanswered = excluded.unanswered, last_attempt_on = excluded.last_attempt_on,
  snoozed_until = excluded.snoozed_until, given = excluded.given, asked = excluded.asked, received = excluded.received,
  asks_since_give = excluded.asks_since_give, touchpoints = excluded.touchpoints, last_on = excluded.last_on, anchor_on = excluded.anchor_on, plain_due_on = excluded.plain_due_on,
  due_on = excluded.due_on, interval_days = excluded.interval_days, rests_until = excluded.rests_until, cold_from = excluded.cold_from,
  employer = excluded.employer, employer_since = excluded.employer_since`

export function deriveStates(db: Database, contacts: readonly string[]): void {
  if (contacts.length === 0) return
  const given = JSON.stringify(contacts)
  db.prepare(DROP).run(given)
  const touches = db.prepare(TOUCHES)
  const store = db.prepare(STORE)
  const restDays = attemptRestDays(db)
  const timetableOf = timetables()
  for (const row of db.prepare(FACTS).all(given) as FactsRow[]) {
    const rows = row.is_touched === 1 ? (touches.all(row.id) as TouchRow[]) : []
    store.run(...stateOf(row, rows.map(storedTouchOf), restDays, timetableOf))
  }
}

/** A row of contact_state, as {@link STORE} takes it. */
function stateOf(
  row: FactsRow,
  touches: readonly StoredTouch[],
  attemptRestDays: number,
  timetableOf: (facts: CadenceFacts) => Timetable,
): readonly unknown[] {
  const snooze = snoozeOf(row)
  const facts: TouchFacts = touchFactsOf(touches, snooze)
  const timetable = timetableOf({
    // What cannot be read, as a newer netkeep may write it on another device, is none.
    interval: findInterval(row.interval ?? '') ?? null,
    isPaused: row.paused_on !== null,
    isProspect: row.prospect_on !== null,
    trackedFrom: row.tracked_from,
    snooze,
    lastCountedOn: facts.lastCounted?.on ?? null,
    hasTouchSinceSnooze: facts.hasTouchSinceSnooze,
    lastAttemptOn: facts.lastAttemptOn,
    attemptRestDays,
  })
  return [
    row.id,
    nameKeyOf(row.name ?? ''),
    facts.lastCounted?.on ?? null,
    facts.lastCounted?.uid ?? null,
    facts.lastNoted?.uid ?? null,
    facts.unanswered,
    facts.lastAttemptOn,
    activeSnoozeOf({ snooze, hasTouchSinceSnooze: facts.hasTouchSinceSnooze }),
    facts.balance.given,
    facts.balance.asked,
    facts.balance.received,
    facts.balance.asksSinceGive,
    facts.count,
    facts.lastOn,
    ...timetable,
    ...employerOf(row),
  ]
}

/** The last two columns. */
function employerOf({ organization, job_since }: FactsRow): readonly (string | null)[] {
  const key = organizationKeyOf(organization ?? '')
  return key === '' ? [null, null] : [key, job_since]
}

/** The columns of contact_state from anchor_on to cold_from. */
type Timetable = readonly (CalendarDate | number | null)[]
const UNSCHEDULED: Timetable = [null, null, null, null, null, null]

/** Computes timetables, each once: thousands of contacts given a cadence by one command share some hundred, and one takes 12 µs. */
function timetables(): (facts: CadenceFacts) => Timetable {
  const known = new Map<string, Timetable>()
  return (facts) => {
    if (facts.interval === null) return UNSCHEDULED
    const key = JSON.stringify(facts)
    const timetable = known.get(key) ?? timetableFrom(cadenceOf(facts))
    known.set(key, timetable)
    return timetable
  }
}

function timetableFrom(cadence: Cadence | null): Timetable {
  if (cadence === null) return UNSCHEDULED
  const { anchorOn, plainDueOn, dueOn, intervalDays, restsUntil } = cadence
  return [anchorOn, plainDueOn, dueOn, intervalDays, restsUntil, coldFrom(cadence)]
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
    helpSide: row.help,
  }
}
