/** How changes of groups are told of. */
import { type GroupWithMembers, groupJson } from '../render/group-lines.ts'
import type { Session } from '../session.ts'
import type { Change } from '../store/command-log.ts'
import type { Database } from '../store/driver.ts'
import { listMembers } from '../store/group-members.ts'
import { getGroup, requireGroup } from '../store/groups.ts'
import { recordWith, reportChange } from './write.ts'

/** Runs `body` as the one transaction of this command, after making sure that the group and the contacts are still there. */
export async function changeGroup<T>(
  session: Session,
  group: string,
  contacts: readonly string[],
  body: (change: Change) => T,
): Promise<{ readonly value: T; readonly isChanged: boolean; readonly db: Database }> {
  const { value, command } = await recordWith(session, contacts, (change) => {
    requireGroup(change.db, group)
    return body(change)
  })
  return { value, isChanged: command !== undefined, db: (await session.store()).db }
}

export function readGroup(db: Database, uid: string, session: Session): GroupWithMembers {
  return { group: getGroup(db, uid, session.today), members: listMembers(db, uid) }
}

export function reportGroup(
  session: Session,
  line: string,
  isChanged: boolean,
  group: GroupWithMembers,
): void {
  reportChange(session, line, isChanged, () => groupJson(group))
}
