import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type ImportedContact, importedContact } from '../../src/domain/import-file.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { applyImport } from '../../src/store/import.ts'
import { createNetkeep, type Netkeep } from '../harness.ts'

const ADA = 'Ada,Lovelace,https://www.linkedin.com/in/ada,ada@x.org,Analytics,Countess,12 Jan 2024'
const ALAN = 'Alan,Turing,https://www.linkedin.com/in/alan,,Bletchley,,07 Jun 2023'
const GRACE = 'Grace,Hopper,https://www.linkedin.com/in/grace,,Navy,Admiral,01 Feb 2020'

function write(netkeep: Netkeep, ...rows: readonly string[]): void {
  const header = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On'
  writeFileSync(path.join(netkeep.folder, 'Connections.csv'), `${[header, ...rows].join('\n')}\n`)
}

/** Imports these rows, and returns what the import tells of itself. */
async function bring(
  netkeep: Netkeep,
  rows: readonly string[],
  ...options: readonly string[]
): Promise<Summary> {
  write(netkeep, ...rows)
  return netkeep.json('import', 'Connections.csv', ...options)
}

interface Summary {
  readonly contacts: {
    readonly new: number
    readonly updated: number
    readonly unchanged: number
    readonly removedEarlier: number
  }
  readonly news: unknown
  readonly kept: unknown
  readonly sameName: unknown
  readonly scheduled: number
  readonly spread: number
}

const counts = (summary: Summary): readonly number[] => {
  const { new: created, updated, unchanged, removedEarlier } = summary.contacts
  return [created, updated, unchanged, removedEarlier]
}
const commandsOf = async (netkeep: Netkeep): Promise<number> => (await netkeep.json('history')).length

