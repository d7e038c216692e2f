import { describe, expect, test } from 'vitest'
import { DEMO_NETWORK } from '../../src/demo/network.ts'
import type { DemoContact, DemoPromise } from '../../src/demo/people.ts'
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../src/domain/calendar-date.ts'
import { HELP_KINDS, HELP_SIDES } from '../../src/domain/help.ts'
import { addInterval, parseInterval } from '../../src/domain/interval.ts'
import { RELATION_KINDS } from '../../src/domain/relation.ts'
import { CHANNELS } from '../../src/domain/touchpoint.ts'
import type { TraitKind } from '../../src/domain/trait.ts'

const CIRCLES = { inner: '2w', close: '6w', wide: '3m', outer: '1y' }
const ATTEMPT_REST_DAYS = 3

const names = DEMO_NETWORK.map((contact) => contact.name)
const touchpoints = DEMO_NETWORK.flatMap((contact) => contact.touchpoints)

describe('the sample network', () => {
  test('holds 42 contacts of different names, and some 200 touchpoints', () => {
    expect(new Set(names).size).toBe(42)
    expect(DEMO_NETWORK.length).toBe(42)
    expect(touchpoints.length).toBeGreaterThanOrEqual(150)
    expect(touchpoints.length).toBeLessThanOrEqual(220)
  })

  test('has e-mail addresses of the example domains only, each used once', () => {
    const emails = DEMO_NETWORK.flatMap(({ email }) => email ?? [])
    expect(emails.filter((email) => !/^[a-z.]+@example\.(com|org|net)$/.test(email))).toEqual([])
    expect(new Set(emails).size).toBe(emails.length)
  })

  test('has birthdays that exist', () => {
    const birthdays = DEMO_NETWORK.flatMap(({ birthday }) => (typeof birthday === 'string' ? birthday : []))
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

describe('what it shows of give and take', () => {
  test('has interests that several share, and offers that others look for', () => {
    const holders = (kind: TraitKind, value: string) =>
      DEMO_NETWORK.filter(({ traits }) => traits[kind]?.includes(value)).map(({ name }) => name)
    const values = (kind: TraitKind) => new Set(DEMO_NETWORK.flatMap(({ traits }) => traits[kind] ?? []))
    const shared = (kind: TraitKind) => [...values(kind)].filter((value) => holders(kind, value).length > 1)
    expect(shared('interest').length).toBeGreaterThanOrEqual(10)
    expect(shared('cause').sort()).toEqual(['climate', 'literacy', 'open data', 'women in tech'])
    expect([...values('looks-for')].filter((value) => values('offers').has(value)).sort()).toEqual(
      [
        ['co-hosting', 'facilitation', 'funding', 'guest talks', 'illustration'],
        ['mentoring', 'security audit', 'testing', 'translation'],
      ].flat(),
    )
    expect(holders('looks-for', 'funding')).toEqual(['Søren Halvorsen'])
    expect(holders('offers', 'funding')).toEqual(['Chiara Montefusco'])
  })

  test('has promises of both sides in every state, overdue, for today, ahead and for no day', () => {
    const made = DEMO_NETWORK.flatMap(({ promises, touchpoints: touches }) => [
      ...promises.map((promise) => `${promise.isMine ? 'mine' : 'theirs'} ${stateOf(promise)}`),
      ...touches.flatMap(({ next }) => (next === null ? [] : `mine ${stateOf({ ...next, closed: null })}`)),
    ])
    expect([...new Set(made)].sort()).toEqual([
      'mine ahead',
      'mine done',
      'mine dropped',
      'mine for no day',
      'mine for today',
      'mine overdue',
      'theirs ahead',
      'theirs done',
      'theirs dropped',
      'theirs for no day',
      'theirs overdue',
    ])
  })

  test('closes a promise after it was made, and promises nothing for a day before', () => {
    for (const { promises } of DEMO_NETWORK) {
      for (const { text, madeDaysAgo, inDays, closed } of promises) {
        expect(madeDaysAgo, text).toBeGreaterThan(0)
        if (inDays !== null) expect(inDays, text).toBeGreaterThan(-madeDaysAgo)
        if (closed !== null) expect([closed.daysAgo > 0, closed.daysAgo < madeDaysAgo]).toEqual([true, true])
      }
    }
  })

  test('has help of all three sides and of every kind netkeep knows', () => {
    const helps = touchpoints.flatMap(({ help }) => help ?? [])
    expect(new Set(helps.map(({ side }) => side))).toEqual(new Set(HELP_SIDES))
    expect(new Set(helps.map(({ kind }) => kind))).toEqual(new Set(HELP_KINDS))
  })

  test('relates contacts to others of its own, in seven ways', () => {
    const relations = DEMO_NETWORK.flatMap(({ name, relations }) =>
      relations.map(({ kind, to }) => ({ name, kind, to })),
    )
    expect([...new Set(relations.map(({ kind }) => kind))].sort()).toEqual([
      'client',
      'colleague',
      'family',
      'friend',
      'knows',
      'mentor',
      'reports-to',
    ])
    expect(Object.keys(RELATION_KINDS)).toEqual(expect.arrayContaining(relations.map(({ kind }) => kind)))
    expect(relations.filter(({ name, to }) => name === to || !names.includes(to))).toEqual([])
  })

  test('has contacts introduced by others that come before them', () => {
    const introduced = DEMO_NETWORK.filter(({ introducedBy }) => introducedBy !== null)
    expect(introduced.length).toBeGreaterThanOrEqual(5)
    for (const { name, introducedBy } of introduced) {
      expect(names.slice(0, names.indexOf(name)), name).toContain(introducedBy)
    }
  })

  test('has former jobs, one of which was left within the last half year', () => {
    const before = DEMO_NETWORK.flatMap(({ jobBefore }) => jobBefore?.untilDaysAgo ?? [])
    expect(before.sort((a, b) => a - b)).toEqual([76, 300])
    expect(DEMO_NETWORK.filter(({ formerly }) => formerly.length > 0).length).toBeGreaterThanOrEqual(5)
  })

  test('has birthdays with and without a year, on 29 February, and near on any day; a wish; other dates', () => {
    const birthdays = DEMO_NETWORK.flatMap(({ birthday }) => birthday ?? [])
    expect(birthdays).toEqual(expect.arrayContaining(['--11-02', '1987-03-09', '1992-02-29']))
    expect(birthdays.filter((birthday) => typeof birthday !== 'string')).toEqual([
      { inDays: 2, years: 36 },
      { inDays: -92, years: null },
      { inDays: -1, years: null },
    ])
    expect(touchpoints.filter(({ isWish }) => isWish).map(({ daysAgo }) => daysAgo)).toEqual([92])
    expect(DEMO_NETWORK.flatMap(({ dates }) => dates.map(({ label, date }) => ({ label, date })))).toEqual([
      { label: 'opening of the new studio', date: { inDays: 12, years: null } },
      { label: 'work anniversary', date: { inDays: 6, years: 10 } },
      { label: 'grant deadline', date: '--06-15' },
    ])
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
      'Tuva Lindqvist',
      'Amadou Keita',
    ])
  })

  test('has two prospects with attempts only, one tried twice with a next step', () => {
    const prospects = DEMO_NETWORK.filter(({ prospectDaysAgo }) => prospectDaysAgo !== null)
    expect(prospects.map((contact) => historyOf(contact).map(({ kind }) => kind))).toEqual([
      ['attempt', 'attempt'],
      [],
    ])
    expect(prospects[0]?.touchpoints[0]?.next?.inDays).toBe(3)
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
  if (contact.prospectDaysAgo !== null) return undefined
  const counted = history.filter(({ kind }) => kind === 'counted').map(({ daysAgo }) => daysAgo)
  const dueOn = addInterval(addDays(today, -Math.min(...counted)), parseInterval(interval))
  return daysBetween(dueOn, today)
}

function stateOf({ inDays, closed }: Pick<DemoPromise, 'inDays' | 'closed'>): string {
  if (closed !== null) return closed.state
  if (inDays === null) return 'for no day'
  return inDays < 0 ? 'overdue' : inDays === 0 ? 'for today' : 'ahead'
}

function date(text: string): CalendarDate {
  if (!isCalendarDate(text)) throw new Error(text)
  return text
}
