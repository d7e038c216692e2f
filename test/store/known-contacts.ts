/** Contacts of whom is known when they were touched, tried and snoozed, straight into the tables. */
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { insertContact, setPaused, setSnooze } from '../../src/store/contacts.ts'
import type { Store } from '../../src/store/open.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'

export const TODAY: CalendarDate = '2026-11-22' as CalendarDate
export const ago = (days: number): CalendarDate => addDays(TODAY, -days)

/** A contact, as far as its cadence is concerned. */
export interface Known {
  readonly name: string
  readonly interval: string
  readonly touchedAgo: number
  /** Of the touch. */
  readonly channel?: string | null
  /** Recorded after the touch. */
  readonly triedAgo?: number | undefined
  readonly snoozedFor?: number | undefined
  readonly isPaused?: boolean
}

export const NO_FIELDS = {
  organization: null,
  title: null,
  location: null,
  birthday: null,
  note: null,
  metOn: null,
  metAt: null,
  introducedBy: null,
}
export const BARE_TOUCH = { channel: null, direction: null, minutes: null, place: null, note: null }

/** Their uids, in the order of the contacts. */
export function addAll(store: Store, contacts: readonly Known[]): readonly string[] {
  return recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, (change) =>
    contacts.map(({ name, interval, touchedAgo, channel = null, triedAgo, snoozedFor, isPaused }) => {
      const uid = insertContact(change, { ...NO_FIELDS, name }, { circle: null, interval }, ago(1000))
      insertTouchpoint(change, { ...BARE_TOUCH, channel, on: ago(touchedAgo), kind: 'counted' }, [uid])
      if (triedAgo !== undefined)
        insertTouchpoint(change, { ...BARE_TOUCH, on: ago(triedAgo), kind: 'attempt' }, [uid])
      if (snoozedFor !== undefined) setSnooze(change, uid, addDays(TODAY, snoozedFor), TODAY)
      if (isPaused === true) setPaused(change.db, uid, TODAY)
      return uid
    }),
  ).value
}
