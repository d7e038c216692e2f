import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalRelation, inverseOf, phraseOfRelation, RELATION_KINDS } from '../../src/domain/relation.ts'

const kinds = Object.keys(RELATION_KINDS)

test('every kind has an inverse among the kinds, and is the inverse of its inverse', () => {
  for (const kind of kinds) {
    expect(kinds).toContain(inverseOf(kind))
    expect(inverseOf(inverseOf(kind))).toBe(kind)
  }
})

test('who reports to somebody is managed by them; who is a mentor has a mentee; who is a client has a supplier', () => {
  expect(['reports-to', 'mentor', 'client', 'knows', 'family'].map(inverseOf)).toEqual([
    'manages',
    'mentee',
    'supplier',
    'knows',
    'family',
  ])
})

test('a kind of the user’s own is the same from both sides, whatever it is called', () => {
  for (const kind of ['bandmate', 'constructor', 'toString', '__proto__']) {
    expect(inverseOf(kind)).toBe(kind)
    expect(phraseOfRelation(kind)).toBe(`${kind} of`)
  }
})

test('is said in words', () => {
  expect(kinds.map(phraseOfRelation)).toEqual([
    'colleague of',
    'reports to',
    'manages',
    'mentor of',
    'mentee of',
    'client of',
    'supplier of',
    'family of',
    'partner of',
    'friend of',
    'knows',
  ])
})

test('told from either side a relation has one stored form, and keeps its meaning in it', () => {
  const uid = fc.constantFrom('1', '2', '3')
  fc.assert(
    fc.property(uid, fc.constantFrom(...kinds, 'bandmate'), uid, (a, kind, b) => {
      const stored = canonicalRelation({ a, kind, b })
      expect(canonicalRelation({ a: b, kind: inverseOf(kind), b: a })).toEqual(stored)
      expect(canonicalRelation(stored)).toEqual(stored)
      const turned = { a: stored.b, kind: inverseOf(stored.kind), b: stored.a }
      expect([stored, turned]).toContainEqual({ a, kind, b })
    }),
    { seed: 1 },
  )
})
