/** What completion offers, from the words typed to the candidates; the shells are tested in e2e/completion.test.ts. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { complete } from '../src/complete.ts'
import { KINDS } from '../src/shell/verb-table.ts'
import { verbTable } from '../src/verb-table.ts'
import { VERBS } from '../src/verbs.ts'
import { createNetkeep, type Netkeep } from './harness.ts'

/** The lines that `netkeep complete -- WORDS…` prints. */
async function answer(netkeep: Netkeep, words: readonly string[], shell = 'zsh'): Promise<readonly string[]> {
  const text = await complete([shell, '--', ...words], await verbTable(), {
    env: { NETKEEP_DB: netkeep.db, HOME: netkeep.folder },
    cwd: () => netkeep.folder,
    defaultFolders: async () => ({ data: netkeep.folder, config: netkeep.folder }),
    now: () => `${netkeep.today}T12:00:00+00:00`,
  })
  return text.split('\n').slice(0, -1)
}

/** Only the words offered. */
async function offered(netkeep: Netkeep, ...words: readonly string[]): Promise<readonly string[]> {
  return (await answer(netkeep, words)).map((line) => line.split('\t')[0] ?? '').filter((word) => word !== '')
}

async function withNames(...names: readonly string[]): Promise<Netkeep> {
  const netkeep = createNetkeep()
  for (const name of names) await netkeep.ok('add', '--', name)
  return netkeep
}

describe('commands and options', () => {
  const netkeep = (): Netkeep => createNetkeep()

  test('every command is offered with its summary, and help', async () => {
    const lines = await answer(netkeep(), [''])
    expect(lines).toEqual([
      ...VERBS.map(({ name, summary }) => `${name}\t${summary}`),
      'help\tshow the help of a command',
    ])
  })

  test.each([
    [['re'], ['review', 'resume', 'restart', 'remove', 'relate', 'redo']],
    [
      ['help', 'he'],
      ['heat', 'help'],
    ],
    [
      ['--'],
      ['--version', '--db', '--json', '--plain', '--no-color', '--quiet', '--debug', '--yes', '--help'],
    ],
    [
      ['-q', 'du'],
      ['due', 'duplicates'],
    ],
    [
      ['--db', 'file', 'du'],
      ['due', 'duplicates'],
    ],
    [
      ['-ydb', 'du'],
      ['due', 'duplicates'],
    ],
    [
      ['due', '--c'],
      ['--count', '--circle', '--cause'],
    ],
    [
      ['due', '-'],
      [
        '--ahead',
        '--on',
        '--limit',
        '--why',
        '--count',
        '--exit-code',
        '--circle',
        '--tag',
        '--org',
        '--standing',
        '--quiet-for',
        '--interest',
        '--cause',
        '--offers',
        '--looks-for',
        '--shares',
        '--prospect',
        '--db',
        '--json',
        '--plain',
        '--no-color',
        '--quiet',
        '--debug',
        '--yes',
        '--help',
      ],
    ],
    [['due', '-q'], ['-q']],
  ])('%j → %j', async (words, expected) => {
    expect(await offered(netkeep(), ...words)).toEqual(expected)
  })

  test('an option is offered once, unless it can be repeated or excludes another', async () => {
    expect(await offered(netkeep(), 'log', '--in', 'x', '--')).not.toEqual(expect.arrayContaining(['--in']))
    expect(await offered(netkeep(), 'log', '--in', 'x', '--o')).toEqual(['--on'])
    expect(await offered(netkeep(), 'log', '--out', 'x', '--i')).toEqual([])
    expect(await offered(netkeep(), 'log', '-m', 'note', '--no')).toEqual(['--no-color'])
    expect(await offered(netkeep(), 'list', '--tag', 'x', '--circle=y', '--t')).toEqual(['--tag'])
    expect(await offered(netkeep(), 'list', '--tag', 'x', '--circle=y', '--ci')).toEqual([])
  })

  test('nothing is offered after an unknown command, and no option after --', async () => {
    expect(await offered(netkeep(), 'nonsense', '')).toEqual([])
    expect(await offered(netkeep(), 'nonsense', '--')).toEqual([])
    expect(await offered(netkeep(), 'due', '--', '--')).toEqual([])
  })
})

