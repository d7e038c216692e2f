import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { exchangeIn } from '../../src/domain/exchange.ts'
import { judgeDays, type MailDay, touchpointOf } from '../../src/domain/mail-day.ts'
import { letter, ME } from './letters.ts'

const GRACE = 'grace@x.org'
const ADA = 'ada@x.org'

const shown = (days: readonly MailDay[]) =>
  days.map(({ address, on, isMine, isTheirs, isToMany }) =>
    [address, on.slice(5), isMine ? 'mine' : '', isTheirs ? 'theirs' : '', isToMany ? 'to many' : '']
      .filter((part) => part !== '')
      .join(' '),
  )
const daysOf = (...letters: readonly ReturnType<typeof letter>[]) => shown(exchangeIn(letters, [ME]).days)

describe('letters make a day of mail for each address and day', () => {
  test('of one of mine, everybody in To and Cc is part', () => {
    expect(daysOf(letter(1, ME, GRACE, ADA))).toEqual(['grace@x.org 11-01 mine', 'ada@x.org 11-01 mine'])
  })

  test('of one to me, only its sender', () => {
    expect(daysOf(letter(1, GRACE, ME, ADA))).toEqual(['grace@x.org 11-01 theirs'])
  })

  test('those of one day are one, whoever wrote first', () => {
    const both = ['grace@x.org 11-01 mine theirs']
    expect(daysOf(letter(1, GRACE, ME), letter(1, ME, 'Grace@X.org'))).toEqual(both)
    expect(daysOf(letter(1, ME, GRACE), letter(1, GRACE, ME))).toEqual(both)
  })

  test('one to more than 8, or to me and more than 7, is one to many, and another day', () => {
    const many = (count: number) => Array.from({ length: count }, (_, at) => `a${at}@x.org`)
    expect(daysOf(letter(1, ME, ...many(8)))[0]).toBe('a0@x.org 11-01 mine')
    expect(daysOf(letter(1, ME, ME, ...many(9)))[0]).toBe('a0@x.org 11-01 mine to many')
    expect(daysOf(letter(1, GRACE, ME, ...many(7)))).toEqual(['grace@x.org 11-01 theirs'])
    expect(daysOf(letter(1, GRACE, ME, ...many(8)), letter(1, GRACE, ME))).toEqual([
      'grace@x.org 11-01 theirs to many',
      'grace@x.org 11-01 theirs',
    ])
  })

  test('those that are neither from me nor to me, and those to myself, are skipped', () => {
    const { days, skipped } = exchangeIn(
      [letter(1, GRACE, ADA), letter(1, ME, ME), letter(1, ME), letter(1, ME, 'no-reply@x.org')],
      ['ME@example.org'],
    )
    expect(days).toEqual([])
    expect(skipped.map(({ reason }) => reason)).toEqual([
      'neither from you nor to you',
      'to nobody but you',
      'to nobody but you',
      'to an address that nobody answers from',
    ])
  })

  test('everybody has the longest name that any letter gives', () => {
    const { correspondents } = exchangeIn(
      [letter(1, `Grace <${GRACE}>`, ME), letter(1, ME, `Grace Hopper <${GRACE}>`), letter(2, ME, GRACE)],
      [ME],
    )
    expect([...correspondents.values()]).toEqual([{ name: 'Grace Hopper', email: GRACE }])
  })
})

describe('a day', () => {
  const day = (on: string, ...by: readonly ('mine' | 'theirs')[]) => ({
    on: on as CalendarDate,
    isMine: by.includes('mine'),
    isTheirs: by.includes('theirs'),
  })

  test('counts where both sides wrote on it', () => {
    expect(judgeDays([day('2026-11-01', 'mine', 'theirs')])).toEqual(['counted'])
  })

  test('counts where the other side wrote within 30 days, before or after', () => {
    expect(judgeDays([day('2026-10-01', 'mine'), day('2026-10-31', 'theirs')])).toEqual([
      'counted',
      'counted',
    ])
    expect(judgeDays([day('2026-10-31', 'mine'), day('2026-10-01', 'theirs')])).toEqual([
      'counted',
      'counted',
    ])
  })

  test('is otherwise an attempt of mine, or their light touch', () => {
    expect(judgeDays([day('2026-10-01', 'mine'), day('2026-11-01', 'theirs')])).toEqual(['attempt', 'light'])
    expect(judgeDays([day('2026-10-01', 'mine'), day('2026-10-02', 'mine')])).toEqual(['attempt', 'attempt'])
  })

  test('becomes a touchpoint with a key of address and day; one ahead of today is dated today', () => {
    const [first] = exchangeIn([letter(23, GRACE, ME)], [ME]).days
    if (first === undefined) throw new Error('no day')
    expect(touchpointOf(first, 'light', '2026-11-22' as CalendarDate)).toEqual({
      key: 'mail:grace@x.org:2026-11-23',
      on: '2026-11-22',
      channel: 'email',
      direction: 'in',
      kind: 'light',
    })
    expect(touchpointOf({ ...first, isMine: true }, 'counted', '2026-11-30' as CalendarDate)).toMatchObject({
      on: '2026-11-23',
      direction: null,
    })
    expect(touchpointOf({ ...first, isToMany: true }, 'light', first.on).key).toBe(
      'mail-to-many:grace@x.org:2026-11-23',
    )
  })
})
