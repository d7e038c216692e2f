import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

async function withAddresses(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok(
    'add',
    'Grace Hopper',
    '--org',
    'Navy',
    '--email',
    'grace@navy.mil',
    '--email',
    'amazing@yale.edu',
  )
  await netkeep.ok('add', 'Grace Kelly', '--email', 'kelly@monaco.example')
  await netkeep.ok('add', 'Gracchus', '--org', 'Rome')
  await netkeep.ok('add', 'Zoë Compton', '--alias', 'Zed', '--email', 'z.compton@example.org')
  await netkeep.ok('log', 'kelly', '--on', '2026-11-20')
  await netkeep.ok('log', 'hopper', '--on', '2026-11-10')
  return netkeep
}

describe('query', () => {
  test('in a pipe has a heading and then a line an address, the most recently touched contact first', async () => {
    const netkeep = await withAddresses()
    expect(await netkeep.ok('query', 'gra')).toBe(
      lines(
        '3 addresses',
        'kelly@monaco.example\tGrace Kelly\t',
        'amazing@yale.edu\tGrace Hopper\tNavy',
        'grace@navy.mil\tGrace Hopper\tNavy',
      ),
    )
  })

  test.each([
    ['a name', ['zoe', 'comp'], ['z.compton@example.org']],
    ['words in another order', ['comp zo'], ['z.compton@example.org']],
    ['an alias', ['zed'], ['z.compton@example.org']],
    ['the beginning of an address', ['z.comp'], ['z.compton@example.org']],
    ['a part of an address', ['monaco'], ['kelly@monaco.example']],
    ['a part of an address and a name', ['grace', 'yale'], ['amazing@yale.edu', 'grace@navy.mil']],
    ['a whole address in capitals', ['GRACE@NAVY.MIL'], ['amazing@yale.edu', 'grace@navy.mil']],
    ['a name that no contact has', ['grace', 'compton'], []],
    ['a contact without an address', ['gracchus'], []],
    ['characters of queries', ['"*%_'], []],
  ])('finds by %s', async (_, typed, emails) => {
    const netkeep = await withAddresses()
    const found: readonly { readonly email: string }[] = await netkeep.json('query', ...typed)
    expect(found.map(({ email }) => email)).toEqual(emails)
  })

  test('nothing typed finds the most recent ones', async () => {
    const netkeep = await withAddresses()
    expect(await netkeep.ok('query', '--no-heading', '')).toBe(
      lines(
        'kelly@monaco.example\tGrace Kelly\t',
        'amazing@yale.edu\tGrace Hopper\tNavy',
        'grace@navy.mil\tGrace Hopper\tNavy',
        'z.compton@example.org\tZoë Compton\t',
      ),
    )
  })

  test('nothing found is the heading alone, and no failure', async () => {
    const netkeep = await withAddresses()
    expect(await netkeep.run('query', 'nobody')).toEqual({
      exitCode: 0,
      stdout: 'No address found.\n',
      stderr: '',
    })
    expect(await netkeep.ok('query', '--no-heading', 'nobody')).toBe('')
    expect(await netkeep.json('query', 'nobody')).toEqual([])
  })

  test('a removed contact is not found', async () => {
    const netkeep = await withAddresses()
    await netkeep.ok('remove', 'kelly')
    for (const typed of ['kelly', 'monaco']) expect(await netkeep.ok('query', '--no-heading', typed)).toBe('')
  })

  test('a text may begin with a dash', async () => {
    const netkeep = await withAddresses()
    expect(await netkeep.ok('query', '--no-heading', '--', '-x')).toBe('')
  })

  test('values can neither take another field nor act on a terminal', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Eve\tevil@example.org\u001b[2J', '--email', 'eve@example.org', '--org', 'A\nB')
    expect(await netkeep.ok('query', 'eve')).toBe(
      lines('1 address', 'eve@example.org\tEve evil@example.org\\u{1b}[2J\tA B'),
    )
  })

  test('on a terminal is a table', async () => {
    const netkeep = await withAddresses()
    const { stdout } = await netkeep.onTerminal(['query', 'gra', '--no-color'])
    expect(stdout).toBe(
      lines(
        'kelly@monaco.example  Grace Kelly',
        'amazing@yale.edu      Grace Hopper  Navy',
        'grace@navy.mil        Grace Hopper  Navy',
        '3 addresses',
      ),
    )
    expect((await netkeep.onTerminal(['query', 'nobody', '--no-color'])).stdout).toBe(
      lines('No address found.'),
    )
  })

  test('with --json gives objects', async () => {
    const netkeep = await withAddresses()
    const [{ uid }] = await netkeep.json('list', '--org', 'navy')
    expect(await netkeep.json('query', 'hopper', 'amaz')).toEqual([
      { uid, email: 'amazing@yale.edu', name: 'Grace Hopper', organization: 'Navy', label: null },
      { uid, email: 'grace@navy.mil', name: 'Grace Hopper', organization: 'Navy', label: null },
    ])
  })
})
