/** What tests of triage share: answering by keys, and who waits. */
import { UserError } from '../../src/errors.ts'
import { type Answer, type Netkeep, namesIn } from '../harness.ts'

/** Each offers its keys as `1 inner 2w`; the harness takes the key for a reply. */
export const triage = (netkeep: Netkeep, ...keys: readonly string[]): Promise<Answer> =>
  netkeep.onTerminal(['triage'], keys)

/** Those who wait, in order. */
export const waiting = (netkeep: Netkeep): Promise<readonly string[]> => namesIn(netkeep, 'triage')

/** What was typed, the last first, without the import. */
export async function typed(netkeep: Netkeep): Promise<readonly string[]> {
  const entries: readonly { typed: string }[] = await netkeep.json('history')
  return entries.slice(0, -1).map((entry) => entry.typed)
}

export const interrupt = (): string => {
  throw new UserError('interrupted', 'Stopped; nothing was changed.')
}
