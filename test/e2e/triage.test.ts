/** `netkeep triage` of ten contacts on a real terminal, through the built program: keys, undo, broken off in every way, and gone on with. */
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { writeNumbered } from '../commands/imported.ts'
import { createProgram, HAS_TERMINAL, type Program, textOnceThere } from './program.ts'

/** C10 comes first: it was met last. */
async function withTen(): Promise<Program> {
  const program = createProgram()
  await program.ok('import', writeNumbered(program.folder, 10))
  return program
}

type Keys = readonly (readonly [seen: string, keys: string])[]

const play = async (program: Program, line: string, keys: Keys): Promise<string> => {
  const reactions = keys.map(([seen, typed]) => ({ seen, keys: typed }))
  return (await program.onTerminal(line, reactions)).stdout.replaceAll(/\u001b\[\d*m/g, '')
}

async function circlesOf(program: Program): Promise<Readonly<Record<string, string | null>>> {
  const list: readonly { name: string; circle: string | null }[] = await program.json('list')
  return Object.fromEntries(list.map(({ name, circle }) => [name.slice(0, 3), circle]))
}

const END = `; echo "ended $?"; [ "$before" = "$(stty -g)" ] && echo restored`
const TRIAGE = `before=$(stty -g); netkeep triage${END}`

describe.skipIf(!HAS_TERMINAL)('triage on a terminal', () => {
  test('a whole triage, with answers taken back, broken off by Ctrl-C and gone on with', async () => {
    const program = await withTen()
    const first = await play(program, TRIAGE, [
      ['C10 Imported:', '1'],
      ['C09 Imported:', '2'],
      ['C08 Imported:', '\r'],
      ['Press one of these keys.', 'x'],
      ['C07 Imported:', 'u'],
      ['Took back: C08 Imported, removed.', 'n'],
      ['4 of 10; so far 1 inner, 1 close, 1 none', ' '],
      ['C06 Imported:', '4'],
      ['C05 Imported:', '\u0003'],
    ])
    expect(first).toContain('6 of 10; so far 1 inner, 1 close, 1 outer, 1 none, 1 skipped\r\n')
    expect(first.slice(first.lastIndexOf('netkeep: '))).toBe(
      [
        'netkeep: Stopped; your 4 answers are kept.',
        'To go on: netkeep triage',
        'Undo: netkeep undo 4 for all of it, netkeep undo for the last answer',
        'ended 130',
        'restored',
        '',
      ].join('\r\n'),
    )
    const second = await play(program, TRIAGE, [
      ['C07 Imported:', '3'],
      ['C05 Imported:', '3'],
      ['C04 Imported:', '1'],
      ['C03 Imported:', 'x'],
      ['C02 Imported:', '2'],
      ['C01 Imported:', '4'],
    ])
    expect(second.slice(second.lastIndexOf('Triaged '))).toBe(
      [
        'Triaged 6 contacts: 1 inner, 1 close, 2 wide, 1 outer, 1 removed.',
        'This asks for about 4 a month.',
        'Nobody is left. Who is due: netkeep due',
        'Undo: netkeep undo 6 for all of it, netkeep undo for the last answer',
        'ended 0',
        'restored',
        '',
      ].join('\r\n'),
    )
    expect(await circlesOf(program)).toEqual({
      ...{ C01: 'outer', C02: 'close', C04: 'inner', C05: 'wide', C06: 'outer' },
      ...{ C07: 'wide', C08: null, C09: 'close', C10: 'inner' },
    })
    await program.ok('undo', '6')
    expect(Object.values(await circlesOf(program)).filter((circle) => circle === null)).toHaveLength(7)
  })

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGKILL', 137],
  ] as const)('%s ends it, and what was answered is kept', async (signal, exitCode) => {
    const program = await withTen()
    const line = `bash -c 'echo $$ > pid; exec "$@"' - node '${path.resolve('bin/netkeep.cjs')}' triage; echo "ended $?"`
    const { stdout } = await program.onTerminal(line, [
      { seen: 'C10 Imported:', keys: '1' },
      { seen: 'C09 Imported:', keys: '2' },
      {
        seen: 'C08 Imported:',
        act: async () => process.kill(Number(await textOnceThere(path.join(program.folder, 'pid'))), signal),
      },
    ])
    expect(stdout.endsWith(`ended ${exitCode}\r\n`)).toBe(true)
    if (signal !== 'SIGKILL') expect(stdout).toContain('netkeep: Stopped; your 2 answers are kept.\r\n')
    expect(await circlesOf(program)).toMatchObject({ C10: 'inner', C09: 'close', C08: null })
    const next = await play(program, TRIAGE, [['C08 Imported:', 'q']])
    expect(next).toContain('1 of 8\r\n')
  })

  test('on 40 columns no line is wider', async () => {
    const program = await withTen()
    await program.ok('edit', 'c10', '--org', 'A company with a long name', '--title', 'Chief of many things')
    const seen = await play(program, `stty cols 40; ${TRIAGE}`, [['C10 Imported:', 'q']])
    const card = seen
      .slice(seen.indexOf('1 of 10'), seen.indexOf('ended'))
      .replaceAll(/\u001b\[[\d;?]*[A-Za-z]/g, '')
    expect(card.split('\r\n').filter((line) => line.length > 40)).toEqual([])
    expect(card).toContain('Chief of many things, A company with a\r\nlong name\r\n')
  })

  test('where standard input is no terminal nothing is asked', async () => {
    const program = await withTen()
    const { stdout } = await program.onTerminal('NETKEEP_PAGER= netkeep triage < /dev/null; echo "ended $?"')
    expect(stdout).toContain('10 contacts. Give each a circle: netkeep move WHO CIRCLE')
    expect(stdout.endsWith('ended 0\r\n')).toBe(true)
  })
})
