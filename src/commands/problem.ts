/** What is wrong with an answer, for a question to say so and ask again. */
import { UserError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'

/** @returns the message of the UserError that the check throws and, on a line of its own, its hint; undefined where it throws none. */
export async function problemOf(check: () => unknown): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    const lines = error.hint === undefined ? [error.message] : [error.message, error.hint]
    return lines.map(safeText).join('\n')
  }
}
