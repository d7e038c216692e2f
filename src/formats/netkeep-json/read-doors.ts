/** Introductions, events, groups and watched employers of netkeep's own JSON. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { checkLabel, checkShortText } from '../../domain/contact.ts'
import { MOST_EVENT_DAYS } from '../../domain/event.ts'
import { isOrganization } from '../../domain/organization-key.ts'
import { daysIn } from '../../domain/period.ts'
import type {
  SnapshotEvent,
  SnapshotGroup,
  SnapshotIntroduction,
  SnapshotWatch,
} from '../../domain/snapshot.ts'
import type { JsonFields } from '../json-fields.ts'
import { checkDate, checkInterval, checkPastDate, checkUid, noteText, shortText, uidList } from './values.ts'

const STATE_DAYS = ['offeredOn', 'agreedOn', 'madeOn', 'metOn', 'outcomeOn', 'declinedOn'] as const
type StateDays = Pick<SnapshotIntroduction, (typeof STATE_DAYS)[number]>

/** @param tell hears of each part that is left out, by its path. */
export function readIntroduction(
  fields: JsonFields,
  today: CalendarDate,
  tell: (reason: string) => void,
): SnapshotIntroduction {
  const introduction = {
    uid: fields.needed('uid', checkUid),
    a: fields.needed('a', checkUid),
    b: fields.optional('b', checkUid),
    by: fields.optional('by', checkUid),
    for: shortText(fields, 'for'),
    ...readStateDays(fields, today, tell),
    outcome: noteText(fields, 'outcome'),
    touchpoint: fields.optional('touchpoint', checkUid),
  }
  const { a, b, by } = introduction
  if (b === null && by === null) throw fields.problem('b', 'is missing, and so is who introduced them')
  if (a === b || a === by || b === by)
    throw fields.problem('a', 'stands in it twice: nobody is introduced to themselves')
  return introduction
}

/** A day that lies before that of an earlier state is left out: it would be in that state before it could be. */
function readStateDays(fields: JsonFields, today: CalendarDate, tell: (reason: string) => void): StateDays {
  const days: { -readonly [state in keyof StateDays]: StateDays[state] } = {
    offeredOn: null,
    agreedOn: null,
    madeOn: null,
    metOn: null,
    outcomeOn: null,
    declinedOn: null,
  }
  let last: CalendarDate | null = null
  for (const state of STATE_DAYS) {
    const day = fields.optional(state, checkPastDate(today))
    if (day === null) continue
    if (last !== null && day < last) {
      tell(`${fields.path}.${state}: "${day}" lies before an earlier state, so it is left out`)
      continue
    }
    days[state] = day
    last = day
  }
  if (last === null) throw fields.problem('offeredOn', 'is missing, and so is the day of any other state')
  return days
}

export function readEvent(fields: JsonFields): SnapshotEvent {
  const from = fields.needed('from', checkDate)
  const to = fields.optional('to', checkDate) ?? from
  if (to < from) throw fields.problem('to', 'lies before the first day')
  if (daysIn({ from, to }) > MOST_EVENT_DAYS)
    throw fields.problem('to', `makes it longer than ${MOST_EVENT_DAYS} days`)
  return {
    uid: fields.needed('uid', checkUid),
    name: fields.needed('name', (text) => checkLabel(text, 'name')),
    from,
    to,
    place: shortText(fields, 'place'),
    goal: shortText(fields, 'goal'),
    contacts: uidList(fields, 'contacts'),
  }
}

/** @param tell hears of each part that is put right, by its path. */
export function readGroup(
  fields: JsonFields,
  today: CalendarDate,
  tell: (reason: string) => void,
): SnapshotGroup {
  const past = checkPastDate(today)
  const group = {
    uid: fields.needed('uid', checkUid),
    name: fields.needed('name', (text) => checkLabel(text, 'name')),
    kind: shortText(fields, 'kind'),
    interval: fields.optional('interval', checkInterval),
    trackedFrom: fields.optional('trackedFrom', past),
    members: fields.objects('members').map((member) => ({
      contact: member.needed('contact', checkUid),
      joinedOn: member.optional('joinedOn', past),
    })),
    meetings: fields.objects('meetings').map((meeting) => ({
      uid: meeting.needed('uid', checkUid),
      on: meeting.needed('on', past),
      note: noteText(meeting, 'note'),
    })),
  }
  if (group.interval === null || group.trackedFrom !== null) return group
  // Without a day to count from it would never be due.
  const trackedFrom = group.meetings.map(({ on }) => on).sort()[0] ?? today
  tell(`${fields.path}.trackedFrom is missing, so it is ${trackedFrom}`)
  return { ...group, trackedFrom }
}

export function readWatch(fields: JsonFields, today: CalendarDate): SnapshotWatch {
  const organization = fields.needed('organization', (text) => checkShortText(text, 'organization'))
  if (!isOrganization(organization)) throw fields.problem('organization', 'has neither a letter nor a digit')
  return { organization, since: fields.optional('since', checkPastDate(today)) }
}
