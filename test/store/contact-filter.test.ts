import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { STANDINGS, type Standing, standingOn } from '../../src/domain/cadence.ts'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ListedContact } from '../../src/domain/contact-line.ts'
import { nameKeyOf, wordsOf } from '../../src/domain/match-key.ts'
import { TRAIT_KINDS, type TraitKind } from '../../src/domain/trait.ts'
import { findCircle } from '../../src/store/circles.ts'
import { type Change, recordCommand } from '../../src/store/command-log.ts'
import type { ContactFilter } from '../../src/store/contact-filter.ts'
import { listAll, listMatching } from '../../src/store/contact-list.ts'
import { addTag, insertContact, setPaused, setSnooze } from '../../src/store/contacts.ts'
import type { Store } from '../../src/store/open.ts'
import { dropProspect, markProspect } from '../../src/store/prospects.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { addTrait } from '../../src/store/traits.ts'
import { createNetkeep, type Netkeep, namesIn } from '../harness.ts'

const today = '2026-11-22' as CalendarDate
const ago = (days: number): CalendarDate => addDays(today, -days)

interface Known {
  readonly organization: string | null
  readonly circle: string | null
  readonly interval: string | null
  readonly tags: readonly string[]
  readonly touchedAgo: number | null
  readonly triedAgo: number | null
  readonly snoozedFor: number | null
  readonly isPaused: boolean
  readonly prospect: 'open' | 'dropped' | null
  readonly traits: readonly (readonly [TraitKind, string])[]
}

const VALUES = ['open source', 'Open-Source', 'sailing', 'source code', 'Zürich']
const trait = fc.tuple(fc.constantFrom(...TRAIT_KINDS), fc.constantFrom(...VALUES))
const someone: fc.Arbitrary<Known> = fc.record({
  organization: fc.constantFrom(null, 'Navy', 'US Navy', 'Zürich Re', 'Acme (Navy)'),
  circle: fc.constantFrom(null, 'inner', 'outer'),
  interval: fc.constantFrom(null, null, '1d', '1w', 'none'),
  tags: fc.subarray(['mentor', 'navy']),
  touchedAgo: fc.option(fc.nat(30), { freq: 4 }),
  triedAgo: fc.option(fc.nat(4), { freq: 2 }),
  snoozedFor: fc.option(fc.integer({ min: 1, max: 20 }), { freq: 2 }),
  isPaused: fc.nat(6).map((one) => one === 0),
  prospect: fc.constantFrom('open', 'dropped', null, null),
  traits: fc.array(trait, { maxLength: 5 }),
})

function addKnown(change: Change, known: Known, index: number): string {
  const { db } = change
  const fields = { title: null, location: null, birthday: null, note: null, metOn: null, metAt: null }
  const uid = insertContact(
    change,
    { ...fields, introducedBy: null, name: `Contact ${index}`, organization: known.organization },
    {
      circle: known.circle === null ? null : (findCircle(db, known.circle)?.uid ?? null),
      interval: known.interval,
    },
    ago(20),
  )
  const touch = (on: CalendarDate, kind: 'counted' | 'attempt'): void => {
    const nothing = { channel: null, direction: null, minutes: null, place: null, note: null }
    insertTouchpoint(change, { ...nothing, on, kind }, [uid])
  }
  if (known.touchedAgo !== null) touch(ago(known.touchedAgo), 'counted')
  if (known.triedAgo !== null) touch(ago(known.triedAgo), 'attempt')
  if (known.snoozedFor !== null) setSnooze(change, uid, addDays(today, known.snoozedFor), today)
  if (known.prospect !== null) markProspect(db, uid, ago(10), null)
  if (known.prospect === 'dropped') dropProspect(db, uid, today)
  if (known.isPaused) setPaused(db, uid, today)
  for (const tag of known.tags) addTag(db, uid, tag)
  for (const [kind, value] of known.traits) addTrait(db, uid, { kind, value })
  return uid
}

function storeOf(contacts: readonly Known[]): { store: Store; uids: readonly string[] } {
  const store = createNetkeep(today).store()
  const { value } = recordCommand(store, { typed: 'test', at: `${today}T12:00:00Z` }, (change) =>
    contacts.map((known, index) => addKnown(change, known, index)),
  )
  return { store, uids: value }
}

const traitsOf = (line: ListedContact): Readonly<Record<TraitKind, readonly string[]>> => ({
  interest: line.interests,
  cause: line.causes,
  offers: line.offers,
  'looks-for': line.looksFor,
})

/** The filters by their definition, on a contact that has been read as a whole. */
function letsThrough(
  filter: ContactFilter,
  line: ListedContact,
  all: readonly ListedContact[],
  on: CalendarDate,
  circleName: string | undefined,
): boolean {
  const { circle, tags, organization, standings, quietSince, traits, sharesWith, isProspect } = filter
  const { dueOn, plainDueOn, restsUntil } = line
  const cadence = dueOn === null || plainDueOn === null ? null : { dueOn, plainDueOn, restsUntil }
  const other = all.find(({ uid }) => uid === sharesWith)
  const keysOf = (contact: ListedContact, kind: 'interests' | 'causes'): readonly string[] =>
    contact[kind].map(nameKeyOf)
  return (
    (circle === undefined || (circle === '' ? line.circle === null : line.circle === circleName)) &&
    (tags === undefined || tags.some((tag) => line.tags.includes(tag))) &&
    (organization === undefined ||
      wordsOf(line.organization ?? '')
        .join(' ')
        .includes(wordsOf(organization).join(' '))) &&
    (standings === undefined || standings.includes(standingOn(cadence, on))) &&
    (quietSince === undefined || line.lastTouchOn === null || line.lastTouchOn <= quietSince) &&
    (isProspect === undefined || (line.prospect !== null && line.prospect.droppedOn === null)) &&
    TRAIT_KINDS.every((kind) => {
      const texts = traits?.[kind]
      return (
        texts === undefined ||
        texts.some((text) =>
          traitsOf(line)[kind].some((value) => ` ${nameKeyOf(value)}`.includes(` ${nameKeyOf(text)}`)),
        )
      )
    }) &&
    (other === undefined ||
      (line.uid !== other.uid &&
        (['interests', 'causes'] as const).some((kind) =>
          keysOf(line, kind).some((key) => keysOf(other, kind).includes(key)),
        )))
  )
}

