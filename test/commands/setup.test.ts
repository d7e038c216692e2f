import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../src/commands/problem.ts'
import { usageError } from '../../src/errors.ts'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

const CONNECTIONS = lines(
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.mil,Navy,Rear admiral,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical Engines,Programmer,03 Mar 2025',
)

/** Nobody yet, a home directory, and bash, with netkeep on the PATH. */
function firstRun(): Netkeep {
  const netkeep = createNetkeep()
  const home = path.join(netkeep.folder, 'home')
  mkdirSync(path.join(home, 'bin'), { recursive: true })
  writeFileSync(path.join(home, 'bin/netkeep'), '')
  netkeep.env = {
    ...netkeep.env,
    NO_COLOR: '1',
    HOME: home,
    SHELL: '/bin/bash',
    PATH: path.join(home, 'bin'),
  }
  return netkeep
}

const fileIn = (netkeep: Netkeep, name: string): string => path.join(netkeep.folder, 'home', name)
const typedIn = async (netkeep: Netkeep): Promise<readonly string[]> => {
  const history: readonly { readonly typed: string }[] = await netkeep.json('history')
  return history.map(({ typed }) => typed).reverse()
}

/** Enter at every question, where there are no contacts. */
const SKIP_ALL = ['', '', 'return', '', '', '', 'return', false, false]

