/** How touches are shared out among groups of contacts, and whom of those that get less to reach next. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  GROUP_KINDS,
  type GroupKind,
  type SharedTouches,
  shareTouches,
  sumOver,
} from '../domain/contact-groups.ts'
import { lesserGroups, type Outsider, pickOutsiders } from '../domain/outside.ts'
import { listContactGroups } from './contact-groups.ts'
import { listMatching } from './contact-list.ts'
import type { Database } from './driver.ts'
import type { StatisticsQuery } from './statistics.ts'
import { countTouchesByContact } from './touch-days.ts'

/** How many groups of a kind are shown, and the others summed. */
export const SHOWN_GROUPS = 5

export interface Diversity {
  /** Live contacts, and the touches with them. */
  readonly contacts: number
  readonly touches: number
  readonly kinds: readonly (SharedTouches & { readonly kind: GroupKind })[]
}

export function getDiversity(db: Database, query: StatisticsQuery): Diversity {
  const { everyone, byContact, touches } = touchesWithLive(db, query)
  const among = query.among && new Set(query.among)
  const kinds = GROUP_KINDS.map((kind) => ({
    kind,
    ...shareTouches(listContactGroups(db, kind, query.today, among), everyone, byContact, SHOWN_GROUPS),
  }))
  return { contacts: everyone.length, touches, kinds }
}

/** For how long somebody is known is nothing to reach out for. */
const REACHABLE_BY = GROUP_KINDS.filter((kind) => kind !== 'known')

export interface Outside {
  readonly contacts: number
  readonly touches: number
  /** How many groups get less than others. */
  readonly lesserGroups: number
  readonly outsiders: readonly Outsider[]
}

export function listOutsiders(db: Database, query: StatisticsQuery): Outside {
  const { everyone, byContact, touches } = touchesWithLive(db, query)
  const among = query.among && new Set(query.among)
  const groups = REACHABLE_BY.flatMap((kind) =>
    listContactGroups(db, kind, query.today, among).map((group) => ({ ...group, kind })),
  )
  const lesser = lesserGroups(groups, byContact, touches / everyone.length)
  const reachable = listReachable(db, query.today, query.range.from)
  return {
    contacts: everyone.length,
    touches,
    lesserGroups: lesser.length,
    outsiders: pickOutsiders(lesser, reachable),
  }
}

function touchesWithLive(
  db: Database,
  query: StatisticsQuery,
): { everyone: readonly string[]; byContact: ReadonlyMap<string, number>; touches: number } {
  const everyone = query.among ?? listMatching(db, query.today, {})
  const byContact = countTouchesByContact(db, query.range)
  return { everyone, byContact, touches: sumOver(everyone, byContact) }
}

/**
 * Contacts without a touch since that day, former ties first, the latest of them first: a tie of last year is easier to take up again
 * than one of ten years ago, and any is easier than none. Not those who wait (snoozed, tried lately, paused, to be reached as prospects)
 * or are to have no cadence.
 */
function listReachable(db: Database, today: CalendarDate, since: CalendarDate): readonly string[] {
  return db
    .prepare(
      `SELECT s.contact FROM contact_state s JOIN contact c ON c.id = s.contact
       WHERE coalesce(s.last_counted_on, '') < :since
         AND coalesce(s.snoozed_until, '') <= :today AND coalesce(s.rests_until, '') <= :today
         AND c.paused_on IS NULL AND c.interval IS NOT 'none' AND (c.prospect_on IS NULL OR s.last_counted_on IS NOT NULL)
       ORDER BY s.last_counted_on IS NULL, s.last_counted_on DESC, s.name_key, s.contact`,
    )
    .pluck()
    .all({ today, since }) as string[]
}
