/** What `path` says behind the ways it found: what to type next, and which other employers may be meant. */
import { lookUpStrictly } from '../domain/look-up.ts'
import { wordsOf } from '../domain/match-key.ts'
import type { NamedContact, PathLine } from '../domain/path-line.ts'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { typedAgain, typedText } from '../render/typed-again.ts'
import { shortIdOf } from '../store/contact-list.ts'
import type { StaffIndex } from '../store/door-index.ts'
import type { Database } from '../store/driver.ts'
import { employerName, findEmployers } from '../store/employers.ts'
import { listIntroductions } from '../store/introductions.ts'
import { nameIndexOf } from '../store/name-index.ts'

/** What to type next for the best way; empty where there is none. An introduction to somebody known, or asked for already, needs no asking. */
export function sayNext(db: Database, lines: readonly PathLine[]): string {
  const [first, ...others] = lines[0]?.contacts ?? []
  if (first === undefined) return ''
  const target = others.at(-1)
  if (target === undefined) return `Before you write: netkeep brief ${typedFor(db, first)}`
  const isInTouch = lines.some(({ contacts }) => contacts.length === 1 && contacts[0]?.uid === target.uid)
  const isIntroduced = listIntroductions(db, { contact: target.uid }).some(
    ({ a, b }) => a.uid === target.uid && b === null,
  )
  return isInTouch || isIntroduced
    ? `Before you write: netkeep brief ${typedFor(db, target)}`
    : `Ask for it: netkeep intro ${typedFor(db, target)} --by ${typedFor(db, first)} --state offered`
}

/** The contact as it may be typed: by its first name or its whole one where that means nobody else. */
function typedFor(db: Database, { uid, name }: NamedContact): string {
  const index = nameIndexOf(db)
  const isSure = (typed: string): boolean => {
    const { matches } = lookUpStrictly(typed, index)
    return matches.length === 1 && matches[0]?.uid === uid
  }
  const [first = ''] = wordsOf(name)
  const sure = [first, name].find(isSure)
  return typedAgain({ name: sure ?? name, id: shortIdOf(db, uid) }, sure !== undefined)
}

/** More than these are not named. */
const MOST_OTHERS = 3

/** Of a whole name: the other employers that its words are found in, those with most contacts first. */
export function sayOthers(db: Database, key: string, index: StaffIndex): readonly string[] {
  return findEmployers(db, key)
    .filter((other) => other !== key)
    .map((other) => ({ name: employerName(db, other), staff: index.staffOf(other).length }))
    .filter(({ staff }) => staff > 0)
    .sort((a, b) => b.staff - a.staff)
    .slice(0, MOST_OTHERS)
    .map(
      ({ name, staff }) =>
        `Also: ${safeText(name)} (${plural(staff, 'contact')}): netkeep path ${safeText(typedText(name))}`,
    )
}
