/** Whom a wall of cold contacts awaits after a gap is told of `restart`, by `netkeep` alone and by `today`. */
import { weeksOf } from '../domain/restart.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { restartAfterGap } from '../store/restart.ts'

/** A line, on a terminal as many as it needs; none without a gap, and where all who are cold fit into a week. */
export function sayRestartAfterGap({ today, width }: Session, db: Database): readonly string[] {
  const restart = restartAfterGap(db, today)
  const weeks = restart === undefined ? 0 : weeksOf(restart)
  if (weeks <= 1) return []
  return wrapText(`Back after a while? netkeep restart spreads your contacts over ${weeks} weeks.`, width)
}
