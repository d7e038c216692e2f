import { expect, test } from 'vitest'
import { nameKeyOf } from '../../src/domain/match-key.ts'
import { canShareAddress } from '../../src/domain/same-person.ts'

const canBeOne = (a: string, b: string, email = 'x@y.org'): boolean =>
  canShareAddress(nameKeyOf(a), nameKeyOf(b), email)

test.each([
  ['Ada Lovelace', 'ADA  LOVELACE'],
  ['Ada King', 'Ada Lovelace'],
  ['Grace Hopper', 'Grace Murray Hopper'],
  ['Hopper Grace', 'Grace Hopper'],
  ['Amazing Grace', 'Grace Hopper'],
  ['Robert Smith', 'Bob Smith'],
  ['J. Smith', 'John Smith'],
  ['Grace', 'Grace Hopper'],
])('%s and %s at one address can be one contact', (a, b) => {
  expect([canBeOne(a, b), canBeOne(b, a)]).toEqual([true, true])
})

test.each([
  ['Jane Roe', 'Bob Stone'],
  ['Ann Smith', 'Bob Smith'],
  ['Joan Doe', 'John Doe'],
  ['J. Smith', 'Ann Smith'],
])('%s and %s at one address are two', (a, b) => {
  expect([canBeOne(a, b), canBeOne(b, a)]).toEqual([false, false])
})

test('a name that was made of the address says nothing', () => {
  expect(canBeOne('Gmh', 'Grace Hopper', 'gmh@navy.mil')).toBe(true)
  expect(canBeOne('Gmh', 'Grace Hopper', 'office@navy.mil')).toBe(false)
})
