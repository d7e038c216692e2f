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

/** N as far as a name alone tells it: the last word is the family's. */
export function partsOfName(name: string): string {
  const words = name.split(' ')
  const family = words.length > 1 ? (words.pop() ?? '') : ''
  return `${escapeText(family)};${escapeText(words.join(' '))};;;`
}

/** Whether N says no more than {@link partsOfName} makes of the name. */
export function isPlainName(value: string, name: string): boolean {
  const filled = splitEscaped(value, ';').map((part) => unescapeText(part.trim()))
  const plain = splitEscaped(partsOfName(name), ';').map((part) => unescapeText(part))
  return plain.every((part, at) => (filled[at] ?? '') === part) && filled.length <= plain.length
}

/** Whether N is still of that name: every word of the name stands in it, and its family and given name in the name. */
export function isNameOf(value: string, name: string): boolean {
  const nameWords = new Set(wordsOf(name))
  const allWords = new Set(wordsOf(nameOfParts(value)))
  const own = splitEscaped(value, ';')
    .slice(0, 2)
    .flatMap((part) => wordsOf(unescapeText(part)))
  return [...nameWords].every((word) => allWords.has(word)) && own.every((word) => nameWords.has(word))
}
