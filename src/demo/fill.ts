/** Puts the sample network into an empty database, as if somebody had kept it up for a year. */
import { addDays, type CalendarDate } from '../domain/calendar-date.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { findCircle } from '../store/circles.ts'
import { type Change, inTransaction, recordStep } from '../store/command-log.ts'
import { addAlias, addPoint, addTag, insertContact, setPaused, setSnooze } from '../store/contacts.ts'
import type { Store } from '../store/open.ts'
import { insertTouchpoint } from '../store/touchpoints.ts'
import type { DemoContact, DemoTouchpoint } from './people.ts'

/** One command a contact and a touchpoint, the oldest first, so that history and undo have something to show. */
export function fillDemo(store: Store, network: readonly DemoContact[], now: string): void {
  const today = now.slice(0, 10) as CalendarDate
  const day = (daysAgo: number): CalendarDate => addDays(today, -daysAgo)
  inTransaction(store, (db) => {
    const step = (typed: string, daysAgo: number, body: (change: Change) => void): void => {
      recordStep(store, db, 'do', { typed, at: `${day(daysAgo)}${now.slice(10)}` }, null, body)
    }
    const uids = new Map<string, string>()
    for (const contact of network) {
      const since = Math.max(365, ...contact.touchpoints.map(({ daysAgo }) => daysAgo))
      step(`netkeep add ${quoteWord(contact.name)}`, since, (change) =>
        uids.set(contact.name, insertDemoContact(change, contact, day, since)),
      )
    }
    const uidOf = (name: string): string => uids.get(name) ?? ''
    const touchpoints = network.flatMap((contact) =>
      contact.touchpoints.map((touchpoint) => ({ contact, touchpoint })),
    )
    for (const { contact, touchpoint } of touchpoints.sort(
      (a, b) => b.touchpoint.daysAgo - a.touchpoint.daysAgo,
    )) {
      step(typedFor(contact, touchpoint), touchpoint.daysAgo, (change) => {
        const { daysAgo, alsoWith, ...rest } = touchpoint
        insertTouchpoint(change, { ...rest, on: day(daysAgo) }, [contact.name, ...alsoWith].map(uidOf))
      })
    }
    for (const { name, snoozedForDays, isPaused } of network) {
      if (isPaused)
        step(`netkeep pause ${quoteWord(name)}`, 0, (change) => setPaused(change.db, uidOf(name), today))
      if (snoozedForDays === null) continue
      step(`netkeep snooze ${quoteWord(name)} ${snoozedForDays}d`, 0, (change) =>
        setSnooze(change, uidOf(name), day(-snoozedForDays), today),
      )
    }
  })
}

function insertDemoContact(
  change: Change,
  contact: DemoContact,
  day: (daysAgo: number) => CalendarDate,
  since: number,
): string {
  const { name, organization, title, location, birthday, note, metAt, metDaysAgo, circle, interval } = contact
  const uid = insertContact(
    change,
    {
      name,
      organization,
      title,
      location,
      birthday,
      note,
      metAt,
      introducedBy: null,
      metOn: metDaysAgo === null ? null : day(metDaysAgo),
    },
    { circle: circle === null ? null : (findCircle(change.db, circle)?.uid ?? null), interval },
    day(since),
  )
  if (contact.email !== null) addPoint(change.db, uid, 'email', contact.email)
  for (const tag of contact.tags) addTag(change.db, uid, tag)
  for (const alias of contact.aliases) addAlias(change.db, uid, alias)
  return uid
}

function typedFor(contact: DemoContact, { channel, note }: DemoTouchpoint): string {
  const by = channel === null ? '' : ` --by ${channel}`
  const remembered = note === null ? '' : ` -m ${quoteWord(note)}`
  return `netkeep log ${quoteWord(contact.name)}${by}${remembered}`
}
