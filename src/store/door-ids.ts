/** The ids of rows that two devices may make alike: who is to be met at an event, who is in a group, which employer is watched. */
import { organizationKeyOf } from '../domain/organization-key.ts'
import { naturalId } from './ids.ts'

export function eventContactId(event: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('event_contact', event, contact)
}

export function groupMemberId(group: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('group_member', group, contact)
}

export function watchId(organization: string, idOf: typeof naturalId = naturalId): string {
  return idOf('watch', organizationKeyOf(organization))
}
