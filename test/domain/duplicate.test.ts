import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type DuplicatePair, findDuplicates, pairKeyOf } from '../../src/domain/duplicate.ts'
import type { Comparable } from '../../src/domain/duplicate-facts.ts'

function contact(uid: string, told: Partial<Comparable>): Comparable {
  return {
    uid,
    name: uid,
    aliases: [],
    emails: [],
    phones: [],
    urls: [],
    organization: null,
    location: null,
    birthday: null,
    touchpoints: 0,
    isScheduled: false,
    isImported: false,
    ...told,
  }
}

const find = (contacts: readonly Comparable[], minScore = 1, of?: string): readonly DuplicatePair[] =>
  findDuplicates(contacts, { notSame: new Set(), minScore, of })

/** The score of two contacts and the reasons; undefined where they are no pair. */
function judge(a: Partial<Comparable>, b: Partial<Comparable>): readonly [number, ...string[]] | undefined {
  const [pair] = find([contact('a', a), contact('b', b)])
  return pair === undefined ? undefined : [pair.score, ...pair.reasons.map(({ text }) => text)]
}

const navy = 'https://www.linkedin.com/in/grace'

describe('two contacts may be one', () => {
  test.each<[string, Partial<Comparable>, Partial<Comparable>, readonly [number, ...string[]]]>([
    [
      'by an e-mail address, in any case',
      { name: 'Grace Hopper', emails: ['Grace@Navy.mil'] },
      { name: 'Amazing', emails: ['grace@navy.mil'] },
      [80, 'same e-mail address grace@navy.mil'],
    ],
    [
      'more surely with the same name',
      { name: 'Grace Hopper', emails: ['grace@navy.mil'] },
      { name: 'Hopper, Grace', emails: ['grace@navy.mil'] },
      [97, 'same e-mail address grace@navy.mil', 'same name'],
    ],
    [
      'by a profile, however its URL is written',
      { name: 'Grace Hopper', urls: [navy] },
      { name: 'G. Hopper', urls: ['http://de.linkedin.com/in/Grace/?trk=x'] },
      [97, 'same page linkedin.com/in/grace', 'same name but for an initial'],
    ],
    [
      'by a phone number',
      { name: 'Grace Hopper', phones: ['+44 7700 900123'] },
      { name: 'Grace M. Hopper', phones: ['07700 900123'] },
      [84, 'same phone number +44 7700 900123', 'one name is a part of the other'],
    ],
    [
      'by a phone number under other names hardly: they may live together',
      { name: 'Grace Hopper', phones: ['+44 7700 900123'], organization: 'Navy' },
      { name: 'Vincent Foster', phones: ['07700 900123'], organization: 'Navy' },
      [45, 'same phone number +44 7700 900123'],
    ],
    ['by the same name', { name: 'Zoë O’Brien' }, { name: "o'brien zoe" }, [65, 'same name']],
    [
      'by an alias',
      { name: 'Ada Lovelace' },
      { name: 'Ada King', aliases: ['Ada Lovelace'] },
      [59, 'same name Ada Lovelace, an alias'],
    ],
    [
      'by a short form',
      { name: 'Bob Noyce' },
      { name: 'Robert Noyce' },
      [50, 'Bob and Robert can be one name'],
    ],
    [
      'by a short form and the employer',
      { name: 'Bob Noyce', organization: 'Intel' },
      { name: 'Robert Noyce', organization: 'Intel Corp.' },
      [65, 'Bob and Robert can be one name', 'same organization Intel'],
    ],
    ['by an initial', { name: 'J. Smith' }, { name: 'John Smith' }, [40, 'same name but for an initial']],
    [
      'by two initials',
      { name: 'J. R. Smith' },
      { name: 'John Ronald Smith' },
      [40, 'same name but for an initial'],
    ],
    [
      'by a name with a title',
      { name: 'Dr. Grace Hopper' },
      { name: 'Grace Hopper' },
      [40, 'one name is a part of the other'],
    ],
    [
      'by a name with an initial more',
      { name: 'Grace M. Hopper' },
      { name: 'Grace Hopper' },
      [55, 'one name is a part of the other'],
    ],
    ['by a slip', { name: 'Grace Hoper' }, { name: 'Grace Hopper' }, [35, 'names one letter apart']],
    [
      'by a slip, employer and place',
      { name: 'Grace Hoper', organization: 'Navy', location: 'Arlington' },
      { name: 'Grace Hopper', organization: 'The Navy', location: 'Arlington, Virginia' },
      [61, 'names one letter apart', 'same organization Navy', 'same location Arlington'],
    ],
    [
      'by name and birthday',
      { name: 'Grace Hopper', birthday: '1906-12-09' },
      { name: 'Grace Hopper', birthday: '--12-09' },
      [74, 'same name', 'same birthday 1906-12-09'],
    ],
    [
      'hardly with different birthdays',
      { name: 'Grace Hopper', birthday: '1906-12-09' },
      { name: 'Grace Hopper', birthday: '1990-01-02' },
      [26, 'same name', 'different birthdays'],
    ],
    [
      'hardly with two profiles on LinkedIn, even with one employer',
      { name: 'John Smith', organization: 'Navy', urls: ['https://www.linkedin.com/in/john'] },
      { name: 'John Smith', organization: 'Navy', urls: ['https://www.linkedin.com/in/john-2'] },
      [31, 'same organization Navy', 'same name', 'different LinkedIn profiles'],
    ],
    [
      'hardly by the mailbox of an office',
      { name: 'Grace Hopper', emails: ['info@navy.mil'] },
      { name: 'Alan Turing', emails: ['info@navy.mil'] },
      [15, 'same e-mail address info@navy.mil, which several may have'],
    ],
    [
      'hardly by the site of an employer',
      { name: 'Grace Hopper', urls: ['https://www.navy.mil/'] },
      { name: 'Alan Turing', urls: ['navy.mil'] },
      [15, 'same page navy.mil'],
    ],
    ['hardly by a first name alone', { name: 'Anna' }, { name: 'anna' }, [30, 'same name']],
  ])('%s', (_, a, b, expected) => {
    expect(judge(a, b)).toEqual(expected)
    expect(judge(b, a)?.[0]).toBe(expected[0])
  })

  test.each<[string, Partial<Comparable>, Partial<Comparable>]>([
    ['another first name', { name: 'John Smith' }, { name: 'Mary Smith' }],
    ['numbers instead of letters', { name: 'Contact 1' }, { name: 'Contact 2' }],
    ['names that share a short form', { name: 'Alexander Weber' }, { name: 'Alexandra Weber' }],
    ['a slip in a single word', { name: 'Anna' }, { name: 'Anne' }],
    ['the same employer, place and nothing else', { organization: 'Navy' }, { organization: 'Navy' }],
    ['emoji for names', { name: '🚢' }, { name: '⚓' }],
  ])('but not with %s', (_, a, b) => {
    expect(judge(a, b)).toBeUndefined()
  })
})

