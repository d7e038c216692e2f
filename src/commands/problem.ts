/** What is wrong with an answer, for a question to say so and ask again. */
import { UserError } from '../errors.ts'

/** @returns the message of the UserError that the check throws; undefined where it throws none. */
export async function problemOf(check: () => unknown): Promise<string | undefined> {
  try {
    await check()
    return undefined
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
