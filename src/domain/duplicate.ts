/** Contacts that may be one: pairs, each with a score and the reasons for it. */
import { candidatePairs } from './duplicate-candidates.ts'
import { type Comparable, type Compared, type Counts, prepare } from './duplicate-facts.ts'
import { compareNames, type NameLikeness } from './name-likeness.ts'
import { isSamePhone } from './phone-key.ts'

/** What speaks for (or, the last two, against) two contacts being one. */
type DuplicateReasonKind =
  | 'email'
  | 'phone'
  | 'url'
  | NameLikeness['kind']
  | 'organization'
  | 'location'
  | 'birthday'
  | 'other-birthday'
  | 'other-profile'

export interface DuplicateReason {
  readonly kind: DuplicateReasonKind
  /** `same e-mail address ada@x.org`. */
  readonly text: string
}

/** Two contacts that may be one. Of the two, `a` is the one to keep. */
export interface DuplicatePair {
  readonly a: string
  readonly b: string
  /** 0 to 100. */
  readonly score: number
  /** What weighs most comes first, what speaks against it last. */
  readonly reasons: readonly DuplicateReason[]
}

/** Pairs below this are not worth a question unless it is asked for. */
export const USUAL_SCORE = 50

export interface DuplicateOptions {
  /** Keys (see {@link pairKeyOf}) of pairs that were said to be two. */
  readonly notSame: ReadonlySet<string>
  readonly minScore: number
  /** Only pairs with this contact. */
  readonly of?: string | undefined
}

/** The same for both orders. */
export function pairKeyOf(a: string, b: string): string {
  return a < b ? `${a} ${b}` : `${b} ${a}`
}

/** The pairs, the likeliest first. Takes time in proportion to the contacts, however many share a name or a number. */
export function findDuplicates(
  contacts: readonly Comparable[],
  { notSame, minScore, of }: DuplicateOptions,
): readonly DuplicatePair[] {
  const { compared, counts } = prepare(contacts)
  const found: DuplicatePair[] = []
  for (const [first, second] of candidatePairs(compared, of)) {
    const pair = judge(first, second, counts)
    if (pair.score >= minScore && !notSame.has(pairKeyOf(pair.a, pair.b))) found.push(pair)
  }
  return found.sort((a, b) => b.score - a.score || (pairKeyOf(a.a, a.b) < pairKeyOf(b.a, b.b) ? -1 : 1))
}

/** A reason for, and how sure it alone would make: 0 to 1. */
interface Evidence extends DuplicateReason {
  readonly weight: number
}

/** An address or number that more contacts have says little: that of an office, a family, a switchboard. */
const MOST_SHARERS = 3

function judge(a: Compared, b: Compared, counts: Counts): DuplicatePair {
  const name = compareNames(a.names, b.names, counts.names)
  const hasOtherProfile = isAnotherProfile(a, b)
  const hasOtherBirthday =
    a.birthday !== null && b.birthday !== null && !isSameBirthday(a.birthday, b.birthday)
  const reached = [
    ...sameEmails(a, b, counts, name),
    ...samePhones(a, b, counts, name),
    ...sameUrls(a, b, counts),
  ]
  const named: readonly Evidence[] =
    name === undefined ? [] : [{ ...name, weight: hasOtherProfile ? name.weight * 0.2 : name.weight }]
  const told = [...sameBirthday(a, b), ...(name === undefined ? [] : circumstances(a, b))]
  const evidence = [...reached, ...named, ...told].sort((x, y) => y.weight - x.weight)
  const sure = 1 - evidence.reduce((doubt, { weight }) => doubt * (1 - weight), 1)
  const against: readonly DuplicateReason[] = [
    ...(hasOtherBirthday ? [{ kind: 'other-birthday', text: 'different birthdays' } as const] : []),
    ...(hasOtherProfile ? [{ kind: 'other-profile', text: 'different LinkedIn profiles' } as const] : []),
  ]
  const [kept, other] = isKeptBefore(a, b) ? [a, b] : [b, a]
  return {
    a: kept.uid,
    b: other.uid,
    score: Math.round(100 * sure * (hasOtherBirthday ? 0.4 : 1) * (hasOtherProfile ? 0.8 : 1)),
    reasons: [...evidence.map(({ kind, text }) => ({ kind, text })), ...against],
  }
}

/**
 * One that can be reached is kept before one that cannot, whichever of them was touched. Else where the user has put more into one of them,
 * that one: touchpoints, a cadence; else the one of which more is known, the one that was typed, the one that was there first.
 */
