import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { lookUp, lookUpStrictly } from '../../src/domain/look-up.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { addAlias, addPoint, insertContact, setDeleted } from '../../src/store/contacts.ts'
import { nameIndexOf } from '../../src/store/name-index.ts'
import type { Store } from '../../src/store/open.ts'
import { REMOVED } from '../../src/store/schema.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { bruteForceIndex, type KnownContact } from '../domain/brute-force-index.ts'
import { createNetkeep } from '../harness.ts'

const NOW = { typed: 'test', at: '2026-11-22T12:00:00Z' }
const FIELDS = {
  organization: null,
  title: null,
  location: null,
  birthday: null,
  note: null,
  metOn: null,
  metAt: null,
  introducedBy: null,
}

function addAll(store: Store, contacts: readonly KnownContact[]): void {
  recordCommand(store, NOW, (change) => {
    for (const { uid, name, aliases = [], emails = [], lastTouchOn = null } of contacts) {
      insertContact(
        change,
        { ...FIELDS, name },
        { circle: null, interval: null },
        '2026-11-22' as CalendarDate,
        { uid, imported: null },
      )
      for (const alias of aliases) addAlias(change.db, uid, alias)
      for (const email of emails) addPoint(change.db, uid, 'email', email)
      if (lastTouchOn === null) continue
      const touch = {
        channel: null,
        direction: null,
        minutes: null,
        place: null,
        note: null,
        kind: 'counted',
      } as const
      insertTouchpoint(change, { ...touch, on: lastTouchOn as CalendarDate }, [uid])
    }
  })
}

function storeOf(contacts: readonly KnownContact[]): Store {
  const store = createNetkeep().store()
  addAll(store, contacts)
  return store
}

/** Words that are near each other: by a prefix, by a slip, by folding. */
const WORDS = [
  'ada',
  'adam',
  'Anna',
  'anne',
  'annabel',
  'Grace',
  'gracie',
  'Hopper',
  'hoper',
  'cooper',
  'Zoë',
  'zoe',
  'Jo',
  'João',
  "O'Brien",
  'obrian',
  'Müller',
  'muler',
  '山田',
  '太郎',
  '👋',
  'cafe12',
]
const word = fc.constantFrom(...WORDS)
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))

const contacts: fc.Arbitrary<readonly KnownContact[]> = fc.uniqueArray(
  fc.record({
    // Few enough that some share their last six characters.
    uid: fc
      .tuple(fc.constantFrom('a', 'b', 'c'), fc.constantFrom('cafe12', 'abc123', '00000f', 'decade'))
      .map(([first, last]) => `0192f0c${first}-0000-7000-8${first}00-000000${last}`),
    name,
    aliases: fc.array(name, { maxLength: 1 }),
    emails: fc.subarray(['ada@x.org', 'Grace@X.org', 'jo@o'], { maxLength: 1 }),
    lastTouchOn: fc.constantFrom(null, '2026-11-01', '2026-11-02', '2026-11-03'),
  }),
  { selector: ({ uid }) => uid, minLength: 1, maxLength: 12, size: 'max' },
)

/** A word as somebody types it: whole, its beginning, or with a slip. */
const typedWord = fc
  .tuple(word, fc.constantFrom('whole', 'start', 'drop', 'swap', 'double'), fc.nat(8))
  .map(([known, how, at]) => {
    const letters = [...known]
    const place = at % letters.length
    const [letter = '', next = ''] = letters.slice(place)
    switch (how) {
      case 'whole':
        return known
      case 'start':
        return letters.slice(0, place + 1).join('')
      case 'drop':
        return letters.toSpliced(place, 1).join('')
      case 'swap':
        return letters.toSpliced(place, 2, next, letter).join('')
      default:
        return letters.toSpliced(place, 0, letter).join('')
    }
  })
const typedName = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.array(typedWord, { minLength: 1, maxLength: 4 }).map((words) => words.join(' ')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      'cafe12',
      'ABC123',
      'decade',
      '00-000000decade',
      'GRACE@x.org',
      'jo@o',
      '@',
      '',
      ' ',
    ),
  },
)

test('the index of the database finds whom a look at every contact finds, in the same order', () => {
  fc.assert(
    fc.property(
      contacts,
      fc.array(typedName, { minLength: 30, maxLength: 60, size: 'max' }),
      (known, typed) => {
        const index = nameIndexOf(storeOf(known).db)
        const brute = bruteForceIndex(known)
        for (const text of typed) {
          expect([text, lookUpStrictly(text, index)]).toEqual([text, lookUpStrictly(text, brute)])
          expect([text, lookUp(text, index)]).toEqual([text, lookUp(text, brute)])
        }
      },
    ),
    { seed: 20_261_122, numRuns: 25 },
  )
}, 60_000)

test('removed contacts never match', () => {
  const ada: KnownContact = {
    uid: 'x-abc123',
    name: 'Ada King',
    aliases: ['Countess'],
    emails: ['ada@x.org'],
  }
  const store = storeOf([ada])
  recordCommand(store, NOW, ({ db }) => setDeleted(db, ada.uid, REMOVED))
  for (const typed of ['abc123', 'ada@x.org', 'Ada King', 'countess', 'ad k', 'adda kingg']) {
    expect(lookUp(typed, nameIndexOf(store.db))).toEqual({ kind: undefined, matches: [], nearest: [] })
  }
})

