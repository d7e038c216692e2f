import { mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, editorThat, lines, type Netkeep } from '../harness.ts'

function configFile(netkeep: Netkeep): string {
  return path.join(netkeep.folder, 'config', 'config.toml')
}

function writeConfig(netkeep: Netkeep, text: string): void {
  mkdirSync(path.dirname(configFile(netkeep)), { recursive: true })
  writeFileSync(configFile(netkeep), text)
}

describe('config list', () => {
  test('on a terminal shows every setting with where its value comes from', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'attempt-rest', '5')
    await netkeep.ok('config', 'set', 'dates', 'dmy')
    netkeep.env['NETKEEP_SNOOZE'] = '2w'
    expect((await netkeep.onTerminal(['config', '--no-color'])).stdout).toBe(
      lines(
        'default-circle   wide             default',
        '  the circle that a contact added by hand joins without --circle or --every',
        'attempt-rest     5                database',
        '  days that an unanswered attempt keeps a contact off the due list (0 to 60)',
        'channels         –                default',
        '  channels of your own besides call, video, email, message, meeting, coffee,',
        '  meal, event, social, letter, other; separated by spaces',
        'help-kinds       –                default',
        '  kinds of help of your own besides article, introduction, feedback, referral,',
        '  advice, time, vouching, other; separated by spaces',
        'relation-kinds   –                default',
        '  relations of your own besides colleague, reports-to, manages, mentor, mentee,',
        '  client, supplier, family, partner, friend, knows; separated by spaces',
        'date-notice      3                default',
        '  days ahead that due shows a birthday or another date (0 to 366)',
        'daily-minutes    15               default',
        '  minutes a day for keeping in touch: what today and review fit into',
        'channel-minutes  –                default',
        '  minutes that channels take for you, where the usual ones are not right:',
        '  call=20 coffee=45',
        'streak-unit      week             default',
        '  what the streak counts: week, or workday (Monday to Friday)',
        'streak-minimum   1                default',
        '  touches that a week or workday of the streak needs (1 to 500)',
        'own-name         –                default',
        '  your name, as drafts of messages are signed with',
        'own-addresses    –                default',
        '  your own e-mail addresses, separated by spaces: by them mail and calendars',
        '  tell who was in touch with you',
        'color            auto             default',
        '  colours on a terminal: auto, always, never',
        'dates            dmy              file',
        '  how 03/04/2026 is read: dmy or mdy; without it such a date is refused as',
        '  ambiguous',
        'opener           –                default',
        '  the program that opens mail, phone and web links (default: open on macOS, else',
        '  xdg-open)',
        'pager            less -FRX        default',
        '  the program that shows long output on a terminal; empty for none (PAGER is',
        '  read too)',
        'prompt-color     yellow           default',
        '  the colour of prompt-text: none, red, green, yellow, blue, magenta, cyan',
        'prompt-text      ({count} cold)   default',
        '  what netkeep init puts before the prompt, with the number for {count}; empty',
        '  for nothing',
        'snooze           2w               environment',
        '  how long snooze waits when no date is given',
      ),
    )
  })

  test('in a pipe is name, value and source', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('config', 'list')).toBe(
      lines(
        'default-circle\twide\tdefault',
        'attempt-rest\t3\tdefault',
        'channels\t\tdefault',
        'help-kinds\t\tdefault',
        'relation-kinds\t\tdefault',
        'date-notice\t3\tdefault',
        'daily-minutes\t15\tdefault',
        'channel-minutes\t\tdefault',
        'streak-unit\tweek\tdefault',
        'streak-minimum\t1\tdefault',
        'own-name\t\tdefault',
        'own-addresses\t\tdefault',
        'color\tauto\tdefault',
        'dates\t\tdefault',
        'opener\t\tdefault',
        'pager\tless -FRX\tdefault',
        'prompt-color\tyellow\tdefault',
        'prompt-text\t({count} cold) \tdefault',
        'snooze\t1w\tdefault',
      ),
    )
  })

  test('with --json has these fields', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.json('config'))[1]).toEqual({
      name: 'attempt-rest',
      value: '3',
      source: 'default',
      summary: 'days that an unanswered attempt keeps a contact off the due list (0 to 60)',
    })
  })

  test('names keys of the file that mean nothing', async () => {
    const netkeep = createNetkeep()
    writeConfig(netkeep, 'snoze = "2w"\n')
    const { exitCode, stderr } = await netkeep.run('config')
    expect([exitCode, stderr]).toEqual([0, 'netkeep: the settings file has "snoze", which is no setting.\n'])
  })
})

