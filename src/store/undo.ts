/**
 * Undo and redo. Both write new operations that restore what the fields held before a command, so each can be taken back in turn.
 *
 * A command done is embodied by its own operations; after a redo by those of the redo. A command undone is embodied by its undo.
 * Taking back its latest embodiment is what undo and redo both do.
 */
import { UserError } from '../errors.ts'
import { type CommandInput, inTransaction, recordStep } from './command-log.ts'
import type { Database } from './driver.ts'
import { columnsOf } from './op-triggers.ts'
import type { Store } from './open.ts'
import { SYNCED_TABLES, type SyncedTable, UNDONE } from './schema.ts'

export interface UndoneCommand {
  readonly command: number
  readonly typed: string
  readonly at: string
}

interface Embodied extends UndoneCommand {
  /** The command, undo or redo whose operations are in force. */
  readonly latest: number
}

/** Each command with its latest embodiment; `state` is that one's kind: do, redo (done) or undo (undone). */
const EMBODIED = `
SELECT c.id AS command, c.typed, c.at, l.id AS latest, l.kind AS state FROM command c
JOIN command l ON l.id = coalesce((SELECT max(t.id) FROM command t WHERE t.target = c.id), c.id)
WHERE c.kind = 'do'`

/** The command that undo would take back next. */
const NEXT_UNDO = `SELECT * FROM (${EMBODIED}) WHERE state <> 'undo' ORDER BY command DESC LIMIT 1`
/** The command undone last, unless something new was done since. */
const NEXT_REDO = `
SELECT * FROM (${EMBODIED}) WHERE state = 'undo' AND latest > (SELECT max(id) FROM command WHERE kind = 'do')
ORDER BY latest DESC LIMIT 1`

/** Takes back the last `count` commands, or as many as there are. @throws UserError (failed) when there is none. */
export function undo(store: Store, input: CommandInput, count: number): readonly UndoneCommand[] {
  return takeBack(store, input, count, 'undo', NEXT_UNDO, 'There is nothing to undo.')
}

/** Takes this command back where it is the last one; undefined, and nothing is done, where something else was done since. */
export function undoLast(store: Store, input: CommandInput, command: number): UndoneCommand | undefined {
  return inTransaction(
    store,
    (db) => {
      const next = db.prepare(NEXT_UNDO).get() as Embodied | undefined
      return next?.command === command ? takeBackOne(store, db, input, 'undo', next) : undefined
    },
    (taken) => taken !== undefined,
  )
}

/** Whether an undo has taken the command back, and no redo brought it again. */
export function isUndone(db: Database, command: number): boolean {
  return db.prepare(`SELECT state = 'undo' FROM (${EMBODIED}) WHERE command = ?`).pluck().get(command) === 1
}

/** The commands that undo would take back, the next one first; at most `count`. */
export function listUndoable(db: Database, count: number): readonly number[] {
  return db
    .prepare(`SELECT command FROM (${EMBODIED}) WHERE state <> 'undo' ORDER BY command DESC LIMIT ?`)
    .pluck()
    .all(count) as number[]
}

/** Brings back the last `count` commands undone. @throws UserError (failed) when there is none. */
export function redo(store: Store, input: CommandInput, count: number): readonly UndoneCommand[] {
  return takeBack(store, input, count, 'redo', NEXT_REDO, 'There is nothing to redo.')
}

function takeBack(
  store: Store,
  input: CommandInput,
  count: number,
  kind: 'undo' | 'redo',
  nextQuery: string,
  nothing: string,
): readonly UndoneCommand[] {
  return inTransaction(store, (db) => {
    const taken: UndoneCommand[] = []
    while (taken.length < count) {
      const next = db.prepare(nextQuery).get() as Embodied | undefined
      if (next === undefined) break
      taken.push(takeBackOne(store, db, input, kind, next))
    }
    if (taken.length === 0) throw new UserError('failed', nothing, 'See what was done: netkeep history')
    return taken
  })
}

