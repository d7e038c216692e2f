/** Arguments of the form WHO TEXT, as in `promise add grace send the paper`. */
import { lookUp, lookUpStrictly } from '../domain/look-up.ts'
import type { Candidate } from '../errors.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { resolveOne } from './whom.ts'

export interface WhoAndText {
  readonly contact: Candidate
  readonly text: string
}

/**
 * WHO is the longest run of words at the beginning that means a contact, the rest is the text; a last argument of several words
 * (quoted, that is) is all of the text. At least two words are given.
 * @throws UserError (no-match, ambiguous)
 */
export async function resolveWhoAndText(session: Session, words: readonly string[]): Promise<WhoAndText> {
  const index = nameIndexOf((await session.store()).db)
  const last = words.at(-1) ?? ''
  const most = words.length - 1
  // Beyond the first, words of a name are whole ones: in `grace hop on a call`, hop is no Hopper.
  const meansSomebody = (count: number, find: typeof lookUp): boolean => {
    const { kind } = find(words.slice(0, count).join(' '), index)
    return kind !== undefined && (count === 1 || kind !== 'prefix')
  }
  const lengths = /\s/.test(last.trim()) ? [most] : Array.from({ length: most }, (_, less) => most - less)
  const count =
    lengths.find((length) => meansSomebody(length, lookUpStrictly)) ??
    lengths.find((length) => meansSomebody(length, lookUp)) ??
    Math.min(...lengths)
  return {
    contact: await resolveOne(session, words.slice(0, count), 'write'),
    text: words.slice(count).join(' '),
  }
}
