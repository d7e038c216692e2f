/** `netkeep triage`: imported contacts into circles, one key each. */
import type { Command } from 'commander'
import { plural } from '../render/dates.ts'
import { renderWaitingLines, renderWaitingTsv, waitingJson } from '../render/triage.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { getWaiting, getWaitingInParts, hasImported, listWaiting } from '../store/triage.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { parseCount } from './options.ts'
import { askVerdicts } from './triage-questions.ts'

interface TriageOptions extends FilterOptions {
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'Imported contacts that have no circle yet, one key each, the likely important first: by touchpoints, then the most recent.',
      )
      .option('--limit <n>', 'at most so many this time'),
    // Those who wait are none of these.
    ['circle', 'standing', 'prospect'],
  ).addHelpText(
    'after',
    `
Keys: 1 to 9 for the circles, the closest first; of more than nine the first
  n           no cadence, never asked again
  x           remove
  o           open the profile, or another address
  k or space  skip, until another time
  u           take the last answer back
  q           quit
Each answer is kept at once, as a command of its own. Whoever would be due starts on the day on which the circle has most room.

In a pipe nothing is asked; a line has these fields, separated by tabs:
  id, name, organization, title, touchpoints, last touch, day met

Examples:
  netkeep triage
  netkeep triage --limit 20
  netkeep triage --org navy
  netkeep triage --json | jq -r '.[].name'`,
  )
}

export async function run(session: Session, _args: readonly [], options: TriageOptions): Promise<void> {
  const { db } = await session.store()
  const filter = await readFilter(session, options)
  const limit = options.limit === undefined ? undefined : parseCount(options.limit, '--limit') || undefined
  const found = listWaiting(db, session.today, filter)
  const uids = found.slice(0, limit)
  if (session.isInteractive && uids.length > 0) return askVerdicts(session, uids, filter)
  await session.show({
    json: () => getWaiting(db, uids).map(waitingJson),
    piped: () => renderInParts(db, uids),
    terminal: (style) => {
      if (uids.length === 0) return `${sayNobody(db, isFiltering(options))}\n`
      const rows = renderWaitingLines(getWaiting(db, uids), session.today, style, session.width)
      const count = `${plural(found.length, 'contact')}${uids.length < found.length ? `, ${uids.length} shown` : ''}`
      return `${[...rows, style.faint(`${count}. Give each a circle: netkeep move WHO CIRCLE`)].join('\n')}\n`
    },
  })
}

function* renderInParts(db: Database, uids: readonly string[]): Generator<string> {
  for (const contacts of getWaitingInParts(db, uids)) yield renderWaitingTsv(contacts)
}

function sayNobody(db: Database, isPart: boolean): string {
  if (!hasImported(db))
    return 'Nobody to triage: no contact was imported yet. Bring yours: netkeep import FILE'
  if (isPart) return 'Nobody of that kind waits for a circle. All who do: netkeep triage'
  return 'Nobody to triage: every imported contact has its answer. Who is due: netkeep due'
}