describe('values', () => {
  test.each([
    [
      ['log', 'x', '--by', 'me'],
      ['message', 'meeting', 'meal'],
    ],
    [['log', 'x', '--by=co'], ['--by=coffee']],
    [['log', 'x', '--BY=co'], []],
    [['log', '--on', 'y'], ['yesterday']],
    [
      ['log', '--on', 'T'],
      ['today', 'tuesday', 'thursday'],
    ],
    [
      ['due', '--on', 't'],
      ['tomorrow', 'tuesday', 'thursday'],
    ],
    [
      ['log', '--on', '3'],
      ['3d', '3w', '3m', '3q', '3y'],
    ],
    [
      ['add', 'x', '--every', '2'],
      ['2w', '2m', '2d', '2q', '2y'],
    ],
    [
      ['add', 'x', '--every', '50'],
      ['50d', '50w', '50m'],
    ],
    [['add', 'x', '--every', 'no'], ['none']],
    [
      ['add', 'x', '--circle', ''],
      ['none', 'inner', 'close', 'wide', 'outer'],
    ],
    [
      ['due', '--circle', ''],
      ['none', 'inner', 'close', 'wide', 'outer'],
    ],
    [
      ['list', '--sort', ''],
      ['name', 'due', 'last', 'lateness', 'organization'],
    ],
    [['list', '--standing', 'c'], ['cold']],
    [['import', 'x', '--prefer', 'm'], ['mine']],
    [
      ['log', '--for', '1h'],
      ['1h', '1h30m'],
    ],
    [['log', '--at', ''], []],
    [['log', '-m', 'an'], []],
    [['log', '-qm', 'an'], []],
    [['log', '-mnote', 'an'], ['Ann Ash']],
    [['log', '-q', 'an'], ['Ann Ash']],
    [
      ['circle', ''],
      ['list', 'set', 'remove'],
    ],
    [['circle', 'set', 'cl'], ['close']],
    [
      ['circle', 'set', 'close', '6'],
      ['6w', '6m', '6d', '6q', '6y'],
    ],
    [['circle', 'list', ''], []],
    [['config', 'g'], ['get']],
    [
      ['config', 'set', 'd'],
      ['default-circle', 'date-notice', 'daily-minutes', 'dates'],
    ],
    [
      ['config', 'set', 'dates', ''],
      ['dmy', 'mdy'],
    ],
    [['config', 'set', 'default-circle', 'i'], ['inner']],
    [['config', 'set', 'pager', ''], []],
    [['config', 'get', 'dates', ''], []],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['completion', 'bash', ''], []],
    [['init', 'z'], ['zsh']],
    [['config', 'set', 'prompt-color', 'g'], ['green']],
    [['undo', ''], []],
    [
      ['promise', ''],
      ['list', 'add', 'done', 'drop'],
    ],
    [
      ['date', ''],
      ['list', 'add', 'remove'],
    ],
    [['promise', 'add', 'a'], ['Ann Ash']],
    [['promise', 'list', 'a'], ['Ann Ash']],
    [['promise', 'add', 'ann', 'call', '--on', 'tom'], ['tomorrow']],
    [['promise', 'done', ''], []],
    [['log', 'ann', '--next', 'a'], []],
    [['log', 'ann', '--next-on', 'tom'], ['tomorrow']],
    [['date', 'list', 'a'], ['Ann Ash']],
    [['date', 'add', 'ann', 'b'], ['birthday']],
    [['date', 'list', '--ahead', 'mon'], ['monthly']],
    [['date', 'add', 'ann', 'x', '--notice', ''], []],
    [['wish', 'ann', '--for', ''], ['birthday']],
    [['gave', ''], ['Ann Ash']],
    [
      ['gave', 'ann', ''],
      ['article', 'introduction', 'feedback', 'referral', 'advice', 'time', 'vouching', 'other', 'Ann Ash'],
    ],
    [
      ['asked', 'ann', 'a'],
      ['article', 'advice', 'Ann Ash'],
    ],
    [['got', 'ann', 'V'], ['vouching']],
    [['relate', ''], ['Ann Ash']],
    [['relate', 'ann', 're'], ['reports-to']],
    [
      ['relate', 'ann', 'm'],
      ['manages', 'mentor', 'mentee'],
    ],
    [['relate', 'ann', 'reports-to', ''], ['Ann Ash']],
    [['relate', 'ann', 'reports-to', 'ann', '--r'], ['--remove']],
    [['brief', 'a'], ['Ann Ash']],
    [['balance', 'a'], ['Ann Ash']],
    [['vouch', 'a'], []],
    [['list', '--shares', 'a'], ['Ann Ash']],
    [['add', 'x', '--introduced-by', 'a'], ['Ann Ash']],
    [['edit', 'ann', '--formerly', ''], []],
    [['find', 'a'], []],
    [['intro', 'a'], ['Ann Ash']],
    [
      ['intro', ''],
      ['list', 'update', 'remove', 'Ann Ash'],
    ],
    [['intro', 'ann', 'a'], ['Ann Ash']],
    [['intro', 'list', 'a'], ['Ann Ash']],
    [['intro', 'ann', '--by', 'a'], ['Ann Ash']],
    [
      ['intro', 'ann', '--state', 'm'],
      ['made', 'met'],
    ],
    [['intro', 'ann', '--on', 'y'], ['yesterday']],
    [['intro', 'update', ''], []],
    [
      ['intro', 'update', 'abc123', 'o'],
      ['offered', 'outcome'],
    ],
    [['intro', 'update', 'abc123', 'outcome', 'a'], []],
  ])('%j → %j', async (words, expected) => {
    expect(await offered(await withNames('Ann Ash'), ...words)).toEqual(expected)
  })

  test("a user's own circles, channels and tags are offered", async () => {
    const netkeep = await withNames('Grace Hopper', 'Ada Lovelace')
    await netkeep.ok('circle', 'set', 'Büro', '2w')
    await netkeep.ok('config', 'set', 'channels', 'signal podcast')
    await netkeep.ok('tag', 'grace', '+navy', '+mentor', '+old friends')
    await netkeep.ok('tag', 'ada', '+poet')
    await netkeep.ok('tag', 'ada', '--remove', 'poet')
    expect(await answer(netkeep, ['list', '--circle', 'bu'])).toEqual(['Büro\tevery 2w'])
    expect(await offered(netkeep, 'log', '--by', 's')).toEqual(['social', 'signal'])
    expect(await offered(netkeep, 'list', '--tag', '')).toEqual(['mentor', 'navy', 'old friends'])
    expect(await offered(netkeep, 'tag', 'grace', '+')).toEqual(['+mentor', '+navy', '+old friends'])
    expect(await offered(netkeep, 'tag', 'grace', '--remove=n')).toEqual(['--remove=navy'])
  })

  test('interests, causes, offers and needs in use are offered, each where it may stand', async () => {
    const netkeep = await withNames('Grace Hopper', 'Ada Lovelace')
    await netkeep.ok('edit', 'grace', '--interest', 'open source,compilers', '--cause', 'schools')
    await netkeep.ok(
      'edit',
      'ada',
      '--interest',
      'Open Source',
      '--offers',
      'mentoring',
      '--looks-for',
      'funding',
    )
    await netkeep.ok('edit', 'grace', '--remove-interest', 'compilers')
    for (const verb of ['list', 'due', 'promise', 'date', 'balance', 'vouch']) {
      expect(await offered(netkeep, verb, '--cause', '')).toEqual(['schools'])
    }
    expect(await offered(netkeep, 'list', '--interest', 'op')).toEqual(['Open Source', 'open source'])
    expect(await offered(netkeep, 'list', '--offers', '')).toEqual(['mentoring'])
    expect(await offered(netkeep, 'list', '--looks-for=')).toEqual(['--looks-for=funding'])
    expect(await offered(netkeep, 'add', 'x', '--interest', 'c')).toEqual([])
    expect(await offered(netkeep, 'edit', 'ada', '--remove-offers', '')).toEqual(['mentoring'])
  })

  test("kinds of help and relations of the user's own are offered, and the names of dates", async () => {
    const netkeep = await withNames('Grace Hopper')
    await netkeep.ok('config', 'set', 'help-kinds', 'lodging')
    await netkeep.ok('config', 'set', 'relation-kinds', 'bandmate')
    await netkeep.ok('date', 'add', 'grace', 'work anniversary', '--on', 'friday')
    expect(await offered(netkeep, 'gave', 'grace', 'l')).toEqual(['lodging'])
    expect(await offered(netkeep, 'relate', 'grace', 'b')).toEqual(['bandmate'])
    expect(await offered(netkeep, 'relate', 'grace', 'bandmate', 'b')).toEqual([])
    expect(await offered(netkeep, 'date', 'remove', 'grace', 'w')).toEqual(['work anniversary'])
    expect(await offered(netkeep, 'wish', 'grace', '--for', '')).toEqual(['birthday', 'work anniversary'])
  })

  test('open promises are offered by their ids, those due first, and by the names of their contacts', async () => {
    const netkeep = await withNames('Grace Hopper', 'Ada Lovelace', 'Alan Turing')
    await netkeep.ok('promise', 'add', 'ada', 'call')
    await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', 'friday')
    await netkeep.ok('promise', 'add', 'grace', 'write')
    await netkeep.ok('promise', 'add', 'grace', 'closed')
    const ids: Record<string, string> = {}
    for (const { text, id } of await netkeep.json('promise')) ids[text] = id
    await netkeep.ok('promise', 'done', ids['closed'] ?? '')
    const [first, ...others] = await answer(netkeep, ['promise', 'done', ''])
    expect(first).toBe(`${ids['send the paper']}\tGrace Hopper: send the paper`)
    expect(new Set(others)).toEqual(
      new Set([`${ids['call']}\tAda Lovelace: call`, `${ids['write']}\tGrace Hopper: write`]),
    )
    expect(await answer(netkeep, ['promise', 'drop', 'hop'])).toEqual(['Grace Hopper\tsend the paper; write'])
    expect(await offered(netkeep, 'promise', 'done', 'tur')).toEqual([])
    const id = ids['call'] ?? ''
    expect(await offered(netkeep, 'promise', 'done', id.slice(0, 4).toUpperCase())).toContain(id)
  })

  test('introductions are offered by their ids, those under way first, and by the names of who is in them', async () => {
    const netkeep = await withNames('Grace Hopper', 'Ada Lovelace', 'Alan Turing')
    await netkeep.ok('intro', 'alan', '--by', 'grace', '--state', 'met')
    await netkeep.ok('intro', 'ada', 'grace')
    const [open, met] = (await netkeep.json('intro')).map(({ id }: { id: string }) => id)
    expect(await answer(netkeep, ['intro', 'update', ''])).toEqual([
      `${open}\tAda Lovelace: Grace Hopper, offered`,
      `${met}\tAlan Turing: Grace Hopper, met`,
    ])
    expect(await answer(netkeep, ['intro', 'remove', 'hop'])).toEqual([
      'Grace Hopper\tAda Lovelace, offered; Alan Turing, met',
    ])
  })

  test('files are left to the shell', async () => {
    const netkeep = createNetkeep()
    expect(await answer(netkeep, ['import', 'a', ''])).toEqual(['\tfiles'])
    expect(await answer(netkeep, ['--db', ''])).toEqual(['\tfiles'])
    expect(await answer(netkeep, ['due', '--db=x'])).toEqual(['\tfiles'])
  })
})

