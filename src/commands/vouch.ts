/** `netkeep vouch`: who could vouch for you. */
import type { Command } from 'commander'
import type { ListedContact } from '../domain/contact-line.ts'
import { foldText } from '../domain/match-key.ts'
import { type HelpCount, VOUCHING_TAGS, type Vouching, vouchingOf } from '../domain/vouch.ts'
import { describeLastTouch } from '../render/contact-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import type { Session } from '../session.ts'
import { getListed, listMatching, listTags } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { bearersOf, countHelp, lastTouchedFirst } from '../store/ledger.ts'
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
  const { uids, vouchings } = findVouchers(db, filter.tags, allowed)
  const limit = readLimit(session, options.limit)
  const shown = getListed(db, uids.slice(0, limit), session.today).flatMap((line): readonly Voucher[] => {
    const vouching = vouchings.get(line.uid)
    return vouching === undefined ? [] : [{ line, ...vouching }]
  })
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
      return renderCut(table, uids.length - shown.length, style)
    },
  })
}

interface Found {
  readonly uids: readonly string[]
  readonly vouchings: ReadonlyMap<string, Vouching>
}

/** The best first; of two alike the one touched last. In a large network thousands vouch: only those shown are read in full. */
function findVouchers(
  db: Database,
  tags: readonly string[] | undefined,
  allowed: ReadonlySet<string> | undefined,
): Found {
  const byHelp = countHelp(db)
  const spelt = tags ?? listTags(db).filter((tag) => VOUCHING_TAGS.includes(foldText(tag)))
  const tagged = bearersOf(db, spelt)
  const vouchings = new Map<string, Vouching>()
  for (const uid of new Set([...byHelp.keys(), ...tagged.keys()])) {
    const vouching = vouchingOf(byHelp.get(uid) ?? [], tagged.get(uid) ?? null)
    if (vouching !== undefined && allowed?.has(uid) !== false) vouchings.set(uid, vouching)
  }
  const scoreOf = (uid: string): number => vouchings.get(uid)?.score ?? 0
  // Listed by last touch: sorting keeps that order among the equal.
  const uids = lastTouchedFirst(db, [...vouchings.keys()]).toSorted((a, b) => scoreOf(b) - scoreOf(a))
  return { uids, vouchings }
}

/** `got vouching 2 times`, `gave feedback`, `tagged +reference`. */
function reasonsOf({ help, tag }: Vouching): readonly string[] {
  const say = ({ side, kind, count }: HelpCount): string =>
    `${side} ${kind}${count > 1 ? ` ${count} times` : ''}`
  return [...help.map(say), ...(tag === null ? [] : [`tagged +${tag}`])]
}
