import { describe, expect, test } from 'vitest'
import type { ImportedContact } from '../../src/domain/import-file.ts'
import { checkImported, chooseField, type FieldChoice } from '../../src/domain/import-merge.ts'

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
    expect(chooseField(mine, before, theirs, 'mine')).toBe(choice)
    expect(chooseField(mine, before, theirs, 'theirs')).toBe(preferred)
  })
})

describe('a row', () => {
  const row = (fields: Partial<ImportedContact>): ImportedContact => ({
    source: { file: 'Connections.csv', line: 2 },
    name: 'Ada Lovelace',
    organization: null,
    title: null,
    emails: [],
    phones: [],
    urls: [],
    metOn: null,
    ...fields,
  })
  const good = (fields: Partial<ImportedContact>) => checkImported([row(fields)]).good[0]

  test('loses the spaces around its values, and empty ones are none', () => {
    expect(
      good({
        name: ' Ada  Lovelace ',
        organization: ' Navy ',
        title: '  ',
        emails: [' a@x.org '],
        phones: [' 1 '],
      }),
    ).toEqual(row({ organization: 'Navy', emails: ['a@x.org'], phones: ['1'] }))
  })

  test.each([
    ['its address', { emails: ['ada.lovelace@x.org'], urls: ['x.org/in/king'] }, 'Ada Lovelace'],
    ['its profile', { urls: ['https://www.linkedin.com/in/ada-lovelace/?x=1'] }, 'Ada Lovelace'],
  ])('without a name is called after %s', (_, fields, name) => {
    expect(good({ name: '', ...fields })?.name).toBe(name)
  })

  test('with an impossible value is reported with its place and the reason, and the others stay', () => {
    const bad = row({ name: 'x'.repeat(501), source: { file: 'Connections.csv', line: 3 } })
    expect(checkImported([row({}), bad, row({ emails: ['nobody'] })])).toEqual({
      good: [row({})],
      bad: [
        {
          source: { file: 'Connections.csv', line: 3 },
          reason: 'The name is too long: 501 characters, where at most 500 fit',
        },
        { source: { file: 'Connections.csv', line: 2 }, reason: '"nobody" is not an e-mail address' },
      ],
    })
  })
})
