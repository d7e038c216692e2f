import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type EventRecord, livesThere, seriesKeyOf, surelyNamed } from '../../src/domain/event.ts'
import { findByIdOrName } from '../../src/domain/named-by-words.ts'

const on = '2026-11-22' as CalendarDate
const event = (name: string, uid: string): EventRecord => ({
  uid,
  id: uid.slice(-6),
  name,
  on,
  until: on,
  place: null,
  goal: null,
})

test.each([
  ['PyCon 2026', 'pycon'],
  ['2026 PyCon', 'pycon'],
  ['PyCon', 'pycon'],
  ['1984', '1984'],
  ['Room 101', 'room 101'],
])('%s is of the series %s', (name, series) => {
  expect(seriesKeyOf(name)).toBe(series)
})

test.each([
  ['Berlin', 'Berlin', true],
  ['Berlin, Germany', 'berlin', true],
  ['Hamburg, Germany', 'CCH, Hamburg', true],
  ['Greater London', 'London', true],
  ['Zürich', 'Zurich', true],
  ['Berlingen', 'Berlin', false],
  ['Munich, Germany', 'Berlin, Germany', false],
  ['', 'Berlin', false],
  [', Germany', 'Berlin, Germany', false],
  ['Berlin', '', false],
])('whoever lives in %j lives at %j: %s', (location, place, isThere) => {
  expect(livesThere(location, place)).toBe(isThere)
})

describe('the names that mean one event alone', () => {
  test('are whole names that no other has, and that are not like an id', () => {
    const all = ['PyCon', 'PyCon Sprints', 'Salon', 'salon', 'abcdef'].map((name) =>
      event(name, `uid ${name}`),
    )
    expect(surelyNamed(all, all)).toEqual(new Set(['uid PyCon', 'uid PyCon Sprints']))
  })

  test('are found by the whole name alone', () => {
    const word = fc.constantFrom('py', 'pycon', 'con', 'day', 'days', 'abcdef')
    const names = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(names, (lists) => {
        const all = lists.map((words, index) => event(words.join(' '), `uid-${index}`))
        const sure = surelyNamed(all, all)
        for (const { uid, name } of all.filter((one) => sure.has(one.uid)))
          expect(findByIdOrName(name, all).map((found) => found.uid)).toEqual([uid])
      }),
    )
  })
})
