/** Which goals are meant: their ids, their words, or what they count. */
import { findGoalWords, type GoalProgress } from '../domain/goal.ts'
import type { GoalKind, KnownWords } from '../domain/goal-thing.ts'
import { foldText } from '../domain/match-key.ts'
import { UserError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { sayThereAre } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { knownWords, listGoals } from '../store/goals.ts'

/**
 * All words together where they mean a goal (`remove 5 touches a week`), else each argument one of its own.
 * @throws UserError (no-match, ambiguous)
 */
export async function resolveGoals(
  session: Session,
  args: readonly string[],
): Promise<readonly GoalProgress[]> {
  const { db } = await session.store()
  const goals = listGoals(db, session.today)
  const together = findGoals(db, goals, args.join(' '))
  if (together.length > 0) return [await chooseOne(session, together)]
  const found: GoalProgress[] = []
  for (const arg of args) {
    const meant = findGoals(db, goals, arg)
    if (meant.length === 0) throw noGoal(goals, args.length > 1 && found.length === 0 ? args.join(' ') : arg)
    found.push(await chooseOne(session, meant))
  }
  return [...new Set(found)]
}

/** Those that a text may mean; in an id it is the end that tells. */
function findGoals(db: Database, goals: readonly GoalProgress[], text: string): readonly GoalProgress[] {
  const typed = foldText(text)
  const exact = goals.filter(
    (goal) => foldText(goal.text) === typed || (typed.length >= 6 && goal.uid.endsWith(typed)),
  )
  const words = findGoalWords(text, wordsOf(db, goals))
  if (exact.length > 0 || words === undefined) return exact
  return goals.filter(
    ({ kind, detail, period }) =>
      kind === words.kind && detail === words.detail && period === (words.period ?? period),
  )
}

/** A channel or a kind of help that was taken out of the settings is still what a goal counts. */
function wordsOf(db: Database, goals: readonly GoalProgress[]): KnownWords {
  const { channels, helpKinds } = knownWords(db)
  const counted = (of: GoalKind): readonly string[] =>
    goals.flatMap(({ kind, detail }) => (kind === of && detail !== null ? [detail] : []))
  return { channels: [...channels, ...counted('touches')], helpKinds: [...helpKinds, ...counted('gives')] }
}

async function chooseOne(session: Session, goals: readonly GoalProgress[]): Promise<GoalProgress> {
  const [first] = goals
  if (first !== undefined && goals.length === 1) return first
  if (!session.isInteractive) {
    throw new UserError(
      'ambiguous',
      `That can mean ${goals.length} goals; nothing was changed.`,
      `Say which: ${goals.map(({ text }) => `netkeep goal remove ${text}`).join('   ')}`,
    )
  }
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    'Which goal?',
    goals.map((goal) => ({ name: safeText(goal.text), value: goal })),
  )
}

function noGoal(goals: readonly GoalProgress[], text: string): UserError {
  return new UserError(
    'no-match',
    `There is no goal "${text}"; nothing was changed.`,
    goals.length === 0
      ? 'Set one: netkeep goal set 5 touches a week'
      : sayThereAre(goals.map((goal) => goal.text)),
  )
}
