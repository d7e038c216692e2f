/** What a command changed of a row, in words. */
import type { NamedCircle } from '../domain/circle.ts'
import type { RowChange } from '../domain/history.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { safeText } from './safe-text.ts'

/** What the log of changes does not say itself. */
export interface HistoryNames {
  readonly circles: readonly NamedCircle[]
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
  'meeting',
]
/** Columns that say something by being set. */
const FLAGS: Readonly<Record<string, string>> = { yearly: 'every year', theirs: 'theirs', occasion: 'a wish' }
/** Columns that name a contact by its uid. */
const CONTACTS: readonly string[] = ['contact', 'introduced_by', 'merged_into', 'introducer']
/** Columns that name a row of another table, which has a name. */
const NAMED_ROWS: Readonly<Record<string, string>> = { event: 'event', contact_group: 'contact_group' }
/** What is called otherwise where it is told of. */
const CALLED: Readonly<Record<string, string>> = { contact_group: 'group', purpose: 'for' }
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
  event: ['name'],
  contact_group: ['name'],
  meeting: ['contact_group', 'held_on'],
  watch: ['organization'],
}

/** Tables whose rows tie two together: the columns of both. */
const TIES: Readonly<Record<string, readonly string[]>> = {
  relation: ['a', 'kind', 'b'],
  not_same: ['a', 'b'],
  introduction: ['a', 'b'],
  event_contact: ['contact', 'event'],
  group_member: ['contact', 'contact_group'],
}

/** `touchpoint: touched on 2026-11-21, channel coffee`, `promise: removed send the paper`; undefined for a change with nothing to show. */
export function describeChange(change: RowChange, names: HistoryNames): string | undefined {
  const { table, uid, set } = change
  const ties = TIES[table] ?? []
  const parts = [
    ...('deleted' in set ? [`${sayDeleted(set['deleted'])} ${nameOfRow(table, uid, names)}`.trimEnd()] : []),
    ...(!('deleted' in set) && ties.some((column) => column in set) ? [nameOfRow(table, uid, names)] : []),
    ...sayFields(set, ties, names),
  ]
  return parts.length === 0 ? undefined : `${call(table)}: ${parts.join(', ')}`
}

function call(name: string): string {
  return (CALLED[name] ?? name).replaceAll('_', ' ')
}

/** The values of `deleted` are those of store/schema.ts. */
function sayDeleted(value: string | number | null | undefined): string {
  return value === null ? 'brought back' : value === 2 ? 'taken back' : 'removed'
}

function nameOfRow(table: string, uid: string, names: HistoryNames): string {
  const row = names.row(table, uid)
  if (TIES[table] !== undefined) return sayTie(table, row, names)
  return (NAMED_BY[table] ?? [])
    .filter((column) => row[column] != null)
    .map((column) => sayValue(column, row[column] ?? null, names))
    .join(' ')
}

/** `Ada Lovelace reports to Grace Hopper`, `Ada Lovelace and Ada King`, `Ada Lovelace in Job club`; who is introduced to you names one contact. */
function sayTie(table: string, row: RowChange['set'], names: HistoryNames): string {
  const { a, b, kind, contact, event, contact_group } = row
  const name = (uid: string | number | null | undefined): string =>
    uid == null ? 'you' : safeText(names.contact(String(uid)) ?? String(uid))
  switch (table) {
    case 'event_contact':
      return `${name(contact)} at ${sayValue('event', event ?? null, names)}`
    case 'group_member':
      return `${name(contact)} in ${sayValue('contact_group', contact_group ?? null, names)}`
    default:
      return `${name(a)} ${kind == null ? 'and' : safeText(phraseOfRelation(String(kind)))} ${name(b)}`
  }
}

function sayFields(set: RowChange['set'], ties: readonly string[], names: HistoryNames): readonly string[] {
  return Object.entries(set)
    .filter(([field]) => field !== 'deleted' && !HIDDEN.includes(field) && !ties.includes(field))
    .map(([field, value]) => {
      const flag = value === null ? undefined : FLAGS[field]
      return flag ?? `${call(field)} ${sayValue(field, value, names)}`
    })
}

function sayValue(field: string, value: string | number | null, names: HistoryNames): string {
  if (value === null) return 'emptied'
  const circle = field === 'circle' ? names.circles.find(({ uid }) => uid === value)?.name : undefined
  const contact = CONTACTS.includes(field) ? names.contact(String(value)) : undefined
  const table = NAMED_ROWS[field]
  const named = table === undefined ? undefined : names.row(table, String(value))['name']
  return safeText(circle ?? contact ?? String(named ?? value))
}
