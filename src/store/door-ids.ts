/** The ids of rows that two devices may make alike: who is to be met at an event, which employer is watched. */
import { organizationKeyOf } from '../domain/organization-key.ts'
import { naturalId } from './ids.ts'

export function eventContactId(event: string, contact: string, idOf: typeof naturalId = naturalId): string {
  return idOf('event_contact', event, contact)
}

export function watchId(organization: string, idOf: typeof naturalId = naturalId): string {
  return idOf('watch', organizationKeyOf(organization))
}
