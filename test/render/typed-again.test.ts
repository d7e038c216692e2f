import { describe, expect, test } from 'vitest'
import { typedAgain, typedText } from '../../src/render/typed-again.ts'

describe('a thing is typed again', () => {
  test.each([
    ['Board', true, 'Board'],
    ['Job club', true, "'Job club'"],
    ['王小明', true, "'王小明'"],
    ['Board', false, '3f2a1b'],
    ['-rf', true, '3f2a1b'],
    ['', true, '3f2a1b'],
    ['x\u001b[2J', true, '3f2a1b'],
    ['a\u202eb', true, '3f2a1b'],
    ['x'.repeat(24), true, 'x'.repeat(24)],
    ['x'.repeat(25), true, '3f2a1b'],
  ])('%j, surely meant: %s, as %s', (name, isSure, typed) => {
    expect(typedAgain({ name, id: '3f2a1b' }, isSure)).toBe(typed)
  })

  test.each([
    ['Acme Robotics', "'Acme Robotics'"],
    ['-rf', '-- -rf'],
  ])('a text without an id: %j as %s', (text, typed) => {
    expect(typedText(text)).toBe(typed)
  })
})
