/** `netkeep review`: walks through what today shows, one key an action. */
import type { Command } from 'commander'
import type { Review } from '../domain/review.ts'
import { plural } from '../render/dates.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { countContacts } from '../store/contact-list.ts'
import { getDayPlan } from '../store/day-plan.ts'
import type { Store } from '../store/open.ts'
import { countDueBesides, findReview, isToDo, reviewItemsOf, storeReview } from '../store/review.ts'
import { minutesOption, NOBODY, type PlanOptions, readMinutes, renderAround, showPlan } from './day-plan.ts'
import { walkThrough } from './review-walk.ts'

/** Where no key can be pressed. */
const STEPS = 'What you did of it: netkeep log WHO, netkeep snooze WHO, netkeep promise done WHO'

export function define(command: Command): void {
  command
    .description(
      'Walk through what today shows, a contact at a time: who it is, why now, and one key for what you did. It can be left at any time; the next review of the day goes on.',
    )
    .addOption(minutesOption())
    .addHelpText(
      'after',
      `
Keys, and the commands they stand for:
  l  you were in touch             netkeep log
  a  tried, without an answer      netkeep log --attempt
  s  wait until a day              netkeep snooze
  p  keep no cadence for a while   netkeep pause
  f  a promise is fulfilled        netkeep promise done
  x  drop a promise                netkeep promise drop
  w  a wish for a date             netkeep wish
  d  draft a message               netkeep draft
  o  open mail, phone or profile   netkeep open
  k  skip: not again today
  n  next: later today
  u  take back the last answer     netkeep undo
  q  stop; so does Ctrl-C. What was answered is kept.

In a pipe it prints the plan, as netkeep today does.

Examples:
  netkeep review
  netkeep review --minutes 5`,
    )
}

export async function run(session: Session, _args: readonly [], options: PlanOptions): Promise<void> {
  const store = await session.store()
  const minutes = readMinutes(store.db, options)
  if (!session.isInteractive) return showPlan(session, minutes, () => STEPS)
  const review = beginReview(session, store, minutes, options.minutes !== undefined)
  if (!review.items.some((item) => isToDo(store.db, review, item))) return tellNothing(session, store, review)
  const said = await walkThrough(session, review)
  session.report(
    said.flatMap((line) => (line === '' ? '' : wrapText(line, session.width))).join('\n'),
    () => said,
  )
}

/** Goes on with the review of the day; a new one is planned where there is none, or where other minutes are given or the last is done. */
function beginReview(session: Session, store: Store, minutes: number, isGiven: boolean): Review {
  const { today } = session
  const begun = findReview(store.db, today)
  const left = begun === undefined ? 0 : begun.items.filter((item) => isToDo(store.db, begun, item)).length
  if (
    begun !== undefined &&
    begun.items.length > 0 &&
    (!isGiven || (left > 0 && begun.minutes === minutes))
  ) {
    if (left > 0 && left < begun.items.length)
      session.notice(`Going on with today's review: ${left} of ${begun.items.length} left.`)
    return begun
  }
  const skipped = begun?.skipped ?? []
  const plan = getDayPlan(store.db, today, minutes, skipped)
  const review = { day: today, minutes, items: reviewItemsOf(plan, today), skipped }
  if (review.items.length > 0) storeReview(store, review)
  return review
}

function tellNothing(session: Session, { db }: Store, review: Review): void {
  const { items, skipped, minutes } = review
  const due = countDueBesides(db, review)
  const around = renderAround(session, db)
  const said =
    countContacts(db) === 0
      ? NOBODY
      : items.length === 0 && skipped.length === 0
        ? `${around.length === 0 ? 'Nothing' : 'No contact'} is due. Who falls due next: netkeep due --ahead 7d`
        : due === 0
          ? "Today's review is done, and nobody else is due."
          : `Today's review is done. ${plural(due, 'more is', 'more are')} due: netkeep review --minutes ${minutes}`
  session.report([said, ...around].join('\n'), () => said)
}
