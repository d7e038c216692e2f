/** `netkeep setup`: the first run, a step at a time. */
import type { Command } from 'commander'
import { plural } from '../render/dates.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import type { Session } from '../session.ts'
import { countContacts } from '../store/contact-list.ts'
import { countWaiting } from '../store/triage.ts'
import { isInterrupted, stoppedAfter } from './kept-answers.ts'
import { FIRST_CONTACTS, IMPORT } from './setup-contacts.ts'
import { HOOK } from './setup-hook.ts'
import { readSetup } from './setup-state.ts'
import { CIRCLES, GOAL, MINUTES, OWN_ADDRESSES, OWN_NAME } from './setup-steps.ts'
import { say, type Walk } from './setup-walk.ts'

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
    for (const [index, { title, why, ask }] of STEPS.entries()) {
      say(walk, `\n${session.style.heading(`${index + 1} of ${STEPS.length}  ${title}`)}\n${why}`)
      await ask(walk)
    }
  } catch (error) {
    throw isInterrupted(error) ? stoppedAfter(walk.answers, 'To go on: netkeep setup') : error
  }
  say(walk, `\n${summary(walk)}`)
}

function summary({ session, db, answers }: Walk): string {
  const said =
    answers === 0
      ? 'Nothing was changed.'
      : `That is all: ${plural(answers, 'answer')}, kept as you gave them.`
  const waiting = countWaiting(db, session.today, {})
  const next = [
    ...(waiting === 0 ? [] : [['netkeep triage', `one key each for ${plural(waiting, 'imported contact')}`]]),
    ...(countContacts(db) === 0 ? [['netkeep add "Grace Hopper"', 'add somebody']] : []),
    ['netkeep today', 'each morning'],
    ['netkeep log NAME -m "what to remember"', 'after a conversation'],
    ...(answers === 0 ? [] : [['netkeep history', 'what was set; netkeep undo takes it back']]),
  ]
  const rows = renderTable(next, [{}, {}], session.width - 2, session.style.glyphs.more)
  return [said, ...rows.map((row) => `  ${row}`)].join('\n')
}

/** Where nobody can be asked: each step with what is set and what to type. */
async function print(session: Session): Promise<void> {
  const steps = await readSetup(session)
  const rows = steps.map(({ step, value, command }) => [step, value, command])
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
