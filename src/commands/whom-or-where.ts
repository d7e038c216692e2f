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
  /** Their keys, see domain/organization-key.ts; at least one. `whole` is that of the one whose whole name was typed. */
  | { readonly employers: readonly string[]; readonly whole?: string; readonly contact?: never }
  | { readonly contact: Candidate; readonly employers?: never; readonly whole?: never }

/**
 * An employer by its whole name; else a contact, as everywhere; else employers by words of their names; else a contact by typo; else the
 * same without a leading `to`.
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
    return { employers: [key], whole: key }
  }
  if (lookUpStrictly(typed, index).kind === undefined) {
    const employers = findEmployers(db, typed)
    if (employers.length > 0) return { employers }
    const { kind, nearest } = lookUp(typed, index)
    const [first = '', ...others] = words
    if (kind === undefined && others.length > 0 && TOWARDS.includes(first.toLowerCase()))
      return resolveWhomOrWhere(session, others)
    if (kind === undefined) throw nobody(typed, nearest)
  }
  return { contact: await resolveOne(session, words, 'read') }
}

/** Where nothing is called so, such a word before a name only says that it is one: `path to navy`. */
const TOWARDS: readonly string[] = ['to', 'into', 'at']

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
