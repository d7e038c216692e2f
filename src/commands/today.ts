/** `netkeep today`: what fits into the minutes of the day. */
import type { Command } from 'commander'
import { plural } from '../render/dates.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { findReview, isToDo } from '../store/review.ts'
import { countWaiting } from '../store/triage.ts'
import { minutesOption, type PlanOptions, readMinutes, showPlan } from './day-plan.ts'
import { sayRestartAfterGap } from './restart-hint.ts'

export function define(command: Command): void {
  command
    .description(
      'What fits into the minutes of the day: those cold or due by lateness, promises, dates, goals; and where there is room, those nearly due. Groups that are due and events of the day stand below.',
    )
    .addOption(minutesOption())
    .addHelpText(
      'after',
      `
In a pipe, lines have the fields of netkeep due, and the minutes as a tenth.

Examples:
  netkeep today
  netkeep today --minutes 1h
  netkeep today --json | jq .goals`,
    )
}

export async function run(session: Session, _args: readonly [], options: PlanOptions): Promise<void> {
  const { db } = await session.store()
  await showPlan(session, readMinutes(db, options), (isEmpty) => sayNext(session, db, isEmpty))
}

/** What to type next: the review, unless it is done for today or there is nothing to review. */
function sayNext(session: Session, db: Database, isEmpty: boolean): string {
  const waiting = isEmpty ? countWaiting(db, session.today, {}) : 0
  if (waiting > 0)
    return `${plural(waiting, 'imported contact waits', 'imported contacts wait')} for a circle: netkeep triage`
  if (isEmpty) return 'Who falls due next: netkeep due --ahead 7d'
  const review = findReview(db, session.today)
  const isDone = review?.items.every((item) => !isToDo(db, review, item)) === true
  return isDone
    ? `Today's review is done. For more of it: netkeep review --minutes ${review?.minutes ?? ''}`
    : [...sayRestartAfterGap(session, db), 'Walk through it: netkeep review'].join('\n')
}