describe('setup on a terminal', () => {
  test('walks through the steps, each answer a command of its own in history', async () => {
    const netkeep = firstRun()
    writeFileSync(path.join(netkeep.folder, 'Connections.csv'), CONNECTIONS)
    const { exitCode, stdout, stderr } = await netkeep.onTerminal(
      ['setup'],
      [
        ...['Jean Bartik', 'jean@example.com, j.b@example.com'],
        ...['c', 'close', '5w', 'return'],
        ...['Connections.csv', ''],
        ...['20', 'a', true, true],
      ],
    )
    expect([exitCode, stderr]).toEqual([0, ''])
    const file = path.join(netkeep.folder, 'Connections.csv')
    const bashrc = fileIn(netkeep, '.bashrc')
    const circles = (close: string): readonly string[] => [
      '  inner, every 2w',
      `  close, every ${close}`,
      '  wide, every 3m (who is added without a circle joins this one)',
      '  outer, every 1y',
    ]
    // A long path of the temp folder is broken elsewhere.
    const unbroken = (text: string): string => text.replaceAll(/(?<=\S)\n(?=\S)/g, ' ')
    expect(unbroken(stdout)).toBe(
      unbroken(
        lines(
          'Setting up netkeep. Enter skips a step; Ctrl-C stops, and what you answered is kept.',
          '',
          '1 of 8  Your name',
          'Drafts of messages are signed with it.',
          "Done. The same is: netkeep config set own-name 'Jean Bartik'",
          '',
          '2 of 8  Your e-mail addresses',
          'A list of addresses that you add leaves them out. Several are separated by spaces.',
          "Done. The same is: netkeep config set own-addresses 'jean@example.com j.b@example.com'",
          '',
          '3 of 8  Circles',
          'A circle is how close somebody is to you, and how often you want to be in touch.',
          ...circles('6w'),
          'The circle close is now every 5w.',
          'Done. The same is: netkeep circle set close 5w',
          ...circles('5w'),
          '',
          '4 of 8  Your contacts',
          'LinkedIn gives you yours: Settings, Data privacy, Get a copy of your data. netkeep reads the .zip, or the Connections.csv in it. Nothing leaves this machine.',
          'Contacts: 2 new, 0 updated, 0 unchanged.',
          'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
          `Done. The same is: netkeep import ${file}`,
          '',
          '5 of 7  Minutes a day',
          'A little time each day: netkeep today and netkeep review plan what fits into it.',
          'Done. The same is: netkeep config set daily-minutes 20',
          '',
          '6 of 7  A goal',
          'What you log counts by itself, so there is nothing to tick off.',
          'Goal: 5 touches a week.',
          'Done. The same is: netkeep goal set 5 touches a week',
          '',
          '7 of 7  Your shell',
          '"(3 cold)" before the prompt on days when three contacts are cold, and TAB for names and commands.',
          `This line would stand at the end of ${bashrc}:`,
          '  eval "$(netkeep init bash)"',
          'Added. It works in each new shell that reads this file. Undo does not take this back: delete the line instead.',
          `This line would stand at the end of ${bashrc}:`,
          '  eval "$(netkeep completion bash)"',
          'Added. It works in each new shell that reads this file. Undo does not take this back: delete the line instead.',
          '',
          'That is all: 8 answers, kept as you gave them.',
          '  netkeep triage                          one key each for 2 imported contacts',
          '  netkeep today                           each morning',
          '  netkeep log NAME -m "what to remember"  after a conversation',
          '  netkeep history                         what was set; undo takes it back',
        ),
      ),
    )
    expect(await typedIn(netkeep)).toEqual([
      "netkeep config set own-name 'Jean Bartik'",
      "netkeep config set own-addresses 'jean@example.com j.b@example.com'",
      'netkeep circle set close 5w',
      `netkeep import ${file}`,
      'netkeep config set daily-minutes 20',
      'netkeep goal set 5 touches a week',
    ])
    expect(await netkeep.ok('config', 'get', 'own-name')).toBe('Jean Bartik\n')
    expect(await netkeep.json('goal')).toMatchObject([{ text: '5 touches a week' }])
    expect((await netkeep.json('circle'))[1]).toMatchObject({ name: 'close', interval: '5w' })
    expect(readFileSync(bashrc, 'utf8')).toBe(
      'eval "$(netkeep init bash)"\neval "$(netkeep completion bash)"\n',
    )
  })

  test('Enter at every question changes nothing', async () => {
    const netkeep = firstRun()
    await netkeep.ok('list')
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout } = await netkeep.onTerminal(['setup'], SKIP_ALL)
    expect([exitCode, sha256Of(netkeep.db)]).toEqual([0, before])
    expect(existsSync(fileIn(netkeep, '.bashrc'))).toBe(false)
    expect(stdout.slice(stdout.indexOf('Nothing was'))).toBe(
      lines(
        'Nothing was changed.',
        '  netkeep add "Grace Hopper"              add somebody',
        '  netkeep today                           each morning',
        '  netkeep log NAME -m "what to remember"  after a conversation',
      ),
    )
  })

  test('again, what is set is preset, and Enter keeps it', async () => {
    const netkeep = firstRun()
    const answers = ['Ada', 'ada@x.org', 'return', '', 'Grace', 'return', '', '20', 'a', true, true]
    await netkeep.onTerminal(['setup'], answers)
    const before = [sha256Of(netkeep.db), sha256Of(fileIn(netkeep, '.bashrc'))]
    const { exitCode, stdout } = await netkeep.onTerminal(['setup'], ['', '', 'return', '', '', 'return'])
    expect([exitCode, sha256Of(netkeep.db), sha256Of(fileIn(netkeep, '.bashrc'))]).toEqual([0, ...before])
    expect(stdout).not.toContain('The first names')
    expect(stdout).toContain('\n4 of 7  Your contacts\n')
    expect(stdout).toContain('\n5 of 7  Minutes a day\n')
    expect(stdout).toContain('You have: 5 touches a week.\n')
    expect(stdout).toContain('mentions netkeep init')
    expect(stdout).toContain('\nNothing was changed.\n')
  })

  test('each of the first names goes into the circle of a key; Enter is the default one', async () => {
    const netkeep = firstRun()
    let offered: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['setup'],
      [
        ...['', '', 'return', '', 'Grace Hopper'],
        (choices) => {
          offered = choices
          return '2'
        },
        ...['"Ada Lovelace" <ada@x.org>', 'return', '-rf', '1', 'jean@x.org', '3', ''],
        ...['', 'return', false, false],
      ],
    )
    expect(offered).toEqual(['1 inner 2w', '2 close 6w', '3 wide 3m', '4 outer 1y', 'return wide'])
    expect(stdout).toContain(
      lines(
        'Added Grace Hopper. Next due 3 Jan 2027.',
        "Done. The same is: netkeep add 'Grace Hopper' --circle close",
        'Added Ada Lovelace. Next due 22 Feb 2027.',
      ),
    )
    expect(await typedIn(netkeep)).toEqual([
      "netkeep add 'Grace Hopper' --circle close",
      `netkeep add '"Ada Lovelace" <ada@x.org>'`,
      'netkeep add --circle inner -- -rf',
      'netkeep add jean@x.org',
    ])
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: 'close', interval: '6w' })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ circle: 'wide', emails: ['ada@x.org'] })
    expect(await netkeep.json('show', 'rf')).toMatchObject({ name: '-rf', circle: 'inner' })
  })

  test('the circles are those of the user; of more than nine the first have keys', async () => {
    const netkeep = firstRun()
    for (const name of ['a', 'b', 'c', 'd', 'e', '\u001b[2J']) await netkeep.ok('circle', 'set', name, '1w')
    await netkeep.ok('config', 'set', 'default-circle', 'outer')
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['setup'],
      [
        ...['', '', 'return', '', 'Grace'],
        (choices) => {
          offered = choices
          return 'return'
        },
        ...['', '', 'return', false, false],
      ],
    )
    expect(offered.map((choice) => choice.split(' ')[1])).toEqual([
      ...['\\u{1b}[2J', 'a', 'b', 'c', 'd', 'e', 'inner', 'close', 'wide', 'outer'],
    ])
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: 'outer' })
  })

  test.each([
    ['Ada, Grace', '"Ada, Grace" reads like several names. One at a time'],
    ['Ada and Grace', '"Ada and Grace" reads like several names. One at a time'],
    ['Grace --circle close', '"Grace --circle close" has an option in it. The name alone'],
    ['"Grace Hopper"', '""Grace Hopper"" is in quotes. Here a name needs none: Grace Hopper'],
    ['Gracy grace@x.org', '"Gracy grace@x.org" has an address in it. Write it like Grace Hopper <grace@'],
    ['?!', '"?!" has neither a letter nor a digit. Write it like Grace Hopper'],
    ['<>', '"<>" is neither a name nor an address. Write it like "Grace Hopper <grace@example.com>".'],
  ])('as a name %s is refused, and nothing is added', async (typed, problem) => {
    const netkeep = firstRun()
    const { stderr } = await netkeep.onTerminal(['setup'], ['', '', 'return', '', typed])
    expect(stderr.replaceAll('\\u{a}', ' ')).toContain(`refuses "${typed}": ${problem}`)
    expect(await netkeep.json('list')).toEqual([])
  })

  test('a name that is there already is refused', async () => {
    const again = firstRun()
    const twice = again.onTerminal(['setup'], ['', '', 'return', '', 'Grace', 'return', 'GRACE'])
    expect((await twice).stderr).toContain('refuses "GRACE": There is a contact called GRACE already.')
  })

  test('a wrong path, and a file that is none of LinkedIn, are told, and the question comes again', async () => {
    const netkeep = firstRun()
    writeFileSync(fileIn(netkeep, 'My file.csv'), CONNECTIONS)
    writeFileSync(fileIn(netkeep, 'other.csv'), 'a,b\n1,2\n')
    const files = ['nope.csv', '~', '~/other.csv', '"~/My file.csv"', '~/My\\ file.csv', '']
    const { stdout } = await netkeep.onTerminal(
      ['setup'],
      ['', '', 'return', ...files, '', 'return', false, false],
    )
    expect(stdout).toContain('There is no file')
    expect(stdout).toContain('is a folder.')
    expect(stdout).toContain('Contacts: 2 new, 0 updated, 0 unchanged.\n')
    expect(stdout).toContain('Contacts: 0 new, 0 updated, 2 unchanged.\n')
    expect(await typedIn(netkeep)).toEqual([`netkeep import '${fileIn(netkeep, 'My file.csv')}'`])
  })

  test('a goal may be typed, and refused, or none after all', async () => {
    const netkeep = firstRun()
    const answers = (...goal: readonly string[]) => ['', '', 'return', '', '', '', ...goal, false, false]
    await netkeep.onTerminal(['setup'], answers('o', '2 Coffees a month'))
    expect(await typedIn(netkeep)).toEqual(['netkeep goal set 2 coffees a month'])
    const { stdout } = await netkeep.onTerminal(['setup'], answers('o', '2 coffees a month'))
    expect(stdout).toContain('That is a goal already: 2 coffees a month.\n')
    expect(stdout).not.toContain('Goal: ')
    await netkeep.onTerminal(['setup'], answers('o', ''))
    expect(await netkeep.json('goal')).toHaveLength(1)
  })

  test('values that cannot be are refused at the question', async () => {
    const netkeep = firstRun()
    for (const [answers, problem] of [
      [['', 'nobody'], '"nobody" is not an e-mail address.'],
      [['', '', 'c', 'close', 'soon'], '"soon" is not an interval.'],
      [['', '', 'return', '', '', 'many'], '"many"'],
      [['', '', 'return', '', '', '', 'o', 'be nice'], '"be nice" does not say in which time.'],
    ] as const) {
      const { stderr } = await netkeep.onTerminal(['setup'], answers)
      expect(stderr).toContain(problem)
    }
  })

  test('what is wrong with an answer comes with what to type, each on a line', async () => {
    expect(
      await problemOf(() => {
        throw usageError('"\u001b" is no day.', 'Type: friday')
      }),
    ).toBe('"\\u{1b}" is no day.\nType: friday')
    expect(await problemOf(() => 'well')).toBeUndefined()
    const netkeep = firstRun()
    const { stderr } = await netkeep.onTerminal(['setup'], ['', 'nobody'])
    expect(stderr).toContain('"nobody" is not an e-mail address.\\u{a}Write it like grace@example.com.')
  })

  test('the goals have letters, for they begin with numbers', async () => {
    const netkeep = firstRun()
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['setup'],
      [
        ...['', '', 'return', '', '', ''],
        (choices) => {
          offered = choices
          return 'return'
        },
        ...[false, false],
      ],
    )
    expect(offered).toEqual([
      'a 5 touches a week',
      'b 4 new contacts a month',
      'c 2 gives a week',
      'o in your own words',
      'return none for now',
    ])
  })

  test.each([
    [
      80,
      [
        '  netkeep today                           each morning',
        '  netkeep log NAME -m "what to remember"  after a conversation',
        '  netkeep history                         what was set; undo takes it back',
      ],
    ],
    [
      60,
      [
        '  netkeep today                           each morning',
        '  netkeep log NAME -m "what to remember"  after a',
        '                                          conversation',
        '  netkeep history                         what was set; undo',
        '                                          takes it back',
      ],
    ],
    [
      40,
      [
        '  netkeep today',
        '    each morning',
        '  netkeep log NAME -m "what to remember"',
        '    after a conversation',
        '  netkeep history',
        '    what was set; undo takes it back',
      ],
    ],
  ])('what comes next fits a terminal of %i columns', async (columns, shown) => {
    const netkeep = firstRun()
    netkeep.columns = columns
    const names = ['Grace', 'return', '']
    const answers = ['', '', 'return', '', ...names, '', 'return', false, false]
    const { stdout } = await netkeep.onTerminal(['setup'], answers)
    expect(stdout.slice(stdout.indexOf('  netkeep today'))).toBe(lines(...shown))
  })

  test('what is hostile in values is shown as code points', async () => {
    const netkeep = firstRun()
    await netkeep.ok('config', 'set', 'own-addresses', 'a\u001b[2J@x.org')
    await netkeep.ok('circle', 'set', 'x\u202ey', '2w')
    const { stdout } = await netkeep.onTerminal(['setup'], SKIP_ALL)
    expect(stdout).toContain('  x\\u{202e}y, every 2w\n')
    expect(stdout).not.toMatch(/[\u001b\u202e]/u)
    expect(await netkeep.json('config', 'get', 'own-addresses')).toBe('a\u001b[2J@x.org')
  })
})

