/** The same rows, with `onEach` called for each. */
export function* counted<T>(rows: Iterable<T>, onEach: () => void): Generator<T> {
  for (const row of rows) {
    onEach()
    yield row
  }
}
