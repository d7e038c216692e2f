/** Hostile inputs, row 16, through the built program: months of different length, clocks that change, zones that change mid-day. */
import { describe, expect, test } from 'vitest'
import { createProgram, type Program } from './program.ts'

async function dueAfter(program: Program, on: string): Promise<string> {
  const { contacts } = await program.json('log', 'grace', '--on', on)
  return contacts[0].dueOn
}

describe('row 16: month ends', () => {
  test('a month after 31 January is 28 February, and a month after 31 March is 30 April: always from the anchor', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--every', '1m')
    expect(await dueAfter(program, '2025-01-31')).toBe('2025-02-28')
    expect(await dueAfter(program, '2025-02-28')).toBe('2025-03-28')
    expect(await dueAfter(program, '2025-03-31')).toBe('2025-04-30')
  })

  test('two months after 31 January is 31 March, a quarter after 30 November is 28 February', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--every', '2m')
    expect(await dueAfter(program, '2025-01-31')).toBe('2025-03-31')
    await program.ok('every', 'grace', '1q', '--as-is')
    expect(await dueAfter(program, '2025-11-30')).toBe('2026-02-28')
  })

  test('a year after 29 February is 28 February, four years after is 29 February', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--every', '1y')
    expect(await dueAfter(program, '2024-02-29')).toBe('2025-02-28')
    expect(await program.json('every', 'grace', '4y', '--as-is')).toMatchObject([{ dueOn: '2028-02-29' }])
  })
})

describe('row 16: days on which the clock changes', () => {
  // Far ahead, since netkeep looks at the clock; each zone changes its clock between these days, or did when it had summer time.
  test.each([
    ['America/New_York'],
    ['Europe/Berlin'],
    ['Australia/Lord_Howe'],
    ['America/Santiago'],
    ['Africa/Cairo'],
    ['Asia/Kathmandu'],
  ])('in %s a year counts all its days', async (TZ) => {
    const program = createProgram()
    const env = { TZ }
    await program.run(['add', 'Grace', '--every', '1w'], { env })
    await program.run(['snooze', 'grace', '2097-01-01'], { env })
    for (const [on, days] of [
      ['2097-04-15', 104],
      ['2097-07-01', 181],
      ['2097-12-31', 364],
    ] as const) {
      const { stdout } = await program.run(['due', '--json', '--on', on], { env })
      expect(JSON.parse(stdout)).toMatchObject([{ dueOn: '2097-01-01', daysOverdue: days }])
    }
  })

  test('a day that the zone skipped is a day of the calendar', async () => {
    const program = createProgram()
    const env = { TZ: 'Pacific/Apia' }
    await program.run(['add', 'Grace', '--every', '1d'], { env })
    const { stdout } = await program.run(['log', 'grace', '--on', '2011-12-29', '--json'], { env })
    expect(JSON.parse(stdout).contacts[0].dueOn).toBe('2011-12-30')
  })
})

describe('row 16: another zone in the middle of the day', () => {
  // 25 hours apart, they never have the same day.
  const EAST = { TZ: 'Pacific/Kiritimati' }
  const WEST = { TZ: 'Pacific/Pago_Pago' }

  test('what was logged on a day that is not yet here stays, and nothing breaks', async () => {
    const program = createProgram()
    await program.run(['add', 'Grace', '--every', '1w'], { env: EAST })
    await program.run(['log', 'grace', '-m', 'east'], { env: EAST })
    for (const args of [
      ['due'],
      ['list'],
      ['show', 'grace'],
      ['history'],
      ['snooze', 'grace', '3w'],
      ['wake', 'grace'],
    ]) {
      expect((await program.run(args, { env: WEST })).exitCode).toBe(0)
    }
    expect((await program.run(['log', 'grace', '-m', 'west'], { env: WEST })).exitCode).toBe(0)
    const { touchpoints, lastTouchOn } = await program.json('show', 'grace')
    expect(touchpoints.map(({ note }: { note: string }) => note)).toEqual(['east', 'west'])
    expect(lastTouchOn).toBe(touchpoints[0].on)
  })

  test('history stays in the order in which things were done', async () => {
    const program = createProgram()
    await program.run(['add', 'Grace'], { env: EAST })
    await program.run(['tag', 'grace', '+first'], { env: WEST })
    await program.run(['tag', 'grace', '+second'], { env: EAST })
    expect((await program.json('history')).map(({ typed }: { typed: string }) => typed)).toEqual([
      ...['netkeep tag grace +second', 'netkeep tag grace +first', 'netkeep add Grace'],
    ])
    expect(await program.ok('undo')).toContain('netkeep tag grace +second')
  })

  test('today is the local day', async () => {
    const program = createProgram()
    const [east, west] = await Promise.all(
      [EAST, WEST].map(async (env) => JSON.parse((await program.run(['--json'], { env })).stdout).today),
    )
    expect((Date.parse(east) - Date.parse(west)) / 86_400_000).toBeGreaterThanOrEqual(1)
  })
})
