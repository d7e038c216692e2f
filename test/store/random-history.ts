/** Random histories of touchpoints, straight into the tables, and what a look at every row tells of them. */
import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { compareText } from '../../src/domain/compare-text.ts'
import { settleAsks } from '../../src/domain/help.ts'
import type { TouchpointKind } from '../../src/domain/touchpoint.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { insertContact } from '../../src/store/contacts.ts'
import type { Store } from '../../src/store/open.ts'
import { markProspect } from '../../src/store/prospects.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'

export const TODAY = '2026-11-22' as CalendarDate
const CONTACTS = 4

interface Told {
  readonly daysAgo: number
  readonly kind: TouchpointKind
  readonly channel: string | null
  readonly direction: 'in' | 'out' | null
  readonly help: { readonly side: 'gave' | 'asked' | 'got'; readonly kind: string } | null
  readonly contacts: readonly number[]
  /** What happened to it since. */
  readonly fate: 'stays' | 'is removed' | 'loses its first contact'
}

const told: fc.Arbitrary<Told> = fc
  .record({
    daysAgo: fc.nat(130),
    kind: fc.constantFrom('counted', 'counted', 'attempt', 'light'),
    channel: fc.constantFrom(null, 'coffee', 'event', 'event'),
    direction: fc.constantFrom(null, 'in', 'out'),
    side: fc.constantFrom(null, null, 'gave', 'asked', 'asked', 'got'),
    helpKind: fc.constantFrom('advice', 'introduction', 'other'),
    contacts: fc.uniqueArray(fc.nat(CONTACTS - 1), { minLength: 1, maxLength: 3 }),
    fate: fc.constantFrom('stays', 'stays', 'stays', 'stays', 'is removed', 'loses its first contact'),
  } as const)
  .map(({ side, helpKind, ...rest }) => {
    const kind = side === null ? rest.kind : side === 'asked' ? 'attempt' : 'counted'
    return { ...rest, kind, help: side === null ? null : { side, kind: helpKind } }
  })

/** What was told, in the order it was told, and which of the contacts were removed in the end. */
export interface RandomHistory {
  readonly told: readonly Told[]
  readonly removed: readonly number[]
  /** Which of them are or were prospects, reached or not. */
  readonly prospects: readonly number[]
}

export const randomHistory: fc.Arbitrary<RandomHistory> = fc.record({
  told: fc.array(told, { minLength: 5, maxLength: 60, size: 'max' }),
  removed: fc.uniqueArray(fc.nat(CONTACTS - 1), { maxLength: 2 }),
  prospects: fc.uniqueArray(fc.nat(CONTACTS - 1), { maxLength: 2 }),
})

/** A few touchpoints to each command, so that on one day some were recorded together and some not. */
export function tell(store: Store, history: RandomHistory): void {
  const command = <T>(body: Parameters<typeof recordCommand<T>>[2]): T =>
    recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, body).value
  const uids = command((change) =>
    Array.from({ length: CONTACTS }, (_, index) =>
      insertContact(
        change,
        {
          name: `Contact ${index}`,
          organization: null,
          title: null,
          location: null,
          birthday: null,
          note: null,
          metOn: null,
          metAt: null,
          introducedBy: null,
        },
        { circle: null, interval: null },
        TODAY,
      ),
    ),
  )
  for (let start = 0; start < history.told.length; start += 3) {
    command((change) => {
      for (const { daysAgo, contacts, fate, ...touch } of history.told.slice(start, start + 3)) {
        const on = addDays(TODAY, -daysAgo)
        const among = contacts.map((index) => uids[index] ?? '')
        const uid = insertTouchpoint(change, { ...touch, on, minutes: null, place: null, note: null }, among)
        if (fate === 'is removed')
          change.db.prepare('UPDATE touchpoint SET deleted = 1 WHERE id = ?').run(uid)
        if (fate === 'loses its first contact')
          change.db
            .prepare('UPDATE touchpoint_contact SET deleted = 1 WHERE touchpoint = ? AND contact = ?')
            .run(uid, among[0])
      }
    })
  }
  command(({ db }) => {
    for (const index of history.prospects) markProspect(db, uids[index] ?? '', TODAY, null)
    for (const index of history.removed)
      db.prepare('UPDATE contact SET deleted = 1 WHERE id = ?').run(uids[index])
  })
}

/** A touchpoint as one of its contacts sees it. */
export interface SeenTouch {
  readonly contact: string
  readonly touchpoint: string
  readonly on: CalendarDate
  /** Of an ask that was answered since: counted. */
  readonly kind: TouchpointKind
  /** As it was recorded. */
  readonly recordedKind: TouchpointKind
  readonly channel: string | null
  readonly direction: string | null
  readonly help: { readonly side: string; readonly kind: string } | null
}

interface Row {
  readonly id: string
  readonly contact: string
  readonly touched_on: CalendarDate
  readonly kind: TouchpointKind
  readonly channel: string | null
  readonly direction: string | null
  readonly help: 'gave' | 'asked' | 'got' | null
  readonly help_kind: string | null
  readonly recorded_at: string
  readonly deleted: number | null
  readonly link_deleted: number | null
}

/** Every live touchpoint of every contact, removed ones too, from the rows. */
export function seenTouches(store: Store): readonly SeenTouch[] {
  const rows = store.db
    .prepare(
      'SELECT t.*, x.contact, x.deleted AS link_deleted FROM touchpoint t, touchpoint_contact x WHERE x.touchpoint = t.id',
    )
    .all() as Row[]
  const live = rows.filter((row) => row.deleted === null && row.link_deleted === null)
  const contacts = [...new Set(live.map(({ contact }) => contact))]
  return contacts.flatMap((contact) => {
    const newestFirst = live
      .filter((row) => row.contact === contact)
      .sort(
        (a, b) =>
          compareText(b.touched_on, a.touched_on) ||
          compareText(b.recorded_at, a.recorded_at) ||
          compareText(b.id, a.id),
      )
      .map((row) => ({
        contact,
        touchpoint: row.id,
        on: row.touched_on,
        kind: row.kind,
        recordedKind: row.kind,
        channel: row.channel,
        direction: row.direction,
        help: row.help === null ? null : { side: row.help, kind: row.help_kind ?? 'other' },
      }))
    return settleAsks(newestFirst)
  })
}

/** How many contacts on how many days. */
export function countContactDays(touches: readonly SeenTouch[]): number {
  return new Set(touches.map(({ contact, on }) => `${contact} ${on}`)).size
}
