/** A plan for other programs: tab-separated, and as JSON. */
import { formatInterval } from '../domain/interval.ts'
import { reachedPerDay } from '../domain/pace.ts'
import type { Plan } from '../domain/plan.ts'
import { ratePeriodOf } from './load.ts'
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
    ...plan.forecast.goingCold.map(({ uid, on }) => [
      'going cold',
      uid,
      safeText(plan.names.get(uid) ?? ''),
      on,
    ]),
    ...plan.proposals.map((proposal, index) => [
      'change',
      index + 1,
      sayProposal(proposal, ratePeriodOf(plan.loadPerDay)),
      proposal.loadPerDay,
      String(proposal.fits),
    ]),
  ])
}

export function planJson(plan: Plan): object {
  const {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    days,
    keepable,
    cold,
    pace,
    isAssumed,
    forecast,
    names,
  } = plan
  const named = (uid: string): object => ({ uid, name: names.get(uid) ?? '' })
  return {
    loadPerDay,
    donePerDay,
    withCadencePerDay,
    days,
    keepable,
    cold,
    byCircle: plan.byCircle.map(({ circle, ...load }) => ({
      circle: circle?.name ?? null,
      interval: circle === null ? null : formatInterval(circle.interval),
      ...load,
    })),
    pace: { reachedPerDay: reachedPerDay(pace), answered: pace.answered, isAssumed },
    forecast: forecast.days,
    goingCold: forecast.goingCold.map(({ uid, on }) => ({ ...named(uid), on })),
    proposals: plan.proposals.map((proposal) => ({
      text: sayProposal(proposal, ratePeriodOf(plan.loadPerDay)),
      loadPerDay: proposal.loadPerDay,
      fits: proposal.fits,
      contacts: contactsOf(proposal).map(named),
    })),
  }
}
