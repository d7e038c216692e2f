/**
 * Headers are compared as words: `E-mail 2 - Value`, `Email2Value` and `e_mail_2_value` have the same words and the same number.
 */
import { wordsOf } from '../../domain/match-key.ts'

export interface HeaderWords {
  /** Without the numbers, `e mail` written together. */
  readonly words: readonly string[]
  /** The numbers in it, '' for none. */
  readonly number: string
}

/** No header of an address book is longer; what is, is text. */
const LONGEST = 100

export function headerWords(header: string): HeaderWords {
  if (header.length > LONGEST) return { words: [], number: '' }
  const apart = header
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replace(/(\p{L})(\d)/gu, '$1 $2')
    .replace(/(\d)(\p{L})/gu, '$1 $2')
  const all = wordsOf(apart)
  const words: string[] = []
  for (const word of all) {
    if (/^\d+$/.test(word)) continue
    if (words.at(-1) === 'e' && /^(?:mail|post)/.test(word)) words.pop()
    words.push(/^(?:mails?|post)$/.test(word) ? 'email' : word)
  }
  return { words, number: all.filter((word) => /^\d+$/.test(word)).join('.') }
}

/** The words as one key, under which two spellings of a header meet. */
export function headerPhrase(header: string): string {
  return headerWords(header).words.join(' ')
}
