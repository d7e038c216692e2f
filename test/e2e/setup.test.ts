/** The first run through the built program, on a real terminal: setup from its first question to its last, again, and broken off. */
import { existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lines, sha256Of } from '../harness.ts'
import { createProgram, HAS_TERMINAL, NETKEEP, type Program, textOnceThere } from './program.ts'

const CONNECTIONS = lines(
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.mil,Navy,Rear admiral,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical Engines,Programmer,03 Mar 2025',
)
const DOWN = '\u001b[B'
const CTRL_U = '\u0015'

/** A home directory with a file of LinkedIn, a .bashrc, and netkeep on the PATH. */
function newUser(): Program & { readonly bashrc: string; readonly env: { readonly PATH: string } } {
  const program = createProgram()
  const bin = path.join(program.folder, 'bin')
  mkdirSync(bin)
  symlinkSync(NETKEEP, path.join(bin, 'netkeep'))
  writeFileSync(path.join(program.folder, 'Connections.csv'), CONNECTIONS)
  const bashrc = path.join(program.folder, '.bashrc')
  writeFileSync(bashrc, 'alias ll="ls -l"\n', { mode: 0o644 })
  return { ...program, bashrc, env: { PATH: `${bin}:${process.env['PATH']}` } }
}

/** A first run with every answer given. */
const ANSWERS = [
  { seen: 'Your name:', keys: 'Jean Bartik\r' },
  { seen: 'Your addresses:', keys: 'jean@example.com\r' },
  { seen: 'Are these right', keys: 'c' },
  { seen: 'Which one?', keys: `${DOWN}\r` },
  { seen: 'How often for close?', keys: `${CTRL_U}5w\r` },
  { seen: 'The same is: netkeep circle set close 5w', keys: '\r' },
  { seen: 'A file to import:', keys: '~/nope.csv\r' },
  { seen: 'There is no file', keys: '~/Connections.csv\r' },
  { seen: 'Another file:', keys: '\r' },
  { seen: 'Minutes a day:', keys: '20\r' },
  { seen: '4 new contacts a month', keys: 'c' },
  { seen: 'Add it?', keys: 'y\r' },
  { seen: 'completion bash', keys: 'n\r' },
]

describe.skipIf(!HAS_TERMINAL)('setup through the built program', () => {
  test('a whole first run, and a second one that changes nothing', async () => {
    const user = newUser()
    const { stdout } = await user.onTerminal('netkeep setup; echo "ended $?"', ANSWERS, { env: user.env })
    expect(stdout).toContain('That is all: 7 answers, kept as you gave them.')
    expect(stdout.endsWith('ended 0\r\n')).toBe(true)
    const history: readonly { readonly typed: string }[] = await user.json('history')
    expect(history.map(({ typed }) => typed).reverse()).toEqual([
      "netkeep config set own-name 'Jean Bartik'",
      'netkeep config set own-addresses jean@example.com',
      'netkeep circle set close 5w',
      `netkeep import ${path.join(user.folder, 'Connections.csv')}`,
      'netkeep config set daily-minutes 20',
      'netkeep goal set 2 gives a week',
    ])
    expect((await user.json('list')).map(({ name }: { name: string }) => name)).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
    ])
    expect(readFileSync(user.bashrc, 'utf8')).toBe('alias ll="ls -l"\neval "$(netkeep init bash)"\n')
    expect(statSync(user.bashrc).mode & 0o777).toBe(0o644)

    const before = [sha256Of(user.db), sha256Of(user.bashrc)]
    const again = await user.onTerminal(
      'netkeep setup; echo "ended $?"',
      [
        { seen: 'Your name:', keys: '\r' },
        { seen: 'Your addresses:', keys: '\r' },
        { seen: 'Are these right', keys: '\r' },
        { seen: 'A file to import:', keys: '\r' },
        { seen: 'Minutes a day:', keys: '\r' },
        { seen: 'Another one?', keys: '\r' },
        { seen: 'Add it?', keys: '\r' },
      ],
      { env: user.env },
    )
    expect(again.stdout).toContain('(Jean Bartik)')
    expect(again.stdout).toContain('every 5w')
    expect(again.stdout).toContain('You have: 2 gives a week.')
    expect(again.stdout).toContain('Nothing was changed.')
    expect(again.stdout.endsWith('ended 0\r\n')).toBe(true)
    expect([sha256Of(user.db), sha256Of(user.bashrc)]).toEqual(before)
  })

  test('the line that it adds is one that bash reads', async () => {
    const user = newUser()
    await user.onTerminal('netkeep setup', ANSWERS, { env: user.env })
    const { stdout, stderr } = await user.shell('. ~/.bashrc && declare -p NETKEEP_DUE', { env: user.env })
    expect([stderr, stdout]).toEqual(['', expect.stringContaining('NETKEEP_DUE')])
  })

  test('Ctrl-C in the middle keeps what was answered, says so, and gives the terminal back', async () => {
    const user = newUser()
    const { stdout } = await user.onTerminal(
      'before=$(stty -g); netkeep setup; echo "ended $?"; [ "$before" = "$(stty -g)" ] && echo restored',
      [
        { seen: 'Your name:', keys: 'Jean\r' },
        { seen: 'Your addresses:', keys: 'jean@example.com\r' },
        { seen: 'Are these right', keys: 'c' },
        { seen: 'Which one?', keys: '\u0003' },
      ],
      { env: user.env },
    )
    expect(stdout).toContain('netkeep: Stopped; your 2 answers are kept.\r\nTo go on: netkeep setup\r\n')
    expect(stdout.endsWith('ended 130\r\nrestored\r\n')).toBe(true)
    expect(await user.ok('config', 'get', 'own-name')).toBe('Jean\n')
    await user.ok('undo')
    expect(await user.ok('config', 'get', 'own-addresses')).toBe('\n')
  })

  test('Ctrl-C at the first question leaves nothing', async () => {
    const user = newUser()
    const { stdout } = await user.onTerminal(
      'netkeep setup; echo "ended $?"',
      [{ seen: 'Your name:', keys: 'Je\u0003' }],
      { env: user.env },
    )
    expect(stdout).toContain('netkeep: Stopped; nothing was changed.\r\nTo go on: netkeep setup\r\nended 130')
    expect(await user.json('history')).toEqual([])
  })
})

