/** `netkeep brief`: a contact on one screen, before a meeting. */
import type { Command } from 'commander'
import { usageError } from '../errors.ts'
import { renderBrief } from '../render/brief.ts'
import { briefJson, renderBriefTsv } from '../render/brief-fields.ts'
import { eventBriefJson, renderEventBrief, renderEventBriefTsv } from '../render/event-brief.ts'
import type { Session } from '../session.ts'
import { getBrief } from '../store/brief.ts'
import { getEventBrief } from '../store/event-brief.ts'
import { findEventLine } from '../store/events.ts'
import { eventGone, resolveEvent } from './which-event.ts'
import { resolveOne } from './whom.ts'

interface BriefOptions {
  readonly event?: string
}

export function define(command: Command): void {
  command
    .description(
      'One screen before a meeting: who it is, how you met, the last touchpoints, promises, what to ask about and to offer.',
    )
    .argument('[who...]', 'name, e-mail address or id')
    .usage('[options] <who...>')
    .option('--event <event>', 'a few lines of everybody to meet at an event, and who else is likely there')
    .addHelpText(
      'after',
      `
Examples:
  netkeep brief grace
  netkeep brief grace --json | jq -r .offer.text
  netkeep brief --event pycon`,
    )
}

export async function run(
  session: Session,
  [words]: readonly [readonly string[]],
  options: BriefOptions,
): Promise<void> {
  if (words.length > 0 === (options.event !== undefined))
    throw usageError(
      words.length > 0 ? 'A contact or an event?' : "Missing required argument 'who'.",
      'Type: netkeep brief grace, or: netkeep brief --event pycon',
    )
  if (options.event !== undefined) return briefEvent(session, options.event)
  const { uid } = await resolveOne(session, words, 'read')
  const { db } = await session.store()
  const { today } = session
  const brief = getBrief(db, uid, today)
  await session.show({
    json: () => briefJson(brief),
    terminal: (style) => renderBrief(brief, today, style, session.width, session.context.stdout.rows),
    piped: () => renderBriefTsv(brief),
  })
}

async function briefEvent(session: Session, typed: string): Promise<void> {
  const { uid } = await resolveEvent(session, [typed])
  const { db } = await session.store()
  const event = findEventLine(db, uid)
  if (event === undefined) throw eventGone()
  const brief = getEventBrief(db, event, session.today)
  await session.show({
    json: () => eventBriefJson(brief),
    terminal: (style) => renderEventBrief(brief, session.today, style, session.width),
    piped: () => renderEventBriefTsv(brief),
  })
}
