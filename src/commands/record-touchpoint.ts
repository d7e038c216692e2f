/** Recording a touchpoint with contacts that are there and new ones, as one command. */
import type { Touchpoint } from '../domain/touchpoint.ts'
import type { Session } from '../session.ts'
import { type Change, type Recorded, recordCommand } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import { unreachedAmong } from '../store/prospects.ts'
import { insertTouchpoint } from '../store/touchpoints.ts'
import { insertTyped } from './new-contact.ts'
import type { WhoOrNew } from './whom-or-new.ts'

interface RecordedTouchpoint<T> {
  /** Of the contacts in it, the new ones last. */
  readonly uids: readonly string[]
  readonly touchpoint: string
  /** Those who were prospects until now. */
  readonly reached: readonly string[]
  readonly more: T
}

/** @param also what the same command does besides. */
export async function recordTouchpoint<T>(
  session: Session,
  who: WhoOrNew,
  touchpoint: Touchpoint,
  also: (change: Change, uids: readonly string[], touchpoint: string) => T,
): Promise<Recorded<RecordedTouchpoint<T>>> {
  const known = who.contacts.map(({ uid }) => uid)
  return recordCommand(await session.store(), { typed: session.typed, at: session.now }, (change) => {
    requireLive(change.db, known)
    const uids = [...known, ...who.newNames.map((name) => insertTyped(change, name, session.today))]
    const reached = touchpoint.kind === 'counted' ? unreachedAmong(change.db, known) : []
    const uid = insertTouchpoint(change, touchpoint, uids)
    return { uids, touchpoint: uid, reached, more: also(change, uids, uid) }
  })
}
