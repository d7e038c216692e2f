/** What `netkeep watch` is to do: an action is a word like any other, and employers have names of all kinds. */
import { isOneTypoApart } from '../domain/match-key.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type UserError, usageError } from '../errors.ts'
import type { Database } from '../store/driver.ts'
import { isEmployer } from '../store/employers.ts'

interface WatchAction {
  readonly action: 'list' | 'add' | 'remove'
  /** Of the employer. */
  readonly words: readonly string[]
}

/**
 * What is no action is an employer to watch. A word that looks like an action is asked back, unless contacts work for an employer of that
 * whole name; behind `add` every name is one.
 * @throws UserError (usage)
 */
export function readWatchAction(db: Database, words: readonly string[]): WatchAction {
  const [first = 'list', ...others] = words
  const action = first.toLowerCase()
  if (action === 'list' && others.length === 0) return { action, words: others }
  if (action === 'remove') return { action, words: others }
  if (isEmployer(db, organizationKeyOf(words.join(' ')))) return { action: 'add', words }
  if (action === 'add') {
    if (others.length === 0) throw usageError('Which employer?', 'Name it: netkeep watch add "Acme Robotics"')
    return { action, words: others }
  }
  const meant = meantBy(action, others.length > 0)
  if (meant !== undefined) throw noAction(meant, words)
  return { action: 'add', words }
}

/** The action that was meant, perhaps; undefined for the name of an employer. */
function meantBy(word: string, hasMore: boolean): 'list' | 'show' | 'remove' | undefined {
  if (word === 'list' || word === 'show') return word
  if (word === 'rm' || word === 'delete' || isOneTypoApart(word, 'remove')) return 'remove'
  return !hasMore && isOneTypoApart(word, 'list') ? 'list' : undefined
}

function noAction(meant: 'list' | 'show' | 'remove', words: readonly string[]): UserError {
  const [first = '', ...others] = words
  const employer = others.length === 0 ? undefined : quoteWord(others.join(' '))
  const instead = {
    list: employer === undefined ? 'netkeep watch list' : `netkeep watch add ${employer}`,
    show: employer === undefined ? 'netkeep watch list' : `netkeep path ${employer}`,
    remove: `netkeep watch remove ${employer ?? 'navy'}`,
  }[meant]
  return usageError(
    `"${first}" is nothing that watch does${employer === undefined ? '' : ' with an employer'}; nothing was changed.`,
    `Perhaps: ${instead}   An employer of that name: netkeep watch add ${quoteWord(words.join(' '))}`,
  )
}