describe('of a pair', () => {
  test('the one with more touchpoints is to be kept, else the one with a cadence, else the one added by hand, else the older one', () => {
    const kept = (b: Partial<Comparable>, a: Partial<Comparable> = {}): string | undefined =>
      find([contact('a', { name: 'Ada Lovelace', ...a }), contact('b', { name: 'Ada Lovelace', ...b })])[0]?.a
    expect(kept({ touchpoints: 1 }, { isScheduled: true })).toBe('b')
    expect(kept({ isScheduled: true })).toBe('b')
    expect(kept({}, { isImported: true })).toBe('b')
    expect(kept({})).toBe('a')
  })

  test('nothing is heard once it was said to be two', () => {
    const contacts = ['a', 'b', 'c'].map((uid) => contact(uid, { name: 'Ada Lovelace' }))
    const pairs = findDuplicates(contacts, { notSame: new Set([pairKeyOf('b', 'a')]), minScore: 1 })
    expect(pairs.map(({ a, b }) => pairKeyOf(a, b))).toEqual(['a c', 'b c'])
  })
})

test('the likeliest pairs come first, each once', () => {
  const contacts = [
    contact('a', { name: 'Ada Lovelace', emails: ['ada@x.org'], phones: ['+44 20 7946 0100'] }),
    contact('b', { name: 'Ada Lovelace', emails: ['ada@x.org'], phones: ['+44 20 7946 0100'] }),
    contact('c', { name: 'Ada Lovelace' }),
    contact('d', { name: 'A. Lovelace' }),
  ]
  expect(find(contacts).map(({ a, b, score }) => [pairKeyOf(a, b), score])).toEqual([
    ['a b', 99],
    ['a c', 65],
    ['b c', 65],
    ['a d', 40],
    ['b d', 40],
    ['c d', 40],
  ])
  expect(find(contacts, 60)).toHaveLength(3)
  expect(find(contacts, 1, 'd').map(({ a, b }) => pairKeyOf(a, b))).toEqual(['a d', 'b d', 'c d'])
})

