import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import {
  countEventWords,
  type EventRecord,
  findEvents,
  livesThere,
  seriesKeyOf,
  surelyNamed,
} from '../../src/domain/event.ts'

const on = '2026-11-22' as CalendarDate
const event = (name: string, uid = name): EventRecord => ({
  uid,
  id: uid.slice(-6),
  name,
  on,
  until: on,
  place: null,
  goal: null,
})

describe('a text means an event', () => {
  test.each([
    ['data', 'Data Days', true],
    ['days data', 'Data Days', true],
    ['d da', 'Data Days', true],
    ['data data', 'Data Days', false],
    ['data days x', 'Data Days', false],
    ['ata', 'Data Days', false],
    ['zurich', 'Zürich.js', true],
    ['zürich js', 'Zurich JS', true],
    ['js', 'Zürich.js', true],
    ['', 'Data Days', false],
    ['\u001b[2J', 'Data Days', false],
  ])('%j of %s: %s', (typed, name, isMeant) => {
    expect(findEvents(typed, [event(name)]).length === 1).toBe(isMeant)
  })

  test('by the end of its id, before any name', () => {
    const events = [
      event('First', '0190-7000-8000-00000000abcdef'),
      event('abcdef', '0190-7000-8000-000000000000'),
    ]
    expect(findEvents('ABCDEF', events).map(({ name }) => name)).toEqual(['First'])
  })

  test('of a long text only where it is all of the name', () => {
    const name = Array.from({ length: 40 }, (_, index) => `w${index}`).join(' ')
    expect(findEvents(name, [event(name)])).toHaveLength(1)
    expect(findEvents(`${name} more`, [event(name)])).toHaveLength(0)
  })
})

test('the longest run of words names the event, the rest is something else', () => {
  const events = [event('Data Days'), event('Days')]
  expect(countEventWords(['data', 'days', 'ada'], events)).toBe(2)
  expect(countEventWords(['data', 'ada', 'days'], events)).toBe(1)
  expect(countEventWords(['days', 'data'], events)).toBe(2)
  expect(countEventWords(['ada', 'days'], events)).toBe(0)
  expect(
    countEventWords(
      Array.from({ length: 5000 }, () => 'data'),
      events,
    ),
  ).toBe(1)
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
  test('are those of which a word begins no word of another', () => {
    const all = [
      event('PyCon'),
      event('PyCon Sprints'),
      event('Code Week'),
      event('Salon'),
      event('salon', '2'),
    ]
    expect(surelyNamed(all, all)).toEqual(new Set(['PyCon Sprints', 'Code Week']))
  })

  test('are found by findEvents alone', () => {
    const word = fc.constantFrom('py', 'pycon', 'con', 'day', 'days', 'abcdef')
    const names = fc.uniqueArray(fc.array(word, { minLength: 1, maxLength: 3 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(names, (lists) => {
        const all = lists.map((words, index) => event(words.join(' '), `uid-${index}`))
        for (const uid of surelyNamed(all, all)) {
          const { name } = all.find((other) => other.uid === uid) ?? event('')
          expect(findEvents(name, all).map((found) => found.uid)).toEqual([uid])
        }
      }),
    )
  })
})
