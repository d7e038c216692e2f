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

  test('a tag may be of several words, in every place that names one', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.ok('tag', 'grace', '+Old friends', '+navy')).toBe(
      'Grace Hopper: +Old friends +mentor +navy. Undo: netkeep undo\n',
    )
    expect(await namesIn(netkeep, 'list', '--tag', 'old friends')).toEqual(['Grace Hopper'])
    await netkeep.ok('edit', 'ada', '--tag', 'INFORMATION TECHNOLOGY')
    await netkeep.ok('edit', 'ada', '--remove-tag', 'information technology')
    await netkeep.ok('tag', 'grace', '--remove', 'OLD FRIENDS')
    expect((await netkeep.json('show', 'grace')).tags).toEqual(['mentor', 'navy'])
    expect((await netkeep.json('show', 'ada')).tags).toEqual(['mentor'])
  })

  test('what a card called a tag is taken away as it is, whatever stands in it', async () => {
    const netkeep = createNetkeep()
    const card = ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ada', 'CATEGORIES:old\\, new,+navy', 'END:VCARD', '']
    await netkeep.withInput(card.join('\r\n'), 'import', '-')
    expect((await netkeep.json('show', 'ada')).tags).toEqual(['+navy', 'old, new'])
    await netkeep.ok('tag', 'ada', '--remove', 'old, new', '--remove', '++navy')
    expect((await netkeep.json('show', 'ada')).tags).toEqual([])
  })

  test.each([
    ['no tag', ['grace'], lines('netkeep: Name a tag.', 'Type: netkeep tag grace +mentor')],
    ['no contact', ['+navy'], lines('netkeep: Name a contact.', 'Type: netkeep tag grace +mentor')],
    ...['old,navy', '+navy'].map((tag): [string, string[], string] => [
      tag,
      ['grace', `+${tag}`],
      lines(
        `netkeep: "${tag}" cannot be a tag: a tag has no comma in it, and does not begin with a plus sign.`,
        'Name several one by one: netkeep tag grace +mentor "+old friends"',
      ),
    ]),
    ['nothing behind the +', ['grace', '+'], lines('netkeep: The tag is empty.')],
  ])('refuses %s', async (_case, args, stderr) => {
    const netkeep = await withTwo()
    expect(await netkeep.run('tag', ...args)).toEqual({ exitCode: 2, stdout: '', stderr })
  })
})
