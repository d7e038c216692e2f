import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  HELP_KINDS,
  type HelpSide,
  parseHelpKind,
  settleAsks,
  touchpointKindOf,
} from '../../src/domain/help.ts'
import type { TouchpointKind } from '../../src/domain/touchpoint.ts'

const KINDS = [...HELP_KINDS, 'lodging', 'timeshare']

describe('a kind of help', () => {
  test.each([
    ['article', 'article'],
    [' Article ', 'article'],
    ['art', 'article'],
    ['intro', 'introduction'],
    ['adv', 'advice'],
    ['lodg', 'lodging'],
    ['time', 'time'],
    ['times', 'timeshare'],
  ])('%j is %s', (typed, kind) => {
    expect(parseHelpKind(typed, KINDS)).toBe(kind)
  })

  test.each(['', 'a', 'ar', 'tim', 'articles', 'help', 'ticle'])('%j is none', (typed) => {
    expect(() => parseHelpKind(typed, KINDS)).toThrow(
      expect.objectContaining({
        code: 'usage',
        message: `"${typed}" is no kind of help.`,
        hint: 'Choose one of: article, introduction, feedback, referral, advice, time, vouching, other, lodging, timeshare. More of your own: netkeep config set help-kinds "lodging"',
      }),
    )
  })

  test('is known by its whole name, whatever others begin so', () => {
    for (const kind of KINDS) expect(parseHelpKind(kind.toUpperCase(), KINDS)).toBe(kind)
  })
})

test('a give and a receipt count, an ask is an attempt', () => {
  expect((['gave', 'asked', 'got'] as const).map(touchpointKindOf)).toEqual(['counted', 'attempt', 'counted'])
})

/** `ask`, `tried`, `talk`, `like`, `gave`: touchpoints as they are stored, newest first. */
const KIND_OF: Readonly<Record<string, readonly [TouchpointKind, HelpSide | null]>> = {
  ask: ['attempt', 'asked'],
  tried: ['attempt', null],
  talk: ['counted', null],
  like: ['light', null],
  gave: ['counted', 'gave'],
}
function settled(...newestFirst: readonly string[]): readonly string[] {
  const touchpoints = newestFirst.map((word) => {
    const [kind, side] = KIND_OF[word] ?? ['counted', null]
    return { kind, help: side === null ? null : { side, kind: 'advice' } }
  })
  return settleAsks(touchpoints).map(({ kind }) => kind)
}

describe('an ask', () => {
  test('is an attempt while nothing has come of it', () => {
    expect(settled('ask')).toEqual(['attempt'])
    expect(settled('like', 'tried', 'ask', 'talk')).toEqual(['light', 'attempt', 'attempt', 'counted'])
  })

  test('counts once a later touchpoint does, with all asks before it', () => {
    expect(settled('talk', 'ask')).toEqual(['counted', 'counted'])
    expect(settled('gave', 'like', 'ask', 'ask')).toEqual(['counted', 'light', 'counted', 'counted'])
    expect(settled('ask', 'talk', 'ask')).toEqual(['attempt', 'counted', 'counted'])
  })

  test('is answered by touchpoints that count by themselves only, never by another ask; other attempts stay attempts', () => {
    expect(settled('ask', 'ask')).toEqual(['attempt', 'attempt'])
    expect(settled('talk', 'tried', 'ask')).toEqual(['counted', 'attempt', 'counted'])
  })

  test('that is answered stays so, and as many are unanswered as there are attempts before the newest answer', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...Object.keys(KIND_OF)), { maxLength: 8 }), (newestFirst) => {
        const after = settled(...newestFirst)
        const answer = newestFirst.findIndex((word) => word === 'talk' || word === 'gave')
        const isAnswered = (place: number): boolean => answer !== -1 && place > answer
        expect(after).toEqual(
          newestFirst.map((word, place) =>
            word === 'ask' && isAnswered(place) ? 'counted' : KIND_OF[word]?.[0],
          ),
        )
      }),
      { seed: 1 },
    )
  })
})
