/** `netkeep relate`: how contacts are related to each other. */
import type { Command } from 'commander'
import { lookUpStrictly } from '../domain/look-up.ts'
import { inverseOf, phraseOfRelation, RELATION_KINDS, type RelationLine } from '../domain/relation.ts'
import { usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'
import {
  addRelation,
  listRelations,
  relationId,
  removeRelation,
  storedRelationKinds,
} from '../store/relations.ts'
import { knownRelationKinds } from '../store/settings.ts'
import { resolveOne } from './whom.ts'
import { recordWith, reportChange } from './write.ts'

export function define(command: Command): void {
  command
    .description('Say how two contacts are related; of one contact, show its relations.')
    .argument('<who...>', 'a contact, what it is to the other, the other contact')
    .usage('[options] <who...> [relation] [who...]')
    .option('--remove', 'take the relation away')
    .addHelpText(
      'after',
      `
Relations: ${Object.keys(RELATION_KINDS).join(', ')},
and those of the setting relation-kinds. A relation is told once and shown from both sides.
In a pipe, a line has these fields, separated by tabs:
  relation, name of the other

Examples:
  netkeep relate ada reports-to grace
  netkeep relate "Grace Hopper" mentor alan
  netkeep relate grace
  netkeep relate ada reports-to grace --remove`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { readonly remove?: boolean },
): Promise<void> {
  const [words] = args
  const { db } = await session.store()
  // What is stored can be taken away, whatever the setting says by now.
  const kinds = [...knownRelationKinds(db), ...(options.remove === true ? storedRelationKinds(db) : [])]
  const index = nameIndexOf(db)
  const means = (part: readonly string[]): boolean => lookUpStrictly(part.join(' '), index).matches.length > 0
  const places = words.flatMap((word, at) =>
    kinds.includes(word.toLowerCase()) && at > 0 && at < words.length - 1 ? [at] : [],
  )
  // A word between may be a part of a name too: `relate ada friend knows grace`.
  const at =
    places.find((place) => means(words.slice(0, place)) && means(words.slice(place + 1))) ?? places[0]
  if (at === undefined) {
    const isOne =
      means(words) ||
      (words.length < 3 && !words.every((word) => means([word]) || kinds.includes(word.toLowerCase())))
    if (isOne && options.remove !== true) return show(session, words)
    throw usageError(
      `Which contact is what to which other? "${words.join(' ')}" does not say it.`,
      `Type: netkeep relate ada reports-to grace. Relations: ${kinds.join(', ')}. More of your own: netkeep config set relation-kinds bandmate`,
    )
  }
  const kind = words[at]?.toLowerCase() ?? ''
  await relate(session, words.slice(0, at), kind, words.slice(at + 1), options.remove === true)
}

async function relate(
  session: Session,
  first: readonly string[],
  kind: string,
  second: readonly string[],
  isRemoved: boolean,
): Promise<void> {
  const a = await resolveOne(session, first, 'write')
  const b = await resolveOne(session, second, 'write')
  if (a.uid === b.uid)
    throw usageError(`Both are ${a.name}.`, 'Name two contacts: netkeep relate ada knows grace')
  const relation = { a: a.uid, kind, b: b.uid }
  const { command } = await recordWith(session, [a.uid, b.uid], ({ db }) => {
    if (isRemoved) removeRelation(db, relation)
    else addRelation(db, relation)
  })
  const said = `${safeText(a.name)}: ${safeText(phraseOfRelation(kind))} ${safeText(b.name)}.`
  const unchanged = isRemoved ? 'That was not known' : 'That was known'
  const line =
    command === undefined
      ? `${said} ${unchanged}; nothing was changed.`
      : isRemoved
        ? `Removed from ${said}`
        : said
  reportChange(session, line, command !== undefined, () => ({
    uid: relationId(relation),
    a: { uid: a.uid, name: a.name },
    kind,
    b: { uid: b.uid, name: b.name },
    inverse: inverseOf(kind),
  }))
}

async function show(session: Session, words: readonly string[]): Promise<void> {
  const contact = await resolveOne(session, words, 'read')
  const relations = listRelations((await session.store()).db, contact.uid)
  await session.show({
    json: () => relations.map(({ uid, kind, contact: other }) => ({ uid, kind, contact: other })),
    piped: () =>
      renderTsv(relations.map(({ kind, contact: other }) => [safeText(kind), safeText(other.name)])),
    terminal: (style) =>
      relations.length === 0
        ? wrapLines(
            `${safeText(contact.name)}: no relations yet. Add one: netkeep relate ada reports-to grace\n`,
            session.width,
          )
        : `${[style.heading(safeText(contact.name)), ...rowsOf(relations, session.width, style.glyphs.more)].join('\n')}\n`,
  })
}

function rowsOf(relations: readonly RelationLine[], width: number, more: string): readonly string[] {
  const rows = relations.map(({ kind, contact }) => [
    safeText(phraseOfRelation(kind)),
    safeText(contact.name),
  ])
  return renderTable(rows, [{}, { shrinksTo: 14 }], width, more)
}
