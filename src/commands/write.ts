/** How commands write and how they tell of it. */
import type { ContactLine, ListedContact } from '../domain/contact-line.ts'
import { listJson } from '../render/contact-json.ts'
import { widthOf, wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { type Change, type Recorded, recordCommand } from '../store/command-log.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { requireLive } from '../store/contacts.ts'

export interface Written<T> {
  readonly value: T
  /** Whether anything was changed, and so can be undone. */
  readonly isChanged: boolean
  /** Its number in history; undefined where nothing was changed. */
  readonly command: number | undefined
  /** The contacts as they are now. */
  readonly lines: readonly ListedContact[]
}

/** Runs `body` as the one transaction of this command, after making sure that the contacts are still there. */
export async function recordWith<T>(
  session: Session,
  uids: readonly string[],
  body: (change: Change) => T,
): Promise<Recorded<T>> {
  return recordCommand(await session.store(), { typed: session.typed, at: session.now }, (change) => {
    requireLive(change.db, uids)
    return body(change)
  })
}

/**
 * The same for a command about contacts, who are in its answer. `body` is given the contacts as
 * they stand inside the transaction: what was read before may be out of date.
 * @param uids the contacts that the answer is about.
 */
export async function writeContacts<T>(
  session: Session,
  uids: readonly string[],
  body: (change: Change, lines: readonly ContactLine[]) => T,
): Promise<Written<T>> {
  const { value, command } = await recordWith(session, uids, (change) =>
    body(change, getLines(change.db, uids, session.today)),
  )
  const { db } = await session.store()
  return { value, isChanged: command !== undefined, command, lines: getListed(db, uids, session.today) }
}

/** Says what a command did, in one line, and how to take it back; with --json prints the contacts as `list` does. */
export function reportContacts(session: Session, line: string, written: Written<unknown>): void {
  reportChange(session, line, written.isChanged, () => written.lines.map(listJson))
}

/** @param below what stands below the answer on a terminal, as lines of its width. */
export function reportChange(
  session: Session,
  line: string,
  isChanged: boolean,
  json: () => unknown,
  below: readonly string[] = [],
): void {
  const said = isChanged ? withUndo(session, line) : wrapped(session, line)
  session.report([said, ...(session.mode === 'terminal' ? below : [])].join('\n'), json)
}

/** How to take it back stands behind the answer, or on a line of its own where a terminal would break it. */
function withUndo(session: Session, line: string): string {
  const isLong = session.mode === 'terminal' && widthOf(line) + UNDO.length + 1 > session.width
  return `${wrapped(session, line)}${isLong ? '\n' : ' '}${UNDO}`
}

/** A terminal would break a long answer in the middle of a word. */
function wrapped(session: Session, line: string): string {
  return session.mode === 'terminal' ? wrapText(line, session.width).join('\n') : line
}

const UNDO = 'Undo: netkeep undo'
