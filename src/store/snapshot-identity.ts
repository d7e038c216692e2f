/** Which contact here is meant by one of a snapshot. */

import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { canShareAddress } from '../domain/same-person.ts'
import type { SnapshotContact } from '../domain/snapshot.ts'
import { isProfileKey } from '../domain/url-key.ts'
import type { Database } from './driver.ts'
import { addressFinder } from './known-contacts.ts'
import { REMOVED, UNDONE } from './schema.ts'
import { survivorOf } from './survivor.ts'

export interface Meant {
  /** The uid that the contact has here. */
  readonly uid: string
  /** Whether it is new here, known, or was removed here by the user. */
  readonly state: 'new' | 'known' | 'removed'
}

/**
 * For each contact of the file, by its uid: the contact of the same uid, or the one that it was merged into; else the one with the same
 * profile, else with the same e-mail address, of the same name first. Two contacts of a file are never one here, though they may share an
 * address.
 */
export function resolveContacts(
  db: Database,
  contacts: readonly SnapshotContact[],
): ReadonlyMap<string, Meant> {
  const byUid = uidFinder(db)
  const byPoint = pointFinder(db)
  const meant = new Map<string, Meant>()
  const taken = new Set<string>()
  const note = (uid: string, found: Meant): void => {
    meant.set(uid, found)
    taken.add(found.uid)
  }
  for (const { uid } of contacts) {
    const found = byUid(uid)
    if (found !== undefined) note(uid, found)
  }
  // First all that have the name too: of two who share an address, the other one may come first in the file.
  for (const needsName of [true, false]) {
    for (const contact of contacts) {
      if (meant.has(contact.uid)) continue
      const found = byPoint(contact).find(({ uid, isNamed }) => !taken.has(uid) && (isNamed || !needsName))
      const known = found === undefined ? undefined : byUid(found.uid)
      if (known !== undefined) note(contact.uid, known)
    }
  }
  for (const { uid } of contacts) if (!meant.has(uid)) note(uid, { uid, state: 'new' })
  return meant
}

/** Follows mergers; one that was taken back by undo is new again. */
function uidFinder(db: Database): (uid: string) => Meant | undefined {
  const find = db.prepare('SELECT ifnull(deleted, 0) FROM contact WHERE id = ?').pluck()
  return (given) => {
    const uid = survivorOf(db, given)
    const deleted = find.get(uid) as number | undefined
    if (deleted === undefined) return undefined
    return { uid, state: deleted === UNDONE ? 'new' : deleted === REMOVED ? 'removed' : 'known' }
  }
}

interface Candidate {
  readonly uid: string
  /** Whether the address is a profile, or it has the name too. */
  readonly isNamed: boolean
}

function pointFinder(db: Database): (contact: SnapshotContact) => readonly Candidate[] {
  const byAddress = addressFinder(db)
  return ({ name, points }) => {
    const nameKey = nameKeyOf(name)
    const keyed = points.map(({ kind, value }) => ({ kind, key: pointKeyOf(kind, value) }))
    const candidatesIn = (kind: PointKind): readonly Candidate[] =>
      keyed
        .filter((point) => point.kind === kind && (kind !== 'url' || isProfileKey(point.key)))
        .flatMap(({ key }) =>
          byAddress(kind, key)
            .map(({ uid, names }) => ({
              uid,
              isNamed: kind === 'url' || names.includes(nameKey),
              isAlike: kind === 'url' || names.some((known) => canShareAddress(known, nameKey, key)),
            }))
            .filter(({ isAlike }) => isAlike),
        )
        .sort((a, b) => Number(b.isNamed) - Number(a.isNamed))
    return [...candidatesIn('url'), ...candidatesIn('email')]
  }
}
