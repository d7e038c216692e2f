/** The questions of `netkeep log` without arguments: who, how, what to remember. Each answer is an option too. */
import { checkNote } from '../domain/contact.ts'
import { lookUp, type NameIndex } from '../domain/look-up.ts'
import type { Touchpoint } from '../domain/touchpoint.ts'
import { type Candidate, UserError } from '../errors.ts'
import type { Choice, Prompter } from '../prompter.ts'
import { describeStanding } from '../render/contact-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { getLines, shortIdOf } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { listComing, listDue, listUnscheduled } from '../store/due-list.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { knownChannels } from '../store/settings.ts'
import { lastChannelWith } from '../store/touchpoints.ts'
import type { LogOptions } from './log.ts'
import { describeCandidate } from './whom.ts'
import type { WhoOrNew } from './whom-or-new.ts'

export interface LogAnswers {
  readonly who: WhoOrNew
  /** What the options had left open. */
  readonly touchpoint: Partial<Touchpoint>
}

export async function askTouchpoint(session: Session, options: LogOptions): Promise<LogAnswers> {
  const { db } = await session.store()
  const prompter = await session.context.loadPrompter()
  const who = await askWho(session, prompter, db)
  const [contact] = who.contacts
  const touchpoint: { channel?: string | null; note?: string | null } = {}
  if (options.by === undefined)
    touchpoint.channel = await askChannel(
      prompter,
      db,
      contact === undefined ? null : lastChannelWith(db, contact.uid),
    )
  if (options.note === undefined) touchpoint.note = await askNote(prompter)
  return { who, touchpoint }
}

export type Who = { readonly contact: Candidate } | { readonly newName: string }

export async function askWho(
  session: Session,
  prompter: Prompter,
  db: Database,
  question = 'Whom were you in touch with? (type a name)',
): Promise<WhoOrNew> {
  const index = nameIndexOf(db)
  const due = dueFirst(session, db)
  const answer = await prompter.search<Who>(question, (typed) =>
    typed.trim() === '' ? due : matching(typed, index),
  )
  if ('newName' in answer) return { contacts: [], newNames: [answer.newName] }
  return { contacts: [answer.contact], newNames: [] }
}

const MOST_OFFERED = 10

/** Before anything is typed: those who are due, then those who fall due next, then the others. */
function dueFirst(session: Session, db: Database): readonly Choice<Who>[] {
  const { today } = session
  const query = { today, until: today, limit: MOST_OFFERED, filter: {} }
  const uids = [
    ...listDue(db, query),
    ...listComing(db, query, MOST_OFFERED),
    ...listUnscheduled(db, MOST_OFFERED),
  ].slice(0, MOST_OFFERED)
  return offer(session, db, uids)
}

/** These contacts, to be chosen from. */
export function offer(session: Session, db: Database, uids: readonly string[]): readonly Choice<Who>[] {
  const { today } = session
  return getLines(db, uids, today).map((line) => ({
    name: `${safeText(line.name)}  ${describeStanding(line, today)}`,
    value: {
      contact: {
        uid: line.uid,
        id: shortIdOf(db, line.uid),
        name: line.name,
        organization: line.organization,
      },
    },
  }))
}

/** What a typed name can mean; somebody new last. */
export function matching(typed: string, index: NameIndex): readonly Choice<Who>[] {
  const { matches } = lookUp(typed, index)
  const known = matches.map((contact) => ({ name: describeCandidate(contact), value: { contact } }))
  return [...known, { name: `somebody new: ${safeText(typed.trim())}`, value: { newName: typed.trim() } }]
}

/**
 * @param usual the channel that Enter alone chooses.
 * @param suggested a channel worth a try: it stands below the usual one, and is marked.
 * @param others choices below the channels.
 */
export async function askChannel(
  prompter: Prompter,
  db: Database,
  usual: string | null,
  suggested: string | null = null,
  others: readonly Choice<string>[] = [],
): Promise<string | null> {
  const known: (string | null)[] = [null, ...knownChannels(db).filter((name) => name !== suggested)]
  const below = known.indexOf(usual) + 1 || 1
  const channels = suggested === null ? known : known.toSpliced(below, 0, suggested)
  const choices = channels.map((value) => ({
    name: value === null ? 'just in touch' : `${safeText(value)}${value === suggested ? ' (suggested)' : ''}`,
    value,
  }))
  return prompter.select<string | null>('How?', [...choices, ...others], usual)
}

export async function askNote(prompter: Prompter): Promise<string | null> {
  return (await prompter.input('What to remember? (Enter for nothing)', wrongNote)) || null
}

function wrongNote(typed: string): string | undefined {
  try {
    checkNote(typed)
    return undefined
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
