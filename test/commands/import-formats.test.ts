import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn } from '../harness.ts'

/** Writes files, in folders where their names say so. */
function files(netkeep: Netkeep, contents: Readonly<Record<string, string | Uint8Array>>): void {
  for (const [name, content] of Object.entries(contents)) {
    const file = path.join(netkeep.folder, name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
}

const card = (name: string, ...more: readonly string[]): string =>
  ['BEGIN:VCARD', 'VERSION:3.0', `FN:${name}`, ...more, 'END:VCARD', ''].join('\r\n')
const letter = (from: string, to: string, day: string, id: string): string =>
  `Date: ${day} Nov 2026 10:00:00 +0100\nFrom: ${from}\nTo: ${to}\nMessage-ID: <${id}@x>\nSubject: secret\n\nThe secret body\n`
const ME = 'Me <me@x.org>'
const ADA = 'Ada Lovelace <ada@x.org>'
const MBOX = ['1', '2', '3', '4', '5']
  .flatMap((day) => [letter(ME, ADA, day, `a${day}`), letter(ADA, ME, day, `b${day}`)])
  .map((text) => `From x Mon Nov  1 00:00:00 2026\n${text}\n`)
  .join('')
const MEETING = lines(
  'BEGIN:VCALENDAR',
  'VERSION:2.0',
  'BEGIN:VEVENT',
  'UID:weekly@x',
  'DTSTART;TZID=Europe/Berlin:20261102T100000',
  'DTEND;TZID=Europe/Berlin:20261102T103000',
  'RRULE:FREQ=WEEKLY',
  'SUMMARY:secret',
  'ORGANIZER:mailto:me@x.org',
  'ATTENDEE;CN=Ada Lovelace:mailto:ada@x.org',
  'END:VEVENT',
  'END:VCALENDAR',
)
const FRIENDS = lines(
  '### Activities:',
  '- 2026-11-01: **Grace Hopper** and I met.',
  '',
  '### Notes:',
  '',
  '### Friends:',
  '- Grace Hopper [Paris]',
  '',
  '### Locations:',
  '- Paris',
)

describe('what a file is', () => {
  test.each<[string, string, string, readonly string[]]>([
    ['a vCard', 'list.csv', card('Ada Lovelace', 'EMAIL:ada@x.org'), ['Ada Lovelace']],
    [
      'a CSV of Google',
      'x.txt',
      'First Name,Last Name,E-mail 1 - Value\nAda,Lovelace,ada@x.org\n',
      ['Ada Lovelace'],
    ],
    ['a CSV of anybody', 'x.vcf', 'Nachname;Vorname;Mail\nLovelace;Ada;ada@x.org\n', ['Ada Lovelace']],
    ['friends.md', 'notes', FRIENDS, ['Grace Hopper']],
    ['aliases of mutt', 'rc', 'alias ada Ada Lovelace <ada@x.org>\n', ['Ada Lovelace']],
  ])('%s is told by its content, whatever it is called', async (_, name, content, names) => {
    const netkeep = createNetkeep()
    files(netkeep, { [name]: content })
    await netkeep.ok('import', name)
    expect(await namesIn(netkeep, 'list')).toEqual(names)
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list')).toEqual([])
  })

  test('it may come from standard input', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.withInput(card('Ada Lovelace'), 'import', '-')).exitCode).toBe(0)
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace'])
  })

  test('it may be said, where the file does not tell', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { list: 'name\nBEGIN:VCARD\n' })
    await netkeep.ok('import', 'list', '--format', 'csv')
    expect(await namesIn(netkeep, 'list')).toEqual(['BEGIN:VCARD'])
  })

  test('in a folder all that is surely one of them is read, the rest is named', async () => {
    const netkeep = createNetkeep()
    files(netkeep, {
      'people/ada.vcf': card('Ada Lovelace'),
      'people/more/grace.vcf': card('Grace Hopper'),
      'people/.hidden/bob.vcf': card('Bob'),
      'people/read.me': 'Name: a file\n',
      'people/photo.jpg': Uint8Array.of(0xff, 0xd8, 0, 1),
      'people/names.csv': 'name\nNobody I know\n',
      'people/package.json': '{"name":"x","version":"1.0.0"}',
    })
    const summary = await netkeep.json('import', 'people')
    expect(summary).toMatchObject({
      contacts: { new: 2 },
      unread: [
        { name: 'people/photo.jpg', reason: null },
        {
          name: 'people/names.csv',
          reason: 'has names, but no column of e-mail addresses; to read it: netkeep import people/names.csv',
        },
        { name: 'people/package.json', reason: "is JSON, but neither netkeep's nor Monica's" },
        { name: 'people/read.me', reason: null },
      ],
    })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('of an unpacked archive of LinkedIn, other tables of names are left out', async () => {
    const netkeep = createNetkeep()
    files(netkeep, {
      'export/Connections.csv':
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,,,,12 Jan 2024\n',
      'export/Given.csv': 'First Name,Last Name,Email\nSome,Stranger,s@x.org\n',
    })
    expect(await netkeep.json('import', 'export')).toMatchObject({
      unread: [
        {
          name: 'export/Given.csv',
          reason: "lies beside LinkedIn's tables; by itself: netkeep import export/Given.csv",
        },
      ],
    })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace'])
  })

  test("Google's, Outlook's and netkeep's own CSV are read beside LinkedIn's tables", async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Alan Turing')
    files(netkeep, {
      'ff/Connections.csv':
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,,,,12 Jan 2024\n',
      'ff/google.csv': 'First Name,Last Name,E-mail 1 - Label,E-mail 1 - Value\nGrace,Hopper,,g@x.org\n',
      'ff/outlook.csv':
        'First Name,Last Name,Business Street,Business City,Business State,Business Postal Code,Home Street,Home City,Business Phone,Home Phone\nEdsger,Dijkstra,,,,,,,1,\n',
    })
    await netkeep.ok('export', '--format', 'csv', '-o', 'ff/own.csv')
    expect(await netkeep.json('import', 'ff')).toMatchObject({ contacts: { new: 3 }, unread: [] })
    expect(await namesIn(netkeep, 'list')).toEqual([
      'Ada Lovelace',
      'Alan Turing',
      'Edsger Dijkstra',
      'Grace Hopper',
    ])
  })

  test('what a folder holds besides is told with what would read it', async () => {
    const netkeep = createNetkeep()
    files(netkeep, {
      'ff/ada.vcf': card('Ada Lovelace'),
      'ff/old.csv': Buffer.from('Name,E-mail\nJosé,jose@x.org\n', 'latin1'),
      'ff/broken.zip': Uint8Array.of(0x50, 0x4b, 3, 4),
      'ff/table.xlsx': zipSync({ 'xl/workbook.xml': new Uint8Array() }),
      'ff/read.me': 'Who?\n',
      'ff/Inbox.msf': '// <!-- <mdb:mork:z v="1.4"/> -->\n',
      'ff/desktop.ini': '[x]\n',
    })
    expect(await netkeep.ok('import', 'ff')).toBe(
      lines(
        'Contacts: 1 new, 0 updated, 0 unchanged.',
        'Not read:',
        '  ff/broken.zip: is damaged or incomplete. Get it again from where it came from',
        '  ff/table.xlsx: is a spreadsheet. Save it as CSV there, and import that',
        '  ff/old.csv: is not UTF-8 text; perhaps: netkeep import ff/old.csv --encoding windows-1252',
        'Not read, as netkeep knows no such files:',
        '  ff/read.me',
        'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
        'Undo: netkeep undo',
      ),
    )
  })

  test("Thunderbird's databases are refused in words", async () => {
    const netkeep = createNetkeep()
    const mork = '// <!-- <mdb:mork:z v="1.4"/> -->\n'
    files(netkeep, { 'Inbox.msf': mork, 'abook.mab': mork })
    expect((await netkeep.run('import', 'Inbox.msf')).stderr).toBe(
      lines(
        'netkeep: "Inbox.msf" is Thunderbird\'s index of a folder of mail.',
        'The mail is in the file beside it: "Inbox".',
      ),
    )
    expect((await netkeep.run('import', 'abook.mab')).stderr).toBe(
      lines(
        'netkeep: "abook.mab" is a database of Thunderbird\'s.',
        'Export the address book as vCard or CSV there, and import that.',
      ),
    )
  })

  test("a zip of Google's is read, cards, calendars, mail and tables", async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'own-addresses', 'me@x.org')
    const bytes = (text: string) => new TextEncoder().encode(text)
    files(netkeep, {
      'takeout.zip': zipSync({
        'Takeout/Contacts/All.vcf': bytes(card('Ada Lovelace', 'EMAIL:ada@x.org')),
        'Takeout/Calendar/me.ics': bytes(MEETING),
        'Takeout/Mail/all.mbox': bytes(MBOX),
        'Takeout/people.csv': bytes('First Name,E-mail 1 - Value\nGrace,g@x.org\n'),
        'Takeout/list.csv': bytes('name\nNobody I know\n'),
        'Takeout/more.zip': zipSync({ 'b.vcf': bytes(card('Bob')) }),
      }),
    })
    expect(await netkeep.json('import', 'takeout.zip')).toMatchObject({
      contacts: { new: 2 },
      touchpoints: { new: 8 },
      unread: [
        {
          name: 'takeout.zip/Takeout/list.csv',
          reason:
            'has names, but no column of e-mail addresses; to read it: unpack it, and type netkeep import list.csv',
        },
      ],
    })
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Grace'])
  })

  test('an encoding that is none of Unicode has to be said', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { 'o.csv': Buffer.from('name,email\nJosé,jose@x.org\n', 'latin1') })
    const { exitCode, stderr } = await netkeep.run('import', 'o.csv')
    expect([exitCode, stderr]).toEqual([
      5,
      lines(
        'netkeep: "o.csv" is not UTF-8 text: the byte at offset 14 cannot be read.',
        'Type: netkeep import o.csv --encoding windows-1252, if an older program wrote it; or save it as UTF-8.',
      ),
    ])
    await netkeep.ok('import', 'o.csv', '--encoding', 'windows-1252')
    expect(await namesIn(netkeep, 'list')).toEqual(['José'])
  })
})