describe('an import', () => {
  test('brings in what is new, unscheduled', async () => {
    const netkeep = createNetkeep()
    expect(counts(await bring(netkeep, [ADA, ALAN]))).toEqual([2, 0, 0, 0])
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      name: 'Ada Lovelace',
      organization: 'Analytics',
      title: 'Countess',
      emails: ['ada@x.org'],
      urls: ['https://www.linkedin.com/in/ada'],
      metOn: '2024-01-12',
      circle: null,
      dueOn: null,
      standing: 'unscheduled',
      touchpoints: [],
    })
  })

  test('of the same file again changes nothing, and is no undo step', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA, ALAN], '--circle', 'outer')
    const before = await netkeep.ok('list', '--json')
    expect(await bring(netkeep, [ADA, ALAN], '--circle', 'inner')).toMatchObject({
      contacts: { new: 0, updated: 0, unchanged: 2, removedEarlier: 0 },
      scheduled: 0,
      prospects: 0,
      spread: 0,
    })
    expect(await netkeep.ok('list', '--json')).toBe(before)
    expect(await commandsOf(netkeep)).toBe(1)
    await netkeep.ok('undo')
    expect(await netkeep.json('list')).toEqual([])
  })

  test('of a later file tells what is new, updated and unchanged', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA, ALAN])
    const later = [ADA.replace('Countess', 'Programmer'), ALAN, GRACE]
    expect(counts(await bring(netkeep, later))).toEqual([1, 1, 1, 0])
    expect((await netkeep.json('show', 'ada')).title).toBe('Programmer')
  })

  test('follows a changed employer, as news', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA, ALAN])
    const summary = await bring(netkeep, [ADA, ALAN.replace('Bletchley', 'Manchester')])
    expect(summary.news).toEqual([{ name: 'Alan Turing', before: 'Bletchley', now: 'Manchester' }])
    expect((await netkeep.json('show', 'alan')).organization).toBe('Manchester')
  })

  test('fills an empty field, and that is no news', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ALAN.replace('Bletchley', '')])
    const summary = await bring(netkeep, [ALAN.replace(',,Bletchley,,', ',alan@x.org,Bletchley,Reader,')])
    expect(summary).toMatchObject({ contacts: { updated: 1 }, news: [], kept: [] })
    expect(await netkeep.json('show', 'alan')).toMatchObject({
      organization: 'Bletchley',
      title: 'Reader',
      emails: ['alan@x.org'],
    })
  })

  test('keeps what a file no longer says', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA])
    expect(counts(await bring(netkeep, ['Ada,Lovelace,https://www.linkedin.com/in/ada,,,,']))).toEqual([
      0, 0, 1, 0,
    ])
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Analytics',
      emails: ['ada@x.org'],
    })
  })

  test('keeps a field edited by hand, and lists it; the file can be preferred', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA])
    await netkeep.ok('edit', 'ada', '--org', 'Engines Ltd', '--title', '')
    const moved = ADA.replace('Analytics', 'Looms')
    const kept = [
      { name: 'Ada Lovelace', field: 'organization', yours: 'Engines Ltd', theirs: 'Looms' },
      { name: 'Ada Lovelace', field: 'title', yours: null, theirs: 'Countess' },
    ]
    expect(await bring(netkeep, [moved])).toMatchObject({ kept, news: [] })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ organization: 'Engines Ltd', title: null })
    expect((await bring(netkeep, [moved])).kept).toEqual(kept)

    expect(await bring(netkeep, [moved], '--prefer', 'theirs')).toMatchObject({
      contacts: { updated: 1 },
      kept: [],
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({ organization: 'Looms', title: 'Countess' })
  })

  test('leaves out an address that was taken away, unless the file is preferred', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA])
    await netkeep.ok('edit', 'ada', '--remove-email', 'ada@x.org')
    expect(counts(await bring(netkeep, [ADA]))).toEqual([0, 0, 1, 0])
    expect((await netkeep.json('show', 'ada')).emails).toEqual([])
    await bring(netkeep, [ADA], '--prefer', 'theirs')
    expect((await netkeep.json('show', 'ada')).emails).toEqual(['ada@x.org'])
  })

  test('skips contacts that were removed, and brings them back when told to', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA, ALAN])
    await netkeep.ok('edit', 'ada', '--note', 'looms')
    await netkeep.ok('remove', 'ada')
    expect(counts(await bring(netkeep, [ADA, ALAN]))).toEqual([0, 0, 1, 1])
    expect(await netkeep.run('show', 'ada')).toMatchObject({ exitCode: 3 })
    expect(counts(await bring(netkeep, [ADA, ALAN], '--include-removed'))).toEqual([0, 1, 1, 0])
    expect(await netkeep.json('show', 'ada')).toMatchObject({ note: 'looms', emails: ['ada@x.org'] })
  })

  test('knows a removed contact by its address too, though it was added by hand', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada King', '--email', 'ADA@x.org')
    await netkeep.ok('remove', 'ada')
    expect(counts(await bring(netkeep, [ADA]))).toEqual([0, 0, 0, 1])
  })

  test('of a contact that undo took back brings it as if for the first time', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA])
    await netkeep.ok('undo')
    netkeep.today = '2026-12-01'
    expect(counts(await bring(netkeep, [ADA.replace('Analytics', 'Looms')], '--every', '1w'))).toEqual([
      1, 0, 0, 0,
    ])
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      organization: 'Looms',
      interval: '1w',
      dueOn: '2026-12-01',
    })
  })
})

