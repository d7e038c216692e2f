/** The filters that every list of contacts takes, as SQL conditions on a row of contact_state. */
import type { Standing } from '../domain/cadence.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { wordsOf } from '../domain/match-key.ts'
import { SHARED_KINDS, type TraitKind, traitKeyOf } from '../domain/trait.ts'

/** What is not given lets everybody through; of several things given, all must hold. */
export interface ContactFilter {
  /** Members of this circle (uid); empty for those in no circle. */
  readonly circle?: string | undefined
  /** With one of these tags, as spelt in the database. */
  readonly tags?: readonly string[] | undefined
  /** Whose organization contains this, as words are folded. */
  readonly organization?: string | undefined
  readonly standings?: readonly Standing[] | undefined
  /** Last touched on this day or before, or never. */
  readonly quietSince?: CalendarDate | undefined
  /** With a trait of each kind that has one of the texts in it, from the beginning of a word on. */
  readonly traits?: Readonly<Partial<Record<TraitKind, readonly string[]>>> | undefined
  /** Who share an interest or a cause with this contact (uid); itself is none of them. */
  readonly sharesWith?: string | undefined
  /** Prospects who were not reached yet, and not given up. */
  readonly isProspect?: boolean | undefined
}

interface Conditions {
  /** Conditions, each behind an AND; empty where everybody is let through. */
  readonly where: string
  /** The values of their marks, in order. */
  readonly values: readonly string[]
}

/** Where a contact stands on the day of the marks: the same as `standingOn` of domain/cadence.ts. */
const STANDINGS: Readonly<Record<Standing, (state: string) => string>> = {
  unscheduled: (s) => `${s}.due_on IS NULL`,
  warm: (s) => `${s}.due_on IS NOT NULL AND ?1 < ${s}.plain_due_on`,
  snoozed: (s) => `?1 >= ${s}.plain_due_on AND (?1 < ${s}.due_on OR ${s}.rests_until > ?1)`,
  due: (s) => `${s}.due_on = ?1 AND coalesce(${s}.rests_until, '') <= ?1`,
  cold: (s) => `${s}.cold_from <= ?1`,
}

/** @param state the name of contact_state in the query. */
export function conditionsOf(filter: ContactFilter, state: string, today: CalendarDate): Conditions {
  const where: string[] = []
  const values: string[] = []
  const add = (condition: string, ...given: readonly string[]): void => {
    where.push(`AND ${condition}`)
    values.push(...given)
  }
  const contact = `${state}.contact`
  const { circle, tags, organization, standings, quietSince, traits, sharesWith, isProspect } = filter
  if (circle === '') add(`EXISTS (SELECT 1 FROM contact c WHERE c.id = ${contact} AND c.circle IS NULL)`)
  else if (circle !== undefined)
    add(`EXISTS (SELECT 1 FROM contact c WHERE c.id = ${contact} AND c.circle = ?)`, circle)
  if (tags !== undefined) {
    const given = 'SELECT value FROM json_each(?)'
    add(
      `EXISTS (SELECT 1 FROM contact_tag g WHERE g.contact = ${contact} AND g.deleted IS NULL AND g.tag IN (${given}))`,
      JSON.stringify(tags),
    )
  }
  if (organization !== undefined) {
    add(
      `EXISTS (SELECT 1 FROM contact c WHERE c.id = ${contact} AND instr(folded_words(c.organization), ?) > 0)`,
      wordsOf(organization).join(' '),
    )
  }
  if (standings !== undefined) {
    const conditions = standings.map((standing) => `(${STANDINGS[standing](state).replaceAll('?1', '?')})`)
    const marks = conditions.join('').split('?').length - 1
    add(`(${conditions.join(' OR ')})`, ...Array<string>(marks).fill(today))
  }
  if (quietSince !== undefined) add(`coalesce(${state}.last_counted_on, '') <= ?`, quietSince)
  for (const [kind, texts] of Object.entries(traits ?? {})) {
    const holds = texts.map(() => "instr(' ' || key, ?) > 0").join(' OR ')
    add(
      `${contact} IN (SELECT contact FROM match_key WHERE kind = '${kind}' AND (${holds}))`,
      ...texts.map((text) => ` ${traitKeyOf(text)}`),
    )
  }
  if (sharesWith !== undefined) {
    add(
      `${contact} <> ? AND ${contact} IN (
         SELECT o.contact FROM match_key m JOIN match_key o ON o.kind = m.kind AND o.key = m.key
         WHERE m.contact = ? AND m.kind IN (${SHARED_KINDS.map((kind) => `'${kind}'`).join(', ')}))`,
      sharesWith,
      sharesWith,
    )
  }
  if (isProspect === true) add(prospectCondition(state))
  return { where: where.join(' '), values }
}

/** Whether a contact is an open prospect: one to be reached who was not yet. Most contacts never were one, so these are looked up. */
function prospectCondition(state: string): string {
  return `${state}.last_counted_on IS NULL AND ${state}.contact IN (
    SELECT id FROM contact WHERE prospect_on IS NOT NULL AND prospect_dropped_on IS NULL)`
}
