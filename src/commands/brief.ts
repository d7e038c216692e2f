/** `netkeep brief`: a contact on one screen, before a meeting. */
import type { Command } from 'commander'
import { findByIdOrName } from '../domain/named-by-words.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { renderBrief } from '../render/brief.ts'
import { briefJson, renderBriefTsv } from '../render/brief-fields.ts'
import { eventBriefJson, renderEventBrief, renderEventBriefTsv } from '../render/event-brief.ts'
import type { Session } from '../session.ts'
import { getBrief } from '../store/brief.ts'
import { getEventBrief } from '../store/event-brief.ts'
import { findEventLine, listEvents } from '../store/events.ts'
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
  const { uid } = await resolveWho(session, words)
  const { db } = await session.store()
  const { today } = session
  const brief = getBrief(db, uid, today)
  await session.show({
    json: () => briefJson(brief),
    terminal: (style) => renderBrief(brief, today, style, session.width, session.context.stdout.rows),
    piped: () => renderBriefTsv(brief),
  })
}

/** Who is called so; where nobody is, but an event, the hint says how to mean it: `brief northern`, `brief event northern`. */
async function resolveWho(session: Session, words: readonly string[]): Promise<Candidate> {
  try {
    return await resolveOne(session, words, 'read')
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'no-match') throw error
    const events = listEvents((await session.store()).db)
    const typed = [words, words[0] === 'event' ? words.slice(1) : []].map((some) => some.join(' '))
    const event = typed.find((text) => findByIdOrName(text, events).length > 0)
    if (event === undefined) throw error
    throw new UserError(
      error.code,
      `${error.message} There is an event of that name.`,
      `Before an event: netkeep brief --event ${quoteWord(event)}`,
      error.candidates,
    )
  }
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
