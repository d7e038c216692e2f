/** The day they met, as the first touchpoint of a contact that is added by hand. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactFields } from '../domain/contact.ts'
import { addInterval, findInterval, type Interval } from '../domain/interval.ts'
import { listCircles } from './circles.ts'
import type { Change } from './command-log.ts'
import type { CadenceChoice } from './contacts.ts'
import type { Database } from './driver.ts'
import { insertTouchpoint } from './touchpoints.ts'

/** Records it where it lies within the interval: then it says that the contact is warm. A prospect was met, and not reached yet. */
export function addFirstTouchpoint(
  change: Change,
  uid: string,
  { metOn, metAt }: Partial<ContactFields>,
  cadence: CadenceChoice,
  today: CalendarDate,
): void {
  const interval = intervalOf(change.db, cadence)
  if (
    metOn == null ||
    cadence.prospectOn !== undefined ||
    interval === undefined ||
    addInterval(metOn, interval) < today
  )
    return
  const touchpoint = {
    on: metOn,
    channel: null,
    direction: null,
    kind: 'counted',
    minutes: null,
    note: null,
  } as const
  insertTouchpoint(change, { ...touchpoint, place: metAt ?? null }, [uid])
}

function intervalOf(db: Database, cadence: CadenceChoice): Interval | undefined {
  if (cadence.interval !== null) return findInterval(cadence.interval)
  return listCircles(db).find(({ uid }) => uid === cadence.circle)?.interval
}
