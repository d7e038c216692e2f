/** Contacts as JSON: the fields that docs/output.md promises, in their order. */
import type { ContactCard } from '../domain/contact-card.ts'
import type { ContactLine, ListedContact } from '../domain/contact-line.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import { introductionJson } from './introduction-lines.ts'
import { occasionJson } from './occasion-lines.ts'
import { promiseJson } from './promise-lines.ts'
import { prospectMarkJson } from './prospect-lines.ts'

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
  const { tags, emails, phones, urls, snoozedUntil, pausedOn, interests, causes, offers, looksFor } = line
  return {
    ...dueJson(line),
    tags,
    emails,
    phones,
    urls,
    snoozedUntil,
    pausedOn,
    interests,
    causes,
    offers,
    looksFor,
  }
}

/** `show --json`. */
export function showJson(card: ContactCard): object {
  const {
    line,
    details,
    relations,
    introduced,
    introductions,
    groups,
    dates,
    promises,
    touchpoints,
    tryChannel,
  } = card
  const { title, location, birthday, metOn, metAt, aliases, note, introducedBy, formerJobs } = details
  return {
    ...listJson(line),
    title,
    location,
    birthday,
    metOn,
    metAt,
    aliases,
    note,
    introducedBy,
    introduced,
    formerJobs,
    relations: relations.map(({ kind, contact }) => ({ kind, ...contact })),
    introductions: introductions.map(introductionJson),
    groups,
    dates: dates.map(occasionJson),
    promises: promises.map(promiseJson),
    prospect: prospectMarkJson(line),
    balance: balanceJson(card),
    touchpoints: touchpoints.map(touchpointJson),
    tryChannel,
  }
}

/** The balance within `show` and `brief`. */
function balanceJson({ line, details }: ContactCard): object {
  const { given, asked, received, asksSinceGive } = details.balance
  return { given, asked, received, unanswered: line.unanswered, asksSinceGive }
}

export function touchpointJson(touchpoint: TouchpointRecord): object {
  const { uid, on, channel, direction, kind, minutes, place, note, contacts, help, wish, group } = touchpoint
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
    help: help?.side ?? null,
    helpKind: help?.kind ?? null,
    wish: wish !== null,
    group,
    event: touchpoint.eventName,
    eventUid: touchpoint.event,
  }
}
