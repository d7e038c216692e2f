/** Verbs with actions, as in `promise list|add|done|drop`: which action is meant, and which options belong to it. */
import { lookUpStrictly } from '../domain/look-up.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { similarWords } from '../domain/similar-words.ts'
import { type UserError, usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { nameIndexOf } from '../store/name-index.ts'

interface ActionRules {
  /** Whether `list` takes several contacts: the first word is enough to tell that they are meant. */
  readonly listsSeveral?: boolean
  /** Words that may be taken for an action, with the action they mean. */
  readonly meant?: Readonly<Record<string, string>>
}

/**
 * The action and its words. A contact in its place is short for listing what is theirs: `promise grace`.
 * @throws UserError (usage) naming the actions there are
 */
export async function readAction(
  session: Session,
  args: readonly [string | undefined, readonly string[]],
  actions: readonly string[],
  { listsSeveral = false, meant: others = {} }: ActionRules = {},
): Promise<{ readonly action: string; readonly words: readonly string[] }> {
  const [typed = 'list', words] = args
  if (actions.includes(typed)) return { action: typed, words }
  const who = [typed, ...words]
  const index = nameIndexOf((await session.store()).db)
  const { kind } = lookUpStrictly(typed, index)
  const isNamed = listsSeveral && kind !== undefined && kind !== 'prefix'
  if (isNamed || lookUpStrictly(who.join(' '), index).kind !== undefined)
    return { action: 'list', words: who }
  const meant = Object.hasOwn(others, typed) ? others[typed] : undefined
  if (meant !== undefined)
    throw usageError(
      `"${typed}" is nothing that ${session.verb} does.`,
      `Did you mean: netkeep ${session.verb} ${[meant, ...words.map(quoteWord)].join(' ')}`,
    )
  throw unknownAction(session, typed, actions, [
    'a contact',
    `For one contact: netkeep ${session.verb} list grace`,
  ])
}

/**
 * What was typed is no action, nor a thing that may stand in the place of one.
 * @param thing what it would be, and how to name it.
 */
export function unknownAction(
  { verb }: Session,
  typed: string,
  actions: readonly string[],
  [thing, how]: readonly [string, string],
): UserError {
  const near = similarWords(new Set(actions))(typed.toLowerCase())
  const meant = near.length === 0 ? '' : ` Did you mean ${near.join(' or ')}?`
  return usageError(
    `"${typed}" is neither ${thing} nor anything that ${verb} does.${meant}`,
    `Type: netkeep ${verb} ${actions.join(', ')}. ${how}`,
  )
}

/** Understood by every verb, or filled in by commander. */
const GLOBAL: readonly string[] = ['db', 'json', 'plain', 'color', 'quiet', 'debug', 'yes']

/**
 * An option of another action would be ignored without a word.
 * @param own names of the action's own options, as commander has them.
 * @throws UserError (usage)
 */
export function refuseOthers(
  session: Session,
  action: string,
  options: object,
  own: readonly string[],
): void {
  const odd = Object.keys(options).find((name) => !own.includes(name) && !GLOBAL.includes(name))
  if (odd === undefined) return
  const flag = `--${odd.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
  throw usageError(
    `${flag} is nothing for netkeep ${session.verb} ${action}.`,
    `See: netkeep ${session.verb} --help`,
  )
}
