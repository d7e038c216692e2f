/** Hostile inputs, rows 1 to 4, through the built program: what a name holds never reaches the terminal as it is. */
import { describe, expect, test } from 'vitest'
import { createNetkeep } from '../harness.ts'
import { HARMLESS_TEXTS, HOSTILE_TEXTS } from '../render/hostile-texts.ts'
import { controlsIn, createProgram, HAS_TERMINAL, type Program } from './program.ts'

const TODAY = new Date().toISOString().slice(0, 10)

/** A contact for each hostile text, which stands in its name, organization, tag, note, place and whatever else it fits in. */
async function withHostileContacts(): Promise<Program> {
  const netkeep = createNetkeep(TODAY)
  let first = ''
  for (const [index, [, text]] of HOSTILE_TEXTS.entries()) {
    const tag = /[\s,]/u.test(text) ? `t${index}` : `t${index}${text}`
    const name = `Contact ${index} ${text}x`
    await netkeep.ok(
      ...['add', '--org', `o${text}x`, '--title', `t${text}x`, '--note', `n${text}x`, '--tag', tag],
      ...[
        '--location',
        `l${text}x`,
        '--alias',
        `a${text}x`,
        '--met-at',
        `m${text}x`,
        '--every',
        '1d',
        '--',
        name,
      ],
    )
    await netkeep.ok('log', '-m', `needle ${text}x`, '--at', `p${text}x`, '--next', `w${text}x`, '--', name)
    await netkeep.ok(
      ...['edit', '--interest', `i${text}x`, '--cause', `c${text}x`, '--offers', `g${text}x`],
      ...['--looks-for', `s${text}x`, '--formerly', `f${text}x`, '--org', `b${text}x`, '--', name],
    )
    await netkeep.ok('promise', 'add', '--on', TODAY, '--theirs', '--', name, `y ${text}x`)
    await netkeep.ok('date', 'add', '--on', TODAY, '--', name, `d ${text}x`)
    await netkeep.ok('asked', '-m', `q${text}x`, '--', name, 'advice')
    if (index > 0) {
      const { id } = await netkeep.json('show', name)
      await netkeep.ok('relate', first, 'knows', id)
      await netkeep.ok('edit', first, `--introduced-by=${id}`)
    } else first = (await netkeep.json('show', name)).id
  }
  netkeep.today = TODAY
  return createProgram(netkeep)
}

const READING = [
  ['list'],
  ['due', '--ahead', '1w', '--why', '--limit', '0'],
  ['find', 'needle'],
  ['find', 'contact'],
  ['history'],
  ['circle'],
  ['list', '--tag', '\u001b[2J'],
  ['due'],
  ['promise', 'list', '--all'],
  ['date'],
  ['balance'],
  ['vouch'],
]

/** Of one contact. */
const OF_ONE = [
  ...[['show'], ['history'], ['brief'], ['relate'], ['balance'], ['promise', 'list'], ['date', 'list']],
  ['list', '--shares'],
]

