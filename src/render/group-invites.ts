/** Who could be invited to a group: aligned for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { explainInvitation, type Invitation } from '../domain/group-invite.ts'
import { describeLastTouch } from './contact-lines.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { wrapText } from './text-width.ts'

interface Invited {
  readonly line: ContactLine
  readonly invitation: Invitation
}

/** Name, last touch, organization; why below. */
export function renderInvitations(
  invited: readonly Invited[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const rows = invited.map(({ line }) => [
    safeText(line.name),
    describeLastTouch(line, today),
    safeText(line.organization ?? ''),
  ])
  const table = renderTable(rows, [{ shrinksTo: 14 }, {}, { shrinksTo: 0 }], width, style.glyphs.more)
  return table.flatMap((row, index) => {
    const invitation = invited[index]?.invitation
    const why = invitation === undefined ? '' : safeText(explainInvitation(invitation))
    return [row, ...wrapText(why, width - 2).map((text) => style.faint(`  ${text}`))]
  })
}

/** id, name, organization, last touch, what they share, members they share it with, why. */
export function renderInvitationTsv(invited: readonly Invited[]): string {
  return renderTsv(
    invited.map(({ line, invitation }) => [
      line.id,
      safeText(line.name),
      safeText(line.organization ?? ''),
      line.lastTouchOn,
      invitation.shared.map(safeText).join(', '),
      invitation.members.map(({ name }) => safeText(name)).join(', '),
      safeText(explainInvitation(invitation)),
    ]),
  )
}

export function invitationJson({ line, invitation }: Invited): object {
  const { uid, id, name, organization, lastTouchOn } = line
  return {
    uid,
    id,
    name,
    organization,
    shared: invitation.shared,
    members: invitation.members.map((member) => member.name),
    why: explainInvitation(invitation),
    lastTouchOn,
  }
}
