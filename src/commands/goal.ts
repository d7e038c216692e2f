/** `netkeep goal`: so many of something in each period. */
import type { Command } from 'commander'
import { type GoalProgress, parseGoal } from '../domain/goal.ts'
import { usageError } from '../errors.ts'
import { goalJson, renderGoalLines, renderGoalTsv, sayProgress } from '../render/goal-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { findGoal, insertGoal, knownWords, listGoals, removeGoal } from '../store/goals.ts'
import { resolveGoals } from './which-goal.ts'
import { reportChange } from './write.ts'

export function define(command: Command): void {
  command
    .description(
      'Goals: so many of something in each day, week, month, quarter or year. What you record counts by itself.',
    )
    .argument('[action]', 'list (default), set or remove')
    .argument('[words...]', 'the goal in words; with remove also its id, or what it counts')
    .usage('[options] [list | set <goal-text...> | remove <goal...>]')
    .addHelpText(
      'after',
      `
What can be counted: touches (a contact on a day), new contacts, events, gives, asks, promises kept, reach-outs (also those without an
answer, and none that the contact began); touches by a channel (coffees, calls, video calls); gives of a kind (introductions, articles).
To change a goal, set it again. "before" are the last four periods, the latest first. In a pipe, a line has these fields, separated by tabs:
  id, goal, kind, channel or kind of help, target, done, first and last day of the period, days left, pace, how many behind

Examples:
  netkeep goal set 5 touches a week
  netkeep goal set 4 new contacts a month
  netkeep goal set 1 introduction a month
  netkeep goal
  netkeep goal remove touches`,
    )
}

export async function run(
  session: Session,
  [action = 'list', words]: readonly [string | undefined, readonly string[]],
): Promise<void> {
  if (action === 'set') return set(session, words.join(' '))
  if (action === 'remove') return remove(session, words)
  if (action === 'list' && words.length === 0) return list(session)
  throw usageError(
    action === 'list' ? 'netkeep goal list has no words after it.' : `"${action}" is nothing that goal does.`,
    'To set one: netkeep goal set 5 touches a week   To remove it: netkeep goal remove touches',
  )
}

async function list(session: Session): Promise<void> {
  const { db } = await session.store()
  const goals = listGoals(db, session.today)
  await session.show({
    json: () => goals.map(goalJson),
    piped: () => renderGoalTsv(goals),
    terminal: (style) =>
      goals.length === 0
        ? 'No goals yet. Set one: netkeep goal set 5 touches a week\n'
        : `${renderGoalLines(goals, session.today, style, session.width).join('\n')}\n`,
  })
}

async function set(session: Session, text: string): Promise<void> {
  const store = await session.store()
  const goal = parseGoal(text, knownWords(store.db))
  const { value: before, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    (change) => {
      const found = findGoal(change.db, goal, session.today)
      insertGoal(change, goal, session.today)
      return found
    },
  )
  const after = findGoal(store.db, goal, session.today)
  if (after === undefined) throw new Error('The goal is not there')
  const words = safeText(after.text)
  const change = before === undefined ? '' : ` (was ${before.target})`
  const said = command === undefined ? `That is a goal already: ${words}.` : `Goal: ${words}${change}.`
  reportChange(session, `${said} ${sayProgress(after, session.today)}.`, command !== undefined, () =>
    listGoals(store.db, session.today)
      .filter(({ uid }) => uid === after.uid)
      .map(goalJson)
      .at(0),
  )
}

async function remove(session: Session, words: readonly string[]): Promise<void> {
  if (words.length === 0)
    throw usageError('Which goal?', 'See them: netkeep goal   Then: netkeep goal remove 5 touches a week')
  const goals = await resolveGoals(session, words)
  const store = await session.store()
  const { value: removed, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    ({ db }) => goals.filter(({ uid }) => removeGoal(db, uid)),
  )
  const said = removed.length === 0 ? 'Nothing was changed.' : `No longer a goal: ${listTexts(removed)}.`
  reportChange(session, said, command !== undefined, () => goals.map(goalJson))
}

function listTexts(goals: readonly GoalProgress[]): string {
  return goals.map(({ text }) => safeText(text)).join('; ')
}
