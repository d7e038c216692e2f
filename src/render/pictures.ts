/** Numbers drawn with characters: the words beside them say the same. */
import type { Glyphs } from './style.ts'

/**
 * One column for each value, as high as its part of `most`. Whatever is above 0 is seen: it never stands as nothing.
 * @param most the value of a full column; the greatest of them unless it is given.
 */
export function sparkline(
  values: readonly number[],
  { spark }: Glyphs,
  most: number = greatest(values),
): string {
  return values.map((value) => spark[stepOf(value, most, spark.length - 1)] ?? '').join('')
}

/** A bar as long as the value's part of `most`, of `width` columns at most; whatever is above 0 has a mark. */
export function renderBar(value: number, most: number, width: number, { bar }: Glyphs): string {
  const parts = stepOf(value, most, width * bar.length)
  const full = Math.floor(parts / bar.length)
  return (bar.at(-1) ?? '').repeat(full) + (bar[(parts % bar.length) - 1] ?? '')
}

/** Of `steps` steps the one that stands for `value`: 0 for nothing, the last for `most` and all above it. */
function stepOf(value: number, most: number, steps: number): number {
  if (value <= 0 || most <= 0) return 0
  return Math.min(steps, Math.max(1, Math.round((value / most) * steps)))
}

function greatest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), 0)
}
