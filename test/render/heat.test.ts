import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, epochDayOf } from '../../src/domain/calendar-date.ts'
import { heatOf, yearUntil } from '../../src/domain/heat.ts'
import { periodAt } from '../../src/domain/period.ts'
import { renderHeat } from '../../src/render/heat.ts'
import { createStyle, PIPED_STYLE } from '../../src/render/style.ts'

const SUNDAY = '2026-11-22' as CalendarDate
const style = await createStyle(0, true)

const day = (text: string): CalendarDate => text as CalendarDate

describe('the names of months', () => {
  const months = (year: string, width: number, today = SUNDAY): string | undefined => {
    const days = year === '' ? yearUntil(today) : periodAt('year', day(`${year}-01-01`))
    return renderHeat(heatOf(days, today, []), 'Touches', today, style, width)[1]
  }

  test('stand above the week of the first day, a column a week or two', () => {
    expect(months('2025', 80)).toBe('    Jan Feb Mar  Apr May Jun  Jul Aug  Sep Oct Nov  Dec')
    expect(months('2025', 109)).toBe(
      '    Jan     Feb     Mar       Apr     May     Jun       Jul     Aug       Sep     Oct     Nov       Dec',
    )
    expect(months('2025', 108)).toBe(months('2025', 80))
  })

  test('the first is left out where the next has no room beside it, the last where it would be cut', () => {
    expect(months('', 80)).toBe('      Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov')
    expect(months('', 80, day('2026-11-08'))).toBe(
      '    Nov Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov',
    )
    expect(months('', 57, day('2026-11-08'))).toBe('    Nov Dec Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct')
    expect(months('', 40)).toBe('      Apr May  Jun Jul Aug  Sep Oct Nov')
  })
})

describe('the calendar', () => {
  test('shows each day once, in its week and row, in the shade that the legend gives its count', () => {
    const touches = fc.dictionary(fc.nat(400).map(String), fc.integer({ min: 1, max: 25 }), {
      maxKeys: 200,
      size: 'max',
    })
    fc.assert(
      fc.property(touches, fc.integer({ min: 14, max: 200 }), fc.nat(6), (told, width, after) => {
        const today = addDays(SUNDAY, after)
        const counts = new Map(Object.entries(told).map(([ago, count]) => [addDays(today, -ago), count]))
        const heat = heatOf(
          yearUntil(today),
          today,
          [...counts].map(([on, count]) => ({ on, count })),
        )
        const picture = renderHeat(heat, 'Touches', today, PIPED_STYLE, width)
        expect(Math.max(...picture.slice(0, 9).map((line) => line.length))).toBeLessThanOrEqual(width)
        const shades = readLegend(picture)
        const weeks = Math.min(53, width - 4)
        const step = weeks * 2 - 1 <= width - 4 ? 2 : 1
        const monday = addDays(today, -((epochDayOf(today) + 3) % 7) - 7 * (weeks - 1))
        for (let index = 0; index < weeks * 7; index++) {
          const on = addDays(monday, index)
          const shown = (picture[2 + (index % 7)] ?? '')[4 + Math.floor(index / 7) * step] ?? ' '
          const count = counts.get(on) ?? 0
          expect([on, shown]).toEqual([on, on > today ? ' ' : shadeIn(shades, count)])
        }
      }),
    )
  })
})

type Shades = readonly (readonly [glyph: string, least: number, most: number])[]

/** `. none`, `+ 2 to 4` */
function readLegend(picture: readonly string[]): Shades {
  const text = picture.slice(10).join('   ')
  return [...text.matchAll(/(?<= {3})([.\-+*#]) (none|\d+)(?: to (\d+))?/g)].map(
    ([, glyph = '', least = '', most]) =>
      least === 'none' ? [glyph, 0, 0] : [glyph, Number(least), Number(most ?? least)],
  )
}

function shadeIn(shades: Shades, count: number): string | undefined {
  return shades.find(([, least, most]) => least <= count && count <= most)?.[0]
}
