import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { type Joiner, joiningOf } from '../../src/domain/joining.ts'

const day = (text: string): CalendarDate => text as CalendarDate
const today = day('2026-11-22')
const left = (organization: string, untilOn: string | null) => ({
  organization,
  untilOn: untilOn === null ? null : day(untilOn),
})
const moved: Joiner = {
  jobSince: day('2026-11-03'),
  importedOn: null,
  formerJobs: [left('Univac', '2026-11-03'), left('Bell Labs', '2020-01-01')],
}
const joining = (joiner: Partial<Joiner>, since = '2026-11-01') =>
  joiningOf({ ...moved, ...joiner }, 'navy', day(since), today)

describe('somebody joined an employer', () => {
  test('where another employer gave way to it within 90 days, whenever the watch began', () => {
    expect(joining({})).toEqual({ on: '2026-11-03', before: 'Univac' })
    expect(joining({}, '2026-11-22')).toEqual({ on: '2026-11-03', before: 'Univac' })
    expect(
      joining({ jobSince: day('2026-08-24'), formerJobs: [left('Univac', '2026-08-24')] }),
    ).toMatchObject({
      on: '2026-08-24',
    })
    expect(
      joining({ jobSince: day('2026-08-23'), formerJobs: [left('Univac', '2026-08-23')] }),
    ).toBeUndefined()
  })

  test('where an import brought the contact after the watch began', () => {
    const imported = { jobSince: null, formerJobs: [] }
    expect(joining({ ...imported, importedOn: day('2026-11-02') })).toEqual({
      on: '2026-11-02',
      before: null,
    })
    expect(joining({ ...imported, importedOn: day('2026-11-01') })).toBeUndefined()
    expect(joining({ ...imported, importedOn: day('2026-08-01') }, '2026-01-01')).toBeUndefined()
  })
})

describe('nobody joined', () => {
  test.each<[string, Partial<Joiner>]>([
    [
      'by another title there',
      { formerJobs: [left('Navy, Inc.', '2026-11-03'), left('Univac', '2020-01-01')] },
    ],
    ['where no employer was known before', { formerJobs: [] }],
    ['where the one before was entered as past', { formerJobs: [left('Univac', null)] }],
    ['where the other job ended only later', { formerJobs: [left('Univac', '2026-11-10')] }],
    ['on a day that is ahead', { jobSince: day('2026-12-01') }],
  ])('%s', (_, joiner) => {
    expect(joining(joiner)).toBeUndefined()
  })
})
