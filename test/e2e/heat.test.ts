/** The calendar of `heat` on real terminals, through the built program. */
import { describe, expect } from 'vitest'
import { testWith } from '../shell/shells.ts'
import { createProgram, type Program } from './program.ts'
import { screenOf } from './tmux-screen.ts'

/** Touches in 2020, long past whatever day it is. */
async function withTouches(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper')
  await program.ok('add', 'Ada Lovelace')
  for (const [on, ...names] of [
    ['2020-01-01', 'grace'],
    ['2020-02-29', 'grace', 'ada'],
    ['2020-03-01', 'ada'],
    ['2020-12-31', 'grace'],
  ] as const)
    await program.ok('log', ...names, '--on', on)
  return program
}

describe('heat', () => {
  testWith('tmux')('stands on a terminal of 80 columns as it was meant', async () => {
    expect(await screenOf(await withTouches(), 80, 'heat', '--year', '2020')).toEqual([
      'Touches in 2020',
      '    Jan Feb Mar  Apr May  Jun Jul Aug  Sep Oct Nov  Dec',
      'Mon  ····················································',
      '     ····················································',
      'Wed ▒····················································',
      '    ····················································▒',
      'Fri ····················································',
      '    ········█···········································',
      '    ········▒···········································',
      '',
      'Touches a day:   · none   ▒ 1   █ 2',
      '5 touches on 4 days. Busiest day: 29 Feb 2020, with 2. Longest run: 2 days, 29',
      'Feb 2020 to 1 Mar 2020.',
    ])
  })

  testWith('tmux')('breaks no line of a terminal of 40 columns', async () => {
    expect(await screenOf(await withTouches(), 40, 'heat', '--year', '2020')).toEqual([
      'Touches in 2020',
      '    May  Jun Jul Aug  Sep Oct Nov  Dec',
      'Mon ····································',
      '    ····································',
      'Wed ····································',
      '    ···································▒',
      'Fri ···································',
      '    ···································',
      '    ···································',
      '',
      'Touches a day:   · none   ▒ 1   █ 2',
      '5 touches on 4 days. Busiest day: 29 Feb',
      '2020, with 2. Longest run: 2 days, 29',
      'Feb 2020 to 1 Mar 2020.',
      'These are the latest 36 of 53 weeks; 57',
      'columns have room for all.',
    ])
  })

  testWith('tmux')('leaves a column free between the weeks on one of 200', async () => {
    expect(await screenOf(await withTouches(), 200, 'heat', '--year', '2020')).toEqual([
      'Touches in 2020',
      '    Jan     Feb     Mar       Apr     May       Jun     Jul     Aug       Sep     Oct     Nov       Dec',
      'Mon   · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      '      · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      'Wed ▒ · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      '    · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ▒',
      'Fri · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      '    · · · · · · · · █ · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      '    · · · · · · · · ▒ · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · · ·',
      '',
      'Touches a day:   · none   ▒ 1   █ 2',
      '5 touches on 4 days. Busiest day: 29 Feb 2020, with 2. Longest run: 2 days, 29 Feb 2020 to 1 Mar 2020.',
    ])
  })
})
