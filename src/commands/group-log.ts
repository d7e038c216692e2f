/** `netkeep group log`: a group met, and who was there. */
import type { GroupLine } from '../domain/group.ts'
import { type Candidate, usageError } from '../errors.ts'
import { listJson } from '../render/contact-json.ts'
import { formatOn } from '../render/dates.ts'
import { meetingJson } from '../render/group-card.ts'
import { groupJson, sayGroupDue } from '../render/group-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import { type GroupMember, listMembers } from '../store/group-members.ts'
import { getMeeting, type Meeting, recordMeeting } from '../store/meetings.ts'
import { changeGroup, readGroup, typedGroup } from './group-report.ts'
import { readTouchpointOptions, type TouchpointOptions } from './touchpoint-options.ts'
import { resolveGroup } from './which-group.ts'
import { resolveList } from './who-list.ts'
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
  const group = await resolveGroup(session, words)
  const { on, note } = await readTouchpointOptions(session, options)
  const members = listMembers((await session.store()).db, group.uid)
  if (options.all === true && members.length === 0)
    throw usageError(
      `${group.name} has no members yet.`,
      `Name them: netkeep group join ${typedGroup(group)} ada grace`,
    )
  const named = options.present === undefined ? [] : await resolveList(session, options.present, 'write')
  const present = (options.all === true ? members : named).map(({ uid }) => uid)
  const { value, isChanged, db } = await changeGroup(session, group.uid, present, (change) =>
    recordMeeting(change, group.uid, { on, note, present }),
  )
  const after = readGroup(db, group.uid, session)
  const meeting = getMeeting(db, value)
  const guests = named.filter((contact) => !members.some(({ uid }) => uid === contact.uid))
  const line = isChanged
    ? sayMet(session, after.group, meeting, members, guests)
    : `That meeting of ${safeText(group.name)} was logged already; nothing was changed.`
  reportChange(session, line, isChanged, () => ({
    group: groupJson(after),
    meeting: meetingJson(meeting),
    contacts: getListed(db, present, session.today).map(listJson),
  }))
}

/** `Job club met today with Ada Lovelace. Next due 6 Dec.`, and what to type next, where something is missing. */
function sayMet(
  { today }: Session,
  group: GroupLine,
  meeting: Meeting,
  members: readonly GroupMember[],
  guests: readonly Candidate[],
): string {
  const when = meeting.on === null ? '' : ` ${formatOn(meeting.on, today)}`
  const names = meeting.present.map(({ name }) => name)
  const who = names.length === 0 ? '' : ` with ${listNames(names, 8)}`
  const typed = typedGroup(group)
  const next =
    guests.length > 0
      ? ` No member yet: ${listNames(guests.map(({ name }) => name))}; to change that: netkeep group join ${typed} ${guests.map(({ id }) => id).join(' ')}`
      : names.length > 0
        ? ''
        : members.length === 0
          ? ` Its members: netkeep group join ${typed} WHO`
          : ` Who was there: netkeep group log ${typed} --all, or --present ada,grace`
  const due = group.interval === null ? '' : ` ${sayGroupDue(group, today)}`
  return `${safeText(group.name)} met${when}${who}.${due}${next}`
}
