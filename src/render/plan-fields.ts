/** A plan for other programs: tab-separated, and as JSON. */
import { formatInterval } from '../domain/interval.ts'
import { reachedPerDay } from '../domain/pace.ts'
import type { Plan } from '../domain/plan.ts'
import { contactsOf, sayProposal } from './proposal-lines.ts'
import { safeText } from './safe-text.ts'
import { renderTsv } from './table.ts'

export function renderPlanTsv(plan: Plan): string {
  return renderTsv([
    ['plan', plan.loadPerDay, plan.donePerDay, plan.days, String(plan.keepable), plan.cold],
    ...plan.byCircle.map(({ circle, contacts, loadPerDay, donePerDay }) => [
      'circle',
      circle === null ? null : safeText(circle.name),
      circle === null ? null : formatInterval(circle.interval),
      contacts,
      loadPerDay,
      donePerDay,
    ]),
    ...plan.forecast.days.map(({ on, cold }) => ['cold', on, cold]),
    ...plan.forecast.goingCold.map(({ uid, on }) => ['going cold', ...fieldsOf(plan, uid), on]),
    ...plan.proposals.flatMap((proposal, index) => [
      ['change', index + 1, sayProposal(proposal, plan), proposal.loadPerDay, String(proposal.fits)],
      ...contactsOf(proposal).map(({ uid, from, to }) => [
        'changed',
        index + 1,
        ...fieldsOf(plan, uid),
        from && safeText(from),
        to && safeText(to),
      ]),
    ]),
  ])
}

function fieldsOf({ contacts }: Plan, uid: string): readonly string[] {
  const { id, name } = contacts.get(uid) ?? { id: uid, name: '' }
  return [id, safeText(name)]
}

export function planJson(plan: Plan): object {
  const {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    roomPerDay,
    days,
    keepable,
    cold,
    pace,
    basis,
    forecast,
    contacts,
  } = plan
  const named = (uid: string): object => ({ ...contacts.get(uid) })
  return {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    roomPerDay,
    days,
    keepable,
    cold,
    byCircle: plan.byCircle.map(({ circle, ...load }) => ({
      circle: circle?.name ?? null,
      interval: circle === null ? null : formatInterval(circle.interval),
      ...load,
    })),
    pace: { reachedPerDay: reachedPerDay(pace), answered: pace.answered, basis },
    forecast: forecast.days,
    goingCold: forecast.goingCold.map(({ uid, on }) => ({ ...named(uid), on })),
    proposals: plan.proposals.map((proposal) => ({
      text: sayProposal(proposal, plan),
      loadPerDay: proposal.loadPerDay,
      fits: proposal.fits,
      contacts: contactsOf(proposal).map(({ uid, from, to }) => ({ ...named(uid), from, to })),
    })),
  }
}
