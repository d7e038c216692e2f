import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { formatGoal, paceOf, parseGoal } from '../../src/domain/goal.ts'
import { GOAL_KINDS, type KnownWords, listThings } from '../../src/domain/goal-thing.ts'
import { HELP_KINDS } from '../../src/domain/help.ts'
import { PERIODS, periodAt } from '../../src/domain/period.ts'
import { CHANNELS } from '../../src/domain/touchpoint.ts'
import { UserError } from '../../src/errors.ts'

const KNOWN: KnownWords = { channels: CHANNELS, helpKinds: HELP_KINDS }
const today = '2026-11-22' as CalendarDate

describe('a goal in words', () => {
  test.each([
    ['4 new contacts a month', { kind: 'contacts', detail: null, target: 4, period: 'month' }],
    ['1 event a quarter', { kind: 'events', detail: null, target: 1, period: 'quarter' }],
    ['5 touches a week', { kind: 'touches', detail: null, target: 5, period: 'week' }],
    ['2 gives a week', { kind: 'gives', detail: null, target: 2, period: 'week' }],
    ['1 touch a day', { kind: 'touches', detail: null, target: 1, period: 'day' }],
    ['1 ask a month', { kind: 'asks', detail: null, target: 1, period: 'month' }],
    ['3 promises kept a month', { kind: 'promises', detail: null, target: 3, period: 'month' }],
    ['10 reach-outs a week', { kind: 'reach-outs', detail: null, target: 10, period: 'week' }],
    ['2 coffees a month', { kind: 'touches', detail: 'coffee', target: 2, period: 'month' }],
    ['3 calls a week', { kind: 'touches', detail: 'call', target: 3, period: 'week' }],
    ['1 video call a week', { kind: 'touches', detail: 'video', target: 1, period: 'week' }],
    ['2 social touches a week', { kind: 'touches', detail: 'social', target: 2, period: 'week' }],
    ['1 introduction a month', { kind: 'gives', detail: 'introduction', target: 1, period: 'month' }],
    ['2 gives of advice a year', { kind: 'gives', detail: 'advice', target: 2, period: 'year' }],
    ['1 give of other help a year', { kind: 'gives', detail: 'other', target: 1, period: 'year' }],
  ])('%s comes back as it was typed', (text, goal) => {
    expect(parseGoal(text, KNOWN)).toEqual(goal)
    expect(formatGoal(parseGoal(text, KNOWN))).toBe(text)
  })

  test.each([
    ['five touches per week', '5 touches a week'],
    ['5 touches/week', '5 touches a week'],
    ['5 touches / week', '5 touches a week'],
    ['5 Touches Weekly.', '5 touches a week'],
    ['5 contacts in touch every week', '5 touches a week'],
    ['an event each quarter', '1 event a quarter'],
    ['one event quarterly', '1 event a quarter'],
    ['twelve new people a year', '12 new contacts a year'],
    ['4 contacts monthly', '4 new contacts a month'],
    ['2 help given a week', '2 gives a week'],
    ['1 promise a day', '1 promise kept a day'],
    ['3 kept promises a week', '3 promises kept a week'],
    ['3 reach outs daily', '3 reach-outs a day'],
    ['2 videos a week', '2 video calls a week'],
    ['2 e-mails a week', '2 emails a week'],
    ['1 intro a month', '1 introduction a month'],
    ['2 touches by coffee a month', '2 coffees a month'],
    ['2 gives of articles a month', undefined],
    ['2 gives of article a month', '2 articles a month'],
    ['2 touches by event a month', '2 events a month'],
    ['1 feedback a month', '1 give of feedback a month'],
  ])('%s is %s', (text, canonical) => {
    if (canonical === undefined) expect(() => parseGoal(text, KNOWN)).toThrow(UserError)
    else expect(formatGoal(parseGoal(text, KNOWN))).toBe(canonical)
  })

  test('whatever it counts is read back, own channels and kinds of help too, however they are called', () => {
    const own = fc.stringMatching(/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,9}$/u).map((word) => word.toLowerCase())
    const odd = fc.constantFrom(
      'article',
      'intro',
      'touch',
      'event',
      'new',
      'a',
      'week',
      'sms',
      'lunch',
      'story',
      '5',
      'ask',
    )
    fc.assert(
      fc.property(
        fc.oneof(own, odd),
        fc.oneof(own, odd),
        fc.nat(),
        fc.integer({ min: 1, max: 1000 }),
        fc.constantFrom(...PERIODS),
        (channel, helpKind, which, target, period) => {
          const channels = [...new Set([...CHANNELS, channel])]
          const helpKinds = [...new Set([...HELP_KINDS, helpKind])]
          const things = [
            ...GOAL_KINDS.map((kind) => ({ kind, detail: null })),
            ...channels
              .filter((name) => name !== 'event')
              .map((detail) => ({ kind: 'touches', detail }) as const),
            ...helpKinds.map((detail) => ({ kind: 'gives', detail }) as const),
          ]
          const thing = things[which % things.length]
          if (thing === undefined) throw new Error('There is nothing to count')
          const goal = { ...thing, target, period }
          expect(parseGoal(formatGoal(goal), { channels, helpKinds })).toEqual(goal)
        },
      ),
      { numRuns: 2000 },
    )
  })

  test('a channel of the user’s own is counted by its plural', () => {
    const known = {
      channels: [...CHANNELS, 'podcast', 'lunch', 'story'],
      helpKinds: [...HELP_KINDS, 'lodging'],
    }
    const canonical = (text: string): string => formatGoal(parseGoal(text, known))
    expect(canonical('2 podcasts a month')).toBe('2 podcasts a month')
    expect(canonical('2 lunchs a month')).toBe('2 lunches a month')
    expect(canonical('1 story a week')).toBe('1 story a week')
    expect(canonical('2 stories a week')).toBe('2 stories a week')
    expect(canonical('2 lodgings a year')).toBe('2 gives of lodging a year')
  })

  test('all that can be counted has words', () => {
    expect(listThings(KNOWN)).toEqual([
      ...['touches', 'new contacts', 'events', 'gives', 'asks', 'promises kept', 'reach-outs'],
      ...[
        'calls',
        'video calls',
        'emails',
        'messages',
        'meetings',
        'coffees',
        'meals',
        'social touches',
        'letters',
      ],
      ...['other touches', 'articles', 'introductions', 'gives of feedback', 'referrals', 'gives of advice'],
      ...['gives of time', 'gives of vouching', 'gives of other help'],
    ])
  })

  test.each([
    ['', 'Say what the goal is.'],
    ['a week', 'Say what the goal is.'],
    ['5 touches', '"5 touches" does not say in which time.'],
    ['5 touches a fortnight', '"5 touches a fortnight" does not say in which time.'],
    ['touches a week', '"touches a week" does not begin with a number.'],
    ['1.5 touches a week', '"1.5 touches a week" does not begin with a number.'],
    ['-1 touches a week', '"-1 touches a week" does not begin with a number.'],
    ['0 touches a week', '0 is no goal: it is a number from 1 to 1000.'],
    ['1001 touches a week', '1001 is no goal: it is a number from 1 to 1000.'],
    [
      '99999999999999999999 touches a week',
      '99999999999999999999 is no goal: it is a number from 1 to 1000.',
    ],
    ['5 unicorns a week', 'Nothing that netkeep counts is called "unicorns".'],
    ['5 others a week', 'Nothing that netkeep counts is called "others".'],
    ['5 touches by unicorn a week', 'Nothing that netkeep counts is called "touches by unicorn".'],
    ['5 a week', '"5 a week" does not begin with a number.'],
    [`5 ${'touches '.repeat(50)}a week`, 'Say what the goal is.'],
  ])('"%s" is refused', (text, message) => {
    expect(() => parseGoal(text, KNOWN)).toThrow(message)
  })
})

