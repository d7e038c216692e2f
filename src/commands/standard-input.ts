/** Text that a command reads from standard input. */
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'

/** Everything on standard input, which must be UTF-8. @throws UserError (usage) */
export async function readText(session: Session, what: string): Promise<string> {
  const bytes = await session.context.stdin.read()
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw usageError(
      `The ${what} on standard input is not UTF-8 text.`,
      'Convert it first, for example with iconv.',
    )
  }
}
