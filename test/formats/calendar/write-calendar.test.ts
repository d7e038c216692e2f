import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import type { ExportedContact } from '../../../src/domain/exported-contact.ts'
import { findProperty, textOf } from '../../../src/formats/calendar/property.ts'
import { formatCalendar } from '../../../src/formats/calendar/write-calendar.ts'
import { read } from './calendars.ts'

function contact(said: Partial<ExportedContact>): ExportedContact {
  return {
    uid: '0190aaaa',
    name: 'Grace Hopper',
    organization: null,
    title: null,
    location: null,
    birthday: null,
    note: null,
    metOn: null,
    metAt: null,
    introducedBy: null,
    points: [],
    aliases: [],
    tags: [],
    traits: [],
    dates: [],
    formerJobs: [],
    relations: [],
    circle: null,
    ownInterval: null,
    snoozedUntil: null,
    pausedOn: null,
    lastTouchOn: null,
    dueOn: '2026-11-16' as CalendarDate,
    properties: [],
    ...said,
  }
}

test('a contact that is due is a to-do with an alarm, on its due date even when that is past', () => {
  const grace = contact({
    organization: 'Navy; Yale',
    title: 'Admiral',
    circle: { name: 'close', interval: '6w' },
    lastTouchOn: '2026-10-05' as CalendarDate,
  })
  expect(formatCalendar([grace], { as: 'todo' }).split('\r\n')).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//netkeep//netkeep//EN',
    'X-WR-CALNAME:netkeep',
    'BEGIN:VTODO',
    'UID:due-0190aaaa',
    'DTSTAMP:20261116T000000Z',
    'SUMMARY:Keep in touch with Grace Hopper',
    'DESCRIPTION:Admiral\\, Navy\\; Yale\\nEvery 6w\\nLast in touch on 2026-10-05',
    'DUE;VALUE=DATE:20261116',
    'STATUS:NEEDS-ACTION',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER;RELATED=END:PT9H',
    'DESCRIPTION:Keep in touch with Grace Hopper',
    'END:VALARM',
    'END:VTODO',
    'END:VCALENDAR',
    '',
  ])
})

test('or an event of a day that takes up no time', () => {
  const lines = formatCalendar([contact({ ownInterval: '2w' })], { as: 'event' }).split('\r\n')
  expect(lines.slice(4, 15)).toEqual([
    'BEGIN:VEVENT',
    'UID:due-0190aaaa',
    'DTSTAMP:20261116T000000Z',
    'SUMMARY:Keep in touch with Grace Hopper',
    'DESCRIPTION:Every 2w\\nNot in touch yet',
    'DTSTART;VALUE=DATE:20261116',
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    'TRIGGER;RELATED=START:PT9H',
    'DESCRIPTION:Keep in touch with Grace Hopper',
  ])
})

test('contacts without a due date are left out, the others in the order of their dates', () => {
  const contacts = [
    contact({ uid: 'c', dueOn: '2026-12-01' as CalendarDate }),
    contact({ uid: 'a', dueOn: null }),
    contact({ uid: 'b' }),
  ]
  const written = formatCalendar(contacts, { as: 'todo' })
  expect(written.match(/UID:.*/g)).toEqual(['UID:due-b', 'UID:due-c'])
  expect(formatCalendar(contacts.toReversed(), { as: 'todo' })).toBe(written)
})

test('an import makes nothing of it', () => {
  for (const as of ['todo', 'event'] as const) {
    expect(read(formatCalendar([contact({})], { as }))).toMatchObject({ meetings: [], bad: [], partial: [] })
  }
})

test('any name stands in lines of at most 75 bytes, and reads back without its control characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (name) => {
      const lines = formatCalendar([contact({ name })], { as: 'todo' }).split('\r\n')
      for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
      const summary = lines
        .join('\r\n')
        .replaceAll('\r\n ', '')
        .split('\r\n')
        .find((line) => line.startsWith('SUMMARY'))
      const property = findProperty(summary ?? '')
      expect(property && textOf(property)).toBe(`Keep in touch with ${name.replace(/\p{Cc}+/gu, ' ')}`.trim())
    }),
  )
})