describe('what many share', () => {
  const many = (count: number, told: (index: number) => Partial<Comparable>): readonly Comparable[] =>
    Array.from({ length: count }, (_, index) => contact(`c${String(index).padStart(6, '0')}`, told(index)))

  test('says little: a switchboard, an address of all', () => {
    const office = many(5, (index) => ({
      name: `${'abcde'[index]}x ${'abcde'[index]}y`,
      phones: ['+1 555 0100 000'],
      emails: ['crew@navy.mil'],
    }))
    const pairs = find(office)
    expect(pairs).toHaveLength(10)
    expect(pairs[0]).toMatchObject({
      score: 28,
      reasons: [
        { kind: 'email', text: 'same e-mail address crew@navy.mil, which several may have' },
        { kind: 'phone', text: 'same phone number +1 555 0100 000, which several have' },
      ],
    })
  })

  test('a name of 20,000 contacts takes no longer than 20,000 names, and finds those with one employer', () => {
    const smiths = many(20_000, (index) => ({
      name: 'John Smith',
      organization: `Employer ${String.fromCharCode(97 + (index % 26))}${Math.floor(index / 2)}`,
    }))
    const twins = [contact('x', { name: 'John Smith', organization: 'Navy' })]
    const pairs = find([...smiths, ...twins, contact('y', { name: 'John Smith', organization: 'Navy' })], 50)
    expect(pairs.map(({ a, b }) => pairKeyOf(a, b))).toEqual(['x y'])
    expect(find(smiths).length).toBeLessThan(20_000)
    expect(find(smiths, 1, 'c000007')).toHaveLength(19_999)
  })

  test('a long text for a name is compared as a whole only', () => {
    const text = Array.from({ length: 200 }, (_, index) => `word${index}`).join(' ')
    expect(find([contact('a', { name: text }), contact('b', { name: `${text} more` })])).toEqual([])
    expect(find([contact('a', { name: text }), contact('b', { name: text })])).toHaveLength(1)
  })
})

test.each([
  ['can be reached before an empty one that was touched', { emails: ['ada@x.org'] }, { touchpoints: 9 }],
  ['has more touchpoints', { touchpoints: 2 }, { touchpoints: 1, isScheduled: true }],
  ['has a cadence', { isScheduled: true }, { location: 'London', birthday: '1815-12-10' }],
  ['more is known of', { location: 'London', isImported: true }, {}],
  ['was typed', {}, { isImported: true }],
])('of two, the one is kept that %s', (_, kept, other) => {
  for (const uids of ['ab', 'ba']) {
    const [one = '', two = ''] = uids
    const pair = find([contact(one, { name: 'Ada', ...kept }), contact(two, { name: 'Ada', ...other })])
    expect(pair).toMatchObject([{ a: one, b: two }])
  }
})

test('the order of contacts does not matter, nor who is asked about', () => {
  const names = [
    'Ada Lovelace',
    'A. Lovelace',
    'Ada Lovelac',
    'Ada King',
    'Bob Noyce',
    'Robert Noyce',
    'Rob Noyce',
  ]
  const told = fc.record({
    name: fc.constantFrom(...names),
    emails: fc.subarray(['a@x.org', 'b@x.org']),
    phones: fc.subarray(['+44 7700 900123', '07700 900123']),
    organization: fc.constantFrom(null, 'Navy'),
    birthday: fc.constantFrom(null, '1906-12-09', '--12-09', '1815-12-10'),
  })
  fc.assert(
    fc.property(fc.array(told, { minLength: 2, maxLength: 7 }), (all) => {
      const contacts = all.map((one, index) => contact(`c${index}`, one))
      const keyed = (pairs: readonly DuplicatePair[]): unknown =>
        pairs.map(({ a, b, score }) => [pairKeyOf(a, b), score])
      const pairs = find(contacts)
      expect(keyed(find(contacts.toReversed()))).toEqual(keyed(pairs))
      const ofFirst = pairs.filter(({ a, b }) => a === 'c0' || b === 'c0')
      expect(keyed(find(contacts, 1, 'c0'))).toEqual(keyed(ofFirst))
    }),
    { seed: 20_261_122, numRuns: 200 },
  )
})

test('of a contact with thousands of names and addresses the first are looked at', () => {
  const many = (what: string) => Array.from({ length: 20_000 }, (_, at) => `${what} Al Bo${at}`)
  const huge = (uid: string) =>
    contact(uid, {
      aliases: ['Grace Hopper', ...many(uid)],
      emails: many(uid).map((text) => `${text.replaceAll(' ', '.')}@x.org`),
    })
  const begun = performance.now()
  expect(find(['a', 'b', 'c'].map(huge)).map(({ score }) => score)).toEqual([59, 59, 59])
  expect(performance.now() - begun).toBeLessThan(1000)
})
