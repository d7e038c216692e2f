import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

async function withGrace(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-09-01')
  await netkeep.ok(
    ...[
      'add',
      'Grace Hopper',
      '--org',
      'Navy',
      '--title',
      'Rear admiral',
      '--circle',
      'close',
      '--location',
      'Arlington',
    ],
    ...[
      '--email',
      'grace@navy.mil',
      '--email',
      'grace@yale.edu',
      '--phone',
      '+1 555 0100',
      '--url',
      'https://example.com/grace',
    ],
    ...['--alias', 'Amazing Grace', '--tag', 'mentor', '--tag', 'navy', '--birthday', '--12-09'],
    ...['--met-at', 'COBOL day', '--met-on', '2020-05-17', '--note', 'Nanoseconds.\nAsk about the wire.'],
  )
  await netkeep.ok('add', 'Ada Lovelace')
  netkeep.today = '2026-09-21'
  await netkeep.ok(
    'log',
    'grace',
    'ada',
    '--on',
    '2026-09-20',
    '--by',
    'coffee',
    '--out',
    '--for',
    '1h30m',
    '--at',
    'Blue Bottle',
    '-m',
    'Talked about the compiler she wants to write, about the wire of one nanosecond, and about Ada’s engine.',
  )
  await netkeep.ok('log', 'grace', '--on', '2026-09-20', '--light', '--by', 'social', '--in')
  netkeep.today = '2026-11-22'
  await netkeep.ok('log', 'grace', '--attempt', '--by', 'call', '--on', '2026-11-20')
  return netkeep
}

/** What a touchpoint has that is nothing of the help ledger and of no group. */
const NO_HELP = { help: null, helpKind: null, wish: false, group: null, event: null, eventUid: null }

