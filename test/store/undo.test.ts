import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'
import { commands, countSteps, perform, visible } from './random-commands.ts'

/** A day on which much of what the commands plan is past, and some is not. */
const JUDGED_ON = '2027-03-01'

test('undoing any commands one by one restores all that a user can see, and redoing brings it back', async () => {
  await fc.assert(
    fc.asyncProperty(commands, async (steps) => {
      const netkeep = createNetkeep()
      const store = netkeep.store()
      const states = [visible(store, JUDGED_ON)]
      for (const step of steps) {
        const before = countSteps(store)
        await perform(netkeep, step)
        if (countSteps(store) > before) states.push(visible(store, JUDGED_ON))
        else expect(visible(store, JUDGED_ON)).toEqual(states.at(-1))
      }
      for (const state of states.slice(0, -1).reverse()) {
        await netkeep.ok('undo')
        expect(visible(store, JUDGED_ON)).toEqual(state)
      }
      expect(await netkeep.run('undo')).toMatchObject({ exitCode: 1 })
      for (const state of states.slice(1)) {
        await netkeep.ok('redo')
        expect(visible(store, JUDGED_ON)).toEqual(state)
      }
      expect(await netkeep.run('redo')).toMatchObject({ exitCode: 1 })
    }),
    { seed: 20_261_122, numRuns: 25 },
  )
}, 120_000)

async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--every', '2w')
  return netkeep
}
const organization = async (netkeep: Netkeep): Promise<unknown> =>
  (await netkeep.json('show', 'grace')).organization
const names = async (netkeep: Netkeep): Promise<readonly string[]> =>
  (await netkeep.json('list')).map(({ name }: { name: string }) => name)

