/** `netkeep add`: add a contact, or several from standard input. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type ContactFields, type NameAndEmail, parseNameAndEmail } from '../domain/contact.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { emailKeyOf, nameKeyOf } from '../domain/match-key.ts'
import { UserError, usageError } from '../errors.ts'
import { listJson } from '../render/contact-json.ts'
import { plural } from '../render/dates.ts'
import { sayPromised } from '../render/promise-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { type Change, recordCommand } from '../store/command-log.ts'
import { countMatches, getListed } from '../store/contact-list.ts'
import { addAlias, addPoint, addTag, type CadenceChoice } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { addFirstTouchpoint } from '../store/first-touchpoint.ts'
import { addPastEmployer } from '../store/jobs.ts'
import { insertPromise } from '../store/promises.ts'
import { ownAddresses } from '../store/settings.ts'
import { addTrait } from '../store/traits.ts'
import { askContact } from './add-questions.ts'
import { parseCadence } from './cadence-options.ts'
import {
  addContactOptions,
  type ContactLists,
  type ContactOptions,
  readFields,
  readLists,
} from './contact-options.ts'
import { defaultCadence, insertNamed } from './new-contact.ts'
import { type NextOptions, readNext } from './promise-options.ts'
import { readText } from './standard-input.ts'
import { reportChange } from './write.ts'

export function define(command: Command): void {
  addContactOptions(
    command
      .description('Add a contact. Without circle or interval it joins the default circle.')
      .argument(
        '[name...]',
        'the name, or "Name <address>"; - reads one of these a line from standard input',
      ),
  )
    .option('--prospect', 'somebody to reach first: no cadence until the first answer, see netkeep prospect')
    .option('--next <text>', 'what you will do next: kept as a promise, see netkeep promise')
    .option('--next-on <when>', 'for which day')
    .addHelpText(
      'after',
      `
Examples:
  netkeep add Grace Hopper --org Navy --circle close
  netkeep add "Ada Lovelace <ada@example.com>" --every monthly --tag mentor
  netkeep add Alan Turing --met-at "Bletchley reunion" --met-on yesterday
  netkeep add "Jean Bartik" --org ENIAC --prospect --next "write to her" --next-on monday
  netkeep add - < addresses.txt`,
    )
}

interface AddOptions extends ContactOptions, NextOptions {
  readonly prospect?: boolean
}

interface NewContact extends NameAndEmail {
  readonly fields: Partial<ContactFields>
  readonly lists: ContactLists
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  given: AddOptions,
): Promise<void> {
  const [words] = args
  const isFromInput = words.length === 1 && words[0] === '-'
  if (words.length === 0 && !session.isInteractive) {
    throw usageError('Whom do you want to add?', 'Type a name: netkeep add "Grace Hopper" --circle close')
  }
  const store = await session.store()
  const answers = words.length === 0 ? await askContact(session, given) : undefined
  const options = answers?.options ?? given
  const next = await readNext(session, given)
  if (isFromInput) refuseSingular(options)
  const note = options.note === '-' ? await readText(session, 'note') : options.note
  const fields = await readFields(session, options, note)
  const lists = readLists(options)
  const typed = isFromInput
    ? withoutOwn(session, store.db, parseLines(await readText(session, 'list')))
    : [parseNameAndEmail(answers?.name ?? words.join(' '))]
  const contacts = typed.map((given): NewContact => ({ ...given, fields, lists }))
  const cadence: CadenceChoice = {
    ...cadenceFor(store.db, options),
    ...(given.prospect === true ? { prospectOn: session.today } : {}),
  }
  const twice = duplicatesAmong(store.db, contacts)

  const { value: uids, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) =>
    contacts.map((contact) => {
      const uid = insert(change, contact, cadence, session.today)
      if (next !== undefined) insertPromise(change, uid, next, session.today, null)
      return uid
    }),
  )
  for (const duplicate of twice) session.notice(duplicate)
  const lines = getListed(store.db, uids, session.today)
  const said = `${sayAdded(lines, session.today)}${sayPromised(next, session.today)}`
  reportChange(session, said, command !== undefined, () =>
    isFromInput ? lines.map(listJson) : lines.map(listJson)[0],
  )
}

/** What only one contact can have makes no sense for a list of them. */
function refuseSingular(options: ContactOptions): void {
  const { email, phone, url, alias, birthday, note } = options
  const given = Object.entries({ email, phone, url, alias, birthday, note }).find(
    ([, value]) => value !== undefined,
  )
  if (given === undefined) return
  throw usageError(
    `--${given[0]} is for one contact, and standard input has several.`,
    'Give it to each later: netkeep edit WHO',
  )
}

