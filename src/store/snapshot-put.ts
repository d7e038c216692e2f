/** Writing a row out of a snapshot: what is there stays, what the user took away stays away. */
import type { Database } from './driver.ts'
import { REMOVED, type SyncedTable } from './schema.ts'

/** What became of a row: new (or back after an undo), there before, or removed here by the user. */
type Outcome = 'created' | 'there' | 'removed'

export interface RowWriter {
  /** @param values of the columns, in their order. */
  put(id: string, ...values: readonly (string | number | null)[]): Outcome
}

/** @param bringsBack whether rows that the user removed come back too */
export function rowWriter(
  db: Database,
  table: SyncedTable,
  columns: readonly string[],
  bringsBack: boolean = false,
): RowWriter {
  const state = db.prepare(`SELECT ifnull(deleted, 0) FROM ${table} WHERE id = ?`).pluck()
  const insert = db.prepare(
    `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (?${', ?'.repeat(columns.length)})`,
  )
  const restore = db.prepare(
    `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')}, deleted = NULL WHERE id = ?`,
  )
  return {
    put: (id, ...values) => {
      const deleted = state.get(id) as number | undefined
      if (deleted === 0) return 'there'
      if (deleted === REMOVED && !bringsBack) return 'removed'
      if (deleted === undefined) insert.run(id, ...values)
      else restore.run(...values, id)
      return 'created'
    },
  }
}