describe('contacts', () => {
  test('a contact is found by the beginnings of any of its words, without case and accents', async () => {
    const netkeep = await withNames('Zoë Müller', 'Jean-Luc Picard', "Miles O'Brien", '王小明')
    for (const typed of ['zo', 'MUL', 'zoe m', 'mul zoe', 'Zoë']) {
      expect(await offered(netkeep, 'show', typed)).toEqual(['Zoë Müller'])
    }
    expect(await offered(netkeep, 'show', 'luc')).toEqual(['Jean-Luc Picard'])
    expect(await offered(netkeep, 'show', "o'b")).toEqual(["Miles O'Brien"])
    expect(await offered(netkeep, 'show', '王')).toEqual(['王小明'])
    expect(await offered(netkeep, 'show', 'rien')).toEqual([])
    expect(await offered(netkeep, 'show', '()')).toEqual([])
  })

  test('the most recently touched comes first, and what was removed is not offered', async () => {
    const netkeep = await withNames('Ada One', 'Ada Two', 'Ada Three', 'Ada Four')
    await netkeep.ok('log', 'ada two', '--on', '2026-11-01')
    await netkeep.ok('log', 'ada four', '--on', '2026-11-20')
    await netkeep.ok('remove', 'ada one')
    expect(await offered(netkeep, 'log', 'ada')).toEqual(['Ada Four', 'Ada Two', 'Ada Three'])
    expect(await offered(netkeep, 'log', '')).toEqual(['Ada Four', 'Ada Two', 'Ada Three'])
  })

  test('the organization describes a contact; of one name several are told apart by their ids', async () => {
    const netkeep = await withNames('Grace Hopper', 'Ada Lovelace', 'Ada Lovelace')
    await netkeep.ok('edit', 'grace', '--org', 'Navy')
    const [first, second] = await netkeep.json('list')
    await netkeep.ok('edit', first.id, '--org', 'Analytical')
    expect(await answer(netkeep, ['show', 'gr'])).toEqual(['Grace Hopper\tNavy'])
    const [line = ''] = await answer(netkeep, ['show', 'ada'])
    expect(line.split('\t')[0]).toBe('Ada Lovelace')
    expect(line.split('\t')[1]?.split(', ').toSorted()).toEqual(
      [`${first.id} (Analytical)`, second.id].toSorted(),
    )
  })

  test('an address is completed as it is typed', async () => {
    const netkeep = await withNames('Grace Hopper', 'Zed Shaw')
    await netkeep.ok('edit', 'grace', '--email', 'Grace@Navy.mil')
    await netkeep.ok('edit', 'zed', '--email', 'zed@shaw.org')
    expect(await answer(netkeep, ['show', 'grace@'])).toEqual(['grace@navy.mil\tGrace Hopper'])
    expect(await offered(netkeep, 'show', 'GRACE@n')).toEqual(['GRACE@navy.mil'])
    expect(await offered(netkeep, 'show', 'navy@')).toEqual([])
  })

  test('what a verb takes after its contacts is offered too', async () => {
    const netkeep = await withNames('Clara Close')
    expect(await offered(netkeep, 'move', 'cl')).toEqual(['Clara Close'])
    expect(await offered(netkeep, 'move', 'clara', 'cl')).toEqual(['close', 'Clara Close'])
    expect(await offered(netkeep, 'move', 'clara', 'n')).toEqual(['none'])
    expect(await offered(netkeep, 'every', 'clara', '3')).toEqual(['3w', '3m', '3d', '3q', '3y'])
    expect(await offered(netkeep, 'snooze', 'clara', 'next')).toEqual(['next week', 'next month'])
  })

  test('a name that would be taken for an option is offered after --', async () => {
    const netkeep = await withNames('--yes', '-dash')
    expect(await offered(netkeep, 'show', 'da')).toEqual([])
    expect(await offered(netkeep, 'show', '-d')).toEqual([])
    expect(await offered(netkeep, 'show', '--', 'da')).toEqual(['-dash'])
    expect(await offered(netkeep, 'show', '--', '-')).toEqual([])
    expect(await offered(netkeep, 'show', '--', '--y')).toEqual(['--yes'])
  })

  test('what a terminal cannot show is not offered, and never shown', async () => {
    const netkeep = await withNames('Tab\there', 'New\nline', 'Bell\u0007', 'Right\u202eleft', 'Good One')
    await netkeep.ok('edit', 'good', '--org', 'Evil\u001b[2J\u202e')
    expect(await answer(netkeep, ['show', ''])).toEqual(['Good One\tEvil\\u{1b}[2J\\u{202e}'])
    expect(await offered(netkeep, 'show', 'bell')).toEqual([])
  })

  test('it is said when what all share says less than what is typed', async () => {
    const netkeep = await withNames('Grace Hopper', 'Ann Hopkins', 'Grace Kelly', 'Zoë A', 'Zoë B')
    const isKept = async (typed: string): Promise<boolean> =>
      (await answer(netkeep, ['show', typed])).includes('\tkeep')
    expect(await isKept('hop')).toBe(true)
    expect(await isKept('hopp')).toBe(false)
    expect(await isKept('gra')).toBe(false)
    expect(await isKept('zoe')).toBe(false)
    expect(await isKept('')).toBe(false)
  })

  test('fish is given names that have the letters typed in them', async () => {
    const netkeep = await withNames('Zoë Müller', 'Grace Hopper')
    expect(await answer(netkeep, ['show', 'zoe'], 'fish')).toEqual(['zoe muller\tZoë Müller'])
    expect(await answer(netkeep, ['show', 'zo'], 'fish')).toEqual(['Zoë Müller\t'])
    expect(await answer(netkeep, ['show', 'HOP'], 'fish')).toEqual(['Grace Hopper\t'])
  })

  test('SQL and its wildcards are letters like others', async () => {
    const netkeep = await withNames("'); DROP TABLE contact;--", '%like_', 'Ada')
    expect(await offered(netkeep, 'show', "'); dr")).toEqual(["'); DROP TABLE contact;--"])
    expect(await offered(netkeep, 'show', '%')).toEqual([])
    expect(await offered(netkeep, 'show', 'a%')).toEqual(['Ada'])
  })

  test('the database that --db names is asked', async () => {
    const netkeep = await withNames('Grace Hopper')
    const other = await withNames('Ada Lovelace')
    expect(await offered(netkeep, '--db', other.db, 'show', 'a')).toEqual(['Ada Lovelace'])
    expect(await offered(netkeep, 'show', `--db=${other.db}`, 'a')).toEqual(['Ada Lovelace'])
    expect(await offered(other, 'show', '--db', '~/netkeep.db', 'a')).toEqual(['Ada Lovelace'])
    expect(await offered(netkeep, 'show', '--db=:memory:', 'a')).toEqual([])
  })
})

