import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep } from '../harness.ts'

async function withClub(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-22')
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']) await netkeep.ok('add', name)
  await netkeep.ok('group', 'add', 'Job club', '--every', '2w', '--with', 'ada,grace')
  return netkeep
}

/** The days on which a contact was touched. */
async function touchesOf(netkeep: Netkeep, who: string): Promise<readonly string[]> {
  const { touchpoints } = await netkeep.json('show', who)
  return touchpoints.map(({ on }: { on: string }) => on)
}

describe('group log', () => {
  test('touches only those present', async () => {
    const netkeep = await withClub()
    expect(await netkeep.run('group', 'log', 'job', '--present', 'ada', '-m', 'CVs')).toEqual({
      exitCode: 0,
      stdout: 'Job club met today with Ada Lovelace. Next due 6 Dec. Undo: netkeep undo\n',
      stderr: '',
    })
    expect([await touchesOf(netkeep, 'ada'), await touchesOf(netkeep, 'grace')]).toEqual([['2026-11-22'], []])
    expect((await netkeep.json('show', 'ada')).touchpoints[0]).toMatchObject({
      channel: 'meeting',
      note: 'CVs',
    })
  })

  test('names its group in show, as the last field of the row in a pipe, until the group is removed', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--present', 'ada', '-m', 'CVs')
    const rowOf = async (): Promise<string | undefined> =>
      (await netkeep.ok('show', 'ada')).split('\n').find((line) => line.startsWith('touchpoint\t'))
    const row = 'touchpoint\t2026-11-22\tmeeting\tcounted\t\t\t\tCVs\tAda Lovelace\t\t\t\t'
    expect(await rowOf()).toBe(`${row}Job club`)
    await netkeep.ok('group', 'remove', 'job')
    expect(await rowOf()).toBe(row)
    expect((await netkeep.json('show', 'ada')).touchpoints[0].group).toBeNull()
  })

  test.each([
    ['ada', 'grace'],
    ['with', 'ada', 'grace'],
    ['ada', '--present', 'grace,ada'],
    ['--all'],
    ['--all', 'ada'],
  ])('takes those behind the group for those who were there: %j %j %j', async (...words) => {
    const netkeep = await withClub()
    expect(
      await netkeep.ok('group', 'log', 'job', 'club', ...words.filter((word) => word !== undefined)),
    ).toBe('Job club met today with Ada Lovelace and Grace Hopper. Next due 6 Dec. Undo: netkeep undo\n')
  })

  test('says that a prospect has answered', async () => {
    const netkeep = await withClub()
    await netkeep.ok('add', 'Jean Bartik', '--prospect')
    expect(await netkeep.ok('group', 'log', 'job', 'jean', 'ada')).toBe(
      'Job club met today with Ada Lovelace and Jean Bartik. Next due 6 Dec. Jean Bartik has answered: a contact now, every 3m. Undo: netkeep undo\n',
    )
  })

  test('of a meeting that was logged says what is new', async () => {
    const netkeep = await withClub()
    const log = (...args: readonly string[]): Promise<string> => netkeep.ok('group', 'log', 'job', ...args)
    await log('ada')
    expect(await log('-m', 'CVs')).toBe(
      'Added to the meeting of Job club today: the note. Undo: netkeep undo\n',
    )
    expect(await log('ada', 'grace', '-m', 'cake')).toBe(
      'Added to the meeting of Job club today: Grace Hopper, the note. Undo: netkeep undo\n',
    )
  })

  test('asks for the id of a contact within a list of them, which stands behind the group', async () => {
    const netkeep = await withClub()
    await netkeep.ok('add', 'Ada Byron')
    const { stderr } = await netkeep.run('group', 'log', 'job', '--present', 'ada,grace')
    expect(stderr.split('\n').at(-2)).toMatch(/^Say which by more of the name, or by id: [0-9a-f]{6}$/)
  })

  test('with --all touches every member, as one touchpoint', async () => {
    const netkeep = await withClub()
    expect(await netkeep.ok('group', 'log', 'job', '--all', '--on', 'yesterday')).toBe(
      'Job club met yesterday with Ada Lovelace and Grace Hopper. Next due 5 Dec. Undo: netkeep undo\n',
    )
    expect((await netkeep.json('show', 'ada')).touchpoints[0].contacts).toHaveLength(2)
    expect(await touchesOf(netkeep, 'grace')).toEqual(['2026-11-21'])
  })

  test('without either moves the cadence of the group alone, and says how to say who was there', async () => {
    const netkeep = await withClub()
    expect(await netkeep.run('group', 'log', 'job', '--on', '2026-11-20')).toEqual({
      exitCode: 0,
      stdout: 'Job club met on 20 Nov. Next due 4 Dec. Undo: netkeep undo\n',
      stderr: "Who was there: netkeep group log 'Job club' --on 2026-11-20 --all, or --present ada,grace\n",
    })
    expect([await touchesOf(netkeep, 'ada'), await touchesOf(netkeep, 'grace')]).toEqual([[], []])
  })

  test('touches somebody who is no member too, and says how to make them one', async () => {
    const netkeep = await withClub()
    expect(await netkeep.run('group', 'log', 'job', '--present', 'alan')).toEqual({
      exitCode: 0,
      stdout: 'Job club met today with Alan Turing. Next due 6 Dec. Undo: netkeep undo\n',
      stderr: `Alan Turing: no member yet. To change that: netkeep group join 'Job club' ${await idOf(netkeep, 'alan')}\n`,
    })
    expect(await touchesOf(netkeep, 'alan')).toEqual(['2026-11-22'])
    expect((await netkeep.json('group'))[0].members).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('of the same day adds to that meeting: who was there besides, and another note', async () => {
    const netkeep = await withClub()
    const log = (...args: readonly string[]): Promise<string> => netkeep.ok('group', 'log', 'job', ...args)
    await log('-m', 'CVs')
    await log('--present', 'ada')
    await log('--present', 'grace,ada', '-m', 'cake')
    expect(await log('--present', 'ada', '-m', 'CVs')).toBe(
      'That meeting of Job club was logged already; nothing was changed.\n',
    )
    const { meetings } = await netkeep.json('group', 'show', 'job')
    expect(meetings).toMatchObject([{ note: 'CVs\ncake', present: ['Ada Lovelace', 'Grace Hopper'] }])
    const { touchpoints } = await netkeep.json('show', 'grace')
    expect(touchpoints).toMatchObject([{ note: 'CVs\ncake', contacts: [{}, {}] }])
    await netkeep.ok('undo')
    expect(await touchesOf(netkeep, 'grace')).toEqual([])
    expect((await netkeep.json('group', 'show', 'job')).meetings).toMatchObject([
      { note: 'CVs', present: ['Ada Lovelace'] },
    ])
  })

  test('of an earlier day leaves the cadence to the latest', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'log', 'job', '--on', '2026-11-20')
    expect(await netkeep.ok('group', 'log', 'job', '--all', '--on', '2026-11-01')).toBe(
      'Job club met on 1 Nov with Ada Lovelace and Grace Hopper. Next due 4 Dec. Undo: netkeep undo\n',
    )
  })

  test('with --json has the group, the meeting and those present', async () => {
    const netkeep = await withClub()
    const { uid } = await netkeep.json('show', 'ada')
    expect(await netkeep.json('group', 'log', 'job', '--present', 'ada')).toMatchObject({
      group: { name: 'Job club', lastOn: '2026-11-22', dueOn: '2026-12-06', standing: 'warm' },
      meeting: { on: '2026-11-22', note: null, present: ['Ada Lovelace'], presentUids: [uid] },
      contacts: [{ uid, lastTouchOn: '2026-11-22', lastChannel: 'meeting' }],
    })
  })

  test('with --all of a group without members says how to name them', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'add', 'Board')
    expect(await netkeep.run('group', 'log', 'board', '--all')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines('netkeep: Board has no members yet.', 'Name them: netkeep group join Board ada grace'),
    })
  })

  test('of a group without members says how to name them once, at its first meeting', async () => {
    const netkeep = await withClub()
    await netkeep.ok('group', 'add', 'Board')
    expect((await netkeep.run('group', 'log', 'board')).stderr).toBe(
      'Its members: netkeep group join Board ada grace\n',
    )
    expect((await netkeep.run('group', 'log', 'board', '--on', 'yesterday')).stderr).toBe('')
  })

  test('with nobody in --present names that option', async () => {
    const netkeep = await withClub()
    expect((await netkeep.run('group', 'log', 'job', '--present', ',')).stderr).toBe(
      lines('netkeep: The list of contacts is empty.', 'Name them with commas: --present ada,grace'),
    )
  })

  test('writes nothing where one of those present is nobody, or several', async () => {
    const netkeep = await withClub()
    await netkeep.ok('add', 'Ada King')
    expect((await netkeep.run('group', 'log', 'job', '--present', 'grace,bob')).exitCode).toBe(3)
    expect((await netkeep.run('group', 'log', 'job', '--present', 'grace,ada')).exitCode).toBe(3)
    expect((await netkeep.json('group'))[0].lastOn).toBe(null)
    const answer = await netkeep.onTerminal(['group', 'log', 'job', '--present', 'grace,ada'], ['Ada King'])
    expect(answer.stdout).toContain('with Ada King and Grace Hopper')
  })
})

test('a meeting that lies ahead is not logged, and nobody is snoozed for it', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('group', 'add', 'Job club')
  expect((await netkeep.run('group', 'log', 'job', '--on', 'tomorrow')).stderr).toBe(
    lines(
      'netkeep: 23 Nov: a meeting that lies ahead cannot be logged yet.',
      'Log it afterwards; without --on it is of today.',
    ),
  )
})
