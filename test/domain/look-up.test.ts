import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lookUp, lookUpStrictly, type MatchKind } from '../../src/domain/look-up.ts'
import { isOneTypoApart, wordsOf } from '../../src/domain/match-key.ts'
import { bruteForceIndex, type KnownContact } from './brute-force-index.ts'

const uid = (suffix: string): string => `0192f0c1-0000-7000-8000-000000${suffix}`
const grace: KnownContact = {
  uid: uid('aaa111'),
  name: 'Grace Hopper',
  aliases: ['Amazing Grace'],
  emails: ['Grace@navy.mil'],
}
const graceMurray: KnownContact = { uid: uid('bbb222'), name: 'Grace Murray', lastTouchOn: '2026-11-01' }
const zoe: KnownContact = { uid: uid('ccc333'), name: "Zoë O'Brien-Smith" }
const jo: KnownContact = { uid: uid('ddd444'), name: 'Jo Ann Ann-Marie' }
const facade: KnownContact = { uid: uid('eee555'), name: 'Facade' }
const index = bruteForceIndex([grace, graceMurray, zoe, jo, facade])

const found = (typed: string): readonly [MatchKind | undefined, ...(readonly string[])] => {
  const { kind, matches } = lookUp(typed, index)
  return [kind, ...matches.map(({ name }) => name)]
}

describe('a typed name is looked up', () => {
  test.each<[string, string, MatchKind, readonly string[]]>([
    ['by the last six characters of the id', 'aaa111', 'id', ['Grace Hopper']],
    ['by more of the id', '8000-000000aaa111', 'id', ['Grace Hopper']],
    ['by the whole id', uid('aaa111'), 'id', ['Grace Hopper']],
    ['by an id in capitals', 'AAA111', 'id', ['Grace Hopper']],
    ['by e-mail address, in any case', 'GRACE@NAVY.MIL', 'email', ['Grace Hopper']],
    ['by whole name', 'Grace Hopper', 'name', ['Grace Hopper']],
    ['by whole name without case and diacritics', 'zoe obrien smith', 'name', ["Zoë O'Brien-Smith"]],
    ['by alias', 'amazing grace', 'name', ['Grace Hopper']],
    ['by exact words', 'hopper', 'words', ['Grace Hopper']],
    ['by exact words in any order', 'hopper grace', 'words', ['Grace Hopper']],
    ['by words of the name and of an alias together', 'amazing hopper', 'words', ['Grace Hopper']],
    [
      'by a word that several have: the most recently touched first',
      'grace',
      'words',
      ['Grace Murray', 'Grace Hopper'],
    ],
    ['by prefixes', 'hop', 'prefix', ['Grace Hopper']],
    ['by prefixes in any order', 'h gr', 'prefix', ['Grace Hopper']],
    ['by an exact word and a prefix', 'grace h', 'prefix', ['Grace Hopper']],
    ['by a typo', 'hoper', 'typo', ['Grace Hopper']],
    ['by a typo in one word and a prefix for another', 'gr hoper', 'typo', ['Grace Hopper']],
    ['by a typo in each word', 'garce hoper', 'typo', ['Grace Hopper']],
    ['by a typo in a folded word', 'obrein', 'typo', ["Zoë O'Brien-Smith"]],
    ['as a name where it could be an id but is none', 'facade', 'name', ['Facade']],
  ])('%s: %s', (_, typed, kind, names) => {
    expect(found(typed)).toEqual([kind, ...names])
  })

  test.each([
    ['a substring', 'oppe'],
    ['a typo in a word of three letters', 'zeo'],
    ['two typos in one word', 'hpoperr'],
    ['words of two contacts', 'hopper zoe'],
    ['a word more than the name has', 'grace hopper jr'],
    ['one word twice, where the name has it once', 'hopper hopper'],
    ['one word of the name for two prefixes', 'hopper hop'],
    ['five characters of an id', 'aa111'],
    ['an e-mail address of nobody', 'nobody@navy.mil'],
    ['a part of an e-mail address', 'navy.mil'],
    ['nothing', ''],
    ['blanks', '  '],
    ['invisible characters', '\u200b'],
  ])('%s finds nobody: %j', (_, typed) => {
    expect(found(typed)).toEqual([undefined])
  })

  test('a word that the name has twice may be typed twice', () => {
    expect(found('ann ann')).toEqual(['words', 'Jo Ann Ann-Marie'])
    expect(found('ann ann ann')).toEqual([undefined])
  })

  test('the surest way decides: an exact word hides prefixes and typos', () => {
    const ann = bruteForceIndex([
      { uid: '1', name: 'Ann' },
      { uid: '2', name: 'Anna' },
      { uid: '3', name: 'Ann Lee' },
      { uid: '4', name: 'Annb' },
    ])
    const names = (typed: string) => lookUp(typed, ann).matches.map(({ name }) => name)
    expect(names('ann')).toEqual(['Ann'])
    expect(names('lee ann')).toEqual(['Ann Lee'])
    expect(names('anna')).toEqual(['Anna'])
    expect(names('an')).toEqual(['Ann', 'Ann Lee', 'Anna', 'Annb'])
    expect(names('annc')).toEqual(['Ann', 'Ann Lee', 'Anna', 'Annb'])
  })

  test('at most ten contacts are offered', () => {
    const many = bruteForceIndex(
      Array.from({ length: 12 }, (_, number) => ({ uid: String(number), name: `Ada ${number}` })),
    )
    expect(lookUp('ada', many).matches).toHaveLength(10)
  })
})

