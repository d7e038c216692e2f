/** `netkeep history`: what was done, newest first. */
import type { Command } from 'commander'
import type { HistoryEntry, RowChange } from '../domain/history.ts'
import { plural } from '../render/dates.ts'
import { describeChange } from '../render/history-lines.ts'
import { sayWhen } from '../render/instants.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import type { Session } from '../session.ts'
import { listStoredCircles } from '../store/circles.ts'
import { findName, findRow, listChanges, listHistory } from '../store/history.ts'
import { limitOption, readLimit } from './limit.ts'
import { resolveOne } from './whom.ts'

export function define(command: Command): void {
  command
    .description('What was done, newest first; of one contact, with what changed.')
    .argument('[who...]', 'name, e-mail address or id')
    .addOption(limitOption())
    .addHelpText(
      'after',
      `
In a pipe, a line has these fields, separated by tabs:
  command number, time, what was typed, number of changed rows, undone

Examples:
  netkeep history
  netkeep history grace`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { limit?: string },
): Promise<void> {
  const { db } = await session.store()
  const contact = args[0].length === 0 ? undefined : await resolveOne(session, args[0], 'read')
  const limit = readLimit(session, options.limit)
  const entries = listHistory(db, contact?.uid, limit)
  await session.show({
    json: () => entries.map((entry) => toJson(entry, listChanges(db, entry.command, contact?.uid))),
    piped: () =>
      renderTsv(
        entries.map((entry) => [
          entry.command,
          entry.at,
          safeText(entry.typed),
          entry.changeCount,
          entry.isUndone ? 'undone' : '',
        ]),
      ),
    terminal: (style) => {
      if (entries.length === 0) return 'Nothing was done yet.\n'
      const rows = entries.map((entry) => [
        sayWhen(entry.at, session.now),
        safeText(entry.typed),
        summarize(entry),
      ])
      const table = renderTable(
        rows,
        [{}, { shrinksTo: 24 }, { shrinksTo: 14 }],
        session.width,
        style.glyphs.more,
      )
      if (contact === undefined) return `${table.join('\n')}\n`
      const names = {
        circles: listStoredCircles(db),
        contact: (uid: string) => findName(db, uid),
        row: (of: string, uid: string) => findRow(db, of, uid),
      }
      const withChanges = table.flatMap((row, index) => [
        row,
        ...listChanges(db, entries[index]?.command ?? 0, contact.uid)
          .map((change) => describeChange(change, names))
          .filter((text) => text !== undefined)
          .map((text) => style.faint(`    ${text}`)),
      ])
      return `${withChanges.join('\n')}\n`
    },
  })
}

function toJson(entry: HistoryEntry, changes: readonly RowChange[]): object {
  const { command, kind, at, typed, isUndone } = entry
  return { command, at, typed, changes, kind, undone: isUndone }
}

function summarize({ isUndone, contacts, changeCount }: HistoryEntry): string {
  if (isUndone) return 'undone'
  return contacts.length === 1 || contacts.length === 2 ? listNames(contacts) : plural(changeCount, 'change')
}
