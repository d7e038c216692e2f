import { describe, expect, test } from 'vitest'
import { renderBar, sparkline } from '../../src/render/pictures.ts'
import { createStyle, PIPED_STYLE } from '../../src/render/style.ts'

const { glyphs } = await createStyle(0, true)
const ascii = PIPED_STYLE.glyphs

describe('a sparkline', () => {
  test('is as high as each value, the greatest one full', () => {
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], glyphs)).toBe('·▁▂▃▄▅▆▇█')
    expect(sparkline([0, 1, 2, 3, 4, 5, 6, 7, 8], ascii)).toBe('._,:-=+*#')
  })

  test('shows whatever is above nothing', () => {
    expect(sparkline([1, 1000], glyphs)).toBe('▁█')
  })

  test('measures by another greatest value where one is given, and stays within it', () => {
    expect(sparkline([0.5, 1, 2], glyphs, 1)).toBe('▄██')
  })

  test('of nothing but zeros, and of no values', () => {
    expect(sparkline([0, 0], glyphs)).toBe('··')
    expect(sparkline([], glyphs)).toBe('')
  })
})

describe('a bar', () => {
  test('is as long as the part of the greatest, in eighths of a column', () => {
    expect(renderBar(8, 8, 4, glyphs)).toBe('████')
    expect(renderBar(4, 8, 4, glyphs)).toBe('██')
    expect(renderBar(5, 8, 4, glyphs)).toBe('██▌')
    expect(renderBar(5, 8, 4, ascii)).toBe('###')
  })

  test('of something has a mark, of nothing none', () => {
    expect(renderBar(1, 100_000, 10, glyphs)).toBe('▏')
    expect(renderBar(1, 100_000, 10, ascii)).toBe('#')
    expect(renderBar(0, 10, 10, glyphs)).toBe('')
    expect(renderBar(0, 0, 10, glyphs)).toBe('')
  })
})