const texts = fc.uniqueArray(fc.constantFrom('sail', 'open source', 'SOURCE', 'zurich', 'ource', 'code'), {
  minLength: 1,
  maxLength: 2,
})
/** Every filter there is, with something to look for; `circle` by name. */
const everyFilter = fc.record({
  circle: fc.constantFrom('inner', 'outer', ''),
  tags: fc.subarray(['mentor', 'navy', 'nothing']),
  organization: fc.constantFrom('navy', 'US', 'zurich re', 'avy', 'acme navy'),
  standings: fc.subarray<Standing>([...STANDINGS], { minLength: 1, maxLength: 3 }),
  quietSince: fc.nat(30).map(ago),
  traits: fc
    .tuple(fc.subarray([...TRAIT_KINDS], { minLength: 1, maxLength: 2 }), texts)
    .map(([kinds, found]): ContactFilter['traits'] => Object.fromEntries(kinds.map((kind) => [kind, found]))),
  sharesWith: fc.nat(7),
  isProspect: fc.constant(true),
})
const FILTERS = [
  'circle',
  'tags',
  'organization',
  'standings',
  'quietSince',
  'traits',
  'sharesWith',
  'isProspect',
] as const

test('each filter, alone and with others, lets through whom it lets through by its definition, on any day', () => {
  fc.assert(
    fc.property(
      fc.array(someone, { minLength: 8, maxLength: 16, size: 'max' }),
      everyFilter,
      fc.array(fc.subarray([...FILTERS], { minLength: 2, maxLength: 3 }), { minLength: 4, maxLength: 4 }),
      (contacts, values, combinations) => {
        const { store, uids } = storeOf(contacts)
        const uidOfCircle = values.circle === '' ? '' : findCircle(store.db, values.circle)?.uid
        const filters = { ...values, circle: uidOfCircle, sharesWith: uids[values.sharesWith] }
        for (const on of [today, addDays(today, 1), addDays(today, 8), addDays(today, 400)]) {
          const all = listAll(store.db, on)
          for (const names of [...FILTERS.map((name) => [name]), ...combinations]) {
            const filter: ContactFilter = Object.fromEntries(names.map((name) => [name, filters[name]]))
            const expected = all.filter((line) => letsThrough(filter, line, all, on, values.circle))
            expect(listAll(store.db, on, filter)).toEqual(expected)
            expect([...listMatching(store.db, on, filter)].sort()).toEqual(
              expected.map(({ uid }) => uid).sort(),
            )
          }
        }
      },
    ),
    { seed: 1, numRuns: 30 },
  )
}, 60_000)

describe('filters on the command line', () => {
  async function withThree(): Promise<Netkeep> {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada', '--interest', 'open source, sailing', '--offers', 'mentoring')
    await netkeep.ok(
      'add',
      'Bob',
      '--interest',
      'Open-Source',
      '--cause',
      'sailing',
      '--looks-for',
      'a mentor',
    )
    await netkeep.ok('add', 'Cid', '--cause', 'Sailing', '--offers', 'mentoring of juniors')
    return netkeep
  }

  test.each<[string, readonly string[], readonly string[]]>([
    ['a trait by any of its words, in any case', ['--offers', 'MENTOR'], ['Ada', 'Cid']],
    ['a trait by the beginning of a word, not by its middle', ['--offers', 'entor'], []],
    ['a trait of that kind only', ['--interest', 'sailing'], ['Ada']],
    ['several of one kind: any of them', ['--interest', 'sailing', '--interest', 'open'], ['Ada', 'Bob']],
    ['several kinds: all of them', ['--cause', 'sailing', '--offers', 'mentoring'], ['Cid']],
    ['who shares an interest, however it is spelt', ['--shares', 'ada'], ['Bob']],
    ['who shares a cause or an interest, of the same kind', ['--shares', 'bob'], ['Ada', 'Cid']],
  ])('find %s', async (_, options, names) => {
    expect(await namesIn(await withThree(), 'list', ...options)).toEqual(names)
  })

  test('no longer find what was taken away, and do again after an undo', async () => {
    const netkeep = await withThree()
    await netkeep.ok('edit', 'ada', '--remove-interest', 'OPEN SOURCE')
    expect(await namesIn(netkeep, 'list', '--shares', 'bob')).toEqual(['Cid'])
    await netkeep.ok('undo')
    expect(await namesIn(netkeep, 'list', '--shares', 'bob')).toEqual(['Ada', 'Cid'])
  })

  test.each(['--interest', '--cause', '--offers', '--looks-for', '--org'])(
    '%s without a word in it is refused',
    async (option) => {
      expect(await (await withThree()).run('list', option, ' ')).toMatchObject({ exitCode: 2 })
    },
  )
})
