/** Applies the letters of an import: a touchpoint for each address of a contact and day, judged together with the mail that is there. */
import { type CalendarDate, laterDate } from '../domain/calendar-date.ts'

import type { Exchange } from '../domain/exchange.ts'
import { groupBy } from '../domain/group-by.ts'
import { judgeDays, type MailDay, mailKeyOf, touchpointOf } from '../domain/mail-day.ts'
import { compareStrangers, type Stranger } from '../domain/stranger.ts'
import type { TouchpointKind } from '../domain/touchpoint.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Change } from './command-log.ts'
import { correspondentFinder } from './correspondents.ts'
import type { Database } from './driver.ts'
import {
  noTouchpoints,
  noteOutcome,
  storeTouchpoint,
  type TouchpointsImported,
} from './import-touchpoints.ts'
import { removedByPoint } from './known-contacts.ts'
import { type StoredMail, storedMail } from './stored-mail.ts'
import { linkContact } from './touchpoints.ts'

/**
 * Everybody the user exchanged letters with who is no contact and was none, with the number of days that would count. Those who only
 * wrote, or were only written to, are not among them: most of them are no correspondents. Match keys must be up to date.
 */
export function strangersInLetters(
  db: Database,
  exchange: Exchange,
  contactsByKey: ReadonlyMap<string, string>,
): readonly Stranger[] {
  const find = correspondentFinder(db, contactsByKey)
  const removed = removedByPoint(db)
  const strangers: Stranger[] = []
  for (const [address, days] of groupBy(exchange.days, (day) => day.address)) {
    const correspondent = exchange.correspondents.get(address)
    if (correspondent === undefined || removed.has(`email ${address}`)) continue
    if (find(correspondent) !== undefined) continue
    const personal = days.filter(({ isToMany }) => !isToMany)
    const kinds = judgeDays(personal)
    const counted = personal.filter((_, place) => kinds[place] === 'counted')
    const [first] = counted
    if (first === undefined) continue
    const lastOn = counted.reduce((last, { on }) => laterDate(last, on), first.on)
    strangers.push({ correspondent, exchanges: counted.length, lastOn, source: first.source })
  }
  return strangers.sort(compareStrangers)
}

/**
 * Writes the touchpoints of the letters with contacts. Whatever order mailboxes are imported in, and however often, it ends the same:
 * a day that is there already takes part in judging the new ones, and an answer that comes later makes it count; nothing ever counts less.
 * Match keys must be up to date.
 * @param contactsByKey what this import has found out of who is who
 */
export function importLetters(
  change: Change,
  exchange: Exchange,
  today: CalendarDate,
  contactsByKey: ReadonlyMap<string, string>,
  onRow: (done: number) => void,
): TouchpointsImported {
  const result = noTouchpoints()
  const byContact = daysByContact(change.db, exchange, contactsByKey)
  if (byContact.size === 0) return result
  const stored = storedMail(change.db, byContact)
  const store = dayStorer(change, today)
  let done = 0
  for (const [contact, days] of byContact) {
    const merged = mergeDays(days, stored.get(contact) ?? [])
    const kinds = kindsOf([...merged.values()])
    for (const [place, day] of [...merged.values()].entries()) {
      const outcome = store(contact, day, kinds[place] ?? 'light')
      if (day.given || outcome !== 'unchanged')
        noteOutcome(result, { kind: kinds[place] ?? 'light' }, [contact], outcome)
    }
    done += days.length
    onRow(done)
  }
  return result
}

function daysByContact(
  db: Database,
  exchange: Exchange,
  contactsByKey: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly MailDay[]> {
  const find = correspondentFinder(db, contactsByKey)
  const contacts = new Map<string, string>()
  for (const [address, correspondent] of exchange.correspondents) {
    const contact = find({ name: correspondent.name, email: correspondent.email ?? address })
    if (contact !== undefined) contacts.set(address, contact)
  }
  const known = exchange.days.filter(({ address }) => contacts.has(address))
  return groupBy(known, ({ address }) => contacts.get(address) ?? '')
}

/** A day of mail with a contact, as the letters and the database have it together. */
interface MergedDay extends MailDay {
  /** Whether the letters have it, not only the database. */
  readonly given: boolean
  readonly stored: StoredMail | undefined
}

function mergeDays(days: readonly MailDay[], stored: readonly StoredMail[]): ReadonlyMap<string, MergedDay> {
  const merged = new Map<string, MergedDay>()
  for (const day of days) merged.set(mailKeyOf(day), { ...day, given: true, stored: undefined })
  for (const row of stored) {
    const key = mailKeyOf(row.day)
    const day = merged.get(key)
    merged.set(key, {
      ...(day ?? { ...row.day, given: false }),
      isMine: row.day.isMine || day?.isMine === true,
      isTheirs: row.day.isTheirs || day?.isTheirs === true,
      stored: row,
    })
  }
  return merged
}

/** In the order of the days. */
function kindsOf(days: readonly MergedDay[]): readonly TouchpointKind[] {
  const judged = judgeDays(days.filter(({ isToMany }) => !isToMany))[Symbol.iterator]()
  return days.map(({ isToMany, stored }) => {
    const kind = isToMany ? 'light' : (judged.next().value ?? 'light')
    return stored?.kind === 'counted' ? 'counted' : kind
  })
}

function dayStorer(
  change: Change,
  today: CalendarDate,
): (contact: string, day: MergedDay, kind: TouchpointKind) => 'created' | 'updated' | 'unchanged' {
  const { db } = change
  const update = db.prepare(
    `UPDATE touchpoint SET touched_on = :on, direction = :direction, kind = :kind
     WHERE id = :uid AND (touched_on IS NOT :on OR direction IS NOT :direction OR kind IS NOT :kind)`,
  )
  return (contact, day, kind) => {
    const touchpoint = touchpointOf(day, kind, today)
    const { stored } = day
    const uid = stored?.uid ?? bulkNaturalId('touchpoint', touchpoint.key)
    const outcome = stored === undefined ? storeTouchpoint(change, touchpoint, [contact]) : 'unchanged'
    if (stored !== undefined && !stored.isLinked) linkContact(db, uid, contact)
    const { on, direction } = touchpoint
    const isChanged = update.run({ uid, on, direction, kind }).changes > 0
    return outcome === 'unchanged' && (isChanged || stored?.isLinked === false) ? 'updated' : outcome
  }
}
