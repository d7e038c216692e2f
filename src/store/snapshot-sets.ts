/** Writes what a contact of a snapshot has several of. */
import { pointKeyOf } from '../domain/contact.ts'
import type { SnapshotContact } from '../domain/snapshot.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import { aliasId, pointId, tagId } from './contacts.ts'
import type { Database } from './driver.ts'
import { formerJobId } from './jobs.ts'
import { dateId } from './occasions.ts'
import { propertyId } from './properties.ts'
import { rowWriter } from './snapshot-put.ts'
import { traitId } from './traits.ts'

/**
 * Unites the sets of the file with those that are here.
 * @param bringsBack whether what the user took away comes back too
 * @returns a function that writes those of one contact under the uid that it has here
 */
export function setsWriter(
  db: Database,
  bringsBack: boolean,
): (uid: string, contact: SnapshotContact) => void {
  const writer = (table: Parameters<typeof rowWriter>[1], ...columns: readonly string[]) =>
    rowWriter(db, table, ['contact', ...columns], bringsBack)
  const points = writer('contact_point', 'kind', 'value', 'label', 'preferred')
  const aliases = writer('contact_alias', 'alias')
  const tags = writer('contact_tag', 'tag')
  const traits = writer('contact_trait', 'kind', 'value')
  const dates = writer('contact_date', 'label', 'date', 'yearly', 'notice')
  const jobs = writer('contact_job', 'organization', 'title', 'noted_on', 'until_on')
  const properties = writer('contact_property', 'line')
  return (uid, contact) => {
    for (const { kind, value, label, isPreferred } of contact.points) {
      const id = pointId(uid, kind, pointKeyOf(kind, value), bulkNaturalId)
      points.put(id, uid, kind, value, label, isPreferred ? 1 : null)
    }
    for (const alias of contact.aliases) aliases.put(aliasId(uid, alias, bulkNaturalId), uid, alias)
    for (const tag of contact.tags) tags.put(tagId(uid, tag, bulkNaturalId), uid, tag)
    for (const { kind, value } of contact.traits)
      traits.put(traitId(uid, kind, value, bulkNaturalId), uid, kind, value)
    for (const { label, date, isYearly, notice } of contact.dates)
      dates.put(dateId(uid, label, bulkNaturalId), uid, label, date, isYearly ? 1 : null, notice)
    for (const job of contact.formerJobs) {
      const { organization, title, notedOn, untilOn } = job
      jobs.put(formerJobId(uid, job, bulkNaturalId), uid, organization, title, notedOn, untilOn)
    }
    for (const line of contact.properties) properties.put(propertyId(uid, line, bulkNaturalId), uid, line)
  }
}
