/**
 * The process edge of `netkeep complete`, a bundle of its own: whoever presses TAB must not wait for the whole of netkeep.
 * bin/netkeep.cjs calls it; the scripts of `netkeep completion` do. It never fails, for there is nobody to tell.
 */
import { writeSync } from 'node:fs'
import { complete } from './complete.ts'
import { defaultFolders } from './default-folders.ts'
import { formatLocalTime } from './local-time.ts'
import { verbTable } from './verb-table.ts'

export async function main(): Promise<void> {
  try {
    const answer = await complete(process.argv.slice(3), await verbTable(), {
      env: process.env,
      cwd: () => process.cwd(),
      defaultFolders: () => defaultFolders(process.env),
      now: () => formatLocalTime(new Date()),
    })
    if (answer !== '') writeSync(1, answer)
  } catch {
    // Nothing is offered.
  }
}
