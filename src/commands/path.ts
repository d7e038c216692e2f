/** `netkeep path`: who can open the door to a company or a contact. */
import type { Command } from 'commander'
import { lookUpStrictly } from '../domain/look-up.ts'
import { wordsOf } from '../domain/match-key.ts'
import { findPaths } from '../domain/path.ts'
import type { NamedContact, PathLine } from '../domain/path-line.ts'
import { plural } from '../render/dates.ts'
import { pathJson, renderPathLines, renderPathTsv } from '../render/path-lines.ts'
import { listNames } from '../render/sentences.ts'
import type { Style } from '../render/style.ts'
import { wrapText } from '../render/text-width.ts'
import { typedAgain } from '../render/typed-again.ts'
import type { Session } from '../session.ts'
import { shortIdOf } from '../store/contact-list.ts'
import { doorIndexOf } from '../store/door-index.ts'
import type { Database } from '../store/driver.ts'
import { employerName } from '../store/employers.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { readPathLines } from '../store/path-lines.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { sayNoPath } from './no-path.ts'
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
  const { employers, contact } = await resolveWhomOrWhere(session, args[0])
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
  const next = session.mode === 'terminal' ? await sayNext(session, lines[0]) : ''
  await session.show({
    json: () => lines.map((line) => pathJson(line, today)),
    piped: () => renderPathTsv(lines, today),
    terminal: (style) => {
      if (lines.length === 0) return `${wrapText(none, session.width).join('\n')}\n`
      const rows = renderPathLines(lines, today, style, session.width)
      const names = employers?.map((key) => employerName(db, key))
      const heading = names === undefined ? '' : sayFound(names, targets.length, reached.length, style)
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

/** What to type next for the best way. */
async function sayNext(session: Session, best: PathLine | undefined): Promise<string> {
  const [first, ...others] = best?.contacts ?? []
  if (first === undefined) return ''
  const { db } = await session.store()
  const target = others.at(-1)
  const next =
    target === undefined
      ? `Before you write: netkeep brief ${typedFor(db, first)}`
      : `Ask for it: netkeep intro ${typedFor(db, target)} --by ${typedFor(db, first)} --state offered --for "${session.style.glyphs.more}"`
  return `${wrapText(next, session.width).join('\n')}\n`
}

/** The contact as it may be typed: by its first name or its whole one where that means nobody else. */
function typedFor(db: Database, { uid, name }: NamedContact): string {
  const index = nameIndexOf(db)
  const isSure = (typed: string): boolean => {
    const { matches } = lookUpStrictly(typed, index)
    return matches.length === 1 && matches[0]?.uid === uid
  }
  const [first = ''] = wordsOf(name)
  const sure = [first, name].find(isSure)
  return typedAgain({ name: sure ?? name, id: shortIdOf(db, uid) }, sure !== undefined)
}