function takeBackOne(
  store: Store,
  db: Database,
  input: CommandInput,
  kind: 'undo' | 'redo',
  { command, typed, at, latest }: Embodied,
): UndoneCommand {
  const step = recordStep(store, db, kind, input, command, () => revert(db, latest))
  // Where nothing of it is left to take back, that too is a step: without one, undo would meet it again for ever.
  if (step.command === undefined) recordEmptyStep(db, kind, input, command)
  return { command, typed, at }
}

function recordEmptyStep(db: Database, kind: string, input: CommandInput, target: number): void {
  db.prepare(
    "INSERT INTO command (kind, typed, at, first_h, last_h, target) VALUES (?, ?, ?, '', '', ?)",
  ).run(kind, input.typed, input.at, target)
}

/**
 * Collects what has to be restored: for each row a command changed, the fields that no other device has written since, with the value
 * each had before. Whatever was written here since was taken back before its turn came, so it does not count. Rows the command created
 * are marked as undone instead.
 */
const COLLECT = `
CREATE TEMP TABLE reverted AS
WITH span AS (SELECT first_h, last_h, substr(last_h, 17, 9) AS device FROM command WHERE id = ?),
here AS MATERIALIZED (SELECT DISTINCT substr(last_h, 17, 9) AS device FROM command),
own AS MATERIALIZED (
  SELECT op.t, op.r, op.h, op.s FROM op, span WHERE op.h > span.first_h AND op.h <= span.last_h AND substr(op.h, 17, 9) = span.device),
rows AS MATERIALIZED (
  SELECT t, r, EXISTS (SELECT 1 FROM op e, span WHERE e.r = own.r AND e.t = own.t AND e.h <= span.first_h) AS existed
  FROM own GROUP BY t, r),
fields AS (
  SELECT DISTINCT own.t, own.r, j.key FROM own JOIN rows USING (t, r), json_each(own.s) j WHERE existed)
SELECT t, r, json_object('deleted', ${UNDONE}) AS s FROM rows WHERE NOT existed
UNION ALL
SELECT t, r, json_group_object(key, (
  SELECT e.s ->> ('$.' || f.key) FROM op e, span
  WHERE e.r = f.r AND e.t = f.t AND e.h <= span.first_h AND json_type(e.s, '$.' || f.key) IS NOT NULL ORDER BY e.h DESC LIMIT 1))
FROM fields f
WHERE NOT EXISTS (
  SELECT 1 FROM op l, span WHERE l.r = f.r AND l.t = f.t AND l.h > span.last_h AND json_type(l.s, '$.' || f.key) IS NOT NULL
  AND substr(l.h, 17, 9) NOT IN (SELECT device FROM here))
GROUP BY t, r`

function revert(db: Database, command: number): void {
  db.exec('DROP TABLE IF EXISTS temp.reverted')
  db.prepare(COLLECT).run(command)
  for (const table of SYNCED_TABLES) restore(db, table)
  db.exec('DROP TABLE temp.reverted')
}

/** Sets only columns that some row needs: with all of them, undoing an import takes a tenth longer. */
function restore(db: Database, table: SyncedTable): void {
  const needed = new Set(
    db
      .prepare('SELECT DISTINCT j.key FROM temp.reverted v, json_each(v.s) j WHERE v.t = ?')
      .pluck()
      .all(table),
  )
  const columns = columnsOf(db, table).filter((name) => needed.has(name))
  if (columns.length === 0) return
  const values = columns.map(
    (name) =>
      `${name} = CASE WHEN json_type(v.s, '$.${name}') IS NULL THEN ${table}.${name} ELSE v.s ->> '$.${name}' END`,
  )
  db.exec(
    `UPDATE ${table} SET ${values.join(', ')} FROM temp.reverted v WHERE v.t = '${table}' AND v.r = ${table}.id`,
  )
}
