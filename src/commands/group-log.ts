/** `netkeep group log`: a group met, and who was there. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { GroupLine } from '../domain/group.ts'
import { type Candidate, usageError } from '../errors.ts'
import { listJson } from '../render/contact-json.ts'
import { formatOn } from '../render/dates.ts'
import { meetingJson } from '../render/group-card.ts'
import { type GroupWithMembers, groupJson, sayGroupDue, typedGroup } from '../render/group-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayReached } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { listMembers } from '../store/group-members.ts'
import { countMeetings, findMeeting, getMeeting, type Meeting, recordMeeting } from '../store/meetings.ts'
import { unreachedAmong } from '../store/prospects.ts'
import { changeGroup, readGroup } from './group-report.ts'
import { readTouchpointOptions, type TouchpointOptions } from './touchpoint-options.ts'
import { resolveGroupAndRest } from './which-group.ts'
import { resolveList } from './who-list.ts'
import { resolveAll, uniqueContacts } from './whom.ts'
import { reportChange } from './write.ts'

export interface GroupLogOptions extends TouchpointOptions {
  readonly present?: string
  readonly all?: boolean
}

export async function logMeeting(
  session: Session,
  words: readonly string[],
  options: GroupLogOptions,
): Promise<void> {
  const { group, rest } = await resolveGroupAndRest(session, words)
  const { on, note } = await readTouchpointOptions(session, options)
  const members = listMembers((await session.store()).db, group.uid)
  if (options.all === true && members.length === 0)
    throw usageError(
      `${group.name} has no members yet.`,
      `Name them: netkeep group join ${typedGroup(group)} ada grace`,
    )
  const named = await readPresent(session, rest, options)
  const present = [...new Set([...(options.all === true ? members : []), ...named].map(({ uid }) => uid))]
  const { value, isChanged, db } = await changeGroup(session, group.uid, present, (change) => ({
    before: findMeeting(change.db, group.uid, on),
    reached: unreachedAmong(change.db, present),
    meeting: recordMeeting(change, group.uid, { on, note, present }),
  }))
  const after = readGroup(db, group.uid, session)
  const meeting = getMeeting(db, value.meeting)
  const guests = named.filter((contact) => !members.some(({ uid }) => uid === contact.uid))
  const line = isChanged
    ? `${sayMet(after.group, meeting, value.before, session.today)}${sayReached(getLines(db, value.reached, session.today))}`
    : `That meeting of ${safeText(group.name)} was logged already; nothing was changed.`
  reportChange(session, line, isChanged, () => ({
    group: groupJson(after),
    meeting: meetingJson(meeting),
    contacts: getListed(db, present, session.today).map(listJson),
  }))
  const isFirst = countMeetings(db, group.uid) === 1
  const next = sayNext(session, after, meeting, guests, isFirst)
  if (next !== undefined) session.notice(next)
}

/** Those behind the name of the group, a `with` between them or not, and those of --present. @throws UserError (no-match, ambiguous) */
async function readPresent(
  session: Session,
  words: readonly string[],
  { present }: GroupLogOptions,
): Promise<readonly Candidate[]> {
  const names = words[0] === 'with' ? words.slice(1) : words
  return uniqueContacts([
    ...(names.length === 0 ? [] : await resolveAll(session, names, 'write')),
    ...(present === undefined ? [] : await resolveList(session, present, 'write', '--present')),
  ])
}

/** `Job club met today with Ada Lovelace. Next due 6 Dec.`; of a meeting that was known what is new: `Added to …: Ada Lovelace, the note.` */
function sayMet(
  group: GroupLine,
  { on, note, present }: Meeting,
  before: Meeting | undefined,
  today: CalendarDate,
): string {
  const when = on === null ? '' : ` ${formatOn(on, today)}`
  const joined = present.filter(({ uid }) => before?.present.every((known) => known.uid !== uid) !== false)
  const names = listNames(
    joined.map(({ name }) => name),
    8,
  )
  if (before !== undefined) {
    const added = [names, note === before.note ? '' : 'the note'].filter((part) => part !== '')
    return `Added to the meeting of ${safeText(group.name)}${when}: ${added.join(', ')}.`
  }
  const who = names === '' ? '' : ` with ${names}`
  const due = group.interval === null ? '' : ` ${sayGroupDue(group, today)}`
  return `${safeText(group.name)} met${when}${who}.${due}`
}

/** What to type where something is missing: who was there, or that somebody there is a member. */
function sayNext(
  { today }: Session,
  { group, members }: GroupWithMembers,
  { on, present }: Meeting,
  guests: readonly Candidate[],
  isFirst: boolean,
): string | undefined {
  const typed = typedGroup(group)
  if (guests.length > 0) {
    const names = listNames(guests.map(({ name }) => name))
    return `${names}: no member yet. To change that: netkeep group join ${typed} ${guests.map(({ id }) => id).join(' ')}`
  }
  if (present.length > 0) return undefined
  if (members.length === 0) return isFirst ? `Its members: netkeep group join ${typed} ada grace` : undefined
  const day = on === null || on === today ? '' : ` --on ${on}`
  return `Who was there: netkeep group log ${typed}${day} --all, or --present ada,grace`
}