describe('among thousands of contacts', () => {
  const store = (): Store =>
    storeOf(
      Array.from({ length: 4200 }, (_, number) => ({
        uid: `uid-${String(number).padStart(6, '0')}`,
        name: `${number % 2 === 0 ? 'Grace' : 'Gregory'} Hopper ${number}`,
        // In a shuffled order; every tenth was touched, each on a day of its own.
        lastTouchOn:
          number % 10 === 3 ? addDays('2026-11-22' as CalendarDate, -((number * 11) % 4200)) : null,
      })),
    )
  const recent = (typed: string, db: Store['db']) =>
    lookUp(typed, nameIndexOf(db)).matches.map(({ name }) => name)

  test('a broad name gives the ten most recently touched', () => {
    const { db } = store()
    const latest = db
      .prepare(
        'SELECT c.name FROM contact_state s JOIN contact c ON c.id = s.contact ORDER BY s.last_counted_on DESC LIMIT 10',
      )
      .pluck()
      .all()
    expect(recent('hopper', db)).toEqual(latest)
    expect(recent('h', db)).toEqual(latest)
    expect(recent('hop gr', db)).toEqual(latest)
    expect(recent('gregory hopper', db)).toEqual(latest)
    // Nobody called Grace was ever touched: then the names decide.
    expect(recent('grace hopper', db)).toHaveLength(10)
  })

  test('a narrow word decides, whatever broad ones stand beside it', () => {
    const { db } = store()
    expect(recent('gr h 777', db)).toEqual(['Gregory Hopper 777'])
    expect(recent('777 hopper', db)).toEqual(['Gregory Hopper 777'])
    expect(recent('hopper hopper', db)).toEqual([])
  })

  test('two words that many have, and nobody both, are nobody', () => {
    expect(recent('grace gregory', store().db)).toEqual([])
  })
})

describe('whatever is typed', () => {
  const CONTACTS: readonly KnownContact[] = [
    {
      uid: '0192f0c1-0000-7000-8000-000000abc123',
      name: 'Grace Hopper',
      aliases: ['Amazing'],
      emails: ['grace@x.org'],
    },
    { uid: '0192f0c1-0000-7000-8000-000000abc124', name: 'Grace Murray' },
    { uid: '0192f0c1-0000-7000-8000-000000abc125', name: "Zoë O'Brien" },
    { uid: '0192f0c1-0000-7000-8000-000000abc126', name: '👋' },
    { uid: '0192f0c1-0000-7000-8000-000000abc127', name: "'); DROP TABLE contact" },
  ]
  const anything = fc.oneof(
    typedName,
    fc.constantFrom(
      ...CONTACTS.flatMap(({ uid, name }) => [uid, uid.slice(-6), name, name.slice(0, -1), name.slice(1)]),
    ),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '%',
      '_',
      '"',
      "'",
      '*',
      'NEAR(',
      'a AND',
      '-1',
      '--json',
      '2w',
      'today',
      '\u202e',
      'constructor',
      '__proto__',
    ),
  )

  test('it means a contact or is refused with exit code 2 or 3; and nobody is written to by a typo', async () => {
    const netkeep = createNetkeep()
    const store = netkeep.store()
    addAll(store, CONTACTS)
    const brute = bruteForceIndex(CONTACTS)
    const isMeant = (typed: string): boolean => lookUpStrictly(typed, brute).kind !== undefined
    const commands = () => store.db.prepare('SELECT count(*) FROM command').pluck().get() as number
    await fc.assert(
      fc.asyncProperty(fc.array(anything, { minLength: 1, maxLength: 3 }), async (words) => {
        const read = await netkeep.run('show', '--', ...words)
        expect([0, 2, 3]).toContain(read.exitCode)

        const before = commands()
        const written = await netkeep.run('pause', '--', ...words)
        expect([0, 2, 3]).toContain(written.exitCode)
        if (written.exitCode === 0) {
          expect(isMeant(words.join(' ')) || words.every(isMeant)).toBe(true)
          if (commands() > before) await netkeep.ok('undo')
        } else {
          expect(commands()).toBe(before)
        }
      }),
      { seed: 20_261_122, numRuns: 250 },
    )
  }, 60_000)

  test('a word said a thousand times is refused, and soon', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Ann Abe Al Amy Ana Art Asa Avi Aya Aba Abi')
    const often = (typed: string, times: number) =>
      netkeep.run('pause', '--', Array(times).fill(typed).join(' '))
    expect(await often('a', 12)).toMatchObject({ exitCode: 0 })
    expect(await often('a', 13)).toMatchObject({ exitCode: 3 })
    expect(await often('a', 1000)).toMatchObject({ exitCode: 3 })
    expect(await often('a', 100_000)).toMatchObject({ exitCode: 3 })
  }, 10_000)
})
