import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, namesIn, sha256Of } from '../harness.ts'

describe('add', () => {
  test('a contact without circle or interval joins the default circle, and the answer says so', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add', 'Grace Hopper')).toEqual({
      exitCode: 0,
      stdout: 'Added Grace Hopper to wide (3m). Next due 22 Feb 2027. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.onTerminal(['add', 'Grace Hopper'])).toEqual({
      exitCode: 0,
      stdout: 'Added Grace Hopper to wide (3m). Next due 22 Feb 2027. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test('with --json prints the contact as list does', async () => {
    const netkeep = createNetkeep()
    const added = await netkeep.json('add', 'Grace Hopper <grace@navy.mil>', '--tag', 'mentor')
    expect(await netkeep.json('list')).toEqual([added])
    expect(added).toEqual({
      uid: expect.any(String),
      id: added.uid.slice(-6),
      name: 'Grace Hopper',
      organization: null,
      circle: 'wide',
      interval: '3m',
      lastTouchOn: null,
      lastChannel: null,
      lastNote: null,
      dueOn: '2027-02-22',
      daysOverdue: -92,
      lateness: -1,
      standing: 'warm',
      tags: ['mentor'],
      emails: ['grace@navy.mil'],
      phones: [],
      urls: [],
      snoozedUntil: null,
      pausedOn: null,
      interests: [],
      causes: [],
      offers: [],
      looksFor: [],
    })
  })

  test('with --quiet says nothing', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add', 'Grace', '--quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace'])
  })

  test('all its words are one name', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace', 'Brewster', 'Hopper')
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Brewster Hopper'])
  })

  test('a bare address is the name too, as well as can be guessed', async () => {
    const netkeep = createNetkeep()
    const added = await netkeep.json('add', 'ada.lovelace@example.com')
    expect([added.name, added.emails]).toEqual(['Ada Lovelace', ['ada.lovelace@example.com']])
  })

  test('every option sets its field', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok(
      ...['add', 'Grace Hopper', '--org', 'Navy', '--title', 'Rear admiral', '--email', 'grace@navy.mil'],
      ...['--email', 'grace@yale.edu', '--phone', '+1 555 0100', '--url', 'https://example.com/grace'],
      ...['--location', 'Arlington', '--birthday', '--12-09', '--circle', 'close', '--every', 'monthly'],
      ...['--tag', 'mentor', '--tag', '+compilers', '--alias', 'Amazing Grace', '--note', 'Nanoseconds'],
      ...['--met-at', 'COBOL day', '--met-on', '2020-05-17'],
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      name: 'Grace Hopper',
      organization: 'Navy',
      title: 'Rear admiral',
      location: 'Arlington',
      birthday: '--12-09',
      circle: 'close',
      interval: '1m',
      dueOn: '2026-12-22',
      tags: ['compilers', 'mentor'],
      emails: ['grace@navy.mil', 'grace@yale.edu'],
      phones: ['+1 555 0100'],
      urls: ['https://example.com/grace'],
      aliases: ['Amazing Grace'],
      note: 'Nanoseconds',
      metAt: 'COBOL day',
      metOn: '2020-05-17',
      touchpoints: [],
    })
  })

  test('an interval of its own needs no circle', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('add', 'Ada', '--every', '2w')).toBe(
      'Added Ada. Next due 6 Dec. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'ada')).toMatchObject({ circle: null, interval: '2w' })
  })

  test('--circle none leaves the contact without cadence', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('add', 'Ada', '--circle', 'none')).toBe(
      'Added Ada. No cadence. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      circle: null,
      interval: null,
      standing: 'unscheduled',
    })
  })

  test('the setting default-circle decides which circle is the default', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'default-circle', 'inner')
    expect(await netkeep.ok('add', 'Ada')).toBe(
      'Added Ada to inner (2w). Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('the day met is the first touchpoint where it lies within the interval', async () => {
    const netkeep = createNetkeep()
    expect(
      await netkeep.ok('add', 'Alan', '--circle', 'close', '--met-on', 'yesterday', '--met-at', 'Bletchley'),
    ).toBe('Added Alan to close (6w). Next due 2 Jan 2027. Undo: netkeep undo\n')
    expect((await netkeep.json('show', 'alan')).touchpoints).toMatchObject([
      { on: '2026-11-21', place: 'Bletchley' },
    ])
  })

  test('the day met longer ago than the interval is no touchpoint, and the contact is not overdue for it', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('add', 'Alan', '--circle', 'close', '--met-on', '2019-03-02')).toBe(
      'Added Alan to close (6w). Next due 3 Jan 2027. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'alan')).toMatchObject({ metOn: '2019-03-02', touchpoints: [] })
  })

  test('a day met in the future is refused', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add', 'Alan', '--met-on', '2026-11-23')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines('netkeep: 23 Nov lies ahead: --met-on is the day you met.', 'Type: --met-on 2024-05-17'),
    })
    expect(await namesIn(netkeep, 'list')).toEqual([])
  })

  test.each([
    ['ZOE', 'Zoë'],
    ['Zoe\u0308', 'Zo\u00eb'],
    ['Jo\ufb01', 'Jofi'],
    ['Ada  Lovelace', 'Ada Lovelace'],
    ['Ada\u200bLovelace', 'AdaLovelace'],
  ])('%j is added beside %j, with a warning that there are two', async (second, first) => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', first)
    const { exitCode, stderr } = await netkeep.run('add', second)
    expect(exitCode).toBe(0)
    expect(stderr).toContain('There was a contact called ')
    expect(await namesIn(netkeep, 'list')).toHaveLength(2)
  })

  test('an unknown circle is refused, with those there are', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add', 'Ada', '--circle', 'closest')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: There is no circle "closest".',
        'There are inner, close, wide, outer. A new one: netkeep circle set closest 3m',
      ),
    })
  })

  test.each([
    ['a blank name', ['add', ' '], 'The name is empty.'],
    ['a name nobody can see', ['add', '\u200b\u2060'], 'The name is empty.'],
    [
      'a name of 501 characters',
      ['add', 'x'.repeat(501)],
      'The name is too long: 501 characters, where at most 500 fit.',
    ],
    [
      'a long organization',
      ['add', 'Ada', '--org', 'x'.repeat(501)],
      'The organization is too long: 501 characters, where at most 500 fit.',
    ],
    [
      'a long note',
      ['add', 'Ada', '--note', 'x'.repeat(100_001)],
      'The note is too long: 100,001 characters, where at most 100,000 fit.',
    ],
    [
      'two tags in one',
      ['add', 'Ada', '--tag', 'navy,mentor'],
      '"navy,mentor" cannot be a tag: a tag has no comma in it, and does not begin with a plus sign.',
    ],
    ['an empty tag', ['add', 'Ada', '--tag', ''], 'The tag is empty.'],
    ['a blank alias', ['add', 'Ada', '--alias', ' '], 'The alias is empty.'],
    ['an address without @', ['add', 'Ada', '--email', 'nobody'], '"nobody" is not an e-mail address.'],
    ['a phone number without a digit', ['add', 'Ada', '--phone', 'none'], '"none" is not a phone number.'],
    [
      'a birthday that cannot be',
      ['add', 'Ada', '--birthday', '1906-02-30'],
      '"1906-02-30" is not a birthday.',
    ],
    ['an interval of no days', ['add', 'Ada', '--every', '0d'], '"0d" is not an interval.'],
  ])('refuses %s and adds nobody', async (_case, args, message) => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace')
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run(...args)
    expect([exitCode, stdout, stderr.split('\n')[0]]).toEqual([2, '', `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('add from standard input', () => {
  test('a line is a contact, and blank lines do not count', async () => {
    const netkeep = createNetkeep()
    const { stdout } = await netkeep.withInput(
      'Grace Hopper <grace@navy.mil>\r\n\n ada@example.com \nAlan Turing',
      'add',
      '-',
    )
    expect(stdout).toBe(
      'Added 3 contacts: Grace Hopper, Ada and Alan Turing to wide (3m). Next due: Grace Hopper 22 Feb 2027, Ada 22 Feb 2027, Alan Turing 22 Feb 2027. Undo: netkeep undo\n',
    )
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada', 'Alan Turing', 'Grace Hopper'])
  })

  test('with --json prints an array', async () => {
    const netkeep = createNetkeep()
    const { stdout } = await netkeep.withInput('Grace\nAda\n', 'add', '-', '--circle', 'inner', '--json')
    expect(JSON.parse(stdout)).toMatchObject([
      { name: 'Grace', circle: 'inner' },
      { name: 'Ada', circle: 'inner' },
    ])
  })

  test('one line that cannot be read adds nobody, and is named', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.withInput('Grace\nAda <not an address>\n', 'add', '-')).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: lines(
        'netkeep: Line 2: "not an address" is not an e-mail address. Nothing was added.',
        'Write it like grace@example.com.',
      ),
    })
    expect(await namesIn(netkeep, 'list')).toEqual([])
  })

  test('leaves out the addresses that are your own', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'own-addresses', 'Me@x.org me@y.org')
    const answer = await netkeep.withInput('Ada <ada@x.org>\nMe <me@X.org>\nme@y.org\n', 'add', '-')
    expect(answer).toMatchObject({ exitCode: 0, stderr: 'Left out, as your own: 2 addresses.\n' })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada'])
    expect(await netkeep.withInput('me@x.org\n', 'add', '-')).toMatchObject({
      exitCode: 5,
      stderr: 'netkeep: Only your own addresses are in it.\nSee them: netkeep config get own-addresses\n',
    })
  })

  test('nobody at all is refused', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.withInput('\n', 'add', '-')).exitCode).toBe(5)
  })

  test('--note - reads a note of several lines', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput('first\nsecond\n', 'add', 'Grace', '--note', '-')
    expect((await netkeep.json('show', 'grace')).note).toBe('first\nsecond')
  })

  test('what only one contact can have is refused for a list of them', async () => {
    const netkeep = createNetkeep()
    const { exitCode, stderr } = await netkeep.withInput('Grace', 'add', '-', '--note', '-')
    expect([exitCode, stderr]).toEqual([
      2,
      'netkeep: --note is for one contact, and standard input has several.\nGive it to each later: netkeep edit WHO\n',
    ])
  })

  test('bytes that are not UTF-8 are refused', async () => {
    const netkeep = createNetkeep()
    const answer = await netkeep.withInput(new Uint8Array([0x47, 0xed, 0xa0, 0x80]), 'add', '-')
    expect(answer).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: The list on standard input is not UTF-8 text.',
        'Convert it first, for example with iconv.',
      ),
    })
  })
})

describe('add without a name', () => {
  test('asks on a terminal for name, organization, circle and note', async () => {
    const netkeep = createNetkeep()
    const { stdout } = await netkeep.onTerminal(
      ['add'],
      ['Grace Hopper', 'Navy', 'close, every 6w', 'Nanoseconds'],
    )
    expect(stdout).toBe('Added Grace Hopper to close (6w). Next due 3 Jan 2027. Undo: netkeep undo\n')
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      organization: 'Navy',
      circle: 'close',
      note: 'Nanoseconds',
    })
  })

  test('offers the circles, and no cadence', async () => {
    const netkeep = createNetkeep()
    let circles: readonly string[] = []
    const chooseNone = (offered: readonly string[]): string => {
      circles = offered
      return 'no cadence'
    }
    await netkeep.onTerminal(['add'], ['Grace', '', chooseNone, ''])
    expect(circles).toEqual([
      'inner, every 2w',
      'close, every 6w',
      'wide, every 3m',
      'outer, every 1y',
      'no cadence',
    ])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      circle: null,
      organization: null,
      note: null,
    })
  })

  test('does not ask what an option says', async () => {
    const netkeep = createNetkeep()
    await netkeep.onTerminal(['add', '--org', 'Navy', '--every', '1w', '--note', 'n'], ['Grace'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      organization: 'Navy',
      interval: '1w',
      circle: null,
    })
  })

  test('asks nothing in a pipe', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('add')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Whom do you want to add?',
        'Type a name: netkeep add "Grace Hopper" --circle close',
      ),
    })
  })
})
