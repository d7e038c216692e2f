/** Completion in the real shells: TAB after what is typed, Enter, and the words that netkeep is given. Hostile inputs, rows 2, 7 and 13. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SHELLS, type Shell } from '../../src/shell/shells.ts'
import { lines } from '../harness.ts'
import { createProgram } from './program.ts'
import { hasShell, openShell, SET_UP, type ShellSession } from './shell-session.ts'

const NAMES = [
  'Grace Hopper',
  'Ann Hopkins',
  'Gary Grant',
  "Miles O'Brien",
  '$(touch x)',
  '`touch y`',
  'semi;colon & pipe|',
  'Star *',
  '~tilde',
  '-dash',
  '--option',
  '{br,ace}',
  '%F{red} \\[esc',
  '[a-z]range?',
  'Quo"te',
  'Back\\slash',
  'Hey!you Two',
  'equal=sign',
  'mail: to',
  'Tab\tname',
  'Right\u202eleft',
  '王小明',
  'Zoë Müller',
  'José Nuñez',
  '👩‍🚀 Astro',
]

type Case = readonly [keys: string, args: readonly string[]]

/** TAB is `\t`. */
const IN_ALL: readonly Case[] = [
  ['netkeep sn\tx', ['snooze', 'x']],
  ['netkeep log mil\t--by cof\t--on yes\t', ['log', "Miles O'Brien", '--by', 'coffee', '--on', 'yesterday']],
  ['netkeep list --circle=in\t', ['list', '--circle=inner']],
  ['netkeep list --circle="in\t', ['list', '--circle=inner']],
  ['netkeep list --stand\tco\t', ['list', '--standing', 'cold']],
  ['netkeep tag mil\t+men\t', ['tag', "Miles O'Brien", '+mentor']],
  ['netkeep tag mil\t+old\t', ['tag', "Miles O'Brien", '+old friends']],
  ['netkeep move mil\tclo\t', ['move', "Miles O'Brien", 'close']],
  ['netkeep circle se\tinn\t2w', ['circle', 'set', 'inner', '2w']],
  ['netkeep config set col\tal\t', ['config', 'set', 'color', 'always']],
  ['netkeep help hist\t', ['help', 'history']],
  ['netkeep show grace@na\t', ['show', 'grace@navy.mil']],
  ['netkeep import fol\tand\t', ['import', 'folder/and file.csv']],
  ['netkeep --db=oth\tshow mil\t', ['--db=other.sqlite', 'show', "Miles O'Brien"]],
  ["netkeep 'show' mil\t", ['show', "Miles O'Brien"]],
  // In quotes, and half in quotes.
  ["netkeep show 'Mil\t", ['show', "Miles O'Brien"]],
  ['netkeep show "Mil\t', ['show', "Miles O'Brien"]],
  ['netkeep show "Miles"\t', ['show', "Miles O'Brien"]],
  ['netkeep show Miles\\ O\t', ['show', "Miles O'Brien"]],
  ['netkeep show Miles\\ "O\t', ['show', "Miles O'Brien"]],
  ['netkeep show "quo\t', ['show', 'Quo"te']],
  ['netkeep show "Back\t', ['show', 'Back\\slash']],
  ['netkeep show "Hey\t', ['show', 'Hey!you Two']],
  // Names that a shell could take for something else.
  ["netkeep show '$(touch x\t", ['show', '$(touch x)']],
  ['netkeep show x\t', ['show', '$(touch x)']],
  ['netkeep show y\t', ['show', 'y']],
  ['netkeep show semi\t', ['show', 'semi;colon & pipe|']],
  ['netkeep show star\t', ['show', 'Star *']],
  ['netkeep show tilde\t', ['show', '~tilde']],
  ['netkeep show -- das\t', ['show', '--', '-dash']],
  ['netkeep show -- opt\t', ['show', '--', '--option']],
  ['netkeep show dash\t', ['show', 'dash']],
  ['netkeep show has\t', ['show', '#hash']],
  ['netkeep show ace\t', ['show', '{br,ace}']],
  ['netkeep show red\t', ['show', '%F{red} \\[esc']],
  ['netkeep show range\t', ['show', '[a-z]range?']],
  ['netkeep show quo\t', ['show', 'Quo"te']],
  ['netkeep show back\t', ['show', 'Back\\slash']],
  ['netkeep show hey\t', ['show', 'Hey!you Two']],
  ['netkeep show equal=s\t', ['show', 'equal=sign']],
  ['netkeep show mail\t', ['show', 'mail: to']],
  // What a terminal cannot show as it is, is not offered.
  ['netkeep show tab\t', ['show', 'tab']],
  ['netkeep show right\t', ['show', 'right']],
  // Other writings.
  ['netkeep show 王\t', ['show', '王小明']],
  ['netkeep show Zo\t', ['show', 'Zoë Müller']],
  ['netkeep show astro\t', ['show', '👩‍🚀 Astro']],
  // What several share says less than what is typed.
  ['netkeep show hop\t', ['show', 'hop']],
  ['netkeep show hopp\t', ['show', 'Grace Hopper']],
  ['netkeep show nobody\t', ['show', 'nobody']],
  ['netkeep nonsense gr\t', ['nonsense', 'gr']],
  // Typed words are not evaluated.
  ["netkeep show '$(touch a)' mil\t", ['show', '$(touch a)', "Miles O'Brien"]],
  ['netkeep show "\\$(touch a)" \\`touch mil\t', ['show', '$(touch a)', '`touch', "Miles O'Brien"]],
]

