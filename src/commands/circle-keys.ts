/** The circles as the keys of a question. */
import type { Circle } from '../domain/circle.ts'
import { formatInterval } from '../domain/interval.ts'
import type { Key } from '../prompter.ts'
import { safeText } from '../render/safe-text.ts'
import { truncate } from '../render/text-width.ts'

/** Keys 1 to 9. */
const MOST_CIRCLE_KEYS = 9

/** `1 inner 2w`, the closest first; of more than nine the first. */
export function circleKeys(circles: readonly Circle[], more: string): readonly Key<Circle>[] {
  return circles.slice(0, MOST_CIRCLE_KEYS).map((circle, index) => ({
    key: String(index + 1),
    name: `${truncate(safeText(circle.name), 20, more)} ${formatInterval(circle.interval)}`,
    value: circle,
  }))
}
