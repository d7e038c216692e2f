/** Queries of table setting: what changes a standing or a count, and so belongs to the data and not to a machine. */
import { DEFAULT_ATTEMPT_REST_DAYS } from '../domain/cadence.ts'
import { DEFAULT_CIRCLE } from '../domain/circle.ts'
import { HELP_KINDS } from '../domain/help.ts'
import { DEFAULT_NOTICE_DAYS } from '../domain/occasion.ts'
import { RELATION_KINDS } from '../domain/relation.ts'
import {
  DEFAULT_STREAK_MINIMUM,
  DEFAULT_STREAK_UNIT,
  MOST_STREAK_MINIMUM,
  STREAK_UNITS,
  type StreakUnit,
} from '../domain/streak.ts'
import { DEFAULT_DAILY_MINUTES } from '../domain/time-spent.ts'
import { CHANNELS, MOST_MINUTES } from '../domain/touchpoint.ts'
import type { Database } from './driver.ts'

export function findSetting(db: Database, name: string): string | undefined {
  return db.prepare('SELECT value FROM setting WHERE id = ? AND deleted IS NULL').pluck().get(name) as
    | string
    | undefined
}

/** Sets a value; undefined takes it back to its default. */
export function storeSetting(db: Database, name: string, value: string | undefined): void {
  db.prepare(
    `INSERT INTO setting (id, value, deleted) VALUES (:name, :value, :deleted)
     ON CONFLICT (id) DO UPDATE SET value = excluded.value, deleted = excluded.deleted`,
  ).run({ name, value: value ?? null, deleted: value === undefined ? 1 : null })
}

/** How many days an unanswered attempt rests a contact. */
export function attemptRestDays(db: Database): number {
  return Number(findSetting(db, 'attempt-rest') ?? DEFAULT_ATTEMPT_REST_DAYS)
}

/** The circle that contacts added by hand without circle or interval join. */
export function defaultCircleName(db: Database): string {
  return findSetting(db, 'default-circle') ?? DEFAULT_CIRCLE
}

/** How many days ahead dates are shown that say nothing of it themselves. */
export function noticeDays(db: Database): number {
  return Number(findSetting(db, 'date-notice') ?? DEFAULT_NOTICE_DAYS)
}

/** The channels a touchpoint may have: the built-in ones and those of the user. */
export function knownChannels(db: Database): readonly string[] {
  return [...CHANNELS, ...ownWords(db, 'channels')]
}

/** The kinds of help there are, likewise. */
export function knownHelpKinds(db: Database): readonly string[] {
  return [...HELP_KINDS, ...ownWords(db, 'help-kinds')]
}

/** The kinds of relations there are, likewise. */
export function knownRelationKinds(db: Database): readonly string[] {
  return [...Object.keys(RELATION_KINDS), ...ownWords(db, 'relation-kinds')]
}

/** Minutes a day for keeping in touch. */
export function dailyMinutes(db: Database): number {
  return numberIn(db, 'daily-minutes', MOST_MINUTES) ?? DEFAULT_DAILY_MINUTES
}

/** What a week, or a workday, of the streak needs. */
export function streakRule(db: Database): { readonly unit: StreakUnit; readonly minimum: number } {
  const stored = findSetting(db, 'streak-unit')
  return {
    unit: STREAK_UNITS.find((unit) => unit === stored) ?? DEFAULT_STREAK_UNIT,
    minimum: numberIn(db, 'streak-minimum', MOST_STREAK_MINIMUM) ?? DEFAULT_STREAK_MINIMUM,
  }
}

/** A whole number from 1; undefined for what a newer netkeep on another device may have stored. */
function numberIn(db: Database, setting: string, most: number): number | undefined {
  const value = Number(findSetting(db, setting) ?? '')
  return Number.isInteger(value) && value >= 1 && value <= most ? value : undefined
}

/** The user's own name; null where it is not known. */
export function ownName(db: Database): string | null {
  return findSetting(db, 'own-name') || null
}

/** The user's own e-mail addresses. */
export function ownAddresses(db: Database): readonly string[] {
  return ownWords(db, 'own-addresses')
}

/** The words of a setting that holds some, separated by spaces. */
function ownWords(db: Database, setting: string): readonly string[] {
  return (findSetting(db, setting) ?? '').split(' ').filter((word) => word !== '')
}
