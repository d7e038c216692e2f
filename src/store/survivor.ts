/** Who a contact that was merged into another is now. */
import type { Database } from './driver.ts'

/**
 * The contact that this one has gone into, itself where it has gone into none. Two devices may merge crosswise: of a circle that comes
 * of it the smallest uid survives, so that every device finds the same.
 */
export function survivorOf(db: Database, uid: string): string {
  const next = db.prepare('SELECT merged_into FROM contact WHERE id = ?').pluck()
  const passed: string[] = []
  let current = uid
  for (;;) {
    const into = next.get(current) as string | null | undefined
    if (into == null) return current
    const start = passed.indexOf(current)
    if (start !== -1) return passed.slice(start).sort()[0] ?? current
    passed.push(current)
    current = into
  }
}
