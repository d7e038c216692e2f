/** Queries of table goal. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { daysBetween } from '../domain/calendar-date.ts'
import { compareText } from '../domain/compare-text.ts'
import { formatGoal, type Goal, type GoalProgress, MOST_TARGET, paceOf } from '../domain/goal.ts'
import { GOAL_KINDS, type GoalThing, type KnownWords } from '../domain/goal-thing.ts'
import { PERIODS, type Period, periodAt, periodsBefore } from '../domain/period.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { countThingsIn, firstDayOf } from './goal-counts.ts'
import { naturalId } from './ids.ts'
import { knownChannels, knownHelpKinds } from './settings.ts'
import { shortIdIn } from './short-ids.ts'

const MOST_PAST = 4

interface StoredGoal extends Goal {
  readonly uid: string
  readonly setOn: CalendarDate | null
}

/**
 * Sets a goal and returns its uid. There is one for each thing and period: another number for it changes that one, and one that was
 * removed comes back.
 */
export function insertGoal(change: Change, goal: Goal, today: CalendarDate): string {
  const uid = goalId(goal)
  change.db
    .prepare(
      `INSERT INTO goal (id, kind, detail, target, period, set_on) VALUES (:uid, :kind, :detail, :target, :period, :today)
       ON CONFLICT (id) DO UPDATE SET target = excluded.target, set_on = excluded.set_on, deleted = NULL
       WHERE target IS NOT excluded.target OR deleted IS NOT NULL`,
    )
    .run({ ...goal, uid, today })
  return uid
}

/** Returns whether it was there until now. */
export function removeGoal(db: Database, uid: string): boolean {
  return db.prepare('UPDATE goal SET deleted = 1 WHERE id = ? AND deleted IS NULL').run(uid).changes > 0
}

/**
 * With their progress; those of the shortest period first, then by their words.
 * @param most how many earlier periods at most: counting those of a year takes a second in a network of a million touchpoints.
 */
export function listGoals(
  db: Database,
  today: CalendarDate,
  most: number = MOST_PAST,
): readonly GoalProgress[] {
  return listStored(db).map((goal) => progressOf(db, goal, today, most))
}

/** Without earlier periods; undefined where there is none of that thing and period. */
export function findGoal(
  db: Database,
  goal: GoalThing & { readonly period: Period },
  today: CalendarDate,
): GoalProgress | undefined {
  const found = listStored(db).find(({ uid }) => uid === goalId(goal))
  return found && progressOf(db, found, today, 0)
}

/** The goals in words, for completion. */
export function listGoalTexts(db: Database): readonly string[] {
  return listStored(db).map(formatGoal)
}

/** The words that goals may be made of here. */
export function knownWords(db: Database): KnownWords {
  return { channels: knownChannels(db), helpKinds: knownHelpKinds(db) }
}

export function goalId(
  { kind, detail, period }: GoalThing & { readonly period: Period },
  idOf: typeof naturalId = naturalId,
): string {
  return idOf('goal', kind, detail ?? '', period)
}

/** A goal of a kind or period that only a newer netkeep knows is none that this one can show. */
function listStored(db: Database): readonly StoredGoal[] {
  const rows = db
    .prepare(
      'SELECT id AS uid, kind, detail, target, period, set_on AS setOn FROM goal WHERE deleted IS NULL',
    )
    .all() as StoredGoal[]
  return rows
    .filter(
      ({ kind, target, period }) =>
        GOAL_KINDS.includes(kind) && PERIODS.includes(period) && target > 0 && target <= MOST_TARGET,
    )
    .sort(
      (a, b) =>
        PERIODS.indexOf(a.period) - PERIODS.indexOf(b.period) || compareText(formatGoal(a), formatGoal(b)),
    )
}

function progressOf(db: Database, goal: StoredGoal, today: CalendarDate, most: number): GoalProgress {
  const range = periodAt(goal.period, today)
  const done = countThingsIn(db, goal, range)
  const since = most === 0 ? undefined : firstDayOf(db, goal.kind)
  const past = since === undefined ? [] : periodsBefore(goal.period, today, most, since)
  return {
    ...goal,
    id: shortIdIn(db, 'goal', goal.uid),
    text: formatGoal(goal),
    done,
    periodStart: range.from,
    periodEnd: range.to,
    daysLeft: daysBetween(today, range.to) + 1,
    ...paceOf(goal.target, done, range, today, goal.setOn),
    past: past.map((before) => ({
      periodStart: before.from,
      periodEnd: before.to,
      done: countThingsIn(db, goal, before),
    })),
  }
}
