/** What `netkeep group` shows: the groups, one of them, who could be invited. */
import { usageError } from '../errors.ts'
import { groupCardJson, renderGroupCard, renderGroupCardTsv } from '../render/group-card.ts'
import { invitationJson, renderInvitations, renderInvitationTsv } from '../render/group-invites.ts'
import { groupJson, renderGroupLines, renderGroupTsv } from '../render/group-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { listInvitations } from '../store/group-invites.ts'
import { listMembers, readMembers } from '../store/group-members.ts'
import { listGroups } from '../store/groups.ts'
import { countMeetings, listMeetings } from '../store/meetings.ts'
import { readLimit, renderCut } from './limit.ts'
import { resolveGroup } from './which-group.ts'

interface LimitOptions {
  readonly limit?: string
}

export async function showGroups(session: Session, words: readonly string[]): Promise<void> {
  if (words.length > 0)
    throw usageError(
      'netkeep group list has no words after it.',
      `For one group: netkeep group show ${words[0]}`,
    )
  const { db } = await session.store()
  const membersOf = readMembers(db)
  const groups = listGroups(db, session.today).map((group) => ({ group, members: membersOf(group.uid) }))
  await session.show({
    json: () => groups.map(groupJson),
    piped: () => renderGroupTsv(groups),
    terminal: (style) =>
      groups.length === 0
        ? wrapLines(
            'No groups yet. Add one: netkeep group add "Job club" --every 2w --with ada,grace\n',
            session.width,
          )
        : `${renderGroupLines(groups, session.today, style, session.width).join('\n')}\n`,
  })
}

export async function showGroup(
  session: Session,
  words: readonly string[],
  options: LimitOptions,
): Promise<void> {
  const group = await resolveGroup(session, words)
  const { db } = await session.store()
  const joined = new Map(listMembers(db, group.uid).map(({ uid, joinedOn }) => [uid, joinedOn]))
  const lines = getLines(db, [...joined.keys()], session.today)
  const card = {
    group,
    members: lines.map((line) => ({ line, joinedOn: joined.get(line.uid) ?? null })),
    meetings: listMeetings(db, group.uid, readLimit(session, options.limit)),
    meetingCount: countMeetings(db, group.uid),
  }
  await session.show({
    json: () => groupCardJson(card),
    piped: () => renderGroupCardTsv(card),
    terminal: (style) => renderGroupCard(card, session.today, style, session.width),
  })
}

export async function inviteToGroup(
  session: Session,
  words: readonly string[],
  options: LimitOptions,
): Promise<void> {
  const group = await resolveGroup(session, words)
  const { db } = await session.store()
  const limit = readLimit(session, options.limit)
  const { invitations, count } = listInvitations(db, group.uid, session.today, limit)
  const lines = getLines(
    db,
    invitations.map(({ uid }) => uid),
    session.today,
  )
  const byUid = new Map(lines.map((line) => [line.uid, line]))
  const rows = invitations.flatMap((invitation) => {
    const line = byUid.get(invitation.uid)
    return line === undefined ? [] : [{ line, invitation }]
  })
  await session.show({
    json: () => rows.map(invitationJson),
    piped: () => renderInvitationTsv(rows),
    terminal: (style) => {
      if (rows.length > 0)
        return renderCut(
          renderInvitations(rows, session.today, style, session.width),
          count - rows.length,
          style,
        )
      const said = `Nobody warm shares an interest or a cause with a member of ${safeText(group.name)}.`
      return wrapLines(
        `${said}\nSay what members care about: netkeep edit WHO --interest "open source"\n`,
        session.width,
      )
    },
  })
}
