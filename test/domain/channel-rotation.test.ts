import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { rotateChannel, type TryChannel } from '../../src/domain/channel-rotation.ts'
import { CHANNELS, type Direction, type TouchpointKind } from '../../src/domain/touchpoint.ts'
import { naiveRotation } from './naive-rotation.ts'

const FIRST_DAY = '2026-03-01' as CalendarDate
const KNOWN = [...CHANNELS, 'signal']
const BOTH = { emails: ['ada@example.com'], phones: ['+1 555 0100'] }

interface Touch {
  readonly on: CalendarDate
  readonly channel: string | null
  readonly direction: Direction | null
  readonly kind: TouchpointKind
}

/** A touchpoint a day, the oldest first: `call`, `email?` an attempt, `social~` a light one, `call<` from them, `-` without a channel. */
function touchesOf(story: string): readonly Touch[] {
  return story.split(' ').map((word, day) => {
    const [, name = '', mark = ''] = /^([a-z-]+)(.?)$/.exec(word) ?? []
    return {
      on: addDays(FIRST_DAY, day),
      channel: name === '-' ? null : name,
      direction: mark === '<' ? 'in' : null,
      kind: mark === '?' ? 'attempt' : mark === '~' ? 'light' : 'counted',
    }
  })
}

const rotate = (
  touches: readonly Touch[],
  contact = BOTH,
  known: readonly string[] = KNOWN,
): TryChannel | null => rotateChannel([...touches].reverse(), contact, known)

const tryAfter = (story: string, contact = BOTH): string | undefined =>
  rotate(touchesOf(story), contact)?.channel

describe('another channel', () => {
  test('is suggested from the third time in a row, with what speaks for it', () => {
    expect(tryAfter('call email email')).toBeUndefined()
    expect(rotate(touchesOf('call? call email email email'))).toEqual({
      channel: 'call',
      insteadOf: 'email',
      inARow: 3,
      tried: 2,
      answered: 1,
      fromThem: 0,
      lastOn: '2026-03-02',
    })
    expect(rotate(touchesOf('call email email email email'))?.inARow).toBe(4)
    expect(tryAfter('call email email email call')).toBeUndefined()
  })

  test('is one by which they were in touch, never one that was tried alone', () => {
    expect(tryAfter('email email email')).toBeUndefined()
    expect(tryAfter('call? video~ email email email')).toBeUndefined()
    expect(rotate([])).toBeNull()
  })

  test('is suggested after attempts too: one that stayed unanswered is a reason not to try the same again', () => {
    expect(tryAfter('call email? email? email?')).toBe('call')
    expect(tryAfter('call email email? email?')).toBe('call')
  })

  test('is not asked for, nor delayed, by light touches and those without a channel', () => {
    expect(tryAfter('call email~ email~ email~')).toBeUndefined()
    expect(tryAfter('call email email social~ - email')).toBe('call')
    expect(tryAfter('call - - -')).toBeUndefined()
  })

  test('after three times other is not suggested, nor is other; one between e-mails breaks the row', () => {
    expect(tryAfter('call other other other')).toBeUndefined()
    expect(tryAfter('other email email email')).toBeUndefined()
    expect(tryAfter('call email email other email')).toBeUndefined()
  })

  test('after three events is one to reach them by; an event is never suggested', () => {
    expect(tryAfter('call event event event')).toBe('call')
    expect(tryAfter('event email email email')).toBeUndefined()
  })

  test('may be one of your own, while the settings have it', () => {
    const touches = touchesOf('signal email email email')
    expect(rotate(touches)?.channel).toBe('signal')
    expect(rotate(touches, BOTH, CHANNELS)).toBeNull()
    expect(tryAfter('call signal signal signal')).toBe('call')
  })

  test('several touchpoints of one day by the same channel are one time', () => {
    const [call, ...emails] = touchesOf('call email email email')
    const onOneDay = emails.map((email) => ({ ...email, on: '2026-03-02' as CalendarDate }))
    expect(rotate([call, ...onOneDay].filter((touch) => touch !== undefined))).toBeNull()
    const calledBack = touchesOf('call? call< email email email').map((touch) =>
      touch.channel === 'call' ? { ...touch, on: FIRST_DAY } : touch,
    )
    expect(rotate(calledBack)).toMatchObject({ tried: 1, answered: 1, fromThem: 0 })
    const inVain = touchesOf('call - call? call? email email email').map((touch) =>
      touch.kind === 'attempt' ? { ...touch, on: addDays(FIRST_DAY, 2) } : touch,
    )
    expect(rotate(inVain)).toMatchObject({ tried: 2, answered: 1 })
  })

  test('is none whose last attempt stayed unanswered, unless there is no other', () => {
    expect(tryAfter('video call call? email email email')).toBe('video')
    expect(tryAfter('call call? email email email')).toBe('call')
    expect(tryAfter('video call call? call< email email email')).toBe('call')
  })

  test('is rather one for which a number or an address is known', () => {
    const neither = { emails: [], phones: [] }
    expect(tryAfter('video call message message message')).toBe('call')
    expect(tryAfter('video call message message message', neither)).toBe('video')
    expect(tryAfter('video email message message message', neither)).toBe('video')
    // They talked by it: the number is somewhere.
    expect(tryAfter('call message message message', neither)).toBe('call')
  })

  test('is rather one that they use themselves or answer every other time; then the one used last', () => {
    expect(tryAfter('call? call? call? call email email email')).toBe('call')
    expect(tryAfter('video call? call? call? call email email email')).toBe('video')
    expect(tryAfter('video call? call? call? call< email email email')).toBe('call')
    expect(tryAfter('video call? call email email email')).toBe('call')
    expect(tryAfter('call video email email email')).toBe('video')
  })

  test('equals what a look at every touchpoint finds', () => {
    const touch: fc.Arbitrary<Touch> = fc.record({
      on: fc.nat(9).map((day) => addDays(FIRST_DAY, day)),
      channel: fc.constantFrom(
        null,
        'email',
        'email',
        'call',
        'call',
        'coffee',
        'event',
        'other',
        'signal',
        'fax',
      ),
      direction: fc.constantFrom(null, 'in', 'out'),
      kind: fc.constantFrom('counted', 'counted', 'attempt', 'light'),
    })
    const row: fc.Arbitrary<readonly Touch[]> = fc
      .tuple(
        fc.constantFrom('email', 'call', 'coffee', 'other'),
        fc.array(touch, { minLength: 2, maxLength: 5 }),
      )
      .map(([channel, touches]) =>
        touches.map((one, index) => ({ ...one, channel, on: addDays(FIRST_DAY, 10 + index) })),
      )
    fc.assert(
      fc.property(
        fc.array(touch, { maxLength: 14 }),
        row,
        fc.boolean(),
        fc.boolean(),
        (before, last, email, phone) => {
          const touches = [...before.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), ...last]
          const contact = { emails: email ? BOTH.emails : [], phones: phone ? BOTH.phones : [] }
          expect(rotate(touches, contact)).toEqual(naiveRotation(touches, { email, phone }, KNOWN))
        },
      ),
      { seed: 20_261_122, numRuns: 2000 },
    )
  })
})
