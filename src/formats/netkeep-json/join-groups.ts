/** Groups of netkeep's own JSON that are one: no two are called the same, and a group meets once a day. */
import { NOTE_LIMIT } from '../../domain/contact.ts'
import { foldText } from '../../domain/match-key.ts'
import type { SnapshotGroup, SnapshotMeeting, SnapshotTouchpoint } from '../../domain/snapshot.ts'
import { joinNotes } from '../../domain/touchpoint.ts'

/** Hears what was done with a row, for the report. */
export type TellOf = (row: object, reason: string) => void

export interface JoinedGroups {
  readonly groups: readonly SnapshotGroup[]
  /** Of each meeting that went into another one its uid, and that of the other. */
  readonly meetings: ReadonlyMap<string, string>
}

/** The first of a name stays, with the members and meetings of the others. */
export function joinGroups(groups: readonly SnapshotGroup[], tell: TellOf): JoinedGroups {
  const byName = new Map<string, SnapshotGroup[]>()
  for (const group of groups) {
    const key = foldText(group.name)
    const same = byName.get(key)
    if (same === undefined) byName.set(key, [group])
    else {
      same.push(group)
      tell(group, `is called "${group.name}" as one before it: both are read as one group`)
    }
  }
  const meetings = new Map<string, string>()
  const joined = [...byName.values()].map(([first, ...others]) =>
    first === undefined ? [] : joinMeetings(unite(first, others), meetings, (reason) => tell(first, reason)),
  )
  return { groups: joined.flat(), meetings }
}

function unite(first: SnapshotGroup, others: readonly SnapshotGroup[]): SnapshotGroup {
  if (others.length === 0) return first
  const all = [first, ...others]
  return {
    ...first,
    members: all.flatMap(({ members }) => members),
    meetings: all.flatMap(({ meetings }) => meetings),
  }
}

function joinMeetings(
  group: SnapshotGroup,
  joined: Map<string, string>,
  tell: (reason: string) => void,
): SnapshotGroup {
  const byDay = new Map<string, SnapshotMeeting>()
  for (const meeting of group.meetings) {
    const known = byDay.get(meeting.on)
    const note = joinNotes(known?.note ?? null, meeting.note)
    const isTooLong = note !== null && note.length > NOTE_LIMIT
    byDay.set(meeting.on, {
      ...(known ?? meeting),
      note: isTooLong ? (known?.note ?? meeting.note) : note,
    })
    if (known === undefined) continue
    joined.set(meeting.uid, known.uid)
    const left = isTooLong ? '; the note of the second is left out, since both are too long to be one' : ''
    tell(`met twice on ${meeting.on}: both are read as one meeting${left}`)
  }
  return byDay.size === group.meetings.length ? group : { ...group, meetings: [...byDay.values()] }
}

/** The touchpoints, each at the meeting that is left. */
export function atJoinedMeetings(
  touchpoints: readonly SnapshotTouchpoint[],
  { meetings }: JoinedGroups,
): readonly SnapshotTouchpoint[] {
  if (meetings.size === 0) return touchpoints
  return touchpoints.map((touchpoint) => {
    const { meeting } = touchpoint
    return meeting === null ? touchpoint : { ...touchpoint, meeting: meetings.get(meeting) ?? meeting }
  })
}
