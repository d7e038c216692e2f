/** The steps that add contacts of the sample network, and give them their present jobs. */
import { type CalendarDate, datePartsOf } from '../domain/calendar-date.ts'
import { occurrenceIn } from '../domain/occasion.ts'
import { TRAIT_KINDS } from '../domain/trait.ts'
import { findCircle } from '../store/circles.ts'
import type { Change } from '../store/command-log.ts'
import { addAlias, addPoint, addTag, insertContact, updateFields } from '../store/contacts.ts'
import { addFirstTouchpoint } from '../store/first-touchpoint.ts'
import { addPastEmployer } from '../store/jobs.ts'
import { addTrait } from '../store/traits.ts'
import type { DemoContact } from './people.ts'
import { commandLine, type DayOf, type Option, type Step, type Uids } from './step.ts'

/** When the user began with netkeep. */
const BEGAN_DAYS_AGO = 365

/** `netkeep add`: on the first day or for the first touchpoint; who was met later, on the day they met; a prospect, on its own day. */
export function additionOf(contact: DemoContact, day: DayOf): Step {
  const { metDaysAgo, prospectDaysAgo, touchpoints } = contact
  const addedDaysAgo = prospectDaysAgo ?? metDaysAgo
  const daysAgo =
    addedDaysAgo !== null && addedDaysAgo < BEGAN_DAYS_AGO
      ? addedDaysAgo
      : Math.max(BEGAN_DAYS_AGO, ...touchpoints.map((touchpoint) => touchpoint.daysAgo))
  return {
    typed: commandLine(['add', contact.name], optionsOf(contact, day)),
    daysAgo,
    take: (change, uids) => uids.add(contact.name, insert(change, contact, uids, day, day(daysAgo))),
  }
}

/** `netkeep edit`, where the job on the card is not the first one. */
export function editOf({ name, organization, title, jobBefore }: DemoContact, day: DayOf): readonly Step[] {
  if (jobBefore === null) return []
  const { untilDaysAgo } = jobBefore
  return [
    {
      typed: commandLine(
        ['edit', name],
        [
          ['--org', organization],
          ['--title', title],
        ],
      ),
      daysAgo: untilDaysAgo,
      take: ({ db }, uids) => updateFields(db, uids.of(name), { organization, title }, day(untilDaysAgo)),
    },
  ]
}

function optionsOf(contact: DemoContact, day: DayOf): readonly Option[] {
  const { organization, title } = contact.jobBefore ?? contact
  const each = (name: string, values: readonly string[] = []): readonly Option[] =>
    values.map((value) => [name, value])
  return [
    ['--org', organization],
    ['--title', title],
    ['--email', contact.email],
    ['--location', contact.location],
    ['--birthday', birthdayOf(contact, day)],
    ['--circle', contact.circle ?? 'none'],
    ['--every', contact.interval],
    ['--prospect', contact.prospectDaysAgo !== null],
    ['--met-at', contact.metAt],
    ['--met-on', metOn(contact, day)],
    ['--introduced-by', contact.introducedBy],
    ['--note', contact.note],
    ...each('--tag', contact.tags),
    ...each('--alias', contact.aliases),
    ...TRAIT_KINDS.flatMap((kind) => each(`--${kind}`, contact.traits[kind])),
    ...each('--formerly', contact.formerly),
  ]
}

function insert(change: Change, contact: DemoContact, uids: Uids, day: DayOf, addedOn: CalendarDate): string {
  const { db } = change
  const { organization, title } = contact.jobBefore ?? contact
  const fields = {
    name: contact.name,
    organization,
    title,
    location: contact.location,
    birthday: birthdayOf(contact, day),
    note: contact.note,
    metAt: contact.metAt,
    metOn: metOn(contact, day),
    introducedBy: contact.introducedBy === null ? null : uids.of(contact.introducedBy),
  }
  const circle = contact.circle === null ? null : (findCircle(db, contact.circle)?.uid ?? null)
  const isProspect = contact.prospectDaysAgo !== null
  const cadence = { circle, interval: contact.interval, ...(isProspect ? { prospectOn: addedOn } : {}) }
  const uid = insertContact(change, fields, cadence, addedOn)
  if (contact.email !== null) addPoint(db, uid, 'email', contact.email)
  for (const tag of contact.tags) addTag(db, uid, tag)
  for (const alias of contact.aliases) addAlias(db, uid, alias)
  for (const kind of TRAIT_KINDS) {
    for (const value of contact.traits[kind] ?? []) addTrait(db, uid, { kind, value })
  }
  for (const former of contact.formerly) addPastEmployer(db, uid, former)
  addFirstTouchpoint(change, uid, fields, cadence, addedOn)
  return uid
}

function metOn({ metDaysAgo }: DemoContact, day: DayOf): CalendarDate | null {
  return metDaysAgo === null ? null : day(metDaysAgo)
}

/** A near one is told from the day it falls on. */
function birthdayOf({ birthday }: DemoContact, day: DayOf): string | null {
  if (birthday === null || typeof birthday === 'string') return birthday
  const on = day(-birthday.inDays)
  if (birthday.years === null) return `-${on.slice(4)}`
  return occurrenceIn(datePartsOf(on).year - birthday.years, on) ?? on
}
