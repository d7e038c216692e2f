/** The questions of `netkeep event log` without contacts: whom, what to remember, again until that is all; then what follows. */
import type { EventRecord } from '../domain/event.ts'
import type { NewPromise } from '../domain/promise.ts'
import type { Choice, Prompter } from '../prompter.ts'
import { formatDay } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { findEventLine } from '../store/events.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { type Entry, joinEntries } from './event-entries.ts'
import { askNote, matching, offer, type Who } from './log-questions.ts'
import { problemOf } from './problem.ts'
import { checkPromise, readPromiseDay } from './promise-options.ts'

/** Nothing is written before the last answer: Ctrl-C takes all of it back. */
export async function askEntries(
  session: Session,
  event: EventRecord,
  hasNote: boolean,
): Promise<readonly Entry[]> {
  const { db } = await session.store()
  const prompter = await session.context.loadPrompter()
  const index = nameIndexOf(db)
  const entries: Entry[] = []
  for (;;) {
    const first = offered(session, db, event, entries)
    const answer = await prompter.search<Who | 'all'>(
      entries.length === 0
        ? `Whom did you meet at ${safeText(event.name)}? (type a name)`
        : 'Whom else? (type a name)',
      (typed) => (typed.trim() === '' ? first : matching(typed, index)),
    )
    if (answer === 'all') return joinEntries(entries)
    entries.push({ who: answer, note: hasNote ? null : await askNote(prompter) })
  }
}

/** Before anything is typed: that this is all, once there is somebody; then whom one had planned to meet. */
function offered(
  session: Session,
  db: Database,
  event: EventRecord,
  entries: readonly Entry[],
): readonly Choice<Who | 'all'>[] {
  const line = findEventLine(db, event.uid)
  const done = new Set([
    ...(line?.met ?? []).map(({ uid }) => uid),
    ...entries.flatMap(({ who }) => ('contact' in who ? [who.contact.uid] : [])),
  ])
  const left = (line?.planned ?? []).map(({ uid }) => uid).filter((uid) => !done.has(uid))
  return [
    ...(entries.length === 0 ? [] : [{ name: 'that is all', value: 'all' as const }]),
    ...offer(session, db, left),
  ]
}

export function nameOf({ who }: Entry): string {
  return 'contact' in who ? who.contact.name : who.newName
}

/** What is promised to each; undefined for nothing. */
export async function askFollowUps(
  session: Session,
  entries: readonly Entry[],
  usual: NewPromise,
): Promise<ReadonlyMap<Entry, NewPromise>> {
  const prompter = await session.context.loadPrompter()
  const names = listNames(entries.map(nameOf))
  const by = usual.on === null ? '' : ` by ${formatDay(usual.on, session.today)}`
  const answer = await prompter.key(`Follow up with ${names}${by}?`, [
    { key: 'y', alias: 'return', name: 'yes', value: 'all' },
    { key: 'e', name: entries.length === 1 ? 'in other words' : 'one by one', value: 'each' },
    { key: 'n', name: 'no', value: 'none' },
  ])
  if (answer === 'none') return new Map()
  if (answer === 'all') return new Map(entries.map((entry) => [entry, usual]))
  const promises = new Map<Entry, NewPromise>()
  for (const entry of entries) {
    const promise = await askFollowUp(session, prompter, entry, usual)
    if (promise !== undefined) promises.set(entry, promise)
  }
  return promises
}

async function askFollowUp(
  session: Session,
  prompter: Prompter,
  entry: Entry,
  usual: NewPromise,
): Promise<NewPromise | undefined> {
  const text = await prompter.input(
    `What for ${safeText(nameOf(entry))}? (n for nothing)`,
    (typed) => problemOf(() => checkPromise(typed)),
    safeText(usual.text),
  )
  if (/^no?$/i.test(text.trim())) return undefined
  const by = await prompter.input(
    'By when?',
    (typed) => problemOf(() => readPromiseDay(session, typed)),
    usual.on ?? 'tomorrow',
  )
  // What was offered stood there safe for a terminal; it is promised as it is.
  const meant = text === safeText(usual.text) ? usual.text : text
  return { text: checkPromise(meant), on: await readPromiseDay(session, by), isMine: true }
}
