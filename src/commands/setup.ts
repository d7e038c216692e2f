/** `netkeep setup`: the first run, a step at a time. */
import type { Command } from 'commander'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import { padEnd, widthOf, wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { countContacts } from '../store/contact-list.ts'
import { countWaiting } from '../store/triage.ts'
import { isInterrupted, stoppedAfter } from './kept-answers.ts'
import { FIRST_CONTACTS, IMPORT } from './setup-contacts.ts'
import { HOOK } from './setup-hook.ts'
import { readSetup } from './setup-state.ts'
import { CIRCLES, GOAL, MINUTES, OWN_ADDRESSES, OWN_NAME } from './setup-steps.ts'
import { type Step, say, type Walk } from './setup-walk.ts'

const STEPS = [OWN_NAME, OWN_ADDRESSES, CIRCLES, IMPORT, FIRST_CONTACTS, MINUTES, GOAL, HOOK]

export function define(command: Command): void {
  command
    .description(
      'The first run, a step at a time: your name and addresses, circles, an import, the first names, minutes a day, a goal, and the line for your shell. Enter skips a step. It can be run again at any time: what is set is shown, and stays unless you type something else.',
    )
    .addHelpText(
      'after',
      `
Each answer is a command of its own, which undo takes back. In a pipe it prints what is set and what to type, separated by tabs:
  step, what is set, command

Examples:
  netkeep setup
  netkeep setup --json | jq -r '.[] | select(.set | not) | .command'`,
    )
}

export async function run(session: Session): Promise<void> {
  if (!session.isInteractive) return print(session)
  const { db } = await session.store()
  const walk: Walk = { session, prompter: await session.context.loadPrompter(), db, answers: 0 }
  try {
    say(walk, 'Setting up netkeep. Enter skips a step; Ctrl-C stops, and what you answered is kept.')
    await askAll(walk)
  } catch (error) {
    throw isInterrupted(error) ? stoppedAfter(walk.answers, 'To go on: netkeep setup') : error
  }
  say(walk, `\n${summary(walk)}`)
}

/** A step that is not needed, as the first names are not after an import, is not counted either. */
async function askAll(walk: Walk): Promise<void> {
  let place = 0
  for (const [index, step] of STEPS.entries()) {
    if (!isNeeded(walk, step)) continue
    place++
    const total = place + STEPS.slice(index + 1).filter((later) => isNeeded(walk, later)).length
    say(walk, `\n${walk.session.style.heading(`${place} of ${total}  ${step.title}`)}\n${step.why}`)
    await step.ask(walk)
  }
}

function isNeeded(walk: Walk, step: Step): boolean {
  return step.isNeeded?.(walk) ?? true
}

function summary({ session, db, answers }: Walk): string {
  const said =
    answers === 0
      ? 'Nothing was changed.'
      : `That is all: ${plural(answers, 'answer')}, kept as you gave them.`
  const waiting = countWaiting(db, session.today, {})
  const next: readonly Suggestion[] = [
    ...(waiting === 0
      ? []
      : ([['netkeep triage', `one key each for ${plural(waiting, 'imported contact')}`]] as const)),
    ...(countContacts(db) === 0 ? ([['netkeep add "Grace Hopper"', 'add somebody']] as const) : []),
    ['netkeep today', 'each morning'],
    ['netkeep log NAME -m "what to remember"', 'after a conversation'],
    ...(answers === 0 ? [] : ([['netkeep history', 'what was set; undo takes it back']] as const)),
  ]
  return [said, ...renderSuggestions(next, session.width)].join('\n')
}

type Suggestion = readonly [command: string, what: string]

/** What a command is for stands beside it, broken into lines; below it where less room than this is left. */
const LEAST_BESIDE = 16

/** The commands stay whole, to be copied. */
function renderSuggestions(suggestions: readonly Suggestion[], width: number): readonly string[] {
  const longest = Math.max(...suggestions.map(([command]) => widthOf(command)))
  const beside = width - longest - 4
  return suggestions.flatMap(([command, what]) => {
    if (beside < LEAST_BESIDE)
      return [`  ${command}`, ...wrapText(what, width - 4).map((line) => `    ${line}`)]
    const [first = '', ...rest] = wrapText(what, beside)
    return [
      `  ${padEnd(command, longest)}  ${first}`,
      ...rest.map((line) => `${' '.repeat(longest + 4)}${line}`),
    ]
  })
}

/** Where nobody can be asked: each step with what is set and what to type. */
async function print(session: Session): Promise<void> {
  const steps = await readSetup(session)
  const rows = steps.map(({ step, value, command }) => [step, safeText(value ?? ''), safeText(command)])
  await session.show({
    json: () => steps,
    piped: () => renderTsv(rows),
    terminal: ({ glyphs }) =>
      `${renderTable(
        rows.map(([step = '', value = '', command = '']) => [step, value || glyphs.dash, command]),
        [{}, { shrinksTo: 10 }, {}],
        session.width,
        glyphs.more,
      ).join('\n')}\n`,
  })
}
