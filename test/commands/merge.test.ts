import { describe, expect, test } from 'vitest'
import { createNetkeep, idOf, lines, type Netkeep, namesIn } from '../harness.ts'

async function withTwo(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'John Smith', '--email', 'john@x.org', '--location', 'Berlin')
  await netkeep.ok('add', 'Jon Smith', '--email', 'jon@x.org', '--tag', 'mentor', '--location', 'Paris')
  await netkeep.ok('log', 'jon', '--by', 'coffee')
  return netkeep
}

/** Two contacts of one name; the second was added later. */
async function withNamesakes(): Promise<Netkeep & { readonly ids: readonly string[] }> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
  await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@y.org')
  return { ...netkeep, ids: [await idOf(netkeep, 'ada@x.org'), await idOf(netkeep, 'ada@y.org')] }
}

const SAID = '1 touchpoint, 1 address, 1 alias and 1 tag come over. In the note, since they differ: location.'

describe('merge', () => {
  test('says what came over', async () => {
    const netkeep = await withTwo()
    expect(await netkeep.run('merge', 'john', 'jon')).toEqual({
      exitCode: 0,
      stdout: lines(`Merged Jon Smith into John Smith. ${SAID} Undo: netkeep undo`),
      stderr: '',
    })
    expect(await netkeep.json('show', 'jon')).toMatchObject({
      name: 'John Smith',
      aliases: ['Jon Smith'],
      emails: ['john@x.org', 'jon@x.org'],
      tags: ['mentor'],
      location: 'Berlin',
      note: 'Of Jon Smith, merged on 2026-11-22: location Paris',
      touchpoints: [{ channel: 'coffee' }],
    })
  })

  test('says the same on a terminal, in lines that fit', async () => {
    const netkeep = await withTwo()
    expect((await netkeep.onTerminal(['merge', 'john', 'jon'])).stdout).toBe(
      lines(
        'Merged Jon Smith into John Smith. 1 touchpoint, 1 address, 1 alias and 1 tag',
        'come over. In the note, since they differ: location.',
        'Undo: netkeep undo',
      ),
    )
  })

  test('with --json prints the contact, who went into it, and what came over', async () => {
    const netkeep = await withTwo()
    const jon = await netkeep.json('show', 'jon')
    expect(await netkeep.json('merge', 'john', 'jon')).toEqual({
      contact: expect.objectContaining({ name: 'John Smith', tags: ['mentor'], lastTouchOn: '2026-11-22' }),
      merged: { uid: jon.uid, id: jon.id, name: 'Jon Smith', organization: null },
      joined: {
        addresses: 1,
        aliases: 1,
        tags: 1,
        interests: 0,
        causes: 0,
        offers: 0,
        looksFor: 0,
        dates: 0,
        formerJobs: 0,
        relations: 0,
        introductions: 0,
        introducedToItself: 0,
        introducedTwice: 0,
        events: 0,
        groups: 0,
        promises: 0,
        touchpoints: 1,
        filled: [],
        noted: ['location'],
      },
      dryRun: false,
    })
  })

  test('with --dry-run only says what would come over', async () => {
    const netkeep = await withTwo()
    const before = await netkeep.json('list')
    expect(await netkeep.ok('merge', 'john', 'jon', '--dry-run')).toBe(
      lines(`Would merge Jon Smith into John Smith. ${SAID}`),
    )
    expect(await netkeep.json('merge', 'john', 'jon', '--dry-run')).toMatchObject({ dryRun: true })
    expect(await netkeep.json('list')).toEqual(before)
    expect(await netkeep.json('history')).toHaveLength(3)
  })

  test('says which fields are filled, and calls interests, causes, offers and needs by their names', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'none')
    await netkeep.ok(
      'add',
      'Ada King',
      '--title',
      'Countess',
      '--birthday',
      '1815-12-10',
      '--interest',
      'engines',
    )
    await netkeep.ok('edit', 'king', '--looks-for', 'a tutor, a patron', '--circle', 'none')
    const { joined } = await netkeep.json('merge', 'lovelace', 'king', '--dry-run')
    expect(joined).toMatchObject({ interests: 1, looksFor: 2, filled: ['title', 'birthday'] })
    expect(await netkeep.ok('merge', 'lovelace', 'king')).toBe(
      lines(
        'Merged Ada King into Ada Lovelace. 1 alias, 1 interest and 2 needs come over. Filled in: title, birthday. Undo: netkeep undo',
      ),
    )
  })

  test('of a contact with nothing of its own says so', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('add', 'ADA  LOVELACE')
    const [a, b] = await netkeep.json('list')
    expect(await netkeep.ok('merge', a.id, b.id)).toBe(
      lines(`Merged ${b.name} into ${a.name}. It had nothing that was not known. Undo: netkeep undo`),
    )
  })

  test('understands names of several words in quotes, and without them where only one reading is possible', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('merge', 'john smith', 'jon smith')
    await netkeep.ok('undo')
    await netkeep.ok('merge', 'john', 'smith', 'jon', 'smith')
    expect(await namesIn(netkeep, 'list')).toEqual(['John Smith'])
  })
})

