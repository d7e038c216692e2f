import { describe, expect, test } from 'vitest'
import { renderTable, renderTsv } from '../../src/render/table.ts'
import { widthOf } from '../../src/render/text-width.ts'

describe('renderTable', () => {
  test('aligns columns by what is seen, two spaces apart, without spaces at the end', () => {
    const rows = [
      ['Grace', '5', 'Navy'],
      ['王小明', '12', ''],
      ['👨\u200d👩\u200d👧', '1', 'Zoë & Co'],
    ]
    expect(renderTable(rows, [{}, { align: 'right' }, {}], 80, '…')).toEqual([
      'Grace    5  Navy',
      '王小明  12',
      '👨\u200d👩\u200d👧       1  Zoë & Co',
    ])
  })

  test('a column without any text takes no place', () => {
    expect(
      renderTable(
        [
          ['a', '', 'b'],
          ['c', '', 'd'],
        ],
        [{}, {}, {}],
        80,
        '…',
      ),
    ).toEqual(['a  b', 'c  d'])
  })

  test('the last column that may shrink gives way first, down to its least width', () => {
    const row = ['a'.repeat(20), 'b'.repeat(20), 'c'.repeat(20)]
    const columns = [{ shrinksTo: 10 }, {}, { shrinksTo: 12 }]
    expect(renderTable([row], columns, 60, '…')).toEqual([
      `${'a'.repeat(20)}  ${'b'.repeat(20)}  ${'c'.repeat(15)}…`,
    ])
    expect(renderTable([row], columns, 50, '…')).toEqual([
      `${'a'.repeat(13)}…  ${'b'.repeat(20)}  ${'c'.repeat(11)}…`,
    ])
  })

  test('a column that gives way altogether leaves no mark and no gap', () => {
    const row = ['a'.repeat(40), 'b'.repeat(38), 'note']
    expect(renderTable([row], [{}, {}, { shrinksTo: 0 }], 80, '…')).toEqual([
      `${'a'.repeat(40)}  ${'b'.repeat(38)}`,
    ])
  })

  test('an extra column goes as a whole before another gives way', () => {
    const row = ['a'.repeat(20), 'b'.repeat(20), 'netkeep group log club']
    const columns = [{ shrinksTo: 10 }, {}, { isExtra: true }] as const
    expect(renderTable([row], columns, 66, '…')).toEqual([row.join('  ')])
    expect(renderTable([row], columns, 65, '…')).toEqual([`${'a'.repeat(20)}  ${'b'.repeat(20)}`])
  })

  test.each([60, 70, 80, 100, 120])('stays within %i columns', (width) => {
    const rows = [
      [
        'Priya Raghunathan-Subramaniam',
        '10 days overdue',
        'Bengaluru Institute of Technology',
        '+mentor +navy',
        'A long note about many things',
      ],
      [
        '水瀬 遥遥遥遥遥遥遥遥',
        'due today',
        '株式会社日本電気硝子',
        '+友',
        '長いメモ長いメモ長いメモ長いメモ',
      ],
    ]
    const columns = [{ shrinksTo: 16 }, {}, { shrinksTo: 10 }, { shrinksTo: 0 }, { shrinksTo: 0 }]
    for (const line of renderTable(rows, columns, width, '…'))
      expect(widthOf(line)).toBeLessThanOrEqual(width)
  })

  test('goes over the width rather than lose what may not shrink', () => {
    expect(renderTable([['a'.repeat(10), 'b'.repeat(10)]], [{}, {}], 10, '…')).toEqual([
      `${'a'.repeat(10)}  ${'b'.repeat(10)}`,
    ])
  })

  test('paints after padding, so that colours take no width', () => {
    const paint = (text: string, row: number): string => `<${row}${text}>`
    expect(
      renderTable(
        [
          ['a', 'x'],
          ['bb', 'y'],
        ],
        [{ paint }, {}],
        80,
        '…',
      ),
    ).toEqual(['<0a >  x', '<1bb>  y'])
  })

  test('of no rows is no lines', () => {
    expect(renderTable([], [{}], 80, '…')).toEqual([])
  })
})

describe('renderTsv', () => {
  test('is a line a record with a tab between fields, empty where there is nothing', () => {
    expect(
      renderTsv([
        ['a', 1, null],
        ['', 0, 'b'],
      ]),
    ).toBe('a\t1\t\n\t0\tb\n')
  })

  test('of nothing is nothing', () => {
    expect(renderTsv([])).toBe('')
  })
})
