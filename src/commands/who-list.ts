/** Contacts named in one option, with commas between them: `--with ada,grace`. */
import type { Candidate } from '../errors.ts'
import type { Session } from '../session.ts'
import { type Access, emptyName, resolveOne, uniqueContacts } from './whom.ts'

/** Each is named once. @throws UserError (usage, no-match, ambiguous) */
export async function resolveList(
  session: Session,
  text: string,
  access: Access,
): Promise<readonly Candidate[]> {
  const names = text.split(',').filter((name) => name.trim() !== '')
  if (names.length === 0) throw emptyName()
  const contacts: Candidate[] = []
  for (const name of names) contacts.push(await resolveOne(session, [name.trim()], access))
  return uniqueContacts(contacts)
}
