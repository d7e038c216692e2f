/** What counts as an event, and as having met somebody there: shared by all that read table event. */

/** What another device has told of only in part is not there yet. */
export const IS_EVENT = 'deleted IS NULL AND name IS NOT NULL AND from_on IS NOT NULL'

/** The last day, whatever is known of it; index event_day holds it in these words. */
export const LAST_DAY = 'max(from_on, coalesce(to_on, from_on))'

/** Of a touchpoint `t`: whoever did not answer there was not met, and a light touch is no meeting. */
export const MET = "t.event IS NOT NULL AND t.deleted IS NULL AND coalesce(t.kind, 'counted') = 'counted'"
