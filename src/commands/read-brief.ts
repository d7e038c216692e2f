/** Reads what a brief is made of. */
import { topicsOf } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { offersFor } from '../domain/offer.ts'
import type { Brief } from '../render/brief.ts'
import { findCard } from '../store/contact-card.ts'
import { contactGone } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { getOfferFacts } from '../store/offer-facts.ts'

/** @throws UserError (no-match) where another command has removed the contact meanwhile */
export function readBrief(db: Database, uid: string, today: CalendarDate): Brief {
  const card = findCard(db, uid, today)
  if (card === undefined) throw contactGone()
  const [offer] = offersFor(getOfferFacts(db, card.line, today))
  return { card, topics: topicsOf(card, today), offer }
}
