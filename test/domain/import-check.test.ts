import { describe, expect, test } from 'vitest'
import { checkImported } from '../../src/domain/import-check.ts'
import { type ImportedContact, type ImportedPoint, importedContact } from '../../src/domain/import-file.ts'

const email = (value: string): ImportedPoint => ({ kind: 'email', value })
const url = (value: string): ImportedPoint => ({ kind: 'url', value })

describe('a row', () => {
  const row = (fields: Partial<ImportedContact>): ImportedContact =>
    importedContact({ source: { file: 'Connections.csv', line: 2 }, name: 'Ada Lovelace', ...fields })
  const good = (fields: Partial<ImportedContact>) => checkImported([row(fields)]).good[0]

  test('loses the spaces around its values, and empty ones are none', () => {
    expect(
      good({
        name: ' Ada  Lovelace ',
        organization: ' Navy ',
        title: '  ',
        points: [
          { kind: 'email', value: ' a@x.org ' },
          { kind: 'phone', value: ' 1 ', label: ' work ' },
        ],
      }),
    ).toEqual(
      row({
        organization: 'Navy',
        points: [
          { kind: 'email', value: 'a@x.org', label: null },
          { kind: 'phone', value: '1', label: 'work' },
        ],
      }),
    )
  })

  test.each([
    ['its address', [email('ada.lovelace@x.org'), url('x.org/in/king')], 'Ada Lovelace'],
    ['its profile', [url('https://www.linkedin.com/in/ada-lovelace/?x=1')], 'Ada Lovelace'],
  ])('without a name is called after %s', (_, points, name) => {
    expect(good({ name: '', points })?.name).toBe(name)
  })

  test('with more of something than anybody has keeps the first hundred, and the rest is told', () => {
    const many = Array.from({ length: 200_000 }, (_, at) => `t${at}`)
    const { good, bad, partial } = checkImported([row({ tags: many, aliases: many.slice(0, 100) })])
    expect(good).toEqual([row({ tags: many.slice(0, 100), aliases: many.slice(0, 100) })])
    expect(bad).toEqual([])
    expect(partial).toEqual([
      {
        source: { file: 'Connections.csv', line: 2 },
        reason: 'has 200,000 tags: all but the first 100 are left out',
      },
    ])
  })

  test('with an impossible value is reported with its place and the reason, and the others stay', () => {
    const bad = row({ name: 'x'.repeat(501), source: { file: 'Connections.csv', line: 3 } })
    expect(checkImported([row({}), bad, row({ points: [email('nobody')] })])).toEqual({
      good: [row({})],
      bad: [
        {
          source: { file: 'Connections.csv', line: 3 },
          reason: 'The name is too long: 501 characters, where at most 500 fit',
        },
        { source: { file: 'Connections.csv', line: 2 }, reason: '"nobody" is not an e-mail address' },
      ],
      partial: [],
    })
  })
})

const ADA = { source: { file: 'Connections.csv', line: 2 }, name: 'Ada Lovelace' }

test('a row that is right as it is, is not copied: of large files there is one row in memory', () => {
  const said = importedContact({
    ...ADA,
    points: [{ kind: 'email', value: 'ada@x.org', label: 'work' }],
    tags: ['math'],
  })
  expect(checkImported([said]).good[0]).toBe(said)
  expect(checkImported([importedContact({ ...ADA, tags: [' math '] })]).good[0]?.tags).toEqual(['math'])
})
