/** `npm run bench [-- --small] [-- --rounds N]`: netkeep's speed and size beside the goals of its design. Never a test: it always ends with 0. */
import { existsSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { FSYNCS_OF_COMMIT, SLOW_FSYNC } from './fsync-probe.ts'
import { benchHooks } from './hooks.ts'
import { benchImport } from './import.ts'
import { benchFormats } from './import-formats.ts'
import { benchMemory } from './memory.ts'
import { networkOf, type Size } from './networks.ts'
import { describePackage } from './package-size.ts'
import { snapshotProgram } from './program.ts'
import { benchStartUp, type StartUpGoals } from './start-up.ts'
import { renderTable } from './table.ts'

const TINY: Size = { contacts: 10, touchpoints: 100 }
const SMALL: Size = { contacts: 5_000, touchpoints: 50_000 }
const LARGE: Size = { contacts: 100_000, touchpoints: 1_000_000 }
const SMALL_GOALS: StartUpGoals = { due: 1.5, dueFirst50: 1.5 }
const LARGE_GOALS: StartUpGoals = { due: undefined, dueFirst50: 1.6 }

const FSYNC_NOTE = `A commit with a rollback journal and synchronous=EXTRA does ${FSYNCS_OF_COMMIT} fsyncs; they are timed beside, in the same folder, and
subtracted where one takes more than ${SLOW_FSYNC} ms. "Middle half": between the quartiles. Import ratios are of the fastest runs.
`

const { values } = parseArgs({
  options: { small: { type: 'boolean' }, rounds: { type: 'string', default: '25' } },
})
const rounds = Math.max(1, Number(values.rounds) || 1)
const sizes = [
  { size: SMALL, goals: SMALL_GOALS },
  ...(values.small === true ? [] : [{ size: LARGE, goals: LARGE_GOALS }]),
]
const cache = `dist/due.${process.version}-${process.arch}.cache`

try {
  // Generated first: a machine that has just worked for a minute is not the one to be measured.
  for (const { size } of sizes) networkOf(size)
  snapshotProgram()
  print(
    `Node ${process.version}, ${cpus().length} cores, ${rounds} rounds, ${existsSync(cache) ? 'with' : 'without'} a built code cache`,
  )
  for (const { size, goals } of sizes) {
    const title = `${size.contacts.toLocaleString('en')} contacts, ${size.touchpoints.toLocaleString('en')} touchpoints`
    print(renderTable(title, [...benchStartUp(size, goals, rounds), ...benchMemory(size)]))
  }
  for (const size of [TINY, ...sizes.map(({ size }) => size)]) {
    print(renderTable(`The prompt, ${size.contacts.toLocaleString('en')} contacts`, benchHooks(size)))
  }
  print(renderTable('Files of other programs', benchFormats()))
  // Last: it holds all its rows in memory, and a large process is slow to start others.
  print(renderTable('30,000 LinkedIn rows', benchImport()))
  print(FSYNC_NOTE)
  print(describePackage())
} catch (error) {
  process.stderr.write(
    `The benchmark could not go on: ${error instanceof Error ? error.message : String(error)}\n`,
  )
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}