describe.skipIf(!HAS_TERMINAL)('open and draft through the built program', () => {
  /** A program that writes down its arguments, one a line. */
  function recorder(program: Program): { readonly opener: string; readonly seen: string } {
    const opener = path.join(program.folder, 'opener')
    const seen = path.join(program.folder, 'seen')
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$@" > '${seen}'\n`, { mode: 0o700 })
    return { opener, seen }
  }

  test('the program gets the link as one argument, and no shell reads it', async () => {
    const program = createProgram()
    const { opener, seen } = recorder(program)
    await program.ok('add', 'Eve', '--url', 'https://x.org/$(touch pwned)`touch pwned`;touch pwned&"a"')
    const { stdout } = await program.onTerminal('netkeep open eve', [], {
      env: { NETKEEP_OPENER: `${opener} --new 'a b'` },
    })
    expect(await textOnceThere(seen)).toBe(
      lines('--new', 'a b', 'https://x.org/$(touch%20pwned)%60touch%20pwned%60;touch%20pwned&%22a%22'),
    )
    expect(stdout).toContain('Afterwards: netkeep log eve --by message\r\n')
    expect(existsSync(path.join(program.folder, 'pwned'))).toBe(false)
  })

  test('Ctrl-C after writing says where the text is', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace', '--email', 'grace@navy.mil')
    const editor = path.join(program.folder, 'editor')
    writeFileSync(editor, '#!/bin/sh\nsed -i "s/^Hi Grace,/How is COBOL?/" "$1"\n', { mode: 0o700 })
    const { stdout } = await program.onTerminal(
      'netkeep draft grace; echo "ended $?"',
      [{ seen: 'Where shall it go?', keys: '\u0003' }],
      { env: { VISUAL: editor, TMPDIR: program.folder } },
    )
    const [, file = ''] = /Your text is kept in (\S+)\.\r\n/.exec(stdout) ?? []
    expect(readFileSync(file, 'utf8')).toContain('How is COBOL?\n')
    expect([statSync(file).mode & 0o777, statSync(path.dirname(file)).mode & 0o777]).toEqual([0o600, 0o700])
    expect(stdout.endsWith('ended 130\r\n')).toBe(true)
  })

  test('the mail program gets what was written', async () => {
    const program = createProgram()
    const { opener, seen } = recorder(program)
    await program.ok('add', 'Grace', '--email', 'grace@navy.mil')
    const editor = path.join(program.folder, 'editor')
    writeFileSync(editor, '#!/bin/sh\nsed -i "s/^Hi Grace,/A \\& B?/" "$1"\n', { mode: 0o700 })
    const { stdout } = await program.onTerminal(
      'netkeep draft grace',
      [{ seen: 'Where shall it go?', keys: 'm' }],
      { env: { VISUAL: editor, NETKEEP_OPENER: opener } },
    )
    expect(await textOnceThere(seen)).toBe('mailto:grace@navy.mil?body=A%20%26%20B%3F\n')
    expect(stdout).toContain('When it is sent: netkeep log grace --by email -m "what you wrote about"')
  })
})
