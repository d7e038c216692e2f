/** Merging: one contact goes into another, with everything that belongs to it. It stays where it is, hidden, so that undo finds it whole. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Joined, type MergeFields, type MergeSide, mergeFields } from '../domain/contact-merge.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import { addFormerJob } from './jobs.ts'
import { joinAliases, joinJobs, joinPoints, joinProperties, joinTags, joinTraits } from './merge-details.ts'
import { joinMemberships, joinPlans } from './merge-doors.ts'
import { beatenDates, joinDates, joinPromises, joinTouchpoints } from './merge-events.ts'
import { joinIntroductions } from './merge-introductions.ts'
import { joinRelations, passOnIntroductions, passOnNotSame } from './merge-links.ts'

/** The columns of the fields, by field. */
const COLUMNS: Readonly<Record<keyof MergeFields, string>> = {
  name: 'name',
  organization: 'organization',
  title: 'title',
  jobSince: 'job_since',
  location: 'location',
  birthday: 'birthday',
  birthdayNotice: 'birthday_notice',
  note: 'note',
  metOn: 'met_on',
  metAt: 'met_at',
  introducedBy: 'introduced_by',
  circle: 'circle',
  interval: 'interval',
  pausedOn: 'paused_on',
  snoozedUntil: 'snoozed_until',
  snoozedOn: 'snoozed_on',
  snoozeRecordedAt: 'snooze_recorded_at',
  starting: 'starting',
  trackedFrom: 'tracked_from',
  prospectOn: 'prospect_on',
  prospectDroppedOn: 'prospect_dropped_on',
  imported: 'imported',
}

const SIDE = `
SELECT id AS uid, coalesce(name, '') AS name, organization, title, job_since AS jobSince, location, birthday,
  birthday_notice AS birthdayNotice, note, met_on AS metOn, met_at AS metAt, introduced_by AS introducedBy,
  (SELECT name FROM contact i WHERE i.id = c.introduced_by) AS introducer,
  (SELECT id FROM circle WHERE id = c.circle AND deleted IS NULL) AS circle, interval, paused_on AS pausedOn,
  snoozed_until AS snoozedUntil, snoozed_on AS snoozedOn, snooze_recorded_at AS snoozeRecordedAt, starting,
  tracked_from AS trackedFrom, prospect_on AS prospectOn, prospect_dropped_on AS prospectDroppedOn, imported,
  (SELECT last_counted_on FROM contact_state s WHERE s.contact = c.id) AS lastCountedOn
FROM contact c WHERE id = ?`

/** Contact `from` goes into `into`; both are live, and not the same. @throws UserError (usage) where their notes do not fit into one */
export function mergeContacts(change: Change, into: string, from: string, today: CalendarDate): Joined {
  const { db } = change
  const [a, b] = [getSide(db, into), getSide(db, from)]
  const fields = mergeFields(a, b, today, beatenDates(db, into, from))
  for (const [field, column] of Object.entries(COLUMNS)) {
    const value = fields.set[field as keyof MergeFields]
    if (value !== undefined) db.prepare(`UPDATE contact SET ${column} = ? WHERE id = ?`).run(value, into)
  }
  if (fields.formerJob !== null) addFormerJob(db, into, fields.formerJob)
  const joined = {
    addresses: joinPoints(db, into, from),
    aliases: joinAliases(db, into, from, { name: a.name, alias: fields.alias }),
    tags: joinTags(db, into, from),
    ...joinTraits(db, into, from),
    dates: joinDates(db, into, from),
    formerJobs: joinJobs(db, into, from) + (fields.formerJob === null ? 0 : 1),
    relations: joinRelations(db, into, from),
    promises: joinPromises(db, into, from),
    ...joinIntroductions(db, into, from),
    events: joinPlans(db, into, from),
    groups: joinMemberships(db, into, from),
    touchpoints: joinTouchpoints(db, into, from),
    filled: fields.filled,
    noted: fields.noted,
  }
  joinProperties(db, into, from)
  passOnIntroductions(db, into, from)
  passOnNotSame(db, into, from)
  db.prepare('UPDATE contact SET merged_into = ? WHERE id = ?').run(into, from)
  return joined
}

function getSide(db: Database, uid: string): MergeSide {
  return db.prepare(SIDE).get(uid) as MergeSide
}
