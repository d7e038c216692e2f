/** The plan for today, for `today` and `review`: how many minutes there are, what fits, how it is told. */
import { Option } from 'commander'
import { minutesOf } from '../domain/day-plan.ts'
import { parseMinutes } from '../domain/touchpoint.ts'
import { type PlanToShow, planJson, renderGoalsAsDue, renderPlan, renderPlanTsv } from '../render/day-plan.ts'
import { renderGoalLines } from '../render/goal-lines.ts'
import { groupsAndEventsJson, renderGroupsAndEvents } from '../render/reminder-lines.ts'
import { streakJson, streakReminder } from '../render/streak-lines.ts'
import { wrapLines, wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { channelsToTry } from '../store/channel-rotation.ts'
import { countContacts } from '../store/contact-list.ts'
import { getDayPlan, type StoredDayPlan } from '../store/day-plan.ts'
import type { Database } from '../store/driver.ts'
import { listGoals } from '../store/goals.ts'
import { readMembers } from '../store/group-members.ts'
import { dailyMinutes } from '../store/settings.ts'
import { getStreak } from '../store/streak.ts'
import { readGroupsAndEventsOf } from './reminders.ts'

export interface PlanOptions {
  readonly minutes?: string
}

export function minutesOption(): Option {
  return new Option('--minutes <time>', 'how much time there is (default: the setting daily-minutes, 15)')
}

/** @throws UserError (usage) */
export function readMinutes(db: Database, options: PlanOptions): number {
  return options.minutes === undefined ? dailyMinutes(db) : parseMinutes(options.minutes, '--minutes 20')
}

function planToShow(session: Session, db: Database, plan: StoredDayPlan): PlanToShow {
  const { today } = session
  const { due, early, promises, dates, minutes, more } = plan
  const planned = minutesOf([...due, ...early, ...promises, ...dates])
  const toReach = [...due, ...early]
  const toTry = channelsToTry(
    db,
    toReach.map(({ line }) => line.uid),
    today,
  )
  const contacts = toReach.map((task) => ({ ...task, tryChannel: toTry.get(task.line.uid) ?? null }))
  const around = readGroupsAndEventsOf(db, today)
  return { today, contacts, promises, dates, minutes, planned, more, around }
}

/** The groups and events of the day, for below what was walked through. */
export function renderAround({ today, style, width }: Session, db: Database): readonly string[] {
  return renderGroupsAndEvents(readGroupsAndEventsOf(db, today), today, style, width)
}

/** How the habit stands: the goals, and what keeps the streak. */
export function renderHabit(session: Session, db: Database): readonly string[] {
  const { today, style, width } = session
  const goals = listGoals(db, today, 0)
  const reminder = streakReminder(getStreak(db, today), today)
  return [
    ...(goals.length === 0
      ? []
      : ['', style.heading('Goals'), ...renderGoalLines(goals, today, style, width)]),
    ...(reminder === undefined ? [] : ['', ...wrapText(reminder, width)]),
  ]
}

export const NOBODY = 'Nobody is here yet. Begin with: netkeep setup'

/** @param next what to type next, below the plan on a terminal; of a plan with nothing to do and of one with something. */
export async function showPlan(
  session: Session,
  minutes: number,
  next: (isEmpty: boolean) => string,
): Promise<void> {
  const { db } = await session.store()
  const plan = planToShow(session, db, getDayPlan(db, session.today, minutes))
  await session.show({
    json: () => ({
      ...planJson(
        plan,
        listGoals(db, session.today, 0),
        groupsAndEventsJson(plan.around, readMembers(db), session.today),
      ),
      streak: streakJson(getStreak(db, session.today)),
    }),
    piped: () => renderPlanTsv(plan) + renderGoalsAsDue(listGoals(db, session.today, 0)),
    terminal: (style) => {
      if (countContacts(db) === 0) return `${wrapLines(NOBODY, session.width)}\n`
      return `${[...renderPlan(plan, style, session.width), ...renderHabit(session, db), '', wrapLines(next(plan.planned === 0), session.width)].join('\n')}\n`
    },
  })
}
