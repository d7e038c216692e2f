/** The steps of `netkeep setup` that ask for settings: names, circles, minutes, a goal. */
import { getSetting } from '../config.ts'
import { formatGoal, parseGoal } from '../domain/goal.ts'
import { parseInterval } from '../domain/interval.ts'
import { safeText } from '../render/safe-text.ts'
import { recordCommand } from '../store/command-log.ts'
import { insertGoal, knownWords, listGoals } from '../store/goals.ts'
import { dailyMinutes, findSetting } from '../store/settings.ts'
import { storeDataSetting } from './data-setting.ts'
import { problemOf } from './problem.ts'
import { type CircleLine, circlesOf, setCircle } from './set-circle.ts'
import { answer, type Step, say, type Walk } from './setup-walk.ts'

export const OWN_NAME: Step = {
  title: 'Your name',
  why: 'Drafts of messages are signed with it.',
  ask: (walk) => askSetting(walk, 'own-name', 'Your name:'),
}

export const OWN_ADDRESSES: Step = {
  title: 'Your e-mail addresses',
  why: 'A list of addresses that you add leaves them out. Several are separated by spaces.',
  ask: (walk) => askSetting(walk, 'own-addresses', 'Your addresses:'),
}

export const MINUTES: Step = {
  title: 'Minutes a day',
  why: 'A little time each day: netkeep today and netkeep review plan what fits into it.',
  ask: (walk) => askSetting(walk, 'daily-minutes', 'Minutes a day:', String(dailyMinutes(walk.db))),
}

/** @param preset what Enter answers, where nothing was set. */
async function askSetting(walk: Walk, name: string, question: string, preset?: string): Promise<void> {
  const setting = getSetting(name)
  const now = findSetting(walk.db, name)
  const shown = now ?? preset
  const typed = await walk.prompter.input(
    `${question}${shown === undefined ? ' (Enter to skip)' : ''}`,
    (text) => problemOf(() => setting.check(text)),
    shown === undefined ? undefined : safeText(shown),
  )
  // A value with hidden characters is offered as it can be shown: that alone is no other value.
  if (typed === '' || typed === (shown === undefined ? '' : safeText(shown))) return
  const value = setting.check(typed)
  await answer(walk, ['config', 'set', name, value], (session) => storeDataSetting(session, setting, value))
}

export const CIRCLES: Step = {
  title: 'Circles',
  why: 'A circle is how close somebody is to you, and how often you want to be in touch.',
  ask: async (walk) => {
    for (;;) {
      const circles = circlesOf(walk.db)
      say(walk, circles.map((circle) => `  ${describeCircle(circle)}`).join('\n'))
      const wish = await walk.prompter.key('Are these right for you?', [
        { key: 'return', name: 'keep them', value: 'keep' },
        { key: 'c', name: 'change an interval', value: 'change' },
      ])
      if (wish === 'keep') return
      await changeInterval(walk, circles)
    }
  },
}

function describeCircle({ name, interval, isDefault }: CircleLine): string {
  return `${safeText(name)}, ${interval === null ? 'no interval' : `every ${interval}`}${isDefault ? ' (who is added without a circle joins this one)' : ''}`
}

async function changeInterval(walk: Walk, circles: readonly CircleLine[]): Promise<void> {
  const choices = circles.map((circle) => ({
    name: describeCircle({ ...circle, isDefault: false }),
    value: circle,
  }))
  const { name, interval } = await walk.prompter.select('Which one?', choices)
  const typed = await walk.prompter.input(
    `How often for ${safeText(name)}? (2w, 6w, 3m, yearly)`,
    (text) => problemOf(() => parseInterval(text)),
    interval ?? undefined,
  )
  await answer(walk, ['circle', 'set', name, typed], async (session) => {
    const { said, isChanged } = await setCircle(session, name, typed, false)
    say(walk, said)
    return isChanged
  })
}

/** Letters, for a number before a number would read as one. */
const GOALS = [
  { key: 'a', text: '5 touches a week' },
  { key: 'b', text: '4 new contacts a month' },
  { key: 'c', text: '2 gives a week' },
]

export const GOAL: Step = {
  title: 'A goal',
  why: 'What you log counts by itself, so there is nothing to tick off.',
  ask: async (walk) => {
    const { db, session } = walk
    const goals = listGoals(db, session.today)
    if (goals.length > 0) say(walk, `You have: ${goals.map(({ text }) => safeText(text)).join('; ')}.`)
    const chosen = await walk.prompter.key<string>(goals.length > 0 ? 'Another one?' : 'Which one?', [
      ...GOALS.map(({ key, text }) => ({ key, name: text, value: text })),
      { key: 'o', name: 'in your own words', value: '' },
      { key: 'return', name: 'none for now', value: 'none' },
    ])
    if (chosen === 'none') return
    const text = chosen === '' ? await askGoal(walk) : chosen
    if (text === '') return
    const goal = parseGoal(text, knownWords(db))
    await answer(walk, ['goal', 'set', ...formatGoal(goal).split(' ')], async (asTyped) => {
      const input = { typed: asTyped.typed, at: asTyped.now }
      const { command } = recordCommand(await asTyped.store(), input, (change) =>
        insertGoal(change, goal, session.today),
      )
      const said = command === undefined ? 'That is a goal already' : 'Goal'
      say(walk, `${said}: ${safeText(formatGoal(goal))}.`)
      return command !== undefined
    })
  },
}

/** Empty for none. */
async function askGoal({ prompter, db }: Walk): Promise<string> {
  return prompter.input('Your goal, like 2 coffees a month: (Enter for none)', (text) =>
    text.trim() === '' ? undefined : problemOf(() => parseGoal(text, knownWords(db))),
  )
}
