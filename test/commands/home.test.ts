import { describe, expect, test } from 'vitest'
import { createNetkeep, lines } from '../harness.ts'

describe('netkeep without a verb', () => {
  test('welcomes on a terminal when there are no contacts', async () => {
    const netkeep = createNetkeep()
    const { exitCode, stdout, stderr } = await netkeep.onTerminal(['--no-color'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toBe(
      lines(
        'Welcome to netkeep. It tells you with whom to get in touch, and when.',
        '',
        '  netkeep setup                              begin here: a few short questions',
        '  netkeep demo                               see it on a sample network',
        '  netkeep add "Grace Hopper" --circle close  add somebody',
        '  netkeep import contacts.vcf                bring your address book or LinkedIn',
        '  netkeep log grace -m "what to remember"    after a conversation',
        '  netkeep today                              each morning',
        '  netkeep --help                             all commands',
      ),
    )
  })

  test('is silent in a pipe when there are no contacts', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run()).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json()).toEqual({
      today: '2026-11-22',
      contacts: 0,
      cold: 0,
      due: 0,
      first: [],
      promises: [],
      dates: [],
      groups: [],
      events: [],
    })
  })

  test('says when all are warm', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    expect((await netkeep.onTerminal([])).stdout).toBe(
      lines(
        '\u001b[1mSunday, 22 Nov 2026: of 1 contact none is cold or due.\u001b[22m',
        '',
        'All warm. Who falls due next: netkeep due --ahead 7d',
      ),
    )
  })

  test('calls only the contacts warm where a group or a promise is overdue', async () => {
    const netkeep = createNetkeep('2026-11-01')
    await netkeep.ok('add', 'Grace', '--every', '1y')
    await netkeep.ok('group', 'add', 'Club', '--every', '2w')
    netkeep.today = '2026-11-22'
    expect((await netkeep.onTerminal(['--no-color'])).stdout).toBe(
      lines(
        'Sunday, 22 Nov 2026: of 1 contact none is cold or due.',
        '',
        'Groups',
        'Club  7 days overdue  not met yet  every 2w  netkeep group log Club',
        '',
        'All contacts are warm. Who falls due next: netkeep due --ahead 7d',
      ),
    )
  })

  test('shows the first five of those who are cold or due, and how many more', async () => {
    const netkeep = createNetkeep('2026-11-08')
    await netkeep.withInput('Ada\nBob\nCleo\nDan\nEve\nFay', 'add', '-', '--every', '1w')
    await netkeep.ok('add', 'Grace', '--circle', 'inner')
    netkeep.today = '2026-11-22'
    expect((await netkeep.onTerminal(['--no-color'])).stdout).toBe(
      lines(
        'Sunday, 22 Nov 2026: 6 cold, 1 due today, of 7 contacts.',
        '',
        'Ada   7 days overdue  not yet in touch',
        'Bob   7 days overdue  not yet in touch',
        'Cleo  7 days overdue  not yet in touch',
        'Dan   7 days overdue  not yet in touch',
        'Eve   7 days overdue  not yet in touch',
        'and 2 more: netkeep due',
        '',
        'Walk through it: netkeep review',
        'After a conversation: netkeep log NAME -m "what to remember"',
      ),
    )
  })

  test('in a pipe and in JSON has the same facts', async () => {
    const netkeep = createNetkeep('2026-11-08')
    await netkeep.ok('add', 'Grace', '--circle', 'inner')
    netkeep.today = '2026-11-22'
    const home = await netkeep.json()
    expect(home).toMatchObject({
      today: '2026-11-22',
      contacts: 1,
      cold: 0,
      due: 1,
      first: [{ name: 'Grace', standing: 'due' }],
    })
    expect(await netkeep.ok()).toBe(`${home.first[0].id}\tGrace\t\t\t\t\t2026-11-22\t0\tdue\n`)
  })

  test('of contacts without a cadence does not say that they are warm', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'none')
    expect((await netkeep.onTerminal(['--no-color'])).stdout).toContain(
      'Nobody has a cadence yet.\nImported contacts: netkeep triage\nAnybody: netkeep move NAME close\n',
    )
  })

  test('on 40 columns is as wide as the terminal: sentences go on below, and so do promises', async () => {
    const netkeep = createNetkeep('2026-11-01')
    await netkeep.ok('add', 'Grace Brewster Murray Hopper', '--every', '2w', '--birthday', '1906-12-02')
    await netkeep.ok('log', 'grace', '--by', 'email', '-m', 'asked about the talk on compilers she heard')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper on relocation', '--on', '2026-11-20')
    netkeep.today = '2026-11-30'
    netkeep.columns = 40
    const { stdout } = await netkeep.onTerminal(['--no-color'])
    expect(stdout.replace(/[0-9a-f]{6}$/m, '……')).toBe(
      lines(
        'Monday, 30 Nov 2026: 1 cold, 0 due',
        'today, of 1 contact.',
        '',
        'Grace Brew…  15 days overdue  4 weeks a…',
        '  asked about the talk on compilers she…',
        '',
        'Promises',
        'Grace Brewster…  10 days overdue  ……',
        '  you: send the paper on relocation',
        '',
        'Dates',
        'Grace Brew…  birthda…  in 2 days (2 Dec)',
        '',
        'Walk through it: netkeep review',
        'After a conversation:',
        'netkeep log NAME -m "what to remember"',
      ),
    )
  })

  test.each([40, 80])('the welcome fits into %i columns', async (columns) => {
    const netkeep = createNetkeep()
    netkeep.columns = columns
    const { stdout } = await netkeep.onTerminal(['--no-color'])
    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(columns)
    expect(stdout).toContain(columns === 40 ? '  netkeep today\n    each morning\n' : 'each morning\n')
  })
})
