import { describe, expect, test } from 'vitest'
import { widthOf } from '../../src/render/text-width.ts'
import { createProgram, HAS_TERMINAL, type Program } from './program.ts'

/** Forty contacts who are cold, some with names of wide characters. */
async function withForty(): Promise<Program> {
  const program = createProgram()
  const names = Array.from({ length: 40 }, (_, index) =>
    index % 3 === 0 ? `水瀬 ${index}` : `Contact ${index}`,
  )
  await program.run(['add', '-', '--every', '1w'], { input: names.join('\n') })
  await program.ok('log', ...names, '--on', '2026-01-01')
  return program
}

describe.skipIf(!HAS_TERMINAL)('restart on a terminal', () => {
  test.each([
    ['C.UTF-8', 80, /^next week +15 {2}██████████/m],
    ['C', 80, /^next week +15 {2}##########/m],
    ['C.UTF-8', 40, /^next week +15 {2}\S/m],
  ])('in %s with %i columns draws lines that fit', async (locale, columns, picture) => {
    const program = await withForty()
    const line = `stty cols ${columns}; netkeep restart --dry-run; netkeep restart; netkeep due --count`
    const { stdout } = await program.onTerminal(line, [], { env: { LANG: locale, NO_COLOR: '1' } })
    const shown = stdout.replaceAll('\r', '').split('\n')
    expect(shown.filter((text) => widthOf(text) > columns)).toEqual([])
    expect(stdout).toMatch(picture)
    expect(stdout).toContain('40 contacts would start over')
    expect(shown).toContain('Nothing was changed.')
    expect(shown).toContain('Undo: netkeep undo')
    expect(shown.at(-2)).toBe('0')
  })
})
