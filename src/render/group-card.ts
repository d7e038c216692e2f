/** One group in full: its members, and its meetings with who was there. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { GroupLine } from '../domain/group.ts'
import { renderCardHeading } from './card-heading.ts'
import { dueJson } from './contact-json.ts'
import { describeLastTouch, describeStanding } from './contact-lines.ts'
import { datedLines, roomBehindDay } from './dated-lines.ts'
import { plural } from './dates.ts'
import {
  describeGroupStanding,
  describeInterval,
  describeLastMeeting,
  groupJson,
  renderGroupTsv,
  typedGroup,
} from './group-lines.ts'
import { safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { wrapText } from './text-width.ts'

interface ShownMeeting {
  readonly uid: string
  readonly on: CalendarDate | null
  readonly note: string | null
  readonly present: readonly { readonly uid: string; readonly name: string }[]
}

export interface GroupCard {
  readonly group: GroupLine
  /** By name, with the day each joined. */
  readonly members: readonly { readonly line: ContactLine; readonly joinedOn: CalendarDate | null }[]
  /** Newest first: as many as are shown, of so many. */
  readonly meetings: readonly ShownMeeting[]
  readonly meetingCount: number
}

export function renderGroupCard(card: GroupCard, today: CalendarDate, style: Style, width: number): string {
  const { group, meetings, meetingCount } = card
  const facts = [safeText(group.kind ?? ''), describeInterval(group), describeLastMeeting(group, today)]
  const standing = style.standing[group.standing](describeGroupStanding(group))
  const more = meetingCount - meetings.length
  return `${[
    ...renderCardHeading(safeText(group.name), group.id, style, width),
    [standing, ...facts].filter((text) => text !== '').join(', '),
    '',
    style.heading(plural(card.members.length, 'member')),
    ...renderMembers(card, today, style, width),
    '',
    style.heading(plural(meetingCount, 'meeting')),
    ...meetings.flatMap((meeting) => meetingLines(meeting, today, style, width)),
    ...(more > 0 ? [style.faint(`and ${more} more: --limit 0`)] : []),
    ...sayFirst(card).flatMap((text) => wrapText(text, width)),
  ].join('\n')}\n`
}

/** What to type for a group that has nobody, or has not met. */
function sayFirst({ group, members, meetingCount }: GroupCard): readonly string[] {
  const typed = typedGroup(group)
  const said = [
    ...(members.length === 0 ? [`Its members: netkeep group join ${typed} ada grace`] : []),
    ...(meetingCount === 0 ? [`After a meeting: netkeep group log ${typed} ada grace`] : []),
  ]
  return said.length === 0 ? [] : ['', ...said]
}

/** Name, last touch, standing. */
function renderMembers(
  { members }: GroupCard,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = members.map(({ line }) => [
    safeText(line.name),
    describeLastTouch(line, today),
    describeStanding(line, today),
  ])
  const paint = (text: string, row: number): string =>
    style.standing[members[row]?.line.standing ?? 'warm'](text)
  return renderTable(rows, [{ shrinksTo: 14 }, { shrinksTo: 0 }, { paint }], width, style.glyphs.more)
}

function meetingLines(
  { on, note, present }: ShownMeeting,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const names = present.map(({ name }) => name)
  const who = names.length === 0 ? 'nobody named' : `with ${listNames(names, names.length)}`
  return datedLines(on, wrapText(who, roomBehindDay(width)), note, today, style, width)
}

/** The line of the list; then `member`, id, name, last touch, day joined; and `meeting`, day, note, who was there. */
export function renderGroupCardTsv({ group, members, meetings }: GroupCard): string {
  const contacts = members.map(({ line }) => line)
  return (
    renderGroupTsv([{ group, members: contacts }]).replace(/^/, 'group\t') +
    renderTsv([
      ...members.map(({ line, joinedOn }) => [
        'member',
        line.id,
        safeText(line.name),
        line.lastTouchOn,
        joinedOn,
      ]),
      ...meetings.map(({ on, note, present }) => [
        'meeting',
        on,
        safeText(note ?? ''),
        present.map(({ name }) => safeText(name)).join(', '),
      ]),
    ])
  )
}

export function groupCardJson({ group, members, meetings }: GroupCard): object {
  return {
    ...groupJson({ group, members: members.map(({ line }) => line) }),
    contacts: members.map(({ line, joinedOn }) => ({ ...dueJson(line), joinedOn })),
    meetings: meetings.map(meetingJson),
  }
}

export function meetingJson({ uid, on, note, present }: ShownMeeting): object {
  return {
    uid,
    on,
    note,
    present: present.map(({ name }) => name),
    presentUids: present.map((contact) => contact.uid),
  }
}
