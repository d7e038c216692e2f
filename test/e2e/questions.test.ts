/** Hostile inputs, rows 27 and 28, through the built program: questions that are not answered, and where none may be asked. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lines, sha256Of } from '../harness.ts'
import { createProgram, HAS_TERMINAL, type Program, textOnceThere } from './program.ts'

async function withTwoGraces(): Promise<Program> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  await program.ok('add', 'Grace Kelly', '--circle', 'close')
  return program
}

/** Runs a command that asks, and tells how the terminal was before and after, and how the command ended. */
const SCENE = `before=$(stty -g); bash -c 'echo $$ > pid; exec "$@"' - node "$NETKEEP" $COMMAND; echo "ended $?"
[ "$before" = "$(stty -g)" ] && echo restored`

interface Scene {
  readonly question: string
  readonly command: string
  readonly keys?: string
  readonly signal?: NodeJS.Signals
}

async function play(program: Program, { question, command, keys, signal }: Scene): Promise<string> {
  const act = (): void => {
    // The terminal is raw by the time the question stands there.
    setTimeout(async () => {
      if (signal !== undefined)
        process.kill(Number(await textOnceThere(path.join(program.folder, 'pid'))), signal)
    }, 50)
  }
  const { stdout } = await program.onTerminal(
    SCENE,
    [{ seen: question, act, ...(keys === undefined ? {} : { keys }) }],
    { env: { NETKEEP: path.resolve('bin/netkeep.cjs'), COMMAND: command } },
  )
  return stdout
}

const SHOW_CURSOR = '\u001b[?25h'

describe.skipIf(!HAS_TERMINAL)('row 27: a question that is broken off', () => {
  test.each([
    ['Ctrl-C in a choice', { question: 'Which "grace"?', command: 'log grace', keys: '\u0003' }, 130],
    ['Ctrl-D in a choice', { question: 'Which "grace"?', command: 'log grace', keys: '\u0004' }, 130],
    ['Ctrl-C in a search', { question: 'Whom were you in touch with?', command: 'log', keys: '\u0003' }, 130],
    ['Ctrl-C in a text', { question: 'Name:', command: 'add', keys: 'Ada\u0003' }, 130],
    ['Ctrl-C in a yes or no', { question: 'Did you mean', command: 'log hoper', keys: '\u0003' }, 130],
    ['SIGINT', { question: 'Which "grace"?', command: 'log grace', signal: 'SIGINT' }, 130],
    ['SIGTERM', { question: 'Which "grace"?', command: 'log grace', signal: 'SIGTERM' }, 143],
    ['SIGHUP', { question: 'Which "grace"?', command: 'log grace', signal: 'SIGHUP' }, 129],
  ] as const)('%s writes nothing and gives the terminal back', async (_case, scene, exitCode) => {
    const program = await withTwoGraces()
    const before = sha256Of(program.db)
    const seen = await play(program, scene)
    expect(seen).toContain('netkeep: Stopped; nothing was changed.\r\n')
    expect(seen.slice(seen.indexOf('ended'))).toBe(`ended ${exitCode}\r\nrestored\r\n`)
    expect(seen.lastIndexOf(SHOW_CURSOR)).toBeGreaterThanOrEqual(seen.lastIndexOf('\u001b[?25l'))
    expect(sha256Of(program.db)).toBe(before)
  })

  test('answered, it is done', async () => {
    const program = await withTwoGraces()
    const seen = await play(program, { question: 'Which "grace"?', command: 'log grace', keys: '\r' })
    expect(seen).toContain('In touch with Grace Hopper today. Next due ')
    expect(seen.endsWith('ended 0\r\nrestored\r\n')).toBe(true)
  })

  test('questions are asked only where the answer is seen on the same terminal', async () => {
    const program = await withTwoGraces()
    const { stdout } = await program.onTerminal('netkeep log grace > answer; echo "ended $?"; cat answer')
    expect(stdout).toContain('netkeep: "grace" could be 2 contacts; nothing was done.')
    expect(stdout.endsWith('ended 3\r\n')).toBe(true)
  })

  test('a whole conversation: log without a name', async () => {
    const program = await withTwoGraces()
    const { stdout } = await program.onTerminal('netkeep log -m "nanoseconds"', [
      { seen: 'Whom were you in touch with?', keys: 'kelly' },
      { seen: 'Grace Kelly (', keys: '\r' },
      { seen: 'How?', keys: '\u001b[B' },
      { seen: '❯ call', keys: '\r' },
    ])
    expect(stdout).toContain('In touch with Grace Kelly today (call).')
    expect(await program.json('show', 'kelly')).toMatchObject({
      lastChannel: 'call',
      lastNote: 'nanoseconds',
    })
  })
})

