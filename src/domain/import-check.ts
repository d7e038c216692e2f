/** Checks what a file says of contacts, before any of it is stored. */
import { UserError } from '../errors.ts'
import { isCalendarDate } from './calendar-date.ts'
import {
  checkLabel,
  checkName,
  checkNote,
  checkPoint,
  checkShortText,
  nameFromEmail,
  type PointKind,
} from './contact.ts'
import type { ImportedCadence, ImportedContact, RowReport } from './import-file.ts'
import { formatInterval, parseInterval } from './interval.ts'
import { isAnnualDate } from './occasion.ts'
import { checkTrait } from './trait.ts'

/** A row whose values may be stored. */
export type CheckedContact = ImportedContact

/**
 * Checks every value of the rows, and gives a name to those that have an address only.
 * @returns the good ones, a report for each of the others, and one for each that has more of something than is taken.
 */
export function checkImported(contacts: readonly ImportedContact[]): {
  readonly good: readonly CheckedContact[]
  readonly bad: readonly RowReport[]
  readonly partial: readonly RowReport[]
} {
  const good: CheckedContact[] = []
  const [bad, partial]: [RowReport[], RowReport[]] = [[], []]
  for (const contact of contacts) {
    try {
      good.push(checkContact(withinLimits(contact, partial)))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      bad.push({ source: contact.source, reason: error.message.replace(/\.$/, '') })
    }
  }
  return { good, bad, partial }
}

/** Of each: nobody has more, and a card that does would make every list and every look for duplicates slow. */
const MOST_VALUES = 100

/** The first of each kind of value. The rest is left out and told. */
function withinLimits(contact: ImportedContact, partial: RowReport[]): ImportedContact {
  const first = <T>(values: readonly T[], what: string): readonly T[] => {
    if (values.length <= MOST_VALUES) return values
    const reason = `has ${values.length.toLocaleString('en')} ${what}: all but the first ${MOST_VALUES} are left out`
    partial.push({ source: contact.source, reason })
    return values.slice(0, MOST_VALUES)
  }
  const { points, aliases, tags, traits, dates, formerJobs, properties } = contact
  const within = {
    ...contact,
    points: first(points, 'addresses, numbers and pages'),
    aliases: first(aliases, 'aliases'),
    tags: first(tags, 'tags'),
    traits: first(traits, 'interests and the like'),
    dates: first(dates, 'dates'),
    ...(formerJobs !== undefined && { formerJobs: first(formerJobs, 'former jobs') }),
    properties: first(properties, 'further properties'),
  }
  return isSame(within, contact) ? contact : within
}

function checkContact(contact: ImportedContact): CheckedContact {
  const shortText = (value: string | null, field: string): string | null =>
    value === null ? null : checkShortText(value, field) || null
  const checked: CheckedContact = {
    ...contact,
    name: checkName(contact.name || nameFromAddress(contact)),
    organization: shortText(contact.organization, 'organization'),
    title: shortText(contact.title, 'title'),
    location: shortText(contact.location, 'location'),
    birthday: contact.birthday === null ? null : checkDate(contact.birthday),
    note: contact.note === null ? null : checkNote(contact.note) || null,
    metAt: shortText(contact.metAt, 'place where you met'),
    points: mapped(contact.points, (point) => {
      const value = checkPoint(point.kind, point.value)
      const label = shortText(point.label ?? null, 'label')
      return value === point.value && label === (point.label ?? null) ? point : { ...point, value, label }
    }),
    aliases: mapped(contact.aliases, (alias) => checkLabel(alias, 'alias')),
    tags: mapped(contact.tags, (tag) => checkLabel(tag, 'tag')),
    traits: mapped(contact.traits, ({ kind, value }) => ({ kind, value: checkTrait(kind, value) })),
    dates: mapped(contact.dates, (date) => ({
      ...date,
      label: checkLabel(date.label, 'name of the date'),
      date: checkDate(date.date),
    })),
    properties: mapped(contact.properties, (line) => checkNote(line, 'property')),
    cadence: contact.cadence === null ? null : checkCadence(contact.cadence),
  }
  return isSame(checked, contact) ? contact : checked
}

/** The same list where every value stays the same: of tens of thousands of rows no second copy is kept. */
function mapped<T>(values: readonly T[], check: (value: T) => T): readonly T[] {
  if (values.length === 0) return values
  const checked = values.map(check)
  return checked.every((value, at) => value === values[at]) ? values : checked
}

function isSame(checked: ImportedContact, contact: ImportedContact): boolean {
  for (const key of Object.keys(checked) as (keyof ImportedContact)[])
    if (checked[key] !== contact[key]) return false
  return true
}

/** @throws UserError (input) */
function checkDate(text: string): string {
  if (isAnnualDate(text)) return text
  throw new UserError('input', `"${text}" is not a date.`)
}

function checkCadence(cadence: ImportedCadence): ImportedCadence {
  const { circle, interval, snoozedUntil } = cadence
  const intervalText = (text: string | null | undefined): string | null =>
    text == null ? null : text === 'none' ? text : formatInterval(parseInterval(text))
  if (snoozedUntil != null && !isCalendarDate(snoozedUntil)) checkDate(snoozedUntil)
  return {
    ...cadence,
    interval: intervalText(interval),
    circle:
      circle == null
        ? null
        : { name: checkLabel(circle.name, 'circle'), interval: intervalText(circle.interval) },
  }
}

function nameFromAddress(contact: ImportedContact): string {
  const first = (kind: PointKind): string | undefined =>
    contact.points.find((point) => point.kind === kind)?.value
  const email = first('email')
  if (email !== undefined) return nameFromEmail(email)
  const path =
    first('url')
      ?.replace(/[?#].*$/s, '')
      .replace(/(?<!\/)\/+$/, '') ?? ''
  return nameFromEmail(`${path.slice(path.lastIndexOf('/') + 1)}@`)
}
