import { describe, expect, test } from 'vitest'
import { widthOf } from '../../src/render/text-width.ts'
import { testWith } from '../shell/shells.ts'
import { createProgram, HAS_TERMINAL, type Program } from './program.ts'
import { screenOf } from './tmux-screen.ts'

/** Forty contacts who are cold, some with names of wide characters. */
async function withForty(): Promise<Program> {
  const program = createProgram()
  const names = Array.from({ length: 40 }, (_, index) =>
    index % 3 === 0 ? `水瀬 ${index}` : `Contact ${index}`,
  )
  await program.run(['add', '-', '--every', '3m'], { input: names.join('\n') })
  await program.ok('log', ...names, '--on', '2020-01-01')
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

describe('restart on a screen', () => {
  /** Days and how many start in a week depend on the day it is: names and bars do not. */
  const isWeek = (line: string): boolean => /^(?:this week|next week|\d+ \w{3})/.test(line)

  testWith('tmux')('stands as it was meant, at 40, 80 and 200 columns', async () => {
    const program = await withForty()
    for (const [columns, full] of [
      [40, /^next week +15 {2}\S+( \S+)*…$/],
      [80, /^next week +15 {2}██████████ {2}\S+( \S+)*…$/],
      [200, /^next week +15 {2}██████████ {2}(?:[^,]+, ){8}…$/],
    ] as const) {
      const screen = await screenOf(program, columns, 'restart', '--dry-run')
      expect(screen.filter((line) => widthOf(line) > columns)).toEqual([])
      expect(screen[0]).toMatch(/^40 contacts would start over \d weeks,/)
      expect(screen.filter(isWeek).filter((line) => full.test(line))).toHaveLength(1)
      expect(screen.slice(-2)).toEqual(['', 'Nothing was changed.'])
    }
  })
})
