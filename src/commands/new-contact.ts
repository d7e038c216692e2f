/** Adding a contact by hand: what it starts with. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ContactFields, parseNameAndEmail } from '../domain/contact.ts'
import { findCircle } from '../store/circles.ts'
import type { Change } from '../store/command-log.ts'
import { addPoint, type CadenceChoice, insertContact } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { defaultCircleName } from '../store/settings.ts'

const EMPTY: ContactFields = {
  name: '',
  organization: null,
  title: null,
  location: null,
  birthday: null,
  note: null,
  metOn: null,
  metAt: null,
  introducedBy: null,
}

/** The cadence of a contact added without circle or interval: that of the default circle. */
export function defaultCadence(db: Database): CadenceChoice {
  return { circle: findCircle(db, defaultCircleName(db))?.uid ?? null, interval: null }
}

export function insertNamed(
  change: Change,
  fields: Partial<ContactFields> & { readonly name: string },
  cadence: CadenceChoice,
  today: CalendarDate,
): string {
  return insertContact(change, { ...EMPTY, ...fields }, cadence, today)
}

/**
 * A contact from what was typed: a name, or `Name <address>`. Without a cadence it joins the default circle.
 * @param met where and when they met, where that is known.
 */
export function insertTyped(
  change: Change,
  typed: string,
  today: CalendarDate,
  cadence: CadenceChoice = defaultCadence(change.db),
  met: Partial<Pick<ContactFields, 'metOn' | 'metAt'>> = {},
): string {
  const { name, email } = parseNameAndEmail(typed)
  const uid = insertNamed(change, { name, ...met }, cadence, today)
  if (email !== null) addPoint(change.db, uid, 'email', email)
  return uid
}
