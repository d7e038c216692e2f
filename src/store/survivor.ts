/** Which contact a merged one has become. */
import type { Database } from './driver.ts'

/**
 * The contact that this one is by now: itself, or the one at the end of all merges. Two devices may have merged two contacts crosswise;
 * then each goes into the other, and the one with the smaller uid is taken for the survivor, on every device the same.
 */
export function survivorOf(db: Database, uid: string): string {
  const mergedInto = db.prepare('SELECT merged_into FROM contact WHERE id = ?').pluck()
  const seen = [uid]
  for (let at = uid; ; ) {
    const next = mergedInto.get(at) as string | null | undefined
    if (next == null) return at
    const loop = seen.indexOf(next)
    if (loop !== -1) return seen.slice(loop).sort()[0] ?? at
    seen.push(next)
    at = next
  }
}
