import { describe, expect, test } from 'vitest'
import { formatChannelMinutes, minutesFor, parseChannelMinutes } from '../../src/domain/time-spent.ts'

const NOTHING_SET = new Map<string, number>()

describe('the minutes of a channel', () => {
  test('are what is usual, until three talks have told better', () => {
    expect(minutesFor('call', NOTHING_SET, [])).toBe(15)
    expect(minutesFor('call', NOTHING_SET, [40, 50])).toBe(15)
    expect(minutesFor('call', NOTHING_SET, [40, 50, 10])).toBe(40)
    expect(minutesFor('signal', NOTHING_SET, [])).toBe(10)
  })

  test('are the median: one long talk changes little', () => {
    expect(minutesFor('call', NOTHING_SET, [10, 12, 600, 11, 13])).toBe(12)
    expect(minutesFor('call', NOTHING_SET, [10, 20, 30, 40])).toBe(20)
  })

  test('are what the user has set, whatever was told', () => {
    expect(minutesFor('call', new Map([['call', 20]]), [1, 1, 1])).toBe(20)
  })
})

describe('the setting channel-minutes', () => {
  test('is pairs of channel and time', () => {
    const minutes = parseChannelMinutes(' call=20, Coffee=1h  signal=5m ')
    expect([...minutes]).toEqual([
      ['call', 20],
      ['coffee', 60],
      ['signal', 5],
    ])
    expect(formatChannelMinutes(minutes)).toBe('call=20 coffee=60 signal=5')
    expect(parseChannelMinutes('').size).toBe(0)
  })

  test('a channel given twice is refused', () => {
    expect(() => parseChannelMinutes('call=20 Call=30')).toThrow('The channel "call" is given twice.')
  })

  test.each(['call', 'call=', '=5', 'call=0', 'call=long', 'call=25h'])('"%s" is refused', (text) => {
    expect(() => parseChannelMinutes(text)).toThrow(/does not say how long|is not a length of time/)
  })
})
