/** Which group is meant: by words of its name, or its id. */
import type { GroupLine } from '../domain/group.ts'
import { countNameWords, findByIdOrName } from '../domain/named-by-words.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { UserError, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { sayThereAre } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { listGroups } from '../store/groups.ts'

/** The one group that all the words together mean. @throws UserError (usage, no-match, ambiguous) */
export async function resolveGroup(session: Session, words: readonly string[]): Promise<GroupLine> {
  const typed = words.join(' ')
  const groups = listGroups((await session.store()).db, session.today)
  return chooseGroup(session, typed, groups, findByIdOrName(typed, groups))
}

/**
 * The group, and the words behind its name: it is the longest run of words at the beginning that means one.
 * @throws UserError (usage, no-match, ambiguous)
 */
export async function resolveGroupAndRest(
  session: Session,
  words: readonly string[],
): Promise<{ readonly group: GroupLine; readonly rest: readonly string[] }> {
  const groups = listGroups((await session.store()).db, session.today)
  const length = countNameWords(words, groups)
  const typed = words.slice(0, length).join(' ')
  const group = await chooseGroup(session, typed, groups, findByIdOrName(typed, groups))
  return { group, rest: words.slice(length) }
}

async function chooseGroup(
  session: Session,
  typed: string,
  groups: readonly GroupLine[],
  found: readonly GroupLine[],
): Promise<GroupLine> {
  const [first] = found
  if (first === undefined) throw noGroup(typed, groups)
  if (found.length === 1) return first
  if (!session.isInteractive) throw severalGroups(typed, found)
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    `Which "${safeText(typed)}"?`,
    found.map((group) => ({ name: `${safeText(group.name)} (${group.id})`, value: group })),
  )
}

function noGroup(typed: string, groups: readonly GroupLine[]): UserError {
  if (typed.trim() === '')
    return usageError('Which group?', 'See them: netkeep group   Add one: netkeep group add "Job club"')
  const first = groups.slice(0, 5).map(({ name }) => name)
  return new UserError(
    'no-match',
    `No group is called "${typed}"; nothing was done.`,
    `${first.length === 0 ? '' : `${sayThereAre(first)}.   `}Add it: netkeep group add ${quoteWord(typed)}`,
  )
}

function severalGroups(typed: string, groups: readonly GroupLine[]): UserError {
  return new UserError(
    'ambiguous',
    `"${typed}" could be ${groups.length} groups; nothing was done.`,
    `Say which by more of the name, or by id: ${groups[0]?.id ?? 'ID'}`,
    groups.map(({ uid, id, name }) => ({ uid, id, name, organization: null })),
  )
}
