import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Circle } from '../../src/domain/circle.ts'
import { formatInterval, meanDaysOf, parseInterval } from '../../src/domain/interval.ts'
import {
  type PlanChange,
  type Proposal,
  proposalsFor,
  type ScheduledContact,
} from '../../src/domain/proposal.ts'

const circle = (uid: string, interval: string): Circle => ({
  uid,
  name: uid,
  interval: parseInterval(interval),
})
const CIRCLES = [circle('inner', '2w'), circle('close', '6w'), circle('wide', '3m'), circle('outer', '1y')]

/** The n-th is n hundredths of an interval late, from `late` on. */
function members(count: number, name: string | null, late = 0, own?: string): ScheduledContact[] {
  const found = CIRCLES.find(({ uid }) => uid === name)
  return Array.from({ length: count }, (_, index) => ({
    uid: `${name}-${index}`,
    nameKey: `${name} ${String(index).padStart(3, '0')}`,
    circle: name,
    interval: own === undefined ? (found?.interval ?? parseInterval('1m')) : parseInterval(own),
    isOwn: own !== undefined,
    lateness: late + index / 100,
    quietDays: 180 + index,
    keptShare: 1,
    isUntouched: false,
  }))
}

const loadOf = (contacts: readonly ScheduledContact[]): number =>
  contacts.reduce((sum, { interval }) => sum + 1 / meanDaysOf(interval), 0)

/** As one reads it: `move 2 inner > close`, `wide 4m`, `let go 3`. */
const told = ({ changes }: Proposal): string =>
  changes
    .map((change) => {
      if (change.kind === 'move') return `move ${change.uids.length} ${change.from.uid} > ${change.to.uid}`
      if (change.kind === 'widen') return `${change.circle.uid} ${formatInterval(change.interval)}`
      return `let go ${change.uids.length}`
    })
    .join(', ')

