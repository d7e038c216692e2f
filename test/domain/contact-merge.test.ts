import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type MergedFields, type MergeSide, mergeFields } from '../../src/domain/contact-merge.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const TODAY = day('2026-11-22')

function side(uid: string, told: Partial<MergeSide>): MergeSide {
  return {
    uid,
    name: 'Grace Hopper',
    organization: null,
    title: null,
    jobSince: null,
    location: null,
    birthday: null,
    birthdayNotice: null,
    note: null,
    metOn: null,
    metAt: null,
    introducedBy: null,
    introducer: null,
    circle: null,
    interval: null,
    pausedOn: null,
    snoozedUntil: null,
    snoozedOn: null,
    snoozeRecordedAt: null,
    starting: null,
    trackedFrom: null,
    prospectOn: null,
    prospectDroppedOn: null,
    lastCountedOn: null,
    imported: null,
    ...told,
  }
}

const merge = (a: Partial<MergeSide>, b: Partial<MergeSide>): MergedFields =>
  mergeFields(side('a', a), side('b', b), TODAY)
const set = (a: Partial<MergeSide>, b: Partial<MergeSide>): MergedFields['set'] => merge(a, b).set

describe('a field', () => {
  test('that is empty is filled', () => {
    const told = {
      organization: 'Navy',
      title: 'Admiral',
      jobSince: day('2026-01-02'),
      location: 'Arlington',
      birthday: '1906-12-09',
      birthdayNotice: 14,
      note: 'knows compilers',
      metOn: day('2020-02-29'),
      metAt: 'the fair',
      introducedBy: 'c',
      circle: 'close',
      interval: '2w',
      pausedOn: day('2026-11-01'),
      trackedFrom: day('2026-05-01'),
      imported: '{"name":"Grace","by":"a card"}',
    }
    expect(merge({}, { ...told, introducer: 'Ada' })).toEqual({
      set: told,
      alias: null,
      formerJob: null,
      filled: [
        ...['organization', 'title', 'location', 'birthday', 'met on', 'met at', 'introduced by', 'note'],
        ...['circle', 'interval'],
      ],
      noted: [],
    })
  })

  test('that both have stays, and the other value stands in the note', () => {
    const a = { location: 'Arlington', birthday: '1906-12-09', metOn: day('2020-02-29'), metAt: 'the fair' }
    const b = { location: 'Boston', birthday: '1990-01-02', metOn: day('2024-03-01'), metAt: 'a talk' }
    expect(
      merge(
        { ...a, introducedBy: 'c', introducer: 'Ada', note: 'knows compilers' },
        { ...b, name: 'Grace H.', introducedBy: 'd', introducer: 'Alan Turing', note: 'sails' },
      ),
    ).toEqual({
      set: {
        note: 'knows compilers\n\nsails\n\nOf Grace H., merged on 2026-11-22: location Boston; birthday 1990-01-02; met on 2024-03-01; met at a talk; introduced by Alan Turing',
      },
      alias: 'Grace H.',
      formerJob: null,
      filled: [],
      noted: ['location', 'birthday', 'met on', 'met at', 'introduced by'],
    })
  })

  test('that says the same in other letters or spaces changes nothing', () => {
    const merged = merge(
      { location: 'New  York', metAt: 'The Fair' },
      { location: 'new york', metAt: 'the fair' },
    )
    expect(merged).toEqual({ set: {}, alias: null, formerJob: null, filled: [], noted: [] })
  })
})

describe('the other name', () => {
  test.each([
    ['Grace M. Hopper', 'Grace M. Hopper'],
    ['Gráce Hopper', 'Gráce Hopper'],
    ['GRACE  hopper', null],
  ])('%s becomes the alias %s', (name, alias) => {
    expect(merge({}, { name }).alias).toBe(alias)
  })
})

describe('of two birthdays', () => {
  test.each([
    ['--12-09', '1906-12-09', '1906-12-09', []],
    ['1906-12-09', '--12-09', undefined, []],
    ['--12-09', '--12-10', undefined, ['birthday']],
  ] as const)('%s and %s', (a, b, now, noted) => {
    const merged = merge({ birthday: a }, { birthday: b })
    expect(merged.set.birthday).toBe(now)
    expect(merged.noted).toEqual(noted)
  })
})

describe('jobs', () => {
  const since = day('2026-01-02')
  test('that agree are filled up, and known since the earlier day', () => {
    expect(
      set(
        { organization: 'Navy', jobSince: day('2026-05-01') },
        { organization: 'NAVY', title: 'Admiral', jobSince: since },
      ),
    ).toEqual({ title: 'Admiral', jobSince: since })
  })

  test('that differ stay apart: the title of another employer fills no gap', () => {
    expect(
      merge({ organization: 'Navy' }, { organization: 'Univac', title: 'Programmer', jobSince: since }),
    ).toEqual({
      set: {},
      alias: null,
      formerJob: { organization: 'Univac', title: 'Programmer', notedOn: since, untilOn: TODAY },
      filled: [],
      noted: [],
    })
  })

  test.each([
    ['an import brought it', { jobSince: since, trackedFrom: since, imported: '{}' }],
    ['it is known since today', { jobSince: TODAY, trackedFrom: TODAY }],
  ])('that differ have no days where %s', (_, told) => {
    expect(merge({ organization: 'Navy' }, { organization: 'Univac', ...told }).formerJob).toEqual({
      organization: 'Univac',
      title: null,
      notedOn: null,
      untilOn: null,
    })
  })
})