describe('--map', () => {
  const CSV = { 'club.csv': 'Wer,Wohin\nAda Lovelace,ada@x.org\n' }

  test('says what columns hold, once for all files with such a header', async () => {
    const netkeep = createNetkeep()
    files(netkeep, CSV)
    expect((await netkeep.run('import', 'club.csv')).exitCode).toBe(5)
    await netkeep.ok('import', 'club.csv', '--map', 'name=Wer,email=Wohin')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ emails: ['ada@x.org'] })
    files(netkeep, { 'next.csv': 'Wohin,Wer\ngrace@x.org,Grace Hopper\n' })
    await netkeep.ok('import', 'next.csv')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ emails: ['grace@x.org'] })
  })

  test('of a dry run is not remembered, and undo takes it back with the rest', async () => {
    const netkeep = createNetkeep()
    files(netkeep, CSV)
    await netkeep.ok('import', 'club.csv', '--map', 'name=Wer', '--dry-run')
    expect((await netkeep.run('import', 'club.csv')).exitCode).toBe(5)
    await netkeep.ok('import', 'club.csv', '--map', 'name=Wer')
    await netkeep.ok('undo')
    expect((await netkeep.run('import', 'club.csv')).exitCode).toBe(5)
  })
})

test('columns that are not read are told, ten of them by name', async () => {
  const netkeep = createNetkeep()
  const headers = Array.from({ length: 5000 }, (_, at) => `c${at}`)
  files(netkeep, {
    'wide.csv': `Name,Email,${headers.join(',')}\nAda Lovelace,ada@x.org,${headers.join(',')}\n`,
  })
  const { partial } = await netkeep.json('import', 'wide.csv')
  expect(partial).toMatchObject([
    {
      reason:
        'of its columns netkeep does not read "c0", "c1", "c2", "c3", "c4", "c5", "c6", "c7", "c8", "c9" and 4,990 more',
    },
  ])
})

