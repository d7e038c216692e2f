import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate, daysBetween } from '../../src/domain/calendar-date.ts'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

/** Six contacts on 22 November: two cold, one due, one nearly due, two warm. */
async function withSix(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-08-01')
  for (const [name, interval] of [
    ['Grace Hopper', '6w'],
    ['Ada Lovelace', '2w'],
    ['Alan Turing', '3m'],
    ['Jean Bartik', '40d'],
    ['Kay McNulty', '1y'],
    ['Bob Frankston', '2w'],
  ] as const)
    await netkeep.ok('add', name, '--every', interval)
  for (const [name, on, ...more] of [
    ['grace', '2026-10-01', '--by', 'coffee', '-m', 'asked about the compiler talk'],
    ['ada', '2026-11-01', '--by', 'call'],
    ['alan', '2026-08-22', '--by', 'email'],
    ['jean', '2026-10-18', '--by', 'video'],
    ['kay', '2026-11-01'],
    ['bob', '2026-11-20'],
  ] as const) {
    netkeep.today = on
    await netkeep.ok('log', name, ...more)
  }
  netkeep.today = '2026-11-22'
  return netkeep
}

describe('today', () => {
  test('shows what fits: the latest first, with the way to reach each and the minutes; then the nearly due, marked as early', async () => {
    const netkeep = await withSix()
    expect((await netkeep.onTerminal(['today', '--minutes', '1h', '--no-color'])).stdout).toBe(
      lines(
        'Sunday, 22 Nov 2026: about 1 h of your 1 h.',
        '',
        'In touch with',
        'Ada Lovelace  7 days overdue        3 weeks ago, call    call 15 min',
        'Grace Hopper  10 days overdue       7 weeks ago, coffee  message 5 min',
        '  asked about the compiler talk',
        'Alan Turing   due today             3 months ago, email  email 10 min',
        'Jean Bartik   due in 5 days, early  5 weeks ago, video   video 30 min',
        '',
        'Walk through it: netkeep review',
      ),
    )
  })

  test('on 40 columns is as wide as the terminal', async () => {
    const netkeep = await withSix()
    await netkeep.ok('promise', 'add', 'grace', 'send the paper on relocation', '--on', '2026-11-20')
    await netkeep.ok('date', 'add', 'grace', 'opening of the museum', '--on', '2026-11-25')
    netkeep.columns = 40
    const { stdout } = await netkeep.onTerminal(['today', '--minutes', '55m', '--no-color'])
    expect(stdout.replace(/[0-9a-f]{6}$/m, '……')).toBe(
      lines(
        'Sunday, 22 Nov 2026: about 35 min of',
        'your 55 min.',
        '',
        'In touch with',
        'Ada Lovelace  7 days overdue   3 weeks…',
        'Grace Hopper  10 days overdue  7 weeks…',
        '  asked about the compiler talk',
        'Alan Turing   due today        3 months…',
        '',
        'Promises',
        'Grace Hopper  2 days overdue  ……',
        '  you: send the paper on relocation',
        '',
        'Dates',
        'Grace Hop…  opening…  in 3 days (25 Nov)',
        '',
        'Walk through it: netkeep review',
      ),
    )
  })

  test('says how many found no room', async () => {
    const netkeep = await withSix()
    expect((await netkeep.onTerminal(['today', '--no-color'])).stdout).toBe(
      lines(
        'Sunday, 22 Nov 2026: about 15 min of your 15 min.',
        '',
        'In touch with',
        'Ada Lovelace  7 days overdue  3 weeks ago, call  call 15 min',
        'and 2 more: netkeep due',
        '',
        'Walk through it: netkeep review',
      ),
    )
  })

  test('has promises and dates with a day, and says which lie ahead by their day', async () => {
    const netkeep = createNetkeep('2026-11-22')
    await netkeep.ok('add', 'Grace Hopper', '--birthday', '1906-11-22', '--every', '1w')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', '2026-11-20')
    await netkeep.ok('date', 'add', 'grace', 'retirement', '--on', '2026-11-24')
    expect((await netkeep.onTerminal(['today', '--no-color'])).stdout).toBe(
      lines(
        'Sunday, 22 Nov 2026: about 8 min of your 15 min.',
        '',
        'Promises',
        `Grace Hopper  you: send the paper  2 days overdue  ${(await netkeep.json('promise'))[0].id}`,
        '',
        'Dates',
        'Grace Hopper  birthday, turns 120  today',
        'Grace Hopper  retirement           in 2 days (24 Nov)',
        '',
        'Walk through it: netkeep review',
      ),
    )
  })

  test('has your promises before theirs', async () => {
    const netkeep = createNetkeep('2026-11-22')
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('promise', 'add', 'grace', 'tell me more', '--on', '2026-11-01', '--theirs')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', '2026-11-20')
    const { promises } = await netkeep.json('today', '--minutes', '1h')
    expect(promises.map(({ text }: { text: string }) => text)).toEqual(['send the paper', 'tell me more'])
  })

  test('in a pipe is the lines of due with the minutes, and `early` for the standing', async () => {
    const netkeep = await withSix()
    const id = async (name: string): Promise<string> => (await netkeep.json('show', name)).id
    await netkeep.ok('promise', 'add', 'kay', 'call back', '--on', '2026-11-22')
    const [promise] = await netkeep.json('promise')
    expect(await netkeep.ok('today', '--minutes', '2h')).toBe(
      lines(
        `${await id('ada')}\tAda Lovelace\t\t2026-11-01\tcall\t\t2026-11-15\t7\tcold\t15`,
        `${await id('grace')}\tGrace Hopper\t\t2026-10-01\tcoffee\tasked about the compiler talk\t2026-11-12\t10\tcold\t5`,
        `${await id('alan')}\tAlan Turing\t\t2026-08-22\temail\t\t2026-11-22\t0\tdue\t10`,
        `${await id('jean')}\tJean Bartik\t\t2026-10-18\tvideo\t\t2026-11-27\t-5\tearly\t30`,
        `${promise.id}\tKay McNulty\t\t\t\tcall back\t2026-11-22\t0\tpromise\t5`,
      ),
    )
  })

  test('as JSON has due, promises, dates, goals and minutes', async () => {
    const netkeep = await withSix()
    const plan = await netkeep.json('today')
    expect(Object.keys(plan)).toEqual([
      'due',
      'promises',
      'dates',
      'groups',
      'events',
      'goals',
      'minutes',
      'planned',
      'more',
      'streak',
    ])
    expect(plan).toMatchObject({
      due: [{ name: 'Ada Lovelace', standing: 'cold', by: 'call', minutes: 15, early: false }],
      promises: [],
      dates: [],
      minutes: 15,
      planned: 15,
      more: { due: 2, promises: 0, dates: 0 },
    })
  })

  test('takes its minutes from the setting, and what channels take from the talks that told', async () => {
    const netkeep = await withSix()
    await netkeep.ok('config', 'set', 'daily-minutes', '30')
    for (const minutes of ['7', '8', '90'])
      await netkeep.ok('log', 'bob', '--by', 'call', '--for', minutes, '--on', '2026-11-01')
    expect(await netkeep.json('today')).toMatchObject({
      minutes: 30,
      due: [
        { name: 'Ada Lovelace', minutes: 8 },
        { name: 'Grace Hopper', minutes: 5 },
        { name: 'Alan Turing', minutes: 10 },
      ],
    })
    await netkeep.ok('config', 'set', 'channel-minutes', 'call=20')
    const [ada] = (await netkeep.json('today')).due
    expect(ada).toMatchObject({ name: 'Ada Lovelace', minutes: 20 })
  })

  test('without anybody says how to begin', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['today'])).stdout).toBe(
      'Nobody is here yet. Begin with: netkeep setup\n',
    )
    expect(await netkeep.ok('today')).toBe('')
    expect(await netkeep.json('today')).toMatchObject({ due: [], promises: [], dates: [], minutes: 15 })
  })

  test('with all warm says so', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect((await netkeep.onTerminal(['today', '--no-color'])).stdout).toContain(
      'Sunday, 22 Nov 2026: nothing is due.\n',
    )
  })

  test.each(['0', 'soon', '25h', '-5'])('refuses %s for minutes', async (minutes) => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('today', `--minutes=${minutes}`)).toMatchObject({
      exitCode: 2,
      stderr: `netkeep: "${minutes}" is not a length of time.\nWrite minutes or hours, up to a day: --minutes 20.\n`,
    })
  })
})

