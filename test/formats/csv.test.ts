import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type CsvTable,
  cellReader,
  findMisfit,
  findTable,
  hasColumn,
  parseCsv,
  quoteCell,
} from '../../src/formats/csv.ts'

const parse = (text: string) => parseCsv(text, 'x.csv')

test.each([
  ['LF', '\n'],
  ['CRLF', '\r\n'],
  ['CR', '\r'],
])('lines may end in %s, and those inside quotes count for the line numbers', (_, newline) => {
  const text = ['Name,Note', '"Ada","one', 'two', 'three"', '', 'Grace,four', ''].join(newline)
  expect(parse(text)).toEqual({
    records: [
      { line: 1, fields: ['Name', 'Note'] },
      { line: 2, fields: ['Ada', ['one', 'two', 'three'].join(newline)] },
      { line: 6, fields: ['Grace', 'four'] },
    ],
    bad: [],
  })
})

test('CRLF and LF may be mixed in one file', () => {
  expect(parse('Notes:\n\nName,Note\r\nAda,one\nGrace,"two"\r\nAlan,"three"').records).toEqual([
    { line: 1, fields: ['Notes:'] },
    { line: 3, fields: ['Name', 'Note'] },
    { line: 4, fields: ['Ada', 'one'] },
    { line: 5, fields: ['Grace', 'two'] },
    { line: 6, fields: ['Alan', 'three'] },
  ])
})

test('old spreadsheets end lines with CR and write LF inside cells', () => {
  expect(parse('Name,Note\rAda,"one\ntwo"\rGrace,three\r').records).toEqual([
    { line: 1, fields: ['Name', 'Note'] },
    { line: 2, fields: ['Ada', 'one\ntwo'] },
    { line: 4, fields: ['Grace', 'three'] },
  ])
})

test.each([',', ';', '\t'])('fields may be separated by %j', (separator) => {
  const text = [['Name', 'Note'].join(separator), ['Ada', '"a,b;c\td"'].join(separator)].join('\n')
  expect(parse(text).records.map((record) => record.fields)).toEqual([
    ['Name', 'Note'],
    ['Ada', 'a,b;c\td'],
  ])
})

test('commas inside the cells of a semicolon file separate nothing', () => {
  const text =
    'Dear user, note this, and this, please.\nName;City;Note\nAda;London;a, b, c, d, e\nAlan;Wilmslow;f, g\n'
  expect(parse(text).records.at(-1)).toEqual({ line: 4, fields: ['Alan', 'Wilmslow', 'f, g'] })
})

test('blank lines and lines of separators only are no records', () => {
  expect(parse('\n \nName,Note\n,\n\nAda,one\n\n').records).toEqual([
    { line: 3, fields: ['Name', 'Note'] },
    { line: 6, fields: ['Ada', 'one'] },
  ])
})

test('a quote that is never closed makes a bad row, and the rows above it are kept', () => {
  expect(parse('Name,Note\nAda,one\nGrace,"two\nAlan,three\n')).toEqual({
    records: [
      { line: 1, fields: ['Name', 'Note'] },
      { line: 2, fields: ['Ada', 'one'] },
    ],
    bad: [
      {
        source: { file: 'x.csv', line: 3 },
        reason: 'opens a quote that is never closed, so nothing below it could be read',
      },
    ],
  })
})

test('a quote in the middle of a quoted field makes a bad row, and the rows below it are kept', () => {
  expect(parse('Name,Note\n"Ada "Countess" Lovelace",one\nGrace,"say ""two"""\n')).toEqual({
    records: [
      { line: 1, fields: ['Name', 'Note'] },
      { line: 3, fields: ['Grace', 'say "two"'] },
    ],
    bad: [{ source: { file: 'x.csv', line: 2 }, reason: 'has a quote in the middle of a quoted field' }],
  })
})

test('a quote that takes the next rows into its field says how far', () => {
  expect(parse('Name,Note\n"Ada "Countess"",one\n"Grace",two\nAlan,three\n')).toEqual({
    records: [
      { line: 1, fields: ['Name', 'Note'] },
      { line: 4, fields: ['Alan', 'three'] },
    ],
    bad: [
      {
        source: { file: 'x.csv', line: 2 },
        reason: 'has a quote in the middle of a quoted field, which hides everything down to line 3',
      },
    ],
  })
})

