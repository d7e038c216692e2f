/** Meetings of the user's calendar to touchpoints. */
import type { ImportedTouchpoint, Meeting, RowReport } from './import-file.ts'
import { emailKeyOf } from './match-key.ts'

/**
 * One touchpoint for each meeting that somebody else was in: it counts, out where the user invited and in where another did. One that the
 * user declined is skipped, and who declined was not there.
 * @param own the user's own addresses
 */
export function meetingsToTouchpoints(
  meetings: readonly Meeting[],
  own: readonly string[],
): { readonly touchpoints: readonly ImportedTouchpoint[]; readonly skipped: readonly RowReport[] } {
  const mine = new Set(own.map(emailKeyOf))
  const isMine = ({ email }: Meeting['attendees'][number]): boolean => mine.has(emailKeyOf(email ?? ''))
  const touchpoints: ImportedTouchpoint[] = []
  const skipped: RowReport[] = []
  for (const { source, id, on, minutes, place, isVideo, attendees } of meetings) {
    const others = attendees.filter((attendee) => !isMine(attendee) && !attendee.hasDeclined)
    const hasDeclined = attendees.some((attendee) => isMine(attendee) && attendee.hasDeclined)
    if (hasDeclined || others.length === 0) {
      skipped.push({ source, reason: hasDeclined ? 'you declined' : 'nobody but you' })
      continue
    }
    const organizer = attendees.find(({ isOrganizer }) => isOrganizer === true)
    touchpoints.push({
      source,
      key: `meeting:${id}`,
      on,
      channel: isVideo ? 'video' : 'meeting',
      direction: organizer === undefined ? null : isMine(organizer) ? 'out' : 'in',
      kind: 'counted',
      minutes,
      place,
      with: others.map(({ name, email }) => ({ name, email: email ?? null })),
    })
  }
  return { touchpoints, skipped }
}
