import { describe, expect, test } from 'vitest'
import { topicsOf } from '../../src/domain/brief.ts'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ContactCard } from '../../src/domain/contact-card.ts'
import type { FormerJob } from '../../src/domain/job.ts'
import type { OccasionLine } from '../../src/domain/occasion.ts'
import type { TouchpointRecord } from '../../src/domain/touchpoint.ts'

const TODAY = '2026-11-22' as CalendarDate
const ago = (days: number): CalendarDate => addDays(TODAY, -days)

interface Said {
  readonly organization?: string | null
  readonly title?: string | null
  readonly jobSince?: CalendarDate | null
  readonly formerJobs?: readonly FormerJob[]
  readonly dates?: readonly OccasionLine[]
  readonly touchpoints?: readonly TouchpointRecord[]
}

/** Grace, of whom only this is known. */
function cardOf(said: Said): ContactCard {
  const grace = { uid: 'grace', name: 'Grace Hopper' }
  const lists = {
    tags: [],
    emails: [],
    phones: [],
    urls: [],
    interests: [],
    causes: [],
    offers: [],
    looksFor: [],
  }
  const cadence = { dueOn: null, daysOverdue: null, lateness: null, anchorOn: null, plainDueOn: null }
  const last = {
    lastTouchOn: null,
    lastChannel: null,
    lastNote: null,
    lastAttemptOn: null,
    prospect: null,
    unanswered: 0,
  }
  return {
    line: {
      ...grace,
      ...lists,
      ...cadence,
      ...last,
      id: 'grace',
      nameKey: 'grace hopper',
      organization: said.organization ?? null,
      circle: null,
      interval: null,
      intervalDays: null,
      restsUntil: null,
      standing: 'unscheduled',
      snoozedUntil: null,
      pausedOn: null,
      isStarting: false,
    },
    details: {
      title: said.title ?? null,
      location: null,
      birthday: null,
      metOn: null,
      metAt: null,
      note: null,
      aliases: [],
      ownInterval: null,
      introducedBy: null,
      jobSince: said.jobSince ?? null,
      formerJobs: said.formerJobs ?? [],
      balance: { given: 0, asked: 0, received: 0, asksSinceGive: 0 },
    },
    relations: [],
    introductions: [],
    introduced: [],
    groups: [],
    dates: said.dates ?? [],
    promises: [],
    tryChannel: null,
    touchpoints: said.touchpoints ?? [],
  }
}

const touch = (on: CalendarDate, said: Partial<TouchpointRecord>): TouchpointRecord => ({
  uid: on,
  on,
  channel: null,
  direction: null,
  kind: 'counted',
  minutes: null,
  place: null,
  note: null,
  help: null,
  wish: null,
  group: null,
  event: null,
  eventName: null,
  contacts: [],
  ...said,
})
const date = (label: string, on: CalendarDate, isPast = false): OccasionLine => ({
  key: label,
  contact: { uid: 'grace', name: 'Grace Hopper', nameKey: 'grace hopper' },
  label,
  date: on,
  isYearly: !isPast,
  on,
  isPast,
  isKept: false,
  years: null,
  notice: 3,
})
const topics = (said: Said): readonly object[] => topicsOf(cardOf(said), TODAY)
const navy = (untilOn: CalendarDate | null): FormerJob => ({
  organization: 'Navy',
  title: 'Admiral',
  notedOn: null,
  untilOn,
})

test('of somebody of whom nothing is known there is nothing to ask', () => {
  expect(topics({})).toEqual([])
})

describe('a new job is asked about', () => {
  test('for a year', () => {
    const job = (days: number): Said => ({
      organization: 'Univac',
      jobSince: ago(days),
      formerJobs: [navy(ago(days))],
    })
    const topic = { about: 'job', now: 'Univac', before: 'Navy' }
    expect(topics(job(0))).toEqual([{ ...topic, since: TODAY }])
    expect(topics(job(365))).toEqual([{ ...topic, since: ago(365) }])
    expect(topics(job(366))).toEqual([])
  })

  test('by its title where no organization is known', () => {
    const since = ago(9)
    const formerJobs = [{ ...navy(since), organization: null }]
    expect(topics({ title: 'Professor', jobSince: since, formerJobs })).toEqual([
      { about: 'job', now: 'Professor', before: 'Admiral', since },
    ])
  })

  test('only where it took the place of another then', () => {
    expect(topics({ organization: 'Univac', jobSince: ago(9) })).toEqual([])
    expect(topics({ organization: 'Univac', jobSince: ago(9), formerJobs: [navy(null)] })).toEqual([])
    expect(topics({ organization: 'Univac', jobSince: ago(9), formerJobs: [navy(ago(30))] })).toEqual([])
    expect(topics({ jobSince: ago(9), formerJobs: [navy(ago(9))] })).toEqual([])
  })
})

test('the newest help that was got in the last half year is reported on, not what was given or asked', () => {
  const help = (side: 'gave' | 'asked' | 'got', days: number): TouchpointRecord =>
    touch(ago(days), { help: { side, kind: 'advice' } })
  expect(
    topics({ touchpoints: [help('gave', 1), help('asked', 2), help('got', 180), help('got', 181)] }),
  ).toEqual([{ about: 'help', kind: 'advice', on: ago(180) }])
  expect(topics({ touchpoints: [help('got', 181)] })).toEqual([])
})

test('a date just past is asked about, a yearly one while it is in sight, a single one for a month', () => {
  const dates = [
    date('birthday', ago(2)),
    date('anniversary', addDays(TODAY, 2)),
    date('today', TODAY),
    date('first day', ago(30), true),
    date('long past', ago(31), true),
  ]
  expect(topics({ dates })).toEqual([
    { about: 'date', label: 'birthday', on: ago(2) },
    { about: 'date', label: 'first day', on: ago(30) },
  ])
})

test('the two newest notes are asked about, but not those of likes and wishes', () => {
  const touchpoints = [
    touch(ago(1), {}),
    touch(ago(2), { note: 'the talk' }),
    touch(ago(3), { note: 'the boat', kind: 'light' }),
    touch(ago(4), { note: 'the house' }),
  ]
  expect(topics({ touchpoints })).toEqual([
    { about: 'note', note: 'the talk', on: ago(2) },
    { about: 'note', note: 'the house', on: ago(4) },
  ])
})

test('no more than four things, the job first, then help, dates and notes', () => {
  expect(
    topics({
      organization: 'Univac',
      jobSince: ago(9),
      formerJobs: [navy(ago(9))],
      dates: [date('birthday', ago(2))],
      touchpoints: [
        touch(ago(1), { note: 'the talk' }),
        touch(ago(2), { note: 'the boat' }),
        touch(ago(3), { help: { side: 'got', kind: 'advice' } }),
      ],
    }).map((topic) => ('about' in topic ? topic.about : '')),
  ).toEqual(['job', 'help', 'date', 'note'])
})

test('another post at the same employer is told by its title', () => {
  const before = { organization: 'Navy', title: 'Commander', notedOn: null, untilOn: ago(5) }
  const said = { organization: 'Navy', title: 'Captain', jobSince: ago(5), formerJobs: [before] }
  expect(topics(said)).toEqual([{ about: 'job', now: 'Captain', before: 'Commander', since: ago(5) }])
})