test('every number of the plan equals one computed from the list of contacts', async () => {
  const netkeep = createNetkeep('2026-11-22')
  const intervals = ['3d', '1w', '2w', '20d', '6w', '3m', '1y']
  for (let index = 0; index < 40; index++) {
    const day = addDays('2026-11-22' as CalendarDate, -((index * 17) % 130))
    await netkeep.ok('add', `Contact ${index}`, '--every', intervals[index % intervals.length] ?? '1w')
    await netkeep.ok('log', `Contact ${index}`, '--on', day, ...(index % 3 === 0 ? [] : ['--by', 'call']))
    if (index % 11 === 0) await netkeep.ok('log', `Contact ${index}`, '--attempt')
    if (index % 13 === 0) await netkeep.ok('snooze', `Contact ${index}`, '1y')
  }
  const list: readonly {
    name: string
    standing: string
    interval: string
    dueOn: CalendarDate
    lastTouchOn: CalendarDate
    daysOverdue: number
    lateness: number
    lastChannel: string | null
  }[] = await netkeep.json('list')
  const lengthOf = ({ daysOverdue, lateness, lastTouchOn, dueOn }: (typeof list)[number]): number =>
    daysOverdue === 0 ? daysBetween(lastTouchOn, dueOn) : Math.round(daysOverdue / lateness)
  const late = list
    .filter(({ standing }) => standing === 'cold' || standing === 'due')
    .sort((a, b) => b.lateness - a.lateness || (a.dueOn < b.dueOn ? -1 : 1))
  const early = list
    .filter((line) => line.standing === 'warm' && -line.daysOverdue <= lengthOf(line) * 0.15)
    .sort((a, b) => b.lateness - a.lateness || (a.dueOn < b.dueOn ? -1 : 1))
  expect(late.length).toBeGreaterThan(10)
  expect(early.length).toBeGreaterThan(1)

  const all = await netkeep.json('today', '--minutes', '24h')
  expect(all.due.map(({ name }: { name: string }) => name)).toEqual(
    [...late, ...early].map(({ name }) => name),
  )
  expect(all.due.filter((line: { early: boolean }) => line.early)).toHaveLength(early.length)
  const minutes = [...late, ...early].map(({ lastChannel }) => (lastChannel === null ? 5 : 15))
  expect(all.planned).toBe(minutes.reduce((sum, count) => sum + count, 0))
  expect(all.more).toEqual({ due: 0, promises: 0, dates: 0 })

  const some = await netkeep.json('today', '--minutes', '50')
  expect(some.due.some((line: { early: boolean }) => line.early)).toBe(false)
  expect(some.more.due).toBe(late.length - some.due.length)
  expect(some.planned).toBeLessThanOrEqual(50)
})
