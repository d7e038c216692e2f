/** The steps of `netkeep setup` that bring in contacts: an import, and the first names by hand. */
import type { Circle } from '../domain/circle.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { parseOneName } from '../domain/one-name.ts'
import { UserError, usageError } from '../errors.ts'
import { renderImport } from '../render/import-summary.ts'
import { safeText } from '../render/safe-text.ts'
import { sayNextDue } from '../render/sentences.ts'
import { truncate } from '../render/text-width.ts'
import { findCircle, listCircles } from '../store/circles.ts'
import { recordCommand } from '../store/command-log.ts'
import { countContacts, countMatches, getLines } from '../store/contact-list.ts'
import type { CadenceChoice } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { defaultCircleName } from '../store/settings.ts'
import { parseCircle } from './cadence-options.ts'
import { circleKeys } from './circle-keys.ts'
import { importFiles } from './import-files.ts'
import { insertTyped } from './new-contact.ts'
import { problemOf } from './problem.ts'
import { answer, type Step, say, type Walk } from './setup-walk.ts'
import { resolveTyped } from './typed-path.ts'

export const IMPORT: Step = {
  title: 'Your contacts',
  why: 'LinkedIn gives you yours: Settings, Data privacy, Get a copy of your data. netkeep reads the .zip, and any address book: vCards (.vcf), CSV of Google or Outlook. Nothing leaves this machine.',
  ask: async (walk) => {
    let isAgain = false
    for (;;) {
      const question = isAgain ? 'Another file:' : 'A file to import:'
      const typed = await walk.prompter.input(`${question} (Enter to go on)`)
      if (typed === '') return
      isAgain = (await importTyped(walk, typed)) || isAgain
    }
  },
}

/** Returns whether it could be read: where not, it says what is wrong, and the question comes again. */
async function importTyped(walk: Walk, typed: string): Promise<boolean> {
  const file = resolveTyped(typed, walk.session.context)
  try {
    await answer(walk, ['import', file], async (session) => {
      const { summary, isChanged } = await importFiles(session, [file], { prefer: 'mine' })
      say(walk, renderImport(summary, session.style.glyphs).trimEnd())
      return isChanged
    })
    return true
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'input') throw error
    say(walk, safeText(`${error.message} ${error.hint ?? ''}`.trimEnd()))
    return false
  }
}

export const FIRST_CONTACTS: Step = {
  title: 'The first names',
  why: 'Two or three are enough to begin with. After each: the circle, by one key.',
  isNeeded: ({ db }) => countContacts(db) === 0,
  ask: async (walk) => {
    for (let question = 'Whom do you want to keep in touch with?'; ; question = 'Whom else?') {
      const typed = await walk.prompter.input(`${question} (a name; Enter to go on)`, (text) =>
        text.trim() === '' ? undefined : problemOf(() => checkNew(walk, text)),
      )
      if (typed === '') return
      await addTyped(walk, typed)
    }
  },
}

/** @throws UserError (usage) for anything but one name that nobody has yet */
function checkNew({ db }: Walk, typed: string): void {
  const { name } = parseOneName(typed)
  if (countMatches(db, 'name', nameKeyOf(name)) > 0)
    throw usageError(`There is a contact called ${name} already.`, 'Type another name, or Enter to go on.')
}

/** The circle where it is not the default one, which needs no word. */
async function askCircle({ session, prompter, db }: Walk, name: string): Promise<Circle | undefined> {
  const { more } = session.style.glyphs
  const circles = listCircles(db)
  const byDefault = findCircle(db, defaultCircleName(db))
  const shown = truncate(safeText(name), Math.max(10, session.width - 22), more)
  const circle = await prompter.key<Circle | undefined>(`How close is ${shown}?`, [
    ...circleKeys(circles, more),
    { key: 'return', name: truncate(safeText(byDefault?.name ?? 'no circle'), 20, more), value: undefined },
  ])
  return circle?.uid === byDefault?.uid ? undefined : circle
}

async function addTyped(walk: Walk, typed: string): Promise<void> {
  const { name } = parseOneName(typed)
  const circle = await askCircle(walk, name)
  const options = circle === undefined ? [] : ['--circle', circle.name]
  const words = typed.startsWith('-') ? [...options, '--', typed] : [typed, ...options]
  await answer(walk, ['add', ...words], async (session) => {
    const store = await session.store()
    const { value: uid, command } = recordCommand(
      store,
      { typed: session.typed, at: session.now },
      (change) => insertTyped(change, typed, session.today, cadenceOf(change.db, circle)),
    )
    const lines = getLines(store.db, [uid], session.today)
    say(walk, `Added ${safeText(lines[0]?.name ?? typed)}. ${sayNextDue(lines, session.today)}`)
    return command !== undefined
  })
}

/** Inside the transaction: another shell may have removed the circle. @throws UserError (usage) */
function cadenceOf(db: Database, circle: Circle | undefined): CadenceChoice | undefined {
  return circle === undefined ? undefined : { circle: parseCircle(db, circle.name), interval: null }
}
