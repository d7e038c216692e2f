/** What history tells of a command. */

export type CommandKind = 'do' | 'undo' | 'redo'

export interface HistoryEntry {
  readonly command: number
  readonly kind: CommandKind
  /** Whether an undo has taken it back. */
  readonly isUndone: boolean
  /** ISO 8601 with the local offset. */
  readonly at: string
  readonly typed: string
  /** How many rows it changed. */
  readonly changeCount: number
  /** The names of the contacts it changed something of, three at most. */
  readonly contacts: readonly string[]
}

export interface RowChange {
  readonly table: string
  readonly uid: string
  /** The name of the contact it is about, where it is about one. */
  readonly contact: string | null
  /** The columns it set. */
  readonly set: Readonly<Record<string, string | number | null>>
}
