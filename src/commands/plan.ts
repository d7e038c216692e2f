/** `netkeep plan`: whether the cadences can be kept, what goes cold first, and what would help. */
import type { Command } from 'commander'
import { daysBetween } from '../domain/calendar-date.ts'
import { addInterval, formatInterval, parseInterval } from '../domain/interval.ts'
import type { Plan } from '../domain/plan.ts'
import type { PlanChange, Proposal } from '../domain/proposal.ts'
import { UserError, usageError } from '../errors.ts'
import { planJson, renderPlanTsv } from '../render/plan-fields.ts'
import { renderPlanLines } from '../render/plan-lines.ts'
import { sayProposalDone } from '../render/proposal-lines.ts'
import type { Session } from '../session.ts'
import { setCircleInterval } from '../store/circles.ts'
import { countContacts } from '../store/contact-list.ts'
import { setCadence } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { getPlan } from '../store/plan.ts'
import { NOBODY } from './day-plan.ts'
import { recordWith, reportChange } from './write.ts'

interface PlanOptions {
  readonly ahead?: string
  readonly apply?: string
}

const DEFAULT_AHEAD = '12w'
const MOST_AHEAD_DAYS = 366

export function define(command: Command): void {
  command
    .description(
      'What your cadences ask for beside what you do; who goes cold first if all goes on like that; and what would make it fit.',
    )
    .option('--ahead <interval>', 'how far to look ahead, a year at most (default: 12w)')
    .option('--apply <n>', 'make this one of the changes so')
    .addHelpText(
      'after',
      `
What is done is counted over the days since the first touchpoint, 56 at most. The forecast goes on with the contacts that you reached out to
on each weekday in these days, and with the part of them that answers; with who comes first in netkeep due, and with the nearly due where
there is room. Frozen days (netkeep streak freeze) are free. Until there are seven days, it takes what the minutes of a day hold; after a gap
the pace of before it.
In a pipe, lines have these fields, separated by tabs:
  plan, touches a day asked for, touches a day done, days looked at, whether it can be kept, contacts cold today
  circle, its name, interval, contacts, touches a day asked for, done
  cold, day, contacts
  going cold, id, name, day
  change, its number, text, touches a day asked for then, whether it fits
  changed, number of the change, id, name, circle before, circle after (both empty for no cadence)

Examples:
  netkeep plan
  netkeep plan --ahead 6m
  netkeep plan --apply 1`,
    )
}

export async function run(session: Session, _args: readonly [], options: PlanOptions): Promise<void> {
  const ahead = readAhead(session, options.ahead)
  if (options.apply !== undefined) return apply(session, options.apply, ahead)
  const { db } = await session.store()
  const plan = getPlan(db, session.today, ahead)
  await session.show({
    json: () => planJson(plan),
    piped: () => renderPlanTsv(plan),
    terminal: (style) =>
      countContacts(db) === 0
        ? `${NOBODY}\n`
        : `${renderPlanLines(plan, session.today, style, session.width).join('\n')}\n`,
  })
}

/** In days, today and the last one included. @throws UserError (usage) */
function readAhead({ today }: Session, typed: string = DEFAULT_AHEAD): number {
  const days = daysBetween(today, addInterval(today, parseInterval(typed)))
  if (days <= MOST_AHEAD_DAYS) return days + 1
  throw usageError(
    `${formatInterval(parseInterval(typed))} is more than a year.`,
    'Type: netkeep plan --ahead 1y',
  )
}

async function apply(session: Session, typed: string, ahead: number): Promise<void> {
  const { value, command } = await recordWith(session, [], ({ db }) => {
    const before = getPlan(db, session.today, 0)
    const proposal = proposalAt(before, typed)
    for (const change of proposal.changes) applyChange(db, change)
    return { before, proposal }
  })
  const { db } = await session.store()
  const { before, proposal } = value
  reportChange(session, sayProposalDone(proposal, before), command !== undefined, () =>
    planJson(getPlan(db, session.today, ahead)),
  )
}

/** @throws UserError (usage; failed where there is nothing to change) */
function proposalAt({ proposals }: Plan, typed: string): Proposal {
  if (proposals.length === 0)
    throw new UserError('failed', 'There is no change to make; nothing was changed.', 'See why: netkeep plan')
  const proposal = /^\d{1,2}$/.test(typed.trim()) ? proposals[Number(typed) - 1] : undefined
  if (proposal !== undefined) return proposal
  throw usageError(
    `"${typed}" is none of the changes: they are 1 to ${proposals.length}.`,
    'See them: netkeep plan   Then: netkeep plan --apply 1',
  )
}

function applyChange(db: Database, change: PlanChange): void {
  if (change.kind === 'widen') {
    setCircleInterval(db, change.circle.uid, formatInterval(change.interval))
    return
  }
  const cadence = change.kind === 'move' ? { circle: change.to.uid } : { interval: 'none' }
  for (const uid of change.uids) setCadence(db, uid, cadence)
}