describe('goals', () => {
  async function withGoals(): Promise<Netkeep> {
    const netkeep = await withNames()
    await netkeep.ok('goal', 'set', '5 touches a week')
    await netkeep.ok('goal', 'set', '2 coffees a month')
    return netkeep
  }

  test('that are there are offered by any of their words, where one is removed', async () => {
    const netkeep = await withGoals()
    expect(await offered(netkeep, 'goal', 'remove', '')).toEqual(['5 touches a week', '2 coffees a month'])
    expect(await offered(netkeep, 'goal', 'remove', 'cof')).toEqual(['2 coffees a month'])
    expect(await offered(netkeep, 'goal', 'remove', '5 t')).toEqual(['5 touches a week'])
    expect(await offered(netkeep, 'goal', 'remove', '5', 'tou')).toEqual([])
  })

  test('that are typed are offered word by word, own channels among them', async () => {
    const netkeep = await withGoals()
    await netkeep.ok('config', 'set', 'channels', 'podcast')
    expect(await offered(netkeep, 'goal', 'set', '4')).toEqual(['4 new contacts a month'])
    expect(await offered(netkeep, 'goal', 'set', '4', 'p')).toEqual(['promises kept', 'podcasts'])
    expect(await offered(netkeep, 'goal', 'set', '4', 'touches', 'w')).toEqual(['weekly'])
    expect(await offered(netkeep, 'goal', 'set', '4', 'touches', 'a', '')).toEqual([
      ...['day', 'week', 'month', 'quarter', 'year'],
    ])
  })

  test('events are found by any word of their names, behind the action and as a value', async () => {
    const netkeep = await withNames('Ann Ash')
    await netkeep.ok('event', 'add', 'Data Days', '--on', '2026-12-04..2026-12-06', '--place', 'Hull')
    await netkeep.ok('event', 'add', 'Rust Meetup', '--on', '2026-11-10')
    await netkeep.ok('event', 'add', 'Winter Fair', '--on', '2027-01-05')
    await netkeep.ok('event', 'add', 'Old Fair', '--on', '2026-03-05')
    expect(await answer(netkeep, ['event', 'show', ''])).toEqual([
      'Data Days\t2026-12-04..2026-12-06, Hull',
      'Winter Fair\t2027-01-05',
      'Rust Meetup\t2026-11-10',
      'Old Fair\t2026-03-05',
    ])
    expect(await offered(netkeep, 'event', 'log', 'meet')).toEqual(['Rust Meetup'])
    expect(await offered(netkeep, 'brief', '--event', 'da')).toEqual(['Data Days'])
    expect(await offered(netkeep, 'log', 'ann', '--event', 'r')).toEqual(['Rust Meetup'])
    expect(await offered(netkeep, 'event', 'log', 'data', 'a')).toEqual(['Ann Ash'])
    expect(await offered(netkeep, 'event', 'log', 'data', '--with', 'a')).toEqual(['Ann Ash'])
    expect(await offered(netkeep, 'event', 'f')).toEqual(['follow-up'])
  })

  test('days of a freeze are days to come', async () => {
    expect(await offered(await withNames(), 'streak', 'freeze', 'monday', 'fr')).toEqual(['friday'])
  })
})

