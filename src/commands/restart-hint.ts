/** Whom a wall of cold contacts awaits after a gap is told of `restart`, by `netkeep` alone and by `today`. */
import { weeksOf } from '../domain/restart.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { restartAfterGap } from '../store/restart.ts'
import { lastTouchpointDay } from '../store/touches.ts'

/** A line, on a terminal as many as it needs; none where no wall waits. */
export function sayRestartAfterGap({ today, width }: Session, db: Database): readonly string[] {
  const restart = restartAfterGap(db, today)
  if (restart === undefined) return []
  const why = lastTouchpointDay(db) === undefined ? 'So many at once?' : 'Back after a while?'
  return wrapText(`${why} netkeep restart spreads your contacts over ${weeksOf(restart)} weeks.`, width)
}
