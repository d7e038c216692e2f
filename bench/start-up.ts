/** Commands as a user starts them, at one size of network: time as a ratio to bare node. */

import { rmSync } from 'node:fs'
import { FSYNCS_OF_COMMIT, probeFsyncs, SLOW_FSYNC } from './fsync-probe.ts'
import { BENCH_FOLDER, copyOf, networkOf, type Size } from './networks.ts'
import { netkeep } from './program.ts'
import { type Case, measure, median, type Samples } from './rounds.ts'
import type { Row } from './table.ts'
import {
  chooseContact,
  chooseEmployer,
  chooseEvent,
  chooseIntroduced,
  chooseKnown,
  typedFor,
} from './wanted.ts'

const VERSION_GOAL = 1.3
const COMPLETE_GOAL = 1.5
const PROMPT_GOAL = 1.2
const LOG_GOAL = 1.7
/** ms above `due`. */
const LOOK_UP_GOAL = 20
const FIRST_50 = 'due --limit 50'
/** Rounds for what prints thousands of lines. */
const FEW = 5

/** What is asked for at a TAB: words of the help, few names, very many names, tags. */
const COMPLETIONS = [
  { name: 'complete (verbs)', words: ['lo'] },
  { name: 'complete (options)', words: ['log', '--'] },
  { name: 'complete (names)', words: ['log', 'gra'] },
  { name: 'complete (common name)', words: ['log', 'mar'] },
  { name: 'complete (tags)', words: ['tag', 'maria', '+'] },
]

/** The habit, and what looks back and ahead; triage prints all who wait. */
const HABIT: readonly { readonly words: string; readonly rounds?: number }[] = [
  { words: 'today' },
  { words: 'goal' },
  { words: 'streak' },
  { words: 'stats', rounds: FEW },
  { words: 'stats diversity', rounds: FEW },
  { words: 'stats outside', rounds: FEW },
  { words: 'heat', rounds: FEW },
  { words: 'plan', rounds: FEW },
  { words: 'restart --dry-run', rounds: FEW },
  { words: 'triage', rounds: FEW },
]

/** Questions of give and take; `known` is a contact of whom there is something to tell. Those not limited print up to thousands of lines. */
function questionsAbout(known: string): readonly { readonly words: string; readonly rounds?: number }[] {
  return [
    { words: 'balance', rounds: FEW },
    { words: 'balance --limit 50' },
    { words: `balance ${known}` },
    { words: `brief ${known}` },
    { words: 'promise list', rounds: FEW },
    { words: 'list --offers mentoring', rounds: FEW },
    { words: `list --shares ${known}`, rounds: FEW },
    { words: 'vouch --limit 50' },
  ]
}

/** The employer of most, a contact, ten employers that are watched, a contact of introductions, and the next event. */
function doorsTo(
  employer: string,
  known: string,
  introduced: string,
  event: string,
): readonly { readonly name: string; readonly args: readonly string[] }[] {
  return [
    { name: 'path COMPANY', args: ['path', employer] },
    { name: 'path WHO', args: ['path', known] },
    { name: 'watch list', args: ['watch', 'list'] },
    { name: 'show (introduced)', args: ['show', introduced] },
    { name: 'intro list', args: ['intro', 'list'] },
    { name: 'event list', args: ['event', 'list'] },
    { name: 'brief --event', args: ['brief', '--event', event] },
  ]
}

export interface StartUpGoals {
  /** Of `due` without a limit; undefined where there is no such goal. */
  readonly due: number | undefined
  readonly dueFirst50: number
}

export function benchStartUp(size: Size, goals: StartUpGoals, rounds: number): readonly Row[] {
  const network = networkOf(size)
  const copy = copyOf(network)
  const wanted = chooseContact(copy)
  const run = (name: string, args: readonly string[], database = network): Case => ({
    name,
    database,
    args: netkeep(...args),
  })
  const ways = typedFor(wanted).map(({ way, typed }) => ({ name: `show (${way})`, typed }))
  const known = chooseKnown(copy)
  const questions = [...HABIT, ...questionsAbout(known)].map(({ words, ...limit }) => ({
    ...run(words.replace(known, 'WHO'), words.split(' ')),
    ...limit,
  }))
  const doors = doorsTo(chooseEmployer(copy), known, chooseIntroduced(copy), chooseEvent(copy)).map(
    ({ name, args }) => run(name, args),
  )
  const cases: readonly Case[] = [
    run('--version', ['--version']),
    run('prompt', ['prompt']),
    run(FIRST_50, ['due', '--limit', '50']),
    goals.due === undefined ? { ...run('due', ['due']), rounds: FEW } : run('due', ['due']),
    ...COMPLETIONS.map(({ name, words }) => run(name, ['complete', '--', ...words])),
    run('log NAME', ['log', wanted.name, '--quiet'], copy),
    ...ways.map(({ name, typed }) => run(name, ['show', typed])),
    { ...run('list', ['list']), rounds: FEW },
    ...questions,
    ...doors,
  ]
  const { bare, byName } = measure(cases, rounds, () => probeFsyncs(BENCH_FOLDER))
  rmSync(copy)
  const samplesOf = (name: string): Samples => byName.get(name) ?? []
  const ratio = (name: string, goal?: number): Row => {
    const samples = samplesOf(name)
    return { what: name, samples, figure: median(samples) / median(bare), goal }
  }
  const due = median(samplesOf(FIRST_50))
  return [
    { what: 'bare node', samples: bare, figure: 1 },
    ratio('--version', VERSION_GOAL),
    ratio('prompt', PROMPT_GOAL),
    ratio(FIRST_50, goals.dueFirst50),
    ratio('due', goals.due),
    ...COMPLETIONS.map(({ name }) => ratio(name, COMPLETE_GOAL)),
    ...logRows(samplesOf('log NAME'), samplesOf('besides'), bare),
    ratio('list'),
    ...questions.map(({ name }) => ratio(name)),
    ...[...ways, ...doors].map(({ name }): Row => {
      const samples = samplesOf(name)
      return {
        what: `${name}, above due`,
        samples,
        figure: median(samples) - due,
        unit: 'ms',
        goal: LOOK_UP_GOAL,
      }
    }),
  ]
}

/** `log` as it is, and without the disk's part where that is large. */
function logRows(log: Samples, fsyncs: Samples, bare: Samples): readonly Row[] {
  const isSlow = median(fsyncs) / FSYNCS_OF_COMMIT > SLOW_FSYNC
  const plain: Row = {
    what: 'log NAME',
    samples: log,
    figure: median(log) / median(bare),
    goal: isSlow ? undefined : LOG_GOAL,
  }
  const disk: Row = { what: `its ${FSYNCS_OF_COMMIT} fsyncs`, samples: fsyncs }
  if (!isSlow) return [plain, disk]
  const rest = log.map((ms) => ms - median(fsyncs))
  return [
    plain,
    disk,
    { what: 'log without them', samples: rest, figure: median(rest) / median(bare), goal: LOG_GOAL },
  ]
}
