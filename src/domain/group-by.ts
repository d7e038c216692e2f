/** The items by what they share, in their order. */
export function groupBy<T>(items: Iterable<T>, keyOf: (item: T) => string): Map<string, T[]>
/** What is made of each of them, by what they share. */
export function groupBy<T, V>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  toValue: (item: T) => V,
): Map<string, V[]>
export function groupBy<T>(
  items: Iterable<T>,
  keyOf: (item: T) => string,
  toValue: (item: T) => unknown = (item) => item,
): Map<string, unknown[]> {
  const groups = new Map<string, unknown[]>()
  for (const item of items) {
    const [key, value] = [keyOf(item), toValue(item)]
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [value])
    else group.push(value)
  }
  return groups
}
