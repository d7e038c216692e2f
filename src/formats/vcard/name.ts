/** Names: N's parts and what a card is called. */
import { wordsOf } from '../../domain/match-key.ts'
import { escapeText, splitEscaped, unescapeText } from './value-text.ts'

/** `family;given;additional;prefixes;suffixes` as it would be said: prefixes, given, additional, family, suffixes. */
export function nameOfParts(value: string, isQuotedPrintable = false): string {
  const [family = '', given = '', additional = '', prefixes = '', suffixes = ''] = splitEscaped(value, ';')
  return [prefixes, given, additional, family, suffixes]
    .flatMap((part) => splitEscaped(part, ','))
    .map((part) => unescapeText(part, isQuotedPrintable).trim())
    .filter((part) => part !== '')
    .join(' ')
}

/** Behind the comma of these stands no given name: `Ada Lovelace, PhD`. Without dots, in lower case. */
const SUFFIXES: ReadonlySet<string> = new Set(
  'jr sr ii iii iv phd md mba msc ma ba bsc dds dvm jd llm esq cpa pe rn mp obe cbe dr prof pmp cfa'.split(
    ' ',
  ),
)

/** N as far as a name alone tells it: the last word is the family's, or all that stands before a comma. */
export function partsOfName(name: string): string {
  const [family = '', given = '', ...more] = name.split(',').map((part) => part.trim())
  if (given === '' || family === '' || more.length > 0) return partsOfSpokenName(name, '')
  if (given.split(' ').every(isSuffix)) return partsOfSpokenName(family, given)
  return `${escapeText(family)};${escapeText(given)};;;`
}

function isSuffix(word: string): boolean {
  return SUFFIXES.has(word.replaceAll('.', '').toLowerCase())
}

function partsOfSpokenName(name: string, suffix: string): string {
  const words = name.split(' ')
  const family = words.length > 1 ? (words.pop() ?? '') : ''
  return `${escapeText(family)};${escapeText(words.join(' '))};;;${escapeText(suffix)}`
}

/** Whether N says no more than {@link partsOfName} makes of the name. */
export function isPlainName(value: string, name: string): boolean {
  const filled = splitEscaped(value, ';').map((part) => unescapeText(part.trim()))
  const plain = splitEscaped(partsOfName(name), ';').map((part) => unescapeText(part))
  return plain.every((part, at) => (filled[at] ?? '') === part) && filled.length <= plain.length
}

/**
 * Whether N is still of that name: every word of the name stands in it, and its family and given name in the name. An initial stands for
 * any word it begins.
 */
export function isNameOf(value: string, name: string): boolean {
  const nameWords = wordsOf(name)
  const allWords = wordsOf(nameOfParts(value))
  const own = splitEscaped(value, ';')
    .slice(0, 2)
    .flatMap((part) => wordsOf(unescapeText(part)))
  return isAmong(nameWords, allWords) && isAmong(own, nameWords)
}

function isAmong(words: readonly string[], others: readonly string[]): boolean {
  const all = new Set(others)
  const initials = new Set(others.filter((word) => word.length === 1))
  const begun = new Set(others.map((word) => word.charAt(0)))
  return words.every(
    (word) => all.has(word) || initials.has(word.charAt(0)) || (word.length === 1 && begun.has(word)),
  )
}

/** The parameter that a kept N has where it is not of its card's name: that name, in {@link nameWords}. Never written to a card. */
export const BESIDE_NAME = 'X-NETKEEP-BESIDE'

/** A name as far as it is compared. */
export function nameWords(name: string): string {
  return wordsOf(name).join(' ')
}