describe('show', () => {
  test('on a terminal is a card that fits in 80 columns', async () => {
    const netkeep = await withGrace()
    const { id } = await netkeep.json('show', 'grace')
    const { stdout } = await netkeep.onTerminal(['show', 'grace', '--no-color'])
    expect(stdout.replace(id, 'GRACE1')).toBe(
      lines(
        'Grace Hopper  GRACE1',
        'standing      tried 2 days ago, 1 attempt unanswered',
        'cadence       close 6w',
        'due           1 Nov',
        'last touch    9 weeks ago, coffee',
        'organization  Navy',
        'title         Rear admiral',
        'location      Arlington',
        'e-mail        grace@navy.mil, grace@yale.edu',
        'phone         +1 555 0100',
        'url           https://example.com/grace',
        'birthday      9 Dec',
        'met           on 17 May 2020 at COBOL day',
        'also called   Amazing Grace',
        'tags          +mentor +navy',
        '',
        'Nanoseconds.',
        'Ask about the wire.',
        '',
        '3 touchpoints',
        '     20 Nov  call, no answer',
        '     20 Sep  social, light, they reached out',
        '     20 Sep  coffee, you reached out, 90 min, at Blue Bottle, with Ada Lovelace',
        '             Talked about the compiler she wants to write, about the wire of one',
        '             nanosecond, and about Ada’s engine.',
      ),
    )
  })

  test('in a pipe is a line a field, with full values', async () => {
    const netkeep = await withGrace()
    const { id, uid } = await netkeep.json('show', 'grace')
    const { stdout } = await netkeep.run('show', 'grace')
    expect(stdout.replace(uid, 'UID').replace(id, 'GRACE1')).toBe(
      lines(
        'uid\tUID',
        'id\tGRACE1',
        'name\tGrace Hopper',
        'organization\tNavy',
        'title\tRear admiral',
        'location\tArlington',
        'circle\tclose',
        'interval\t6w',
        'standing\tsnoozed',
        'dueOn\t2026-11-01',
        'daysOverdue\t21',
        'lastTouchOn\t2026-09-20',
        'lastChannel\tcoffee',
        'birthday\t--12-09',
        'metOn\t2020-05-17',
        'metAt\tCOBOL day',
        'email\tgrace@navy.mil',
        'email\tgrace@yale.edu',
        'phone\t+1 555 0100',
        'url\thttps://example.com/grace',
        'alias\tAmazing Grace',
        'tag\tmentor',
        'tag\tnavy',
        'note\tNanoseconds.\\u{a}Ask about the wire.',
        'date\tbirthday\t--12-09\tyearly\t2026-12-09\t3',
        'balance\t0\t0\t0\t1',
        'touchpoint\t2026-11-20\tcall\tattempt\t\t\t\t\tGrace Hopper\t\t\t\t',
        'touchpoint\t2026-09-20\tsocial\tlight\tin\t\t\t\tGrace Hopper\t\t\t\t',
        'touchpoint\t2026-09-20\tcoffee\tcounted\tout\t90\tBlue Bottle\tTalked about the compiler she wants to write, about the wire of one nanosecond, and about Ada’s engine.\tAda Lovelace, Grace Hopper\t\t\t\t',
      ),
    )
  })

  test('with --json has these fields in this order', async () => {
    const netkeep = await withGrace()
    const grace = await netkeep.json('show', 'grace')
    const ada = await netkeep.json('show', 'ada')
    expect(Object.keys(grace)).toEqual([
      ...[
        'uid',
        'id',
        'name',
        'organization',
        'circle',
        'interval',
        'lastTouchOn',
        'lastChannel',
        'lastNote',
      ],
      ...[
        'dueOn',
        'daysOverdue',
        'lateness',
        'standing',
        'tags',
        'emails',
        'phones',
        'urls',
        'snoozedUntil',
        'pausedOn',
      ],
      ...['interests', 'causes', 'offers', 'looksFor'],
      ...['title', 'location', 'birthday', 'metOn', 'metAt', 'aliases', 'note'],
      ...[
        'introducedBy',
        'introduced',
        'formerJobs',
        'relations',
        'introductions',
        'groups',
        'dates',
        'promises',
        'prospect',
        'balance',
        'touchpoints',
        'tryChannel',
      ],
    ])
    expect(grace).toEqual({
      uid: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
      id: grace.uid.slice(-6),
      name: 'Grace Hopper',
      organization: 'Navy',
      circle: 'close',
      interval: '6w',
      lastTouchOn: '2026-09-20',
      lastChannel: 'coffee',
      lastNote: expect.stringContaining('Talked about the compiler'),
      dueOn: '2026-11-01',
      daysOverdue: 21,
      lateness: 0.5,
      standing: 'snoozed',
      tags: ['mentor', 'navy'],
      emails: ['grace@navy.mil', 'grace@yale.edu'],
      phones: ['+1 555 0100'],
      urls: ['https://example.com/grace'],
      snoozedUntil: null,
      pausedOn: null,
      title: 'Rear admiral',
      location: 'Arlington',
      birthday: '--12-09',
      metOn: '2020-05-17',
      metAt: 'COBOL day',
      aliases: ['Amazing Grace'],
      note: 'Nanoseconds.\nAsk about the wire.',
      interests: [],
      causes: [],
      offers: [],
      looksFor: [],
      introducedBy: null,
      introduced: [],
      formerJobs: [],
      relations: [],
      introductions: [],
      groups: [],
      dates: [
        {
          contact: 'Grace Hopper',
          contactUid: grace.uid,
          label: 'birthday',
          date: '--12-09',
          yearly: true,
          on: '2026-12-09',
          past: false,
          years: null,
          notice: 3,
        },
      ],
      promises: [],
      prospect: null,
      balance: { given: 0, asked: 0, received: 0, unanswered: 1, asksSinceGive: 0 },
      tryChannel: null,
      touchpoints: [
        {
          uid: expect.any(String),
          on: '2026-11-20',
          channel: 'call',
          direction: null,
          attempt: true,
          light: false,
          minutes: null,
          place: null,
          note: null,
          contacts: [{ uid: grace.uid, name: 'Grace Hopper' }],
          ...NO_HELP,
        },
        {
          uid: expect.any(String),
          on: '2026-09-20',
          channel: 'social',
          direction: 'in',
          attempt: false,
          light: true,
          minutes: null,
          place: null,
          note: null,
          contacts: [{ uid: grace.uid, name: 'Grace Hopper' }],
          ...NO_HELP,
        },
        {
          uid: expect.any(String),
          on: '2026-09-20',
          channel: 'coffee',
          direction: 'out',
          attempt: false,
          light: false,
          minutes: 90,
          place: 'Blue Bottle',
          note: expect.any(String),
          contacts: expect.toSatisfy(
            (contacts: readonly { uid: string; name: string }[]) => contacts.length === 2,
          ),
          ...NO_HELP,
        },
      ],
    })
    const [, , together] = grace.touchpoints
    expect(
      new Set(together.contacts.map(({ uid, name }: { uid: string; name: string }) => `${uid} ${name}`)),
    ).toEqual(new Set([`${grace.uid} Grace Hopper`, `${ada.uid} Ada Lovelace`]))
  })

  test('a contact of whom only the name is known has a short card', async () => {
    const netkeep = createNetkeep()
    const { id } = await netkeep.json('add', 'Ada', '--circle', 'none')
    const { stdout } = await netkeep.onTerminal(['show', 'ada', '--no-color'])
    expect(stdout.replace(id, 'ADA001')).toBe(
      lines(
        'Ada  ADA001',
        'standing      no cadence',
        'cadence       none',
        'last touch    not yet in touch',
      ),
    )
  })

  test('uses a match by typo only, since nothing is written', async () => {
    const netkeep = await withGrace()
    expect((await netkeep.json('show', 'hoper')).name).toBe('Grace Hopper')
  })

  test.each([
    ['the id', ({ id }: { id: string }) => id],
    ['a longer end of the uid', ({ uid }: { uid: string }) => uid.slice(-9)],
    ['the whole uid', ({ uid }: { uid: string }) => uid.toUpperCase()],
    ['an e-mail address', () => 'GRACE@yale.edu'],
    ['an alias', () => 'amazing grace'],
    ['the words in another order', () => 'hopper grace'],
    ['the beginnings of words', () => 'gra ho'],
  ])('finds the contact by %s', async (_way, typed) => {
    const netkeep = await withGrace()
    const grace = await netkeep.json('show', 'grace')
    expect((await netkeep.json('show', typed(grace))).uid).toBe(grace.uid)
  })
})

