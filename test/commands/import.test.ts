import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, namesIn, sha256Of } from '../harness.ts'

const CONNECTIONS_HEAD = lines(
  'Notes:',
  '"When exporting your connection data, you may notice that some of the email addresses are missing."',
  '',
  'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
)
const GRACE = 'Grace,Hopper,https://www.linkedin.com/in/grace,grace@navy.mil,Navy,Rear admiral,12 Jan 2024'
const ADA = 'Ada,Lovelace,https://www.linkedin.com/in/ada,,Analytical Engines,Programmer,03 Mar 2025'
const ALAN = 'Alan,Turing,https://www.linkedin.com/in/alan,,,,20 Nov 2026'
const NOBODY = ',,,,,,05 Dec 2021'

const MESSAGES_HEAD =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER'
const ME = 'Jean Bartik,https://www.linkedin.com/in/jean'

function connections(netkeep: Netkeep, ...rows: readonly string[]): string {
  writeFileSync(path.join(netkeep.folder, 'Connections.csv'), CONNECTIONS_HEAD + lines(...rows))
  return 'Connections.csv'
}

function messages(netkeep: Netkeep): string {
  const grace = 'Grace Hopper,https://www.linkedin.com/in/grace'
  const ada = 'Ada Lovelace,https://www.linkedin.com/in/ada'
  const rows = [
    `c1,,${ME},${grace},2026-11-02 09:00:00 UTC,,How is the compiler?,INBOX`,
    `c1,,${grace},${ME},2026-11-02 10:00:00 UTC,,It compiles,INBOX`,
    `c2,,${ME},${ada},2026-11-05 09:00:00 UTC,,Hello?,INBOX`,
    `c3,,Some Recruiter,https://www.linkedin.com/in/recruiter,${ME},2026-11-06 09:00:00 UTC,,A great role,INBOX`,
    `c3,,${ME},Some Recruiter,https://www.linkedin.com/in/recruiter,2026-11-06 10:00:00 UTC,,No thanks,INBOX`,
  ]
  writeFileSync(path.join(netkeep.folder, 'messages.csv'), lines(MESSAGES_HEAD, ...rows))
  return 'messages.csv'
}