/** A remark for each contact that has the name or an address of another, there before or in the same list. */
function duplicatesAmong(db: Database, contacts: readonly NewContact[]): readonly string[] {
  const seen = new Set<string>()
  return contacts.flatMap(({ name, email, lists }) => {
    const emails = [email, ...lists.points.filter(({ kind }) => kind === 'email').map(({ value }) => value)]
    const keys = emails.filter((value) => value !== null).map(emailKeyOf)
    const nameKey = nameKeyOf(name)
    const isNamed = seen.has(nameKey) || countMatches(db, 'name', nameKey) > 0
    const shared = keys.find((key) => seen.has(key) || countMatches(db, 'email', key) > 0)
    for (const key of [nameKey, ...keys]) seen.add(key)
    return [
      ...(isNamed ? [`There was a contact called ${safeText(name)} already; now there is another.`] : []),
      ...(shared === undefined ? [] : [`Another contact has the address ${safeText(shared)} too.`]),
    ]
  })
}

/** What the options say; where they say nothing, the default circle. */
function cadenceFor(db: Database, options: ContactOptions): CadenceChoice {
  const { circle, interval } = parseCadence(db, options)
  if (circle === undefined && (interval === undefined || interval === null)) return defaultCadence(db)
  return { circle: circle ?? null, interval: interval ?? null }
}

/** One contact a line; blank lines and lines that begin with # do not count. @throws UserError (input) with the line's number */
function parseLines(text: string): readonly NameAndEmail[] {
  const typed: NameAndEmail[] = []
  for (const [index, line] of text.split(/\r\n|[\n\r]/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue
    try {
      typed.push(parseNameAndEmail(line))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      throw new UserError('input', `Line ${index + 1}: ${error.message} Nothing was added.`, error.hint)
    }
  }
  if (typed.length === 0)
    throw new UserError('input', 'There was nobody on standard input.', 'Give a name or an address a line.')
  return typed
}

/** The recipients of a message are often the user too. @throws UserError (input) where nobody else is left */
function withoutOwn(session: Session, db: Database, typed: readonly NameAndEmail[]): readonly NameAndEmail[] {
  const own = ownAddresses(db).map(emailKeyOf)
  const others = typed.filter(({ email }) => email === null || !own.includes(emailKeyOf(email)))
  if (others.length === 0)
    throw new UserError(
      'input',
      'Only your own addresses are in it.',
      'See them: netkeep config get own-addresses',
    )
  if (others.length < typed.length)
    session.notice(`Left out, as your own: ${plural(typed.length - others.length, 'address', 'addresses')}.`)
  return others
}

function insert(change: Change, contact: NewContact, cadence: CadenceChoice, today: CalendarDate): string {
  const { db } = change
  const uid = insertNamed(change, { ...contact.fields, name: contact.name }, cadence, today)
  if (contact.email !== null) addPoint(db, uid, 'email', contact.email)
  for (const { kind, value } of contact.lists.points) addPoint(db, uid, kind, value)
  for (const tag of contact.lists.tags) addTag(db, uid, tag)
  for (const alias of contact.lists.aliases) addAlias(db, uid, alias)
  for (const trait of contact.lists.traits) addTrait(db, uid, trait)
  for (const organization of contact.lists.formerly) addPastEmployer(db, uid, organization)
  addFirstTouchpoint(change, uid, contact.fields, cadence, today)
  return uid
}

function sayAdded(lines: readonly ContactLine[], today: CalendarDate): string {
  const [first] = lines
  const names = listNames(lines.map(({ name }) => name))
  const count = lines.length > 1 ? `${plural(lines.length, 'contact')}: ` : ''
  const circle =
    first?.circle == null
      ? ''
      : ` to ${safeText(first.circle)}${first.interval === null ? '' : ` (${first.interval})`}`
  return `Added ${count}${names}${circle}. ${sayNextDue(lines, today)}`
}