describe('row 1 and 2: hostile names, notes, tags and organizations', () => {
  test('are shown escaped in a pipe by every reading command, one contact a line', async () => {
    const program = await withHostileContacts()
    const [{ id }] = await program.json('list')
    for (const args of [...READING, ...OF_ONE.map((typed) => [...typed, id])]) {
      expect([args, controlsIn(await program.ok(...args))]).toEqual([args, []])
    }
    expect((await program.ok('list')).trimEnd().split('\n')).toHaveLength(HOSTILE_TEXTS.length)
    const list = await program.ok('list')
    for (const [, , shown] of HOSTILE_TEXTS) expect(list).toContain(shown)
  })

  test.skipIf(!HAS_TERMINAL)('are shown escaped on a terminal by every reading command', async () => {
    const program = await withHostileContacts()
    const { stdout, exitCode } = await program.onTerminal(
      'export NETKEEP_PAGER=; netkeep list; netkeep due --ahead 1w --why --limit 0; netkeep find needle; netkeep history; netkeep; netkeep promise --all --limit 0; netkeep date --limit 0; netkeep balance --limit 0; netkeep vouch --limit 0',
      undefined,
      { env: { NO_COLOR: '1' } },
    )
    expect([exitCode, controlsIn(stdout.replaceAll('\r\n', '\n'))]).toEqual([0, []])
    expect(stdout).toContain('\\u{1b}[2J')
  })

  test.skipIf(!HAS_TERMINAL)('are shown escaped on a card, line by line', async () => {
    const program = await withHostileContacts()
    const ids: readonly { id: string }[] = await program.json('list')
    const { stdout } = await program.onTerminal(
      `export NETKEEP_PAGER=; for id in ${ids
        .map(({ id }) => id)
        .slice(0, 12)
        .join(
          ' ',
        )}; do netkeep show $id; netkeep brief $id; netkeep history $id; netkeep relate $id; netkeep balance $id; netkeep list --shares $id; done`,
      undefined,
      { env: { NO_COLOR: '1' } },
    )
    expect(controlsIn(stdout.replaceAll('\r\n', '\n'))).toEqual([])
    expect(stdout.match(/standing /g)).toHaveLength(12)
  })

  test('are JSON escapes with --json, and the same text to a program', async () => {
    const program = await withHostileContacts()
    const [{ id }] = await program.json('list')
    for (const args of [...READING, ...OF_ONE.map((typed) => [...typed, id])]) {
      expect([args, controlsIn(await program.ok('--json', ...args))]).toEqual([args, []])
    }
    const names = (await program.json('list')).map(({ name }: { name: string }) => name)
    expect(new Set(names)).toEqual(
      new Set(HOSTILE_TEXTS.map(([, text], index) => `Contact ${index} ${text}x`)),
    )
  })

  test('are shown escaped in the answers of writing commands', async () => {
    const program = createProgram()
    const name = 'Grace \u001b]52;c;cm0gLXJm\u0007\u009b2J\u202e'
    const shown = 'Grace \\u{1b}]52;c;cm0gLXJm\\u{7}\\u{9b}2J\\u{202e}'
    expect(await program.ok('add', name, '--circle', 'none')).toBe(
      `Added ${shown}. No cadence. Undo: netkeep undo\n`,
    )
    for (const args of [
      ['log', 'grace', '-m', '\u001b[2J'],
      ['move', 'grace', 'inner'],
      ['every', 'grace', '1w'],
      ['tag', 'grace', '+\u001b[2J'],
      ['snooze', 'grace', '2w'],
      ['wake', 'grace'],
      ['pause', 'grace'],
      ['resume', 'grace'],
      ['edit', 'grace', '--org', '\u001b[2J'],
      ['promise', 'add', 'grace', '\u001b[2J', '--on', 'friday'],
      ['promise', 'done', 'grace'],
      ['log', 'grace', '--next', '\u001b[2J'],
      ['gave', 'grace', 'article', '-m', '\u001b[2J'],
      ['asked', 'grace', 'advice'],
      ['asked', 'grace', 'advice'],
      ['asked', 'grace', 'advice'],
      ['date', 'add', 'grace', '\u001b[2J\u202e', '--on', 'friday'],
      ['wish', 'grace', '--for', '\u001b[2J\u202e'],
      ['date', 'remove', 'grace', '\u001b[2J\u202e'],
      ['add', 'Ada \u202e', '--interest', '\u001b[2J'],
      ['relate', 'grace', 'knows', 'ada'],
      ['relate', 'grace', 'knows', 'ada'],
      ['relate', 'grace', 'knows', 'ada', '--remove'],
      ['edit', 'grace', '--looks-for', '\u001b[2J', '--formerly', '\u202ex'],
      ['circle', 'set', '\u001b[2J', '1w'],
      ['circle', 'remove', '\u001b[2J'],
      ['config', 'set', 'default-circle', 'inner'],
      ['remove', 'grace'],
      ['undo'],
      ['redo'],
    ]) {
      expect([args, controlsIn(await program.ok(...args))]).toEqual([args, []])
    }
  })

  test.each([
    [['show', '\u001b[2J\u202e']],
    [['log', '\u001b[2J', '--by', '\u009b2J']],
    [['log', 'grace', '--on', '\u001b[2J']],
    [['log', 'grace', '--for', '\u001b[2J']],
    [['every', 'grace', '\u001b[2J']],
    [['move', 'grace', '\u001b[2J']],
    [['add', 'x', '--email', '\u001b[2J']],
    [['add', 'x', '--birthday', '\u001b[2J']],
    [['import', '\u001b[2J.csv']],
    [['config', 'get', '\u001b[2J']],
    [['\u001b[2J']],
    [['list', '--\u001b[2J']],
    [['list', '--sort', '\u001b[2J']],
    [['list', '--db', '/nowhere/\u001b[2J/\u202e.db']],
    [['circle', 'remove', '\u001b[2J']],
    [['undo', '\u001b[2J']],
    [['promise', 'add', '\u001b[2J', 'text']],
    [['promise', 'add', 'grace', 'text', '--on', '\u001b[2J']],
    [['promise', 'done', '\u001b[2J']],
    [['promise', '\u001b[2J']],
    [['gave', 'grace', '\u001b[2J']],
    [['gave', '\u001b[2J', 'article']],
    [['relate', 'grace', '\u001b[2J', 'grace']],
    [['relate', '\u001b[2J', 'knows', 'grace']],
    [['date', 'add', '\u001b[2J', 'day', '--on', 'friday']],
    [['date', '\u001b[2J']],
    [['date', '--ahead', '\u001b[2J']],
    [['brief', '\u001b[2J']],
    [['wish', '\u001b[2J']],
    [['list', '--shares', '\u001b[2J']],
    [['log', 'grace', '--next', 'x', '--next-on', '\u001b[2J']],
    [['add', 'x', '--introduced-by', '\u001b[2J']],
  ])('are shown escaped in the error of %j', async (args) => {
    const program = createProgram()
    const { exitCode, stdout, stderr } = await program.run(args)
    expect([stdout, controlsIn(stderr)]).toEqual(['', []])
    expect(exitCode).toBeGreaterThan(1)
    expect(stderr).toContain('2J')
    const { stderr: json } = await program.run(['--json', ...args])
    expect(controlsIn(json)).toEqual([])
    expect(JSON.parse(json).error.message).toContain('2J')
  })

  test('are shown escaped in the list of candidates', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace \u001b[2J one', '--org', '\u202eNavy')
    await program.ok('add', 'Grace \u001b[2J two')
    const { exitCode, stderr } = await program.run(['show', 'grace'])
    expect([exitCode, controlsIn(stderr)]).toEqual([3, []])
    expect(stderr).toContain('Grace \\u{1b}[2J one, \\u{202e}Navy')
  })

  test.skipIf(!HAS_TERMINAL)('are shown escaped in a question', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace \u001b]52;c;x\u0007 one')
    await program.ok('add', 'Grace \u001b]52;c;x\u0007 two')
    const { stdout } = await program.onTerminal('netkeep show grace', [{ seen: 'Which', keys: '\u0003' }])
    expect(stdout).toContain('Grace \\u{1b}]52;c;x\\u{7} one')
    expect(stdout).not.toContain('\u001b]52')
  })

  test('are shown escaped where a promise or a date is refused', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace \u001b[2J')
    for (const text of ['\u001b[2J one', '\u202e two']) await program.ok('promise', 'add', 'grace', text)
    await program.ok('date', 'add', 'grace', '\u001b[2J day', '--on', 'friday')
    for (const args of [
      ['promise', 'done', 'grace'],
      ['date', 'remove', 'grace', '\u202ex'],
      ['wish', 'grace', '--for', '\u202ex'],
      ['relate', 'grace', 'knows', 'grace'],
      ['edit', 'grace', '--introduced-by', 'grace'],
    ]) {
      const { exitCode, stderr } = await program.run(args)
      expect([args, exitCode === 2 || exitCode === 3, controlsIn(stderr)]).toEqual([args, true, []])
      expect(stderr).toContain('\\u{1b}[2J')
    }
  })

  test('500 combining marks on a letter are capped', async () => {
    const program = createProgram()
    await program.ok('add', `Z${'\u0301'.repeat(400)}oe`)
    expect((await program.ok('list')).split('\t')[1]).toBe(`Z${'\u0301'.repeat(8)}oe`)
    expect((await program.json('show', 'zoe')).name).toBe(`Z${'\u0301'.repeat(400)}oe`)
  })

  test.each([
    ['zero-width characters', '\u200b\u200d\ufeff'],
    ['bidi controls', '\u202e\u2066\u2069'],
    ['Hangul fillers', '\u3164\uffa0'],
    ['tag characters', '\u{e0041}\u{e0042}'],
    ['soft hyphens and blanks', ' \u00ad \u00a0 '],
    ['combining marks', '\u0301\u0301'],
  ])('a name of nothing but %s is refused', async (_what, name) => {
    const program = createProgram()
    const { exitCode, stderr } = await program.run(['add', name])
    expect([exitCode, stderr]).toEqual([
      2,
      'netkeep: The name is empty.\nType a name: netkeep add "Grace Hopper"\n',
    ])
    expect(await program.ok('list')).toBe('')
  })
})

