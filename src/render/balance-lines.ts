/** Balances of the help ledger: aligned for eyes, tab-separated and as JSON for other programs. */
import type { BalanceLine } from '../domain/help.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/** What stands out in a balance, in words; nothing where all is even. */
function describeBalanceLine({ given, asked, received, unanswered, asksSinceGive }: BalanceLine): string {
  const parts = [
    ...(given === 0 && asked + received > 0 ? ['nothing given yet'] : []),
    ...(asksSinceGive > 1 ? [`${asksSinceGive} asks since a give`] : []),
    ...(unanswered > 0 ? [`${unanswered} unanswered`] : []),
  ]
  return parts.join(', ')
}

export function renderBalanceLines(
  balances: readonly BalanceLine[],
  style: Style,
  width: number,
): readonly string[] {
  const rows = balances.map((balance) => [
    safeText(balance.name),
    `you gave ${balance.given}`,
    `asked ${balance.asked}`,
    `received ${balance.received}`,
    describeBalanceLine(balance),
  ])
  return renderTable(rows, [{ shrinksTo: 14 }, {}, {}, {}, { shrinksTo: 12 }], width, style.glyphs.more)
}

/** name, given, asked, received, unanswered. */
export function renderBalanceTsv(balances: readonly BalanceLine[]): string {
  return renderTsv(
    balances.map(({ name, given, asked, received, unanswered }) => [
      safeText(name),
      given,
      asked,
      received,
      unanswered,
    ]),
  )
}

/** Entries of the ledger: date, side, kind, channel, note. */
export function renderLedgerTsv(entries: readonly TouchpointRecord[]): string {
  return renderTsv(
    entries.map(({ on, help, channel, note }) => [
      on,
      help?.side ?? null,
      safeText(help?.kind ?? ''),
      safeText(channel ?? ''),
      safeText(note ?? ''),
    ]),
  )
}

export function balanceLineJson({
  uid,
  name,
  given,
  asked,
  received,
  unanswered,
  asksSinceGive,
}: BalanceLine): object {
  return { uid, name, given, asked, received, unanswered, asksSinceGive }
}