describe('who is who', () => {
  test('the same name with another URL is another contact, and is mentioned', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ALAN])
    const summary = await bring(netkeep, ['Alan,Turing,https://www.linkedin.com/in/turing,,,,07 Jun 2023'])
    expect(summary).toMatchObject({ contacts: { new: 1 }, sameName: ['Alan Turing'] })
    expect(await netkeep.json('list')).toHaveLength(2)
  })

  test('two spellings of one URL are one contact', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ALAN])
    expect(counts(await bring(netkeep, ['Alan,Turing,http://de.linkedin.com/in/Alan/?x=1,,,,']))[0]).toBe(0)
  })

  test('two rows that mean one contact tell its fields once, in every import', async () => {
    const netkeep = createNetkeep()
    const rows = ['Ada,Lovelace,,,Navy,,12 Jan 2024', 'Ada,Lovelace,,,Looms,,12 Jan 2024']
    expect(await bring(netkeep, rows)).toMatchObject({ contacts: { new: 1, unchanged: 1 }, news: [] })
    expect((await netkeep.json('show', 'ada')).organization).toBe('Navy')
    expect(await bring(netkeep, rows)).toMatchObject({
      contacts: { new: 0, updated: 0, unchanged: 2 },
      news: [],
    })
    expect(await commandsOf(netkeep)).toBe(1)
  })

  test('two rows of somebody new add up their addresses, each once', () => {
    const store = createNetkeep().store()
    const row = (line: number, ...emails: readonly string[]): ImportedContact =>
      importedContact({
        source: { file: 'contacts.vcf', line },
        name: 'Ada Lovelace',
        points: emails.map((value) => ({ kind: 'email', value })),
      })
    const rows = [row(1, 'ada@x.org'), row(2, 'ADA@x.org', 'ada@y.org'), row(3, 'ada@x.org')]
    const { value } = recordCommand(store, { typed: 'import', at: '2026-11-22T00:00:00Z' }, (change) =>
      applyImport(
        change,
        { contacts: rows, touchpoints: [] },
        {
          newFrom: undefined,
          today: '2026-11-22' as CalendarDate,
          cadence: undefined,
          prefer: 'mine',
          includesRemoved: false,
          isAsIs: false,
          onProgress: () => undefined,
        },
      ),
    )
    const { created, updated, unchanged } = value.contacts
    expect([created.length, updated, unchanged]).toEqual([1, created, 1])
    expect(store.db.prepare('SELECT value FROM contact_point ORDER BY value').pluck().all()).toEqual([
      'ada@x.org',
      'ada@y.org',
    ])
  })

  test('a row without URL means the contact that it made, not a namesake with one', async () => {
    const netkeep = createNetkeep()
    const rows = ['Ada,Lovelace,,,Navy,,13 Jan 2024', 'Ada,Lovelace,https://x.org/a,,Looms,,13 Jan 2024']
    await bring(netkeep, rows)
    expect(counts(await bring(netkeep, rows))).toEqual([0, 0, 2, 0])
    expect(await commandsOf(netkeep)).toBe(1)
  })

  test('a contact added by hand is known by its address', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada King', '--email', 'ADA@x.org')
    expect(await bring(netkeep, [ADA])).toMatchObject({
      contacts: { new: 0, updated: 1 },
      kept: [{ name: 'Ada King', field: 'name', yours: 'Ada King', theirs: 'Ada Lovelace' }],
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      name: 'Ada King',
      organization: 'Analytics',
      circle: 'wide',
    })
  })

  test('a contact added by hand is not known by name alone, but by name and day met', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('add', 'Alan Turing', '--met-on', '2023-06-07')
    expect(await bring(netkeep, [ADA, ALAN])).toMatchObject({
      contacts: { new: 1, updated: 1 },
      sameName: ['Ada Lovelace'],
    })
  })
})