describe('groups', () => {
  test('are offered by any word of their names, members and those present one by one behind a comma', async () => {
    const netkeep = await withNames('Ada Lovelace', 'Grace Hopper')
    await netkeep.ok('group', 'add', 'Job club')
    await netkeep.ok('group', 'add', 'Board')
    expect(await offered(netkeep, 'group', 'show', '')).toEqual(['Board', 'Job club'])
    expect(await offered(netkeep, 'group', 'join', 'cl')).toEqual(['Job club'])
    expect(await offered(netkeep, 'group', 'join', 'cl c')).toEqual([])
    expect(await offered(netkeep, 'group', 'join', 'Job club', 'hop')).toEqual(['Grace Hopper'])
    expect(await offered(netkeep, 'group', 'log', 'Job club', '--present', 'ad')).toEqual(['Ada Lovelace'])
    expect(await offered(netkeep, 'group', 'log', 'Job club', '--present', 'ada,hop')).toEqual([
      'ada,Grace Hopper',
    ])
    expect(await offered(netkeep, 'group', 'add', 'x', '--kind', 'm')).toEqual(['mastermind'])
    expect(await offered(netkeep, 'group', 'every', 'Job club', 'no')).toEqual(['none'])
  })
})

describe('employers', () => {
  async function withEmployers(): Promise<Netkeep> {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Nadia Vela', '--org', 'Acme Robotics')
    await netkeep.ok('add', 'Grace Hopper', '--org', 'The Navy, Inc.')
    await netkeep.ok('watch', 'Acme Robotics')
    await netkeep.ok('watch', 'Initech')
    return netkeep
  }

  test('are offered by how their names begin, with contacts where either may be meant', async () => {
    const netkeep = await withEmployers()
    expect(await answer(netkeep, ['path', 'na'])).toEqual([
      '\tkeep',
      'The Navy, Inc.\temployer',
      'Nadia Vela\tAcme Robotics',
    ])
    expect(await offered(netkeep, 'path', 'ACME r')).toEqual(['Acme Robotics'])
    expect(await offered(netkeep, 'watch', 'na')).toEqual(['The Navy, Inc.'])
  })

  test('those watched are offered to remove; what else watch does, before anything is typed', async () => {
    const netkeep = await withEmployers()
    expect(await offered(netkeep, 'watch', '')).toEqual(['list', 'add', 'remove'])
    expect(await offered(netkeep, 'watch', 'remove', '')).toEqual(['Acme Robotics', 'Initech'])
    expect(await offered(netkeep, 'watch', 'remove', 'in')).toEqual(['Initech'])
  })
})

