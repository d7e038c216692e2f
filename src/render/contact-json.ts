/** Contacts as JSON: the fields that docs/output.md promises, in their order. */
import type { ContactDetails, ContactLine, ListedContact } from '../domain/contact-line.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'

/** A line of `due --json`. */
export function dueJson(line: ContactLine): object {
  const { uid, id, name, organization, circle, interval, lastTouchOn, lastChannel, lastNote } = line
  const { dueOn, daysOverdue, lateness, standing } = line
  return {
    uid,
    id,
    name,
    organization,
    circle,
    interval,
    lastTouchOn,
    lastChannel,
    lastNote,
    dueOn,
    daysOverdue,
    lateness,
    standing,
  }
}

/** A line of `list --json`. */
export function listJson(line: ListedContact): object {
  const { tags, emails, phones, urls, snoozedUntil, pausedOn } = line
  return { ...dueJson(line), tags, emails, phones, urls, snoozedUntil, pausedOn }
}

/** `show --json`. */
export function showJson(
  line: ListedContact,
  details: ContactDetails,
  touchpoints: readonly TouchpointRecord[],
): object {
  const { title, location, birthday, metOn, metAt, aliases, note } = details
  return {
    ...listJson(line),
    title,
    location,
    birthday,
    metOn,
    metAt,
    aliases,
    note,
    touchpoints: touchpoints.map(touchpointJson),
  }
}

export function touchpointJson(touchpoint: TouchpointRecord): object {
  const { uid, on, channel, direction, kind, minutes, place, note, contacts } = touchpoint
  return {
    uid,
    on,
    channel,
    direction,
    attempt: kind === 'attempt',
    light: kind === 'light',
    minutes,
    place,
    note,
    contacts,
  }
}
