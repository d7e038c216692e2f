/** `netkeep restart`: after a gap, everybody who is cold or due starts again, a few contacts a day. */
import type { Command } from 'commander'
import type { Restart } from '../domain/restart.ts'
import { renderRestartTsv, renderRestartWeeks, restartJson, sayRestart } from '../render/restart-lines.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { countContacts } from '../store/contact-list.ts'
import { applyRestart, planRestart } from '../store/restart.ts'
import { minutesOption, NOBODY, type PlanOptions, readMinutes } from './day-plan.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { reportChange } from './write.ts'

interface RestartOptions extends PlanOptions, FilterOptions {
  readonly dryRun?: boolean
}

export function define(command: Command): void {
  command
    .description(
      'After a gap, begin again gently: everybody who is cold or due gets a starting day, as many a day as its minutes hold, the warmest and closest first. Then nobody is cold.',
    )
    .addOption(minutesOption())
    .option('--dry-run', 'show who would start when, and change nothing')
  addFilters(command, ['standing', 'prospect']).addHelpText(
    'after',
    `
Contacts start on Mondays to Fridays, but not on days that netkeep streak freeze has frozen, and beside those who fall due by then, again
after their start too. Until then they are snoozed ("starts 3 Dec"); netkeep wake ends that for one of them, netkeep undo for all. Promises and dates stay as they are.
In a pipe, --dry-run prints lines with these fields, separated by tabs:
  id, name, starting day

Examples:
  netkeep restart
  netkeep restart --minutes 30 --dry-run
  netkeep restart --circle inner`,
  )
}

export async function run(session: Session, _args: readonly [], options: RestartOptions): Promise<void> {
  const store = await session.store()
  const minutes = readMinutes(store.db, options)
  const filter = await readFilter(session, options)
  const { today } = session
  if (options.dryRun === true) return show(session, planRestart(store.db, today, minutes, filter), options)
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    const restart = planRestart(change.db, today, minutes, filter)
    applyRestart(change, restart)
    return restart
  })
  const isChanged = command !== undefined
  const line = isChanged ? sayRestart(value, false) : nothingToDo(countContacts(store.db), options)
  reportChange(
    session,
    line,
    isChanged,
    () => restartJson(value, false),
    isChanged ? ['', ...renderRestartWeeks(value, session.style, session.width)] : [],
  )
}

/** What would be done. */
async function show(session: Session, restart: Restart, options: RestartOptions): Promise<void> {
  const contacts = countContacts((await session.store()).db)
  const isEmpty = restart.starts.length === 0
  // In a pipe no line says so.
  if (session.mode === 'piped' && isEmpty) session.notice(nothingToDo(contacts, options))
  await session.show({
    json: () => restartJson(restart, true),
    piped: () => renderRestartTsv(restart),
    terminal: (style) => {
      if (isEmpty) return `${nothingToDo(contacts, options)}\n`
      return [
        ...wrapText(sayRestart(restart, true), session.width),
        '',
        ...renderRestartWeeks(restart, style, session.width),
        '',
        'Nothing was changed.\n',
      ].join('\n')
    },
  })
}

function nothingToDo(contacts: number, options: FilterOptions): string {
  if (contacts === 0) return NOBODY
  return `${isFiltering(options) ? 'None of these' : 'Nobody'} is cold: there is nothing to restart.`
}
