import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep } from '../harness.ts'

/** Grace, cold on 22 November: two calls, one in vain, then three e-mails, the last without an answer. */
async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper <grace@navy.mil>', '--phone', '+1 555 0100', '--every', '2w')
  for (const [on, ...how] of [
    ['2026-03-01', '--by', 'call', '--attempt'],
    ['2026-03-02', '--by', 'call'],
    ['2026-08-01', '--by', 'email'],
    ['2026-09-01', '--by', 'email', '-m', 'asked about the compiler talk'],
    ['2026-10-01', '--by', 'email', '--attempt'],
  ] as const)
    await netkeep.ok('log', 'grace', '--on', on, ...how)
  return netkeep
}

const A_CALL = {
  channel: 'call',
  insteadOf: 'email',
  inARow: 3,
  tried: 2,
  answered: 1,
  fromThem: 0,
  lastOn: '2026-03-02',
}

describe('a channel to try', () => {
  test.each([
    [40, ['  try a call (answered 1 of 2): 3', '    times in a row by email']],
    [80, ['  try a call (answered 1 of 2): 3 times in a row by email']],
    [200, ['  try a call (answered 1 of 2): 3 times in a row by email']],
  ])('stands below the line of today, whole on a terminal of %i columns', async (columns, whole) => {
    const netkeep = await withGrace()
    netkeep.columns = columns
    const { stdout } = await netkeep.onTerminal(['today'])
    expect(stdout.split('\n').slice(-4 - whole.length)).toEqual([
      '  asked about the compiler talk',
      ...whole,
      '',
      'Walk through it: netkeep review',
      '',
    ])
  })

  test('instead of a channel with a long name has it cut, and none without a name is one', async () => {
    const netkeep = await withGrace()
    const { db } = netkeep.store()
    db.exec("UPDATE touchpoint SET channel = replace(hex(zeroblob(5000)), '0', 'o') WHERE channel = 'email'")
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).toMatch(
      /^try +a call \(answered 1 of 2\): 3 times in a row by o{23}…$/m,
    )
    db.exec("UPDATE touchpoint SET channel = '' WHERE channel <> 'call'")
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).not.toMatch(/^try/m)
  })

  test('leaves the plan of today as it is: the minutes are those of the usual channel', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.json('today')).toMatchObject({
      due: [{ name: 'Grace Hopper', by: 'email', minutes: 10, tryChannel: A_CALL }],
      planned: 10,
    })
  })

  test('in a pipe is one more field of today, where there is one', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('add', 'Ada Lovelace', '--every', '1y', '--circle', 'none')
    await netkeep.ok('log', 'ada', '--on', '2025-11-01', '--by', 'email')
    expect(await netkeep.ok('today', '--minutes', '1h')).toBe(
      lines(
        `${await idOf(netkeep, 'grace')}\tGrace Hopper\t\t2026-09-01\temail\tasked about the compiler talk\t2026-09-15\t68\tcold\t10\tcall`,
        `${await idOf(netkeep, 'ada')}\tAda Lovelace\t\t2025-11-01\temail\t\t2026-11-01\t21\tcold\t10`,
      ),
    )
  })

  test('stands in the brief, below the last touchpoints; in a row of its own in a pipe, and with --json', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(['brief', 'grace'])).stdout).toContain(
      lines(
        'last        1 Oct  email, no answer',
        '            1 Sep  email: asked about the compiler talk',
        '            1 Aug  email',
        'try        a call (answered 1 of 2): 3 times in a row by email',
      ),
    )
    expect(await netkeep.ok('brief', 'grace')).toContain(
      '\ntryChannel\tcall\temail\t3\t2\t1\t0\t2026-03-02\n',
    )
    expect(await netkeep.json('brief', 'grace')).toMatchObject({ tryChannel: A_CALL })
  })

  test('stands whole in the brief on a narrow terminal', async () => {
    const netkeep = await withGrace()
    netkeep.columns = 40
    expect((await netkeep.onTerminal(['brief', 'grace'])).stdout).toContain(
      lines(
        '            1 Sep  email: asked about t…',
        '            1 Aug  email',
        'try        a call (answered 1 of 2): 3',
        '           times in a row by email',
      ),
    )
  })

  test('stands in show', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).toContain(
      lines(
        'last touch    3 months ago, email',
        'try           a call (answered 1 of 2): 3 times in a row by email',
      ),
    )
    expect(await netkeep.ok('show', 'grace')).toContain('\ntryChannel\tcall\temail\t3\t2\t1\t0\t2026-03-02\n')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ tryChannel: A_CALL })
  })

  test('stands on the card of a review, also on a terminal of 24 lines', async () => {
    const netkeep = await withGrace()
    netkeep.rows = 24
    const { stderr } = await netkeep.onTerminal(['review'], ['q'])
    expect(stderr).toContain('\n68 days overdue. By email, about 10 min.\n')
    expect(stderr).toContain('\ntry        a call (answered 1 of 2): 3 times in a row by email\n')
  })

  test('is marked where a review asks for the channel, below the one used last, which Enter chooses', async () => {
    const netkeep = await withGrace()
    let channels: readonly string[] = []
    const call = (offered: readonly string[]): string => {
      channels = offered
      return 'call (suggested)'
    }
    await netkeep.onTerminal(['review'], ['l', call, ''])
    const email = channels.indexOf('email')
    expect(channels.slice(email, email + 2)).toEqual(['email', 'call (suggested)'])
    expect(channels.filter((name) => name.startsWith('call'))).toEqual(['call (suggested)'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({ lastChannel: 'call', tryChannel: null })
  })

  test('is gone with the first touchpoint by another channel, and comes back with undo', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('log', 'grace', '--by', 'call')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ tryChannel: null })
    expect(await netkeep.ok('brief', 'grace')).not.toContain('tryChannel')
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).not.toContain('\ntry ')
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ tryChannel: A_CALL })
  })

  test('says by which they reached out; one of your own is called as it is', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NO_COLOR'] = '1'
    await netkeep.ok('config', 'set', 'channels', 'podcast')
    await netkeep.ok('add', 'Ada Lovelace', '--every', '1w')
    await netkeep.ok('log', 'ada', '--on', '2026-01-01', '--by', 'podcast', '--in')
    for (const month of ['02', '03', '04', '05'])
      await netkeep.ok('log', 'ada', '--on', `2026-${month}-01`, '--by', 'coffee')
    const said = async (): Promise<string> => (await netkeep.onTerminal(['brief', 'ada'])).stdout
    expect(await said()).toContain(
      '\ntry        podcast (they reached out by it): 4 times in a row by coffee\n',
    )
    await netkeep.ok('log', 'ada', '--on', '2026-01-02', '--by', 'video')
    expect(await said()).toContain(
      '\ntry        a video call (answered 1 of 1): 4 times in a row by coffee\n',
    )
    await netkeep.ok('log', 'ada', '--on', '2026-01-03', '--by', 'email')
    expect(await said()).toContain('\ntry        a video call (')
    await netkeep.ok('edit', 'ada', '--email', 'ada@example.com')
    expect(await said()).toContain('\ntry        an email (answered 1 of 1): 4 times in a row by coffee\n')
  })

  test('is that of every contact who was in the touchpoints', async () => {
    const netkeep = createNetkeep()
    for (const name of ['Ada Lovelace', 'Grace Hopper']) await netkeep.ok('add', name, '--every', '1w')
    await netkeep.ok('log', 'ada', '--on', '2026-01-01', '--by', 'call')
    for (const month of ['02', '03', '04'])
      await netkeep.ok('log', 'ada', 'grace', '--on', `2026-${month}-01`, '--by', 'meal')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      tryChannel: { channel: 'call', insteadOf: 'meal' },
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({ tryChannel: null })
  })
})
