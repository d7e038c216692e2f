/** Importing LinkedIn's connections into an empty database, and taking that back. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { openStore } from '../src/store/open.ts'
import { writeConnections } from './linkedin-csv.ts'
import { BENCH_FOLDER, today } from './networks.ts'
import { netkeep, runOnce } from './program.ts'
import { readInserts, timeRawInsert } from './raw-insert.ts'
import type { Samples } from './rounds.ts'
import type { Row } from './table.ts'

const ROWS = 30_000
const RUNS = 3
const GOAL = 3

/** Ratios are of the fastest runs: of work this long, what is above the fastest is the machine's. */
export function benchImport(): readonly Row[] {
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const file = path.join(BENCH_FOLDER, 'Connections.csv')
  writeConnections(file, ROWS)
  const database = path.join(BENCH_FOLDER, 'import.db')
  const [imports, scheduled, again, raws, undos]: number[][] = [[], [], [], [], []]
  for (let run = 0; run < RUNS; run++) {
    makeEmpty(database)
    scheduled?.push(runOnce(netkeep('import', file, '--quiet', '--circle', 'outer'), database))
    makeEmpty(database)
    imports?.push(runOnce(netkeep('import', file, '--quiet'), database))
    raws?.push(timeRawInsert(path.join(BENCH_FOLDER, 'raw.db'), readInserts(database)))
    again?.push(runOnce(netkeep('import', file, '--quiet'), database))
    undos?.push(runOnce(netkeep('undo', '--quiet'), database))
  }
  const raw = fastest(raws)
  return [
    { what: 'raw insert of its rows and ops', samples: raws ?? [], figure: 1 },
    { what: 'import', samples: imports ?? [], figure: fastest(imports) / raw, goal: GOAL },
    { what: 'import --circle outer', samples: scheduled ?? [], figure: fastest(scheduled) / raw },
    { what: 'import again, nothing new', samples: again ?? [], figure: fastest(again) / raw },
    { what: 'undo of it', samples: undos ?? [], figure: fastest(undos) / 1000, unit: 's' },
  ]
}

export function makeEmpty(database: string): void {
  rmSync(database, { force: true })
  openStore(database, { host: () => 'bench', today: today(), ownsFolder: false }).db.close()
}

function fastest(samples: Samples = []): number {
  return Math.min(...samples)
}
