import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { calendar, daysIn, event, read } from './calendars.ts'

const reasonsIn = (...parts: readonly string[]) =>
  read(calendar(...parts)).skipped.map(({ reason }) => reason)
const only = (...lines: readonly string[]) => {
  const { meetings = [], skipped, bad } = read(calendar(event(...lines)))
  expect([skipped, bad, meetings.length]).toEqual([[], [], 1])
  return meetings[0]
}
const many = (count: number) => Array.from({ length: count }, (_, at) => `ATTENDEE:mailto:a${at}@x.org`)

describe('an event is a meeting', () => {
  test('with its day, its length, its place and who was invited; never what it was about', () => {
    const text = calendar(
      event(
        'DTSTART;TZID=Europe/Berlin:20261102T230000',
        'DTEND;TZID=Europe/Berlin:20261103T003000',
        'LOCATION:Café\\, Berlin',
        'SUMMARY:secret',
        'DESCRIPTION:secret',
        'ORGANIZER;CN="Me, myself":MAILTO:me@x.org',
        'ATTENDEE;CN=me@x.org;PARTSTAT=ACCEPTED:mailto:Me@x.org',
        'ATTENDEE;CN="Hopper, Grace";PARTSTAT=NEEDS-ACTION:mailto:grace@x.org',
        'ATTENDEE;CN=Ada;PARTSTAT=DECLINED:mailto:ada@x.org',
        'ATTENDEE;CN=Big room;CUTYPE=ROOM:mailto:room@x.org',
        'ATTENDEE;CN=Bob:invalid:nomail',
      ),
    )
    expect(read(text)).toEqual({
      contacts: [],
      touchpoints: [],
      meetings: [
        {
          source: { file: 'work.ics', line: 3 },
          id: '1@x.org',
          on: '2026-11-02',
          minutes: 90,
          place: 'Café, Berlin',
          isVideo: false,
          attendees: [
            { name: 'Me, myself', email: 'Me@x.org', hasDeclined: false, isOrganizer: true },
            { name: 'Grace Hopper', email: 'grace@x.org', hasDeclined: false },
            { name: 'Ada', email: 'ada@x.org', hasDeclined: true },
            { name: 'Bob', email: null, hasDeclined: false },
          ],
        },
      ],
      skipped: [],
      bad: [],
      partial: [],
    })
  })

  test('lines may be folded anywhere, end in LF, and properties and values have any case', () => {
    const text = calendar(event('ATTENDEE;CN=Grace Hopper:mailto:grace@x.org'))
      .replace('CN=Gra', 'CN=Gr\r\n a')
      .replaceAll('\r\n', '\n')
    expect(read(text).meetings?.[0]?.attendees[0]?.name).toBe('Grace Hopper')
    expect(
      only('begin:valarm', 'attendee:mailto:alarm@x.org', 'end:valarm', 'Status:confirmed')?.attendees,
    ).toHaveLength(1)
  })

  test.each([
    [['DTEND:20261102T104500'], 45],
    [['DURATION:PT1H30M'], 90],
    [['DTSTART:20261102T100000Z', 'DTEND;TZID=Europe/Berlin:20261102T110000'], null],
    [['DTSTART;VALUE=DATE:20261102', 'DTEND;VALUE=DATE:20261103'], null],
    [['DTEND:20261109T100000'], null],
    [['DTEND:20261102T090000'], null],
    [[], null],
  ])('%o: %s minutes', (lines, minutes) => {
    expect(only(...lines)?.minutes).toBe(minutes)
  })

  test.each([
    [['X-GOOGLE-CONFERENCE:https://meet.google.com/abc'], true, null],
    [['CONFERENCE;VALUE=URI:https://call.example.org/1'], true, null],
    [['X-MICROSOFT-SKYPETEAMSMEETINGURL:https://x'], true, null],
    [['LOCATION:https://us02web.zoom.us/j/1?pwd=secret'], true, null],
    [['LOCATION:Microsoft Teams Meeting'], true, null],
    [['LOCATION:Room 5\\; https://company.webex.com/meet/me'], true, 'Room 5'],
    [['URL:https://meet.jit.si/abc', 'LOCATION:Room 5'], true, 'Room 5'],
    [['LOCATION:We meet at the teams building'], false, 'We meet at the teams building'],
    [['LOCATION:'], false, null],
  ])('%o: video %s, place %s', (lines, isVideo, place) => {
    expect(only(...lines)).toMatchObject({ isVideo, place })
  })

  test.each([
    ['STATUS:CANCELLED', 'cancelled'],
    ['ATTENDEE;CUTYPE=RESOURCE:mailto:beamer@x.org', 'nobody was invited'],
    ['DTSTART:20261123T100000', 'still to come'],
  ])('%s: %s', (line, reason) => {
    expect(reasonsIn(event(line))).toEqual([reason])
  })

  test('not all day without taking up time, not with more than 8, not a to-do', () => {
    expect(reasonsIn(event('DTSTART;VALUE=DATE:20261102', 'TRANSP:TRANSPARENT'))).toEqual([
      'all day, and not taking up time',
    ])
    expect(only('TRANSP:TRANSPARENT')?.on).toBe('2026-11-02')
    expect(reasonsIn(event(...many(9)))).toEqual(['more than 8 attendees'])
    expect(only(...many(8), 'ORGANIZER:mailto:o@x.org')?.attendees).toHaveLength(9)
    expect(reasonsIn('BEGIN:VTODO\r\nSUMMARY:x\r\nEND:VTODO', 'BEGIN:VFREEBUSY\r\nEND:VFREEBUSY')).toEqual([
      'a to-do',
      'free and busy times',
    ])
  })

  test('with only an organizer too', () => {
    expect(
      read(calendar(event('ATTENDEE;CUTYPE=ROOM:x', 'ORGANIZER;CN=Ada:mailto:ada@x.org'))).meetings?.[0]
        ?.attendees,
    ).toEqual([{ name: 'Ada', email: 'ada@x.org', hasDeclined: false, isOrganizer: true }])
  })

  test('of Apple has its addresses beside a path, and others have them escaped', () => {
    expect(only('ATTENDEE;CN=Ada;EMAIL=ada@x.org:/aHR0cHM/principal/')?.attendees[0]?.email).toBe('ada@x.org')
    expect(only('ATTENDEE:mailto:ada%2Blist@x.org')?.attendees[0]?.email).toBe('ada+list@x.org')
  })
})

