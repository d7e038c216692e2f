/** Completion: the words typed so far → what a shell may offer. Reads the database only where a value of it is asked for, and never writes. */
import type { Context } from './context.ts'
import { databasePlace } from './database-path.ts'
import type { CalendarDate } from './domain/calendar-date.ts'
import { HELP_KINDS } from './domain/help.ts'
import { formatInterval } from './domain/interval.ts'
import { BIRTHDAY } from './domain/occasion.ts'
import { RELATION_KINDS } from './domain/relation.ts'
import { CHANNELS } from './domain/touchpoint.ts'
import { safeText } from './render/safe-text.ts'
import { completionFor, losesTyped } from './shell/candidates.ts'
import type { KnownValues } from './shell/generators.ts'
import { SHELLS } from './shell/shells.ts'
import { readLine } from './shell/typed-line.ts'
import type { VerbTable } from './shell/verb-table.ts'
import { listStoredCircles } from './store/circles.ts'
import { listTags, shortIdOf } from './store/contact-list.ts'
import type { Database } from './store/driver.ts'
import { listEmployers } from './store/employers.ts'
import { listEventNames } from './store/event-names.ts'
import { listGoalTexts } from './store/goals.ts'
import { listGroupNames } from './store/groups.ts'
import { listIntroductionTexts } from './store/introductions.ts'
import { findByBeginnings, findEmails } from './store/name-index.ts'
import { listDateLabels } from './store/occasions.ts'
import { openToRead } from './store/open-to-read.ts'
import { listOpenTexts } from './store/promises.ts'
import { knownChannels, knownHelpKinds, knownRelationKinds } from './store/settings.ts'
import { listTraitValues } from './store/traits.ts'
import { listWatches } from './store/watches.ts'

type World = Pick<Context, 'env' | 'cwd' | 'defaultFolders' | 'now'>

/** Nobody reads a longer list. */
const MOST_CONTACTS = 30
/** Nor of other values, but a shell goes on filtering them. */
const MOST_VALUES = 500

/**
 * @param args the shell, where it matters; then `--` and the words behind `netkeep`, the last of them as far as the cursor.
 * @returns a candidate a line: the word as it is to arrive (the shell quotes it), a tab, a description. A line that begins with a tab
 * tells the shell something: `files`, to offer files as well; `keep`, not to put what the candidates share in place of what is typed.
 */
export async function complete(args: readonly string[], table: VerbTable, world: World): Promise<string> {
  const asked = readLine(table, args.slice(args.indexOf('--') + 1))
  const { database, close } = openAtNeed(await placeOf(asked.database, world))
  try {
    const shell = SHELLS.find((name) => name === args[0])
    const { candidates, hasFiles } = completionFor(
      asked,
      table,
      knownValues(database, world.now().slice(0, 10) as CalendarDate),
      shell,
    )
    // What a terminal cannot show as it is, nobody can choose by its looks.
    const shown = candidates.filter(({ value }) => value !== '' && safeText(value) === value)
    const values = shown.map(({ value }) => value)
    const lines = [
      ...(hasFiles ? ['\tfiles'] : []),
      ...(losesTyped(asked.typed, values) ? ['\tkeep'] : []),
      ...shown.map(({ value, description }) => `${asked.head}${value}\t${safeText(description)}`),
    ]
    return lines.map((line) => `${line}\n`).join('')
  } finally {
    close()
  }
}

/** The shell has not expanded what is typed; without a place there is nothing to open. */
async function placeOf(typed: string | undefined, world: World): Promise<string> {
  try {
    return (await databasePlace(typed?.replace(/^~(?=\/)/, world.env['HOME'] ?? '~'), world)).file
  } catch {
    return ''
  }
}

type Ask = <T>(question: (db: Database) => T, otherwise: T) => T

/** Asks the database; where it cannot answer, whatever the reason, the answer is `otherwise`. */
function openAtNeed(file: string): { database: Ask; close: () => void } {
  let db: Database | undefined
  let isTried = false
  const database: Ask = (question, otherwise) => {
    try {
      if (!isTried) {
        isTried = true
        db = openToRead(file)
      }
      return db === undefined ? otherwise : question(db)
    } catch {
      return otherwise
    }
  }
  return { database, close: () => db?.close() }
}

function knownValues(database: Ask, today: CalendarDate): KnownValues {
  return {
    circles: () =>
      database(listStoredCircles, []).map(({ name, interval }) => ({
        value: name,
        description: interval === null ? 'no interval' : `every ${formatInterval(interval)}`,
      })),
    channels: () => database<readonly string[]>(knownChannels, CHANNELS),
    tags: () => database(listTags, []),
    helpKinds: () => database<readonly string[]>(knownHelpKinds, HELP_KINDS),
    relationKinds: () => database<readonly string[]>(knownRelationKinds, Object.keys(RELATION_KINDS)),
    promises: () => database((db) => listOpenTexts(db, MOST_VALUES), []),
    introductions: () => database((db) => listIntroductionTexts(db, MOST_VALUES), []),
    traits: (kind) => database((db) => listTraitValues(db, kind, MOST_VALUES), []),
    groups: () => database(listGroupNames, []),
    goals: () => database(listGoalTexts, []),
    events: () => database((db) => listEventNames(db, today, MOST_VALUES), []),
    dateLabels: () => database((db) => [BIRTHDAY, ...listDateLabels(db, MOST_VALUES)], [BIRTHDAY]),
    employers: (beginning) => database((db) => listEmployers(db, beginning, MOST_CONTACTS), []),
    watched: () => database(listWatches, []).map(({ company }) => company),
    contacts: (beginnings) => database((db) => findByBeginnings(db, beginnings, MOST_CONTACTS), []),
    idOf: (uid) => database((db) => shortIdOf(db, uid), uid),
    emails: (beginning) =>
      database((db) => findEmails(db, beginning, MOST_CONTACTS), []).map(({ email, name }) => ({
        value: email,
        description: name,
      })),
  }
}
