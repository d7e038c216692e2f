/** The changes that `plan` proposes, in words. */
import { formatInterval } from '../domain/interval.ts'
import type { Plan } from '../domain/plan.ts'
import type { PlanChange, Proposal } from '../domain/proposal.ts'
import { plural } from './dates.ts'
import { ratePeriodOf, sayTouches } from './load.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'

/** `move 14 from close to wide: 12 touches a week, which fits` */
export function sayProposal({ changes, loadPerDay, fits }: Proposal, plan: Plan): string {
  const minutes = `${plan.dailyMinutes} minutes a day`
  const verdict =
    plan.roomOf === 'minutes'
      ? fits
        ? `which fits into ${minutes}`
        : `still more than ${minutes} hold`
      : fits
        ? 'which fits'
        : 'still more than you do'
  return `${sayChanges(changes)}: ${sayTouches(loadPerDay, ratePeriodOf(plan.loadPerDay))}, ${verdict}`
}

/** Several of a kind stand behind one verb: `move 9 from inner to close, 14 from close to wide`. */
function sayChanges(changes: readonly PlanChange[]): string {
  return changes
    .map((change, index) =>
      index === 0 ? sayChange(change) : sayChange(change).replace(/^(move|circle) /, ''),
    )
    .join(', ')
}

function sayChange(change: PlanChange): string {
  switch (change.kind) {
    case 'move':
      return `move ${change.uids.length} from ${safeText(change.from.name)} to ${safeText(change.to.name)}`
    case 'widen':
      return `circle ${safeText(change.circle.name)} every ${formatInterval(change.interval)} instead of ${formatInterval(change.circle.interval)}`
    case 'let-go':
      return sayLettingGo(change.uids.length, change.untouched)
  }
}

function sayLettingGo(count: number, untouched: number): string {
  const contacts = `no cadence for ${plural(count, 'contact')}`
  if (untouched === count) return `${contacts} you were never in touch with`
  return `${contacts} long out of touch${untouched === 0 ? '' : `, ${untouched} of them never in it`}`
}

/** A contact whom a change is about, and its circles before and after; null for none. */
interface ChangedContact {
  readonly uid: string
  readonly from: string | null
  readonly to: string | null
}

/** None where it is about circles. */
export function contactsOf({ changes }: Proposal): readonly ChangedContact[] {
  return changes.flatMap((change) => {
    if (change.kind === 'widen') return []
    const [from, to] = change.kind === 'move' ? [change.from.name, change.to.name] : [null, null]
    return change.uids.map((uid) => ({ uid, from, to }))
  })
}

/** Some of the names of each change, a line each: `inner to close: Ada Lovelace and 4 others`. */
export function namedChanges({ changes }: Proposal, contacts: Plan['contacts']): readonly string[] {
  return changes.flatMap((change) => {
    if (change.kind === 'widen') return []
    const who = listNames(change.uids.map((uid) => contacts.get(uid)?.name ?? ''))
    const isOne = changes.length === 1 || change.kind === 'let-go'
    return [isOne ? who : `${safeText(change.from.name)} to ${safeText(change.to.name)}: ${who}`]
  })
}

/** What was done, when it was. */
export function sayProposalDone(proposal: Proposal, before: Plan): string {
  const who = namedChanges(proposal, before.contacts).join('; ')
  const done = sayChanges(proposal.changes)
    .replace(/^move/, 'Moved')
    .replace(/^(circle|no)/, (word) => (word === 'no' ? 'No' : 'Circle'))
  const period = ratePeriodOf(before.loadPerDay)
  return `${done}${who === '' ? '' : ` (${who})`}. Your cadences ask for ${sayTouches(proposal.loadPerDay, period)} now, instead of ${sayTouches(before.loadPerDay, period)}.`
}
