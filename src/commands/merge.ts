/** `netkeep merge`: two contacts that are one. */
import type { Command } from 'commander'
import { listJson } from '../render/contact-json.ts'
import { sayJoined, sayMerged } from '../render/merge-lines.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import { merge } from './merging.ts'
import { resolveTwo } from './two-contacts.ts'
import { reportChange } from './write.ts'

export function define(command: Command): void {
  command
    .description(
      'Make one contact of two: the first stays, the second goes into it with every address, touchpoint, tag, note and promise.',
    )
    .argument('<who...>', 'the contact that stays, and the one that goes into it')
    .usage('[options] <who> <who>')
    .option('--dry-run', 'say what would come over, and change nothing')
    .addHelpText(
      'after',
      `
What the first does not know is filled in. Where both know something else, the first is right, and nothing is lost: another name becomes
an alias, another job a former one, another location or birthday a line of the note. The next import of either goes to the first.
Undo brings both back.

Examples:
  netkeep merge "Grace Hopper" grace.hopper@navy.mil
  netkeep merge 9fd2c1 04be77 --dry-run`,
    )
}

export async function run(
  session: Session,
  [words]: readonly [readonly string[]],
  options: { readonly dryRun?: boolean },
): Promise<void> {
  const [into, from] = await resolveTwo(session, words)
  const isDryRun = options.dryRun === true
  const { joined, command } = await merge(session, into, from, isDryRun)
  const [contact] = getListed((await session.store()).db, [into.uid], session.today)
  reportChange(
    session,
    `${sayMerged(from, into, isDryRun)} ${sayJoined(joined)}`,
    command !== undefined,
    () => ({
      contact: contact === undefined ? null : listJson(contact),
      merged: from,
      joined,
      dryRun: isDryRun,
    }),
  )
}
