/** Recording wishes, for `wish` and `review`. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { nearestOccurrence, type OccasionLine } from '../domain/occasion.ts'
import type { Touchpoint, Wish } from '../domain/touchpoint.ts'
import { formatOn } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { getLines } from '../store/contact-list.ts'
import { requireLive } from '../store/contacts.ts'
import { insertTouchpoint } from '../store/touchpoints.ts'

interface WishTo {
  /** Of the contact. */
  readonly uid: string
  /** The date it is for; undefined for nothing in particular. */
  readonly occasion: OccasionLine | undefined
}

interface RecordedWishes {
  readonly line: string
  /** Their uids, in the order of the wishes. */
  readonly touchpoints: readonly string[]
  /** Its number in history. */
  readonly command: number | undefined
}

/** One touchpoint for each contact: a wish is for somebody's own date. */
export async function recordWishes(
  session: Session,
  wishes: readonly WishTo[],
  given: Pick<Touchpoint, 'on' | 'channel' | 'note'>,
  kind: 'light' | 'counted',
): Promise<RecordedWishes> {
  const store = await session.store()
  const uids = wishes.map(({ uid }) => uid)
  const { value: touchpoints, command } = recordCommand(
    store,
    { typed: session.typed, at: session.now },
    (change) => {
      requireLive(change.db, uids)
      return wishes.map(({ uid, occasion }) => {
        const wish = wishFor(occasion, given.on)
        const touchpoint = { ...given, direction: 'out', kind, minutes: null, place: null, wish } as const
        return insertTouchpoint(change, touchpoint, [uid])
      })
    },
  )
  const lines = getLines(store.db, uids, session.today)
  const names = listNames(lines.map(({ name }) => name))
  const labels = [
    ...new Set(wishes.flatMap(({ occasion }) => (occasion === undefined ? [] : occasion.label))),
  ]
  const what = labels.length === 0 ? '' : ` (${labels.map(safeText).join(', ')})`
  const weight = kind === 'light' ? 'a light touch, due dates stay' : 'it counts as being in touch'
  return {
    line: `A wish to ${names} ${formatOn(given.on, session.today)}${what}: ${weight}. ${sayNextDue(lines, session.today)}`,
    touchpoints,
    command,
  }
}

function wishFor(occasion: OccasionLine | undefined, on: CalendarDate): Wish {
  return occasion === undefined
    ? { key: null, on: null }
    : { key: occasion.key, on: nearestOccurrence(occasion, on) }
}
