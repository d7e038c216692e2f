/** `netkeep brief`: a contact on one screen, before a meeting. */
import type { Command } from 'commander'
import { renderBrief } from '../render/brief.ts'
import { briefJson, renderBriefTsv } from '../render/brief-fields.ts'
import type { Session } from '../session.ts'
import { getBrief } from '../store/brief.ts'
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
  const brief = getBrief(db, uid, today)
  await session.show({
    json: () => briefJson(brief),
    terminal: (style) => renderBrief(brief, today, style, session.width, session.context.stdout.rows),
    piped: () => renderBriefTsv(brief),
  })
}
