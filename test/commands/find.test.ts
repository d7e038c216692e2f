import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

async function withNotes(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok(
    'add',
    'Grace Hopper',
    '--org',
    'Navy',
    '--note',
    'Collects nanoseconds',
    '--email',
    'grace@navy.mil',
  )
  await netkeep.ok('add', 'Zoë Compton', '--title', 'Compiler engineer', '--tag', 'berlin', '--alias', 'Zed')
  await netkeep.ok(
    'log',
    'grace',
    '--on',
    '2026-11-20',
    '-m',
    'The compiler talk in Berlin',
    '--at',
    'Blue Bottle',
  )
  await netkeep.ok('log', 'grace', '--on', '2026-11-10', '-m', 'Her compilers course')
  return netkeep
}

describe('find', () => {
  test('on a terminal shows where the words stand, contacts before touchpoints, the newest first', async () => {
    const netkeep = await withNotes()
    const { stdout } = await netkeep.onTerminal(['find', 'compiler', '--no-color'])
    expect(stdout).toBe(
      lines(
        'Zoë Compton         title   Compiler engineer',
        'Grace Hopper  Navy  20 Nov  The compiler talk in Berlin',
        'Grace Hopper  Navy  10 Nov  Her compilers course',
        '2 contacts',
      ),
    )
  })

  test('in a pipe has a line a match', async () => {
    const netkeep = await withNotes()
    const [grace, zoe] = await netkeep.json('list')
    expect(await netkeep.ok('find', 'compiler')).toBe(
      lines(
        `${zoe.id}\tZoë Compton\t\ttitle\t\tCompiler engineer`,
        `${grace.id}\tGrace Hopper\tNavy\ttouchpoint\t2026-11-20\tThe compiler talk in Berlin`,
        `${grace.id}\tGrace Hopper\tNavy\ttouchpoint\t2026-11-10\tHer compilers course`,
      ),
    )
  })

  test('with --json gives contacts as list does, each with its matches', async () => {
    const netkeep = await withNotes()
    const [grace, zoe] = await netkeep.json('list')
    expect(await netkeep.json('find', 'compiler')).toEqual([
      { ...zoe, matches: [{ field: 'title', on: null, text: 'Compiler engineer' }] },
      {
        ...grace,
        matches: [
          { field: 'touchpoint', on: '2026-11-20', text: 'The compiler talk in Berlin' },
          { field: 'touchpoint', on: '2026-11-10', text: 'Her compilers course' },
        ],
      },
    ])
  })

  test.each([
    ['a name', ['hopper'], ['Grace Hopper']],
    ['a name without its diacritics, in capitals', ['ZOE'], ['Zoë Compton']],
    ['an organization', ['navy'], ['Grace Hopper']],
    ['the note about a contact', ['nanoseconds'], ['Grace Hopper']],
    ['a tag', ['berlin', 'zoe'], ['Zoë Compton']],
    ['an alias', ['zed'], ['Zoë Compton']],
    ['an address', ['mil'], ['Grace Hopper']],
    ['a place', ['bottle'], ['Grace Hopper']],
    ['the beginning of a word', ['nano'], ['Grace Hopper']],
    ['several words, all of which must occur', ['talk', 'berlin'], ['Grace Hopper']],
    ['the end of a word: never', ['seconds'], []],
  ])('finds by %s', async (_what, words, names) => {
    const netkeep = await withNotes()
    expect(await namesIn(netkeep, 'find', ...words)).toEqual(names)
  })

  test('a removed contact is not found, nor what was said with it', async () => {
    const netkeep = await withNotes()
    await netkeep.ok('remove', 'grace')
    expect(await namesIn(netkeep, 'find', 'compiler')).toEqual(['Zoë Compton'])
  })

  test.each([
    ['"compiler'],
    ['compiler*'],
    ['compiler OR nothing'],
    ['note:compiler'],
    ['NEAR(compiler talk)'],
    ['compiler AND'],
    ["'; DROP TABLE contact; --"],
    ['%'],
    ['_'],
    ['(('],
  ])('the search syntax of databases has no meaning: %s', async (typed) => {
    const netkeep = await withNotes()
    const { exitCode } = await netkeep.run('find', typed)
    expect([0, 2]).toContain(exitCode)
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper', 'Zoë Compton'])
  })

  test('% and _ are no wildcards', async () => {
    const netkeep = await withNotes()
    expect(await netkeep.json('find', 'gr%')).toEqual(await netkeep.json('find', 'gr'))
    expect(await netkeep.json('find', 'g_ace')).toEqual([])
  })

  test('nothing found is an answer', async () => {
    const netkeep = await withNotes()
    expect(await netkeep.onTerminal(['find', 'fortran'])).toEqual({
      exitCode: 0,
      stdout: 'Nothing found for "fortran".\n',
      stderr: '',
    })
    expect(await netkeep.run('find', 'fortran')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('find', 'fortran')).toEqual([])
  })

  test('no word at all is refused', async () => {
    const netkeep = await withNotes()
    expect(await netkeep.run('find', ' ')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines('netkeep: There is no word to search for.', 'Type: netkeep find compiler'),
    })
  })
})