describe('the line for the shell', () => {
  const last = async (netkeep: Netkeep, ...answers: readonly boolean[]): Promise<string> => {
    const { stdout } = await netkeep.onTerminal(['setup'], [...SKIP_ALL.slice(0, -2), ...answers])
    return stdout.slice(stdout.indexOf('8 of 8'), stdout.indexOf('\n\nN')).replaceAll('\n', ' ')
  }

  test.each([
    [
      '/usr/bin/fish',
      '.config/fish/config.fish',
      'netkeep init fish | source\nnetkeep completion fish | source\n',
    ],
    ['/bin/bash', '.bashrc', 'eval "$(netkeep init bash)"\neval "$(netkeep completion bash)"\n'],
  ])('of %s stands in %s', async (shell, file, text) => {
    const netkeep = firstRun()
    netkeep.env['SHELL'] = shell
    await last(netkeep, true, true)
    expect(readFileSync(fileIn(netkeep, file), 'utf8')).toBe(text)
  })

  test('of zsh has completion only where compinit is', async () => {
    const netkeep = firstRun()
    netkeep.env['SHELL'] = '/bin/zsh'
    const seen = await last(netkeep, true)
    expect(seen).toContain(
      'For TAB, write this after compinit in your .zshrc:   eval "$(netkeep completion zsh)"',
    )
    writeFileSync(fileIn(netkeep, '.zshrc'), 'autoload -U compinit; compinit')
    await last(netkeep, true, true)
    expect(readFileSync(fileIn(netkeep, '.zshrc'), 'utf8')).toBe(
      'autoload -U compinit; compinit\neval "$(netkeep init zsh)"\neval "$(netkeep completion zsh)"\n',
    )
  })

  test('is not added twice, in whatever form it is there', async () => {
    const netkeep = firstRun()
    const before = '  source <(netkeep init bash) # mine\n. <(netkeep completion bash)\n'
    writeFileSync(fileIn(netkeep, '.bashrc'), before)
    const seen = await last(netkeep)
    expect(seen).toContain('mentions netkeep init already: it stays as it is.')
    expect(readFileSync(fileIn(netkeep, '.bashrc'), 'utf8')).toBe(before)
  })

  test('keeps the mode and follows a link', async () => {
    const netkeep = firstRun()
    writeFileSync(fileIn(netkeep, 'dots'), 'one')
    chmodSync(fileIn(netkeep, 'dots'), 0o644)
    symlinkSync('dots', fileIn(netkeep, '.bashrc'))
    await last(netkeep, true, false)
    expect(readFileSync(fileIn(netkeep, 'dots'), 'utf8')).toBe('one\neval "$(netkeep init bash)"\n')
    expect(statSync(fileIn(netkeep, 'dots')).mode & 0o777).toBe(0o644)
  })

  test.each([
    ['a FIFO', (file: string) => execFileSync('mkfifo', [file]), 'it is not a regular file'],
    ['read-only', (file: string) => writeFileSync(file, 'x', { mode: 0o400 }), 'it is not to be written to'],
    [
      'a link that leads nowhere',
      (file: string) => symlinkSync('no', file),
      'it is a link that leads nowhere',
    ],
  ])('is to be added by hand where the file is %s', async (_case, make, why) => {
    const netkeep = firstRun()
    make(fileIn(netkeep, '.bashrc'))
    expect(await last(netkeep)).toContain(
      `.bashrc is left alone: ${why}. Add the line yourself:   eval "$(netkeep init bash)"`,
    )
    expect(existsSync(fileIn(netkeep, 'no'))).toBe(false)
  })

  test('is to be added by hand without a home directory, or below a file', async () => {
    const netkeep = firstRun()
    netkeep.env['HOME'] = 'relative'
    expect(await last(netkeep)).toContain('~/.bashrc is left alone: there is no home directory. Add the line')
    netkeep.env['HOME'] = netkeep.db
    expect(await last(netkeep)).toContain('.bashrc is left alone: that failed (ENOTDIR). Add the line')
  })

  test('another shell is not known, and a netkeep that is not on the PATH is told', async () => {
    const netkeep = firstRun()
    netkeep.env['PATH'] = '/nonexistent:relative'
    expect(await last(netkeep, false, false)).toContain('it is not on your PATH. Put it there first.')
    netkeep.env['SHELL'] = '/bin/tcsh'
    expect(await last(netkeep)).toContain('netkeep knows bash, zsh and fish. Later: netkeep help init')
  })
})

