/** `netkeep balance`: what was given, asked and received. */
import type { Command } from 'commander'
import type { BalanceLine } from '../domain/help.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import {
  balanceLineJson,
  renderBalanceLines,
  renderBalanceTsv,
  renderLedgerTsv,
} from '../render/balance-lines.ts'
import { touchpointJson } from '../render/contact-json.ts'
import type { Style } from '../render/style.ts'
import { touchpointLines } from '../render/touchpoint-lines.ts'
import type { Session } from '../session.ts'
import { contactGone } from '../store/contacts.ts'
import { countBalances, findBalance, listBalances } from '../store/ledger.ts'
import { listTouchpoints } from '../store/touchpoints.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter, refuseFilters } from './filters.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { resolveOne } from './whom.ts'

interface BalanceOptions extends FilterOptions {
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description(
        'What you gave, asked and received, and how many reach-outs in a row nobody answered: those you owe most first.',
      )
      .argument('[who...]', 'one contact, with every give, ask and receipt')
      .addOption(limitOption()),
  ).addHelpText(
    'after',
    `
In a pipe, a line has these fields, separated by tabs:
  name, given, asked, received, unanswered
Of one contact, a line for each give, ask and receipt follows:
  date, gave, asked or got, kind, channel, note

Examples:
  netkeep balance
  netkeep balance grace
  netkeep balance --circle inner --json`,
  )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: BalanceOptions,
): Promise<void> {
  const [words] = args
  if (words.length === 0) return list(session, options)
  refuseFilters(options)
  return showOne(session, words)
}

async function list(session: Session, options: BalanceOptions): Promise<void> {
  const { db } = await session.store()
  const limit = readLimit(session, options.limit)
  const query = { today: session.today, filter: await readFilter(session, options), limit }
  const balances = listBalances(db, query)
  await session.show({
    json: () => balances.map(balanceLineJson),
    piped: () => renderBalanceTsv(balances),
    terminal: (style) => {
      if (balances.length === 0)
        return isFiltering(options)
          ? 'Nothing given or asked among these contacts.\n'
          : 'Nothing given or asked yet. After helping somebody: netkeep gave grace article\n'
      const rows = renderBalanceLines(balances, style, session.width)
      const more = balances.length === limit ? countBalances(db, query) - balances.length : 0
      return renderCut(rows, more, style)
    },
  })
}

async function showOne(session: Session, words: readonly string[]): Promise<void> {
  const { uid } = await resolveOne(session, words, 'read')
  const { db } = await session.store()
  const balance = findBalance(db, uid)
  if (balance === undefined) throw contactGone()
  const entries = listTouchpoints(db, uid).filter(({ help }) => help !== null)
  await session.show({
    json: () => [{ ...balanceLineJson(balance), entries: entries.map(touchpointJson) }],
    piped: () => renderBalanceTsv([balance]) + renderLedgerTsv(entries),
    terminal: (style) => renderOne(session, balance, entries, style),
  })
}

function renderOne(
  { today, width }: Session,
  balance: BalanceLine,
  entries: readonly TouchpointRecord[],
  style: Style,
): string {
  const lines = entries.flatMap((entry) => touchpointLines(entry, balance.uid, today, style, width))
  return `${[...renderBalanceLines([balance], style, width), ...lines].join('\n')}\n`
}
