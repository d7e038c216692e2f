/** Reads all that is told of one contact. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { rotateChannel } from '../domain/channel-rotation.ts'
import type { ContactCard } from '../domain/contact-card.ts'
import { getDetails } from './contact-details.ts'
import { getListed } from './contact-list.ts'
import type { Database } from './driver.ts'
import { listGroupsOf } from './groups.ts'
import { listIntroductions } from './introductions.ts'
import { listOccasionsOf } from './occasions.ts'
import { listPromises } from './promises.ts'
import { listIntroduced, listRelations } from './relations.ts'
import { knownChannels } from './settings.ts'
import { listTouchpoints } from './touchpoints.ts'

/** @returns undefined where another command has removed the contact meanwhile. */
export function findCard(db: Database, uid: string, today: CalendarDate): ContactCard | undefined {
  const [line] = getListed(db, [uid], today)
  if (line === undefined) return undefined
  const touchpoints = listTouchpoints(db, uid)
  return {
    line,
    details: getDetails(db, uid),
    relations: listRelations(db, uid),
    introduced: listIntroduced(db, uid),
    introductions: listIntroductions(db, { contact: uid }),
    groups: listGroupsOf(db, uid),
    dates: listOccasionsOf(db, uid, today),
    promises: listPromises(db, { today, contact: uid }),
    tryChannel: rotateChannel(touchpoints, line, knownChannels(db)),
    touchpoints,
  }
}
