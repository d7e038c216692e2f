/** The table and the pictures of `plan` on real terminals, through the built program. */
import { describe, expect } from 'vitest'
import { testWith } from '../shell/shells.ts'
import { createProgram, type Program } from './program.ts'
import { screenOf } from './tmux-screen.ts'

/** Somebody of each circle, whom nobody was in touch with yet. */
async function withContacts(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  await program.ok('circle', 'set', '友達', '2m')
  await program.ok('add', '山田太郎', '--circle', '友達')
  return program
}

/** The last day of the forecast is another one each day. */
const screen = async (columns: number): Promise<readonly string[]> =>
  (await screenOf(await withContacts(), columns, 'plan')).map((line) =>
    line.replace(/ on \d+ \w+( \d{4})?$/, ' on DAY'),
  )

describe('plan', () => {
  testWith('tmux')('stands on a terminal of 80 columns as it was meant', async () => {
    expect(await screen(80)).toEqual([
      'There is no pace yet to compare with.',
      'Your cadences ask for 3.4 touches a month; 15 minutes a day hold 65.2.',
      '',
      '                            asks a month',
      'inner  every 2w  1 contact           2.2  ████████████',
      'close  every 6w  1 contact           0.7  ████',
      '友達   every 2m  1 contact           0.5  ██▊',
      '',
      'With 65.2 reach-outs a month, as 15 minutes a day hold:',
      'cold: 0 today ············· 0 on DAY',
    ])
  })

  testWith('tmux')('breaks no line of a terminal of 40 columns', async () => {
    expect(await screen(40)).toEqual([
      'There is no pace yet to compare with.',
      'Your cadences ask for 3.4 touches a',
      'month; 15 minutes a day hold 65.2.',
      '',
      '                            asks a month',
      'inner  every 2w  1 contact           2.2',
      'close  every 6w  1 contact           0.7',
      '友達   every 2m  1 contact           0.5',
      '',
      'With 65.2 reach-outs a month, as 15',
      'minutes a day hold:',
      'cold: 0 today ······· 0 on DAY',
    ])
  })

  testWith('tmux')('has no wider table on one of 200', async () => {
    expect(await screen(200)).toEqual([
      'There is no pace yet to compare with.',
      'Your cadences ask for 3.4 touches a month; 15 minutes a day hold 65.2.',
      '',
      '                            asks a month',
      'inner  every 2w  1 contact           2.2  ████████████',
      'close  every 6w  1 contact           0.7  ████',
      '友達   every 2m  1 contact           0.5  ██▊',
      '',
      'With 65.2 reach-outs a month, as 15 minutes a day hold:',
      'cold: 0 today ············· 0 on DAY',
    ])
  })
})
