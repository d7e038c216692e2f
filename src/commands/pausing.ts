/** Pausing contacts, for `pause` and `review`. */
import type { Candidate } from '../errors.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { setPaused } from '../store/contacts.ts'
import { type Written, writeContacts } from './write.ts'

/** Pauses those who are not paused yet, and says who they are. */
export async function pauseContacts(
  session: Session,
  contacts: readonly Pick<Candidate, 'uid' | 'name'>[],
): Promise<{ readonly line: string; readonly written: Written<unknown> }> {
  const written = await writeContacts(
    session,
    contacts.map(({ uid }) => uid),
    (change, lines) => {
      const active = lines.filter((line) => line.pausedOn === null)
      for (const line of active) setPaused(change.db, line.uid, session.today)
      return active
    },
  )
  const line =
    written.value.length === 0
      ? `${listNames(contacts.map(({ name }) => name))}: paused already, so nothing was changed.`
      : `Paused ${listNames(written.value.map(({ name }) => name))}. To go on: netkeep resume WHO.`
  return { line, written }
}
