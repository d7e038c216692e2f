import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On 10 December: Grace's birthday was yesterday, Ada's is today, Alan's first day is in a month. */
async function onBirthdays(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-11-22')
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'none', '--birthday', '1906-12-09')
  await netkeep.ok('add', 'Ada Lovelace', '--every', '2w', '--birthday', '--12-10')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  await netkeep.ok('date', 'add', 'alan', 'first day', '--on', '2027-01-11')
  netkeep.today = '2026-12-10'
  return netkeep
}

/** What `due` says of dates. */
async function datesDue(netkeep: Netkeep): Promise<readonly string[]> {
  const rows = (await netkeep.ok('due')).trimEnd().split('\n')
  return rows.filter((row) => row.endsWith('\tdate')).map((row) => row.split('\t')[1] ?? '')
}

describe('wish', () => {
  test('is for the nearest date, a light touch that leaves the due date', async () => {
    const netkeep = await onBirthdays()
    expect(await netkeep.run('wish', 'ada')).toEqual({
      exitCode: 0,
      stdout:
        'A wish to Ada Lovelace today (birthday): a light touch, due dates stay. Now 4 days overdue. Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      lastTouchOn: null,
      dueOn: '2026-12-06',
      touchpoints: [{ light: true, wish: true, direction: 'out', on: '2026-12-10' }],
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = await onBirthdays()
    expect((await netkeep.onTerminal(['wish', 'grace', '--on', 'yesterday'])).stdout).toBe(
      'A wish to Grace Hopper yesterday (birthday): a light touch, due dates stay. No\ncadence.\nUndo: netkeep undo\n',
    )
  })

  test('takes the date off the list until it comes again; undone, it is there again', async () => {
    const netkeep = await onBirthdays()
    expect(await datesDue(netkeep)).toEqual(['Grace Hopper', 'Ada Lovelace'])
    await netkeep.ok('wish', 'ada')
    expect(await datesDue(netkeep)).toEqual(['Grace Hopper'])
    await netkeep.ok('undo')
    expect(await datesDue(netkeep)).toEqual(['Grace Hopper', 'Ada Lovelace'])
    await netkeep.ok('redo')
    netkeep.today = '2027-12-09'
    expect(await datesDue(netkeep)).toEqual(['Grace Hopper', 'Ada Lovelace'])
  })

  test('a wish some days ahead is for the coming date', async () => {
    const netkeep = await onBirthdays()
    netkeep.today = '2026-12-08'
    await netkeep.ok('wish', 'grace')
    expect(await datesDue(netkeep)).toEqual(['Ada Lovelace'])
  })

  test('being in touch on the day is as good as a wish', async () => {
    const netkeep = await onBirthdays()
    await netkeep.ok('log', 'ada')
    expect(await datesDue(netkeep)).toEqual(['Grace Hopper'])
  })

  test('--counts makes it a touchpoint that counts', async () => {
    const netkeep = await onBirthdays()
    expect(await netkeep.ok('wish', 'ada', '--counts', '--by', 'call')).toBe(
      'A wish to Ada Lovelace today (birthday): it counts as being in touch. Next due 24 Dec. Undo: netkeep undo\n',
    )
  })

  test('--for says for which date', async () => {
    const netkeep = await onBirthdays()
    expect(await netkeep.ok('wish', 'alan', '--for', 'First Day')).toBe(
      'A wish to Alan Turing today (first day): a light touch, due dates stay. No cadence. Undo: netkeep undo\n',
    )
  })

  test('where no date is near, it is for nothing in particular', async () => {
    const netkeep = await onBirthdays()
    expect(await netkeep.ok('wish', 'alan', '-m', 'thank you')).toBe(
      'A wish to Alan Turing today: a light touch, due dates stay. No cadence. Undo: netkeep undo\n',
    )
  })

  test('to several is a touchpoint for each, for the date of each', async () => {
    const netkeep = await onBirthdays()
    expect(await netkeep.ok('wish', 'grace', 'ada', '-m', 'cake')).toBe(
      'A wish to Grace Hopper and Ada Lovelace today (birthday): a light touch, due dates stay. Next due: Grace Hopper no cadence, Ada Lovelace 4 days overdue. Undo: netkeep undo\n',
    )
    expect(await datesDue(netkeep)).toEqual([])
    expect((await netkeep.json('show', 'grace')).touchpoints[0].contacts).toHaveLength(1)
    await netkeep.ok('undo')
    expect(await datesDue(netkeep)).toHaveLength(2)
  })

  test('with --json prints the touchpoints and the contacts', async () => {
    const netkeep = await onBirthdays()
    const { touchpoints, contacts } = await netkeep.json('wish', 'grace', 'ada', '--by', 'message')
    expect(touchpoints).toMatchObject([
      { contacts: [{ name: 'Grace Hopper' }], channel: 'message', wish: true },
      { contacts: [{ name: 'Ada Lovelace' }], channel: 'message', wish: true },
    ])
    expect(contacts).toMatchObject([{ name: 'Grace Hopper' }, { name: 'Ada Lovelace' }])
  })

  test('show says that it was a wish', async () => {
    const netkeep = await onBirthdays()
    await netkeep.ok('wish', 'grace', '--by', 'message')
    expect((await netkeep.onTerminal(['show', 'grace'])).stdout).toContain(
      '     10 Dec  a wish, message, light, you reached out\n',
    )
  })

  test('for a date that the contact has not is refused, with the way to add it', async () => {
    const netkeep = await onBirthdays()
    const { id } = await netkeep.json('show', 'ada')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('wish', 'ada', '--for', 'name day')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: Ada Lovelace has no date called "name day"; nothing was recorded.',
        `Add it: netkeep date add ${id} "name day" --on "9 Dec"`,
      ),
    })
    expect((await netkeep.run('wish', 'ada', '--for', '')).stderr).toBe(
      'netkeep: The name of the date is empty.\n',
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('where one of several has no such date, nothing is written', async () => {
    const netkeep = await onBirthdays()
    const before = sha256Of(netkeep.db)
    expect((await netkeep.run('wish', 'grace', 'alan', '--for', 'birthday')).exitCode).toBe(3)
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})
