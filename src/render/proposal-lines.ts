/** The changes that `plan` proposes, in words. */
import { formatInterval } from '../domain/interval.ts'
import type { PlanChange, Proposal } from '../domain/proposal.ts'
import { plural } from './dates.ts'
import { type RatePeriod, ratePeriodOf, sayTouches } from './load.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'

/** `move 14 from close to wide: 12 touches a week, which fits` */
export function sayProposal({ changes, loadPerDay, fits }: Proposal, period: RatePeriod): string {
  return `${sayChanges(changes)}: ${sayTouches(loadPerDay, period)}, ${fits ? 'which fits' : 'still more than you do'}`
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
      return `no cadence for ${plural(change.uids.length, 'contact')} who ${change.uids.length === 1 ? 'is' : 'are'} long out of touch`
  }
}

/** The contacts whom a change is about; none where it is about a circle. */
export function contactsOf({ changes }: Proposal): readonly string[] {
  return changes.flatMap((change) => (change.kind === 'widen' ? [] : change.uids))
}

/** What was done, when it was. */
export function sayProposalDone(
  proposal: Proposal,
  before: { readonly loadPerDay: number; readonly names: ReadonlyMap<string, string> },
): string {
  const names = contactsOf(proposal).map((uid) => before.names.get(uid) ?? '')
  const who = names.length === 0 ? '' : ` (${listNames(names)})`
  const done = sayChanges(proposal.changes)
    .replace(/^move/, 'Moved')
    .replace(/^(circle|no)/, (word) => (word === 'no' ? 'No' : 'Circle'))
  const period = ratePeriodOf(before.loadPerDay)
  return `${done}${who}. Your cadences ask for ${sayTouches(proposal.loadPerDay, period)} now, instead of ${sayTouches(before.loadPerDay, period)}.`
}
