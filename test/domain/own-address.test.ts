import { describe, expect, test } from 'vitest'
import type { Meeting } from '../../src/domain/import-file.ts'
import { guessOwn } from '../../src/domain/own-address.ts'
import { letter, ME } from './letters.ts'

describe("the user's own address is guessed", () => {
  test('in a folder of sent mail as who sent it', () => {
    expect(guessOwn([letter(1, ME, 'a@x.org'), letter(2, ME, 'b@x.org'), letter(3, ME, 'a@x.org')])).toEqual([
      ME,
    ])
  })

  test('in an inbox as who got it, in whatever case', () => {
    const letters = [
      letter(1, 'a@x.org', 'Me@Example.org'),
      letter(2, 'a@x.org', ME),
      letter(3, 'b@x.org', ME, 'c@x.org'),
    ]
    expect(guessOwn(letters)).toEqual([ME])
  })

  test('in both together, with an older address that much of the rest is to', () => {
    const old = [1, 2, 3].map((day) => letter(day, `x${day}@x.org`, 'old@example.org'))
    const now = [1, 2, 3, 4, 5].map((day) => letter(day, `y${day}@x.org`, ME))
    expect(guessOwn([...old, ...now, letter(9, 'a@x.org', 'list@x.org')])).toEqual([ME, 'old@example.org'])
    expect(guessOwn([...now, letter(9, 'a@x.org', 'list@x.org')])).toEqual([ME])
  })

  test('in a calendar as who is in most meetings', () => {
    const meeting = (...emails: readonly string[]): Meeting => ({
      source: { file: 'calendar', line: 1 },
      id: emails.join(),
      on: '2026-11-01' as Meeting['on'],
      minutes: null,
      place: null,
      isVideo: false,
      attendees: emails.map((email) => ({ name: '', email, hasDeclined: false })),
    })
    expect(guessOwn([], [meeting('a@x.org', ME), meeting(ME, 'b@x.org')])).toEqual([ME])
  })

  test('not where there is nothing', () => {
    expect(guessOwn([])).toEqual([])
  })
})

test('in a mailbox of hundreds of thousands it is quick', () => {
  const letters = Array.from({ length: 100_000 }, (_, at) => letter(1 + (at % 28), `a${at % 5000}@x.org`, ME))
  expect(guessOwn(letters)).toEqual([ME])
})
