/** Match keys: what of a name counts when names are compared. Case, diacritics, spacing and invisible characters do not. */

/** Letters that Unicode does not decompose, though people type them without their stroke; and the Greek sigma at the end of a word. */
const UNDECOMPOSED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ħ: 'h',
  ŧ: 't',
  ı: 'i',
  ŋ: 'n',
  ς: 'σ',
}
const PLAIN = /^[ -~]*$/
/** Text in Latin letters, with their accents beside them. */
const LATIN = /^[\u0300-\u036f -~\u00c0-\u024f]*$/

/** `text` without what does not count: NFKC, lower case, no diacritics, no invisible characters, single spaces. */
export function foldText(text: string): string {
  const visible = PLAIN.test(text) ? text.toLowerCase() : foldLetters(text)
  return visible.replace(/\s+/g, ' ').trim()
}

function foldLetters(text: string): string {
  return withoutMarks(text.normalize('NFKD').toLowerCase())
    .replace(/[ßæœøđðþłħŧıŋς]/g, (letter) => UNDECOMPOSED[letter] ?? letter)
    .normalize('NFC')
}

/**
 * The marks taken away are those shared between scripts (accents, joiners, variation selectors). Those that belong to one script, like
 * the vowel signs of Devanagari, are letters to its readers and stay; so do the Japanese voicing marks.
 * Latin letters, which bear none but accents, go the short way: expressions over classes of Unicode take a millisecond to build.
 */
function withoutMarks(decomposed: string): string {
  if (LATIN.test(decomposed)) return decomposed.replace(/[\u0300-\u036f]/g, '')
  return decomposed
    .replace(/[\p{Default_Ignorable_Code_Point}\p{Cf}]|(?!\s)\p{Cc}/gu, '')
    .replace(/(?![\u3099\u309a])\p{Script=Inherited}/gu, '')
}

/**
 * The words of a name, folded: letters and digits, with apostrophes dropped and anything else taken as a gap, so that
 * `O'Brien` is one word and `Jean-Luc` two. A name without a letter (an emoji) is one word as it is.
 */
export function wordsOf(name: string): readonly string[] {
  const folded = foldText(name)
  const words = PLAIN.test(folded)
    ? folded.replace(/['`]/g, '').match(/[a-z0-9]+/g)
    : folded.replace(/['’‘ʼ`]/g, '').match(/[\p{L}\p{N}\p{M}]+/gu)
  if (words !== null) return words
  return folded === '' ? [] : [folded]
}

/** The key under which two spellings of one name meet. Empty for a name nobody can see. */
export function nameKeyOf(name: string): string {
  return wordsOf(name).join(' ')
}

/** E-mail addresses are compared without case; other differences can be other people. */
export function emailKeyOf(email: string): string {
  return email.trim().toLowerCase()
}

/** Whether one typing slip (a letter missing, added, replaced, or two neighbours swapped) separates two different words. */
export function isOneTypoApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let start = 0
  while (start < short.length && short[start] === long[start]) start++
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1)
  if (short.slice(start + 1) === long.slice(start + 1)) return true
  return (
    short[start] === long[start + 1] &&
    short[start + 1] === long[start] &&
    short.slice(start + 2) === long.slice(start + 2)
  )
}
