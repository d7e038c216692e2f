/** Names as directories sort them, with the family name first: `Wirth, Niklaus (ETH)`. */

/** What stands behind a name and is no given name. */
const TITLES = wordSet(
  'jr sr ii iii iv phd dphil md dds dvm jd llm llb mba msc bsc ma ba bs ms meng beng edd esq cpa cfa pmp rn pe obe mbe cbe dr prof mag dipl ing',
)
/** What companies write behind theirs. */
const COMPANIES = wordSet(
  'inc incorporated llc llp lp ltd limited plc corp corporation co company gmbh mbh ag se kg ohg ug ev eg sa sas sarl srl spa sl bv nv ab asa oy oyj aps kk pty pte foundation',
)
/** Nobody has more given names; more words are something else. */
const MOST_WORDS = 4
const GIVEN_NAMES = /^[\p{L}\p{M}'’. -]+$/u

/**
 * `Niklaus Wirth` of `Wirth, Niklaus (ETH)`: where there is one comma, and given names behind it. `Hopper, PhD`, `Acme, Inc.`, names with
 * several commas and all others stay as they are.
 */
export function turnedName(name: string): string {
  const [family = '', given = '', ...more] = withoutBrackets(name).split(',', 3)
  if (more.length > 0 || !/\p{L}/u.test(family) || !GIVEN_NAMES.test(given) || isAside(family, given))
    return name
  const words = given.split(' ').filter((word) => word !== '')
  const end = words.findLastIndex((word) => !TITLES.has(keyOf(word))) + 1
  if (end === 0 || words.length > MOST_WORDS || words.some((word) => COMPANIES.has(keyOf(word)))) return name
  return [...words.slice(0, end), family.trim(), ...words.slice(end)].join(' ')
}

/** Where somebody works, behind the name. */
function withoutBrackets(name: string): string {
  const text = name.trim()
  const open = text.endsWith(')') ? text.lastIndexOf('(') : -1
  return open > 0 ? text.slice(0, open) : text
}

/** Small letters behind a name with a capital go on with a sentence. */
function isAside(family: string, given: string): boolean {
  return /^\p{Lu}/u.test(family.trim()) && /^\p{Ll}/u.test(given.trim())
}

function keyOf(word: string): string {
  return word.replaceAll('.', '').toLowerCase()
}

function wordSet(words: string): ReadonlySet<string> {
  return new Set(words.split(' '))
}
