/**
 * Merging what describes a contact: addresses, aliases, tags, traits, former jobs, properties of vCards. The rows of the contact that goes
 * stay as they are; the survivor gets rows of its own, but for what it has already. Each function returns how many it got.
 */

import { type PointKind, pointKeyOf } from '../domain/contact.ts'
import { isSameText, type Joined } from '../domain/contact-merge.ts'
import type { FormerJob } from '../domain/job.ts'
import type { Trait, TraitKind } from '../domain/trait.ts'
import { addAlias, addTag, aliasId, pointId, tagId } from './contacts.ts'
import type { Database } from './driver.ts'
import { addFormerJob, formerJobId } from './jobs.ts'
import { addProperty } from './properties.ts'
import { REMOVED } from './schema.ts'
import { addTrait, traitId } from './traits.ts'

interface PointRow {
  readonly kind: PointKind
  readonly value: string
  readonly label: string | null
  readonly preferred: number | null
  readonly deleted: number | null
}

/** One that the user took away from either stays away from the survivor, unless the other one has it. */
export function joinPoints(db: Database, into: string, from: string): number {
  const rows = db
    .prepare(
      `SELECT kind, value, label, preferred, deleted FROM contact_point
       WHERE contact = ? AND (deleted IS NULL OR deleted = ${REMOVED}) ORDER BY id`,
    )
    .all(from) as PointRow[]
  const hasPreferred = db
    .prepare(
      'SELECT 1 FROM contact_point WHERE contact = ? AND kind = ? AND preferred = 1 AND deleted IS NULL',
    )
    .pluck()
  const insert = db.prepare(
    `INSERT INTO contact_point (id, contact, kind, value, label, preferred, deleted) VALUES (?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, label = coalesce(label, excluded.label), preferred = excluded.preferred,
       deleted = NULL`,
  )
  const setLabel = db.prepare('UPDATE contact_point SET label = ? WHERE id = ? AND label IS NULL')
  let joined = 0
  for (const { kind, value, label, preferred, deleted } of rows) {
    const id = pointId(into, kind, pointKeyOf(kind, value))
    const state = stateOf(db, 'contact_point', id)
    if (deleted !== null && state !== 'none') continue
    if (state === 'live') setLabel.run(label, id)
    else {
      const isPreferred = preferred === 1 && hasPreferred.get(into, kind) === undefined
      insert.run(id, into, kind, value, label, isPreferred ? 1 : null, deleted)
      if (deleted === null) joined++
    }
  }
  return joined
}

/** @param names the name of the survivor, and the one that becomes an alias. */
export function joinAliases(
  db: Database,
  into: string,
  from: string,
  { name, alias }: { readonly name: string; readonly alias: string | null },
): number {
  const others = listValues<{ alias: string }>(db, 'contact_alias', from).map((row) => row.alias)
  const aliases = [...(alias === null ? [] : [alias]), ...others]
  const missing = aliases.filter(
    (text) => !isSameText(text, name) && stateOf(db, 'contact_alias', aliasId(into, text)) !== 'live',
  )
  for (const text of missing) addAlias(db, into, text)
  return missing.length
}

export function joinTags(db: Database, into: string, from: string): number {
  const missing = listValues<{ tag: string }>(db, 'contact_tag', from).filter(
    ({ tag }) => stateOf(db, 'contact_tag', tagId(into, tag)) !== 'live',
  )
  for (const { tag } of missing) addTag(db, into, tag)
  return missing.length
}

export function joinTraits(
  db: Database,
  into: string,
  from: string,
): Pick<Joined, 'interests' | 'causes' | 'offers' | 'looksFor'> {
  const missing = listValues<Trait>(db, 'contact_trait', from).filter(
    ({ kind, value }) => stateOf(db, 'contact_trait', traitId(into, kind, value)) !== 'live',
  )
  for (const trait of missing) addTrait(db, into, trait)
  const count = (wanted: TraitKind): number => missing.filter(({ kind }) => kind === wanted).length
  return {
    interests: count('interest'),
    causes: count('cause'),
    offers: count('offers'),
    looksFor: count('looks-for'),
  }
}

export function joinJobs(db: Database, into: string, from: string): number {
  const rows = listValues<JobRow>(db, 'contact_job', from).map(toFormerJob)
  const missing = rows.filter((job) => stateOf(db, 'contact_job', formerJobId(into, job)) !== 'live')
  for (const job of missing) addFormerJob(db, into, job)
  return missing.length
}

interface JobRow extends Pick<FormerJob, 'organization' | 'title'> {
  readonly noted_on: FormerJob['notedOn']
  readonly until_on: FormerJob['untilOn']
}

function toFormerJob({ organization, title, noted_on, until_on }: JobRow): FormerJob {
  return { organization, title, notedOn: noted_on, untilOn: until_on }
}

export function joinProperties(db: Database, into: string, from: string): void {
  for (const { line } of listValues<{ line: string }>(db, 'contact_property', from))
    addProperty(db, into, line)
}

type DetailTable = 'contact_alias' | 'contact_tag' | 'contact_trait' | 'contact_job' | 'contact_property'

/** The live rows of a contact, in an order that is the same on every machine. */
function listValues<Row>(db: Database, table: DetailTable, contact: string): readonly Row[] {
  return db
    .prepare(`SELECT * FROM ${table} WHERE contact = ? AND deleted IS NULL ORDER BY id`)
    .all(contact) as Row[]
}

function stateOf(
  db: Database,
  table: DetailTable | 'contact_point',
  id: string,
): 'live' | 'deleted' | 'none' {
  const deleted = db.prepare(`SELECT deleted FROM ${table} WHERE id = ?`).pluck().get(id)
  return deleted === undefined ? 'none' : deleted === null ? 'live' : 'deleted'
}
