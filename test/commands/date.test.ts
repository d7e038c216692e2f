import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On 22 November 2026: Ada's birthday without its year is in 18 days. */
async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'none')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'none', '--birthday', '--12-10')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  return netkeep
}

describe('date add', () => {
  test.each([
    [
      ['grace', 'birthday', '--on', '9 Dec 1906', '--notice', '14'],
      'Grace Hopper, birthday: 9 Dec 1906, every year, next in 17 days (9 Dec), 14 days of notice.',
    ],
    [
      ['grace', 'Birthday', '--on', '9 Dec'],
      'Grace Hopper, birthday: 9 Dec, every year, next in 17 days (9 Dec).',
    ],
    [
      ['alan', 'work anniversary', '--on', '2016-11-22'],
      'Alan Turing, work anniversary: 22 Nov 2016, every year, next today.',
    ],
    [['alan', 'name day', '--on=--11-23'], 'Alan Turing, name day: 23 Nov, every year, next tomorrow.'],
    [
      ['alan', 'first', 'day', 'at', 'Harvard', '--on', '2027-01-11'],
      'Alan Turing, first day at Harvard: 11 Jan 2027, in 50 days (11 Jan 2027).',
    ],
    [['alan', 'talk', '--on', 'friday'], 'Alan Turing, talk: 27 Nov 2026, in 5 days (27 Nov).'],
    [['alan', 'talk', '--on', 'fri 27 Nov', '--once'], 'Alan Turing, talk: 27 Nov 2026, in 5 days (27 Nov).'],
    [
      ['alan', 'gala', '--on', '2026-12-01', '--yearly'],
      'Alan Turing, gala: 1 Dec 2026, every year, next in 9 days (1 Dec).',
    ],
    [['alan', 'prize', '--on', '2026-11-01', '--once'], 'Alan Turing, prize: 1 Nov 2026.'],
    [
      ['alan', 'leap', '--on', '29 Feb 2024'],
      'Alan Turing, leap: 29 Feb 2024, every year, next in 98 days (28 Feb 2027).',
    ],
  ])('%j: %s', async (args, said) => {
    const netkeep = await withThree()
    expect(await netkeep.run('date', 'add', ...args)).toEqual({
      exitCode: 0,
      stdout: `${said} Undo: netkeep undo\n`,
      stderr: '',
    })
  })

  test('says the same on a terminal, and with --json prints the date', async () => {
    const netkeep = await withThree()
    expect((await netkeep.onTerminal(['date', 'add', 'alan', 'talk', '--on', 'friday'])).stdout).toBe(
      'Alan Turing, talk: 27 Nov 2026, in 5 days (27 Nov). Undo: netkeep undo\n',
    )
    const { uid } = await netkeep.json('show', 'grace')
    expect(await netkeep.json('date', 'add', 'grace', 'anniversary', '--on', '24 Nov 2015')).toEqual({
      contact: 'Grace Hopper',
      contactUid: uid,
      label: 'anniversary',
      date: '2015-11-24',
      yearly: true,
      on: '2026-11-24',
      past: false,
      years: 11,
      notice: 3,
    })
  })

  test('of the same name changes the date, in any case of letters; undo brings back what it was', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'anniversary', '--on=--11-25')
    await netkeep.ok('date', 'add', 'alan', 'Anniversary', '--on=--11-24')
    expect(await netkeep.json('date', 'list', 'alan')).toMatchObject([
      { label: 'Anniversary', date: '--11-24' },
    ])
    await netkeep.ok('undo')
    expect(await netkeep.json('date', 'list', 'alan')).toMatchObject([
      { label: 'anniversary', date: '--11-25' },
    ])
  })

  test('of a birthday is the birthday that show and edit have', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'grace', 'birthday', '--on', '9 Dec 1906')
    expect((await netkeep.json('show', 'grace')).birthday).toBe('1906-12-09')
  })

  test('what is known already is not written again', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'anniversary', '--on=--11-25')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.ok('date', 'add', 'alan', 'anniversary', '--on', '25 Nov')).toBe(
      'Alan Turing, anniversary: that is known already; nothing was changed.\n',
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each([
    [['grace', 'birthday', '--on', '9 Dec', '--once'], 'A birthday comes every year.', 'Leave out --once.'],
    [
      ['grace', 'birthday', '--on', '2027-01-01'],
      '"2027-01-01" is not a birthday.',
      'Write it like 1906-12-09 or 9 Dec 1906; like --12-09 or 9 Dec without the year.',
    ],
    [
      ['grace', 'day', '--on=--02-30'],
      '"--02-30" is not a day of any year.',
      'Write it like --12-09, or 9 Dec.',
    ],
    [
      ['grace', 'day', '--on', 'friday', '--notice', '367'],
      '"367" is not a number of days from 0 to 366.',
      'Type: --notice 7',
    ],
    [
      ['grace', 'day', '--on', 'friday', '--once', '--yearly'],
      "Option '--yearly' cannot be used with option '--once'.",
      'See: netkeep date --help',
    ],
  ])('%j is refused: %s', async (args, message, hint) => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('date', 'add', ...args)).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(`netkeep: ${message}`, hint),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('date list', () => {
  test('on a terminal has the nearest first, in words; in a pipe with all there is to tell', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'grace', 'birthday', '--on', '9 Dec 1906', '--notice', '14')
    await netkeep.ok('date', 'add', 'alan', 'work anniversary', '--on', '24 Nov 2025')
    await netkeep.ok('date', 'add', 'alan', 'first day at Harvard', '--on', '2027-01-11')
    expect((await netkeep.onTerminal(['date'])).stdout).toBe(
      lines(
        'Alan Turing   work anniversary, 1 year  in 2 days (24 Nov)',
        'Grace Hopper  birthday, turns 120       in 17 days (9 Dec)',
        'Ada Lovelace  birthday                  in 18 days (10 Dec)',
        'Alan Turing   first day at Harvard      in 50 days (11 Jan 2027)',
      ),
    )
    const rows = lines(
      'Alan Turing\twork anniversary\t2026-11-24\t2025-11-24\tyearly\t1\t3',
      'Grace Hopper\tbirthday\t2026-12-09\t1906-12-09\tyearly\t120\t14',
      'Ada Lovelace\tbirthday\t2026-12-10\t--12-10\tyearly\t\t3',
      'Alan Turing\tfirst day at Harvard\t2027-01-11\t2027-01-11\tonce\t\t3',
    )
    expect(await netkeep.ok('date', 'list')).toBe(rows)
    expect(await netkeep.json('date')).toMatchObject([
      { label: 'work anniversary' },
      { label: 'birthday', date: '1906-12-09', notice: 14, years: 120 },
      { label: 'birthday', date: '--12-10', years: null },
      { label: 'first day at Harvard', yearly: false },
    ])
  })

  test('of one contact has those that are past too', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'prize', '--on', '2026-11-01', '--once')
    await netkeep.ok('date', 'add', 'alan', 'talk', '--on', 'friday')
    expect((await netkeep.onTerminal(['date', 'list', 'alan'])).stdout).toBe(
      lines('Alan Turing  talk   in 5 days (27 Nov)', 'Alan Turing  prize  21 days ago (1 Nov)'),
    )
    expect((await netkeep.onTerminal(['date'])).stdout).not.toContain('prize')
  })

  test('--ahead says how far to look, --limit how many to show', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'talk', '--on', 'friday')
    expect(await netkeep.ok('date', 'list', '--ahead', '5d')).toBe(
      'Alan Turing\ttalk\t2026-11-27\t2026-11-27\tonce\t\t3\n',
    )
    expect(await netkeep.ok('date', 'list', '--ahead', '4d')).toBe('')
    expect((await netkeep.onTerminal(['date', 'list', '--limit', '1'])).stdout).toBe(
      lines('Alan Turing  talk  in 5 days (27 Nov)', 'and 1 more: --limit 0'),
    )
    expect((await netkeep.run('date', '--ahead', 'x')).exitCode).toBe(2)
  })

  test('of nothing says on a terminal how to add one', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect((await netkeep.onTerminal(['date'])).stdout).toBe(
      'No dates yet. Add one: netkeep date add grace birthday --on "9 Dec"\n',
    )
    expect((await netkeep.onTerminal(['date', 'list', 'grace'])).stdout).toBe('No dates of theirs yet.\n')
    expect(await netkeep.run('date')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('date')).toEqual([])
  })

  test('29 February is kept on the 28th in years without one', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'leap', '--on=--02-29')
    const days: string[] = []
    for (const today of ['2027-02-01', '2028-02-01', '2028-02-29']) {
      netkeep.today = today
      days.push((await netkeep.json('date', 'list', 'alan'))[0].on)
    }
    expect(days).toEqual(['2027-02-28', '2028-02-29', '2028-02-29'])
  })
})

