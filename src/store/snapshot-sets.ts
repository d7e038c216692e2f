/** Writes what a contact of a snapshot has several of. */
import { pointKeyOf } from '../domain/contact.ts'
import { foldText } from '../domain/match-key.ts'
import type { SnapshotContact } from '../domain/snapshot.ts'
import { traitKeyOf } from '../domain/trait.ts'
import { bulkNaturalId } from './bulk-ids.ts'
import type { Database } from './driver.ts'
import { rowWriter } from './snapshot-put.ts'

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
    const idOf = (table: string, ...key: readonly string[]): string => bulkNaturalId(table, uid, ...key)
    for (const { kind, value, label, isPreferred } of contact.points) {
      const id = idOf('contact_point', kind, pointKeyOf(kind, value))
      points.put(id, uid, kind, value, label, isPreferred ? 1 : null)
    }
    for (const alias of contact.aliases) aliases.put(idOf('contact_alias', foldText(alias)), uid, alias)
    for (const tag of contact.tags) tags.put(idOf('contact_tag', foldText(tag)), uid, tag)
    for (const { kind, value } of contact.traits)
      traits.put(idOf('contact_trait', kind, traitKeyOf(value)), uid, kind, value)
    for (const { label, date, isYearly, notice } of contact.dates)
      dates.put(dateIdOf(uid, label), uid, label, date, isYearly ? 1 : null, notice)
    for (const { organization, title, notedOn, untilOn } of contact.formerJobs) {
      const key = [foldText(organization ?? ''), foldText(title ?? ''), notedOn ?? '']
      jobs.put(idOf('contact_job', ...key), uid, organization, title, notedOn, untilOn)
    }
    for (const line of contact.properties) properties.put(idOf('contact_property', line), uid, line)
  }
}

export function dateIdOf(uid: string, label: string): string {
  return bulkNaturalId('contact_date', uid, foldText(label))
}
