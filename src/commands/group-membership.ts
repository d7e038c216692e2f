/** `netkeep group join` and `leave`. */
import type { GroupLine } from '../domain/group.ts'
import { type Candidate, usageError } from '../errors.ts'
import { typedGroup } from '../render/group-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { addMember, removeMember } from '../store/group-members.ts'
import { changeGroup, readGroup, reportGroup } from './group-report.ts'
import { resolveGroupAndRest } from './which-group.ts'
import { resolveAll } from './whom.ts'

export async function joinGroup(session: Session, words: readonly string[]): Promise<void> {
  const { group, contacts } = await readWho(session, words, 'join')
  const { value, isChanged, db } = await changeGroup(session, group.uid, uidsOf(contacts), (change) =>
    contacts.filter(({ uid }) => addMember(change.db, group.uid, uid, session.today)),
  )
  const after = readGroup(db, group.uid, session)
  const name = safeText(group.name)
  const line = isChanged
    ? `${listNames(namesOf(value))} joined ${name}: ${after.members.length} now.`
    : `${listNames(namesOf(contacts))}: in ${name} already, so nothing was changed.`
  reportGroup(session, line, isChanged, after)
}

export async function leaveGroup(session: Session, words: readonly string[]): Promise<void> {
  const { group, contacts } = await readWho(session, words, 'leave')
  const { value, isChanged, db } = await changeGroup(session, group.uid, uidsOf(contacts), (change) =>
    contacts.filter(({ uid }) => removeMember(change.db, group.uid, uid)),
  )
  const after = readGroup(db, group.uid, session)
  const name = safeText(group.name)
  const line = isChanged
    ? `${listNames(namesOf(value))} left ${name}: ${after.members.length} now.`
    : `${listNames(namesOf(contacts))}: not in ${name}, so nothing was changed.`
  reportGroup(session, line, isChanged, after)
}

/** @throws UserError (usage, no-match, ambiguous) */
async function readWho(
  session: Session,
  words: readonly string[],
  action: string,
): Promise<{ readonly group: GroupLine; readonly contacts: readonly Candidate[] }> {
  const { group, rest } = await resolveGroupAndRest(session, words)
  if (rest.length === 0)
    throw usageError(
      `Who is it that ${action === 'join' ? 'joins' : 'leaves'} ${group.name}?`,
      `Name contacts: netkeep group ${action} ${typedGroup(group)} ada grace`,
    )
  return { group, contacts: await resolveAll(session, rest, 'write') }
}

function uidsOf(contacts: readonly Candidate[]): readonly string[] {
  return contacts.map(({ uid }) => uid)
}

function namesOf(contacts: readonly Candidate[]): readonly string[] {
  return contacts.map(({ name }) => name)
}
