/** `netkeep show`: everything about a contact. */
import type { Command } from 'commander'
import { renderCard, renderCardTsv } from '../render/contact-card.ts'
import { showJson } from '../render/contact-json.ts'
import type { Session } from '../session.ts'
import { findCard } from '../store/contact-card.ts'
import { contactGone } from '../store/contacts.ts'
import { resolveOne } from './whom.ts'

export function define(command: Command): void {
  command
    .description('Everything about a contact: where it stands, how to reach it, every touchpoint.')
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep show grace\n  netkeep show grace --json | jq .touchpoints[0]',
    )
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const { uid } = await resolveOne(session, args[0], 'read')
  const { db } = await session.store()
  const card = findCard(db, uid, session.today)
  if (card === undefined) throw contactGone()
  await session.show({
    json: () => showJson(card),
    terminal: (style) => renderCard(card, session.today, style, session.width),
    piped: () => renderCardTsv(card),
  })
}
