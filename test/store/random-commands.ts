/** Random sequences of commands, as somebody might type them over some months, and what can be seen of a database after them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { showJson } from '../../src/render/contact-json.ts'
import { findCard } from '../../src/store/contact-card.ts'
import { listAll } from '../../src/store/contact-list.ts'
import { listGoals } from '../../src/store/goals.ts'
import { listIntroductions } from '../../src/store/introductions.ts'
import { listBalances } from '../../src/store/ledger.ts'
import { listOccasions } from '../../src/store/occasions.ts'
import type { Store } from '../../src/store/open.ts'
import { listPromises } from '../../src/store/promises.ts'
import { SYNCED_TABLES } from '../../src/store/schema.ts'
import { getStreak } from '../../src/store/streak.ts'
import type { Answer, Netkeep } from '../harness.ts'
import { A_DOOR, door, firstDoors, openDoor } from './random-doors.ts'
import { cards, googleRows } from './random-files.ts'
import { A_PROMISE } from './random-give-and-take.ts'
import { opening, single } from './random-lines.ts'
import { args, circle, maybe } from './random-words.ts'

/** One command line, typed some days after the one before. */
export interface Step {
  readonly days: number
  readonly args: readonly string[]
  /** The file that the command reads. */
  readonly file?: { readonly name: string; readonly text: string }
}

const ROWS = [
  'Ada,Lovelace,https://www.linkedin.com/in/ada,ada@x.org,Analytics,Countess,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/ada,,Engines,,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/other-ada,,,,03 Mar 2025',
  'Alan,Turing,https://www.linkedin.com/in/alan,,Bletchley,Reader,07 Jun 2023',
  'Alan,Turing,https://www.linkedin.com/in/alan,,Manchester,Reader,07 Jun 2023',
  'Grace,Hopper,,grace@x.org,Navy,,01 Feb 2020',
]

/** What LinkedIn has of some. */
export const connections: fc.Arbitrary<string> = fc
  .subarray(ROWS, { minLength: 1 })
  .map((rows) => `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`)

/** An import of a file of this name. */
const importOf = (name: string, text: fc.Arbitrary<string>): fc.Arbitrary<Omit<Step, 'days'>> =>
  fc.record({
    args: args(
      'import',
      name,
      maybe('--circle', circle),
      maybe('--prefer', fc.constant('theirs')),
      maybe('--include-removed'),
    ),
    file: text.map((content) => ({ name, text: content })),
  })

const imports: fc.Arbitrary<Omit<Step, 'days'>> = fc.oneof(
  importOf('Connections.csv', connections),
  importOf('contacts.vcf', cards),
  importOf('contacts.csv', googleRows),
)

const typed: fc.Arbitrary<Omit<Step, 'days'>> = fc.oneof(
  { weight: 60, arbitrary: single.map((found) => ({ args: found })) },
  { weight: 30, arbitrary: door.map((found) => ({ args: found })) },
  { weight: 8, arbitrary: imports },
)
const undoing: fc.Arbitrary<Omit<Step, 'days'>> = fc
  .constantFrom(['undo'], ['undo', '3'], ['redo'], ['redo', '2'])
  .map((found) => ({ args: found }))

const later = (step: fc.Arbitrary<Omit<Step, 'days'>>): fc.Arbitrary<Step> =>
  fc.tuple(fc.nat(20), step).map(([days, found]) => ({ ...found, days }))

const sequence = (step: fc.Arbitrary<Omit<Step, 'days'>>, length: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      fc
        .tuple(opening, firstDoors)
        .map(([lines, first]) => [...lines, first].map((line) => ({ args: line, days: 1 }))),
      fc.array(later(step), { minLength: length - 4, maxLength: length, size: 'max' }),
    )
    .map((parts) => parts.flat())

/** Commands that change something, or fail. */
export const commands: fc.Arbitrary<readonly Step[]> = sequence(typed, 14)

/** The same, with undo and redo among them. */
export const commandsAndUndos: fc.Arbitrary<readonly Step[]> = sequence(
  fc.oneof({ weight: 5, arbitrary: typed }, { weight: 2, arbitrary: undoing }),
  16,
)

/** Types the command on its day. It may refuse what is asked of it; a bug, or trouble with the database, throws. */
export async function perform(netkeep: Netkeep, step: Step): Promise<Answer> {
  netkeep.today = addDays(netkeep.today as CalendarDate, step.days)
  if (step.file !== undefined) writeFileSync(path.join(netkeep.folder, step.file.name), step.file.text)
  if (step.args[0] === A_DOOR) {
    const store = netkeep.store()
    openDoor(store, step.args)
    store.db.close()
    return { exitCode: 0, stdout: '', stderr: '' }
  }
  const answer = await netkeep.run(...(await withPromise(netkeep, step.args)))
  if (![0, 1, 2, 3].includes(answer.exitCode))
    throw new Error(`netkeep ${step.args.join(' ')}: ${answer.stderr}`)
  return answer
}

/** With the id of a promise in its place, where one is asked for and there is any. */
async function withPromise(netkeep: Netkeep, typed: readonly string[]): Promise<readonly string[]> {
  const place = typed.findIndex((arg) => arg.startsWith(A_PROMISE))
  if (place === -1) return typed
  const lines = (await netkeep.ok('promise', 'list', '--all')).split('\n').slice(0, -1)
  const which = Number(typed[place]?.slice(A_PROMISE.length)) % Math.max(lines.length, 1)
  return typed.with(place, lines[which]?.split('\t')[0] ?? 'nothing')
}

/** All that a user can see, on a day that stays the same: the live rows, and what list and show tell of each contact. */
export function visible(store: Store, today: string): object {
  const { db } = store
  const rows = SYNCED_TABLES.map((table) => [
    table,
    db.prepare(`SELECT * FROM ${table} WHERE deleted IS NULL ORDER BY id`).all(),
  ])
  const on = today as CalendarDate
  const shown = listAll(db, on).map(({ uid }) => {
    const card = findCard(db, uid, on)
    return card === undefined ? null : showJson(card)
  })
  return {
    rows: Object.fromEntries(rows),
    shown,
    balances: listBalances(db, { today: on, filter: {}, limit: undefined }),
    dates: listOccasions(db, { today: on, filter: {}, until: undefined, limit: undefined, hidesKept: true }),
    promises: listPromises(db, { today: on, hasClosed: true }),
    introductions: listIntroductions(db),
    goals: listGoals(db, on),
    streak: getStreak(db, on),
  }
}

/** How many commands were recorded so far, undo and redo not counted. */
export function countSteps(store: Store): number {
  return store.db.prepare("SELECT count(*) FROM command WHERE kind = 'do'").pluck().get() as number
}
