import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, namesIn, sha256Of } from '../harness.ts'

describe('undo', () => {
  test('takes back the last command and says what it was', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--tag', 'mentor')
    expect(await netkeep.run('undo')).toEqual({
      exitCode: 0,
      stdout: lines(
        "Took back: netkeep add 'Grace Hopper' --tag mentor (just now)",
        'Bring it back: netkeep redo',
      ),
      stderr: '',
    })
    expect(await netkeep.json('list')).toEqual([])
  })

  test('says the same on a terminal', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    expect((await netkeep.onTerminal(['undo'])).stdout).toBe(
      lines('Took back: netkeep add Grace (just now)', 'Bring it back: netkeep redo'),
    )
  })

  test('with --json prints what was taken back', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    expect(await netkeep.json('undo')).toEqual([
      { command: 1, typed: 'netkeep add Grace', at: '2026-11-22T00:00:00.000+00:00' },
    ])
  })

  test('each time goes further back, past what is undone already', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    await netkeep.ok('add', 'Ada')
    await netkeep.ok('log', 'grace', '-m', 'nanoseconds')
    await netkeep.ok('undo')
    expect((await netkeep.json('show', 'grace')).touchpoints).toEqual([])
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace'])
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list')).toEqual([])
  })

  test('several at once, as many as there are', async () => {
    const netkeep = createNetkeep()
    for (const name of ['Grace', 'Ada', 'Alan']) await netkeep.ok('add', name)
    expect(await netkeep.ok('undo', '2')).toBe(
      lines(
        'Took back: netkeep add Alan (just now)',
        'Took back: netkeep add Ada (just now)',
        'Bring it back: netkeep redo',
      ),
    )
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace'])
    await netkeep.ok('undo', '99')
    expect(await namesIn(netkeep, 'list')).toEqual([])
  })

  test('a command that changed nothing is no step', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--tag', 'mentor')
    await netkeep.ok('tag', 'grace', '+mentor')
    expect(await netkeep.ok('undo')).toContain('netkeep add Grace')
  })

  test('settings of the data are undone too', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'attempt-rest', '9')
    await netkeep.ok('undo')
    expect(await netkeep.ok('config', 'get', 'attempt-rest')).toBe('3\n')
  })

  test('with nothing to undo exits with 1', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('undo')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines('netkeep: There is nothing to undo.', 'See what was done: netkeep history'),
    })
  })

  test.each([['0'], ['-1'], ['all'], ['1.5'], ['1234567']])(
    'refuses %s steps and takes nothing back',
    async (count) => {
      const netkeep = createNetkeep()
      await netkeep.ok('add', 'Grace')
      const before = sha256Of(netkeep.db)
      expect(await netkeep.run('undo', '--', count)).toEqual({
        exitCode: 2,
        stdout: '',
        stderr: lines(`netkeep: "${count}" is not a number of commands.`, 'Type: netkeep undo 3'),
      })
      expect(sha256Of(netkeep.db)).toBe(before)
    },
  )
})

describe('redo', () => {
  test('brings back what undo took, exactly', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--tag', 'mentor', '--email', 'grace@navy.mil')
    await netkeep.ok('log', 'grace', '--by', 'call')
    const before = await netkeep.json('show', 'grace')
    await netkeep.ok('undo', '2')
    expect(await netkeep.run('redo', '2')).toEqual({
      exitCode: 0,
      stdout: lines(
        'Done again: netkeep add Grace --tag mentor --email grace@navy.mil (just now)',
        'Done again: netkeep log grace --by call (just now)',
      ),
      stderr: '',
    })
    expect(await netkeep.json('show', 'grace')).toEqual(before)
  })

  test('with --json prints what is done again', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    await netkeep.ok('undo')
    expect(await netkeep.json('redo')).toMatchObject([{ command: 1, typed: 'netkeep add Grace' }])
  })

  test('can be taken back in turn', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    for (const verb of ['undo', 'redo', 'undo']) await netkeep.ok(verb)
    expect(await namesIn(netkeep, 'list')).toEqual([])
    await netkeep.ok('redo')
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace'])
  })

  test('is over once something new is done', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    await netkeep.ok('undo')
    await netkeep.ok('add', 'Ada')
    expect(await netkeep.onTerminal(['redo'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines('netkeep: There is nothing to redo.', 'See what was done: netkeep history'),
    })
  })
})
