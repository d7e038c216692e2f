import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { VERBS } from '../../src/verbs.ts'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-01-01')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner')
  await netkeep.ok('add', 'Grace Kelly')
  netkeep.today = '2026-02-01'
  return netkeep
}

describe('exit codes', () => {
  test.each([
    ['0: done', 0, ['list']],
    ['0: an empty list is done', 0, ['list', '--tag', 'nobody']],
    ['0: help', 0, ['--help']],
    ['0: help of a verb', 0, ['log', '--help']],
    ['0: the version', 0, ['--version']],
    ['1: nothing to redo', 1, ['redo']],
    ['1: due --exit-code with a cold contact', 1, ['due', '--exit-code']],
    ['2: an unknown command', 2, ['lgo']],
    ['2: an unknown option', 2, ['list', '--colour']],
    ['2: an unknown global option', 2, ['--colour', 'list']],
    ['2: an option without its value', 2, ['log', 'hopper', '--on']],
    ['2: a missing argument', 2, ['show']],
    ['2: an argument too many', 2, ['due', 'grace']],
    ['2: an impossible date', 2, ['log', 'hopper', '--on', '2026-02-30']],
    ['2: an impossible interval', 2, ['every', 'hopper', '1.5m']],
    ['2: an empty name', 2, ['show', '']],
    ['3: nobody', 3, ['show', 'nobody']],
    ['3: several', 3, ['show', 'grace']],
    ['3: a typo, where something is written', 3, ['log', 'hoper']],
    ['4: not a database', 4, ['list', '--db', 'note.txt']],
    ['4: a folder', 4, ['list', '--db', '.']],
    ['5: a file that cannot be read', 5, ['import', 'note.txt']],
  ])('%s', async (_case, exitCode, args) => {
    const netkeep = await withGrace()
    writeFileSync(path.join(netkeep.folder, 'note.txt'), 'Buy milk\n')
    const answer = await netkeep.run(...args)
    expect(answer.exitCode).toBe(exitCode)
    expect(answer.stderr === '').toBe(exitCode === 0 || args.includes('--exit-code'))
    expect(readFileSync(path.join(netkeep.folder, 'note.txt'), 'utf8')).toBe('Buy milk\n')
  })

  test('70: an error nobody foresaw is one sentence and the way to more', async () => {
    const netkeep = await withGrace()
    netkeep.runProgram = async () => {
      throw new Error('the \u001b[2J sky fell')
    }
    expect(await netkeep.onTerminal(['edit', 'hopper'])).toEqual({
      exitCode: 70,
      stdout: '',
      stderr: lines(
        'netkeep 0.0.0-test: this is a bug in netkeep: the \\u{1b}[2J sky fell',
        'Run it again with --debug to see where, and please report it.',
      ),
    })
  })

  test.each([
    ['--debug', ['--debug'], {}],
    ['NETKEEP_DEBUG=1', [], { NETKEEP_DEBUG: '1' }],
  ])('70: with %s shows the stack', async (_how, options, env) => {
    const netkeep = await withGrace()
    netkeep.env = { ...netkeep.env, ...env }
    netkeep.runProgram = async () => {
      throw new Error('the sky fell')
    }
    const { stderr } = await netkeep.onTerminal(['edit', 'hopper', ...options])
    expect(stderr).toContain('Error: the sky fell\n    at ')
  })
})

describe('errors', () => {
  test('are a sentence and the next command on standard error', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.run('show', 'nobody')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No contact matches "nobody".',
        'Search: netkeep find nobody   Add: netkeep add nobody',
      ),
    })
  })

  test('are the same on a terminal, without colour', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(['show', 'nobody'])).stderr).toBe(
      (await netkeep.run('show', 'nobody')).stderr,
    )
  })

  test('are JSON on standard error with --json, before or after the verb', async () => {
    const netkeep = await withGrace()
    const error = {
      error: {
        code: 'no-match',
        message: 'No contact matches "nobody".',
        hint: 'Search: netkeep find nobody   Add: netkeep add nobody',
      },
    }
    for (const args of [
      ['show', 'nobody', '--json'],
      ['--json', 'show', 'nobody'],
    ]) {
      const { stdout, stderr } = await netkeep.run(...args)
      expect([stdout, JSON.parse(stderr)]).toEqual(['', error])
    }
  })

  test('of usage are JSON too', async () => {
    const netkeep = await withGrace()
    const { exitCode, stderr } = await netkeep.run('list', '--colour', '--json')
    expect([exitCode, JSON.parse(stderr)]).toEqual([
      2,
      { error: { code: 'usage', message: "Unknown option '--colour'.", hint: 'See: netkeep list --help' } },
    ])
  })

  test('a --json behind -- is a name, so the error is text', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.run('show', '--', '--json')).stderr).toContain(
      'netkeep: No contact matches "--json".',
    )
  })

  test.each([
    [['lgo'], "Unknown command 'lgo'.", 'Did you mean log? See: netkeep --help'],
    [['frobnicate'], "Unknown command 'frobnicate'.", 'See: netkeep --help'],
    [['list', '--tga', 'x'], "Unknown option '--tga'.", 'Did you mean --tag? See: netkeep list --help'],
    [['--jsn', 'list'], "Unknown option '--jsn'.", 'Did you mean --json? See: netkeep list --help'],
    [['show'], "Missing required argument 'who'.", 'See: netkeep show --help'],
    [['log', 'grace', '--on'], "Option '--on <date>' argument missing.", 'See: netkeep log --help'],
  ])('%j suggests what was meant', async (args, message, hint) => {
    const netkeep = await withGrace()
    expect((await netkeep.run(...args)).stderr).toBe(lines(`netkeep: ${message}`, hint))
  })
})

