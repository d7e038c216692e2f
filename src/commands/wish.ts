/** `netkeep wish`: a wish for a birthday or another date, a light touch unless told otherwise. */
import type { Command } from 'commander'
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import { checkLabel } from '../domain/contact.ts'
import { foldText } from '../domain/match-key.ts'
import { nearestOccurrence, type OccasionLine } from '../domain/occasion.ts'
import type { Wish } from '../domain/touchpoint.ts'
import { type Candidate, UserError } from '../errors.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { formatOn } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { requireLive } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { listOccasionsOf } from '../store/occasions.ts'
import { getTouchpoint, insertTouchpoint } from '../store/touchpoints.ts'
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
  const store = await session.store()
  const occasions = contacts.map((contact) => findOccasion(session, store.db, contact, given.on, options.for))
  const kind = options.counts === true ? 'counted' : 'light'
  const uids = contacts.map(({ uid }) => uid)
  const { value: touchpoints, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    (change) => {
      requireLive(change.db, uids)
      // One for each: a wish is for somebody's own date.
      return uids.map((uid, index) => {
        const occasion = occasions[index]
        const wish: Wish =
          occasion === undefined
            ? { key: null, on: null }
            : { key: occasion.key, on: nearestOccurrence(occasion, given.on) }
        const touchpoint = { ...given, direction: 'out', kind, minutes: null, place: null, wish } as const
        return insertTouchpoint(change, touchpoint, [uid])
      })
    },
  )
  const lines = getLines(store.db, uids, session.today)
  const names = listNames(lines.map(({ name }) => name))
  const labels = [...new Set(occasions.map((line) => line?.label))]
  const known = labels.filter((label) => label !== undefined)
  const what = known.length === 0 ? '' : ` (${known.map(safeText).join(', ')})`
  const weight = kind === 'light' ? 'a light touch, due dates stay' : 'it counts as being in touch'
  reportChange(
    session,
    `A wish to ${names} ${formatOn(given.on, session.today)}${what}: ${weight}. ${sayNextDue(lines, session.today)}`,
    command !== undefined,
    () => ({
      touchpoints: touchpoints.map((uid, index) =>
        touchpointJson(getTouchpoint(store.db, uid, uids[index] ?? '')),
      ),
      contacts: getListed(store.db, uids, session.today).map(listJson),
    }),
  )
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