describe('the pace of a goal', () => {
  const week = periodAt('week', today)
  const on = (day: number): CalendarDate => `2026-11-${day}` as CalendarDate

  test('counts whole days that are over, and rounds down', () => {
    // 5 a week: 5/7 of one after Monday, 1.4 after Tuesday.
    expect(paceOf(5, 0, week, on(16), week.from)).toEqual({ pace: 'on pace', behind: 0 })
    expect(paceOf(5, 0, week, on(17), week.from)).toEqual({ pace: 'on pace', behind: 0 })
    expect(paceOf(5, 0, week, on(18), week.from)).toEqual({ pace: 'behind', behind: 1 })
    expect(paceOf(5, 1, week, on(18), week.from)).toEqual({ pace: 'on pace', behind: 0 })
    expect(paceOf(5, 2, week, on(22), week.from)).toEqual({ pace: 'behind', behind: 2 })
  })

  test('is done as soon as the target is reached', () => {
    expect(paceOf(5, 5, week, on(16), week.from)).toEqual({ pace: 'done', behind: 0 })
    expect(paceOf(5, 9, week, on(22), week.from)).toEqual({ pace: 'done', behind: 0 })
  })

  test('a goal set in the middle of a period asks for nothing of the days before', () => {
    expect(paceOf(5, 0, week, on(20), on(20))).toEqual({ pace: 'on pace', behind: 0 })
    expect(paceOf(5, 0, week, on(22), on(20))).toEqual({ pace: 'behind', behind: 1 })
    expect(paceOf(5, 0, week, on(18), '2020-01-01' as CalendarDate)).toEqual({ pace: 'behind', behind: 1 })
  })

  test('nobody is behind on the first day of a period', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PERIODS), fc.integer({ min: 1, max: 1000 }), (name, target) => {
        const range = periodAt(name, today)
        expect(paceOf(target, 0, range, range.from, range.from).pace).toBe('on pace')
      }),
    )
  })
})
