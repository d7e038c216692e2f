/** Whether two names with one e-mail address can be those of one contact: many share the address of an office or a family. */
import { nameFromEmail } from './contact.ts'
import { nameKeyOf } from './match-key.ts'
import { nicknamesOf } from './nickname.ts'

/**
 * @param a, b name keys
 * @param email the address that both have
 */
export function canShareAddress(a: string, b: string, email: string): boolean {
  if (a === b) return true
  const guessed = nameKeyOf(nameFromEmail(email))
  if (a === guessed || b === guessed) return true
  const [left, right] = [a.split(' '), b.split(' ')]
  if (isPart(left, right) || isPart(right, left)) return true
  return isOneFirstName(left[0] ?? '', right[0] ?? '') || shareMoreThanFamily(left, right)
}

/** A word that stands last in both is the name of a family. */
function shareMoreThanFamily(a: readonly string[], b: readonly string[]): boolean {
  return a.some((word, at) => b.includes(word) && !(at === a.length - 1 && b.at(-1) === word))
}

/** All words of one name are in the other: a middle name, a title, another order. */
function isPart(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((word) => whole.includes(word))
}

/** Family names change: Ada Byron and Ada King are one. */
function isOneFirstName(a: string, b: string): boolean {
  if (a === b || nicknamesOf(a).has(b)) return true
  // No more than that: Joan and John, one letter apart, may be of one family.
  return (a.length === 1 || b.length === 1) && a.charAt(0) === b.charAt(0)
}
