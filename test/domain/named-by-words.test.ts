import { describe, expect, test } from 'vitest'
import { countNameWords, findByIdOrName } from '../../src/domain/named-by-words.ts'

const THINGS = ['PyCon', 'PyCon Italia 2026', 'Job club', 'Clubhouse', 'Zürich Meetup'].map((name) => ({
  name,
  uid: `uid of ${name}`,
}))

function found(typed: string): readonly string[] {
  return findByIdOrName(typed, THINGS).map(({ name }) => name)
}

describe('a thing named by words', () => {
  test.each([
    ['pycon', ['PyCon']],
    ['pycon 2026', ['PyCon Italia 2026']],
    ['2026 italia', ['PyCon Italia 2026']],
    ['py', ['PyCon', 'PyCon Italia 2026']],
    ['club', ['Job club']],
    ['clu', ['Job club', 'Clubhouse']],
    ['zurich', ['Zürich Meetup']],
    ['meet zur', ['Zürich Meetup']],
    ['job job', []],
    ['con', []],
    ['zürich meetup', ['Zürich Meetup']],
    ['\u001b[2J', []],
    ['', []],
    [' ', []],
    ['job hop', []],
  ])('%j means %j', (typed, names) => {
    expect(found(typed)).toEqual(names)
  })

  test('a short beginning leaves its word to a longer one', () => {
    expect(findByIdOrName('j john', [{ uid: '', name: 'John Jones' }])).toHaveLength(1)
    expect(findByIdOrName('john j', [{ uid: '', name: 'Jones John' }])).toHaveLength(1)
    expect(findByIdOrName('john j', [{ uid: '', name: 'John' }])).toHaveLength(0)
  })

  test('is meant by the end of its id before any name', () => {
    const things = [
      { uid: '0190-7000-8000-00000000abcdef', name: 'First' },
      { uid: '0190-7000-8000-000000000000', name: 'abcdef' },
    ]
    expect(findByIdOrName('ABCDEF', things).map(({ name }) => name)).toEqual(['First'])
  })

  test('has a name as long as a text only where it is all of it', () => {
    const name = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ')
    expect(findByIdOrName(name, [{ uid: '', name }])).toHaveLength(1)
    expect(findByIdOrName(`${name} more`, [{ uid: '', name }])).toHaveLength(0)
  })
})

test('the longest run of words names it, the rest is something else', () => {
  const things = ['Data Days', 'Days'].map((name) => ({ uid: '', name }))
  expect(countNameWords(['data', 'days', 'ada'], things)).toBe(2)
  expect(countNameWords(['data', 'ada', 'days'], things)).toBe(1)
  expect(countNameWords(['days', 'data'], things)).toBe(2)
  expect(countNameWords(['ada', 'days'], things)).toBe(1)
  expect(
    countNameWords(
      Array.from({ length: 5000 }, () => 'data'),
      things,
    ),
  ).toBe(1)
})