describe('undo', () => {
  test('says what it took back, and with nothing left that there is nothing', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('undo')).toBe(
      "Took back: netkeep add 'Grace Hopper' --every 2w (just now)\nBring it back: netkeep redo\n",
    )
    expect(await names(netkeep)).toEqual([])
    expect(await netkeep.run('undo')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'netkeep: There is nothing to undo.\nSee what was done: netkeep history\n',
    })
  })

  test('goes on with the command before after a redo', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('undo')
    await netkeep.ok('redo')
    await netkeep.ok('undo')
    expect(await organization(netkeep)).toBe('Navy')
    await netkeep.ok('undo')
    expect(await organization(netkeep)).toBeNull()
  })

  test('takes back several at once, and no more than there are', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    expect(await netkeep.json('undo', '2')).toHaveLength(2)
    expect(await organization(netkeep)).toBeNull()
    expect(await netkeep.json('redo', '9')).toHaveLength(2)
    expect(await organization(netkeep)).toBe('Univac')
    expect(await netkeep.json('undo', '9')).toHaveLength(3)
    expect(await names(netkeep)).toEqual([])
  })

  test.each(['0', '-1', '1.5', 'all', '1000000'])('%s is no number of commands', async (count) => {
    const netkeep = await withGrace()
    expect(await netkeep.run('undo', '--', count)).toMatchObject({ exitCode: 2 })
    expect(await names(netkeep)).toEqual(['Grace Hopper'])
  })

  test('passes over a command that changed nothing: it was no step', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('every', 'grace', '2w')
    await netkeep.ok('pause', 'grace')
    await netkeep.ok('pause', 'grace')
    await netkeep.ok('tag', 'grace', '--remove', 'nothing')
    await netkeep.run('pause', 'nobody')
    await netkeep.ok('undo')
    expect((await netkeep.json('show', 'grace')).pausedOn).toBeNull()
    await netkeep.ok('undo')
    expect(await names(netkeep)).toEqual([])
  })

  test('a command that changed nothing leaves the redo list', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('pause', 'grace')
    await netkeep.ok('undo')
    await netkeep.ok('every', 'grace', '2w')
    await netkeep.ok('redo')
    expect((await netkeep.json('show', 'grace')).pausedOn).toBe('2026-11-22')
  })

  test('a new command clears the redo list', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    await netkeep.ok('undo')
    await netkeep.ok('tag', 'grace', '+mentor')
    expect(await netkeep.run('redo')).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'netkeep: There is nothing to redo.\nSee what was done: netkeep history\n',
    })
    await netkeep.ok('undo')
    await netkeep.ok('redo')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ organization: null, tags: ['mentor'] })
  })

  test('walks back past commands that were undone before', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    await netkeep.ok('edit', 'grace', '--title', 'Admiral')
    await netkeep.ok('undo')
    await netkeep.ok('tag', 'grace', '+mentor')
    await netkeep.ok('undo', '2')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ organization: null, title: null, tags: [] })
    await netkeep.ok('redo', '2')
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      organization: 'Navy',
      title: null,
      tags: ['mentor'],
    })
  })

  test('works though the clock was set back a year', async () => {
    const netkeep = await withGrace()
    netkeep.today = '2025-11-22'
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    await netkeep.ok('undo')
    expect(await organization(netkeep)).toBeNull()
    await netkeep.ok('redo')
    expect(await organization(netkeep)).toBe('Navy')
  })

  test('goes on after the database was moved to another machine', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    netkeep.store().db.exec("UPDATE replica SET host = 'the machine it was on'")
    await netkeep.ok('edit', 'grace', '--org', 'Univac')
    await netkeep.ok('undo')
    expect(await organization(netkeep)).toBe('Navy')
    await netkeep.ok('undo')
    expect(await organization(netkeep)).toBeNull()
  })

  test('leaves a field that another device has written since, and restores the others', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', 'Navy', '--title', 'Admiral')
    netkeep.store().db.exec(`
      UPDATE replica SET applying = 1;
      INSERT INTO op SELECT 'ffff' || substr(max(h), 5, 13) || 'another00000', 'contact', r, '{"organization":"Univac"}', 1
        FROM op WHERE t = 'contact';
      UPDATE contact SET organization = 'Univac';
      UPDATE replica SET applying = 0;`)
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ organization: 'Univac', title: null })
  })

  test('brings a removed contact back with all it had', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--email', 'grace@navy.mil', '--alias', 'Amazing', '--tag', 'mentor')
    await netkeep.ok('log', 'grace', '-m', 'asked about the compiler')
    const before = await netkeep.ok('show', 'grace', '--json')
    await netkeep.ok('remove', 'grace')
    await netkeep.ok('undo')
    expect(await netkeep.ok('show', 'amazing', '--json')).toBe(before)
  })

  test('takes an import back whole, and a new import brings all of it back', async () => {
    const netkeep = await withGrace()
    writeFileSync(
      path.join(netkeep.folder, 'Connections.csv'),
      `First Name,Last Name,URL,Email Address,Company,Position,Connected On
Ada,Lovelace,https://www.linkedin.com/in/ada,ada@x.org,Analytics,Countess,12 Jan 2024
Alan,Turing,https://www.linkedin.com/in/alan,,Bletchley,,07 Jun 2023
`,
    )
    const without = await netkeep.ok('list', '--json')
    await netkeep.ok('import', 'Connections.csv', '--circle', 'outer')
    const imported = await netkeep.ok('list', '--json')
    await netkeep.ok('undo')
    expect(await netkeep.ok('list', '--json')).toBe(without)
    expect(await netkeep.json('import', 'Connections.csv', '--circle', 'outer')).toMatchObject({
      contacts: { new: 2, updated: 0, unchanged: 0, removedEarlier: 0 },
    })
    expect(await netkeep.ok('list', '--json')).toBe(imported)
    await netkeep.ok('undo')
    expect(await netkeep.ok('list', '--json')).toBe(without)
    await netkeep.ok('redo')
    expect(await netkeep.ok('list', '--json')).toBe(imported)
  })
})
