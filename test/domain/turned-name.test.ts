import { expect, test } from 'vitest'
import { turnedName } from '../../src/domain/turned-name.ts'

test.each([
  ['Wirth, Niklaus (ETH)', 'Niklaus Wirth'],
  ['Müller, Jürgen', 'Jürgen Müller'],
  ['von Neumann, John', 'John von Neumann'],
  ['García Márquez, Gabriel José', 'Gabriel José García Márquez'],
  ["O'Brien,Jean-Luc", "Jean-Luc O'Brien"],
  ['King, Martin Luther Jr.', 'Martin Luther King Jr.'],
  ['Schmidt, Dr. Hans', 'Dr. Hans Schmidt'],
  ['Wirth, N. (ETH, Zürich)', 'N. Wirth'],
  ['wirth, niklaus', 'niklaus wirth'],
])('%s is %s', (name, turned) => {
  expect(turnedName(name)).toBe(turned)
})

test.each([
  'Niklaus Wirth',
  'Niklaus Wirth (ETH)',
  'Hopper, PhD',
  'Hopper, Ph.D.',
  'Smith, Jr.',
  'Acme, Inc.',
  'Johnson, Acme GmbH',
  'Hopper, Grace, PhD',
  'Ada, Grace, Alan',
  'Room 5, Floor 2',
  'Sales, please do not answer',
  'Support, Who Answers All Of It',
  ', Ada',
  'Ada,',
  '',
])('%j stays as it is', (name) => {
  expect(turnedName(name)).toBe(name)
})