test('a card with more of something than anybody has is told', async () => {
  const netkeep = createNetkeep()
  const tags = Array.from({ length: 500 }, (_, at) => `t${at}`)
  files(netkeep, { 'book.vcf': card('Ada Lovelace', `CATEGORIES:${tags.join(',')}`) })
  expect((await netkeep.json('import', 'book.vcf')).partial).toMatchObject([
    { reason: 'has 500 tags: all but the first 100 are left out' },
  ])
  expect((await netkeep.json('show', 'ada')).tags).toHaveLength(100)
})

describe('mail and calendars', () => {
  const OWN = ['config', 'set', 'own-addresses', 'me@x.org'] as const

  test('need the own addresses, and say which they may be', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { inbox: MBOX, more: letter(ME, 'Bob <bob@x.org>', '6', 'c') })
    expect((await netkeep.run('import', 'inbox')).stderr).toContain(
      'Type them once: netkeep config set own-addresses "me@example.com"',
    )
    expect(await netkeep.run('import', 'inbox', 'more')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        'netkeep: Mail and calendars tell who was in touch with you only where your own addresses are known.',
        'Type them once, perhaps: netkeep config set own-addresses "me@x.org"',
      ),
    })
  })

  test('ask for them on a terminal, once; one undo takes back the answer too', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { inbox: MBOX })
    await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
    await netkeep.onTerminal(['import', 'inbox'], ['me@x.org'])
    expect(await netkeep.ok('config', 'get', 'own-addresses')).toBe('me@x.org\n')
    expect((await netkeep.onTerminal(['import', 'inbox'])).exitCode).toBe(0)
    await netkeep.ok('undo')
    expect(await netkeep.ok('config', 'get', 'own-addresses')).toBe('\n')
    expect((await netkeep.json('show', 'ada')).touchpoints).toEqual([])
  })

  test('give each contact a touchpoint a day, never a subject or a body', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { inbox: MBOX, 'work.ics': MEETING })
    await netkeep.ok(...OWN)
    await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
    expect((await netkeep.json('import', 'inbox', 'work.ics')).touchpoints).toMatchObject({ new: 8 })
    const { touchpoints } = await netkeep.json('show', 'ada')
    expect(
      touchpoints.map((touch: { on: string; channel: string }) => `${touch.on} ${touch.channel}`),
    ).toEqual([
      '2026-11-16 meeting',
      '2026-11-09 meeting',
      '2026-11-05 email',
      '2026-11-04 email',
      '2026-11-03 email',
      '2026-11-02 email',
      '2026-11-02 meeting',
      '2026-11-01 email',
    ])
    expect(JSON.stringify(touchpoints)).not.toContain('secret')
    expect((await netkeep.json('import', 'inbox', 'work.ics')).touchpoints).toMatchObject({
      new: 0,
      unchanged: 8,
    })
  })

  test('--since leaves out what was before', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { inbox: MBOX, 'work.ics': MEETING })
    await netkeep.ok(...OWN)
    await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
    files(netkeep, { 'old.eml': letter(ADA, ME, '1', 'old') })
    const summary = await netkeep.json('import', 'inbox', 'old.eml', 'work.ics', '--since', '2026-11-04')
    expect(summary.touchpoints.new).toBe(4)
    expect(summary.skipped).toMatchObject([{ reason: 'from before 2026-11-04', count: 7 }])
  })

  test('--dry-run shows who would get what; whoever is no contact is offered, never added by itself', async () => {
    const netkeep = createNetkeep()
    files(netkeep, { inbox: MBOX })
    await netkeep.ok(...OWN)
    expect(await netkeep.ok('import', 'inbox')).toBe(
      lines(
        'Contacts: 0 new, 0 updated, 0 unchanged.',
        '1 correspondent is no contact of yours and not added.',
        '  Ada Lovelace <ada@x.org>: 5 exchanges, the last on 2026-11-05',
        'Add those with 5 exchanges or more: import again with --new-from 5.',
      ),
    )
    expect(await netkeep.ok('import', 'inbox', '--new-from', '5', '--dry-run')).toBe(
      lines(
        'Contacts, if you import this: 1 new, 0 updated, 0 unchanged.',
        'Touchpoints: 5 new (5 that count), 0 updated, 0 unchanged.',
        'With:',
        '  Ada Lovelace: 5 touchpoints',
        'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
      ),
    )
    expect(await namesIn(netkeep, 'list')).toEqual([])
    await netkeep.ok('import', 'inbox', '--new-from', '5', '--circle', 'close')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      circle: 'close',
      emails: ['ada@x.org'],
      lastTouchOn: '2026-11-05',
    })
  })

  test('a Maildir is read whole, sent mail too, but not what is being delivered', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok(...OWN)
    await netkeep.ok('add', 'Ada Lovelace', '--email', 'ada@x.org')
    files(netkeep, {
      'Mail/cur/1:2,S': letter(ADA, ME, '2', 'a'),
      'Mail/new/2': letter(ADA, ME, '3', 'b'),
      'Mail/tmp/3': letter(ADA, ME, '4', 'c'),
      'Mail/.Sent/cur/4:2,S': letter(ME, ADA, '5', 'd'),
    })
    expect((await netkeep.json('import', 'Mail')).touchpoints).toMatchObject({
      new: 3,
      light: 0,
      attempts: 0,
    })
    expect((await netkeep.json('show', 'ada')).lastTouchOn).toBe('2026-11-05')
  })
})

test('frm: cards with their cadence, and the log beside them', async () => {
  const netkeep = createNetkeep()
  files(netkeep, {
    'frm/ada.vcf': card('Ada Lovelace', 'UID:ada', 'X-FRM-FREQUENCY:2w', 'X-FRM-GROUP:math'),
    'frm/log.jsonl': lines(
      '{"contact":"Ada Lovelace","path":"/dav/ada.vcf","time":"2026-11-20T10:00:00Z","note":"looms"}',
    ),
  })
  await netkeep.ok('import', 'frm')
  expect(await netkeep.json('show', 'ada')).toMatchObject({
    interval: '2w',
    tags: ['math'],
    lastTouchOn: '2026-11-20',
    dueOn: '2026-12-04',
    touchpoints: [{ note: 'looms' }],
  })
})
