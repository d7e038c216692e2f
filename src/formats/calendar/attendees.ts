/** Who was invited. */
import type { Meeting } from '../../domain/import-file.ts'
import { isNoReply } from '../../domain/no-reply.ts'
import { turnedName } from '../../domain/turned-name.ts'
import { type Property, textOf } from './property.ts'

export type Attendee = Meeting['attendees'][number]

/** CUTYPE of what is not one person. */
const NO_PERSON = ['RESOURCE', 'ROOM', 'GROUP']
/** PARTSTAT of who does not come, or sends somebody else. */
const NOT_THERE = ['DECLINED', 'DELEGATED']
const MOST_CHARACTERS = 500

/** Organizer first, each once: by address where one is given, else by name. Rooms, resources and groups are nobody. */
export function attendeesIn(
  organizers: readonly Property[],
  attendees: readonly Property[],
): readonly Attendee[] {
  const found = new Map<string, Attendee>()
  for (const property of [...organizers, ...attendees]) {
    if (NO_PERSON.includes(property.parameter('cutype')?.toUpperCase() ?? '')) continue
    const email = emailOf(property)
    if (email !== null && isNoReply(email)) continue
    const name = nameOf(property, email)
    const key = (email ?? name).toLowerCase()
    if (key === '') continue
    const known = found.get(key)
    const isOrganizer = known?.isOrganizer === true || property.name === 'organizer'
    const hasDeclined =
      property.name === 'attendee'
        ? NOT_THERE.includes(property.parameter('partstat')?.toUpperCase() ?? '')
        : known?.hasDeclined === true
    found.set(key, {
      name: name || (known?.name ?? ''),
      email,
      hasDeclined,
      ...(isOrganizer ? { isOrganizer } : {}),
    })
  }
  return [...found.values()]
}

/** Apple's calendars have a path for a value, and the address beside it. */
function emailOf(property: Property): string | null {
  const value = textOf(property)
  const address = /^mailto:/i.test(value)
    ? value.slice('mailto:'.length)
    : (property.parameter('email') ?? '')
  const email = withoutEscapes(address).trim()
  return email.length <= MOST_CHARACTERS && /^[^\s@<>]+@[^\s@<>]+$/.test(email) ? email : null
}

function withoutEscapes(address: string): string {
  try {
    return decodeURIComponent(address)
  } catch {
    return address
  }
}

/** A name that only repeats the address is none; one with the family name first, as Outlook writes it, is turned round. */
function nameOf(property: Property, email: string | null): string {
  const name = (property.parameter('cn') ?? '').replace(/\s+/g, ' ').trim()
  return name.length > MOST_CHARACTERS || !name.isWellFormed() || name.toLowerCase() === email?.toLowerCase()
    ? ''
    : turnedName(name)
}
