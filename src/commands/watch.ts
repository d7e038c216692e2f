/** `netkeep watch`: employers that you want to get to. */
import type { Command } from 'commander'
import { checkLabel } from '../domain/contact.ts'
import { isOrganization, organizationKeyOf } from '../domain/organization-key.ts'
import type { WatchedEmployer } from '../domain/watch.ts'
import { usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import { typedText } from '../render/typed-again.ts'
import { renderWatchLines, renderWatchTsv } from '../render/watch-lines.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import type { Database } from '../store/driver.ts'
import { findEmployers, spellingOf } from '../store/employers.ts'
import { namesOf, readWatchedEmployer, readWatchedEmployers } from '../store/watched-employers.ts'
import { addWatch, removeWatch, watchId } from '../store/watches.ts'
import { readWatchAction } from './watch-action.ts'
import { resolveWatch } from './which-watch.ts'
import { reportChange } from './write.ts'

export function define(command: Command): void {
  command
    .description(
      'Employers you want to get to: whom you know there, who could introduce you, when you were last in touch, and who joined.',
    )
    .argument('[action-or-company...]', 'list (default), add, remove; or an employer to watch')
    .usage('[options] [list | add <company...> | remove <watched...> | <company...>]')
    .addHelpText(
      'after',
      `
Two spellings of one employer are one: Acme, Inc. and acme. Behind add, any word
is an employer. Who came from another employer within 90 days is news, and so is
whom an import brought after the watch began.
In a pipe, a line has these fields, separated by tabs:
  employer, watched since, contacts there, known, second degree, last touch, joined

Examples:
  netkeep watch Navy
  netkeep watch
  netkeep watch remove navy
  netkeep path navy`,
    )
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const { action, words } = readWatchAction((await session.store()).db, args[0])
  if (action === 'list') return list(session)
  return action === 'remove' ? remove(session, words.join(' ')) : add(session, words.join(' '))
}

async function list(session: Session): Promise<void> {
  const { db } = await session.store()
  const { today } = session
  const watched = readWatchedEmployers(db, today)
  await session.show({
    json: () => watched.map((employer) => watchedJson(db, employer)),
    piped: () => renderWatchTsv(watched),
    terminal: (style) =>
      watched.length === 0
        ? 'No employers are watched yet. Watch one: netkeep watch "Acme Robotics"\n'
        : `${renderWatchLines(watched, today, style, session.width).join('\n')}\n`,
  })
}

function watchedJson(db: Database, employer: WatchedEmployer): object {
  const { uid, company, since, there, secondDegree, lastTouchOn, news } = employer
  return {
    uid,
    company,
    since,
    there: namesOf(db, there),
    secondDegree: namesOf(db, secondDegree),
    lastTouchOn,
    news: news.map(({ name, on, before }) => ({ name, on, before })),
  }
}

async function add(session: Session, typed: string): Promise<void> {
  const text = checkLabel(typed, 'employer')
  if (!isOrganization(text))
    throw usageError(
      `"${text}" is no employer: there is neither a letter nor a digit in it.`,
      'Watch one: netkeep watch "Acme Robotics"',
    )
  const store = await session.store()
  const { db } = store
  const company = spellingOf(db, organizationKeyOf(text)) ?? text
  const { command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) =>
    addWatch(change.db, company, session.today),
  )
  const employer = readWatchedEmployer(db, watchId(company), session.today)
  const line =
    command === undefined
      ? `${safeText(employer.company)} is watched already; nothing was changed.`
      : `Watching ${safeText(company)}: ${sayThere(db, employer, text)}`
  reportChange(session, line, command !== undefined, () => watchedJson(db, employer))
  if (command !== undefined && employer.there.length > 0)
    session.notice(`See them: netkeep path ${safeText(typedText(company))}`)
}

function sayThere(db: Database, { there, known }: WatchedEmployer, typed: string): string {
  if (there.length > 0) return `${plural(there.length, 'contact')} there, ${known} of them in touch with you.`
  const similar = findEmployers(db, typed).flatMap((key) => spellingOf(db, key) ?? [])
  return `no contacts there yet.${similar.length === 0 ? '' : ` Similar: ${listNames(similar)}.`}`
}

async function remove(session: Session, typed: string): Promise<void> {
  if (typed.trim() === '')
    throw usageError('Which employer?', 'See them: netkeep watch. Then: netkeep watch remove navy')
  const { uid, company } = await resolveWatch(session, typed)
  const store = await session.store()
  const { command } = recordCommand(store, { typed: session.typed, at: session.now }, ({ db }) =>
    removeWatch(db, uid),
  )
  reportChange(session, `Not watching ${safeText(company)} any more.`, command !== undefined, () => ({
    uid,
    company,
  }))
}
