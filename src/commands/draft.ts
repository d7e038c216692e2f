/** `netkeep draft`: write a message to a contact in an editor. */
import type { Command } from 'commander'
import { formatDraft } from '../domain/draft.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { draftFor, draftMessage } from './draft-message.ts'
import { resolveOne, wordsFor } from './whom.ts'

export function define(command: Command): void {
  command
    .description(
      'Write a message to a contact in your editor, with the last notes, what was promised, what to ask about and what to offer below it. Then: into your mail program, on the screen to copy, or to a file. netkeep sends nothing itself.',
    )
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText(
      'after',
      `
It is signed with your name: netkeep config set own-name "Ada Lovelace"
In a pipe the draft is printed.

Examples:
  netkeep draft grace
  EDITOR=nano netkeep draft grace
  netkeep draft grace --plain > message.txt`,
    )
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const contact = await resolveOne(session, args[0], 'read')
  if (!session.isInteractive) return print(session, contact.uid)
  const { outcome, channel, subject } = await draftMessage(session, contact.uid)
  if (outcome === 'nothing') return
  const by = channel === null ? '' : ` --by ${channel}`
  const note = subject === '' ? '"what you wrote about"' : safeText(quoteWord(subject))
  const next = `netkeep log ${await wordsFor(session, args[0], contact)}${by} -m ${note}`
  session.notice(`When it is sent: ${next}`)
}

async function print(session: Session, uid: string): Promise<void> {
  const { name, message, notes } = await draftFor(session, uid)
  const text = formatDraft(message, notes)
  await session.show({
    isPaged: false,
    json: () => ({ uid, name, ...message, notes }),
    terminal: () => text,
    piped: () => text,
  })
}
