/** `netkeep tag`: add and remove tags. */
import type { Command } from 'commander'
import { foldText } from '../domain/match-key.ts'
import { usageError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { addTag, removeTag } from '../store/contacts.ts'
import { checkKnownTag, checkTag } from './contact-options.ts'
import { repeatable } from './options.ts'
import { resolveAll } from './whom.ts'
import { reportContacts, writeContacts } from './write.ts'

export function define(command: Command): void {
  command
    .description('Add tags (+tag) to contacts and remove them (--remove tag).')
    .argument('<who...>', 'name, e-mail address or id, then tags with a +')
    .usage('[options] <who...> [+tag...]')
    .addOption(repeatable('-r, --remove <tag>', 'take this tag away'))
    .addHelpText(
      'after',
      '\nA tag of several words stands in quotes.\n\nExamples:\n  netkeep tag grace +mentor "+old friends"\n  netkeep tag grace ada --remove navy',
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { remove?: readonly string[] },
): Promise<void> {
  const who = args[0].filter((word) => !word.startsWith('+'))
  const added = args[0].filter((word) => word.startsWith('+')).map(checkTag)
  const removed = (options.remove ?? []).map(checkKnownTag)
  if (added.length + removed.length === 0) throw usageError('Name a tag.', 'Type: netkeep tag grace +mentor')
  const both = added.find((tag) => removed.some((other) => foldText(other) === foldText(tag)))
  if (both !== undefined) throw usageError(`Add "${both}" or remove it?`, 'Name a tag on one side only.')
  if (who.length === 0) throw usageError('Name a contact.', 'Type: netkeep tag grace +mentor')
  const contacts = await resolveAll(session, who, 'write')
  const uids = contacts.map(({ uid }) => uid)
  const written = await writeContacts(session, uids, (change) => {
    for (const uid of uids) {
      for (const tag of removed) removeTag(change.db, uid, tag)
      for (const tag of added) addTag(change.db, uid, tag)
    }
  })
  const names = listNames(contacts.map(({ name }) => name))
  const now = written.lines.map(({ tags }) => tags.map((tag) => `+${safeText(tag)}`).join(' ') || 'no tags')
  const line = written.isChanged
    ? `${names}: ${new Set(now).size === 1 ? now[0] : 'tags changed'}.`
    : `${names}: the tags are so already; nothing was changed.`
  reportContacts(session, line, written)
}
