/** `netkeep show`: everything about a contact. */
import type { Command } from 'commander'
import { renderCard, renderCardTsv } from '../render/contact-card.ts'
import { showJson } from '../render/contact-json.ts'
import type { Session } from '../session.ts'
import { getDetails, getListed } from '../store/contact-list.ts'
import { listTouchpoints } from '../store/touchpoints.ts'
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
  const [line] = getListed(db, [uid], session.today)
  if (line === undefined) return
  const details = getDetails(db, uid)
  const touchpoints = listTouchpoints(db, uid)
  await session.show({
    json: () => showJson(line, details, touchpoints),
    terminal: (style) => renderCard(line, details, touchpoints, session.today, style, session.width),
    piped: () => renderCardTsv(line, details, touchpoints),
  })
}