describe('a circle given to an import', () => {
  test('is for new and unscheduled contacts only', async () => {
    const netkeep = createNetkeep()
    await bring(netkeep, [ADA, ALAN, GRACE])
    await netkeep.ok('move', 'ada', 'inner')
    await netkeep.ok('every', 'alan', 'none')
    const summary = await bring(
      netkeep,
      [ADA, ALAN, GRACE, 'Jean,Bartik,https://x.org/jean,,,,'],
      '--circle',
      'outer',
    )
    expect(summary).toMatchObject({ contacts: { new: 1, updated: 1, unchanged: 2 }, scheduled: 2 })
    const circles = (await netkeep.json('list')).map(
      ({ name, circle }: { name: string; circle: unknown }) => [name, circle],
    )
    expect(circles).toEqual([
      ['Ada Lovelace', 'inner'],
      ['Alan Turing', null],
      ['Grace Hopper', 'outer'],
      ['Jean Bartik', 'outer'],
    ])
  })

  test('spreads them evenly over the interval, the most recently met first', async () => {
    const netkeep = createNetkeep('2026-11-22')
    expect(await bring(netkeep, [GRACE, ALAN, ADA], '--every', '3w')).toMatchObject({
      scheduled: 3,
      spread: 3,
    })
    const due = (await netkeep.json('list')).map(({ name, dueOn }: { name: string; dueOn: string }) => [
      name,
      dueOn,
    ])
    expect(due).toEqual([
      ['Ada Lovelace', '2026-11-22'],
      ['Alan Turing', '2026-11-29'],
      ['Grace Hopper', '2026-12-06'],
    ])
  })

  test('as it is leaves the plain dates', async () => {
    const netkeep = createNetkeep('2026-11-22')
    expect(await bring(netkeep, [GRACE, ALAN, ADA], '--every', '3w', '--as-is')).toMatchObject({ spread: 0 })
    const due = (await netkeep.json('list')).map(({ dueOn }: { dueOn: string }) => dueOn)
    expect(due).toEqual(['2026-12-13', '2026-12-13', '2026-12-13'])
  })

  test.each([
    ['2026-05-31', 'wide'],
    ['2026-03-31', 'wide'],
    ['2028-02-29', 'outer'],
  ])('makes a single one due today, on %s in %s too', async (today, circle) => {
    const netkeep = createNetkeep(today)
    await bring(netkeep, [ADA], '--circle', circle)
    expect(await netkeep.json('show', 'ada')).toMatchObject({ dueOn: today, standing: 'due' })
  })

  test('makes nobody cold at once', async () => {
    const netkeep = createNetkeep('2026-05-31')
    await bring(
      netkeep,
      Array.from({ length: 90 }, (_, number) => `Ada,${number},https://x.org/${number},,,,`),
      '--every',
      '1m',
    )
    expect(await netkeep.ok('due', '--count')).toBe('0\n')
  })
})

