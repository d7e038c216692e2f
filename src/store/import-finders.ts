/** What the database knows of those whom a row of an import may mean. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { PointKind } from '../domain/contact.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { canShareAddress } from '../domain/same-person.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import { pointId } from './contacts.ts'
import type { Database } from './driver.ts'
import { addressFinder, type ByAddress, removedByPoint } from './known-contacts.ts'
import { findPhone } from './known-phones.ts'

interface Point {
  readonly kind: PointKind
  readonly key: string
  readonly value: string
}

export interface Finders {
  exists(uid: string): boolean
  /** Also of one that was merged: it lives on in another, which the caller finds. */
  isLive(uid: string): boolean
  find(uid: string): { readonly nameKey: string; readonly isLive: boolean } | undefined
  /** Whether that is a contact which has, or had, one of the addresses, or whose name may be this one's. */
  isPlausible(uid: string, nameKey: string, points: readonly Point[]): boolean
  byAddress: ByAddress
  /** By what a file calls the contact: the UID of a card that was matched otherwise, or netkeep's own that another program left standing. */
  bySourceId(sourceId: string): string | undefined
  /** Of the contacts of this name those that have, or had, one of these addresses or numbers; removed ones last. */
  byNameAndPoint(nameKey: string, points: readonly Point[]): readonly string[]
  byNameAndDay(nameKey: string, metOn: CalendarDate | null, hasProfile: boolean): string | undefined
}

export function findersOf(db: Database): Finders {
  const exists = db.prepare('SELECT 1 FROM contact WHERE id = ?').pluck()
  const isLive = db.prepare('SELECT 1 FROM contact WHERE id = ? AND deleted IS NULL').pluck()
  const find = db.prepare(
    'SELECT name, deleted IS NULL AND merged_into IS NULL AS isLive FROM contact WHERE id = ?',
  )
  const byCardId = db
    .prepare(
      "SELECT contact FROM contact_property WHERE line = ? AND line GLOB 'UID:*' AND deleted IS NULL ORDER BY contact",
    )
    .pluck()
  const named = db.prepare("SELECT contact FROM match_key WHERE kind = 'name' AND key = ?").pluck()
  const hasPoint = db.prepare('SELECT 1 FROM contact_point WHERE id = ?').pluck()
  const hasUrl = db.prepare("SELECT 1 FROM match_key WHERE contact = ? AND kind = 'url'").pluck()
  const metOn = db.prepare('SELECT 1 FROM contact WHERE id = ? AND met_on = ?').pluck()
  const removed = removedByPoint(db)
  const nameOf = db.prepare('SELECT name FROM contact WHERE id = ?').pluck()
  const namesOf = db.prepare("SELECT key FROM match_key WHERE contact = ? AND kind = 'name'").pluck()
  const isThere = (uid: string): boolean => exists.get(uid) !== undefined
  const had = (uid: string, points: readonly Point[]): boolean =>
    points.some(
      ({ kind, key, value }) =>
        hasPoint.get(pointId(uid, kind, key, bulkNaturalId)) !== undefined ||
        (kind === 'phone' && findPhone(db, uid, value) !== undefined),
    )
  return {
    exists: isThere,
    isLive: (uid) => isLive.get(uid) !== undefined,
    find: (uid) => {
      const row = find.get(uid) as { name: string; isLive: number } | undefined
      return row === undefined ? undefined : { nameKey: nameKeyOf(row.name), isLive: row.isLive === 1 }
    },
    isPlausible: (uid, nameKey, points) => {
      const name = nameOf.get(uid) as string | undefined
      if (name === undefined) return false
      const names = [nameKeyOf(name), ...(namesOf.all(uid) as string[])]
      return names.some((known) => canShareAddress(known, nameKey, '')) || had(uid, points)
    },
    byAddress: addressFinder(db),
    bySourceId: (sourceId) => {
      const cardId = sourceId.slice(sourceId.indexOf(':') + 1)
      const known = byCardId.get(`UID:${cardId}`) as string | undefined
      return known ?? (isThere(cardId) ? cardId : undefined)
    },
    byNameAndPoint: (nameKey, points) => {
      if (points.length === 0) return []
      const gone = points.flatMap(({ kind, key }) => removed.get(`${kind} ${key}`) ?? [])
      return [
        ...(named.all(nameKey) as string[]).filter((uid) => had(uid, points)),
        ...gone.filter(({ names }) => names.includes(nameKey)).map(({ uid }) => uid),
      ]
    },
    byNameAndDay: (nameKey, day, hasProfile) => {
      if (day === null) return undefined
      const namesakes = (named.all(nameKey) as string[]).filter((uid) => metOn.get(uid, day) !== undefined)
      return hasProfile ? namesakes.find((uid) => hasUrl.get(uid) === undefined) : namesakes[0]
    },
  }
}
