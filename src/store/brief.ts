/** Reads what a brief says of a contact. */
import { type Brief, topicsOf } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { offersFor } from '../domain/offer.ts'
import { findCard } from './contact-card.ts'
import { contactGone } from './contacts.ts'
import type { Database } from './driver.ts'
import { getOfferFacts } from './offer-facts.ts'

/** @returns undefined where another command has removed the contact meanwhile. */
export function findBrief(db: Database, uid: string, today: CalendarDate): Brief | undefined {
  const card = findCard(db, uid, today)
  if (card === undefined) return undefined
  const [offer] = offersFor(getOfferFacts(db, card.line, today))
  return { card, topics: topicsOf(card, today), offer }
}

/** @throws UserError (no-match) where another command has removed the contact meanwhile */
export function getBrief(db: Database, uid: string, today: CalendarDate): Brief {
  const brief = findBrief(db, uid, today)
  if (brief === undefined) throw contactGone()
  return brief
}
