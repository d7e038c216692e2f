/** `netkeep vouch`: who could vouch for you. */
import type { Command } from 'commander'
import { compareText } from '../domain/compare-text.ts'
import type { ListedContact } from '../domain/contact-line.ts'
import { foldText } from '../domain/match-key.ts'
import { type HelpCount, VOUCHING_TAGS, type Vouching, vouchingOf } from '../domain/vouch.ts'
import { describeLastTouch } from '../render/contact-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import type { Session } from '../session.ts'
import { getListed, listMatching, listTags } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { bearersOf, countHelp } from '../store/ledger.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'

interface VouchOptions extends FilterOptions {
  readonly limit?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description(
        `Who could vouch for you: who did before, who gave you referrals or feedback, whom you helped, and who is tagged ${VOUCHING_TAGS.map((tag) => `+${tag}`).join(' or ')}.`,
      )
      .addOption(limitOption()),
  ).addHelpText(
    'after',
    `
With --tag, those with the tag and nobody else.
In a pipe, a line has these fields, separated by tabs:
  id, name, organization, score, last touch, why

Examples:
  netkeep vouch
  netkeep vouch --tag mentor
  netkeep tag grace +reference`,
  )
}

interface Voucher extends Vouching {
  readonly line: ListedContact
}

export async function run(session: Session, _args: readonly [], options: VouchOptions): Promise<void> {
  const { db } = await session.store()
  const filter = await readFilter(session, options)
  const allowed = isFiltering(options) ? new Set(listMatching(db, session.today, filter)) : undefined
  const vouchers = findVouchers(session, db, filter.tags, allowed)
  const limit = readLimit(session, options.limit)
  const shown = vouchers.slice(0, limit)
  await session.show({
    json: () =>
      shown.map(({ line, score, help, tag }) => ({
        uid: line.uid,
        id: line.id,
        name: line.name,
        organization: line.organization,
        score,
        reasons: reasonsOf({ score, help, tag }),
        lastTouchOn: line.lastTouchOn,
      })),
    piped: () =>
      renderTsv(
        shown.map((voucher) => [
          voucher.line.id,
          safeText(voucher.line.name),
          safeText(voucher.line.organization ?? ''),
          voucher.score,
          voucher.line.lastTouchOn,
          safeText(reasonsOf(voucher).join(', ')),
        ]),
      ),
    terminal: (style) => {
      if (shown.length === 0 && isFiltering(options)) return 'Nobody among these contacts yet.\n'
      if (shown.length === 0)
        return 'Nobody yet. Record help given and got (netkeep gave, netkeep got), or tag somebody: netkeep tag grace +reference\n'
      const rows = shown.map((voucher) => [
        safeText(voucher.line.name),
        describeLastTouch(voucher.line, session.today),
        safeText(reasonsOf(voucher).join(', ')),
      ])
      const table = renderTable(
        rows,
        [{ shrinksTo: 14 }, {}, { shrinksTo: 20 }],
        session.width,
        style.glyphs.more,
      )
      const more = vouchers.length - shown.length
      return renderCut(table, more, style)
    },
  })
}

/** The best first; of two alike the one touched last. */
function findVouchers(
  session: Session,
  db: Database,
  tags: readonly string[] | undefined,
  allowed: ReadonlySet<string> | undefined,
): readonly Voucher[] {
  const byHelp = countHelp(db)
  const spelt = tags ?? listTags(db).filter((tag) => VOUCHING_TAGS.includes(foldText(tag)))
  const tagged = bearersOf(db, spelt)
  const vouchings = new Map<string, Vouching>()
  for (const uid of new Set([...byHelp.keys(), ...tagged.keys()])) {
    const vouching = vouchingOf(byHelp.get(uid) ?? [], tagged.get(uid) ?? null)
    if (vouching !== undefined && allowed?.has(uid) !== false) vouchings.set(uid, vouching)
  }
  return getListed(db, [...vouchings.keys()], session.today)
    .flatMap((line): readonly Voucher[] => {
      const vouching = vouchings.get(line.uid)
      return vouching === undefined ? [] : [{ line, ...vouching }]
    })
    .sort(
      (a, b) =>
        b.score - a.score ||
        compareText(b.line.lastTouchOn ?? '', a.line.lastTouchOn ?? '') ||
        compareText(a.line.nameKey, b.line.nameKey),
    )
}

/** `got vouching 2 times`, `gave feedback`, `tagged +reference`. */
function reasonsOf({ help, tag }: Vouching): readonly string[] {
  const say = ({ side, kind, count }: HelpCount): string =>
    `${side} ${kind}${count > 1 ? ` ${count} times` : ''}`
  return [...help.map(say), ...(tag === null ? [] : [`tagged +${tag}`])]
}
