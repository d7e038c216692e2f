/** What `due` says besides contacts: promises and dates. */
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

/** On 22 November: Grace is cold; Ada is owed something since the 20th, has her birthday tomorrow and a date next week; Alan owes. */
async function withReminders(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-01')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--every', '1w')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'none', '--tag', 'poet', '--birthday', '1990-11-23')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', '2026-11-20')
  await netkeep.ok('promise', 'add', 'alan', 'lend the tape', '--theirs', '--on', '2026-11-22')
  await netkeep.ok('promise', 'add', 'alan', 'call', '--on', '2026-11-25')
  await netkeep.ok('promise', 'add', 'alan', 'visit some day')
  await netkeep.ok('date', 'add', 'ada', 'gala', '--on', '2026-11-28')
  netkeep.today = '2026-11-22'
  return netkeep
}

/** Of each line of a pipe the last field and the name. */
async function kindsIn(netkeep: Netkeep, ...args: readonly string[]): Promise<readonly string[]> {
  const rows = (await netkeep.ok('due', ...args)).split('\n').slice(0, -1)
  return rows.map((row) => `${row.split('\t').at(-1)}: ${row.split('\t')[1]}`)
}

describe('promises and dates in due', () => {
  test('stand in sections of their own on a terminal', async () => {
    const netkeep = await withReminders()
    const [paper, tape] = await netkeep.json('promise')
    expect((await netkeep.onTerminal(['due'])).stdout).toBe(
      lines(
        'Grace Hopper  14 days overdue  not yet in touch',
        '',
        'Promises',
        `Ada Lovelace  you: send the paper  2 days overdue  ${paper.id}`,
        `Alan Turing   they: lend the tape  due today       ${tape.id}`,
        '',
        'Dates',
        'Ada Lovelace  birthday, turns 36  tomorrow',
      ),
    )
  })

  test('are lines of the same fields in a pipe, below the contacts', async () => {
    const netkeep = await withReminders()
    const [paper, tape] = await netkeep.json('promise')
    const { id } = await netkeep.json('show', 'grace')
    const rows = lines(
      `${id}\tGrace Hopper\t\t\t\t\t2026-11-08\t14\tcold`,
      `${paper.id}\tAda Lovelace\t\t\t\tsend the paper\t2026-11-20\t2\tpromise`,
      `${tape.id}\tAlan Turing\t\t\t\tlend the tape\t2026-11-22\t0\ttheir promise`,
      '\tAda Lovelace\t\t\t\tbirthday, turns 36\t2026-11-23\t-1\tdate',
    )
    expect(await netkeep.ok('due')).toBe(rows)
    expect((await netkeep.onTerminal(['due', '--plain'])).stdout).toBe(rows)
  })

  test('are not in --json, --count and --exit-code: those are of contacts only', async () => {
    const netkeep = await withReminders()
    expect((await netkeep.json('due')).map(({ name }: { name: string }) => name)).toEqual(['Grace Hopper'])
    expect(await netkeep.ok('due', '--count')).toBe('1\n')
    await netkeep.ok('log', 'grace')
    expect(await netkeep.json('due')).toEqual([])
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
    expect((await netkeep.run('due', '--exit-code')).exitCode).toBe(0)
    expect(await kindsIn(netkeep)).toHaveLength(3)
  })

  test('stand there when nobody is due', async () => {
    const netkeep = await withReminders()
    await netkeep.ok('log', 'grace')
    const { stdout } = await netkeep.onTerminal(['due'])
    expect(stdout.split('\n').slice(0, 3)).toEqual([
      'Nobody is cold or due today. Next: Grace Hopper on 29 Nov (in 7 days).',
      '',
      'Promises',
    ])
  })

  test('--ahead looks ahead for them too, but not for promises without a day', async () => {
    const netkeep = await withReminders()
    expect(await kindsIn(netkeep, '--ahead', '3d')).toEqual([
      'cold: Grace Hopper',
      'promise: Ada Lovelace',
      'their promise: Alan Turing',
      'promise: Alan Turing',
      'date: Ada Lovelace',
    ])
    expect((await kindsIn(netkeep, '--ahead', '6d')).slice(-2)).toEqual([
      'date: Ada Lovelace',
      'date: Ada Lovelace',
    ])
  })

  test('--on shows them as they will be on that day', async () => {
    const netkeep = await withReminders()
    const { stdout } = await netkeep.onTerminal(['due', '--on', '2026-11-25'])
    expect(
      stdout
        .split('\n')
        .filter((line) => /^(Alan|Ada)/.test(line))
        .map((line) => line.replace(/ +\w{6}$/, '')),
    ).toEqual([
      'Ada Lovelace  you: send the paper  5 days overdue',
      'Alan Turing   they: lend the tape  3 days overdue',
      'Alan Turing   you: call            due today',
      'Ada Lovelace  birthday, turns 36  2 days ago (23 Nov)',
      'Ada Lovelace  gala                in 3 days (28 Nov)',
    ])
  })

  test('a date has days of notice of its own, and of the setting', async () => {
    const netkeep = await withReminders()
    const dates = async (): Promise<number> =>
      (await kindsIn(netkeep)).filter((line) => line.startsWith('date')).length
    expect(await dates()).toBe(1)
    await netkeep.ok('date', 'add', 'ada', 'gala', '--on', '2026-11-28', '--notice', '6')
    expect(await dates()).toBe(2)
    await netkeep.ok('date', 'add', 'ada', 'gala', '--on', '2026-11-28', '--notice', '5')
    expect(await dates()).toBe(1)
    await netkeep.ok('config', 'set', 'date-notice', '0')
    expect(await dates()).toBe(0)
  })

  test('a date stays three days after it, unless somebody sent a wish', async () => {
    const netkeep = await withReminders()
    const birthdays: boolean[] = []
    for (const today of ['2026-11-23', '2026-11-26', '2026-11-27']) {
      netkeep.today = today
      birthdays.push((await netkeep.ok('due')).includes('birthday'))
    }
    expect(birthdays).toEqual([true, true, false])
    netkeep.today = '2026-11-25'
    await netkeep.ok('wish', 'ada', '--on', '2026-11-24', '--for', 'birthday')
    expect(await netkeep.ok('due')).not.toContain('birthday')
  })

  test('a promise that is done or dropped is gone', async () => {
    const netkeep = await withReminders()
    await netkeep.ok('promise', 'done', 'ada')
    expect(await kindsIn(netkeep)).not.toContain('promise: Ada Lovelace')
    await netkeep.ok('undo')
    expect(await kindsIn(netkeep)).toContain('promise: Ada Lovelace')
  })

  test('filters are theirs too', async () => {
    const netkeep = await withReminders()
    expect(await kindsIn(netkeep, '--tag', 'poet')).toEqual(['promise: Ada Lovelace', 'date: Ada Lovelace'])
    expect(await kindsIn(netkeep, '--standing', 'cold')).toEqual(['cold: Grace Hopper'])
    expect((await netkeep.onTerminal(['due', '--tag', 'poet'])).stdout.split('\n')[0]).toBe(
      'Nobody is cold or due today.',
    )
  })

  test('a terminal shows ten of each unless told otherwise, and says that there are more', async () => {
    const netkeep = await withReminders()
    for (let count = 0; count < 11; count++) {
      await netkeep.ok('promise', 'add', 'ada', `thing ${count}`, '--on', 'today')
      await netkeep.ok('date', 'add', 'ada', `day ${count}`, '--on', 'tomorrow')
    }
    const { stdout } = await netkeep.onTerminal(['due'])
    expect(stdout).toContain('\nand more: netkeep promise list\n')
    expect(stdout).toContain('\nand more: netkeep date list\n')
    expect(
      stdout.split('\n').filter((line) => line.startsWith('Ada') || line.startsWith('Alan')),
    ).toHaveLength(20)
    const limited = (await netkeep.onTerminal(['due', '--limit', '1'])).stdout
    expect(limited).toContain('\nand more: netkeep promise list\n')
    const all = (await netkeep.onTerminal(['due', '--limit', '0'])).stdout
    expect(all).not.toContain(' more: ')
    expect((await kindsIn(netkeep)).length).toBe(1 + 13 + 12)
    expect((await kindsIn(netkeep, '--limit', '1')).length).toBe(3)
  })

  test('the short look of netkeep alone has them too', async () => {
    const netkeep = await withReminders()
    const { stdout } = await netkeep.onTerminal([])
    expect(stdout.split('\n').filter((line) => ['Promises', 'Dates'].includes(line))).toEqual([
      'Promises',
      'Dates',
    ])
    expect(await netkeep.json()).toMatchObject({
      cold: 1,
      promises: [{ text: 'send the paper' }, { text: 'lend the tape' }],
      dates: [{ label: 'birthday' }],
    })
  })
})
