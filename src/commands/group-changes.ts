/** What `netkeep group` changes of a group itself: add, every, rename, remove. */
import { checkGroupKind, checkGroupName } from '../domain/group.ts'
import { foldText } from '../domain/match-key.ts'
import { UserError, usageError } from '../errors.ts'
import { describeInterval, sayGroupDue, typedGroup } from '../render/group-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { addMember } from '../store/group-members.ts'
import { insertGroup, listGroups, removeGroup, renameGroup, setGroupInterval } from '../store/groups.ts'
import { parseOwnInterval, splitInterval } from './cadence-options.ts'
import { changeGroup, readGroup, reportGroup } from './group-report.ts'
import { resolveGroup, resolveGroupAndRest } from './which-group.ts'
import { resolveList } from './who-list.ts'
import { recordWith } from './write.ts'

interface AddOptions {
  readonly every?: string
  readonly kind?: string
  readonly with?: string
}

export async function addGroup(
  session: Session,
  words: readonly string[],
  options: AddOptions,
): Promise<void> {
  if (words.length === 0)
    throw usageError(
      'What is the group called?',
      'Type: netkeep group add "Job club" --every 2w --with ada,grace',
    )
  const group = {
    name: checkGroupName(words.join(' ')),
    kind: options.kind === undefined ? null : checkGroupKind(options.kind),
    interval: options.every === undefined ? null : parseGroupInterval(options.every),
  }
  const members = options.with === undefined ? [] : await resolveList(session, options.with, 'write')
  const uids = members.map(({ uid }) => uid)
  const { value } = await recordWith(session, uids, ({ db }) => {
    refuseKnownName(session, db, group.name)
    const uid = insertGroup(db, group, session.today)
    for (const member of uids) addMember(db, uid, member, session.today)
    return uid
  })
  const added = readGroup((await session.store()).db, value, session)
  const every = describeInterval(added.group)
  const who = members.length === 0 ? '' : `, with ${listNames(members.map(({ name }) => name))}`
  const due = added.group.interval === null ? '' : ` ${sayGroupDue(added.group, session.today)}`
  const line = `Added the group ${safeText(group.name)}${every === '' ? '' : `, ${every}`}${who}.${due}`
  reportGroup(session, line, true, added)
  const typed = typedGroup(added.group)
  if (members.length === 0) session.notice(`Its members: netkeep group join ${typed} ada grace`)
  else if (group.interval === null) session.notice(`How often it meets: netkeep group every ${typed} 2w`)
}

/** As stored; null for `none`. @throws UserError (usage) */
function parseGroupInterval(typed: string): string | null {
  const interval = parseOwnInterval(typed)
  if (interval === null)
    throw usageError('A group is in no circle.', 'Say how often it meets: netkeep group every job 2w')
  return interval === 'none' ? null : interval
}

/** @param except the group that is renamed. */
function refuseKnownName(session: Session, db: Database, name: string, except?: string): void {
  const known = listGroups(db, session.today).find(
    (group) => foldText(group.name) === foldText(name) && group.uid !== except,
  )
  if (known === undefined) return
  throw new UserError(
    'failed',
    `There is a group ${known.name} already; nothing was changed.`,
    except === undefined
      ? `See it: netkeep group show ${typedGroup(known)}   More members: netkeep group join ${typedGroup(known)} WHO`
      : `Choose another name, or see that one: netkeep group show ${typedGroup(known)}`,
  )
}

export async function setGroupEvery(session: Session, words: readonly string[]): Promise<void> {
  if (words.length < 2)
    throw usageError('Name a group and an interval.', 'Type: netkeep group every job 2w, or: … job none')
  const { who, typed } = splitInterval(words)
  const interval = parseGroupInterval(typed)
  const { uid } = await resolveGroup(session, who)
  const { isChanged, db } = await changeGroup(session, uid, [], (change) =>
    setGroupInterval(change.db, uid, interval, session.today),
  )
  const changed = readGroup(db, uid, session)
  const { group } = changed
  const name = safeText(group.name)
  const said = isChanged
    ? interval === null
      ? `${name} has no interval now, so it is never due.`
      : `${name} is now ${describeInterval(group)}. ${sayGroupDue(group, session.today)}`
    : `${name}: that already, so nothing was changed.`
  reportGroup(session, said, isChanged, changed)
}

export async function renameGroupTo(session: Session, words: readonly string[]): Promise<void> {
  const { group, rest } = await resolveGroupAndRest(session, words)
  if (rest.length === 0)
    throw usageError(
      `What is ${group.name} to be called?`,
      `Type: netkeep group rename ${typedGroup(group)} "Job seekers"`,
    )
  const name = checkGroupName(rest.join(' '))
  const { isChanged, db } = await changeGroup(session, group.uid, [], (change) => {
    refuseKnownName(session, change.db, name, group.uid)
    renameGroup(change.db, group.uid, name)
  })
  const said = isChanged
    ? `${safeText(group.name)} is called ${safeText(name)} now.`
    : `It is called ${safeText(name)} already; nothing was changed.`
  reportGroup(session, said, isChanged, readGroup(db, group.uid, session))
}

export async function removeGroupNamed(session: Session, words: readonly string[]): Promise<void> {
  const { uid, name } = await resolveGroup(session, words)
  const before = readGroup((await session.store()).db, uid, session)
  const { isChanged } = await changeGroup(session, uid, [], ({ db }) => removeGroup(db, uid))
  const said = `Removed the group ${safeText(name)}. Its members stay contacts, and its meetings touchpoints.`
  reportGroup(session, said, isChanged, before)
}
