/** Several contacts in one option, with commas between them: `--with ada,grace`. */
import { type Candidate, usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { type Access, resolveOne, uniqueContacts } from './whom.ts'

/** The contacts that are named, each once. @param option for the hint. @throws UserError (usage, no-match, ambiguous) */
export async function resolveList(
  session: Session,
  texts: string | readonly string[],
  access: Access,
  option = '--with',
): Promise<readonly Candidate[]> {
  const contacts: Candidate[] = []
  for (const name of splitNames(texts, option)) contacts.push(await resolveOne(session, [name], access))
  return uniqueContacts(contacts)
}

/** The names of such a list; at least one. Behind a comma at its end the shell has cut it. @throws UserError (usage) */
export function splitNames(texts: string | readonly string[], option = '--with'): readonly string[] {
  const cut = [texts].flat().find((text) => /[^\s,]\s*,$/.test(text))
  if (cut !== undefined)
    throw usageError(
      `"${cut}" ends in a comma.`,
      `A list of contacts has no spaces behind its commas, or stands in quotes: ${option} ada,grace`,
    )
  const names = [texts].flat().flatMap((text) => text.split(','))
  const typed = names.map((name) => name.trim()).filter((name) => name !== '')
  if (typed.length > 0) return typed
  throw usageError('The list of contacts is empty.', `Name them with commas: ${option} ada,grace`)
}