describe('config set and get', () => {
  test('a setting of this machine goes to a private file', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('config', 'set', 'snooze', '2', 'weeks')).toEqual({
      exitCode: 0,
      stdout: 'snooze is now "2w".\n',
      stderr: '',
    })
    expect(readFileSync(configFile(netkeep), 'utf8')).toBe('snooze = "2w"\n')
    expect(statSync(configFile(netkeep)).mode & 0o777).toBe(0o600)
    expect(await netkeep.ok('config', 'get', 'snooze')).toBe('2w\n')
    expect(await netkeep.json('config', 'get', 'snooze')).toBe('2w')
  })

  test('without a value it is back to the default', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'snooze', '2w')
    expect((await netkeep.onTerminal(['config', 'set', 'snooze'])).stdout).toBe(
      'snooze is now the default.\n',
    )
    expect(await netkeep.ok('config', 'get', 'snooze')).toBe('1w\n')
  })

  test('other keys of the file stay', async () => {
    const netkeep = createNetkeep()
    writeConfig(netkeep, 'dates = "mdy"\nmine = 1\n')
    await netkeep.ok('config', 'set', 'snooze', '3d')
    expect(readFileSync(configFile(netkeep), 'utf8')).toBe(
      lines('dates = "mdy"', 'mine = 1', 'snooze = "3d"'),
    )
  })

  test('a setting of the data goes to the database, where undo finds it', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('config', 'set', 'default-circle', 'close')).toBe(
      'default-circle is now "close". Undo: netkeep undo\n',
    )
    expect(await netkeep.json('config', 'set', 'channels', 'Signal, podcast', 'email')).toEqual({
      name: 'channels',
      value: 'signal podcast',
    })
    expect(await netkeep.ok('config', 'get', 'channels')).toBe('signal podcast\n')
  })

  test('channels of one’s own may have minutes too', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'channels', 'signal')
    await netkeep.ok('config', 'set', 'channel-minutes', 'Signal=5m', 'call=20')
    expect(await netkeep.ok('config', 'get', 'channel-minutes')).toBe('signal=5 call=20\n')
    await netkeep.ok('config', 'set', 'channel-minutes')
    expect(await netkeep.ok('config', 'get', 'channel-minutes')).toBe('\n')
  })

  test('the environment goes before the file', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'snooze', '2w')
    netkeep.env['NETKEEP_SNOOZE'] = '3w'
    expect(await netkeep.ok('config', 'get', 'snooze')).toBe('3w\n')
  })

  test('NETKEEP_CONFIG names another file', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NETKEEP_CONFIG'] = 'mine.toml'
    await netkeep.ok('config', 'set', 'snooze', '2w')
    expect(readFileSync(path.join(netkeep.folder, 'mine.toml'), 'utf8')).toBe('snooze = "2w"\n')
  })

  test.each([
    ['an unknown setting', ['set', 'colour', 'never'], 'There is no setting "colour".'],
    ['an unknown setting to get', ['get', 'colour'], 'There is no setting "colour".'],
    ['no setting', ['get'], 'Name a setting.'],
    ['a circle there is not', ['set', 'default-circle', 'team'], 'There is no circle "team".'],
    ['days that are too many', ['set', 'attempt-rest', '61'], '"61" is not a number of days from 0 to 60.'],
    ['an interval that is none', ['set', 'snooze', '0d'], '"0d" is not an interval.'],
    ['an order of dates that is none', ['set', 'dates', 'ymd'], '"ymd" is not a value of dates.'],
    ['a colour', ['set', 'color', 'blue'], '"blue" is not a value of color.'],
    ['a channel that cannot be one', ['set', 'channels', 'a/b'], '"a/b" cannot be a channel.'],
    [
      'minutes of a channel there is not',
      ['set', 'channel-minutes', 'call=20', 'coffe=45'],
      'There is no channel "coffe". Did you mean coffee?',
    ],
    [
      'minutes of a channel that is not the user’s',
      ['set', 'channel-minutes', 'signal=5'],
      'There is no channel "signal".',
    ],
    [
      'a channel given twice',
      ['set', 'channel-minutes', 'call=20 call=30'],
      'The channel "call" is given twice.',
    ],
    ['what config cannot do', ['reset', 'color'], '"reset" is nothing that config does.'],
  ])('refuses %s', async (_case, args, message) => {
    const netkeep = createNetkeep()
    const { exitCode, stdout, stderr } = await netkeep.run('config', ...args)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
  })

  test.each([
    ['is not TOML', 'snooze 2w', 'cannot be read: Invalid TOML document'],
    ['has a value that cannot be', 'snooze = "0d"', '"0d" is not an interval.'],
    ['has a value of another kind', 'snooze = ["1w"]', ', snooze: this must be a text in quotes.'],
  ])('a settings file that %s stops what needs it', async (_case, text, message) => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', '--every', '1d')
    writeConfig(netkeep, text)
    const { exitCode, stderr } = await netkeep.run('snooze', 'grace')
    expect(exitCode).toBe(2)
    expect(stderr).toContain(message)
  })
})