describe.each(SHELLS.filter(hasShell))('TAB in %s', (shell) => {
  let session: ShellSession
  beforeAll(async () => {
    session = await openShell(shell, await network(), STRICT[shell] + SET_UP[shell])
  })
  afterAll(async () => {
    await session.end()
    rmSync(session.folder, { recursive: true, force: true })
  })
  afterEach(() => {
    const left = ['x', 'y', 'a', 'b'].filter((name) => existsSync(path.join(session.folder, name)))
    expect(left).toEqual([])
  })

  test.each([...IN_ALL, ...IN_ONE[shell]])('%j gives %j', async (keys, args) => {
    expect(await session.argumentsFor(keys)).toEqual(args)
  })

  test('puts the name on the line in the quotes of the shell', async () => {
    expect(await session.lineAfter('netkeep show mil\t')).toBe("netkeep show Miles\\ O\\'Brien ")
    expect(await session.lineAfter('netkeep show "Mil\t')).toBe('netkeep show "Miles O\'Brien" ')
    expect(await session.lineAfter("netkeep show 'Mil\t")).toBe(
      shell === 'fish' ? "netkeep show 'Miles O\\'Brien' " : "netkeep show 'Miles O'\\''Brien' ",
    )
  })

  test('lists who could be meant', async () => {
    await session.look(shell === 'bash' ? 'netkeep show hop\t\t' : 'netkeep show hop\t', 'Ann')
  })

  test('does not run what it is typed behind', async () => {
    const line = await session.lineAfter('netkeep show $(touch a) mil\t')
    expect(line).toBe("netkeep show $(touch a) Miles\\ O\\'Brien ")
    await session.lineAfter('netkeep show `touch b` mil\t')
    await session.lineAfter('netkeep show $(touch a\t')
    // zsh itself expands the word that the cursor is at, whatever the command.
    if (shell !== 'zsh') await session.lineAfter('netkeep show "$(touch a)\t')
    await session.lineAfter('netkeep --db $(touch a) show mil\t')
  })
})

/** With what people set, and netkeep's lines have to live with. */
const STRICT: Readonly<Record<Shell, string>> = {
  bash: 'set -eu\nshopt -s nocasematch nullglob failglob\nIFS=:\n',
  zsh: 'setopt nounset ksharrays shwordsplit\n',
  fish: '',
}

