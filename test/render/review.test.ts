import { describe, expect, test } from 'vitest'
import { fillDemo } from '../../src/demo/fill.ts'
import { DEMO_NETWORK } from '../../src/demo/network.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { renderReviewItem } from '../../src/render/review.ts'
import { createStyle } from '../../src/render/style.ts'
import { widthOf } from '../../src/render/text-width.ts'
import { getBrief } from '../../src/store/brief.ts'
import { listMatching } from '../../src/store/contact-list.ts'
import { createNetkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate
/** The question, two lines of keys, what is said of a wrong one. */
const QUESTION = 4

describe('an item of a review', () => {
  test.each([
    [80, 24],
    [40, 24],
    [80, 15],
    [200, 50],
  ])('leaves room for its question on a terminal of %i columns and %i rows', async (width, rows) => {
    const store = createNetkeep(TODAY).store()
    fillDemo(store, DEMO_NETWORK, `${TODAY}T08:00:00.000+00:00`)
    const style = await createStyle(0, true)
    for (const uid of listMatching(store.db, TODAY, {})) {
      const brief = getBrief(store.db, uid, TODAY)
      const { line } = brief.card
      const reason = { kind: 'contact', line, by: 'message', minutes: 5, isEarly: true } as const
      const progress = { place: 3, count: 40, minutesLeft: 75 }
      const shown = renderReviewItem(brief, reason, progress, { today: TODAY, style, width, rows })
      const lines = shown.split('\n')
      expect(lines.length - 1).toBeLessThanOrEqual(rows - QUESTION)
      expect(shown).toContain(line.name)
      if (width >= 80) expect(lines.filter((text) => widthOf(text) > width)).toEqual([])
    }
  })
})
