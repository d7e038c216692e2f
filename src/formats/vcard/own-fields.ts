/** The properties in which netkeep itself, and frm, write what vCard has no word for. */
import { type CalendarDate, isCalendarDate } from '../../domain/calendar-date.ts'
import { checkLabel, checkShortText } from '../../domain/contact.ts'
import { findInterval, formatInterval } from '../../domain/interval.ts'
import { checkTrait, type TraitKind } from '../../domain/trait.ts'
import { quoteCell } from '../csv.ts'
import { checked, type Draft, leaveOut, partsOf, textOf } from './draft.ts'
import type { Property } from './properties.ts'

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

type ReadOwn = (draft: Draft, property: Property) => true

const own =
  (read: (draft: Draft, property: Property) => void): ReadOwn =>
  (draft, property) => {
    read(draft, property)
    return true
  }

export const OWN_FIELDS: readonly (readonly [string, ReadOwn])[] = [
  ['X-NETKEEP-UID', own(readUid)],
  ['X-NETKEEP-LOCATION', own(readLocation)],
  ['X-NETKEEP-MET-ON', own((draft, property) => (draft.metOn = dateOf(draft, property)))],
  ['X-NETKEEP-MET-AT', own(readMetAt)],
  ['X-NETKEEP-CIRCLE', own(readCircle)],
  ['X-NETKEEP-EVERY', own(readInterval)],
  ['X-NETKEEP-SNOOZED-UNTIL', own((draft, property) => (draft.snoozedUntil = dateOf(draft, property)))],
  ['X-NETKEEP-PAUSED', own((draft) => (draft.isPaused = true))],
  ['X-NETKEEP-INTEREST', trait('interest')],
  ['X-NETKEEP-CAUSE', trait('cause')],
  ['X-NETKEEP-OFFERS', trait('offers')],
  ['X-NETKEEP-LOOKS-FOR', trait('looks-for')],
  ['X-NETKEEP-FORMER-JOB', own(readFormerJob)],
  // Told for other programs; who is related to whom is netkeep's own to know.
  ['X-NETKEEP-RELATION', own(() => {})],
  ['X-NETKEEP-INTRODUCED-BY', own(() => {})],
  ['X-FRM-FREQUENCY', own(readInterval)],
  ['X-FRM-GROUP', own(readGroup)],
  ['X-FRM-IGNORE', own(readIgnore)],
  ['X-FRM-SNOOZE-UNTIL', own((draft, property) => (draft.snoozedUntil = dateOf(draft, property)))],
]

function readUid(draft: Draft, property: Property): void {
  const uid = textOf(property).toLowerCase()
  if (UUID.test(uid)) draft.uid ??= uid
  else leaveOut(draft, property, `${quoteCell(uid)} is no uid of netkeep, so it is left out`)
}

function trait(kind: TraitKind): ReadOwn {
  return own((draft, property) => {
    const value = checked(draft, property, () => checkTrait(kind, textOf(property)))
    if (value !== undefined) draft.traits.push({ kind, value })
  })
}

function dateOf(draft: Draft, property: Property): CalendarDate | null {
  const text = textOf(property)
  if (isCalendarDate(text)) return text
  leaveOut(draft, property, `${quoteCell(text)} is no date, so it is left out`)
  return null
}

/** An empty one says that the addresses beside it are no place to name. */
function readLocation(draft: Draft, property: Property): void {
  draft.location = checked(draft, property, () => checkShortText(textOf(property), 'location')) ?? null
}

function readMetAt(draft: Draft, property: Property): void {
  draft.metAt = checked(draft, property, () => checkShortText(textOf(property), 'place')) || null
}

function readCircle(draft: Draft, property: Property): void {
  const name = checked(draft, property, () => checkLabel(textOf(property), 'circle'))
  const interval = findInterval(property.parameters.get('INTERVAL')?.[0] ?? '')
  if (name !== undefined) {
    draft.circle = { name, interval: interval === undefined ? null : formatInterval(interval) }
  }
}

function readInterval(draft: Draft, property: Property): void {
  const text = textOf(property)
  const interval = findInterval(text)
  if (text.toLowerCase() === 'none') draft.interval = 'none'
  else if (interval !== undefined) draft.interval ??= formatInterval(interval)
  else leaveOut(draft, property, `${quoteCell(text)} is no interval, so it is left out`)
}

function readGroup(draft: Draft, property: Property): void {
  const text = textOf(property)
  const tag = text === '' ? undefined : checked(draft, property, () => checkLabel(text, 'tag'))
  if (tag !== undefined) draft.tags.push(tag)
}

/** frm: no reminders at all, whatever the frequency says. */
function readIgnore(draft: Draft, property: Property): void {
  if (textOf(property).toLowerCase() === 'true') draft.interval = 'none'
}

function readFormerJob(draft: Draft, property: Property): void {
  const job = checked(draft, property, () => {
    const [organization = '', title = ''] = partsOf(property, ';')
    return {
      organization: checkShortText(organization, 'organization'),
      title: checkShortText(title, 'title'),
    }
  })
  if (job === undefined || (job.organization === '' && job.title === '')) return
  draft.formerJobs.push({
    organization: job.organization || null,
    title: job.title || null,
    notedOn: dateIn(property, 'NOTED-ON'),
    untilOn: dateIn(property, 'UNTIL-ON'),
  })
}

function dateIn(property: Property, parameter: string): CalendarDate | null {
  const text = property.parameters.get(parameter)?.[0] ?? ''
  return isCalendarDate(text) ? text : null
}
