/** What a contact has several of, read for many contacts with one query each. */
import type { PointKind } from '../domain/contact.ts'
import { groupBy } from '../domain/group-by.ts'
import type { FormerJob } from '../domain/job.ts'
import type { SnapshotDate, SnapshotPoint } from '../domain/snapshot.ts'
import type { Trait } from '../domain/trait.ts'
import type { Database } from './driver.ts'

/** Each list in an order that follows from its values alone. */
export interface ContactSets {
  readonly points: readonly SnapshotPoint[]
  readonly aliases: readonly string[]
  readonly tags: readonly string[]
  readonly traits: readonly Trait[]
  readonly dates: readonly SnapshotDate[]
  readonly formerJobs: readonly FormerJob[]
  readonly properties: readonly string[]
}

/** The sets of these contacts, by uid. */
export function readContactSets(db: Database, uids: readonly string[]): (uid: string) => ContactSets {
  const given = JSON.stringify(uids)
  const read = <Row extends { readonly contact: string }, T>(
    table: string,
    columns: string,
    toValue: (row: Row) => T,
    order: string = columns.replaceAll(/ AS \w+/g, ''),
  ): ReadonlyMap<string, readonly T[]> => {
    const rows = db
      .prepare(
        `SELECT x.contact, ${columns} FROM json_each(?) g CROSS JOIN ${table} x ON x.contact = g.value WHERE x.deleted IS NULL
         ORDER BY g.key, ${order}, x.id`,
      )
      .all(given) as Row[]
    return groupBy(rows, ({ contact }) => contact, toValue)
  }
  const points = read(
    'contact_point',
    'x.kind, x.value, x.label, x.preferred',
    toPoint,
    'x.kind, x.preferred DESC, x.value, x.label',
  )
  const aliases = read('contact_alias', 'x.alias', ({ alias }: AliasRow) => alias)
  const tags = read('contact_tag', 'x.tag', ({ tag }: TagRow) => tag)
  const traits = read('contact_trait', 'x.kind, x.value', ({ kind, value }: TraitRow) => ({ kind, value }))
  const dates = read('contact_date', 'x.label, x.date, x.yearly, x.notice, x.id AS uid', toDate)
  const formerJobs = read(
    'contact_job',
    'x.until_on AS untilOn, x.noted_on AS notedOn, x.organization, x.title',
    toJob,
  )
  const properties = read('contact_property', 'x.line', ({ line }: PropertyRow) => line)
  return (uid) => ({
    points: points.get(uid) ?? [],
    aliases: aliases.get(uid) ?? [],
    tags: tags.get(uid) ?? [],
    traits: traits.get(uid) ?? [],
    dates: dates.get(uid) ?? [],
    formerJobs: formerJobs.get(uid) ?? [],
    properties: properties.get(uid) ?? [],
  })
}

interface OfContact {
  readonly contact: string
}
type AliasRow = OfContact & { readonly alias: string }
type TagRow = OfContact & { readonly tag: string }
type TraitRow = OfContact & Trait
type PropertyRow = OfContact & { readonly line: string }

function toPoint({
  kind,
  value,
  label,
  preferred,
}: OfContact & {
  readonly kind: PointKind
  readonly value: string
  readonly label: string | null
  readonly preferred: number | null
}): SnapshotPoint {
  return { kind, value, label, isPreferred: preferred === 1 }
}

function toDate({
  uid,
  label,
  date,
  yearly,
  notice,
}: OfContact & Omit<SnapshotDate, 'isYearly'> & { readonly yearly: number | null }): SnapshotDate {
  return { uid, label, date, isYearly: yearly === 1, notice }
}

function toJob({ organization, title, notedOn, untilOn }: OfContact & FormerJob): FormerJob {
  return { organization, title, notedOn, untilOn }
}