describe('row 3: the scripts and signs of the world', () => {
  test('are stored and shown unchanged', async () => {
    const netkeep = createNetkeep(TODAY)
    for (const [, text] of HARMLESS_TEXTS) await netkeep.ok('add', text)
    const program = createProgram(netkeep)
    const list = await program.ok('list')
    const shown = new Set(
      list
        .trimEnd()
        .split('\n')
        .map((line) => line.split('\t')[1]),
    )
    expect(shown).toEqual(new Set(HARMLESS_TEXTS.map(([, text]) => text)))
  })
})

describe('row 4: one name in several spellings', () => {
  test.each([
    ['NFC and NFD', 'Zo\u00eb', 'Zoe\u0308'],
    ['case', 'Grace Hopper', 'gRACE hOPPER'],
    ['a ligature', 'Sto\ufb01 Fi', 'stofi fi'],
    ['a double space', 'Ada Lovelace', 'Ada  Lovelace'],
    ['diacritics', 'Zoë', 'Zoe'],
  ])('%s: there is a warning, and nothing is merged', async (_what, first, second) => {
    const program = createProgram()
    await program.ok('add', first)
    const { exitCode, stderr } = await program.run(['add', second])
    expect([exitCode, stderr.endsWith(' already; now there is another.\n')]).toEqual([0, true])
    expect(await program.json('list')).toHaveLength(2)
    expect((await program.run(['show', second])).exitCode).toBe(3)
  })
})