describe('help', () => {
  test('lists every verb', async () => {
    const netkeep = createNetkeep()
    const help = await netkeep.ok('--help')
    for (const { name, summary } of VERBS)
      expect(help).toMatch(new RegExp(`^  ${name}.* ${escapePattern(summary)}$`, 'm'))
  })

  test.each(VERBS.map(({ name }) => [name]))(
    'help %s prints what --help behind the verb prints',
    async (verb) => {
      const netkeep = createNetkeep()
      const help = await netkeep.ok(verb, '--help')
      expect(help.startsWith(`Usage: netkeep ${verb} `)).toBe(true)
      expect(await netkeep.ok('help', verb)).toBe(help)
    },
  )

  test('help alone is --help', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('help')).toBe(await netkeep.ok('--help'))
  })

  test('help of an unknown command suggests one', async () => {
    const netkeep = createNetkeep()
    for (const args of [
      ['help', 'lgo'],
      ['lgo', '--help'],
      ['--json', 'lgo', '-h'],
    ]) {
      const { exitCode, stdout, stderr } = await netkeep.run(...args)
      expect([exitCode, stdout, stderr.includes("Unknown command 'lgo'.")]).toEqual([2, '', true])
    }
  })

  test('needs no database', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NETKEEP_DB'] = ':memory:'
    expect((await netkeep.run('help', 'due')).exitCode).toBe(0)
    expect(await netkeep.ok('--version')).toBe('0.0.0-test\n')
  })
})

describe('options', () => {
  test('that are global stand before or after the verb', async () => {
    const netkeep = await withGrace()
    const other = path.join(netkeep.folder, 'other.db')
    await netkeep.ok('--db', other, 'add', 'Ada')
    await netkeep.ok('add', 'Alan', '--db', other)
    expect(await namesIn(netkeep, 'list', '--db', other)).toEqual(['Ada', 'Alan'])
    expect(await namesIn(netkeep, `--db=${other}`, 'list')).toEqual(['Ada', 'Alan'])
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper', 'Grace Kelly'])
  })

  test('--json stands before or after the verb', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('--json', 'list')).toBe(await netkeep.ok('list', '--json'))
  })

  test.each([[['--no-color', 'due']], [['due', '--no-color']]])('%j has no colour', async (args) => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(args)).stdout).toBe('Grace Hopper  17 days overdue  not yet in touch\n')
  })

  test('NO_COLOR has no colour, and a colour is there without it', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.onTerminal(['due'])).stdout).toBe(
      'Grace Hopper  \u001b[33m17 days overdue\u001b[39m  not yet in touch\n',
    )
    netkeep.env['NO_COLOR'] = '1'
    expect((await netkeep.onTerminal(['due'])).stdout).toBe(
      'Grace Hopper  17 days overdue  not yet in touch\n',
    )
  })

  test('a verb’s own options stand before or after its arguments', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('log', '--by', 'call', 'hopper', '-m', 'x')
    expect((await netkeep.json('show', 'hopper')).touchpoints).toMatchObject([{ channel: 'call', note: 'x' }])
  })

  test('a name that begins with a dash is given behind --', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.run('add', '-Dash')).exitCode).toBe(2)
    await netkeep.ok('add', '--', '-Dash')
    expect(JSON.parse(await netkeep.ok('show', '--json', '--', '-Dash')).name).toBe('-Dash')
  })

  test('an option nobody knows behind words may be a text: it says how to type that', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.run('intro', 'update', 'ada', 'outcome', '-hired')).stderr).toBe(
      "netkeep: Unknown option '-hired'.\nA text that begins with -: put -- before it. See: netkeep intro --help\n",
    )
    expect((await netkeep.run('due', '--frobnicate')).stderr).toBe(
      "netkeep: Unknown option '--frobnicate'.\nSee: netkeep due --help\n",
    )
  })

  test('an option behind -- is part of the name', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('add', '--circle', 'close', '--', '--json', '-q')).toBe(
      'Added --json -q to close (6w). Next due 15 Mar. Undo: netkeep undo\n',
    )
  })

  test('long output goes through the pager on a terminal only', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput(
      Array.from({ length: 1001 }, (_, index) => `Contact ${index}`).join('\n'),
      'add',
      '-',
    )
    let paged = ''
    let pager = ''
    netkeep.env['PAGER'] = 'more -f'
    netkeep.runProgram = async (command, _args, options) => {
      pager = command
      paged = options.input ?? ''
      return 0
    }
    expect((await netkeep.onTerminal(['list'])).stdout).toBe('')
    expect([pager, paged.split('\n').length]).toEqual(['more -f', 1003])
    paged = ''
    expect((await netkeep.ok('list')).split('\n')).toHaveLength(1002)
    expect(paged).toBe('')
  })

  test('where there is no pager, the output is just printed', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput(
      Array.from({ length: 1001 }, (_, index) => `Contact ${index}`).join('\n'),
      'add',
      '-',
    )
    expect((await netkeep.onTerminal(['list'])).stdout.split('\n')).toHaveLength(1003)
  })
})

function escapePattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
