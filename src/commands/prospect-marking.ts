/** Making contacts prospects, and giving prospects up. */
import type { ContactLine } from '../domain/contact-line.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type UserError, usageError } from '../errors.ts'
import { describeLastTouch } from '../render/contact-lines.ts'
import { prospectJson } from '../render/prospect-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import type { Change } from '../store/command-log.ts'
import { dropProspect, getProspects, markProspect } from '../store/prospects.ts'
import { defaultCadence } from './new-contact.ts'
import { resolveAll } from './whom.ts'
import { reportChange, writeContacts } from './write.ts'

/** @throws UserError (usage) where one of the contacts was reached before; nothing is changed then */
export async function addProspects(session: Session, words: readonly string[]): Promise<void> {
  await mark(session, words, {
    isDue: ({ prospect }) => prospect === null || prospect.droppedOn !== null,
    take: ({ db }, line) => markProspect(db, line.uid, session.today, defaultCadence(db).circle),
    refuse: (line) =>
      line.lastTouchOn === null
        ? undefined
        : usageError(
            `${line.name} is no prospect: you have been in touch, the last time ${describeLastTouch(line, session.today)}.`,
            `See: netkeep show ${line.id}`,
          ),
    done: (names) => `To be reached: ${names}. The cadence begins with the first answer.`,
    already: (names) => `${names}: to be reached already, so nothing was changed.`,
  })
}

/** @throws UserError (usage) where one of the contacts is no prospect; nothing is changed then */
export async function dropProspects(session: Session, words: readonly string[]): Promise<void> {
  await mark(session, words, {
    isDue: ({ prospect }) => prospect !== null && prospect.droppedOn === null,
    take: ({ db }, line) => dropProspect(db, line.uid, session.today),
    refuse: (line) =>
      line.prospect !== null
        ? undefined
        : usageError(
            line.lastTouchOn === null
              ? `${line.name} is no prospect.`
              : `${line.name} is no prospect: you have been in touch, the last time ${describeLastTouch(line, session.today)}.`,
            'See them: netkeep prospect',
          ),
    done: (names, again, count) =>
      `Gave up ${names}: ${count > 1 ? 'contacts' : 'a contact'} without cadence. Again: netkeep prospect add ${again}.`,
    already: (names) => `${names}: given up already, so nothing was changed.`,
  })
}

interface Marking {
  /** Whether the contact is not yet as it shall be. */
  isDue(line: ContactLine): boolean
  take(change: Change, line: ContactLine): void
  refuse(line: ContactLine): UserError | undefined
  /** @param again how to name them in the next command. */
  done(names: string, again: string, count: number): string
  already(names: string): string
}

async function mark(session: Session, words: readonly string[], marking: Marking): Promise<void> {
  const contacts = await resolveAll(session, words, 'write')
  const uids = contacts.map(({ uid }) => uid)
  const { value, isChanged } = await writeContacts(session, uids, (change, lines) => {
    for (const line of lines) {
      const refused = marking.refuse(line)
      if (refused !== undefined) throw refused
    }
    const marked = lines.filter((line) => marking.isDue(line))
    for (const line of marked) marking.take(change, line)
    return marked
  })
  const { db } = await session.store()
  const prospects = getProspects(db, uids)
  const isAll = value.length === contacts.length
  const again = (isAll ? words.map(quoteWord) : value.map(({ id }) => id)).join(' ')
  const said = isChanged
    ? marking.done(listNames(value.map(({ name }) => name)), again, value.length)
    : marking.already(listNames(contacts.map(({ name }) => name)))
  reportChange(session, `${said}${isChanged ? sayOpenSteps(prospects) : ''}`, isChanged, () =>
    prospects.map(prospectJson),
  )
}

/** A step that was planned with somebody given up is still a promise. */
function sayOpenSteps(prospects: ReturnType<typeof getProspects>): string {
  return prospects
    .flatMap(({ name, state, next }) =>
      state !== 'dropped' || next === null
        ? []
        : [` Still promised to ${safeText(name)}: ${safeText(next.text)} (netkeep promise drop ${next.id}).`],
    )
    .join('')
}