describe('two contacts of one name', () => {
  test('are asked about on a terminal: which one is to stay', async () => {
    const netkeep = await withNamesakes()
    const { stdout } = await netkeep.onTerminal(
      ['merge', 'ada lovelace'],
      [(offered) => offered.find((name) => name.includes(netkeep.ids[1] ?? '')) ?? ''],
    )
    expect(stdout).toBe(
      lines(
        `Merged Ada Lovelace (${netkeep.ids[0]}) into Ada Lovelace (${netkeep.ids[1]}). 1 address comes over.`,
        'Undo: netkeep undo',
      ),
    )
    expect((await netkeep.json('list'))[0].id).toBe(netkeep.ids[1])
  })

  test('are told apart by what is known of them', async () => {
    const netkeep = await withNamesakes()
    await netkeep.ok('edit', netkeep.ids[1] ?? '', '--org', 'Engines')
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['merge', 'ada lovelace'],
      [
        (names) => {
          offered = names
          return names[0] ?? ''
        },
      ],
    )
    expect([...offered].sort()).toEqual([
      `Ada Lovelace, Engines, ada@y.org (${netkeep.ids[1]})`,
      `Ada Lovelace, ada@x.org (${netkeep.ids[0]})`,
    ])
  })

  test('are named by id where nobody can be asked', async () => {
    const { run, ids } = await withNamesakes()
    expect(await run('merge', 'ada', 'ada')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: expect.stringMatching(
        `^netkeep: Two contacts are called Ada Lovelace; which of them comes first\\?\n[^]*netkeep merge (${ids.join('|')}) (${ids.join('|')})\n$`,
      ),
    })
  })

  test('the name after the id of one means the other', async () => {
    const netkeep = await withNamesakes()
    await netkeep.ok('merge', netkeep.ids[1] ?? '', 'ada')
    expect((await netkeep.json('list')).map(({ id }: { id: string }) => id)).toEqual([netkeep.ids[1]])
  })
})

describe('merge refuses, and changes nothing,', () => {
  test.each<[string, readonly string[], number, string]>([
    [
      'one contact twice',
      ['john', 'john@x.org'],
      2,
      'netkeep: Both are John Smith.\nName two contacts: netkeep merge WHO WHO\n',
    ],
    [
      'one contact only',
      ['john'],
      2,
      'netkeep: "john" is one contact; two are needed.\nName the other too: netkeep merge john WHO\n',
    ],
    [
      'words of which it is not clear where one name ends',
      ['nobody', 'known', 'here'],
      2,
      'netkeep: "nobody known here" does not say which two contacts are meant.\nPut names of several words into quotes: netkeep merge nobody \'known here\'\n',
    ],
    [
      'nobody known',
      ['john', 'kathleen'],
      3,
      'netkeep: No contact matches "kathleen".\nSearch: netkeep find kathleen   Add: netkeep add kathleen\n',
    ],
    ['no contact', [], 2, "netkeep: Missing required argument 'who'.\nSee: netkeep merge --help\n"],
  ])('%s', async (_, words, exitCode, stderr) => {
    const netkeep = await withTwo()
    expect(await netkeep.run('merge', ...words)).toEqual({ exitCode, stdout: '', stderr })
    expect(await namesIn(netkeep, 'list')).toEqual(['John Smith', 'Jon Smith'])
  })

  test('a name that several have, with the rest of the line in the hint', async () => {
    const netkeep = await withTwo()
    await netkeep.ok('add', 'Joan Smith')
    const { exitCode, stderr } = await netkeep.run('merge', 'smith', 'jon')
    expect(exitCode).toBe(3)
    expect(stderr).toMatch(/by id: netkeep merge [0-9a-f]{6} jon\n/)
  })

  test('notes that are too long together', async () => {
    const netkeep = await withTwo()
    for (const who of ['john', 'jon']) await netkeep.withInput('', 'edit', who, '--note', who.repeat(20_000))
    expect(await netkeep.run('merge', 'john', 'jon')).toMatchObject({ exitCode: 2 })
    expect(await namesIn(netkeep, 'list')).toEqual(['John Smith', 'Jon Smith'])
  })
})