describe('notes', () => {
  test('of which one holds the other are told once', () => {
    expect(set({ note: 'sails, knows compilers' }, { note: 'knows compilers' })).toEqual({})
  })

  test('that are too long together are refused', () => {
    const note = 'x'.repeat(60_000)
    expect(() => merge({ note }, { note: `${note}y`, name: 'Grace M.' })).toThrow(
      'The notes of Grace Hopper and Grace M. are too long to be one: 120,003 characters, where at most 100,000 fit.',
    )
  })
})

describe('nobody', () => {
  test('is introduced by themselves', () => {
    expect(set({ introducedBy: 'b' }, { introducedBy: 'a' })).toEqual({ introducedBy: null })
    expect(
      merge({ introducedBy: 'b', introducer: 'B' }, { introducedBy: 'c', introducer: 'C' }),
    ).toMatchObject({
      set: { introducedBy: 'c' },
      noted: [],
    })
  })
})

describe('the cadence', () => {
  test('of the survivor stays, none on purpose too', () => {
    expect(set({ circle: 'close' }, { circle: 'wide', interval: '2w', pausedOn: TODAY })).toEqual({})
    expect(set({ interval: 'none' }, { circle: 'wide' })).toEqual({})
  })

  test('of the other is taken as it stands where there is none', () => {
    expect(set({}, { circle: 'wide', pausedOn: TODAY })).toEqual({ circle: 'wide', pausedOn: TODAY })
    expect(set({ pausedOn: day('2026-01-01') }, { interval: '2w', pausedOn: TODAY })).toEqual({
      interval: '2w',
    })
  })

  const snooze = (until: string, starting: number | null = null): Partial<MergeSide> => ({
    snoozedUntil: day(until),
    snoozedOn: TODAY,
    snoozeRecordedAt: 'h',
    starting,
  })

  test('waits as long as the longer snooze', () => {
    expect(set({ circle: 'close', ...snooze('2026-12-01') }, snooze('2026-12-24'))).toEqual({
      snoozedUntil: '2026-12-24',
    })
    expect(set({ circle: 'close', ...snooze('2026-12-24') }, snooze('2026-12-01'))).toEqual({})
    expect(set({ circle: 'close' }, snooze('2026-12-24'))).toEqual({
      snoozedUntil: '2026-12-24',
      snoozedOn: TODAY,
      snoozeRecordedAt: 'h',
    })
  })

  test('does not wait for a starting day that netkeep chose for the other', () => {
    expect(set({ circle: 'close' }, { circle: 'wide', ...snooze('2026-12-24', 1) })).toEqual({})
    expect(set({}, { circle: 'wide', ...snooze('2026-12-24', 1) })).toMatchObject({
      circle: 'wide',
      snoozedUntil: '2026-12-24',
      starting: 1,
    })
  })

  test('is kept since the earlier day', () => {
    expect(set({ trackedFrom: TODAY }, { trackedFrom: day('2026-05-01') })).toEqual({
      trackedFrom: '2026-05-01',
    })
  })
})

test('what imports gave is remembered of both, by source', () => {
  const imported = '{"name":"Grace","organization":null,"title":"Admiral"}'
  expect(set({ imported }, { imported: '{"name":"G.","organization":"Navy","title":"Rear"}' })).toEqual({
    imported:
      '{"name":"Grace","organization":null,"title":"Admiral","more":{"b":{"name":"G.","organization":"Navy","title":"Rear"}}}',
  })
})

describe('somebody to reach', () => {
  const on = day('2026-10-01')
  const then = day('2026-11-01')

  test('of two of them, since the earlier day', () => {
    expect(set({ prospectOn: then }, { prospectOn: on })).toEqual({ prospectOn: on })
    expect(set({ prospectOn: on }, { prospectOn: then })).toEqual({})
  })

  test('is given up only where both were, on the later day', () => {
    const dropped = (prospectOn: CalendarDate, prospectDroppedOn: CalendarDate): Partial<MergeSide> => ({
      prospectOn,
      prospectDroppedOn,
    })
    expect(set(dropped(on, then), dropped(on, day('2026-11-09')))).toEqual({
      prospectDroppedOn: '2026-11-09',
    })
    expect(set(dropped(on, then), { prospectOn: then })).toEqual({ prospectDroppedOn: null })
    expect(set({}, dropped(on, then))).toEqual({ prospectOn: on, prospectDroppedOn: then })
  })

  test('is nobody who was reached without having been one', () => {
    expect(set({ prospectOn: on }, { lastCountedOn: then })).toEqual({ prospectOn: null })
    expect(set({ lastCountedOn: then }, { prospectOn: on })).toEqual({})
    expect(set({ prospectOn: on, lastCountedOn: then }, { prospectOn: then })).toEqual({})
  })

  test('is nobody whom the user keeps in touch with: the survivor has a cadence', () => {
    expect(set({ interval: '2w' }, { prospectOn: on })).toEqual({})
    expect(set({ prospectOn: on }, { interval: '2w' })).toEqual({ interval: '2w' })
  })
})
