/** Random sequences of commands, as somebody might type them over some months, and what can be seen of a database after them. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { showJson } from '../../src/render/contact-json.ts'
import { findCard } from '../../src/store/contact-card.ts'
import { listAll } from '../../src/store/contact-list.ts'
import type { Store } from '../../src/store/open.ts'
import { SYNCED_TABLES } from '../../src/store/schema.ts'
import type { Answer, Netkeep } from '../harness.ts'

/** One command line, typed some days after the one before. */
export interface Step {
  readonly days: number
  readonly args: readonly string[]
  /** The file that the command reads. */
  readonly csv?: string
}

const NAMES = ['Grace Hopper', 'Grace Murray', "Zoë O'Brien", 'Jean-Luc Picard', '山田太郎']
const ROWS = [
  'Ada,Lovelace,https://www.linkedin.com/in/ada,ada@x.org,Analytics,Countess,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/ada,,Engines,,12 Jan 2024',
  'Ada,Lovelace,https://www.linkedin.com/in/other-ada,,,,03 Mar 2025',
  'Alan,Turing,https://www.linkedin.com/in/alan,,Bletchley,Reader,07 Jun 2023',
  'Alan,Turing,https://www.linkedin.com/in/alan,,Manchester,Reader,07 Jun 2023',
  'Grace,Hopper,,grace@x.org,Navy,,01 Feb 2020',
]

const contact = fc.constantFrom(
  ...NAMES,
  ...NAMES,
  'Ada Lovelace',
  'Alan Turing',
  'grace',
  'zoe',
  'Nobody Known',
)
const contacts = fc.uniqueArray(contact, { minLength: 1, maxLength: 3 })
const word = fc.constantFrom('compiler', 'Zürich talk', 'x', '{"a":1}', "it's", '')
const interval = fc.constantFrom('1w', '2w', '1m', '3m', '10d')
const circle = fc.constantFrom('inner', 'wide', 'outer', 'team', 'none')
const tag = fc.constantFrom('mentor', 'Mentor', 'navy')

const args = (
  ...parts: readonly (string | fc.Arbitrary<string | readonly string[]>)[]
): fc.Arbitrary<readonly string[]> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((found) => found.flat())
/** An option with its value, or nothing. */
const maybe = (option: string, value?: fc.Arbitrary<string>): fc.Arbitrary<readonly string[]> =>
  fc.option(
    (value ?? fc.constant([])).map((text) => [option, text].flat()),
    { nil: [] },
  )

const add = args(
  'add',
  fc.constantFrom(...NAMES),
  maybe('--circle', circle),
  maybe('--every', interval),
  maybe('--tag', tag),
  maybe('--alias', fc.constantFrom('Amazing', 'Captain')),
  maybe('--email', fc.constantFrom('a@x.org', 'A@X.org', 'b@x.org')),
  maybe('--met-on', fc.constantFrom('yesterday', '2 weeks ago', '2020-02-29')),
  maybe('--note', word),
)

