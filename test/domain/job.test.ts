import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { type FormerJob, findResumedJob, isFormerJob, jobSince } from '../../src/domain/job.ts'

const TODAY = '2026-11-22' as CalendarDate
const BEFORE = '2025-03-01' as CalendarDate

interface Job {
  readonly organization: string | null
  readonly title: string | null
}
const job = (organization: string | null, title: string | null): Job => ({ organization, title })
const NAVY = job('Navy', 'Admiral')

describe('a job is kept as a former one', () => {
  test.each([
    ['the organization changes', job('Univac', 'Admiral')],
    ['the title changes', job('Navy', 'Commodore')],
    ['the title is emptied', job('Navy', null)],
    ['the organization is emptied', job(null, 'Admiral')],
    ['both change', job('Univac', 'Programmer')],
  ])('when %s', (_, now) => {
    expect(isFormerJob({ ...NAVY, since: BEFORE }, now, TODAY, [])).toBe(true)
    expect(isFormerJob({ ...NAVY, since: null }, now, TODAY, [])).toBe(true)
    expect(isFormerJob({ ...NAVY, since: TODAY }, now, TODAY, [])).toBe(true)
  })

  test('but not one that took the place of another today: a second change on one day corrects the first', () => {
    const replaced = (untilOn: CalendarDate): FormerJob => ({
      ...job('Vassar', null),
      notedOn: null,
      untilOn,
    })
    expect(isFormerJob({ ...NAVY, since: TODAY }, job('Univac', null), TODAY, [replaced(TODAY)])).toBe(false)
    expect(isFormerJob({ ...NAVY, since: TODAY }, job('Univac', null), TODAY, [replaced(BEFORE)])).toBe(true)
    expect(isFormerJob({ ...NAVY, since: BEFORE }, job('Univac', null), TODAY, [replaced(TODAY)])).toBe(true)
  })

  test('but not where only the spelling changes; one typing slip is a spelling on the day it was noted', () => {
    expect(isFormerJob({ ...NAVY, since: BEFORE }, job('NAVY', 'admiral'), TODAY, [])).toBe(false)
    expect(
      isFormerJob({ ...job('Universite', null), since: BEFORE }, job('Université', null), TODAY, []),
    ).toBe(false)
    expect(isFormerJob({ ...job('Analitics', null), since: TODAY }, job('Analytics', null), TODAY, [])).toBe(
      false,
    )
    expect(
      isFormerJob({ ...job('Engineer I', null), since: BEFORE }, job('Engineer II', null), TODAY, []),
    ).toBe(true)
  })

  test('but not where it stays as it is, nor where only an empty field is filled', () => {
    expect(isFormerJob({ ...NAVY, since: BEFORE }, NAVY, TODAY, [])).toBe(false)
    expect(isFormerJob({ ...job('Navy', null), since: BEFORE }, NAVY, TODAY, [])).toBe(false)
    expect(isFormerJob({ ...job(null, 'Admiral'), since: BEFORE }, NAVY, TODAY, [])).toBe(false)
    expect(isFormerJob({ ...job(null, null), since: null }, NAVY, TODAY, [])).toBe(false)
  })
})

describe('a job is known', () => {
  test('since the day it was first told of, or took the place of another', () => {
    expect(jobSince({ ...job(null, null), since: null }, NAVY, TODAY)).toBe(TODAY)
    expect(jobSince({ ...NAVY, since: BEFORE }, job('Univac', 'Admiral'), TODAY)).toBe(TODAY)
  })

  test('since the day it was, where an empty field of it is filled', () => {
    expect(jobSince({ ...job('Navy', null), since: BEFORE }, NAVY, TODAY)).toBe(BEFORE)
    expect(jobSince({ ...job('Navy', null), since: null }, NAVY, TODAY)).toBeNull()
  })

  test('since no day, where there is none any longer', () => {
    expect(jobSince({ ...NAVY, since: BEFORE }, job(null, null), TODAY)).toBeNull()
  })
})

test('a former job is taken up again only on the day it was replaced, and as a whole', () => {
  const former = { ...NAVY, notedOn: BEFORE, untilOn: TODAY }
  expect(findResumedJob([former], NAVY, TODAY)).toBe(former)
  expect(findResumedJob([former], job('Navy', null), TODAY)).toBeUndefined()
  expect(findResumedJob([{ ...former, untilOn: BEFORE }], NAVY, TODAY)).toBeUndefined()
  expect(findResumedJob([{ ...former, untilOn: null }], NAVY, TODAY)).toBeUndefined()
})

test('every employer and title that was known overnight stays known, whatever is told when', () => {
  const name = fc.constantFrom('Navy', 'Univac', 'Harvard', null)
  const edit = fc.record({
    organization: name,
    title: name,
    isNextDay: fc.boolean(),
    only: fc.constantFrom('organization', 'title', 'both'),
  })
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let today = TODAY
      let now: Job & { since: CalendarDate | null } = { ...job(null, null), since: null }
      let former: readonly FormerJob[] = []
      const overnight = new Set<string | null>()
      for (const { organization, title, isNextDay, only } of edits) {
        if (isNextDay) {
          overnight.add(now.organization).add(now.title)
          today = addDays(today, 1)
        }
        const next = {
          organization: only === 'title' ? now.organization : organization,
          title: only === 'organization' ? now.title : title,
        }
        if (next.organization === now.organization && next.title === now.title) continue
        const resumed = findResumedJob(former, next, today)
        if (resumed !== undefined) former = former.filter((past) => past !== resumed)
        else if (isFormerJob(now, next, today, former))
          former = [...former, { ...now, notedOn: now.since, untilOn: today }]
        now = { ...next, since: resumed === undefined ? jobSince(now, next, today) : resumed.notedOn }
      }
      const known = [now, ...former].flatMap((each) => [each.organization, each.title])
      expect([...overnight].filter((each) => each !== null && !known.includes(each))).toEqual([])
    }),
    { seed: 1, numRuns: 2000 },
  )
})
