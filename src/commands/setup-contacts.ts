/** The steps of `netkeep setup` that bring in contacts: an import, and the first names by hand. */
import { parseNameAndEmail } from '../domain/contact.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { UserError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { renderImport } from '../render/import-summary.ts'
import { safeText } from '../render/safe-text.ts'
import { sayNextDue } from '../render/sentences.ts'
import { recordCommand } from '../store/command-log.ts'
import { countContacts, countMatches, getLines } from '../store/contact-list.ts'
import { defaultCircleName } from '../store/settings.ts'
import { importFiles } from './import-files.ts'
import { insertTyped } from './new-contact.ts'
import { problemOf } from './problem.ts'
import { answer, type Step, say, type Walk } from './setup-walk.ts'
import { resolveTyped } from './typed-path.ts'

export const IMPORT: Step = {
  title: 'Your contacts',
  why: 'LinkedIn gives you yours: Settings, Data privacy, Get a copy of your data. netkeep reads the .zip, or the Connections.csv in it. Nothing leaves this machine.',
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
  why: 'Two or three are enough to begin with.',
  ask: async (walk) => {
    const { db } = walk
    const known = countContacts(db)
    if (known > 0) return say(walk, `You have ${plural(known, 'contact')}. More: netkeep add NAME`)
    say(
      walk,
      `They join the circle ${safeText(defaultCircleName(db))}; a closer one: netkeep move NAME inner`,
    )
    for (let question = 'Whom do you want to keep in touch with?'; ; question = 'Whom else?') {
      const typed = await walk.prompter.input(`${question} (a name; Enter to go on)`, (text) =>
        checkNew(walk, text),
      )
      if (typed === '') return
      await addTyped(walk, typed)
    }
  },
}

function checkNew({ db }: Walk, text: string): Promise<string | undefined> | string | undefined {
  if (text.trim() === '') return undefined
  return problemOf(() => {
    const { name } = parseNameAndEmail(text)
    if (countMatches(db, 'name', nameKeyOf(name)) > 0)
      throw new UserError('usage', `There is a contact called ${safeText(name)} already.`)
  })
}

async function addTyped(walk: Walk, typed: string): Promise<void> {
  await answer(walk, ['add', ...(typed.startsWith('-') ? ['--'] : []), typed], async (session) => {
    const store = await session.store()
    const { value: uid, command } = recordCommand(
      store,
      { typed: session.typed, at: session.now },
      (change) => insertTyped(change, typed, session.today),
    )
    const lines = getLines(store.db, [uid], session.today)
    say(walk, `Added ${safeText(lines[0]?.name ?? typed)}. ${sayNextDue(lines, session.today)}`)
    return command !== undefined
  })
}
