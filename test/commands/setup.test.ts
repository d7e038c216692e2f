import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { problemOf } from '../../src/commands/problem.ts'
import { usageError } from '../../src/errors.ts'
import { lines, sha256Of } from '../harness.ts'
import { fileIn, firstRun, SKIP_ALL, typedIn } from './first-run.ts'

const CONNECTIONS = lines(
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
  'Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.mil,Navy,Rear admiral,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical Engines,Programmer,03 Mar 2025',
)

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
          'LinkedIn gives you yours: Settings, Data privacy, Get a copy of your data. netkeep reads the .zip, and any address book: vCards (.vcf), CSV of Google or Outlook. Nothing leaves this machine.',
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

  test('a wrong path, and a file that is no address book, are told, and the question comes again', async () => {
    const netkeep = firstRun()
    writeFileSync(fileIn(netkeep, 'My file.csv'), CONNECTIONS)
    writeFileSync(fileIn(netkeep, 'other.csv'), 'a,b\n1,2\n')
    const files = ['nope.csv', '~/bin', '~/other.csv', '"~/My file.csv"', '~/My\\ file.csv', '']
    const { stdout } = await netkeep.onTerminal(
      ['setup'],
      ['', '', 'return', ...files, '', 'return', false, false],
    )
    expect(stdout).toContain('There is no file')
    expect(stdout).toContain('There is nothing there that netkeep can read.')
    expect(stdout).toContain('has no name or e-mail column.')
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
      50,
      [
        '  netkeep today',
        '    each morning',
        '  netkeep log NAME -m "what to remember"',
        '    after a conversation',
        '  netkeep history',
        '    what was set; undo takes it back',
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
