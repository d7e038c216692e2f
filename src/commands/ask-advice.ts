/** Kind advice for whom one has asked several times and given nothing since. It never keeps anybody from asking. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { ASKS_BEFORE_GIVING, type BalanceLine } from '../domain/help.ts'
import { type Offer, offersFor } from '../domain/offer.ts'
import { safeText } from '../render/safe-text.ts'
import { getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { findBalance } from '../store/ledger.ts'
import { getOfferFacts } from '../store/offer-facts.ts'

interface Advice {
  readonly uid: string
  readonly name: string
  /** Asks since the last give, this one included. */
  readonly asks: number
  readonly hasGiven: boolean
  /** What could be given, the best first. */
  readonly offers: readonly Offer[]
}

const MOST_OFFERS = 2

/** @param before the balances before the ask: one dated before the last give is none since. */
export function adviceOnAsking(
  db: Database,
  before: readonly BalanceLine[],
  today: CalendarDate,
): readonly Advice[] {
  const asked = before.flatMap(({ uid, asksSinceGive }) => {
    const now = findBalance(db, uid)
    if (now === undefined || now.asksSinceGive <= asksSinceGive) return []
    return now.asksSinceGive >= ASKS_BEFORE_GIVING ? [now] : []
  })
  const lines = getListed(
    db,
    asked.map(({ uid }) => uid),
    today,
  )
  return asked.map(({ uid, name, asksSinceGive, given }) => {
    const line = lines.find((found) => found.uid === uid)
    const offers = line === undefined ? [] : offersFor(getOfferFacts(db, line, today)).slice(0, MOST_OFFERS)
    return { uid, name, asks: asksSinceGive, hasGiven: given > 0, offers }
  })
}

export function sayAdvice({ name, asks, hasGiven, offers }: Advice): string {
  const suggestion =
    offers.length === 0
      ? 'Perhaps ask what they are working on, and how you could help.'
      : `Perhaps give something: ${offers.map(({ text, why }) => `${safeText(text)} (${why})`).join(', or ')}.`
  const since = hasGiven ? 'since you last gave' : 'and given nothing yet'
  return `You have asked ${safeText(name)} ${asks} times now ${since}. ${suggestion}`
}
