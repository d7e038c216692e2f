/** Which watched employer is meant: its name in any spelling, or words of it. */
import { findNamed } from '../domain/named-by-words.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { Watch } from '../domain/watch.ts'
import { UserError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { listWatches } from '../store/watches.ts'

/** @throws UserError (no-match, ambiguous) */
export async function resolveWatch(session: Session, typed: string): Promise<Watch> {
  const watches = listWatches((await session.store()).db)
  const meant = findWatches(watches, typed)
  const [first] = meant
  if (first === undefined)
    throw new UserError(
      'no-match',
      `No employer "${typed}" is watched; nothing was changed.`,
      watches.length === 0
        ? 'Watch one: netkeep watch "Acme Robotics"'
        : `Watched: ${watches.map(({ company }) => company).join(', ')}`,
    )
  if (meant.length === 1) return first
  if (!session.isInteractive)
    throw new UserError(
      'ambiguous',
      `"${typed}" could be ${meant.length} watched employers; nothing was changed.`,
      `Type more of the name: ${meant.map(({ company }) => company).join(', ')}`,
    )
  const prompter = await session.context.loadPrompter()
  return prompter.select(
    'Which employer?',
    meant.map((watch) => ({ name: safeText(watch.company), value: watch })),
  )
}

function findWatches(watches: readonly Watch[], typed: string): readonly Watch[] {
  const key = organizationKeyOf(typed)
  const exact = watches.filter(({ company }) => organizationKeyOf(company) === key)
  if (exact.length > 0) return exact
  return findNamed(
    typed,
    watches.map((watch) => ({ name: watch.company, watch })),
  ).map(({ watch }) => watch)
}
