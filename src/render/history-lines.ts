/** What a command changed of a row, in words. */
import type { Circle } from '../domain/circle.ts'
import type { RowChange } from '../domain/history.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { safeText } from './safe-text.ts'

/** What the log of changes does not say itself. */
export interface HistoryNames {
  readonly circles: readonly Circle[]
  /** The name of a contact; undefined where it was forgotten. */
  contact(uid: string): string | undefined
  /** All that a row holds now. */
  row(table: string, uid: string): RowChange['set']
}

/** Columns that tell a user nothing. */
const HIDDEN = [
  'contact',
  'touchpoint',
  'recorded_at',
  'snooze_recorded_at',
  'imported',
  'starting',
  'job_since',
]
/** Columns that say something by being set. */
const FLAGS: Readonly<Record<string, string>> = { yearly: 'every year', theirs: 'theirs', occasion: 'a wish' }
/** Columns that name a contact by its uid. */
const CONTACTS: readonly string[] = ['introduced_by', 'merged_into']
/** Tables whose rows are told apart by these columns. */
const NAMED_BY: Readonly<Record<string, readonly string[]>> = {
  contact_point: ['kind', 'value'],
  contact_alias: ['alias'],
  contact_tag: ['tag'],
  contact_trait: ['kind', 'value'],
  contact_job: ['title', 'organization'],
  contact_date: ['label'],
  contact_property: ['line'],
  promise: ['text'],
}

/** `touchpoint: touched on 2026-11-21, channel coffee`, `promise: removed send the paper`; undefined for a change with nothing to show. */
export function describeChange(change: RowChange, names: HistoryNames): string | undefined {
  const { table, uid, set } = change
  const parts = [
    ...('deleted' in set ? [`${sayDeleted(set['deleted'])} ${nameOfRow(table, uid, names)}`.trimEnd()] : []),
    ...(PAIRS.includes(table) && 'a' in set ? [sayPair(set, names)] : sayFields(change, names)),
  ]
  return parts.length === 0 ? undefined : `${table.replaceAll('_', ' ')}: ${parts.join(', ')}`
}

/** The values of `deleted` are those of store/schema.ts. */
function sayDeleted(value: string | number | null | undefined): string {
  return value === null ? 'brought back' : value === 2 ? 'taken back' : 'removed'
}

function nameOfRow(table: string, uid: string, names: HistoryNames): string {
  if (PAIRS.includes(table)) return sayPair(names.row(table, uid), names)
  const columns = NAMED_BY[table]
  if (columns === undefined) return ''
  const row = names.row(table, uid)
  const values = columns.map((column) => row[column]).filter((value) => value != null)
  return values.map((value) => safeText(String(value))).join(' ')
}

/** Tables whose rows are about two contacts. */
const PAIRS: readonly string[] = ['relation', 'not_same']

/** `Ada Lovelace reports to Grace Hopper`, `Ada Lovelace and Ada King`. */
function sayPair({ a, kind, b }: RowChange['set'], names: HistoryNames): string {
  const name = (uid: string | number | null | undefined): string =>
    safeText(names.contact(String(uid)) ?? String(uid))
  return `${name(a)} ${kind == null ? 'and' : safeText(phraseOfRelation(String(kind)))} ${name(b)}`
}

function sayFields({ table, set }: RowChange, names: HistoryNames): readonly string[] {
  if (PAIRS.includes(table)) return []
  return Object.entries(set)
    .filter(([field]) => field !== 'deleted' && !HIDDEN.includes(field))
    .map(([field, value]) => {
      const flag = value === null ? undefined : FLAGS[field]
      return flag ?? `${field.replaceAll('_', ' ')} ${sayValue(field, value, names)}`
    })
}

function sayValue(field: string, value: string | number | null, names: HistoryNames): string {
  if (value === null) return 'emptied'
  const circle = field === 'circle' ? names.circles.find(({ uid }) => uid === value)?.name : undefined
  const contact = CONTACTS.includes(field) ? names.contact(String(value)) : undefined
  return safeText(circle ?? contact ?? String(value))
}
