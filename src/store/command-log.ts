/** Writing: every user command that changes something is one transaction, recorded so that it can be undone. */
import type { CommandKind } from '../domain/history.ts'
import { UserError } from '../errors.ts'
import { refreshDerived } from './derived.ts'
import type { Database } from './driver.ts'
import { mintId } from './ids.ts'
import { CLOCK_TEXT } from './op-triggers.ts'
import type { Store } from './open.ts'
import { refreshPromptFile } from './prompt-file.ts'

/** What a command is recorded with. */
export interface CommandInput {
  /** What was typed, for history. */
  readonly typed: string
  /** When: ISO 8601 with the local offset. */
  readonly at: string
}

/** The writing side of the database during one command. */
export interface Change {
  readonly db: Database
  /** The command's place in the order of recording: text that grows from command to command, whatever the clock does. */
  readonly recordedAt: string
  newId(): string
}

export interface Recorded<T> {
  readonly value: T
  /** The command's number in history; undefined when it changed no row: then it is not recorded either. */
  readonly command: number | undefined
}

/**
 * Runs `body` as one transaction and records it as one command. When `body` throws, or changes no row, nothing is written.
 * Ask and print before or after, never inside: others wait for the lock.
 */
export function recordCommand<T>(
  store: Store,
  input: CommandInput,
  body: (change: Change) => T,
): Recorded<T> {
  return inTransaction(
    store,
    (db) => recordStep(store, db, 'do', input, null, body),
    (recorded) => recorded.command !== undefined,
  )
}

/**
 * Runs `body` in one transaction, which is taken back when it throws or its result is not to be kept. What is kept shows in the prompt
 * before anything is said of it.
 */
export function inTransaction<T>(
  store: Store,
  body: (db: Database) => T,
  isKept: (value: T) => boolean = () => true,
): T {
  const { db } = store
  db.exec('BEGIN IMMEDIATE')
  try {
    const value = body(db)
    if (!isKept(value)) db.exec('ROLLBACK')
    else {
      db.exec('COMMIT')
      refreshPromptFile(db, store.path, store.today)
      store.isPromptFresh = true
    }
    return value
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** One step of history inside a running transaction. */
export function recordStep<T>(
  store: Store,
  db: Database,
  kind: CommandKind,
  input: CommandInput,
  target: number | null,
  body: (change: Change) => T,
): Recorded<T> {
  const start = advanceClock(db, timeOf(input), store.host())
  const change: Change = {
    db,
    recordedAt: start.h,
    newId: () => mintId(start.epochMs, db.prepare('SELECT randomblob(16)').pluck().get() as Uint8Array),
  }
  const value = body(change)
  const last = db.prepare(`SELECT ${CLOCK_TEXT} FROM replica`).pluck().get() as string
  if (last === start.h) return { value, command: undefined }
  const command = db
    .prepare('INSERT INTO command (kind, typed, at, first_h, last_h, target) VALUES (?, ?, ?, ?, ?, ?)')
    .run(kind, input.typed, input.at, start.h, last, target).lastInsertRowid
  refreshDerived(db)
  return { value, command: Number(command) }
}

/** From the year 6429 on, a time of day takes more than the 48 bits that a reading of the clock has for it. */
const PAST_ALL_READINGS = 2 ** 47

/** @throws UserError where the computer's clock is so far ahead that no operation could be stamped with it. */
function timeOf({ at }: CommandInput): number {
  const epochMs = Date.parse(at)
  if (epochMs < PAST_ALL_READINGS) return epochMs
  throw new UserError(
    'failed',
    `The clock of this computer says ${at.slice(0, 10)}; nothing was changed.`,
    'Set the clock, then type the command again.',
  )
}

/**
 * Moves the hybrid logical clock on: to the time of day, or just past its last reading where the time of day lies behind.
 * Operations of the command get the readings after the one returned.
 */
function advanceClock(db: Database, epochMs: number, host: string): { h: string; epochMs: number } {
  db.prepare(
    `UPDATE replica SET
       clock = max(clock + 1, CAST(:epochMs AS INTEGER) * 65536),
       nonce = lower(hex(randomblob(2))),
       device = CASE WHEN host = :host THEN device ELSE lower(hex(randomblob(4))) END,
       host = :host`,
  ).run({ epochMs, host })
  return db.prepare(`SELECT ${CLOCK_TEXT} AS h, clock / 65536 AS epochMs FROM replica`).get() as {
    h: string
    epochMs: number
  }
}

/**
 * The clock after it has met the readings of another one: never behind them, so that what is recorded here from now on comes after what
 * was recorded there.
 * @param reading ms × 65536 + counter, as it stands in table replica
 */
export function receiveClock(db: Database, reading: bigint): void {
  db.prepare('UPDATE replica SET clock = max(clock, ?)').run(reading)
}

/** Grows with every operation: two equal readings mean that nothing was changed between them. */
export function changesOf(db: Database): bigint {
  return db.prepare('SELECT clock FROM replica').pluck().safeIntegers().get() as bigint
}
