/** `netkeep wish`: a wish for a birthday or another date, a light touch unless told otherwise. */
import type { Command } from 'commander'
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { checkLabel } from '../domain/contact.ts'
import { foldText } from '../domain/match-key.ts'
import { nearestOccurrence, type OccasionLine } from '../domain/occasion.ts'
import { type Candidate, UserError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { listOccasionsOf } from '../store/occasions.ts'
import { getTouchpoint } from '../store/touchpoints.ts'
import { recordWishes } from './record-wish.ts'
import {
  BY_OPTION,
  NOTE_OPTION,
  ON_OPTION,
  readTouchpointOptions,
  type TouchpointOptions,
} from './touchpoint-options.ts'
import { resolveAll } from './whom.ts'
import { reportChange } from './write.ts'

interface WishOptions extends TouchpointOptions {
  readonly for?: string
  readonly counts?: boolean
}

/** A wish belongs to a date at most so many days away; else it is one for nothing in particular, as at New Year. */
const NEAR_DAYS = 7

export function define(command: Command): void {
  command
    .description(
      'Record a wish, for a birthday or another date that is near. It is a light touch: due dates stay.',
    )
    .argument('<who...>', 'name, e-mail address or id')
    .option(...NOTE_OPTION)
    .option(...ON_OPTION)
    .option(...BY_OPTION)
    .option('--for <label>', 'for which date of theirs (default: the nearest)')
    .option('--counts', 'a conversation came of it: it counts as being in touch')
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep wish grace --by message\n  netkeep wish ada --for "work anniversary" -m "sent a card"\n  netkeep wish grace ada -m "happy new year"',
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: WishOptions,
): Promise<void> {
  const given = await readTouchpointOptions(session, options)
  const contacts = await resolveAll(session, args[0], 'write')
  const { db } = await session.store()
  const occasions = contacts.map((contact) => findOccasion(session, db, contact, given.on, options.for))
  const wishes = contacts.map(({ uid }, index) => ({ uid, occasion: occasions[index] }))
  const { line, touchpoints, command } = await recordWishes(
    session,
    wishes,
    given,
    options.counts === true ? 'counted' : 'light',
  )
  const uids = contacts.map(({ uid }) => uid)
  reportChange(session, line, command !== undefined, () => ({
    touchpoints: touchpoints.map((uid, index) => touchpointJson(getTouchpoint(db, uid, uids[index] ?? ''))),
    contacts: getListed(db, uids, session.today).map(listJson),
  }))
}

/** The date that the wish is for. @throws UserError (no-match) where none is called so */
function findOccasion(
  session: Session,
  db: Database,
  contact: Candidate,
  on: CalendarDate,
  label: string | undefined,
): OccasionLine | undefined {
  const dates = listOccasionsOf(db, contact.uid, session.today)
  if (label === undefined) {
    const distance = (line: OccasionLine): number => Math.abs(daysBetween(on, nearestOccurrence(line, on)))
    const isWishedFor = (line: OccasionLine): boolean =>
      line.isKept && line.on === nearestOccurrence(line, on)
    const [nearest] = dates.filter((line) => !isWishedFor(line)).toSorted((a, b) => distance(a) - distance(b))
    return nearest !== undefined && distance(nearest) <= NEAR_DAYS ? nearest : undefined
  }
  const key = foldText(checkLabel(label, 'name of the date'))
  const found = dates.find((line) => foldText(line.label) === key)
  if (found !== undefined) return found
  throw new UserError(
    'no-match',
    `${contact.name} has no date called "${label}"; nothing was recorded.`,
    `Add it: netkeep date add ${contact.id} "${label}" --on "9 Dec"`,
  )
}
