import { describe, expect, test } from 'vitest'
import { DEMO_NETWORK } from '../../src/demo/network.ts'
import type { DemoContact } from '../../src/demo/people.ts'
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../src/domain/calendar-date.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import { CHANNELS } from '../../src/domain/touchpoint.ts'

const CIRCLES = { inner: '2w', close: '6w', wide: '3m', outer: '1y' }
const ATTEMPT_REST_DAYS = 3

const names = DEMO_NETWORK.map((contact) => contact.name)
const touchpoints = DEMO_NETWORK.flatMap((contact) => contact.touchpoints)

describe('the sample network', () => {
  test('holds 40 contacts of different names, and some 200 touchpoints', () => {
    expect(new Set(names).size).toBe(40)
    expect(DEMO_NETWORK.length).toBe(40)
    expect(touchpoints.length).toBeGreaterThanOrEqual(150)
    expect(touchpoints.length).toBeLessThanOrEqual(220)
  })

  test('has e-mail addresses of the example domains only, each used once', () => {
    const emails = DEMO_NETWORK.flatMap(({ email }) => email ?? [])
    expect(emails.filter((email) => !/^[a-z.]+@example\.(com|org|net)$/.test(email))).toEqual([])
    expect(new Set(emails).size).toBe(emails.length)
  })

  test('has birthdays that exist', () => {
    const birthdays = DEMO_NETWORK.flatMap(({ birthday }) => birthday ?? [])
    expect(birthdays.filter((birthday) => !isCalendarDate(birthday.replace(/^--/, '2025-')))).toEqual([])
  })

  test('has no touchpoint in the future, nor before the day they met', () => {
    for (const contact of DEMO_NETWORK) {
      const daysAgo = historyOf(contact).map((touchpoint) => touchpoint.daysAgo)
      expect(Math.min(...daysAgo), contact.name).toBeGreaterThan(0)
      expect(Math.max(...daysAgo), contact.name).toBeLessThanOrEqual(contact.metDaysAgo ?? 365)
    }
  })

  test('tells each contact’s touchpoints newest first, one a day', () => {
    for (const { name, touchpoints } of DEMO_NETWORK) {
      const days = touchpoints.map((touchpoint) => touchpoint.daysAgo)
      expect(days, name).toEqual([...new Set(days)].sort((a, b) => a - b))
    }
  })

  test('names only its own contacts as being there too, and never the contact itself', () => {
    for (const contact of DEMO_NETWORK) {
      const others = contact.touchpoints.flatMap((touchpoint) => touchpoint.alsoWith)
      expect(names.filter((name) => name !== contact.name)).toEqual(expect.arrayContaining(others))
    }
  })

  test('uses every channel netkeep knows, but other', () => {
    const used = new Set(touchpoints.flatMap(({ channel }) => channel ?? []))
    expect([...used].sort()).toEqual(CHANNELS.filter((channel) => channel !== 'other').sort())
  })
})

describe('its due list', () => {
  test('has 8 cold, 2 due and 5 within the week on every day of 2026 to 2028', () => {
    const tallies = new Set<string>()
    for (let today = date('2026-01-01'); today < '2029-01-01'; today = addDays(today, 1)) {
      const days = DEMO_NETWORK.flatMap((contact) => daysOverdue(contact, today) ?? [])
      const cold = days.filter((overdue) => overdue > 0).length
      const due = days.filter((overdue) => overdue === 0).length
      const soon = days.filter((overdue) => overdue < 0 && overdue >= -7).length
      tallies.add(`${cold} cold, ${due} due, ${soon} soon`)
    }
    expect([...tallies]).toEqual(['8 cold, 2 due, 5 soon'])
  })

  test('mixes short and long intervals: who is cold on 15 June 2026, and for how many days', () => {
    const today = date('2026-06-15')
    const cold = DEMO_NETWORK.map((contact) => [contact.name, daysOverdue(contact, today) ?? 0] as const)
    expect(cold.filter(([, overdue]) => overdue > 0)).toEqual([
      ['Priya Raghunathan', 10],
      ['Zoë Vermeulen', 9],
      ["Siobhán O'Brien", 20],
      ['Kwame Mensah', 11],
      ['水瀬 遥', 1],
      ['Chiara Montefusco', 39],
      ['Youssef El Amrani', 12],
      ['Margaret Hollis', 22],
    ])
  })

  test('leaves out the one paused, the one snoozed, the one tried two days ago and the two without cadence', () => {
    const today = date('2026-06-15')
    const out = DEMO_NETWORK.filter((contact) => daysOverdue(contact, today) === undefined)
    expect(out.map((contact) => contact.name)).toEqual([
      'Gabriel Ferreira Lima',
      'Leila Farahani',
      'Elif Yıldırım',
      'Jonas Pfeiffer',
      'Dana Petrosyan',
    ])
  })
})

/** The contact's own touchpoints and those it shares. */
function historyOf({ name, touchpoints: own }: DemoContact) {
  return [...own, ...touchpoints.filter(({ alsoWith }) => alsoWith.includes(name))]
}

/** Negative before the due date; undefined where the contact is not asked for on that day. */
function daysOverdue(contact: DemoContact, today: CalendarDate): number | undefined {
  const interval = contact.interval ?? (contact.circle === null ? null : CIRCLES[contact.circle])
  const history = historyOf(contact)
  const isResting = history.some(({ kind, daysAgo }) => kind === 'attempt' && daysAgo < ATTEMPT_REST_DAYS)
  if (interval === null || contact.isPaused || contact.snoozedForDays !== null || isResting) return undefined
  const counted = history.filter(({ kind }) => kind === 'counted').map(({ daysAgo }) => daysAgo)
  const dueOn = addInterval(addDays(today, -Math.min(...counted)), parseInterval(interval))
  return daysBetween(dueOn, today)
}

function date(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(text)
  return text
}