describe('date remove', () => {
  test('takes a date away, a birthday too; undo brings it back', async () => {
    const netkeep = await withThree()
    await netkeep.ok('date', 'add', 'alan', 'first day at Harvard', '--on', '2027-01-11')
    expect(await netkeep.run('date', 'remove', 'alan', 'First Day at Harvard')).toEqual({
      exitCode: 0,
      stdout: 'Removed first day at Harvard (11 Jan 2027) of Alan Turing. Undo: netkeep undo\n',
      stderr: '',
    })
    expect((await netkeep.onTerminal(['date', 'remove', 'ada', 'birthday'])).stdout).toBe(
      'Removed birthday (10 Dec, every year) of Ada Lovelace. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('date')).toEqual([])
    await netkeep.ok('undo', '2')
    expect(await netkeep.json('date')).toHaveLength(2)
    expect(await netkeep.json('date', 'remove', 'ada', 'birthday')).toMatchObject({ label: 'birthday' })
  })

  test('of none names those there are, and nothing is written', async () => {
    const netkeep = await withThree()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('date', 'remove', 'ada', 'anniversary')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: Ada Lovelace has no date called "anniversary"; nothing was changed.',
        'There is: birthday',
      ),
    })
    expect(await netkeep.run('date', 'remove', 'alan', 'birthday')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: Alan Turing has no date called "birthday"; nothing was changed.',
        'See all dates: netkeep date',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})
