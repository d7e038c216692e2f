/** `netkeep open`: open a mail, a call or a page of a contact with the program that is there for it. */
import { type Command, Option } from 'commander'
import type { ListedContact } from '../domain/contact-line.ts'
import { CHANNEL_OF_LINK, type Link, type LinkKind, linksOf, unopenableOf } from '../domain/link.ts'
import { UserError, usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import { contactGone } from '../store/contacts.ts'
import { requireOpened } from './links.ts'
import { resolveOne, wordsFor } from './whom.ts'

interface OpenOptions {
  readonly mail?: boolean
  readonly phone?: boolean
  readonly web?: boolean
}

/** What each kind is called, and the option of `edit` that adds one. */
const KINDS: Readonly<Record<LinkKind, { readonly name: string; readonly option: string }>> = {
  mail: { name: 'e-mail address', option: '--email grace@example.com' },
  phone: { name: 'phone number', option: '--phone "+1 555 0100"' },
  web: { name: 'page', option: '--url linkedin.com/in/grace' },
}

export function define(command: Command): void {
  command
    .description(
      'Open a mail to a contact, a call, or their profile or page, with the program that your system has for it. In a pipe the link is printed instead.',
    )
    .argument('<who...>', 'name, e-mail address or id')
    .addOption(new Option('--mail', 'a mail').conflicts(['phone', 'web']))
    .addOption(new Option('--phone', 'a call').conflicts('web'))
    .option('--web', 'the profile or page')
    .addHelpText(
      'after',
      `
Only mailto:, tel:, http: and https: are ever opened. Another program than the usual one:
  netkeep config set opener "firefox --new-window"

Examples:
  netkeep open grace
  netkeep open grace --phone
  netkeep open grace --web | xargs -n1 w3m`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: OpenOptions,
): Promise<void> {
  const contact = await resolveOne(session, args[0], 'read')
  const [line] = getListed((await session.store()).db, [contact.uid], session.today)
  if (line === undefined) throw contactGone()
  const link = await choose(session, line, options)
  if (!session.isInteractive) return print(session, line, link)
  await requireOpened(session, link)
  const next = `netkeep log ${await wordsFor(session, args[0], contact)} --by ${CHANNEL_OF_LINK[link.kind]}`
  session.report(`Opened ${safeText(link.value)}. Afterwards: ${next}`, () => undefined)
}

/** @throws UserError (failed) where there is none; (usage) where there are several kinds and nobody can be asked */
async function choose(session: Session, line: ListedContact, options: OpenOptions): Promise<Link> {
  const wanted = (['mail', 'phone', 'web'] as const).filter((kind) => options[kind] === true)
  const links = linksOf(line).filter(({ kind }) => wanted.length === 0 || wanted.includes(kind))
  const [first] = links
  if (first === undefined) throw noLink(line, wanted)
  if (links.length === 1) return first
  if (session.isInteractive) {
    const prompter = await session.context.loadPrompter()
    const choices = links.map((link) => ({ name: `${link.kind}: ${safeText(link.value)}`, value: link }))
    return prompter.select(`How to reach ${safeText(line.name)}?`, choices)
  }
  const kinds = [...new Set(links.map(({ kind }) => kind))]
  if (kinds.length === 1) {
    session.notice(`${safeText(line.name)} has ${links.length} of these; this is the first.`)
    return first
  }
  throw usageError(
    `${line.name} can be reached in several ways.`,
    `Say which: ${kinds.map((kind) => `--${kind}`).join(', ')}`,
  )
}

function noLink(line: ListedContact, wanted: readonly LinkKind[]): UserError {
  const kinds = wanted.length === 0 ? (['mail', 'phone', 'web'] as const) : wanted
  const names = kinds.map((kind) => KINDS[kind].name).join(', ')
  const odd = unopenableOf(line, kinds)
  const unopened = odd.length === 0 ? '' : ` This is never opened: ${odd.join(', ')}`
  return new UserError(
    'failed',
    `${line.name} has no ${names.replace(/, ([^,]+)$/, ' or $1')} to open.${unopened}`,
    `Add one: netkeep edit ${line.id} ${KINDS[kinds[0] ?? 'mail'].option}`,
  )
}

async function print(session: Session, { uid, name }: ListedContact, link: Link): Promise<void> {
  const text = `${link.link}\n`
  await session.show({
    json: () => ({ uid, name, kind: link.kind, link: link.link }),
    terminal: () => text,
    piped: () => text,
  })
}