describe('import', () => {
  test('says what is new, what it skipped and what comes next', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA, NOBODY, GRACE)
    expect(await netkeep.run('import', file)).toEqual({
      exitCode: 0,
      stdout: lines(
        'Contacts: 2 new, 0 updated, 0 unchanged.',
        'Skipped: no name, e-mail or URL (line 7); the same profile as line 5 (line 8).',
        'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
        'Undo: netkeep undo',
      ),
      stderr: '',
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      name: 'Grace Hopper',
      organization: 'Navy',
      title: 'Rear admiral',
      emails: ['grace@navy.mil'],
      urls: ['https://www.linkedin.com/in/grace'],
      metOn: '2024-01-12',
      standing: 'unscheduled',
      touchpoints: [],
    })
  })

  test('says the same on a terminal', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE)
    const { stdout } = await netkeep.onTerminal(['import', file])
    expect(stdout.split('\n')[0]).toBe('Contacts: 1 new, 0 updated, 0 unchanged.')
  })

  test('with --json prints the summary', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA, NOBODY)
    expect(await netkeep.json('import', file, messages(netkeep), '--circle', 'outer')).toEqual({
      dryRun: false,
      contacts: { new: 2, updated: 0, unchanged: 0, removedEarlier: 0 },
      touchpoints: { new: 2, updated: 0, unchanged: 0, attempts: 1, light: 0 },
      with: [
        { name: 'Ada Lovelace', touchpoints: 1 },
        { name: 'Grace Hopper', touchpoints: 1 },
      ],
      skipped: [
        {
          reason: 'no name, e-mail or URL',
          count: 1,
          lines: [7],
          places: [{ file: 'Connections.csv', line: 7 }],
        },
      ],
      renamed: [],
      changes: [],
      ownAddresses: null,
      columns: [],
      partial: [],
      photos: 0,
      unread: [],
      bad: [],
      notContacts: 1,
      strangers: [
        {
          name: 'Some Recruiter',
          address: 'https://www.linkedin.com/in/recruiter',
          exchanges: 1,
          lastOn: '2026-11-06',
        },
      ],
      news: [],
      watched: [],
      kept: [],
      sameName: [],
      scheduled: 2,
      prospects: 0,
      spread: 1,
      perDay: 2 / 365.25,
    })
  })

  test('with --quiet says nothing', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE)
    expect(await netkeep.run('import', file, '--quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper'])
  })

  test('messages are touchpoints: answered ones count, unanswered ones are attempts, strangers are counted only', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    expect(await netkeep.ok('import', file, messages(netkeep))).toBe(
      lines(
        'Contacts: 2 new, 0 updated, 0 unchanged.',
        'Touchpoints: 2 new (1 that count, 1 attempt), 0 updated, 0 unchanged.',
        '1 correspondent is no contact of yours and not added.',
        '  Some Recruiter <https://www.linkedin.com/in/recruiter>: 1 exchange, the last on 2026-11-06',
        'Add those with 1 exchange or more: import again with --new-from 1.',
        'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
        'Undo: netkeep undo',
      ),
    )
    expect((await netkeep.json('show', 'grace')).touchpoints).toMatchObject([
      {
        on: '2026-11-02',
        channel: 'message',
        direction: 'out',
        attempt: false,
        light: false,
        contacts: [{ name: 'Grace Hopper' }],
      },
    ])
    expect((await netkeep.json('show', 'ada')).touchpoints).toMatchObject([
      { on: '2026-11-05', attempt: true },
    ])
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('--circle gives the new contacts a circle, spreads the never touched and says what it asks', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA, ALAN)
    expect(await netkeep.ok('import', file, '--circle', 'outer')).toBe(
      lines(
        'Contacts: 3 new, 0 updated, 0 unchanged.',
        'This asks for about 1 a month. 3 contacts that would be due at once are spread over the interval (--as-is leaves the plain dates).',
        'Undo: netkeep undo',
      ),
    )
    const list: readonly { name: string; dueOn: string }[] = await netkeep.json('list', '--sort', 'due')
    expect(list.map(({ name, dueOn }) => `${dueOn} ${name}`)).toEqual([
      '2026-11-22 Alan Turing',
      '2027-03-23 Ada Lovelace',
      '2027-07-23 Grace Hopper',
    ])
  })

  test('--as-is leaves the plain dates', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    await netkeep.ok('import', file, '--every', '1m', '--as-is')
    expect((await netkeep.json('list')).map(({ dueOn }: { dueOn: string }) => dueOn)).toEqual([
      '2026-12-22',
      '2026-12-22',
    ])
  })

  test('above five a day it suggests a wider circle', async () => {
    const netkeep = createNetkeep()
    const rows = Array.from(
      { length: 80 },
      (_, index) => `C,${index},https://www.linkedin.com/in/c${index},,,,12 Jan 2024`,
    )
    expect(await netkeep.ok('import', connections(netkeep, ...rows), '--circle', 'inner')).toContain(
      'This asks for about 6 a day. 80 contacts that would be due at once are spread over the interval (--as-is leaves the plain dates). That is a lot: think of a wider circle, or leave some without a cadence (netkeep move WHO none).\n',
    )
  })

  test('again changes nothing, and is no step to undo', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    await netkeep.ok('import', file, messages(netkeep), '--circle', 'outer')
    const before = await netkeep.json('list')
    expect(await netkeep.ok('import', file, 'messages.csv', '--circle', 'outer')).toBe(
      lines(
        'Contacts: 0 new, 0 updated, 2 unchanged.',
        'Touchpoints: 0 new, 0 updated, 2 unchanged.',
        '1 correspondent is no contact of yours and not added.',
        '  Some Recruiter <https://www.linkedin.com/in/recruiter>: 1 exchange, the last on 2026-11-06',
        'Add those with 1 exchange or more: import again with --new-from 1.',
      ),
    )
    expect(await netkeep.json('list')).toEqual(before)
    expect(await netkeep.json('history')).toHaveLength(1)
  })

  test('one undo takes all of it back, and a new import brings it back', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    await netkeep.ok('import', file, messages(netkeep))
    const before = await netkeep.json('show', 'grace')
    await netkeep.ok('undo')
    expect(await netkeep.json('list')).toEqual([])
    await netkeep.ok('import', file, 'messages.csv')
    expect(await netkeep.json('show', 'grace')).toEqual(before)
  })

  test('a field that the file changed follows it, and a new employer is news', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('import', connections(netkeep, GRACE))
    const file = connections(netkeep, GRACE.replace('Navy,Rear admiral', 'Harvard,Commodore'))
    expect(await netkeep.ok('import', file)).toBe(
      lines(
        'Contacts: 0 new, 1 updated, 0 unchanged.',
        'At another organization now:',
        '  Grace Hopper: Navy → Harvard',
        'Undo: netkeep undo',
      ),
    )
    expect(await netkeep.json('show', 'grace')).toMatchObject({ organization: 'Harvard', title: 'Commodore' })
  })

  test('a field edited by hand is kept and listed, unless the file is preferred', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('import', connections(netkeep, GRACE))
    await netkeep.ok('edit', 'grace', '--org', 'Yale')
    const file = connections(netkeep, GRACE.replace('Navy', 'Harvard'))
    expect(await netkeep.ok('import', file)).toContain(
      lines(
        'Kept as it is here (--prefer theirs takes the file):',
        '  Grace Hopper, organization: Yale, not Harvard',
      ),
    )
    expect((await netkeep.json('show', 'grace')).organization).toBe('Yale')
    await netkeep.ok('import', file, '--prefer', 'theirs')
    expect((await netkeep.json('show', 'grace')).organization).toBe('Harvard')
  })

  test('a contact removed earlier stays removed, unless asked for', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    await netkeep.ok('import', file)
    await netkeep.ok('remove', 'grace')
    expect((await netkeep.ok('import', file)).split('\n')[0]).toBe(
      'Contacts: 0 new, 0 updated, 1 unchanged, 1 you removed earlier (--include-removed brings them back).',
    )
    await netkeep.ok('import', file, '--include-removed')
    expect(await namesIn(netkeep, 'list')).toEqual(['Ada Lovelace', 'Grace Hopper'])
  })

  test('a contact that is scheduled already keeps its circle', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, ADA)
    await netkeep.ok('import', file)
    await netkeep.ok('move', 'grace', 'inner')
    await netkeep.ok('import', file, '--circle', 'outer')
    expect((await netkeep.json('list')).map(({ circle }: { circle: string }) => circle)).toEqual([
      'outer',
      'inner',
    ])
  })

  test('another contact of the same name is named, not merged', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect(await netkeep.ok('import', connections(netkeep, GRACE))).toContain(
      lines('Another contact has the same name (side by side: netkeep duplicates):', '  Grace Hopper'),
    )
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper', 'Grace Hopper'])
  })
})