function isKeptBefore(a: Compared, b: Compared): boolean {
  if (canReach(a) !== canReach(b)) return canReach(a)
  if (a.touchpoints !== b.touchpoints) return a.touchpoints > b.touchpoints
  if (a.isScheduled !== b.isScheduled) return a.isScheduled
  if (countKnown(a) !== countKnown(b)) return countKnown(a) > countKnown(b)
  if (a.isImported !== b.isImported) return b.isImported
  return a.uid < b.uid
}

function canReach({ emails, phones, urls }: Compared): boolean {
  return emails.length + phones.length + urls.length > 0
}

function countKnown({ emails, phones, urls, organization, location, birthday }: Compared): number {
  const fields = [organization, location, birthday].filter((field) => field !== null)
  return emails.length + phones.length + urls.length + fields.length
}

function sameEmails(a: Compared, b: Compared, counts: Counts, name: unknown): readonly Evidence[] {
  return shared(a.emails, b.emails).map((email) => {
    const isOffice = isRoleAddress(email) || (counts.emails.get(email) ?? 0) > MOST_SHARERS
    const text = `same e-mail address ${email}${isOffice ? ', which several may have' : ''}`
    return { kind: 'email', text, weight: isOffice ? 0.15 : name === undefined ? 0.8 : 0.9 }
  })
}

/** Who shares a number under other names shares a household or an office. */
function samePhones(a: Compared, b: Compared, counts: Counts, name: unknown): readonly Evidence[] {
  const pair = a.phones.flatMap((phone) => {
    const other = b.phones.find(({ key, number }) => key === phone.key && isSamePhone(number, phone.number))
    return other === undefined ? [] : [phone]
  })[0]
  if (pair === undefined) return []
  const isOffice = (counts.phones.get(pair.key) ?? 0) > MOST_SHARERS
  const text = `same phone number ${pair.value}${isOffice ? ', which several have' : ''}`
  return [{ kind: 'phone', text, weight: isOffice ? 0.15 : name === undefined ? 0.45 : 0.65 }]
}

function sameUrls(a: Compared, b: Compared, counts: Counts): readonly Evidence[] {
  return shared(a.urls, b.urls).map((url) => {
    // The page of an employer, not of somebody.
    const isOffice = !url.includes('/') || (counts.urls.get(url) ?? 0) > MOST_SHARERS
    return { kind: 'url', text: `same page ${url}`, weight: isOffice ? 0.15 : 0.95 }
  })
}

function sameBirthday(a: Compared, b: Compared): readonly Evidence[] {
  if (a.birthday === null || b.birthday === null || !isSameBirthday(a.birthday, b.birthday)) return []
  const isWhole = !a.birthday.startsWith('--') && !b.birthday.startsWith('--')
  return [{ kind: 'birthday', text: `same birthday ${a.birthday}`, weight: isWhole ? 0.4 : 0.25 }]
}

function isSameBirthday(a: string, b: string): boolean {
  return a.startsWith('--') || b.startsWith('--') ? a.slice(-5) === b.slice(-5) : a === b
}

/** What colleagues and neighbours share too: it counts for names that are alike only. */
function circumstances(a: Compared, b: Compared): readonly Evidence[] {
  const isColleague = a.organizationKey !== '' && a.organizationKey === b.organizationKey
  return [
    ...(isColleague
      ? [{ kind: 'organization', text: `same organization ${a.organization}`, weight: 0.3 } as const]
      : []),
    ...(isSamePlace(a.placeKey, b.placeKey)
      ? [{ kind: 'location', text: `same location ${a.location}`, weight: 0.15 } as const]
      : []),
  ]
}

/** `Berlin` and `Berlin, Germany`. */
function isSamePlace(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a === b || a.startsWith(`${b} `) || b.startsWith(`${a} `))
}

function isAnotherProfile(a: Compared, b: Compared): boolean {
  return a.profiles.length > 0 && b.profiles.length > 0 && shared(a.profiles, b.profiles).length === 0
}

/** Mailboxes of a place rather than of somebody. */
const ROLES: ReadonlySet<string> = new Set([
  ...[
    'info',
    'office',
    'contact',
    'kontakt',
    'hello',
    'hallo',
    'mail',
    'post',
    'team',
    'admin',
    'support',
    'sales',
  ],
  ...[
    'service',
    'press',
    'presse',
    'jobs',
    'hr',
    'billing',
    'accounts',
    'help',
    'noreply',
    'no-reply',
    'enquiries',
  ],
  ...[
    'reception',
    'secretary',
    'sekretariat',
    'webmaster',
    'postmaster',
    'marketing',
    'events',
    'family',
    'familie',
  ],
])

function isRoleAddress(email: string): boolean {
  return ROLES.has(email.slice(0, email.indexOf('@')))
}

function shared(a: readonly string[], b: readonly string[]): readonly string[] {
  return a.filter((value) => b.includes(value))
}
