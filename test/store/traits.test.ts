import { describe, expect, test } from 'vitest'
import { findByTrait, listTraitValues, sharedTraits } from '../../src/store/traits.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

async function withThree(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada', '--interest', 'open source, sailing', '--cause', 'libraries')
  await netkeep.ok('add', 'Bob', '--interest', 'Open-Source', '--cause', 'Sailing', '--offers', 'mentoring')
  await netkeep.ok('add', 'Cid', '--cause', 'LIBRARIES', '--interest', 'SAILING')
  return netkeep
}
const uidOf = async (netkeep: Netkeep, who: string): Promise<string> => (await netkeep.json('show', who)).uid
const interests = async (netkeep: Netkeep): Promise<unknown> => (await netkeep.json('show', 'ada')).interests

describe('a trait', () => {
  test('stands once for a contact, as it was spelt last', async () => {
    const netkeep = await withThree()
    await netkeep.ok('edit', 'ada', '--interest', 'SAILING')
    expect(await interests(netkeep)).toEqual(['SAILING', 'open source'])
    expect(await netkeep.ok('edit', 'ada', '--interest', 'SAILING')).toBe('Ada: nothing was changed.\n')
  })

  test('is taken away however it is spelt, and may come again', async () => {
    const netkeep = await withThree()
    await netkeep.ok('edit', 'ada', '--remove-interest', 'Sailing, OPEN SOURCE')
    expect(await interests(netkeep)).toEqual([])
    await netkeep.ok('edit', 'ada', '--interest', 'sailing')
    expect(await interests(netkeep)).toEqual(['sailing'])
    await netkeep.ok('undo', '2')
    expect(await interests(netkeep)).toEqual(['open source', 'sailing'])
  })

  test('is shared with those who have it of the same kind, told in the contact’s own spelling', async () => {
    const netkeep = await withThree()
    const [ada, bob, cid] = [
      await uidOf(netkeep, 'ada'),
      await uidOf(netkeep, 'bob'),
      await uidOf(netkeep, 'cid'),
    ]
    expect(sharedTraits(netkeep.store().db, ada)).toEqual(
      new Map([
        [bob, ['open source']],
        [cid, ['sailing', 'libraries']],
      ]),
    )
    await netkeep.ok('remove', 'cid')
    await netkeep.ok('edit', 'bob', '--remove-interest', 'open-source')
    expect(sharedTraits(netkeep.store().db, ada)).toEqual(new Map())
  })

  test('finds who has it and was touched last, and nobody who is removed', async () => {
    const netkeep = await withThree()
    const { db } = netkeep.store()
    const sailor = (except: string): string | undefined =>
      findByTrait(db, { kind: 'interest', value: 'Sailing' }, except)
    expect(sailor('')).toBe('Ada')
    await netkeep.ok('log', 'cid')
    expect(sailor('')).toBe('Cid')
    expect(sailor(await uidOf(netkeep, 'cid'))).toBe('Ada')
    await netkeep.ok('remove', 'cid')
    expect(sailor('')).toBe('Ada')
    await netkeep.ok('remove', 'ada')
    expect(sailor('')).toBeUndefined()
  })

  test('finds the same where very many have it', async () => {
    const netkeep = createNetkeep()
    const names = Array.from({ length: 120 }, (_, index) => `Sailor ${index}`)
    await netkeep.withInput(names.join('\n'), 'add', '-', '--interest', 'sailing')
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('log', 'Sailor 77')
    await netkeep.ok('log', 'grace')
    const { db } = netkeep.store()
    expect(findByTrait(db, { kind: 'interest', value: 'sailing' }, '')).toBe('Sailor 77')
    const except = await uidOf(netkeep, 'Sailor 77')
    expect(findByTrait(db, { kind: 'interest', value: 'sailing' }, except)).toMatch(/^Sailor \d+$/)
  })

  test('is among the values in use until nobody has it', async () => {
    const netkeep = await withThree()
    const { db } = netkeep.store()
    expect(listTraitValues(db, 'interest', 9)).toEqual(['Open-Source', 'SAILING', 'open source', 'sailing'])
    await netkeep.ok('edit', 'cid', '--remove-interest', 'sailing')
    expect(listTraitValues(db, 'interest', 9)).toEqual(['Open-Source', 'open source', 'sailing'])
    expect(listTraitValues(db, 'interest', 1)).toEqual(['Open-Source'])
  })
})

describe('find', () => {
  const found = async (netkeep: Netkeep, text: string): Promise<number> =>
    (await netkeep.json('find', text)).length

  test.each<[string, string, readonly string[], readonly string[]]>([
    [
      'an interest',
      'sail',
      ['edit', 'ada', '--interest', 'sailing'],
      ['edit', 'ada', '--remove-interest', 'sailing'],
    ],
    [
      'a cause',
      'librar',
      ['edit', 'ada', '--cause', 'libraries'],
      ['edit', 'ada', '--remove-cause', 'Libraries'],
    ],
    [
      'an offer',
      'mentoring',
      ['edit', 'ada', '--offers', 'mentoring'],
      ['edit', 'ada', '--remove-offers', 'mentoring'],
    ],
    [
      'a need',
      'funding',
      ['edit', 'ada', '--looks-for', 'funding'],
      ['edit', 'ada', '--remove-looks-for', 'funding'],
    ],
    [
      'a former employer',
      'vassar',
      ['edit', 'ada', '--formerly', 'Vassar'],
      ['edit', 'ada', '--remove-formerly', 'VASSAR'],
    ],
    [
      'the employer before this one',
      'navy',
      ['edit', 'ada', '--org', 'Univac'],
      ['edit', 'ada', '--remove-formerly', 'Navy'],
    ],
  ])('finds by %s, and no longer when it is taken away', async (_, text, give, take) => {
    const netkeep = createNetkeep('2026-01-10')
    await netkeep.ok('add', 'Ada', '--org', 'Navy')
    await netkeep.ok('add', 'Bob')
    netkeep.today = '2026-11-22'
    await netkeep.ok(...give)
    expect(await found(netkeep, text)).toBe(1)
    await netkeep.ok(...take)
    expect(await found(netkeep, text)).toBe(0)
    await netkeep.ok('undo')
    expect(await found(netkeep, text)).toBe(1)
    await netkeep.ok('remove', 'ada')
    expect(await found(netkeep, text)).toBe(0)
  })

  test('finds by a promise, also one that is done, and no longer when it is undone', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada')
    await netkeep.ok('promise', 'add', 'ada', 'send the paper')
    expect(await found(netkeep, 'paper')).toBe(1)
    await netkeep.ok('promise', 'done', 'ada')
    expect(await found(netkeep, 'paper')).toBe(1)
    await netkeep.ok('undo', '2')
    expect(await found(netkeep, 'paper')).toBe(0)
  })
})
