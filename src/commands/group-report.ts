/** How changes of groups are told of. */
import { type GroupWithMembers, groupJson } from '../render/group-lines.ts'
import type { Session } from '../session.ts'
import type { Change } from '../store/command-log.ts'
import { recordCommand } from '../store/command-log.ts'
import { requireLive } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { listMembers } from '../store/group-members.ts'
import { getGroup, requireGroup } from '../store/groups.ts'
import { reportChange } from './write.ts'

/** Runs `body` as the one transaction of this command, after making sure that the group and the contacts are still there. */
export async function changeGroup<T>(
  session: Session,
  group: string,
  contacts: readonly string[],
  body: (change: Change) => T,
): Promise<{ readonly value: T; readonly isChanged: boolean; readonly db: Database }> {
  const store = await session.store()
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    requireGroup(change.db, group)
    requireLive(change.db, contacts)
    return body(change)
  })
  return { value, isChanged: command !== undefined, db: store.db }
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
