/** Reads what suggestions of what to offer are made of. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ListedContact } from '../domain/contact-line.ts'
import type { OfferFacts, Wanted } from '../domain/offer.ts'
import type { TraitKind } from '../domain/trait.ts'
import type { Database } from './driver.ts'
import { listPromises } from './promises.ts'
import { findByTrait } from './traits.ts'

export function getOfferFacts(db: Database, line: ListedContact, today: CalendarDate): OfferFacts {
  const withOthers = (values: readonly string[], kind: TraitKind): readonly Wanted[] =>
    values.map((value) => ({ value, other: findByTrait(db, { kind, value }, line.uid) }))
  return {
    promises: listPromises(db, { today, contact: line.uid, isMine: true }),
    looksFor: withOthers(line.looksFor, 'offers'),
    interests: withOthers(line.interests, 'interest'),
    causes: withOthers(line.causes, 'cause'),
  }
}