describe('the messages of an archive', () => {
  const MESSAGES = `CONVERSATION ID,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE
c1,Me Myself,https://www.linkedin.com/in/me,Ada Lovelace,https://www.linkedin.com/in/ada,2026-10-10 09:00:00 UTC
c1,Ada Lovelace,https://www.linkedin.com/in/ada,Me Myself,https://www.linkedin.com/in/me,2026-10-10 10:00:00 UTC
c2,Me Myself,https://www.linkedin.com/in/me,Alan Turing,https://www.linkedin.com/in/alan,2026-11-01 09:00:00 UTC
c3,Me Myself,https://www.linkedin.com/in/me,Nobody Known,https://www.linkedin.com/in/nobody,2026-11-01 09:00:00 UTC
`
  const bringAll = async (netkeep: Netkeep, messages = MESSAGES): Promise<unknown> => {
    write(netkeep, ADA, ALAN)
    writeFileSync(path.join(netkeep.folder, 'messages.csv'), messages)
    return netkeep.json('import', 'Connections.csv', 'messages.csv', '--every', '1m')
  }

  test('are touchpoints with those who are contacts, an attempt where nobody answered', async () => {
    const netkeep = createNetkeep()
    expect(await bringAll(netkeep)).toMatchObject({
      touchpoints: { new: 2, unchanged: 0, attempts: 1, light: 0 },
      notContacts: 1,
    })
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      lastTouchOn: '2026-10-10',
      lastChannel: 'message',
      touchpoints: [{ on: '2026-10-10', channel: 'message', direction: 'out', attempt: false, light: false }],
    })
    expect(await netkeep.json('show', 'alan')).toMatchObject({
      lastTouchOn: null,
      touchpoints: [{ attempt: true }],
    })
  })

  test('come once, however often they are imported', async () => {
    const netkeep = createNetkeep()
    await bringAll(netkeep)
    expect(await bringAll(netkeep)).toMatchObject({ touchpoints: { new: 0, unchanged: 2 } })
    expect(await commandsOf(netkeep)).toBe(1)
  })

  test('come back after an undo', async () => {
    const netkeep = createNetkeep()
    await bringAll(netkeep)
    const before = await netkeep.ok('show', 'ada', '--json')
    await netkeep.ok('undo')
    expect(await bringAll(netkeep)).toMatchObject({
      contacts: { new: 2 },
      touchpoints: { new: 2, attempts: 1 },
    })
    expect(await netkeep.ok('show', 'ada', '--json')).toBe(before)
  })

  test('count for somebody whose profile became known meanwhile', async () => {
    const netkeep = createNetkeep()
    const [me, alan, king] = ['me', 'alan', 'king'].map((name) => `https://www.linkedin.com/in/${name}`)
    const talk = `${MESSAGES.split('\n')[0]}
c1,Me Myself,${me},"Alan Turing,Ada King","${alan},${king}",2026-10-10 09:00:00 UTC
c1,Alan Turing,${alan},"Me Myself,Ada King","${me},${king}",2026-10-10 10:00:00 UTC
c2,Me Myself,${me},Alan Turing,${alan},2026-10-11 10:00:00 UTC
`
    await netkeep.ok('add', 'Ada King')
    await bringAll(netkeep, talk)
    expect((await netkeep.json('show', 'king')).lastTouchOn).toBeNull()
    await netkeep.ok('edit', 'king', '--url', 'https://www.linkedin.com/in/king')
    expect(await bringAll(netkeep, talk)).toMatchObject({ touchpoints: { new: 0, updated: 1 } })
    expect((await netkeep.json('show', 'king')).lastTouchOn).toBe('2026-10-10')
  })

  test('an attempt that was answered meanwhile counts', async () => {
    const netkeep = createNetkeep()
    await bringAll(netkeep)
    const answer =
      'c2,Alan Turing,https://www.linkedin.com/in/alan,Me Myself,https://www.linkedin.com/in/me,2026-11-01 19:00:00 UTC\n'
    await bringAll(netkeep, MESSAGES + answer)
    expect((await netkeep.json('show', 'alan')).lastTouchOn).toBe('2026-11-01')
    await netkeep.ok('undo')
    expect((await netkeep.json('show', 'alan')).lastTouchOn).toBeNull()
  })
})

test('whatever a file holds, importing it again changes nothing and is no undo step', async () => {
  const cell = (...values: readonly string[]) => fc.constantFrom(...values)
  const row = fc
    .tuple(
      cell('Ada', 'Alan'),
      cell('Lovelace', 'Turing'),
      cell('https://x.org/a', 'https://x.org/A/', 'https://x.org/b', 'https://x.org/c', ''),
      cell('', '', 'a@x.org', 'A@x.org', 'b@x.org'),
      cell('', 'Navy', 'Looms'),
      cell('', 'Admiral'),
      cell('', '12 Jan 2024', '13 Jan 2024'),
    )
    .map((cells) => cells.join(','))
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8, size: 'max' }), async (rows) => {
      const netkeep = createNetkeep()
      await bring(netkeep, rows)
      const before = await netkeep.ok('list', '--json')
      const again = await bring(netkeep, rows)
      expect({ new: again.contacts.new, updated: again.contacts.updated }).toEqual({ new: 0, updated: 0 })
      expect(await netkeep.ok('list', '--json')).toBe(before)
      expect(await commandsOf(netkeep)).toBe(1)
    }),
    { seed: 20_261_122, numRuns: 30 },
  )
}, 60_000)
