/** The pictures of `stats` on real terminals, through the built program. */
import { describe, expect } from 'vitest'
import { testWith } from '../shell/shells.ts'
import { createProgram, type Program } from './program.ts'
import { screenOf } from './tmux-screen.ts'

/** Touches in 2020, long past whatever day it is. */
async function withTouches(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', '山田', '--org', '山田商事', '--circle', 'close')
  await program.ok('add', 'Ada Lovelace', '--org', 'Acme', '--circle', 'wide')
  await program.ok('log', '山田', '--on', '2020-01-01', '--by', 'call')
  await program.ok('log', '山田', 'ada', '--on', '2020-02-29')
  await program.ok('log', 'ada', '--on', '2020-10-01', '--by', 'email')
  return program
}

describe('stats', () => {
  const wide = [
    '1 Jan 2020 to 31 Dec 2020, 52 weeks',
    '',
    '4 touches with 2 contacts: 0.1 a week, at most 2 (week of 24 Feb 2020).',
    '▄·······█······························▄·············',
    '0% warm today: 0 of 2 contacts with a cadence.',
    '██████··██████▄▄▄▄▄▄▄··················▄▄▄▄▄▄▄▄▄▄▄▄▄▄',
    '',
    'By channel',
    'call   ████████████████████████  1  25%',
    'email  ████████████████████████  1  25%',
    '2 touches without a channel',
    '',
    'By circle',
    'close  ████████████████████████  2  50%  1 contact, 0% warm',
    'wide   ████████████████████████  2  50%  1 contact, 0% warm',
    '',
    'Time: about 35 min for 3 touchpoints.',
  ]

  testWith('tmux').each([80, 200])('stands on a terminal of %i columns as it was meant', async (columns) => {
    expect(await screenOf(await withTouches(), columns, 'stats', '--year', '2020')).toEqual(wide)
  })

  testWith('tmux')('has the latest weeks on a terminal of 40 columns', async () => {
    expect(await screenOf(await withTouches(), 40, 'stats', '--year', '2020')).toEqual([
      '1 Jan 2020 to 31 Dec 2020, 52 weeks',
      '',
      '4 touches with 2 contacts: 0.1 a week,',
      'at most 2 (week of 24 Feb 2020).',
      '··························█·············',
      'the latest 40 weeks',
      '0% warm today: 0 of 2 contacts with a',
      'cadence.',
      '█▄▄▄▄▄▄▄··················▄▄▄▄▄▄▄▄▄▄▄▄▄▄',
      'the latest 40 weeks',
      '',
      'By channel',
      'call   ████████  1  25%',
      'email  ████████  1  25%',
      '2 touches without a channel',
      '',
      'By circle',
      'close  ████████  2  50%',
      'wide   ████████  2  50%',
      '',
      'Time: about 35 min for 3 touchpoints.',
    ])
  })

  testWith('tmux')('breaks no line of a terminal of 40 columns', async () => {
    const screen = await screenOf(await withTouches(), 40, 'stats', 'diversity', '--year', '2020')
    expect(screen.slice(0, screen.indexOf('Known for'))).toEqual([
      '1 Jan 2020 to 31 Dec 2020, 52 weeks: 4',
      'touches, 2 contacts',
      '',
      'Organizations: half of the touches go to',
      '1 of 2',
      'Acme           ████████  2   50%',
      '山田商事       ████████  2   50%',
      '',
      'Tags',
      'None yet. Type: netkeep tag ada +design',
      '',
      'Circles: half of the touches go to 1 of',
      '2',
      'close          ████████  2   50%',
      'wide           ████████  2   50%',
      '',
      'Interests',
      'None yet.',
      'Type: netkeep edit ada --interest chess',
      '',
    ])
  })
})
