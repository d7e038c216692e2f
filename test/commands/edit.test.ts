import { describe, expect, test } from 'vitest'
import { createNetkeep, editorThat, lines, type Netkeep, sha256Of } from '../harness.ts'

async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok(
    ...['add', 'Grace Hopper', '--org', 'Navy', '--title', 'Rear admiral', '--circle', 'close'],
    ...['--email', 'grace@navy.mil', '--phone', '+1 555 0100', '--url', 'https://example.com/grace'],
    ...['--alias', 'Amazing Grace', '--tag', 'mentor', '--note', 'Nanoseconds'],
  )
  return netkeep
}

describe('edit by options', () => {
  test('changes what the options say and nothing else', async () => {
    const netkeep = await withGrace()
    const before = await netkeep.json('show', 'grace')
    expect(await netkeep.ok('edit', 'grace', '--org', 'Harvard', '--birthday', '1906-12-09')).toBe(
      'Changed Grace Hopper. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'grace')).toEqual({
      ...before,
      organization: 'Harvard',
      birthday: '1906-12-09',
      formerJobs: [
        {
          organization: 'Navy',
          title: 'Rear admiral',
          notedOn: '2026-11-22',
          untilOn: '2026-11-22',
        },
      ],
      dates: [expect.objectContaining({ label: 'birthday', on: '2026-12-09', years: 120 })],
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.onTerminal(['edit', 'grace', '--org', 'Harvard'])).toEqual({
      exitCode: 0,
      stdout: 'Changed Grace Hopper. Undo: netkeep undo\n',
      stderr: '',
    })
  })

  test('with --json prints the contact as list does', async () => {
    const netkeep = await withGrace()
    const edited = await netkeep.json('edit', 'grace', '--org', 'Harvard')
    expect(edited).toEqual(await netkeep.json('list'))
    expect(edited[0].organization).toBe('Harvard')
  })

  test('an empty text empties a field', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--org', '', '--title', '', '--note', '')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ organization: null, title: null, note: null })
  })

  test('adds to the lists and takes away from them', async () => {
    const netkeep = await withGrace()
    await netkeep.ok(
      ...['edit', 'grace', '--email', 'grace@yale.edu', '--remove-email', 'GRACE@navy.mil'],
      ...[
        '--phone',
        '+1 555 0199',
        '--remove-phone',
        '+1-555-0100',
        '--remove-url',
        'https://example.com/grace',
      ],
      ...[
        '--alias',
        'Grandma COBOL',
        '--remove-alias',
        'Amazing Grace',
        '--tag',
        'navy',
        '--remove-tag',
        'mentor',
      ],
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      emails: ['grace@yale.edu'],
      phones: ['+1 555 0199'],
      urls: [],
      aliases: ['Grandma COBOL'],
      tags: ['navy'],
    })
  })

  test('a new name is found, the old one no longer', async () => {
    const netkeep = await withGrace()
    await netkeep.ok('edit', 'grace', '--name', 'Rear Admiral Murray', '--remove-alias', 'Amazing Grace')
    expect((await netkeep.json('show', 'murray')).name).toBe('Rear Admiral Murray')
    expect((await netkeep.run('show', 'hopper')).exitCode).toBe(3)
  })

  test('what is so already changes nothing and is no step to undo', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('edit', 'grace', '--org', 'Navy', '--tag', 'mentor')).toBe(
      'Grace Hopper: nothing was changed.\n',
    )
    expect(await netkeep.json('history')).toHaveLength(1)
  })

  test('a new interval says when the contact is due next', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.ok('edit', 'grace', '--every', '2w')).toBe(
      'Changed Grace Hopper. Next due 6 Dec. Undo: netkeep undo\n',
    )
  })

  test('an interval that makes the contact cold makes it due today', async () => {
    const netkeep = await withGrace()
    netkeep.today = '2026-12-20'
    expect(await netkeep.ok('edit', 'grace', '--every', '1w')).toBe(
      'Changed Grace Hopper. Next due today. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('due')).toMatchObject([{ standing: 'due', dueOn: '2026-12-20' }])
  })

  test('with --as-is it is as late as the interval says', async () => {
    const netkeep = await withGrace()
    netkeep.today = '2026-12-20'
    expect(await netkeep.ok('edit', 'grace', '--every', '1w', '--as-is')).toBe(
      'Changed Grace Hopper. Now 21 days overdue. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('due')).toMatchObject([
      { standing: 'cold', dueOn: '2026-11-29', daysOverdue: 21 },
    ])
  })

  test('reads a note from standard input', async () => {
    const netkeep = await withGrace()
    await netkeep.withInput('one\ntwo\n', 'edit', 'grace', '--note', '-')
    expect((await netkeep.json('show', 'grace')).note).toBe('one\ntwo')
  })

  test.each([
    ['an empty name', ['--name', ' '], 'The name is empty.'],
    ['a birthday that cannot be', ['--birthday', '1906-13-01'], '"1906-13-01" is not a birthday.'],
    ['an unknown circle', ['--circle', 'nearest'], 'There is no circle "nearest".'],
    ['an impossible interval', ['--every', '1.5m'], '"1.5m" is not an interval.'],
  ])('refuses %s and changes nothing', async (_case, options, message) => {
    const netkeep = await withGrace()
    const before = sha256Of(netkeep.db)
    const { exitCode, stderr } = await netkeep.run('edit', 'grace', '--org', 'Harvard', ...options)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('edit in an editor', () => {
  test('shows the contact as a small document, in a file of its own that is gone afterwards', async () => {
    const netkeep = await withGrace()
    netkeep.env['EDITOR'] = 'nano --softwrap'
    let opened: readonly unknown[] = []
    let document = ''
    netkeep.runProgram = async (command, [file = ''], options) => {
      opened = [command, options]
      const edit = editorThat((text) => {
        document = text
        return text
      })
      return edit(command, [file], options)
    }
    expect((await netkeep.onTerminal(['edit', 'grace'])).stdout).toBe('Grace Hopper: nothing was changed.\n')
    expect(opened).toEqual(['nano --softwrap', { usesShell: true }])
    expect(document).toBe(
      lines(
        '# Change what you like, save and close; an empty text empties a field.',
        '# birthday: 1906-12-09, or --12-09 without the year.   circle: a circle, or none.',
        '# every: an interval such as 3w, none for no cadence, circle for that of the circle.',
        '# introduced-by: the name or id of another contact.',
        '',
        'name = "Grace Hopper"',
        'organization = "Navy"',
        'title = "Rear admiral"',
        'location = ""',
        'birthday = ""',
        'met-on = ""',
        'met-at = ""',
        'introduced-by = ""',
        'circle = "close"',
        'every = "circle"',
        'emails = [ "grace@navy.mil" ]',
        'phones = [ "+1 555 0100" ]',
        'urls = [ "https://example.com/grace" ]',
        'aliases = [ "Amazing Grace" ]',
        'tags = [ "mentor" ]',
        'interests = []',
        'causes = []',
        'offers = []',
        'looks-for = []',
        'note = "Nanoseconds"',
      ),
    )
  })

  test('adds and takes away tags of several words', async () => {
    const netkeep = await withGrace()
    netkeep.runProgram = editorThat((text) => text.replace('"mentor"', '"Old friends"'))
    await netkeep.onTerminal(['edit', 'grace'])
    expect((await netkeep.json('show', 'grace')).tags).toEqual(['Old friends'])
    netkeep.runProgram = editorThat((text) => text.replace('"Old friends"', '"mentor"'))
    await netkeep.onTerminal(['edit', 'grace'])
    expect((await netkeep.json('show', 'grace')).tags).toEqual(['mentor'])
  })

  test('stores every field that was changed', async () => {
    const netkeep = await withGrace()
    netkeep.runProgram = editorThat(() =>
      lines(
        'name = "Grace B. Hopper"',
        'organization = ""',
        'title = "Commodore"',
        'location = "Arlington"',
        'birthday = 1906-12-09',
        'met-on = "2020-05-17"',
        'met-at = "COBOL day"',
        'circle = "inner"',
        'every = "1w"',
        'emails = ["grace@yale.edu"]',
        'phones = []',
        'urls = ["https://example.com/hopper"]',
        'aliases = ["Grandma COBOL"]',
        'tags = ["navy", "yale"]',
        'note = """\none\ntwo"""',
      ),
    )
    expect((await netkeep.onTerminal(['edit', 'grace'])).stdout).toBe(
      'Changed Grace B. Hopper. Next due 29 Nov. Undo: netkeep undo\n',
    )
    expect(await netkeep.json('show', 'hopper')).toMatchObject({
      name: 'Grace B. Hopper',
      organization: null,
      title: 'Commodore',
      location: 'Arlington',
      birthday: '1906-12-09',
      metOn: '2020-05-17',
      metAt: 'COBOL day',
      circle: 'inner',
      interval: '1w',
      emails: ['grace@yale.edu'],
      phones: [],
      urls: ['https://example.com/hopper'],
      aliases: ['Grandma COBOL'],
      tags: ['navy', 'yale'],
      note: 'one\ntwo',
    })
  })

  test('a key that was deleted keeps what it had', async () => {
    const netkeep = await withGrace()
    netkeep.runProgram = editorThat(() => 'title = "Commodore"\n')
    await netkeep.onTerminal(['edit', 'grace'])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      title: 'Commodore',
      organization: 'Navy',
      tags: ['mentor'],
    })
  })

  test.each([
    ['what is not TOML', 'name = Grace', 'Line 1 is not TOML. Texts stand in quotes, lists in [ ].'],
    [
      'an unknown field',
      'nickname = "G"',
      '"nickname" is no field of a contact. The fields are name, organization, title, location, birthday, met-on, met-at, introduced-by, circle, every, emails, phones, urls, aliases, tags, interests, causes, offers, looks-for, note.',
    ],
    ['a number for a text', 'name = 1', 'name must be a text in quotes.'],
    ['a text for a list', 'tags = "mentor"', 'tags must be a list of texts: ["one", "two"].'],
    ['an empty name', 'name = ""', 'The name is empty. Type a name: netkeep add "Grace Hopper"'],
    [
      'a day met ahead',
      'met-on = "2026-11-23"',
      '"2026-11-23" is not a day you can have met on. Write it like 2024-05-17.',
    ],
    [
      'an unknown circle',
      'circle = "nearest"',
      'There is no circle "nearest". There are inner, close, wide, outer. A new one: netkeep circle set nearest 3m',
    ],
  ])('%s is explained, and the same text is there to mend', async (_case, mistake, explanation) => {
    const netkeep = await withGrace()
    let reopened = ''
    netkeep.runProgram = editorThat(
      () => mistake,
      (text) => {
        reopened = text
        return 'title = "Commodore"'
      },
    )
    const { exitCode, stderr } = await netkeep.onTerminal(['edit', 'grace'], [true])
    expect([exitCode, stderr, reopened]).toEqual([0, `${explanation}\n`, mistake])
    expect((await netkeep.json('show', 'grace')).title).toBe('Commodore')
  })

  test('giving up changes nothing', async () => {
    const netkeep = await withGrace()
    const before = sha256Of(netkeep.db)
    netkeep.runProgram = editorThat(() => 'name = ""')
    const { exitCode, stderr } = await netkeep.onTerminal(['edit', 'grace'], [false])
    expect(exitCode).toBe(1)
    expect(stderr.endsWith('netkeep: Nothing was changed.\n')).toBe(true)
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('an editor that fails changes nothing', async () => {
    const netkeep = await withGrace()
    netkeep.env['VISUAL'] = 'ed'
    netkeep.runProgram = async () => 3
    expect(await netkeep.onTerminal(['edit', 'grace'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        'netkeep: The editor "ed" ended with 3; nothing was changed.',
        'Name another one: EDITOR=nano netkeep edit grace',
      ),
    })
  })

  test('an editor that is not there is named', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.onTerminal(['edit', 'grace'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        'netkeep: The editor "vi" was not found.',
        'Name another one: EDITOR=nano netkeep edit grace',
      ),
    })
  })

  test('a change made by another command meanwhile is not overwritten, and the text is kept', async () => {
    const netkeep = await withGrace()
    let file = ''
    netkeep.runProgram = async (_command, [opened = '']) => {
      file = opened
      await netkeep.ok('edit', 'grace', '--org', 'Harvard')
      return editorThat(() => 'organization = "Yale"')('', [opened], {})
    }
    const { exitCode, stderr } = await netkeep.onTerminal(['edit', 'grace'])
    const { id, organization } = await netkeep.json('show', 'grace')
    expect([exitCode, organization]).toEqual([1, 'Harvard'])
    expect(stderr).toBe(
      lines(
        `Your text is kept in ${file}.`,
        'netkeep: Grace Hopper was changed by another command while you edited; nothing was written.',
        `Look at the contact, then edit again: netkeep edit ${id}`,
      ),
    )
    expect(sha256Of(file)).not.toBe('none')
  })

  test('without options there is no editor in a pipe', async () => {
    const netkeep = await withGrace()
    expect(await netkeep.run('edit', 'grace')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Say what to change, or edit on a terminal.',
        'Type: netkeep edit WHO --org "New employer"',
      ),
    })
  })
})