const IN_ONE: Readonly<Record<Shell, readonly Case[]>> = {
  bash: [
    ['netkeep show gra\t', ['show', 'gra']],
    ['netkeep show zoe\t', ['show', 'Zoë Müller']],
    ['netkeep show nune\t', ['show', 'José Nuñez']],
    ["netkeep show 'Miles O'\\''Br\t", ['show', "Miles O'Brien"]],
  ],
  zsh: [
    ['netkeep show gra\t', ['show', 'gra']],
    ['netkeep show zoe\t', ['show', 'Zoë Müller']],
    ['netkeep show nune\t', ['show', 'José Nuñez']],
    ["netkeep show 'Miles O'\\''Br\t", ['show', "Miles O'Brien"]],
    ["netkeep show '`touch b`' mil\t", ['show', '`touch b`', "Miles O'Brien"]],
  ],
  // fish offers only what has the letters typed in it.
  fish: [
    ['netkeep show gra\t', ['show', 'Grace Hopper']],
    ['netkeep show "zoe\t', ['show', 'zoe muller']],
    ['netkeep show zoe\t', ['show', 'zoe muller']],
    ["netkeep show 'Miles O\\'Br\t", ['show', "Miles O'Brien"]],
  ],
}

const BASH_COMPLETION = '/usr/share/bash-completion/bash_completion'

/** bash as other people have it; without compopt it does what 3.2 does. */
const OTHER_BASHES: readonly (readonly [how: string, setUp: string])[] = [
  ['that is older', `${SET_UP.bash}\nenable -n compopt`],
  ['in which words end at spaces only', `COMP_WORDBREAKS=$' \\t\\n'\n${SET_UP.bash}`],
  ['that follows POSIX', `set -o posix\n${SET_UP.bash}`],
  ...(existsSync(BASH_COMPLETION)
    ? [['with bash-completion', `. ${BASH_COMPLETION}\n${SET_UP.bash}`] as const]
    : []),
]

describe.each(hasShell('bash') ? OTHER_BASHES : [])('TAB in a bash %s', (_how, setUp) => {
  test('completes names, values and files', async () => {
    const session = await openShell('bash', await network(), setUp)
    const cases: readonly Case[] = [
      ['netkeep show mil\t', ['show', "Miles O'Brien"]],
      ['netkeep show grace@na\t', ['show', 'grace@navy.mil']],
      ["netkeep show '$(touch x\t", ['show', '$(touch x)']],
      ['netkeep list --circle=in\t', ['list', '--circle=inner']],
      ['netkeep --db=oth\tshow ann\t', ['--db=other.sqlite', 'show', 'Ann Hopkins']],
      ['netkeep import folder/a\t', ['import', 'folder/and file.csv']],
      ['netkeep import ~/folder/a\t', ['import', `${session.folder}/folder/and file.csv`]],
      ['true; LANG=C netkeep show zoe\t', ['show', 'Zoë Müller']],
    ]
    const seen: Case[] = []
    for (const [keys] of cases) seen.push([keys, await session.argumentsFor(keys)])
    await session.end()
    expect(seen).toEqual(cases)
    rmSync(session.folder, { recursive: true })
  })
})

/** A network of people with these names, and a file to import. */
async function network(): Promise<{ folder: string; db: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-shell-'))
  const place = { folder, db: path.join(folder, 'netkeep.db') }
  const program = createProgram(place)
  const { exitCode, stderr } = await program.run(['add', '-'], { input: lines(...NAMES) })
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' })
  await program.ok('add', '#hash')
  await program.ok(
    'edit',
    'Grace Hopper',
    '--email',
    'grace@navy.mil',
    '--tag',
    'mentor',
    '--tag',
    'old friends',
  )
  copyFileSync(place.db, path.join(folder, 'other.sqlite'))
  mkdirSync(path.join(folder, 'folder'))
  writeFileSync(path.join(folder, 'folder', 'and file.csv'), '')
  return place
}

describe('the script for bash', () => {
  const hasShellcheck = spawnSync('shellcheck', ['--version']).status === 0
  test.skipIf(!hasShellcheck)('is clean for shellcheck', () => {
    const { stdout } = spawnSync(
      'shellcheck',
      ['--shell=bash', '--severity=style', 'src/shell/completion.bash'],
      {
        encoding: 'utf8',
      },
    )
    expect(stdout).toBe('')
  })
})
