/** Giving a circle an interval, and the circles as they are told of. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkCircleName } from '../domain/circle.ts'
import { formatInterval, parseInterval } from '../domain/interval.ts'
import { foldText } from '../domain/match-key.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import {
  countMembers,
  findCircle,
  insertCircle,
  listStoredCircles,
  membersOf,
  setCircleInterval,
} from '../store/circles.ts'
import { recordCommand } from '../store/command-log.ts'
import { getLines } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { paceContacts, unscheduledAmong } from '../store/pacing.ts'
import { defaultCircleName } from '../store/settings.ts'
import { loadOf } from './cadence-options.ts'

export interface CircleLine {
  readonly uid: string
  readonly name: string
  /** Null where none can be read. */
  readonly interval: string | null
  readonly contacts: number
  readonly isDefault: boolean
}

/** The closest first. */
export function circlesOf(db: Database): readonly CircleLine[] {
  const byDefault = foldText(defaultCircleName(db))
  return listStoredCircles(db).map(({ uid, name, interval }) => ({
    uid,
    name,
    interval: interval === null ? null : formatInterval(interval),
    contacts: countMembers(db, uid),
    isDefault: foldText(name) === byDefault,
  }))
}

/**
 * Gives a circle an interval, and adds the circle where there is none of that name.
 * @param isAsIs leaves the plain due dates, even where many are due at once.
 * @throws UserError (usage)
 */
export async function setCircle(
  session: Session,
  typedName: string,
  typedInterval: string,
  isAsIs: boolean,
): Promise<{ readonly said: string; readonly isChanged: boolean }> {
  const name = checkCircleName(typedName)
  const interval = formatInterval(parseInterval(typedInterval))
  const store = await session.store()
  const { today } = session
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    const circle = findCircle(change.db, name)
    if (circle === undefined) {
      // A circle of that name may have been removed while some contact in it was, too; and that one is back since.
      const members = membersOf(change.db, insertCircle(change.db, name, interval))
      const paced = isAsIs ? 0 : paceContacts(change, members, today, members)
      return { isNew: true, members, paced }
    }
    const members = membersOf(change.db, circle.uid)
    const notYetDue = notDue(change.db, members, today)
    const unscheduled = unscheduledAmong(change.db, members)
    setCircleInterval(change.db, circle.uid, interval)
    const paced = isAsIs ? 0 : paceContacts(change, notYetDue, today, unscheduled)
    return { isNew: false, members, paced }
  })
  const said = value.isNew
    ? `Added the circle ${safeText(name)}, every ${interval}.`
    : `The circle ${safeText(name)} is now every ${interval}.`
  const line = command === undefined ? `The circle ${safeText(name)} is every ${interval} already.` : said
  return {
    said: `${line}${loadOf(getLines(store.db, value.members, today), value.paced)}`,
    isChanged: command !== undefined,
  }
}

/** Those who are due already stay as late as they are; only the others must not turn red all at once. */
export function notDue(db: Database, uids: readonly string[], today: CalendarDate): readonly string[] {
  return getLines(db, uids, today)
    .filter(({ standing }) => standing !== 'due' && standing !== 'cold')
    .map(({ uid }) => uid)
}
