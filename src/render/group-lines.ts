/** Groups: aligned for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { GroupLine } from '../domain/group.ts'
import { describeDueDay } from './contact-lines.ts'
import { formatAgo, formatDay, plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { type Column, renderTable, renderTsv } from './table.ts'
import { typedAgain } from './typed-again.ts'

/** A group with the live contacts in it, by name. */
export interface GroupWithMembers {
  readonly group: GroupLine
  readonly members: readonly { readonly uid: string; readonly name: string }[]
}

/** The group in the next command. */
export function typedGroup(group: GroupLine): string {
  return typedAgain(group, group.isOnlyOfName)
}

/** `12 days overdue`, `due in 5 days`, `no cadence`. */
export function describeGroupStanding({ daysOverdue }: GroupLine): string {
  return daysOverdue === null ? 'no cadence' : describeDueDay(daysOverdue)
}

export function describeLastMeeting({ lastOn }: GroupLine, today: CalendarDate): string {
  return lastOn === null ? 'not met yet' : `met ${formatAgo(lastOn, today)}`
}

export function describeInterval({ interval }: GroupLine): string {
  return interval === null ? '' : `every ${interval}`
}

/** `Next due 6 Dec.`, `Due today.`, `Now 3 days overdue.`, `No interval, so never due.` */
export function sayGroupDue({ dueOn, daysOverdue }: GroupLine, today: CalendarDate): string {
  if (dueOn === null || daysOverdue === null) return 'No interval, so never due.'
  if (daysOverdue < 0) return `Next due ${formatDay(dueOn, today)}.`
  return daysOverdue === 0 ? 'Due today.' : `Now ${describeDueDay(daysOverdue)}.`
}

/** Name, standing, last meeting, interval; what to type where there is room. */
export function renderDueGroups(
  groups: readonly GroupLine[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  return renderRows(
    groups,
    groups.map((group) => [...rowOf(group, today), `netkeep group log ${typedGroup(group)}`]),
    [{}, { isExtra: true }],
    style,
    width,
  )
}

/** The same with how many members, and the kind. */
export function renderGroupLines(
  listed: readonly GroupWithMembers[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  return renderRows(
    listed.map(({ group }) => group),
    listed.map(({ group, members }) => [
      ...rowOf(group, today),
      plural(members.length, 'member'),
      safeText(group.kind ?? ''),
    ]),
    [{}, { align: 'right' }, { shrinksTo: 0 }],
    style,
    width,
  )
}

function rowOf(group: GroupLine, today: CalendarDate): readonly string[] {
  return [
    safeText(group.name),
    describeGroupStanding(group),
    describeLastMeeting(group, today),
    describeInterval(group),
  ]
}

function renderRows(
  groups: readonly GroupLine[],
  rows: readonly (readonly string[])[],
  last: readonly Column[],
  style: Style,
  width: number,
): readonly string[] {
  const paint = (text: string, row: number): string => style.standing[groups[row]?.standing ?? 'warm'](text)
  return renderTable(
    rows,
    [{ shrinksTo: 14 }, { paint }, { shrinksTo: 0 }, ...last],
    width,
    style.glyphs.more,
  )
}

/** id, name, kind, interval, last meeting, due date, days overdue, standing, members. */
export function renderGroupTsv(listed: readonly GroupWithMembers[]): string {
  return renderTsv(
    listed.map(({ group, members }) => [
      group.id,
      safeText(group.name),
      safeText(group.kind ?? ''),
      group.interval,
      group.lastOn,
      group.dueOn,
      group.daysOverdue,
      group.standing,
      members.map(({ name }) => safeText(name)).join(', '),
    ]),
  )
}

export function groupJson({ group, members }: GroupWithMembers): object {
  const { uid, id, name, kind, interval, lastOn, dueOn, daysOverdue, standing } = group
  return {
    uid,
    id,
    name,
    kind,
    interval,
    members: members.map((member) => member.name),
    memberUids: members.map((member) => member.uid),
    lastOn,
    dueOn,
    daysOverdue,
    standing,
  }
}