describe('the day of an event', () => {
  const BERLIN = 'X-WR-TIMEZONE:Europe/Berlin'
  const zone = (tzid: string, offset: string) =>
    `BEGIN:VTIMEZONE\r\nTZID:${tzid}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:${offset}\r\nTZOFFSETTO:${offset}\r\nEND:STANDARD\r\nEND:VTIMEZONE`

  test('is the one written, whatever its zone', () => {
    expect(daysIn(BERLIN, event('DTSTART;TZID=America/Los_Angeles:20261102T230000'))).toEqual(['2026-11-02'])
    expect(daysIn(BERLIN, event('DTSTART:20261102T230000'))).toEqual(['2026-11-02'])
  })

  test("of a time in UTC is that of the calendar's zone, else of the only zone in it, else of UTC", () => {
    const late = event('DTSTART:20261102T233000Z')
    expect(daysIn(late)).toEqual(['2026-11-02'])
    expect(daysIn(BERLIN, late)).toEqual(['2026-11-03'])
    expect(daysIn(zone('Nowhere/Middle', '+0030'), late)).toEqual(['2026-11-03'])
    expect(daysIn(zone('Nowhere/Middle', '+0030'), zone('Nowhere/Else', '+0100'), late)).toEqual([
      '2026-11-02',
    ])
    expect(daysIn('X-WR-TIMEZONE:Nowhere/Unknown', late)).toEqual(['2026-11-02'])
  })

  const RULED = [
    'BEGIN:VTIMEZONE',
    'TZID:Outlook',
    ...['BEGIN:STANDARD', 'DTSTART:16010101T030000', 'TZOFFSETFROM:+0300', 'TZOFFSETTO:+0200'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
    ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0200', 'TZOFFSETTO:+0300'],
    ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT'],
    'END:VTIMEZONE',
  ].join('\r\n')

  test('follows the clock as the calendar describes it, in summer and in winter', () => {
    const at = (start: string) => daysIn(RULED, event(`DTSTART:${start}`))
    expect(at('20260701T210000Z')).toEqual(['2026-07-02'])
    expect(at('20261102T210000Z')).toEqual(['2026-11-02'])
    expect(at('20261102T220000Z')).toEqual(['2026-11-03'])
    expect(at('20261025T000000Z')).toEqual(['2026-10-25'])
  })

  test('each calendar of a file has a zone of its own', () => {
    const late = (uid: string) => event(`UID:${uid}`, 'DTSTART:20261102T233000Z')
    expect(read(calendar(BERLIN, late('1')) + calendar(late('2'))).meetings?.map(({ on }) => on)).toEqual([
      '2026-11-03',
      '2026-11-02',
    ])
  })
})

describe('a repeated event', () => {
  test('is a meeting each time up to today, with ids of its days', () => {
    const file = read(calendar(event('DTSTART:20261102T100000', 'RRULE:FREQ=WEEKLY')))
    expect(file.meetings?.map(({ id, on }) => [id, on])).toEqual([
      ['1@x.org/2026-11-02', '2026-11-02'],
      ['1@x.org/2026-11-09', '2026-11-09'],
      ['1@x.org/2026-11-16', '2026-11-16'],
    ])
  })

  test('is followed two years back, or from --since', () => {
    const yearly = calendar(event('DTSTART:20101102T100000', 'RRULE:FREQ=YEARLY'))
    expect(read(yearly).meetings?.map(({ on }) => on)).toEqual(['2025-11-02', '2026-11-02'])
    expect(read(yearly, '2023-11-02').meetings).toHaveLength(4)
    expect(reasonsIn(event('DTSTART:20101102T100000', 'RRULE:FREQ=YEARLY;COUNT=3'))).toEqual([
      'repeated, but not within the time that is imported',
    ])
  })

  test('leaves out EXDATE, adds RDATE, and ends with UNTIL', () => {
    expect(
      daysIn(
        event(
          'RRULE:FREQ=DAILY;UNTIL=20261105T100000',
          'EXDATE:20261103T100000',
          'RDATE:20261110T100000,20261112T100000',
        ),
      ),
    ).toEqual(['2026-11-02', '2026-11-04', '2026-11-05', '2026-11-10', '2026-11-12'])
    expect(daysIn(event('RRULE:FREQ=DAILY;UNTIL=20261104T095959'))).toEqual(['2026-11-02', '2026-11-03'])
    const berlin = 'DTSTART;TZID=Europe/Berlin:20261102T003000'
    expect(
      daysIn(event(berlin, 'RRULE:FREQ=DAILY;UNTIL=20261103T233000Z', 'EXDATE:20261102T233000Z')),
    ).toEqual(['2026-11-02', '2026-11-04'])
  })

  test('has changed times, by RECURRENCE-ID, which keep the id that they had; cancelled ones did not take place', () => {
    const changed = (...lines: readonly string[]) => event(...lines)
    const file = read(
      calendar(
        event('DTSTART;TZID=Europe/Berlin:20261102T003000', 'RRULE:FREQ=WEEKLY'),
        changed('RECURRENCE-ID:20261108T233000Z', 'DTSTART;TZID=Europe/Berlin:20261110T100000'),
        changed('RECURRENCE-ID;TZID=Europe/Berlin:20261116T003000', 'STATUS:CANCELLED'),
      ),
    )
    expect(file.meetings?.map(({ id, on }) => [id, on])).toEqual([
      ['1@x.org/2026-11-02', '2026-11-02'],
      ['1@x.org/2026-11-09', '2026-11-10'],
    ])
    expect(file.skipped.map(({ reason }) => reason)).toEqual(['cancelled'])
  })

  test('every hour is told, and its first time imported', () => {
    const file = read(calendar(event('RRULE:FREQ=SECONDLY')))
    expect(file.meetings?.map(({ id }) => id)).toEqual(['1@x.org/2026-11-02'])
    expect(file.partial).toEqual([
      {
        source: { file: 'work.ics', line: 3 },
        reason: 'repeats in a way that netkeep does not follow: only its first time is imported',
      },
    ])
  })

  test('of several versions the last counts', () => {
    const old = event('DTSTART:20261101T100000', 'SEQUENCE:1')
    const now = event('DTSTART:20261105T100000', 'SEQUENCE:2')
    expect(daysIn(old, now)).toEqual(['2026-11-05'])
    expect(daysIn(now, old)).toEqual(['2026-11-05'])
  })
})

describe('a broken event', () => {
  test('is reported by its line, and the others are read', () => {
    const file = read(
      calendar(
        event('UID:a', 'DTSTART:tomorrow'),
        event('UID:b').replace('END:VEVENT', 'X:'),
        event('UID:c', 'DTSTART:20260230T100000'),
        event('UID:d'),
      ),
    )
    expect(file.meetings?.map(({ id }) => id)).toEqual(['d'])
    expect(file.bad).toEqual([
      { source: { file: 'work.ics', line: 6 }, reason: 'the start of an event is no date' },
      { source: { file: 'work.ics', line: 8 }, reason: 'VEVENT has no END:VEVENT' },
      { source: { file: 'work.ics', line: 16 }, reason: 'the start of an event is no date' },
    ])
  })

  test('by one line only is read without that line', () => {
    const file = read(
      calendar(
        event(
          'ATTENDEE;CN="Ada:mailto:ada@x.org',
          'ATTENDEE:mailto:bob@x.org',
          'garbage',
          'DESCRIPTION broken',
        ),
      ),
    )
    expect(file.meetings?.[0]?.attendees).toEqual([{ name: '', email: 'bob@x.org', hasDeclined: false }])
    expect(file.partial).toEqual([
      { source: { file: 'work.ics', line: 6 }, reason: 'a line that cannot be read (ATTENDEE)' },
    ])
  })

  test('that the file ends in is reported', () => {
    expect(read('BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1').bad).toEqual([
      { source: { file: 'work.ics', line: 2 }, reason: 'VEVENT has no END:VEVENT' },
    ])
  })

  test('what is no calendar is refused', () => {
    expect(() => read('Dear Grace')).toThrow('"work.ics" is not a calendar: it has no line BEGIN:VCALENDAR.')
  })
})

describe('a hostile calendar is read in time', () => {
  const seconds = (text: string): number => {
    const begun = performance.now()
    read(text)
    return (performance.now() - begun) / 1000 / Math.max(1, text.length / 1_000_000)
  }
  test.each([
    [
      'rules without end',
      (at: number) => event(`UID:${at}`, 'DTSTART:18000101T100000', 'RRULE:FREQ=DAILY;COUNT=999999'),
    ],
    [
      'rules that never come true',
      (at: number) =>
        event(`UID:${at}`, 'DTSTART:19000101T100000', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
    ],
    ['a component within a component', () => 'BEGIN:VEVENT\r\nBEGIN:X'],
    [
      'zones of their own',
      (at: number) =>
        `BEGIN:VTIMEZONE\r\nTZID:Z${at}\r\nBEGIN:STANDARD\r\nDTSTART:16010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30\r\nEND:STANDARD\r\nEND:VTIMEZONE\r\n${event(`UID:${at}`, `DTSTART;TZID=Z${at}:20261102T100000`, 'RRULE:FREQ=DAILY;UNTIL=20261109T100000Z')}`,
    ],
    [
      'clocks that change every year since the year 1, up to the year 9998',
      (at: number) =>
        `BEGIN:VTIMEZONE\r\nTZID:Z${at}\r\n${'BEGIN:STANDARD\r\nDTSTART:00010101T000000\r\nTZOFFSETFROM:+0100\r\nTZOFFSETTO:+0200\r\nRRULE:FREQ=YEARLY\r\nEND:STANDARD\r\n'.repeat(20)}END:VTIMEZONE\r\n${event(`UID:${at}`, `DTSTART;TZID=Z${at}:20261102T100000`, 'RRULE:FREQ=WEEKLY;UNTIL=99981230T100000Z')}`,
    ],
    [
      'one line in a million pieces',
      (at: number) => (at === 0 ? `BEGIN:VEVENT\r\nLOCATION:${'x\r\n '.repeat(250_000)}\r\nEND:VEVENT` : ''),
    ],
  ])('%s', (_what, make) => {
    let text = ''
    const parts: string[] = []
    for (let at = 0; text.length + parts.length * 150 < 1_000_000 && at < 8000; at++) parts.push(make(at))
    text = calendar(...parts)
    expect(seconds(text)).toBeLessThan(5)
  })

  test('whatever the bytes are', () => {
    const piece = fc.constantFrom(
      'BEGIN:VEVENT\n',
      'END:VEVENT\n',
      'BEGIN:VCALENDAR\n',
      'DTSTART',
      ':20261102T100000',
      ';TZID=',
      '\n',
      '\n ',
      'ATTENDEE',
      ';CN="',
      '"',
      ':mailto:a@b',
      'RRULE:FREQ=',
      'DAILY',
      ';COUNT=',
      '9',
      'EXDATE',
      'RDATE;VALUE=PERIOD:',
      'UID:1\n',
      '\\',
    )
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, piece, fc.string()), { maxLength: 60 }), (pieces) => {
        read(`BEGIN:VCALENDAR\nBEGIN:VEVENT\n${pieces.join('')}`)
      }),
      { numRuns: 500 },
    )
  })
})
