/** Which promises are meant: ids, or a contact with an open one. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { ID_SUFFIX, lookUpStrictly } from '../domain/look-up.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { type Candidate, UserError } from '../errors.ts'
import { describePromise } from '../render/promise-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { findPromisesByEnd, listPromises } from '../store/promises.ts'
import { resolveOne } from './whom.ts'

/** @throws UserError (no-match, ambiguous) */
export async function resolvePromises(
  session: Session,
  words: readonly string[],
  action: string,
  isMine: boolean | undefined,
): Promise<readonly PromiseRecord[]> {
  const { db } = await session.store()
  const byId = words.map((word) => findById(db, word))
  if (byId.every((promise) => promise !== undefined)) {
    return [...new Map(byId.map((promise) => [promise.uid, promise])).values()]
  }
  const odd = words.find((_, index) => byId[index] === undefined) ?? ''
  const isNobody = lookUpStrictly(words.join(' '), nameIndexOf(db)).kind === undefined
  if (isNobody && (ID_SUFFIX.test(odd) || byId.some((promise) => promise !== undefined)))
    throw new UserError(
      'no-match',
      `No promise and no contact has the id "${odd}"; nothing was changed.`,
      'See them: netkeep promise',
    )
  const contact = await resolveOne(session, words, 'write')
  const open = listPromises(db, { today: session.today, contact: contact.uid, isMine })
  const [first] = open
  if (first === undefined) throw noPromise(contact)
  if (open.length === 1) return [first]
  if (!session.isInteractive) throw severalPromises(session, contact, open, action)
  const prompter = await session.context.loadPrompter()
  const chosen = await prompter.select(
    `Which promise of ${safeText(contact.name)}?`,
    open.map((promise) => ({
      name: `${safeText(sayPromise(promise, session.today))} (${promise.id})`,
      value: promise,
    })),
  )
  return [chosen]
}

/** The one promise whose uid ends so. */
function findById(db: Database, word: string): PromiseRecord | undefined {
  if (!ID_SUFFIX.test(word)) return undefined
  const found = findPromisesByEnd(db, word.toLowerCase())
  return found.length === 1 ? found[0] : undefined
}

/** `you: send the paper, by 27 Nov`; as it was typed, not yet safe for a terminal. */
function sayPromise(promise: PromiseRecord, today: CalendarDate): string {
  const when = describePromise(promise, today)
  return `${promise.isMine ? 'you' : 'they'}: ${promise.text}${when === '' ? '' : `, ${when}`}`
}

function noPromise({ name, id }: Candidate): UserError {
  return new UserError(
    'no-match',
    `There is no open promise between you and ${name}; nothing was changed.`,
    `See them all: netkeep promise list --all   Make one: netkeep promise add ${id} "send the paper"`,
  )
}

function severalPromises(
  session: Session,
  contact: Candidate,
  promises: readonly PromiseRecord[],
  action: string,
): UserError {
  return new UserError(
    'ambiguous',
    `There are ${promises.length} open promises between you and ${contact.name}; nothing was changed.`,
    `Say which by its id: netkeep promise ${action} ${promises[0]?.id ?? 'ID'}`,
    promises.map((promise) => ({
      uid: promise.uid,
      id: promise.id,
      name: sayPromise(promise, session.today),
      organization: null,
    })),
  )
}