describe('setup where nobody can be asked', () => {
  const NOTHING = [
    'name\t\tnetkeep config set own-name "Ada Lovelace"',
    'addresses\t\tnetkeep config set own-addresses ada@example.com',
    'circles\tinner 2w, close 6w, wide 3m, outer 1y\tnetkeep circle set close 6w',
    'import\t\tnetkeep import Connections.csv',
    'contacts\t\tnetkeep add "Grace Hopper" --circle close',
    'minutes\t15\tnetkeep config set daily-minutes 15',
    'goal\t\tnetkeep goal set 5 touches a week',
  ]
  const shellStep = (file: string): string => `shell\t\techo 'eval "$(netkeep init bash)"' >> ${file}`

  test('prints what is set and what to type', async () => {
    const netkeep = firstRun()
    const stdout = lines(...NOTHING, shellStep(fileIn(netkeep, '.bashrc')))
    expect(await netkeep.run('setup')).toEqual({ exitCode: 0, stdout, stderr: '' })
    expect((await netkeep.onTerminal(['setup', '--plain'])).stdout).toBe(stdout)
    netkeep.env['TERM'] = 'dumb'
    expect((await netkeep.onTerminal(['setup'])).stdout).toContain('minutes    15')
  })

  test.each([
    ['/bin/zsh', 'ZDOTDIR', `echo 'eval "$(netkeep init zsh)"' >> '/my dots/.zshrc'`],
    ['/usr/bin/fish', 'XDG_CONFIG_HOME', "echo 'netkeep init fish | source' >> '/my dots/fish/config.fish'"],
  ])('for %s names the file where %s has it', async (shell, name, command) => {
    const netkeep = firstRun()
    netkeep.env = { ...netkeep.env, SHELL: shell, [name]: '/my dots' }
    expect((await netkeep.ok('setup')).split('\n').at(-2)).toBe(`shell\t\t${command}`)
  })

  test('without a home directory names the file as it is usually called', async () => {
    const netkeep = firstRun()
    netkeep.env['HOME'] = ''
    expect(await netkeep.ok('setup')).toContain(`${shellStep('~/.bashrc')}\n`)
  })

  test('with --json what is not set is null, and hidden characters are as they are', async () => {
    const netkeep = firstRun()
    const values = async (): Promise<readonly (string | null)[]> =>
      (await netkeep.json('setup')).map(({ value }: { value: string | null }) => value)
    const circles = 'inner 2w, close 6w, wide 3m, outer 1y'
    expect(await values()).toEqual([null, null, circles, null, null, '15', null, null])
    await netkeep.ok('config', 'set', 'own-addresses', 'a\u001b[2J@x.org')
    expect((await values())[1]).toBe('a\u001b[2J@x.org')
    expect(await netkeep.ok('setup')).toContain('addresses\ta\\u{1b}[2J@x.org\t')
  })

  test('with --json tells what the user has set', async () => {
    const netkeep = firstRun()
    await netkeep.ok('config', 'set', 'own-name', 'Ada')
    await netkeep.ok('config', 'set', 'daily-minutes', '15')
    await netkeep.ok('add', 'Grace')
    await netkeep.ok('goal', 'set', '5 touches a week')
    writeFileSync(fileIn(netkeep, '.bashrc'), 'eval "$(netkeep init bash)"\n')
    const steps: readonly { readonly step: string; readonly value: string | null; readonly set: boolean }[] =
      await netkeep.json('setup')
    expect(steps.map(({ step, value, set }) => [step, value, set])).toEqual([
      ['name', 'Ada', true],
      ['addresses', null, false],
      ['circles', 'inner 2w, close 6w, wide 3m, outer 1y', true],
      ['import', '1 contact', true],
      ['contacts', '1 contact', true],
      ['minutes', '15', true],
      ['goal', '5 touches a week', true],
      ['shell', 'eval "$(netkeep init bash)"', true],
    ])
  })
})
