/**
 * The process edge of `netkeep prompt`, a bundle of its own: what a prompt asks for at every draw must not wait for the whole of netkeep.
 * bin/netkeep.cjs calls it; whatever is not said in the plain way is left to the command itself (commands/prompt.ts).
 */
import { writeSync } from 'node:fs'
import { databasePlace } from './database-path.ts'
import { defaultFolders } from './default-folders.ts'
import type { CalendarDate } from './domain/calendar-date.ts'
import { formatLocalTime } from './local-time.ts'
import { promptAnswer } from './shell/prompt-answer.ts'

/** @returns false for arguments that are not for it. */
export async function answerPrompt(args: readonly string[]): Promise<boolean> {
  const options = readOptions(args)
  if (options === undefined) return false
  try {
    const file = await databasePlace(options.get('--db'), {
      env: process.env,
      cwd: () => process.cwd(),
      defaultFolders: () => defaultFolders(process.env),
    }).then(
      (place) => place.file,
      () => undefined,
    )
    const text = promptAnswer({
      database: file,
      today: formatLocalTime(new Date()).slice(0, 10) as CalendarDate,
      user: process.getuid?.(),
      format: options.get('--format'),
      isJson: options.has('--json'),
    })
    if (text !== '') writeSync(1, text)
  } catch {
    // A prompt is no place for an error, and nothing is known to count.
  }
  return true
}

/** `--format TEXT`, `--format=TEXT`, the same for `--db`, and `--json`. */
function readOptions(args: readonly string[]): ReadonlyMap<string, string> | undefined {
  const options = new Map<string, string>()
  for (let index = 0; index < args.length; index++) {
    const [, name = '', attached] = /^(--[a-z]+)(?:=(.*))?$/s.exec(args[index] ?? '') ?? []
    if (name === '--json' && attached === undefined) {
      options.set(name, '')
      continue
    }
    const value = attached ?? args[++index]
    if ((name !== '--format' && name !== '--db') || value === undefined) return undefined
    options.set(name, value)
  }
  return options
}
