/** `netkeep today`: what fits into the minutes of the day. */
import type { Command } from 'commander'
import type { Session } from '../session.ts'
import { minutesOption, type PlanOptions, readMinutes, showPlan } from './day-plan.ts'

export function define(command: Command): void {
  command
    .description(
      'What fits into the minutes of the day: those cold or due by lateness, promises, dates, goals; and where there is room, those nearly due.',
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
  await showPlan(session, readMinutes(db, options), 'Walk through it: netkeep review')
}
