/** Turns what was typed into employers or a contact, whichever is meant: `path navy`, `path grace`. */
import { lookUp, lookUpStrictly } from '../domain/look-up.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { type Candidate, UserError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { typedText } from '../render/typed-again.ts'
import type { Session } from '../session.ts'
import { findEmployers, isEmployer } from '../store/employers.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { emptyName, resolveOne } from './whom.ts'

type Meant =
  /** Their keys, see domain/organization-key.ts; at least one. */
  | { readonly employers: readonly string[]; readonly contact?: never }
  | { readonly contact: Candidate; readonly employers?: never }

/**
 * An employer by its whole name; else a contact, as everywhere; else employers by words of their names; else a contact by typo.
 * @throws UserError (no-match, ambiguous)
 */
export async function resolveWhomOrWhere(session: Session, words: readonly string[]): Promise<Meant> {
  const typed = words.join(' ')
  if (typed.trim() === '') throw emptyName()
  const { db } = await session.store()
  const key = organizationKeyOf(typed)
  const index = nameIndexOf(db)
  if (isEmployer(db, key)) {
    const [namesake] = index.byWholeName(nameKeyOf(typed))
    if (namesake !== undefined)
      session.notice(`${safeText(namesake.name)} is a contact too: netkeep ${session.verb} ${namesake.id}`)
    return { employers: [key] }
  }
  if (lookUpStrictly(typed, index).kind === undefined) {
    const employers = findEmployers(db, typed)
    if (employers.length > 0) return { employers }
    const { kind, nearest } = lookUp(typed, index)
    if (kind === undefined) throw nobody(typed, nearest)
  }
  return { contact: await resolveOne(session, words, 'read') }
}

function nobody(typed: string, nearest: readonly Candidate[]): UserError {
  const similar = nearest.map(({ name }) => name).join(', ')
  const again = typedText(typed)
  return new UserError(
    'no-match',
    `No employer and no contact matches "${typed}".${similar === '' ? '' : ` Similar: ${similar}.`}`,
    `Search: netkeep find ${again}   An employer, to hear when somebody joins it: netkeep watch ${again}`,
    nearest.length > 0 ? nearest : undefined,
  )
}
