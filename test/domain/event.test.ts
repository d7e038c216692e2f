import { expect, test } from 'vitest'
import { livesThere, seriesKeyOf } from '../../src/domain/event.ts'

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