test('an empty channel, as another device may have written it, is none', async () => {
  const netkeep = createNetkeep('2026-11-01')
  await netkeep.ok('add', 'Grace', '--every', '1w')
  await netkeep.ok('log', 'grace', '--by', 'call', '--on', '2026-10-01')
  for (const on of ['2026-10-02', '2026-10-03', '2026-10-04', '2026-10-05'])
    await netkeep.ok('log', 'grace', '--by', 'email', '--on', on)
  netkeep.store().db.exec("UPDATE touchpoint SET channel = '' WHERE channel = 'email'")
  const { lastChannel, tryChannel, touchpoints } = await netkeep.json('show', 'grace')
  expect({ lastChannel, tryChannel }).toEqual({ lastChannel: null, tryChannel: null })
  expect(touchpoints.map(({ channel }: { channel: string | null }) => channel)).toEqual([
    ...[null, null, null, null],
    'call',
  ])
  for (const verb of ['show', 'brief']) {
    const { stdout } = await netkeep.onTerminal([verb, 'grace', '--no-color'])
    expect(stdout, verb).toContain('4 weeks ago')
    expect(stdout, verb).not.toMatch(/, *$|in a row|by $/m)
  }
  const { stdout } = await netkeep.onTerminal(['due', '--no-color'])
  expect(stdout).toBe('Grace  20 days overdue  4 weeks ago\n')
})
