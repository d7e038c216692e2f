/** `netkeep brief`: a contact on one screen, before a meeting. */
import type { Command } from 'commander'
import { topicsOf } from '../domain/brief.ts'
import { offersFor } from '../domain/offer.ts'
import { briefJson, renderBrief, renderBriefTsv } from '../render/brief.ts'
import type { Session } from '../session.ts'
import { findCard } from '../store/contact-card.ts'
import { contactGone } from '../store/contacts.ts'
import { getOfferFacts } from '../store/offer-facts.ts'
import { resolveOne } from './whom.ts'

export function define(command: Command): void {
  command
    .description(
      'One screen before a meeting: who it is, how you met, the last touchpoints, promises, what to ask about and to offer.',
    )
    .argument('<who...>', 'name, e-mail address or id')
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep brief grace\n  netkeep brief grace --json | jq -r .offer.text',
    )
}

export async function run(session: Session, args: readonly [readonly string[]]): Promise<void> {
  const { uid } = await resolveOne(session, args[0], 'read')
  const { db } = await session.store()
  const { today } = session
  const card = findCard(db, uid, today)
  if (card === undefined) throw contactGone()
  const [offer] = offersFor(getOfferFacts(db, card.line, today))
  const brief = { card, topics: topicsOf(card, today), offer }
  await session.show({
    json: () => briefJson(brief),
    terminal: (style) => renderBrief(brief, today, style, session.width, session.context.stdout.rows),
    piped: () => renderBriefTsv(brief),
  })
}
