/** `netkeep path`: who can open the door to a company or a contact. */
import type { Command } from 'commander'
import { findPaths } from '../domain/path.ts'
import { plural } from '../render/dates.ts'
import { pathJson, renderPathLines, renderPathTsv } from '../render/path-lines.ts'
import { listNames } from '../render/sentences.ts'
import type { Style } from '../render/style.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { doorIndexOf } from '../store/door-index.ts'
import { employerName } from '../store/employers.ts'
import { readPathLines } from '../store/path-lines.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { sayNoPath } from './no-path.ts'
import { sayNext, sayOthers } from './path-next.ts'
import { resolveWhomOrWhere } from './whom-or-where.ts'

export function define(command: Command): void {
  command
    .description(
      'Who can open the door: to each contact at a company, or to one contact, directly or through those you are in touch with.',
    )
    .argument('<company-or-who...>', 'an employer of contacts; or a name, e-mail address or id')
    .addOption(limitOption())
    .addHelpText(
      'after',
      `
At most three ways to each contact, the best first: a direct line where there
was a touchpoint that counts, and through such contacts by relations,
introductions, employers now and before, groups and events. --limit counts the
contacts to reach.
In a pipe, a line has these fields, separated by tabs:
  weight, hops, contact to reach, contact to ask, contact between, why

Examples:
  netkeep path navy
  netkeep path "Grace Hopper"
  netkeep path navy --json | jq -r '.[0].why'`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { readonly limit?: string },
): Promise<void> {
  const limit = readLimit(session, options.limit)
  const { today } = session
  const { employers, whole, contact } = await resolveWhomOrWhere(session, args[0])
  const { db } = await session.store()
  const index = doorIndexOf(db, today)
  const targets =
    contact === undefined
      ? employers.flatMap((key) => index.staffOf(key).map(({ uid }) => uid))
      : [contact.uid]
  const chains = findPaths(targets, index, today)
  const targetOf = ({ contacts }: (typeof chains)[number]): string => contacts.at(-1)?.uid ?? ''
  const reached = [...new Set(chains.map(targetOf))]
  const shown = new Set(reached.slice(0, limit))
  const lines = readPathLines(
    db,
    chains.filter((chain) => shown.has(targetOf(chain))),
    index,
    today,
  )
  const none = lines.length === 0 ? sayNoPath(db, { targets, employers, contact }, today) : ''
  await session.show({
    json: () => lines.map((line) => pathJson(line, today)),
    piped: () => renderPathTsv(lines, today),
    terminal: (style) => {
      const others = whole === undefined ? [] : sayOthers(db, whole, index)
      const wrapped = (text: string): string => `${wrapText(text, session.width).join('\n')}\n`
      if (lines.length === 0) return [none, ...others].map(wrapped).join('')
      const rows = renderPathLines(lines, today, style, session.width)
      const names = employers?.map((key) => employerName(db, key))
      const heading = names === undefined ? '' : sayFound(names, targets.length, reached.length, style)
      const next = [...others, sayNext(db, lines)].map(wrapped).join('')
      return heading + renderCut(rows, reached.length - shown.size, style) + next
    },
  })
  if (session.mode === 'piped' && none !== '') session.notice(none)
}

/** `Navy: 12 contacts, a way to 5 of them.` */
function sayFound(names: readonly string[], targets: number, reached: number, style: Style): string {
  const ways = reached === targets ? '' : `, a way to ${reached} of them`
  return `${style.faint(`${listNames(names)}: ${plural(targets, 'contact')}${ways}.`)}\n`
}
