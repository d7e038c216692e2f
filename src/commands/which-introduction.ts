/** Which introduction is meant: its id, or contacts in it. */
import { contactsOf, type IntroductionRecord } from '../domain/introduction.ts'
import { ID_SUFFIX, lookUpStrictly } from '../domain/look-up.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type Candidate, UserError } from '../errors.ts'
import { describeIntroduction } from '../render/introduction-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { findIntroductionsByEnd, listIntroductions } from '../store/introductions.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { resolveAll } from './whom.ts'

/**
 * Of the introductions with these contacts the one that is likely meant; where none is, one of them all.
 * @throws UserError (no-match, ambiguous)
 */
export async function resolveIntroduction(
  session: Session,
  words: readonly string[],
  isLikely: (introduction: IntroductionRecord) => boolean,
): Promise<IntroductionRecord> {
  const { db } = await session.store()
  const [word = ''] = words
  const isId = words.length === 1 && ID_SUFFIX.test(word)
  const found = isId ? findById(db, word) : undefined
  if (found !== undefined) return found
  if (isId && lookUpStrictly(word, nameIndexOf(db)).kind === undefined)
    throw new UserError(
      'no-match',
      `No introduction and no contact has the id "${word}"; nothing was changed.`,
      'See them: netkeep intro list',
    )
  const contacts = await resolveAll(session, words, 'write')
  const all = introductionsOf(db, contacts)
  const likely = all.filter(isLikely)
  const meant = likely.length > 0 ? likely : all
  const [first] = meant
  if (first === undefined) throw noIntroduction(contacts)
  return meant.length === 1 ? first : choose(session, words, contacts, meant)
}

/** The one introduction whose uid ends so. */
function findById(db: Database, word: string): IntroductionRecord | undefined {
  const found = findIntroductionsByEnd(db, word.toLowerCase())
  return found.length === 1 ? found[0] : undefined
}

/** Those in which all of them are. */
function introductionsOf(db: Database, contacts: readonly Candidate[]): readonly IntroductionRecord[] {
  const [first, ...others] = contacts
  if (first === undefined) return []
  return listIntroductions(db, { contact: first.uid }).filter((introduction) => {
    const uids = contactsOf(introduction).map(({ uid }) => uid)
    return others.every(({ uid }) => uids.includes(uid))
  })
}

async function choose(
  session: Session,
  words: readonly string[],
  contacts: readonly Candidate[],
  introductions: readonly IntroductionRecord[],
): Promise<IntroductionRecord> {
  const names = contacts.map(({ name }) => name)
  if (!session.isInteractive)
    throw new UserError(
      'ambiguous',
      `There are ${introductions.length} introductions of ${names.join(' and ')}; nothing was changed.`,
      `Say which by its id: ${typedWithId(session, words, introductions[0]?.id ?? 'ID')}`,
      introductions.map((introduction) => ({
        uid: introduction.uid,
        id: introduction.id,
        name: describeIntroduction(introduction, session.today),
        organization: null,
      })),
    )
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    `Which introduction of ${listNames(names)}?`,
    introductions.map((introduction) => ({
      name: `${safeText(describeIntroduction(introduction, session.today))} (${introduction.id})`,
      value: introduction,
    })),
  )
}

/** The whole line, with an id in place of the contacts; the id alone where options stand among them. */
function typedWithId(session: Session, words: readonly string[], id: string): string {
  const line = `${session.typed} `
  const named = ` ${words.map(quoteWord).join(' ')} `
  return line.includes(named) ? line.replace(named, () => ` ${id} `).trimEnd() : id
}

function noIntroduction(contacts: readonly Candidate[]): UserError {
  const names = contacts.map(({ name }) => name).join(' and ')
  const ids = contacts.map(({ id }) => id)
  return new UserError(
    'no-match',
    `There is no introduction of ${names}; nothing was changed.`,
    `See them all: netkeep intro list   Make one: netkeep intro ${ids.length > 1 ? ids.join(' ') : `${ids[0] ?? 'ada'} WHO`}`,
  )
}

/** Of another command that ran at the same time. @param what became of what was typed. */
export function introductionGone(what: string): UserError {
  return new UserError(
    'no-match',
    `That introduction was removed a moment ago; ${what}.`,
    'See what happened: netkeep history',
  )
}