describe('import --dry-run', () => {
  test('says what would be done and changes nothing', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Zoe')
    const before = sha256Of(netkeep.db)
    const file = connections(netkeep, GRACE, ADA)
    expect(await netkeep.ok('import', file, '--circle', 'outer', '--dry-run')).toBe(
      lines(
        'The file begins with:',
        '  Grace Hopper, Navy, grace@navy.mil',
        '  Ada Lovelace, Analytical Engines, https://www.linkedin.com/in/ada',
        'Contacts, if you import this: 2 new, 0 updated, 0 unchanged.',
        'This asks for about 1 a month. 2 contacts that would be due at once are spread over the interval (--as-is leaves the plain dates).',
      ),
    )
    expect(sha256Of(netkeep.db)).toBe(before)
    expect(await namesIn(netkeep, 'list')).toEqual(['Zoe'])
  })

  test('says so in JSON', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.json('import', connections(netkeep, GRACE), '--dry-run')).toMatchObject({
      dryRun: true,
      contacts: { new: 1 },
    })
  })
})

describe('import of rows that cannot be read', () => {
  const BAD = 'Bad,Date,https://www.linkedin.com/in/bad,,,,31 Feb 2024'

  test('imports nothing and names the line', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, BAD)
    expect(await netkeep.run('import', file)).toEqual({
      exitCode: 5,
      stdout: '',
      stderr: lines(
        'netkeep: Nothing was imported: 1 row cannot be read. Connections.csv line 6: Connected On "31 Feb 2024" is not a date between 1800 and 9999.',
        'Mend the file, or leave these rows out: netkeep import Connections.csv --skip-bad',
      ),
    })
    expect(await netkeep.json('list')).toEqual([])
  })

  test('with --json the error says the same', async () => {
    const netkeep = createNetkeep()
    const { exitCode, stderr } = await netkeep.run('import', connections(netkeep, BAD), '--json')
    expect([exitCode, JSON.parse(stderr).error.code]).toEqual([5, 'input'])
  })

  test('names the first five and counts the others', async () => {
    const netkeep = createNetkeep()
    const { stderr } = await netkeep.run('import', connections(netkeep, ...Array<string>(7).fill(BAD)))
    expect(stderr.split('\n')[0]).toContain('7 rows cannot be read. Connections.csv line 5: ')
    expect(stderr.split('\n')[0]?.endsWith('; and 2 more.')).toBe(true)
  })

  test('with --skip-bad the others are imported and the row is listed', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, GRACE, BAD)
    expect(await netkeep.ok('import', file, '--skip-bad')).toContain(
      lines(
        'Left out:',
        '  Connections.csv line 6: Connected On "31 Feb 2024" is not a date between 1800 and 9999',
      ),
    )
    expect(await namesIn(netkeep, 'list')).toEqual(['Grace Hopper'])
  })

  test('a value that may not be stored is such a row', async () => {
    const netkeep = createNetkeep()
    const file = connections(netkeep, `${'x'.repeat(600)},Y,https://www.linkedin.com/in/x,,,,12 Jan 2024`)
    const { exitCode, stderr } = await netkeep.run('import', file)
    expect(exitCode).toBe(5)
    expect(stderr).toContain(
      'Connections.csv line 5: The name is too long: 602 characters, where at most 500 fit.',
    )
  })

  test.each([
    ['a file that is not there', 'missing.csv', 'There is no file missing.csv.'],
    ['a folder of other files', '.', 'There is nothing there that netkeep can read.'],
    ['a device', '/dev/null', '/dev/null is not a regular file.'],
    ['another table', 'other.csv', '"other.csv" has no name or e-mail column. Its columns: "a", "b".'],
    ['a picture', 'photo.jpg', '"photo.jpg" is not a file netkeep can read.'],
    ['an empty file', 'empty.csv', '"empty.csv" is empty.'],
  ])('refuses %s', async (_case, file, message) => {
    const netkeep = createNetkeep()
    writeFileSync(path.join(netkeep.folder, 'other.csv'), 'a,b\n1,2\n')
    writeFileSync(path.join(netkeep.folder, 'empty.csv'), '')
    writeFileSync(path.join(netkeep.folder, 'photo.jpg'), Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16))
    const { exitCode, stderr } = await netkeep.run('import', file)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([5, `netkeep: ${message}`])
  })
})

describe('import shows progress', () => {
  test('never in a pipe', async () => {
    const netkeep = createNetkeep()
    const rows = Array.from(
      { length: 600 },
      (_, index) => `C,${index},https://www.linkedin.com/in/c${index},,,,12 Jan 2024`,
    )
    expect((await netkeep.run('import', connections(netkeep, ...rows))).stderr).toBe('')
  })
})