test('a text without records is no error', () => {
  expect(parse('')).toEqual({ records: [], bad: [] })
})

test('quoted fields come back as they were written, each with its line', () => {
  const field = fc.string({ unit: fc.constantFrom('a', 'ß', '"', ',', ';', '\t', '\n', ' ') })
  const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field), { minLength: 1 }), (rows) => {
      // An unquoted word in front keeps rows from being blank.
      const text = rows.map(([a, b]) => `x,${quote(a)},${quote(b)}\n`).join('')
      let line = 1
      const records = rows.map(([a, b]) => {
        const record = { line, fields: ['x', a, b] }
        line += 1 + (a + b).split('\n').length - 1
        return record
      })
      expect(parse(text)).toEqual({ records, bad: [] })
    }),
  )
})

test('the header is found by its columns, whatever stands above it and however it is spelt', () => {
  const csv = parse('Notes: "x" and\n"a, b"\n\n FIRST name ,City, Last Name\nAda,London,Lovelace\n')
  const table = findTable(csv, ['First Name', 'Last Name'])
  expect(table?.rows).toEqual([{ line: 5, fields: ['Ada', 'London', 'Lovelace'] }])
  expect(table?.width).toBe(3)
})

test('bad rows above the header are notes, those below it are not', () => {
  const csv = parse('"a "note" x",x\nName,Note\n"a "name" y",y\n')
  expect(findTable(csv, ['Name'])?.bad.map((report) => report.source.line)).toEqual([3])
})

test('the 20th record may be the header, the 21st may not', () => {
  const below = (notes: number) => findTable(parse(`${'note\n'.repeat(notes)}Name,Note\n`), ['Name'])
  expect(below(19)?.rows).toEqual([])
  expect(below(20)).toBeUndefined()
})

const table = (text: string): CsvTable => {
  const found = findTable(parse(text), ['Name'])
  if (found === undefined) throw new Error('no header')
  return found
}

test('cells are read by column name, trimmed; a missing column or field is empty', () => {
  const read = table('note,NAME,x\n a , b \n')
  const [row] = read.rows
  expect(row && ['Note', 'name', 'x', 'y'].map((name) => cellReader(read, name)(row))).toEqual([
    'a',
    'b',
    '',
    '',
  ])
  expect([hasColumn(read, ' Note'), hasColumn(read, 'y')]).toEqual([true, false])
})

test('of two columns with the same name the first is read', () => {
  const read = table('Name,Note,note\na,b,c\n')
  expect(read.rows.map(cellReader(read, 'Note'))).toEqual(['b'])
})

test.each([
  ['a,b,c,d', undefined],
  ['a,b,c,d,,', undefined],
  ['a,b,c', undefined],
  ['a,b', 'has 2 fields where the header has 4'],
  ['a', 'has 1 field where the header has 4'],
  ['a,b,c,d,,e', 'has 6 fields where the header has 4'],
])('the row %s under four columns, the third needed: %s', (row, misfit) => {
  const read = table(`Name,B,C,D\n${row}\n`)
  expect(read.rows.map((found) => findMisfit(read, found, ['Name', 'C', 'not in this file']))).toEqual([
    misfit,
  ])
})

test('a cell in a message is cut at 40 characters', () => {
  expect(quoteCell('a'.repeat(40))).toBe(`"${'a'.repeat(40)}"`)
  expect(quoteCell('a'.repeat(41))).toBe(`"${'a'.repeat(39)}…"`)
})

test('millions of blank lines take no memory, and the line below them is told', () => {
  const before = process.memoryUsage().heapUsed
  const { records } = parse(`Name,Email\n${'\n'.repeat(2_000_000)}Ada,a@x.org\n`)
  expect(records.at(-1)).toEqual({ line: 2_000_002, fields: ['Ada', 'a@x.org'] })
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000)
})

test('more rows than fit into memory are refused in words', () => {
  expect(parse(`Name\n${'a\n'.repeat(250_000)}`).records).toHaveLength(250_001)
  expect(() => parse(`Name\n${'a\n'.repeat(250_001)}`)).toThrow(
    expect.objectContaining({
      message: '"x.csv" has more than 250,000 rows.',
      hint: 'Split it and import the parts.',
    }),
  )
})
