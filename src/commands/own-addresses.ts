/** The user's own addresses, without which mail and calendars do not tell who was in touch with whom. Asked for once. */
import { getSetting } from '../config.ts'
import { usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { ownAddresses } from '../store/settings.ts'
import { problemOf } from './problem.ts'

export interface OwnAddresses {
  readonly addresses: readonly string[]
  /** What was answered just now, to be stored with what it is needed for; undefined where it was known. */
  readonly answered: string | undefined
}

/**
 * @param guess what the files suggest, the likeliest first.
 * @throws UserError (usage) where they are not known and nobody can be asked.
 */
export async function knowOwnAddresses(session: Session, guess: readonly string[]): Promise<OwnAddresses> {
  const known = ownAddresses((await session.store()).db)
  if (known.length > 0) return { addresses: known, answered: undefined }
  if (!session.isInteractive) {
    throw usageError(
      'Mail and calendars tell who was in touch with you only where your own addresses are known.',
      guess.length === 0
        ? 'Type them once: netkeep config set own-addresses "me@example.com"'
        : `Type them once, perhaps: netkeep config set own-addresses "${safeText(guess.join(' '))}"`,
    )
  }
  const { check } = getSetting('own-addresses')
  const prompter = await session.context.loadPrompter()
  const answered = check(
    await prompter.input(
      'Your own e-mail addresses, separated by spaces:',
      (text) =>
        problemOf(() => {
          if (check(text) === '') throw usageError('One address at least.')
        }),
      guess.join(' '),
    ),
  )
  return { addresses: answered.split(' '), answered }
}
