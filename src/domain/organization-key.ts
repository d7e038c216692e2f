/** The key under which two spellings of one organization meet: `Acme, Inc.` and `acme`. */
import { wordsOf } from './match-key.ts'

/** What follows a name only to say which kind of company it is. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh mbh ag kg kgaa ohg ug ev se sa sas sarl srl spa bv nv oy oyj ab as asa aps kft zrt sro pty pvt pte'.split(
    ' ',
  ),
)
/** Those that are written letter by letter too: `S.A.`. */
const SPELT_OUT: readonly string[] = ['s a s', 's r l', 's p a', 's r o', 'e v', 's a', 'b v', 'n v']

/** Empty for a name nobody can see. A name that is nothing but a legal form is itself. */
export function organizationKeyOf(name: string): string {
  const words = wordsOf(name)
  const [first = '', ...rest] = words[0] === 'the' && words.length > 1 ? words.slice(1) : words
  let key = [first, ...rest].join(' ')
  for (;;) {
    const end = SPELT_OUT.find((form) => key.endsWith(` ${form}`)) ?? lastWord(key)
    if (end === undefined) return key
    key = key.slice(0, -end.length - 1)
  }
}

/** Whether it can be an employer: a name of signs alone is a slip. */
export function isOrganization(name: string): boolean {
  return /[\p{L}\p{N}]/u.test(organizationKeyOf(name))
}

/** The last word, where it is a legal form and not all there is. */
function lastWord(key: string): string | undefined {
  const at = key.lastIndexOf(' ')
  const word = key.slice(at + 1)
  return at > 0 && LEGAL_FORMS.has(word) ? word : undefined
}
