import { describe, expect, test } from 'vitest'
import { RELATION_KINDS } from '../../src/domain/relation.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  for (const name of ['Ada Lovelace', 'Grace Hopper', 'Alan Turing']) await netkeep.ok('add', name)
  return netkeep
}

const relationsOf = (netkeep: Netkeep, who: string): Promise<string> => netkeep.ok('relate', who)
const countRows = (netkeep: Netkeep): unknown =>
  netkeep.store().db.prepare('SELECT count(*) FROM relation WHERE deleted IS NULL').pluck().get()

describe('a relation', () => {
  test.each(Object.entries(RELATION_KINDS).map(([kind, { inverse }]) => [kind, inverse]))(
    '%s is stored once, whichever side it is told from, and shown from both',
    async (kind, inverse) => {
      for (const [first, told, second] of [
        ['ada', kind, 'grace'],
        ['grace', inverse, 'ada'],
      ] as const) {
        const netkeep = await withThree()
        await netkeep.ok('relate', first, told, second)
        expect(await relationsOf(netkeep, 'ada')).toBe(`${kind}\tGrace Hopper\n`)
        expect(await relationsOf(netkeep, 'grace')).toBe(`${inverse}\tAda Lovelace\n`)
        expect(await netkeep.ok('relate', 'ada', kind, 'grace')).toContain('nothing was changed')
        expect(await netkeep.ok('relate', 'grace', inverse, 'ada')).toContain('nothing was changed')
        expect(countRows(netkeep)).toBe(1)
        await netkeep.ok('relate', 'grace', inverse, 'ada', '--remove')
        expect(await relationsOf(netkeep, 'ada')).toBe('')
        expect(await relationsOf(netkeep, 'grace')).toBe('')
        await netkeep.ok('undo')
        expect(await relationsOf(netkeep, 'ada')).toBe(`${kind}\tGrace Hopper\n`)
      }
    },
  )

  test('of a kind of the user’s own is the same from both sides', async () => {
    const netkeep = await withThree()
    await netkeep.ok('config', 'set', 'relation-kinds', 'bandmate')
    await netkeep.ok('relate', 'ada', 'bandmate', 'grace')
    expect(await netkeep.ok('relate', 'grace', 'bandmate', 'ada')).toContain('nothing was changed')
    expect(await relationsOf(netkeep, 'grace')).toBe('bandmate\tAda Lovelace\n')
    expect(countRows(netkeep)).toBe(1)
  })

  test('of one kind does not hide one of another, nor its own other way round', async () => {
    const netkeep = await withThree()
    await netkeep.ok('relate', 'ada', 'mentor', 'grace')
    await netkeep.ok('relate', 'grace', 'mentor', 'ada')
    await netkeep.ok('relate', 'ada', 'knows', 'grace')
    expect(await relationsOf(netkeep, 'ada')).toBe(
      'knows\tGrace Hopper\nmentee\tGrace Hopper\nmentor\tGrace Hopper\n',
    )
  })

  test('stands by kind, as it is shown, and name', async () => {
    const netkeep = await withThree()
    await netkeep.ok('add', 'Zoë')
    await netkeep.ok('relate', 'ada', 'mentor', 'alan')
    await netkeep.ok('relate', 'ada', 'mentee', 'grace')
    await netkeep.ok('relate', 'ada', 'mentor', 'zoe')
    expect(await relationsOf(netkeep, 'ada')).toBe('mentee\tGrace Hopper\nmentor\tAlan Turing\nmentor\tZoë\n')
  })

  test('with somebody who is removed is out of sight until they are back', async () => {
    const netkeep = await withThree()
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace')
    await netkeep.ok('remove', 'grace')
    expect(await relationsOf(netkeep, 'ada')).toBe('')
    await netkeep.ok('undo')
    expect(await relationsOf(netkeep, 'ada')).toBe('reports-to\tGrace Hopper\n')
  })

  test('with oneself there is none', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('relate', 'ada', 'knows', 'ada lovelace')).toMatchObject({ exitCode: 2 })
  })
})

describe('an introduction', () => {
  test('is shown from both sides, and may be changed and taken back', async () => {
    const netkeep = await withThree()
    await netkeep.ok('edit', 'ada', '--introduced-by', 'grace')
    await netkeep.ok('edit', 'alan', '--introduced-by', 'grace')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ introducedBy: { name: 'Grace Hopper' } })
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      introduced: [{ name: 'Ada Lovelace' }, { name: 'Alan Turing' }],
    })
    await netkeep.ok('edit', 'ada', '--introduced-by', '')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ introduced: [{ name: 'Alan Turing' }] })
    await netkeep.ok('remove', 'grace')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ introducedBy: null })
  })

  test('of somebody by themselves is refused', async () => {
    const netkeep = await withThree()
    expect(await netkeep.run('edit', 'ada', '--introduced-by', 'ada')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: 'netkeep: Nobody is introduced by themselves: Ada Lovelace.\nName another contact.\n',
    })
  })
})
