/** The plan for a day: for eyes, as lines and as JSON. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { TryChannel } from '../domain/channel-rotation.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { GoalProgress } from '../domain/goal.ts'
import type { OccasionLine } from '../domain/occasion.ts'
import type { PromiseRecord } from '../domain/promise.ts'
import { describeTryChannel } from './channel-rotation.ts'
import { dueJson } from './contact-json.ts'
import { describeLastTouch, describeStanding, renderDueTsv } from './contact-lines.ts'
import { formatLongDay, formatMinutes } from './dates.ts'
import { goalJson } from './goal-lines.ts'
import { occasionJson, renderOccasionLines } from './occasion-lines.ts'
import { promiseJson, renderPromiseLines } from './promise-lines.ts'
import {
  type GroupsAndEvents,
  type groupsAndEventsJson,
  renderGroupsAndEvents,
  renderRemindersTsv,
  section,
} from './reminder-lines.ts'
import { firstLine, safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { truncate, wrapLine, wrapText } from './text-width.ts'

/** A contact to reach, by which channel, and for how long. */
interface PlannedContact {
  readonly line: ContactLine
  readonly by: string
  readonly minutes: number
  readonly isEarly: boolean
  /** Another channel to try; the minutes are those of `by`. */
  readonly tryChannel: TryChannel | null
}

export interface PlanToShow {
  readonly today: CalendarDate
  /** The minutes there are, and those that the plan takes. */
  readonly minutes: number
  readonly planned: number
  readonly contacts: readonly PlannedContact[]
  readonly promises: readonly { readonly promise: PromiseRecord; readonly minutes: number }[]
  readonly dates: readonly { readonly date: OccasionLine; readonly minutes: number }[]
  /** How many of each found no room. */
  readonly more: { readonly due: number; readonly promises: number; readonly dates: number }
  /** Those of the day: they are shown, and take none of the minutes. */
  readonly around: GroupsAndEvents
}

/** The sections, a blank line between them; nothing for one that is empty. */
export function renderPlan(plan: PlanToShow, style: Style, width: number): readonly string[] {
  const { today, promises, dates, more } = plan
  const and = (count: number, command: string): string => (count > 0 ? `and ${count} more: ${command}` : '')
  return [
    ...wrapText(sayMinutes(plan), width).map((line) => style.heading(line)),
    ...section(
      'In touch with',
      renderContacts(plan.contacts, today, style, width),
      and(more.due, 'netkeep due'),
      style,
    ),
    ...section(
      'Promises',
      renderPromiseLines(
        promises.map(({ promise }) => promise),
        today,
        style,
        width,
      ),
      and(more.promises, 'netkeep promise list'),
      style,
    ),
    ...section(
      'Dates',
      renderOccasionLines(
        dates.map(({ date }) => date),
        today,
        style,
        width,
      ),
      and(more.dates, 'netkeep date list'),
      style,
    ),
    ...renderGroupsAndEvents(plan.around, today, style, width),
  ]
}

/** `Monday, 23 Nov 2026: about 13 of 15 min.` */
function sayMinutes({ today, planned, minutes, around }: PlanToShow): string {
  const [plan, room] = [formatMinutes(planned), formatMinutes(minutes)]
  const said =
    planned === 0
      ? around.groups.length > 0
        ? 'no contact is due.'
        : 'nothing is due.'
      : planned > minutes
        ? `about ${plan}, for your ${room}.`
        : `about ${plan} of your ${room}.`
  return `${formatLongDay(today)}: ${said}`
}

/** Name, standing, last touch, how to reach them and for how long; below, the last note and another channel to try. */
function renderContacts(
  contacts: readonly PlannedContact[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const { more } = style.glyphs
  const rows = contacts.map(({ line, by, minutes, isEarly }) => [
    safeText(line.name),
    `${describeStanding(line, today)}${isEarly ? ', early' : ''}`,
    describeLastTouch(line, today),
    `${safeText(by)} ${formatMinutes(minutes)}`,
  ])
  const paint = (text: string, row: number): string =>
    style.standing[contacts[row]?.line.standing ?? 'warm'](text)
  const columns = [{ shrinksTo: 14 }, { paint }, { shrinksTo: 0 }, { shrinksTo: 0 }]
  return renderTable(rows, columns, width, more).flatMap((row, index) => {
    const { line, tryChannel = null } = contacts[index] ?? {}
    const below = [
      ...(line?.lastNote == null ? [] : [truncate(`  ${firstLine(line.lastNote, more)}`, width, more)]),
      ...(tryChannel === null ? [] : wrapLine(`  try ${describeTryChannel(tryChannel, more)}`, width)),
    ]
    return [row, ...below.map((text) => style.faint(text))]
  })
}

/**
 * Lines of the fields that `due` has, and the minutes as a tenth; those taken early have `early` for the standing. A contact with whom
 * another channel is worth a try has that as an eleventh.
 */
export function renderPlanTsv({ contacts, promises, dates, around, today }: PlanToShow): string {
  const withField = (text: string, field: string | number): string => text.replace(/\n$/, `\t${field}\n`)
  return [
    ...contacts.map(({ line, minutes, isEarly, tryChannel }) => {
      const row = renderDueTsv([line])
      const planned = withField(isEarly ? row.replace(/\t[a-z]+\n$/, '\tearly\n') : row, minutes)
      return tryChannel === null ? planned : withField(planned, safeText(tryChannel.channel))
    }),
    ...promises.map(({ promise, minutes }) =>
      withField(renderRemindersTsv({ promises: [promise] }, today), minutes),
    ),
    ...dates.map(({ date, minutes }) => withField(renderRemindersTsv({ dates: [date] }, today), minutes)),
    // They take none.
    renderRemindersTsv(around, today).replaceAll('\n', '\t\n'),
  ].join('')
}

/** Goals as lines of the same fields: id, goal, then `2 of 5` for the text, the last day for the day, and `goal`. */
export function renderGoalsAsDue(goals: readonly GoalProgress[]): string {
  return renderTsv(
    goals.map(({ id, text, done, target, periodEnd, daysLeft }) => [
      id,
      safeText(text),
      null,
      null,
      null,
      `${done} of ${target}`,
      periodEnd,
      1 - daysLeft,
      'goal',
      null,
    ]),
  )
}

export function planJson(
  { minutes, planned, contacts, promises, dates, more }: PlanToShow,
  goals: readonly GoalProgress[],
  around: ReturnType<typeof groupsAndEventsJson>,
): object {
  return {
    due: contacts.map((contact) => ({
      ...dueJson(contact.line),
      by: contact.by,
      minutes: contact.minutes,
      early: contact.isEarly,
      tryChannel: contact.tryChannel,
    })),
    promises: promises.map((task) => ({ ...promiseJson(task.promise), minutes: task.minutes })),
    dates: dates.map((task) => ({ ...occasionJson(task.date), minutes: task.minutes })),
    ...around,
    goals: goals.map(goalJson),
    minutes,
    planned,
    more,
  }
}
