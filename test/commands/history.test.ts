import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

async function withHistory(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-20')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
  netkeep.today = '2026-11-22'
  await netkeep.ok('add', 'Ada')
  await netkeep.ok('log', 'grace', 'ada', '--by', 'coffee', '-m', 'It\'s "compilers"')
  await netkeep.ok('tag', 'grace', '+navy')
  await netkeep.ok('undo')
  return netkeep
}

describe('history', () => {
  test('on a terminal says when, what was typed and whom it was about, newest first', async () => {
    const netkeep = await withHistory()
    expect((await netkeep.onTerminal(['history', '--no-color'])).stdout).toBe(
      lines(
        'just now      netkeep undo                                        Grace Hopper',
        'just now      netkeep tag grace +navy                             undone',
        `just now      netkeep log grace ada --by coffee -m 'It'\\''s "co…  Ada and Grace…`,
        'just now      netkeep add Ada                                     Ada',
        "20 Nov 00:00  netkeep add 'Grace Hopper' --circle close           Grace Hopper",
      ),
    )
  })

  test('in a pipe is tab-separated, with the command as it can be typed again', async () => {
    const netkeep = await withHistory()
    expect(await netkeep.ok('history')).toBe(
      lines(
        '5\t2026-11-22T00:00:04.000+00:00\tnetkeep undo\t1\t',
        '4\t2026-11-22T00:00:03.000+00:00\tnetkeep tag grace +navy\t1\tundone',
        `3\t2026-11-22T00:00:02.000+00:00\tnetkeep log grace ada --by coffee -m 'It'\\''s "compilers"'\t3\t`,
        '2\t2026-11-22T00:00:01.000+00:00\tnetkeep add Ada\t1\t',
        "1\t2026-11-20T00:00:00.000+00:00\tnetkeep add 'Grace Hopper' --circle close\t1\t",
      ),
    )
  })

  test('with --json has the changed rows', async () => {
    const netkeep = await withHistory()
    const [undo, tag] = await netkeep.json('history')
    const { uid } = await netkeep.json('show', 'grace')
    expect(Object.keys(tag).slice(0, 4)).toEqual(['command', 'at', 'typed', 'changes'])
    expect(tag).toEqual({
      command: 4,
      at: '2026-11-22T00:00:03.000+00:00',
      typed: 'netkeep tag grace +navy',
      changes: [
        {
          table: 'contact_tag',
          uid: expect.any(String),
          contact: 'Grace Hopper',
          set: { contact: uid, tag: 'navy' },
        },
      ],
      kind: 'do',
      undone: true,
    })
    expect(undo).toMatchObject({ command: 5, typed: 'netkeep undo', kind: 'undo', undone: false })
  })

  test('of one contact shows only the commands that changed something of it, and what', async () => {
    const netkeep = await withHistory()
    const { stdout } = await netkeep.onTerminal(['history', 'ada', '--no-color'])
    expect(stdout).toBe(
      lines(
        `just now  netkeep log grace ada --by coffee -m 'It'\\''s "compil…  Ada and Grace…`,
        `    touchpoint: touched on 2026-11-22, channel coffee, kind counted, note It's "compilers"`,
        'just now  netkeep add Ada                                         Ada',
        '    contact: name Ada, circle wide, tracked from 2026-11-22',
      ),
    )
    expect((await netkeep.json('history', 'ada')).map(({ command }: { command: number }) => command)).toEqual(
      [3, 2],
    )
  })

  test('--limit says how many', async () => {
    const netkeep = await withHistory()
    expect(await netkeep.json('history', '--limit', '2')).toHaveLength(2)
    expect(await netkeep.json('history', '--limit', '0')).toHaveLength(5)
    expect((await netkeep.onTerminal(['history', '--limit', '1'])).stdout.trimEnd().split('\n')).toHaveLength(
      1,
    )
  })

  test('a terminal shows 20 unless told otherwise, a pipe all', async () => {
    const netkeep = createNetkeep()
    for (let count = 0; count < 22; count++) await netkeep.ok('add', `Contact ${count}`)
    expect((await netkeep.onTerminal(['history'])).stdout.trimEnd().split('\n')).toHaveLength(20)
    expect((await netkeep.ok('history')).trimEnd().split('\n')).toHaveLength(22)
  })

  test('of nothing says so on a terminal', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['history'])).stdout).toBe('Nothing was done yet.\n')
    expect(await netkeep.run('history')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('history')).toEqual([])
  })

  test('reading is no history', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    for (const verb of ['list', 'due', 'history']) await netkeep.ok(verb)
    expect(await netkeep.json('history')).toHaveLength(1)
  })

  test('of an unknown contact is an error', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('history', 'nobody')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No contact matches "nobody".',
        'Search: netkeep find nobody   Add: netkeep add nobody',
      ),
    })
  })
})
