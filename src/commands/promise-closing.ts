/** Closing promises, for `promise done`, `promise drop` and `review`. */
import type { PromiseRecord } from '../domain/promise.ts'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import { closePromise } from '../store/promises.ts'

/** Closes those that are open, and says what became of each. @returns the number of the command in history too; undefined where nothing was changed. */
export async function closePromises(
  session: Session,
  promises: readonly PromiseRecord[],
  action: 'done' | 'drop',
): Promise<{ readonly line: string; readonly command: number | undefined }> {
  const store = await session.store()
  const { value: closed, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    ({ db }) => {
      requireLive(
        db,
        promises.map(({ contact }) => contact.uid),
      )
      return promises.filter(({ uid }) =>
        closePromise(db, uid, action === 'done' ? 'done' : 'dropped', session.today),
      )
    },
  )
  const said = [
    ...(closed.length > 0 ? [`${action === 'done' ? 'Done' : 'Dropped'}: ${listTexts(closed)}.`] : []),
    ...promises
      .filter((promise) => !closed.includes(promise))
      .map((promise) => `${listTexts([promise])} was no longer open; nothing was changed.`),
  ]
  return { line: said.join(' '), command }
}

function listTexts(promises: readonly PromiseRecord[]): string {
  if (promises.length > 3) return plural(promises.length, 'promise')
  return promises.map(({ text, contact }) => `${safeText(text)} (${safeText(contact.name)})`).join('; ')
}
