import { describe, expect, test } from 'vitest'
import { findNamed } from '../../src/domain/named-by-words.ts'

const THINGS = ['PyCon', 'PyCon Italia 2026', 'Job club', 'Clubhouse', 'Zürich Meetup'].map((name) => ({
  name,
}))

function found(typed: string): readonly string[] {
  return findNamed(typed, THINGS).map(({ name }) => name)
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
    ['', []],
    [' ', []],
    ['job hop', []],
  ])('%j means %j', (typed, names) => {
    expect(found(typed)).toEqual(names)
  })

  test('a short beginning leaves its word to a longer one', () => {
    expect(findNamed('j john', [{ name: 'John Jones' }])).toHaveLength(1)
    expect(findNamed('john j', [{ name: 'Jones John' }])).toHaveLength(1)
    expect(findNamed('john j', [{ name: 'John' }])).toHaveLength(0)
  })
})
