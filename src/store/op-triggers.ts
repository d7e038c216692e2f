/** The triggers that write the operation log. Generated from the columns, so that a new one cannot be forgotten. */
import type { Database } from './driver.ts'
import { SYNCED_TABLES, type SyncedTable } from './schema.ts'

/** The columns of a synced table, without the id. */
export function columnsOf(db: Database, table: SyncedTable): readonly string[] {
  const names = db
    .prepare(`SELECT name FROM pragma_table_info('${table}') ORDER BY cid`)
    .pluck()
    .all() as string[]
  return names.filter((name) => name !== 'id')
}

/** (Re)creates the triggers of every synced table that this schema version has. Runs inside a migration. */
export function generateOpTriggers(db: Database, version: number): void {
  for (const table of SYNCED_TABLES) {
    const columns = columnsOf(db, table)
    if (columns.length > 0) db.exec(triggersOf(table, columns, version))
  }
}

/** An operation's clock as text; it reads the clock just advanced in table replica. */
export const CLOCK_TEXT = "printf('%016x-%s%s', clock, device, nonce)"

function triggersOf(table: SyncedTable, columns: readonly string[], version: number): string {
  const record = (isChanged: (name: string) => string): string =>
    `UPDATE replica SET clock = clock + 1;
     INSERT INTO op SELECT ${CLOCK_TEXT}, '${table}', NEW.id, ${jsonOf(columns, isChanged)}, ${version} FROM replica;`
  const differs = (name: string): string => `OLD.${name} IS NOT NEW.${name}`
  const isOwn = '(SELECT applying FROM replica) = 0'
  return `
DROP TRIGGER IF EXISTS ${table}_op_insert;
DROP TRIGGER IF EXISTS ${table}_op_update;
DROP TRIGGER IF EXISTS ${table}_keep_id;
DROP TRIGGER IF EXISTS ${table}_keep_row;
CREATE TRIGGER ${table}_op_insert AFTER INSERT ON ${table} WHEN ${isOwn} BEGIN
  ${record((name) => `NEW.${name} IS NOT NULL`)}
END;
CREATE TRIGGER ${table}_op_update AFTER UPDATE ON ${table} WHEN ${isOwn} AND (${columns.map(differs).join(' OR ')}) BEGIN
  ${record(differs)}
END;
CREATE TRIGGER ${table}_keep_id BEFORE UPDATE OF id ON ${table} WHEN OLD.id IS NOT NEW.id BEGIN
  SELECT RAISE(ABORT, 'the id of a ${table} never changes');
END;
CREATE TRIGGER ${table}_keep_row BEFORE DELETE ON ${table} BEGIN
  SELECT RAISE(ABORT, 'a ${table} is never deleted: set deleted instead');
END;
`
}

/** SQL for a JSON object of those new values for which the condition holds; the first comma is cut off. */
function jsonOf(columns: readonly string[], isChanged: (name: string) => string): string {
  const members = columns.map(
    (name) => `CASE WHEN ${isChanged(name)} THEN ',"${name}":' || json_quote(NEW.${name}) ELSE '' END`,
  )
  return `'{' || substr(${members.join(' || ')}, 2) || '}'`
}