describe('config path', () => {
  test('prints where the settings file is', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('config', 'path')).toBe(`${configFile(netkeep)}\n`)
    expect((await netkeep.onTerminal(['config', 'path'])).stdout).toBe(`${configFile(netkeep)}\n`)
    expect(await netkeep.json('config', 'path')).toBe(configFile(netkeep))
  })
})

describe('config edit', () => {
  test('opens a first file with every setting of this machine, commented out', async () => {
    const netkeep = createNetkeep()
    let first = ''
    netkeep.runProgram = editorThat((text) => {
      first = text
      return text.replace('# snooze = "1w"', 'snooze = "2w"')
    })
    expect((await netkeep.onTerminal(['config', 'edit'])).stdout).toBe(
      `Settings are in ${configFile(netkeep)}.\n`,
    )
    expect(first.split('\n').filter((line) => line.includes(' = '))).toEqual([
      '# color = "auto"',
      '# dates = ""',
      '# opener = ""',
      '# pager = "less -FRX"',
      '# prompt-color = "yellow"',
      '# prompt-text = "({count} cold) "',
      '# snooze = "1w"',
    ])
    expect(await netkeep.ok('config', 'get', 'snooze')).toBe('2w\n')
  })

  test('says what is wrong with what was written', async () => {
    const netkeep = createNetkeep()
    netkeep.runProgram = editorThat(() => 'color = "blue"\n')
    const { exitCode, stderr } = await netkeep.onTerminal(['config', 'edit'])
    const file = path.join(netkeep.folder, 'config', 'config.toml')
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      2,
      `netkeep: ${file}, color: "blue" is not a value of color.`,
    ])
  })

  test('there is no editor in a pipe', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.run('config', 'edit')).exitCode).toBe(2)
  })
})

describe('config set and the rest of the file', () => {
  test('comments, other keys and tables stay', async () => {
    const netkeep = createNetkeep()
    const file = path.join(netkeep.folder, 'config.toml')
    netkeep.env['NETKEEP_CONFIG'] = file
    writeFileSync(file, '# mine\npager = "cat" # no pager\nsnooze = "3w"\n\n[other]\nsnooze = 1\n')
    await netkeep.ok('config', 'set', 'snooze', '2w')
    await netkeep.ok('config', 'set', 'dates', 'dmy')
    await netkeep.ok('config', 'set', 'pager')
    expect(readFileSync(file, 'utf8')).toBe('# mine\nsnooze = "2w"\n\ndates = "dmy"\n[other]\nsnooze = 1\n')
    expect(await netkeep.json('config', 'get', 'snooze')).toBe('2w')
  })

  test('a folder in its place is said so', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NETKEEP_CONFIG'] = netkeep.folder
    expect((await netkeep.run('config')).exitCode).toBe(2)
  })
})
