/** Whom one met at an event, each with a note: as arguments, as lines of standard input. */
import { checkNote, parseNameAndEmail } from '../domain/contact.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { joinNotes } from '../domain/touchpoint.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { readText } from './standard-input.ts'
import { splitNames } from './who-list.ts'
import { resolveAll, resolveOne } from './whom.ts'
import { CERTAIN_IN_A_LIST, resolveOrNew, type WhoOrNew } from './whom-or-new.ts'

/** Somebody met, who is a contact or becomes one, and what to remember of it. */
export interface Entry {
  readonly who: { readonly contact: Candidate } | { readonly newName: string }
  readonly note: string | null
}

interface Asked {
  readonly words: readonly string[]
  readonly with?: readonly string[] | undefined
  readonly isNewAdded: boolean
}

/** `-` alone stands for lines of standard input. @throws UserError (usage, no-match, ambiguous) */
export async function readEntries(session: Session, asked: Asked): Promise<readonly Entry[]> {
  const { words, isNewAdded } = asked
  const listed = asked.with === undefined ? [] : splitNames(asked.with)
  const entries: Entry[] = []
  // Words without a note side by side may be one name: `ada grace "alan: his talk"`.
  let names: string[] = []
  const take = async (): Promise<void> => {
    if (names.length > 0) entries.push(...(await resolveNames(session, names, isNewAdded)))
    names = []
  }
  for (const [index, word] of words.entries()) {
    if (word === '-') {
      await take()
      entries.push(...(await readLines(session, isNewAdded)))
    } else if (word.endsWith(':') && index < words.length - 1) throw unquoted(word, words.slice(index + 1))
    else if (NOTED.test(word)) {
      await take()
      entries.push(await readEntry(session, word, isNewAdded))
    } else names.push(word.replace(/:$/, ''))
  }
  await take()
  for (const name of listed) entries.push(await resolveEntry(session, name, null, isNewAdded))
  return joinEntries(entries)
}

/** One line each; blank ones are skipped. @throws UserError naming the line */
export async function readLines(session: Session, isNewAdded: boolean): Promise<readonly Entry[]> {
  const text = await readText(session, 'list')
  const entries: Entry[] = []
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    if (line.trim() === '') continue
    try {
      entries.push(await readEntry(session, line, isNewAdded))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      throw new UserError(error.code, `Line ${index + 1}: ${error.message}`, error.hint, error.candidates)
    }
  }
  return joinEntries(entries)
}

/** The name ends at a tab, or at the first colon that a space or nothing follows. */
const NOTED = /\t|:(?= )/

async function readEntry(session: Session, text: string, isNewAdded: boolean): Promise<Entry> {
  const at = text.search(NOTED)
  const name = at < 0 ? text.trim().replace(/:$/, '') : text.slice(0, at)
  const note = at < 0 ? '' : checkNote(text.slice(at + 1))
  return resolveEntry(session, name.trim(), note || null, isNewAdded)
}

async function resolveEntry(
  session: Session,
  name: string,
  note: string | null,
  isNewAdded: boolean,
): Promise<Entry> {
  if (!isNewAdded) return { who: { contact: await resolveOne(session, [name], 'write') }, note }
  const { contacts, newNames } = await resolveOrAdd(session, [name])
  const [contact] = contacts
  return { who: contact === undefined ? { newName: newNames[0] ?? name } : { contact }, note }
}

async function resolveNames(
  session: Session,
  names: readonly string[],
  isNewAdded: boolean,
): Promise<readonly Entry[]> {
  const { contacts, newNames } = isNewAdded
    ? await resolveOrAdd(session, names)
    : { contacts: await resolveAll(session, names, 'write'), newNames: [] }
  return [
    ...contacts.map((contact) => ({ who: { contact }, note: null })),
    ...newNames.map((newName) => ({ who: { newName }, note: null })),
  ]
}

/** Nobody new is called `berta:nice talk`. */
async function resolveOrAdd(session: Session, names: readonly string[]): Promise<WhoOrNew> {
  const who = await resolveOrNew(session, names, CERTAIN_IN_A_LIST)
  const glued = who.newNames.find((name) => name.includes(':'))
  if (glued === undefined) return who
  throw usageError(
    `Is "${glued}" a name and what to remember?`,
    `Put a space behind the colon: "${glued.replace(/:\s*/, ': ')}"`,
  )
}

/** Whoever is named twice was met once; of two notes both are kept. */
export function joinEntries(entries: readonly Entry[]): readonly Entry[] {
  const byKey = new Map<string, Entry>()
  for (const entry of entries) {
    const { who } = entry
    const key = 'contact' in who ? who.contact.uid : `new ${nameKeyOf(parseNameAndEmail(who.newName).name)}`
    const before = byKey.get(key)
    const note = joinNotes(before?.note ?? null, entry.note)
    byKey.set(key, { who: before?.who ?? who, note: note === null ? null : checkNote(note) })
  }
  return [...byKey.values()]
}

/** What stands behind the next word may belong to it, or to somebody else. */
function unquoted(word: string, [next = '', ...more]: readonly string[]): UserError {
  return usageError(
    `Is "${next}" part of what to remember of ${word.slice(0, -1)}?`,
    `Put a contact and its note in quotes: "${word} ${next}${more.length === 0 || /\s/.test(next) ? '' : ' …'}"`,
  )
}
