import { describe, expect, test } from 'vitest'
import { chooseField, type FieldChoice } from '../../src/domain/import-merge.ts'

describe('a field', () => {
  test.each<[string, string | null, string | null, string | null, FieldChoice, FieldChoice]>([
    // what, mine, before, theirs, choice, choice with --prefer theirs
    ['that was always the same stays', 'Navy', 'Navy', 'Navy', 'same', 'same'],
    ['of which the file says nothing stays', 'Navy', 'Navy', null, 'same', 'same'],
    ['of which the file says nothing stays, though edited', 'Harvard', 'Navy', null, 'same', 'same'],
    ['edited to what the file says now stays', 'Harvard', 'Navy', 'Harvard', 'same', 'same'],
    ['that is empty, never imported, is filled', null, null, 'Navy', 'follow', 'follow'],
    ['unchanged since the last import follows the file', 'Navy', 'Navy', 'Harvard', 'follow', 'follow'],
    ['edited by hand is kept against what the file always said', 'Univac', 'Navy', 'Navy', 'kept', 'follow'],
    ['edited by hand is kept against something new', 'Univac', 'Navy', 'Harvard', 'kept', 'follow'],
    ['typed by hand before any import is kept', 'Univac', null, 'Navy', 'kept', 'follow'],
    ['emptied by hand is kept empty', null, 'Navy', 'Navy', 'kept', 'follow'],
    ['emptied by hand is kept empty against something new', null, 'Navy', 'Harvard', 'kept', 'follow'],
    ['that is empty on both sides stays', null, 'Navy', null, 'same', 'same'],
  ])('%s', (_, mine, before, theirs, choice, preferred) => {
    const sides = { mine, before, ever: [before], theirs }
    expect(chooseField(sides, 'mine')).toBe(choice)
    expect(chooseField(sides, 'theirs')).toBe(preferred)
  })
})