describe('what would make cadences fit', () => {
  test('is nothing where they fit', () => {
    const contacts = members(14, 'inner')
    expect(proposalsFor(contacts, CIRCLES, 1)).toEqual([])
    expect(proposalsFor([], CIRCLES, 0)).toEqual([])
  })

  test('is the circle nearest to the rhythm at which contacts were kept, the least kept first, as few as it takes', () => {
    const kept = (share: number, count: number): ScheduledContact[] =>
      members(count, 'inner').map((contact) => ({
        ...contact,
        uid: `${share}-${contact.uid}`,
        keptShare: share,
      }))
    // Of two weeks: every 16 days, six weeks, four months, never.
    const contacts = [...kept(0.9, 3), ...kept(1 / 3, 3), ...kept(0.12, 3), ...kept(0, 3)]
    const toldFor = (room: number): string | undefined => proposalsFor(contacts, CIRCLES, room).map(told)[0]
    expect(toldFor(0.85)).toBe('move 1 inner > outer')
    expect(toldFor(0.5)).toBe('move 3 inner > wide, move 3 inner > outer')
    expect(toldFor(0.4)).toBe('move 2 inner > close, move 3 inner > wide, move 3 inner > outer')
    // Where that is not enough, everybody goes a circle further.
    expect(toldFor(0.2)).toBe('move 2 inner > close, move 3 inner > wide, move 6 inner > outer')
  })

  test('is the next wider circle for those who were all kept, the latest first', () => {
    const contacts = members(40, 'close')
    const room = loadOf(contacts) - 13.5 * (1 / 42 - 1 / meanDaysOf(parseInterval('3m')))
    const [first] = proposalsFor(contacts, CIRCLES, room)
    expect(first && told(first)).toBe('move 14 close > wide')
    expect(first?.fits).toBe(true)
    const moved = first?.changes.flatMap((change) => (change.kind === 'move' ? change.uids : []))
    expect(moved).toEqual(Array.from({ length: 14 }, (_, index) => `close-${39 - index}`))
  })

  test('moves out of several circles, but nobody with an interval of their own, and none out of the widest', () => {
    const contacts = [
      ...members(2, 'inner', 3),
      ...members(2, 'close', 2),
      ...members(3, 'close', 9, '1w'),
      ...members(5, 'outer', 9),
      ...members(5, null, 9, '1w'),
    ]
    const [first] = proposalsFor(contacts, CIRCLES, 0.1)
    expect(first && told(first)).toBe('move 2 inner > outer, move 2 close > outer')
    expect(first?.fits).toBe(false)
  })

  test('is a longer interval for the one circle for which the least longer suffices, in whole units', () => {
    const contacts = [...members(10, 'inner'), ...members(100, 'wide')]
    expect(proposalsFor(contacts, CIRCLES, loadOf(contacts) - 0.1).map(told)[1]).toBe('wide 4m')
    const close = [...members(20, 'inner'), ...members(1, 'wide')]
    expect(proposalsFor(close, CIRCLES, loadOf(close) - 0.1).map(told)[1]).toBe('inner 16d')
  })

  test('never makes a circle as wide as the next one, and takes all of them then', () => {
    const contacts = [...members(10, 'inner'), ...members(40, 'close')]
    expect(proposalsFor(contacts, CIRCLES, loadOf(contacts) / 2.2).map(told)[1]).toBe('inner 31d, close 14w')
    expect(proposalsFor(contacts, CIRCLES, 0).map(told)[1]).toBe('inner 6w, close 18w')
  })

  test('leaves a circle alone that would be wider than the next one', () => {
    const near = [circle('weekly', '2w'), circle('monthly', '3w')]
    const contacts = [...members(10, 'weekly', 0, '2w'), ...members(1, 'monthly', 0, '3w')].map(
      (contact) => ({
        ...contact,
        isOwn: false,
      }),
    )
    expect(proposalsFor(contacts, near, loadOf(contacts) / 1.6).map(told)[1]).toBe('weekly 23d, monthly 34d')
  })

  test('is no cadence for those out of touch for twice their interval and half a year, as few as it takes, the longest first', () => {
    const contacts = [...members(10, 'wide', 0.97), ...members(10, 'outer', 0)]
    const last = proposalsFor(contacts, CIRCLES, loadOf(contacts) - 0.02).at(-1)
    expect(last?.changes).toEqual([{ kind: 'let-go', uids: ['wide-9', 'wide-8'], untouched: 0 }])
    const all = proposalsFor(contacts, CIRCLES, 0.01).at(-1)
    expect(all && told(all)).toBe('let go 7')
    const inner = members(10, 'inner', 2).map((contact) => ({ ...contact, quietDays: 60 }))
    expect(proposalsFor(inner, CIRCLES, 0.24).map(told)).toEqual(['move 10 inner > close', 'inner 6w'])
  })

  test('lets those go first whom an import brought and nobody was ever in touch with', () => {
    const contacts = members(10, 'wide', 0.97).map((contact, index) => ({
      ...contact,
      isUntouched: index < 2,
      lateness: index < 2 ? -1 : contact.lateness,
    }))
    const last = proposalsFor(contacts, CIRCLES, loadOf(contacts) - 0.03).at(-1)
    expect(last?.changes).toEqual([{ kind: 'let-go', uids: ['wide-1', 'wide-0', 'wide-9'], untouched: 2 }])
  })

  test('takes the longest out of touch, however they are ordered otherwise', () => {
    const [first, second] = members(2, 'outer', 2)
    if (first === undefined || second === undefined) throw new Error('There are two')
    const contacts = [
      { ...first, quietDays: 1000, lateness: 1.1 },
      { ...second, quietDays: 900, lateness: 1.9 },
    ]
    expect(proposalsFor(contacts, CIRCLES, 0.004).at(-1)?.changes).toEqual([
      { kind: 'let-go', uids: ['outer-0'], untouched: 0 },
    ])
  })

  test('lets nobody go before twice the interval and 182 days are over', () => {
    const at = (lateness: number, quietDays: number): number =>
      proposalsFor(
        members(1, 'close').map((contact) => ({ ...contact, lateness, quietDays })),
        [],
        0,
      ).length
    expect([at(1, 182), at(0.99, 182), at(1, 181)]).toEqual([1, 0, 0])
  })

  test('makes one circle at most twice as wide, and no interval longer than ten years', () => {
    const only = [circle('one', '10w')]
    const contacts = members(10, 'one', 0, '10w').map((contact) => ({ ...contact, isOwn: false }))
    expect(proposalsFor(contacts, only, loadOf(contacts) / 2).map(told)).toEqual(['one 20w'])
    // All circles get wider then, which for the only one comes to the same.
    expect(proposalsFor(contacts, only, loadOf(contacts) / 2.3).map(told)).toEqual(['one 23w'])
    const two = [circle('one', '10w'), circle('two', '9y')]
    expect(proposalsFor(contacts, two, loadOf(contacts) / 2.3).map(told)[1]).toBe('one 23w')
    const long = [circle('long', '9y')]
    const lasting = members(10, 'long', 0, '9y').map((contact) => ({ ...contact, isOwn: false }))
    expect(proposalsFor(lasting, long, 0).map(told)).toEqual(['long 10y'])
  })

  test('never moves anybody where it is due earlier: a month may be shorter than 30 days', () => {
    const near = [circle('thirty', '30d'), circle('monthly', '1m'), circle('outer', '1y')]
    const contacts = members(6, 'thirty', 0, '30d').map((contact) => ({ ...contact, isOwn: false }))
    expect(proposalsFor(contacts, near, loadOf(contacts) - 0.001).map(told)[0]).toBe('move 1 thirty > outer')
  })

  test('is nothing where load and room are the same but for the rounding of sums', () => {
    expect(proposalsFor(members(40, 'inner'), CIRCLES, 40 / 14)).toEqual([])
  })

  test('leaves out what would change nothing', () => {
    expect(proposalsFor(members(10, null, 0, '1w'), CIRCLES, 1)).toEqual([])
    expect(proposalsFor(members(10, null, 0, '1w'), [], 1)).toEqual([])
  })

  test('asks for what the contacts ask for when it is made so, never more than before; none moved too much', () => {
    const group = fc.record({
      circle: fc.constantFrom('inner', 'close', 'wide', 'outer', null),
      count: fc.integer({ min: 1, max: 12 }),
      late: fc.integer({ min: -2, max: 4 }),
      own: fc.constantFrom(undefined, undefined, undefined, '10d', '2y'),
    })
    fc.assert(
      fc.property(
        fc.array(group, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 120 }),
        (groups, percent) => {
          const contacts = groups.flatMap(({ circle, count, late, own }, index) =>
            members(count, circle, late, circle === null ? (own ?? '3w') : own).map((contact) => ({
              ...contact,
              uid: `${index} ${contact.uid}`,
            })),
          )
          const load = loadOf(contacts)
          const room = (load * percent) / 100
          const proposals = proposalsFor(contacts, CIRCLES, room)
          if (load <= room) expect(proposals).toEqual([])
          for (const proposal of proposals) {
            const after = loadOf(proposal.changes.reduce(makeSo, contacts))
            expect(proposal.loadPerDay).toBeCloseTo(after, 9)
            expect(proposal.loadPerDay).toBeLessThan(load)
            expect(proposal.fits).toBe(after <= room + 1e-9)
            const last = proposal.changes.at(-1)
            if (last?.kind === 'let-go' && proposal.fits) {
              const oneLess = { ...last, uids: last.uids.slice(0, -1) }
              expect(loadOf([oneLess].reduce(makeSo, contacts))).toBeGreaterThan(room)
            }
          }
        },
      ),
      { seed: 20_261_123, numRuns: 300 },
    )
  })
})

function makeSo(contacts: readonly ScheduledContact[], change: PlanChange): readonly ScheduledContact[] {
  if (change.kind === 'let-go') return contacts.filter(({ uid }) => !change.uids.includes(uid))
  const interval = change.kind === 'move' ? change.to.interval : change.interval
  return contacts.map((contact) => {
    const isMeant =
      change.kind === 'move'
        ? change.uids.includes(contact.uid)
        : contact.circle === change.circle.uid && !contact.isOwn
    return isMeant ? { ...contact, interval } : contact
  })
}