test('a strict look-up takes no typo', () => {
  expect(lookUpStrictly('hoper', index)).toEqual({ kind: undefined, matches: [], nearest: [] })
  expect(lookUpStrictly('hop', index).kind).toBe('prefix')
})

describe('where nobody matches, similar names are suggested', () => {
  const nearest = (typed: string) => lookUp(typed, index).nearest.map(({ name }) => name)

  test.each([
    ['who has one of the words', 'grace zimmermann', ['Grace Murray', 'Grace Hopper']],
    ['who has one of the words with a typo', 'hoper zimmermann', ['Grace Hopper']],
    ['who begins alike', 'grant', ['Grace Murray', 'Grace Hopper']],
  ])('%s: %s', (_, typed, names) => {
    expect(nearest(typed)).toEqual(names)
  })

  test('nobody, where nothing is similar', () => {
    expect(nearest('xavier')).toEqual([])
    expect(nearest('xy')).toEqual([])
  })

  test('at most three', () => {
    const many = bruteForceIndex(
      Array.from({ length: 5 }, (_, number) => ({ uid: String(number), name: `Ada ${number}` })),
    )
    expect(lookUp('ada nobody', many).nearest).toHaveLength(3)
  })
})

const names = fc
  .array(fc.constantFrom('ada', 'anna', 'ann', 'jo', 'grace', 'hopper', 'hope', 'brian', 'bryan'), {
    minLength: 1,
    maxLength: 3,
  })
  .map((words) => words.join(' '))
const contacts = fc
  .array(names, { minLength: 1, maxLength: 6 })
  .map((list) => list.map((name, number): KnownContact => ({ uid: String(number), name })))

test('whoever is typed by whole name is found, in whatever order the words are', () => {
  fc.assert(
    fc.property(contacts, fc.nat(5), (known, which) => {
      const { uid: meant, name } = known[which % known.length] ?? { uid: '', name: '' }
      const reversed = [...wordsOf(name)].reverse().join(' ')
      const brute = bruteForceIndex(known)
      expect(lookUpStrictly(name, brute).matches.map((match) => match.uid)).toContain(meant)
      expect(lookUp(reversed, brute).kind).toMatch(/^(name|words)$/)
    }),
    { seed: 1, numRuns: 300 },
  )
})

test('whoever is found by typo has for each word typed one that begins so, or is a slip away from four letters or more', () => {
  fc.assert(
    fc.property(contacts, names, fc.nat(20), (known, name, at) => {
      const place = at % name.length
      const mistyped = name.slice(0, place) + name.slice(place + 1)
      const { kind, matches } = lookUp(mistyped, bruteForceIndex(known))
      if (kind !== 'typo') return
      for (const match of matches) {
        for (const word of wordsOf(mistyped)) {
          const reasons = wordsOf(match.name).filter(
            (have) => have.startsWith(word) || (word.length >= 4 && isOneTypoApart(word, have)),
          )
          expect(reasons).not.toEqual([])
        }
      }
    }),
    { seed: 1, numRuns: 500 },
  )
})