/** One option or a few: what a single field changes must not be hidden by the others. */
const edits = fc
  .array(
    fc.oneof(
      args('--org', word),
      args('--name', fc.constantFrom(...NAMES)),
      args('--title', word),
      args('--note', word),
      args('--birthday', fc.constantFrom('--12-09', '1906-12-09', '')),
      args('--email', fc.constantFrom('a@x.org', 'c@x.org')),
      args('--remove-email', fc.constantFrom('a@x.org', 'ada@x.org')),
      args('--phone', '+1 555 0100'),
      args('--alias', fc.constantFrom('Amazing', 'Countess')),
      args('--remove-alias', 'amazing'),
      args('--remove-tag', tag),
      args('--circle', circle),
      args('--every', interval),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((options) => options.flat())

const single: fc.Arbitrary<readonly string[]> = fc.oneof(
  { weight: 3, arbitrary: add },
  {
    weight: 5,
    arbitrary: args(
      'log',
      contacts,
      maybe('-m', word),
      maybe('--on', fc.constantFrom('yesterday', '10 days ago', '2 months ago')),
      maybe('--by', fc.constantFrom('call', 'coffee')),
      fc.constantFrom([], [], ['--attempt'], ['--light']),
      fc.constantFrom([], ['--in'], ['--out']),
      maybe('--for', fc.constantFrom('30m', '1h')),
      maybe('--at', word),
    ),
  },
  { weight: 1, arbitrary: args('log', fc.constantFrom('Kathleen Booth', 'Grace Hopper'), '--new') },
  { weight: 3, arbitrary: args('snooze', contacts, fc.constantFrom('2w', '3 months', '400d')) },
  { weight: 2, arbitrary: args('wake', contact) },
  { weight: 2, arbitrary: args('pause', contacts) },
  { weight: 2, arbitrary: args('resume', contacts) },
  { weight: 2, arbitrary: args('move', contacts, circle, maybe('--as-is')) },
  {
    weight: 2,
    arbitrary: args(
      'every',
      contacts,
      fc.oneof(interval, fc.constantFrom('none', 'circle')),
      maybe('--as-is'),
    ),
  },
  {
    weight: 2,
    arbitrary: args(
      'tag',
      contacts,
      tag.map((name) => `+${name}`),
      maybe('--remove', tag),
    ),
  },
  {
    weight: 4,
    arbitrary: args('edit', contact, edits),
  },
  { weight: 2, arbitrary: args('remove', contacts) },
  {
    weight: 2,
    arbitrary: args('circle', 'set', fc.constantFrom('team', 'wide'), interval, maybe('--as-is')),
  },
  {
    weight: 1,
    arbitrary: args(
      'circle',
      'remove',
      fc.constantFrom('team', 'wide'),
      maybe('--move-to', fc.constantFrom('outer', 'none')),
    ),
  },
  { weight: 1, arbitrary: args('config', 'set', 'attempt-rest', fc.constantFrom([], ['0'], ['9'])) },
  { weight: 1, arbitrary: args('config', 'set', 'default-circle', fc.constantFrom([], ['outer'])) },
)

const imports: fc.Arbitrary<Omit<Step, 'days'>> = fc.record({
  args: args(
    'import',
    'Connections.csv',
    maybe('--circle', circle),
    maybe('--prefer', fc.constant('theirs')),
    maybe('--include-removed'),
  ),
  csv: fc
    .subarray(ROWS, { minLength: 1 })
    .map(
      (rows) => `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${rows.join('\n')}\n`,
    ),
})

const typed: fc.Arbitrary<Omit<Step, 'days'>> = fc.oneof(
  { weight: 30, arbitrary: single.map((found) => ({ args: found })) },
  { weight: 4, arbitrary: imports },
)
const undoing: fc.Arbitrary<Omit<Step, 'days'>> = fc
  .constantFrom(['undo'], ['undo', '3'], ['redo'], ['redo', '2'])
  .map((found) => ({ args: found }))

const later = (step: fc.Arbitrary<Omit<Step, 'days'>>): fc.Arbitrary<Step> =>
  fc.tuple(fc.nat(20), step).map(([days, found]) => ({ ...found, days }))

const sequence = (step: fc.Arbitrary<Omit<Step, 'days'>>, length: number): fc.Arbitrary<readonly Step[]> =>
  fc
    .tuple(
      fc.array(later(add.map((found) => ({ args: found }))), { minLength: 2, maxLength: 3 }),
      fc.array(later(step), { minLength: length - 4, maxLength: length, size: 'max' }),
    )
    .map((parts) => parts.flat())

/** Commands that change something, or fail. */
export const commands: fc.Arbitrary<readonly Step[]> = sequence(typed, 12)

/** The same, with undo and redo among them. */
export const commandsAndUndos: fc.Arbitrary<readonly Step[]> = sequence(
  fc.oneof({ weight: 5, arbitrary: typed }, { weight: 2, arbitrary: undoing }),
  14,
)

/** Types the command on its day. It may refuse what is asked of it; a bug, or trouble with the database, throws. */
export async function perform(netkeep: Netkeep, step: Step): Promise<Answer> {
  netkeep.today = addDays(netkeep.today as CalendarDate, step.days)
  if (step.csv !== undefined) writeFileSync(path.join(netkeep.folder, 'Connections.csv'), step.csv)
  const answer = await netkeep.run(...step.args)
  if (![0, 1, 2, 3].includes(answer.exitCode))
    throw new Error(`netkeep ${step.args.join(' ')}: ${answer.stderr}`)
  return answer
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
  return { rows: Object.fromEntries(rows), shown }
}

/** How many commands were recorded so far, undo and redo not counted. */
export function countSteps(store: Store): number {
  return store.db.prepare("SELECT count(*) FROM command WHERE kind = 'do'").pluck().get() as number
}
