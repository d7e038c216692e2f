/**
 * `npm run fuzz -- FOLDER [--seconds N] [--seed N]`: damages the files of a folder again and again, and reads them as an import does.
 * Ends with 1 at the first file that ends in anything but a result or an error for the user, or takes more than a second a megabyte;
 * that file is kept.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { createRandom } from '../../bench/random.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { checkImported } from '../../src/domain/import-check.ts'
import { UserError } from '../../src/errors.ts'
import { readFiles } from '../../src/formats/read-files.ts'
import { sourceOf } from '../../src/formats/source.ts'
import { mutate } from './mutate.ts'

const { values, positionals } = parseArgs({
  options: { seconds: { type: 'string', default: '60' }, seed: { type: 'string', default: '1' } },
  allowPositionals: true,
})
/** Larger ones would take their time without finding more. */
const MOST_BYTES = 1_000_000
const OPTIONS = {
  today: '2026-11-22' as CalendarDate,
  since: undefined,
  encoding: undefined,
  dateOrder: null,
  format: undefined,
  map: undefined,
  mapFor: () => undefined,
}

const files = positionals.flatMap((folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, bytes: new Uint8Array(readFileSync(file)) }))
    .filter(({ bytes }) => bytes.length > 0 && bytes.length < MOST_BYTES),
)
const random = createRandom(Number(values.seed))
const end = performance.now() + Number(values.seconds) * 1000
let [read, refused, slowest] = [0, 0, 0]

while (performance.now() < end && process.exitCode === undefined) {
  const { file, bytes } = random.pick(files)
  const mutated = mutate(bytes, (below) => random.below(below))
  const started = performance.now()
  try {
    const result = await readFiles([{ ...sourceOf(path.basename(file), mutated), isNamed: true }], OPTIONS)
    checkImported(result.contacts)
    read++
  } catch (error) {
    if (error instanceof UserError) refused++
    else keep(file, mutated, error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  const ms = performance.now() - started
  const allowed = 1000 * Math.max(1, mutated.length / 1e6)
  slowest = Math.max(slowest, ms)
  if (ms > allowed) keep(file, mutated, `took ${Math.round(ms)} ms for ${mutated.length} bytes`)
}
process.stdout.write(
  `${read} read, ${refused} refused in words; the slowest took ${Math.round(slowest)} ms.\n`,
)

function keep(file: string, bytes: Uint8Array, why: string): void {
  const kept = path.join(tmpdir(), `fuzz-${path.basename(file)}`)
  writeFileSync(kept, bytes)
  process.stderr.write(`${file}: ${why}\nIt is kept as ${kept}.\n`)
  process.exitCode = 1
}
