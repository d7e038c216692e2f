import { type Change, recordCommand } from '../../src/store/command-log.ts'
import type { Netkeep } from '../harness.ts'

/** A key pressed after another shell has recorded a command, while the question stood there. */
export async function meanwhile(
  netkeep: Netkeep,
  who: string,
  body: (change: Change, uid: string) => void,
): Promise<(key: string) => () => string> {
  const { uid } = await netkeep.json('show', who)
  return (key: string) => (): string => {
    const input = { typed: 'netkeep elsewhere', at: `${netkeep.today}T12:00:00.000+00:00` }
    recordCommand(netkeep.store(), input, (change) => body(change, uid))
    return key
  }
}