test('every placeholder of the help is one that completion knows, a word, or free text', () => {
  const FREE = [
    'address',
    'birthday',
    'columns',
    'days',
    'encoding',
    'n',
    'name',
    'number',
    'organization',
    'place',
    'text',
    'url',
    'value',
    'year',
  ]
  const WORDS = ['circle', 'form', 'format', 'none', 'order', 'side']
  const lines = readFileSync('docs/commands.md', 'utf8').match(/^Usage:[\s\S]*?(?=\n\n)|^ {2}-.*$/gm) ?? []
  const placeholders = lines
    .flatMap((line) => [...line.matchAll(/<([^>.]+)(?:\.\.\.)?>|\[(\+?\w+)(?:\.\.\.)?\]/g)])
    .flatMap(([, required, optional]) => (required ?? optional ?? '').split('|'))
    .filter((name) => name !== 'options' && name !== 'command')
  const known: readonly string[] = [...KINDS, ...FREE, ...WORDS]
  expect(placeholders).toEqual(
    expect.arrayContaining([
      ...['who', '+tag', 'circle', 'none', 'setting', 'value', 'when'],
      ...[
        'help',
        'relation',
        'promise',
        'introduction',
        'state',
        'interest',
        'cause',
        'offer',
        'need',
        'label',
      ],
    ]),
  )
  expect(placeholders.filter((name) => !known.includes(name))).toEqual([])
})

test('the bundle of completion holds neither the commands nor what they need', () => {
  const bundle = readFileSync(path.resolve('dist/complete.cjs'), 'utf8')
  expect(
    ['commander', 'dayjs', 'chrono', 'uuid', 'papaparse'].filter((name) => bundle.includes(name)),
  ).toEqual([])
})
