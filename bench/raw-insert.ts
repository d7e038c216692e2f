/** The least that an import could cost: its rows and their operations, inserted by plain statements without triggers. */
import { rmSync } from 'node:fs'
import type { Database } from '../src/store/driver.ts'
import { openStore } from '../src/store/open.ts'
import { today } from './networks.ts'

interface Insert {
  readonly sql: string
  readonly rows: readonly (readonly unknown[])[]
}

/** In the order of the import: its contacts come by id, and the ids of their addresses are random, which costs what it costs. */
const ROWS = [
  { table: 'contact', order: 'JOIN op ON op.r = x.id GROUP BY x.id ORDER BY min(op.h)' },
  { table: 'contact_point', order: 'JOIN op ON op.r = x.id GROUP BY x.id ORDER BY min(op.h)' },
  { table: 'op', order: "WHERE t <> 'circle' ORDER BY h" },
]

/** All that the import wrote to the synced tables and the log. */
export function readInserts(imported: string): readonly Insert[] {
  const { db } = openStore(imported, { host: () => 'bench', today: today(), ownsFolder: false })
  const inserts = ROWS.map(({ table, order }) => {
    const rows = db.prepare(`SELECT x.* FROM ${table} x ${order}`).raw().all() as unknown[][]
    return { sql: `INSERT INTO ${table} VALUES (${(rows[0] ?? []).map(() => '?').join(', ')})`, rows }
  })
  db.close()
  return inserts
}

/** Inserts them into a new database with netkeep's tables, indexes and pragmas, and returns the ms of that one transaction. */
export function timeRawInsert(file: string, inserts: readonly Insert[]): number {
  rmSync(file, { force: true })
  const { db } = openStore(file, { host: () => 'bench', today: today(), ownsFolder: false })
  try {
    dropTriggers(db)
    const started = performance.now()
    db.exec('BEGIN IMMEDIATE')
    for (const { sql, rows } of inserts) {
      const insert = db.prepare(sql)
      for (const row of rows) insert.run(...row)
    }
    db.exec('COMMIT')
    return performance.now() - started
  } finally {
    db.close()
    rmSync(file, { force: true })
  }
}

function dropTriggers(db: Database): void {
  const triggers = db
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    .pluck()
    .all() as string[]
  for (const trigger of triggers) db.exec(`DROP TRIGGER ${trigger}`)
}
