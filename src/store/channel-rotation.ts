/** Another channel to try, of several contacts at once. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { rotateChannel, type TryChannel } from '../domain/channel-rotation.ts'
import { settleAsks } from '../domain/help.ts'
import { getListed } from './contact-list.ts'
import type { Database } from './driver.ts'
import { knownChannels } from './settings.ts'
import { helpOf, NEWEST_OF_CONTACT, type TouchpointRow } from './touchpoints.ts'

type UseRow = Pick<TouchpointRow, 'on' | 'channel' | 'direction' | 'kind' | 'helpSide' | 'helpKind'>

/** The channel to try with each of these contacts; null where nothing suggests one. By uid. */
export function channelsToTry(
  db: Database,
  uids: readonly string[],
  today: CalendarDate,
): ReadonlyMap<string, TryChannel | null> {
  const channels = knownChannels(db)
  const uses = db.prepare(
    `SELECT t.touched_on AS "on", nullif(t.channel, '') AS channel, t.direction, coalesce(t.kind, 'counted') AS kind, t.help AS helpSide, t.help_kind AS helpKind
     FROM touchpoint_contact tc JOIN touchpoint t ON t.id = tc.touchpoint ${NEWEST_OF_CONTACT}`,
  )
  return new Map(
    getListed(db, uids, today).map((contact) => {
      const rows = (uses.all(contact.uid) as UseRow[]).map((row) => ({ ...row, help: helpOf(row) }))
      return [contact.uid, rotateChannel(settleAsks(rows), contact, channels)]
    }),
  )
}
