import { describe, expect, test } from 'vitest'
import { findColumnMap, formatColumnMap, headerKey, parseColumnMap } from '../../src/domain/column-map.ts'

describe('a map of columns as typed', () => {
  test.each([
    ['name=Person', [{ field: 'name', column: 'Person' }]],
    [
      ' name = Full name , E-mail="E-mail 2" ',
      [
        { field: 'name', column: 'Full name' },
        { field: 'email', column: 'E-mail 2' },
      ],
    ],
    ['org="Company, ""Ltd"""', [{ field: 'org', column: 'Company, "Ltd"' }]],
    [
      'company=A,company=B',
      [
        { field: 'org', column: 'A' },
        { field: 'org', column: 'B' },
      ],
    ],
    ['phone=', [{ field: 'phone', column: '' }]],
    ['name=a=b', [{ field: 'name', column: 'a=b' }]],
  ])('%s', (text, map) => {
    expect(parseColumnMap(text)).toEqual(map)
  })

  test.each([
    ['', 'The map is empty.', 'Type it like --map name=Person,email="E-mail 2".'],
    ['name', '"name" maps nothing: there is no = in it.', 'Type it like --map name=Person,email="E-mail 2".'],
    [
      'shoes=Size',
      'There is no field "shoes" to map.',
      'The fields: name, first, middle, last, alias, email, phone, url, org, title, location, city, country, birthday, note, tag, interest, met-on, met-at.',
    ],
  ])('%j is refused', (text, message, hint) => {
    expect(() => parseColumnMap(text)).toThrow(expect.objectContaining({ code: 'usage', message, hint }))
  })
})

test('the same columns have one key, in any order and case', () => {
  expect(headerKey(['Name', ' E-Mail', ''])).toBe(headerKey(['e-mail', 'NAME']))
  expect(headerKey(['Name'])).not.toBe(headerKey(['Name', 'E-mail']))
})

test('a map comes back as it was stored; what is no map is none', () => {
  const map = parseColumnMap('name=Person,email=')
  expect(findColumnMap(formatColumnMap(map))).toEqual(map)
  for (const text of ['', '{}', '[]', '[["shoes","x"]]', '[["name",1]]', '[["name","x"],["shoes","y"]]'])
    expect(findColumnMap(text)).toBeUndefined()
})
