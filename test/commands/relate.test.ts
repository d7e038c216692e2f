import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

async function withFive(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  for (const name of ['Grace Hopper', 'Ada Lovelace', 'Alan Turing', 'Bob Friend', 'Jean Knows']) {
    await netkeep.ok('add', name, '--circle', 'none')
  }
  return netkeep
}

/** The relations of a contact, as in a pipe. */
async function relationsOf(netkeep: Netkeep, who: string): Promise<readonly string[]> {
  return (await netkeep.ok('relate', who)).split('\n').slice(0, -1)
}

describe('relate', () => {
  test('is told once and shown from both sides', async () => {
    const netkeep = await withFive()
    expect(await netkeep.run('relate', 'ada', 'reports-to', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'Ada Lovelace: reports to Grace Hopper. Undo: netkeep undo\n',
      stderr: '',
    })
    expect((await netkeep.onTerminal(['relate', 'alan', 'mentor', 'ada'])).stdout).toBe(
      'Alan Turing: mentor of Ada Lovelace. Undo: netkeep undo\n',
    )
    expect(await relationsOf(netkeep, 'ada')).toEqual(['mentee\tAlan Turing', 'reports-to\tGrace Hopper'])
    expect(await relationsOf(netkeep, 'grace')).toEqual(['manages\tAda Lovelace'])
    expect(await relationsOf(netkeep, 'alan')).toEqual(['mentor\tAda Lovelace'])
    expect((await netkeep.onTerminal(['relate', 'ada'])).stdout).toBe(
      lines('Ada Lovelace', 'mentee of   Alan Turing', 'reports to  Grace Hopper'),
    )
  })

  test.each([
    ['colleague', 'colleague'],
    ['reports-to', 'manages'],
    ['manages', 'reports-to'],
    ['mentor', 'mentee'],
    ['mentee', 'mentor'],
    ['client', 'supplier'],
    ['supplier', 'client'],
    ['family', 'family'],
    ['partner', 'partner'],
    ['friend', 'friend'],
    ['knows', 'knows'],
  ])('%s is %s from the other side, and telling that adds nothing', async (kind, inverse) => {
    const netkeep = await withFive()
    await netkeep.ok('relate', 'ada', kind, 'grace')
    expect([await relationsOf(netkeep, 'ada'), await relationsOf(netkeep, 'grace')]).toEqual([
      [`${kind}\tGrace Hopper`],
      [`${inverse}\tAda Lovelace`],
    ])
    const before = sha256Of(netkeep.db)
    expect(await netkeep.ok('relate', 'grace', inverse, 'ada')).toContain(
      '. That was known; nothing was changed.\n',
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('with --json prints the relation, of one contact all of them', async () => {
    const netkeep = await withFive()
    const related = await netkeep.json('relate', 'grace', 'manages', 'ada')
    const [ada, grace] = [await netkeep.json('show', 'ada'), await netkeep.json('show', 'grace')]
    expect(related).toEqual({
      uid: expect.any(String),
      a: { uid: grace.uid, name: 'Grace Hopper' },
      kind: 'manages',
      b: { uid: ada.uid, name: 'Ada Lovelace' },
      inverse: 'reports-to',
    })
    expect(await netkeep.json('relate', 'ada')).toEqual([
      { uid: related.uid, kind: 'reports-to', contact: { uid: grace.uid, name: 'Grace Hopper' } },
    ])
    expect(ada.relations).toEqual([{ kind: 'reports-to', uid: grace.uid, name: 'Grace Hopper' }])
  })

  test('--remove takes it away, from whichever side; undo brings it back', async () => {
    const netkeep = await withFive()
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace')
    expect(await netkeep.ok('relate', 'grace', 'manages', 'ada', '--remove')).toBe(
      'Removed from Grace Hopper: manages Ada Lovelace. Undo: netkeep undo\n',
    )
    expect(await relationsOf(netkeep, 'ada')).toEqual([])
    const before = sha256Of(netkeep.db)
    expect(await netkeep.ok('relate', 'ada', 'reports-to', 'grace', '--remove')).toBe(
      'Ada Lovelace: reports to Grace Hopper. That was not known; nothing was changed.\n',
    )
    expect(sha256Of(netkeep.db)).toBe(before)
    await netkeep.ok('undo')
    expect(await relationsOf(netkeep, 'grace')).toEqual(['manages\tAda Lovelace'])
  })

  test.each([
    [['Grace', 'Hopper', 'knows', 'alan', 'turing'], 'Grace Hopper: knows Alan Turing.'],
    [['ADA', 'KNOWS', 'alan'], 'Ada Lovelace: knows Alan Turing.'],
    [['bob', 'friend', 'knows', 'ada'], 'Bob Friend: knows Ada Lovelace.'],
    [['ada', 'friend', 'bob', 'friend'], 'Ada Lovelace: friend of Bob Friend.'],
    [['jean', 'knows', 'colleague', 'ada'], 'Jean Knows: colleague of Ada Lovelace.'],
  ])('%j: %s', async (words, said) => {
    const netkeep = await withFive()
    expect(await netkeep.ok('relate', ...words)).toBe(`${said} Undo: netkeep undo\n`)
  })

  test('a name that holds the word of a relation is still a name', async () => {
    const netkeep = await withFive()
    expect((await netkeep.onTerminal(['relate', 'bob', 'friend'])).stdout).toBe(
      'Bob Friend: no relations yet. Add one: netkeep relate ada reports-to grace\n',
    )
    expect(await netkeep.run('relate', 'bob', 'friend')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
  })

  test('relations of the setting are the same from both sides', async () => {
    const netkeep = await withFive()
    expect((await netkeep.run('relate', 'ada', 'bandmate', 'alan')).stderr).toBe(
      lines(
        'netkeep: Which contact is what to which other? "ada bandmate alan" does not say it.',
        'Type: netkeep relate ada reports-to grace. Relations: colleague, reports-to, manages, mentor, mentee, client, supplier, family, partner, friend, knows. More of your own: netkeep config set relation-kinds bandmate',
      ),
    )
    await netkeep.ok('config', 'set', 'relation-kinds', 'bandmate')
    expect(await netkeep.ok('relate', 'ada', 'bandmate', 'alan')).toBe(
      'Ada Lovelace: bandmate of Alan Turing. Undo: netkeep undo\n',
    )
    expect(await relationsOf(netkeep, 'alan')).toEqual(['bandmate\tAda Lovelace'])
  })

  test('nobody is related to themselves', async () => {
    const netkeep = await withFive()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('relate', 'ada', 'knows', 'lovelace')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines('netkeep: Both are Ada Lovelace.', 'Name two contacts: netkeep relate ada knows grace'),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('a removed contact is in no relation, and comes back with it', async () => {
    const netkeep = await withFive()
    await netkeep.ok('relate', 'ada', 'knows', 'alan')
    await netkeep.ok('remove', 'alan')
    expect(await relationsOf(netkeep, 'ada')).toEqual([])
    await netkeep.ok('undo')
    expect(await relationsOf(netkeep, 'ada')).toEqual(['knows\tAlan Turing'])
  })

  test('stands in the history of both', async () => {
    const netkeep = await withFive()
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace')
    await netkeep.ok('relate', 'ada', 'reports-to', 'grace', '--remove')
    for (const who of ['ada', 'grace']) {
      expect((await netkeep.onTerminal(['history', who])).stdout.split('\n').slice(1, 4)).toEqual([
        '    relation: removed Ada Lovelace reports to Grace Hopper',
        'just now  netkeep relate ada reports-to grace           Ada Lovelace and Grace…',
        '    relation: Ada Lovelace reports to Grace Hopper',
      ])
    }
  })
})
