import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

async function withTwo(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.withInput('Grace Hopper\nAda Lovelace', 'add', '-', '--tag', 'mentor')
  return netkeep
}

describe('tag', () => {
  test('adds tags with + and takes them away with --remove', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.run('tag', 'grace', '+navy', '+compilers', '--remove', 'mentor')).toEqual({
      exitCode: 0,
      stdout: 'Grace Hopper: +compilers +navy. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test('says the same on a terminal, in short where the contacts differ', async () => {
    const netkeep = await withTwo()
    expect((await netkeep.onTerminal(['tag', 'grace', '-r', 'mentor'])).stdout).toBe(
      'Grace Hopper: no tags. Undo: netkeep undo\n',
    )
    expect((await netkeep.onTerminal(['tag', 'grace', 'ada', '+navy'])).stdout).toBe(
      'Grace Hopper and Ada Lovelace: tags changed. Undo: netkeep undo\n',
    )
    expect(await namesIn(netkeep, 'list', '--tag', 'navy')).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('with --json prints the contacts as list does', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.json('tag', 'grace', 'hopper', '+navy')).toMatchObject([
      { name: 'Grace Hopper', tags: ['mentor', 'navy'] },
    ])
  })

  test('a tag that is there is not added twice, whatever its case', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.ok('tag', 'grace', '+mentor')).toBe(
      'Grace Hopper: the tags are so already; nothing was changed.\n',
    )
    await netkeep.run('tag', 'grace', '+MENTOR')
    expect((await netkeep.json('show', 'grace')).tags).toHaveLength(1)
  })

  test('a tag is taken away whatever its case', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('tag', 'grace', '--remove', 'Mentor')
    expect((await netkeep.json('show', 'grace')).tags).toEqual([])
  })

  test.each([
    ['no tag', ['grace'], lines('netkeep: Name a tag.', 'Type: netkeep tag grace +mentor')],
    ['no contact', ['+navy'], lines('netkeep: Name a contact.', 'Type: netkeep tag grace +mentor')],
    [
      'two words',
      ['grace', '+old navy'],
      lines('netkeep: "old navy" cannot be a tag: a tag is one word.', 'Join the words: former-colleague'),
    ],
    ['nothing behind the +', ['grace', '+'], lines('netkeep: The tag is empty.')],
  ])('refuses %s', async (_case, args, stderr) => {
    const netkeep = await withTwo()
    expect(await netkeep.run('tag', ...args)).toEqual({ exitCode: 2, stdout: '', stderr })
  })
})
