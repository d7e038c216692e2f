/** What contacts are compared by when duplicates are looked for. */
import { pointKeyOf } from './contact.ts'
import { nameKeyOf, wordsOf } from './match-key.ts'
import { type PhoneNumber, parsePhone, phoneKeyOf } from './phone-key.ts'

/** A contact as it is stored. */
export interface Comparable {
  readonly uid: string
  readonly name: string
  readonly aliases: readonly string[]
  readonly emails: readonly string[]
  readonly phones: readonly string[]
  readonly urls: readonly string[]
  readonly organization: string | null
  readonly location: string | null
  readonly birthday: string | null
  readonly touchpoints: number
  readonly isScheduled: boolean
  readonly isImported: boolean
}

export interface ComparedName {
  /** In any order they are the same name; sorted here. */
  readonly words: readonly string[]
  readonly key: string
  readonly isAlias: boolean
  readonly text: string
}

interface ComparedPhone {
  readonly key: string
  readonly number: PhoneNumber
  readonly value: string
}

/** A contact with the keys under which two spellings are the same. */
export interface Compared
  extends Pick<
    Comparable,
    'uid' | 'organization' | 'location' | 'birthday' | 'touchpoints' | 'isScheduled' | 'isImported'
  > {
  readonly names: readonly ComparedName[]
  readonly emails: readonly string[]
  readonly phones: readonly ComparedPhone[]
  readonly urls: readonly string[]
  /** Those of the URLs that are profiles on LinkedIn: everybody has one only. */
  readonly profiles: readonly string[]
  readonly organizationKey: string
  readonly placeKey: string
}

/** How many contacts have each key. */
export interface Counts {
  readonly names: ReadonlyMap<string, number>
  readonly emails: ReadonlyMap<string, number>
  readonly phones: ReadonlyMap<string, number>
  readonly urls: ReadonlyMap<string, number>
}

/** So many names of a contact, and so many of its addresses, are looked at: each is compared with each. */
const MOST_NAMES = 20
const MOST_POINTS = 100

export function prepare(contacts: readonly Comparable[]): {
  readonly compared: readonly Compared[]
  readonly counts: Counts
} {
  const compared = contacts.map(compare)
  const counts = {
    names: countKeys(compared, ({ names }) => names.map(({ key }) => key)),
    emails: countKeys(compared, ({ emails }) => emails),
    phones: countKeys(compared, ({ phones }) => phones.map(({ key }) => key)),
    urls: countKeys(compared, ({ urls }) => urls),
  }
  return { compared, counts }
}

function compare(contact: Comparable): Compared {
  const { uid, organization, location, birthday, touchpoints, isScheduled, isImported } = contact
  const urls = distinct(contact.urls.slice(0, MOST_POINTS).map((url) => pointKeyOf('url', url)))
  return {
    uid,
    organization,
    location,
    birthday,
    touchpoints,
    isScheduled,
    isImported,
    names: namesOf(contact),
    emails: distinct(contact.emails.slice(0, MOST_POINTS).map((email) => pointKeyOf('email', email))),
    phones: contact.phones.slice(0, MOST_POINTS).flatMap((value) => {
      const number = parsePhone(value)
      return number === undefined ? [] : [{ key: phoneKeyOf(number), number, value }]
    }),
    urls,
    profiles: urls.filter((url) => url.startsWith('linkedin.com/in/')),
    organizationKey: organizationKeyOf(organization ?? ''),
    placeKey: nameKeyOf(location ?? ''),
  }
}

function namesOf({ name, aliases }: Comparable): readonly ComparedName[] {
  const names = [name, ...aliases.slice(0, MOST_NAMES - 1)].map((text, index) => {
    const words = wordsOf(text).toSorted()
    return { words, key: words.join(' '), isAlias: index > 0, text }
  })
  return names.filter(
    ({ key }, index) => key !== '' && names.findIndex((other) => other.key === key) === index,
  )
}

/** Words that say what kind of company it is; some write them, some do not. */
const LEGAL_FORMS: ReadonlySet<string> = new Set(
  'ab ag as bv co company corp corporation gmbh inc kg limited llc llp ltd nv oy plc pty sa sarl se spa srl the'.split(
    ' ',
  ),
)

function organizationKeyOf(text: string): string {
  const words = wordsOf(text)
  const telling = words.filter((word) => !LEGAL_FORMS.has(word))
  return (telling.length === 0 ? words : telling).join(' ')
}

function countKeys(
  contacts: readonly Compared[],
  keysOf: (contact: Compared) => readonly string[],
): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const contact of contacts)
    for (const key of new Set(keysOf(contact))) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

function distinct(values: readonly string[]): readonly string[] {
  return values.length < 2 ? values : [...new Set(values)]
}
