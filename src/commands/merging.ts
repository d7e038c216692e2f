/** Merging two contacts as one command, for `merge` and for the questions of `duplicates`. */
import type { Joined } from '../domain/contact-merge.ts'
import type { Candidate } from '../errors.ts'
import type { Session } from '../session.ts'
import { type Change, inTransaction, recordCommand, recordStep } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import { mergeContacts } from '../store/merge.ts'
import { setNotSame } from '../store/not-same.ts'

type Named = Pick<Candidate, 'uid'>

/** @throws UserError (no-match) where another shell has removed one of them, (usage) where their notes do not fit into one */
export async function merge(
  session: Session,
  into: Named,
  from: Named,
  isDryRun = false,
): Promise<{ readonly joined: Joined; readonly command: number | undefined }> {
  const store = await session.store()
  const input = { typed: session.typed, at: session.now }
  const body = (change: Change): Joined => {
    requireLive(change.db, [into.uid, from.uid])
    return mergeContacts(change, into.uid, from.uid, session.today)
  }
  // A dry run does everything, and then takes its transaction back.
  const { value, command } = isDryRun
    ? inTransaction(
        store,
        (db) => recordStep(store, db, 'do', input, null, body),
        () => false,
      )
    : recordCommand(store, input, body)
  return { joined: value, command: isDryRun ? undefined : command }
}

/** Remembers that the two are two. @returns the number of the command; undefined where that was known. */
export async function tellApart(session: Session, a: Named, b: Named): Promise<number | undefined> {
  const { command } = recordCommand(
    await session.store(),
    { typed: session.typed, at: session.now },
    (change) => {
      requireLive(change.db, [a.uid, b.uid])
      setNotSame(change.db, a.uid, b.uid)
    },
  )
  return command
}