const ASKING = [
  ['log'],
  ['add'],
  ['edit', 'hopper'],
  ['log', 'grace'],
  ['show', 'grace'],
  ['log', 'hoper'],
  ['config', 'edit'],
  ['remove', 'grace'],
]

describe('row 28: where nobody can answer', () => {
  test('without a terminal a missing or uncertain argument is an error at once, and nothing is written', async () => {
    const program = await withTwoGraces()
    const before = sha256Of(program.db)
    const codes: (number | null)[] = []
    for (const args of ASKING) {
      const { exitCode, stdout, stderr } = await program.run(args, { input: 'y\ny\ny\n' })
      expect([stdout, stderr.split('\n').length]).toEqual([
        '',
        expect.toSatisfy((count: number) => count >= 3),
      ])
      codes.push(exitCode)
    }
    expect(codes).toEqual([2, 2, 2, 3, 3, 3, 2, 3])
    expect(sha256Of(program.db)).toBe(before)
  })

  test('an input that never ends is not waited for', async () => {
    const program = await withTwoGraces()
    const { exitCode, stderr } = await program.run(['log'], { hasSilentInput: true })
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, 'netkeep: Whom were you in touch with?'])
  })

  test.skipIf(!HAS_TERMINAL).each([
    ['CI is set', { CI: 'true' }],
    ['TERM is dumb', { TERM: 'dumb' }],
  ])('on a terminal where %s nothing is asked', async (_case, env) => {
    const program = await withTwoGraces()
    const { stdout } = await program.onTerminal(
      'netkeep log; echo "ended $?"; netkeep log grace; echo "ended $?"',
      undefined,
      { env },
    )
    expect(stdout.match(/ended \d/g)).toEqual(['ended 2', 'ended 3'])
    expect(stdout).not.toContain('\u001b')
  })

  test.skipIf(!HAS_TERMINAL).each([
    ['NO_COLOR', { NO_COLOR: '1' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('%s: no escape bytes', async (_case, env) => {
    const program = await withTwoGraces()
    const { stdout } = await program.onTerminal(
      'export NETKEEP_PAGER=; netkeep; netkeep list; netkeep show hopper; netkeep due; netkeep demo; netkeep history; netkeep log hopper',
      undefined,
      { env },
    )
    expect(stdout).toContain('A sample network of 42 contacts.')
    expect(stdout).not.toContain('\u001b')
  })

  test.skipIf(!HAS_TERMINAL)('without NO_COLOR there is colour', async () => {
    const program = await withTwoGraces()
    expect((await program.onTerminal('netkeep list')).stdout).toContain('\u001b[32mdue in ')
  })

  test.skipIf(!HAS_TERMINAL).each([
    ['LANG=C', { LANG: 'C' }],
    ['LC_ALL=POSIX', { LC_ALL: 'POSIX' }],
    ['TERM=dumb', { TERM: 'dumb' }],
  ])('%s: signs of netkeep’s own are ASCII', async (_case, env) => {
    const program = await withTwoGraces()
    await program.ok('log', 'hopper', '-m', `${'long '.repeat(30)}\nand more`)
    await program.ok('edit', 'hopper', '--org', 'An organization with a long name indeed')
    const { stdout } = await program.onTerminal(
      'export NETKEEP_PAGER=; netkeep; netkeep list; netkeep show hopper; netkeep due --ahead 1y --why; netkeep config; netkeep find long',
      undefined,
      { env },
    )
    expect(stdout).toContain('~')
    expect(stdout.match(/[^\x00-\x7f]/gu) ?? []).toEqual([])
  })
})

test('the error of a missing argument names the next command', async () => {
  const program = createProgram()
  expect(await program.run(['log'])).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: lines(
      'netkeep: Whom were you in touch with?',
      'Name somebody: netkeep log grace -m "what to remember"',
    ),
  })
})
