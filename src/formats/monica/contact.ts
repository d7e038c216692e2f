/** A contact of Monica's. */

import { isCalendarDate } from '../../domain/calendar-date.ts'
import type { PointKind } from '../../domain/contact.ts'
import {
  type ImportedContact,
  type ImportedDate,
  type ImportedPoint,
  importedContact,
  type SourceRow,
} from '../../domain/import-file.ts'
import { nameKeyOf } from '../../domain/match-key.ts'
import { quoteCell } from '../csv.ts'
import type { JsonFields } from '../json-fields.ts'
import { dayIn, specialDate } from './dates.ts'
import { isSet, propertiesOf, type Reports, valuesOf } from './groups.ts'

/** What kind of address a type of contact field is, by its uuid; null for what is none, such as a name on Twitter. */
export type FieldTypes = ReadonlyMap<string, { readonly name: string; readonly kind: PointKind | null }>

/** Ten years. */
const MOST_DAYS = 3652

export function contactOf(
  fields: JsonFields,
  source: SourceRow,
  types: FieldTypes,
  reports: Reports,
): ImportedContact {
  const properties = propertiesOf(fields)
  const uuid = fields.needed('uuid', (text) => text)
  const text = (key: string): string => visible(properties.text(key) ?? '')
  const days = properties.count('stay_in_touch_frequency') ?? 0
  const metOn = specialDate(properties.object('first_met_date'))
  const birthday = specialDate(properties.object('birthdate'))
  const isKept = days > 0 && days <= MOST_DAYS && !isSet(properties, 'is_dead')
  return importedContact({
    source,
    sourceId: `monica:${uuid}`,
    name: [text('first_name'), text('middle_name'), text('last_name')]
      .filter((part) => part !== '')
      .join(' '),
    aliases: [text('nickname')].filter((alias) => alias !== ''),
    organization: text('company') || null,
    title: text('job') || null,
    location: locationOf(fields),
    birthday,
    metOn: metOn !== null && isCalendarDate(metOn) ? metOn : null,
    note: noteOf(fields, properties),
    tags: properties
      .texts('tags')
      .map((tag) => visible(tag.replaceAll(',', ' ')))
      .filter((tag) => tag !== ''),
    points: pointsOf(fields, source, types, reports),
    dates: datesOf(fields, birthday, source, reports),
    cadence: isKept ? { interval: `${days}d` } : null,
  })
}

/** Nothing for a text that nobody can see. */
function visible(text: string): string {
  return nameKeyOf(text) === '' ? '' : text.trim()
}

function locationOf(fields: JsonFields): string | null {
  const [address] = Array.from(valuesOf(fields, 'address'), propertiesOf)
  const parts = [address?.text('city'), address?.text('country')].filter(
    (part) => part != null && part !== '',
  )
  return parts.join(', ') || null
}

/** The description, what they like to eat, and the notes with their days. */
function noteOf(fields: JsonFields, properties: JsonFields): string | null {
  const notes = Array.from(valuesOf(fields, 'note'), (note) => {
    const body = propertiesOf(note).text('body')?.trim() ?? ''
    const day = dayIn(note, 'created_at')
    return body === '' || day === null ? body : `${day}: ${body}`
  })
  const food = properties.text('food_preferences')?.trim() ?? ''
  return (
    [properties.text('description')?.trim() ?? '', food === '' ? '' : `Food: ${food}`, ...notes]
      .filter((part) => part !== '')
      .join('\n') || null
  )
}

function pointsOf(
  fields: JsonFields,
  source: SourceRow,
  types: FieldTypes,
  reports: Reports,
): readonly ImportedPoint[] {
  return Array.from(valuesOf(fields, 'contact_field'), (field): readonly ImportedPoint[] => {
    const properties = propertiesOf(field)
    const value = properties.text('data')?.trim() ?? ''
    const type = types.get(properties.text('type') ?? '')
    if (value === '') return []
    const kind = type?.kind ?? kindByLook(value)
    if (kind !== null) return [{ kind, value, label: null }]
    reports.partial.push({
      source,
      reason: `${type?.name ?? 'a field'} is left out: ${quoteCell(value)} is no address`,
    })
    return []
  }).flat()
}

function kindByLook(value: string): PointKind | null {
  if (/^https?:\/\/\S+$/i.test(value) || /^[\w-]+(?:\.[\w-]+)+\/\S+$/.test(value)) return 'url'
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value)) return 'email'
  return /^\+?[\d\s()./-]{5,}$/.test(value) ? 'phone' : null
}

/** Reminders that come once or each year, and what happened in their lives. */
function datesOf(
  fields: JsonFields,
  birthday: string | null,
  source: SourceRow,
  reports: Reports,
): readonly ImportedDate[] {
  const reminders = Array.from(valuesOf(fields, 'reminder'), (reminder): readonly ImportedDate[] => {
    const properties = propertiesOf(reminder)
    const [label, date] = [properties.text('title')?.trim() ?? '', dayIn(properties, 'initial_date')]
    const every = properties.text('frequency_type')
    const isYearly = every === 'year' && (properties.count('frequency_number') ?? 1) === 1
    if (label === '' || date === null || isSet(properties, 'inactive')) return []
    // Monica reminds of birthdays by reminders of their own.
    if (isYearly && birthday?.slice(-5) === date.slice(-5)) return []
    if (isYearly || every === 'one_time') return [{ label, date, isYearly }]
    reports.partial.push({
      source,
      reason: `the reminder ${quoteCell(label)} is left out: it comes neither once nor every year`,
    })
    return []
  })
  const events = Array.from(valuesOf(fields, 'life_event'), (event): readonly ImportedDate[] => {
    const properties = propertiesOf(event)
    const [label, date] = [properties.text('name')?.trim() ?? '', dayIn(properties, 'happened_at')]
    return label === '' || date === null ? [] : [{ label, date, isYearly: false }]
  })
  return [...reminders, ...events].flat()
}
