/** `netkeep edit`: change a contact, by options or in an editor. */
import type { Command } from 'commander'
import { checkLabel, checkName, checkPoint } from '../domain/contact.ts'
import { type Candidate, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { parseCadence } from './cadence-options.ts'
import { type ContactEdit, editContact } from './contact-edit.ts'
import {
  addContactOptions,
  type ContactOptions,
  checkKnownTag,
  ownIntroduction,
  readFields,
  readLists,
} from './contact-options.ts'
import { editInEditor } from './edit-in-editor.ts'
import { asIsOption, repeatable } from './options.ts'
import { readText } from './standard-input.ts'
import { resolveOne } from './whom.ts'
import { reportContacts, type Written } from './write.ts'

interface EditOptions extends ContactOptions {
  readonly name?: string
  readonly removeEmail?: readonly string[]
  readonly removePhone?: readonly string[]
  readonly removeUrl?: readonly string[]
  readonly removeAlias?: readonly string[]
  readonly removeTag?: readonly string[]
  readonly removeInterest?: readonly string[]
  readonly removeCause?: readonly string[]
  readonly removeOffers?: readonly string[]
  readonly removeLooksFor?: readonly string[]
  readonly removeFormerly?: readonly string[]
  readonly asIs?: boolean
}

export function define(command: Command): void {
  addContactOptions(
    command
      .description(
        'Change a contact by options, or, without any, in your editor. An empty text empties a field: --title "". What there can be several of (addresses, tags, interests …) is added to; --remove-tag and the like take away.',
      )
      .argument('<who...>', 'name, e-mail address or id')
      .option('--name <name>', 'a new name'),
  )
    .addOption(repeatable('--remove-email <address>', 'take this address away'))
    .addOption(repeatable('--remove-phone <number>', 'take this number away'))
    .addOption(repeatable('--remove-url <url>', 'take this link away'))
    .addOption(repeatable('--remove-alias <name>', 'take this alias away'))
    .addOption(repeatable('--remove-tag <tag>', 'take this tag away'))
    .addOption(repeatable('--remove-interest <interest>', 'take this interest away'))
    .addOption(repeatable('--remove-cause <cause>', 'take this cause away'))
    .addOption(repeatable('--remove-offers <offer>', 'take this offer away'))
    .addOption(repeatable('--remove-looks-for <need>', 'take this need away'))
    .addOption(repeatable('--remove-formerly <organization>', 'forget that they worked there before'))
    .addOption(asIsOption())
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep edit grace --org "Harvard" --title ""\n  netkeep edit grace',
    )
}

/** Options that say nothing about the contact. */
const OTHER_OPTIONS = ['db', 'json', 'plain', 'color', 'quiet', 'debug', 'yes', 'asIs']

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: EditOptions,
): Promise<void> {
  const hasOptions = Object.keys(options).some((name) => !OTHER_OPTIONS.includes(name))
  if (!hasOptions && !session.isInteractive) {
    throw usageError(
      'Say what to change, or edit on a terminal.',
      'Type: netkeep edit WHO --org "New employer"',
    )
  }
  const contact = await resolveOne(session, args[0], 'write')
  const apply = (edit: ContactEdit): Promise<Written<boolean>> =>
    editContact(session, contact.uid, edit, options.asIs === true)
  const written = hasOptions
    ? await apply(await readEdit(session, options, contact))
    : await editInEditor(session, contact, apply)
  const name = safeText(written.lines[0]?.name ?? contact.name)
  const next = written.value ? ` ${sayNextDue(written.lines, session.today)}` : ''
  reportContacts(
    session,
    written.isChanged ? `Changed ${name}.${next}` : `${name}: nothing was changed.`,
    written,
  )
}

async function readEdit(session: Session, options: EditOptions, contact: Candidate): Promise<ContactEdit> {
  const note = options.note === '-' ? await readText(session, 'note') : options.note
  const fields = await readFields(session, options, note)
  if (fields.introducedBy === contact.uid) throw ownIntroduction(contact)
  const { db } = await session.store()
  const cadence = parseCadence(db, options)
  const removed = (
    kind: 'email' | 'phone' | 'url',
    values: readonly string[] = [],
  ): ContactEdit['removed']['points'] => values.map((value) => ({ kind, value: checkPoint(kind, value) }))
  return {
    fields: options.name === undefined ? fields : { ...fields, name: checkName(options.name) },
    cadence: Object.keys(cadence).length === 0 ? undefined : cadence,
    added: readLists(options),
    removed: {
      points: [
        ...removed('email', options.removeEmail),
        ...removed('phone', options.removePhone),
        ...removed('url', options.removeUrl),
      ],
      tags: (options.removeTag ?? []).map(checkKnownTag),
      aliases: options.removeAlias ?? [],
      traits: readLists({
        interest: options.removeInterest ?? [],
        cause: options.removeCause ?? [],
        offers: options.removeOffers ?? [],
        looksFor: options.removeLooksFor ?? [],
      }).traits,
      formerly: (options.removeFormerly ?? []).map((name) => checkLabel(name, 'organization')),
    },
  }
}
