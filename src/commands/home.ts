/** `netkeep` without a verb: today in short, or a welcome. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import { dueJson } from '../render/contact-json.ts'
import { renderDueLines, renderDueTsv } from '../render/contact-lines.ts'
import { formatLongDay, plural } from '../render/dates.ts'
import { occasionJson } from '../render/occasion-lines.ts'
import { promiseJson } from '../render/promise-lines.ts'
import {
  groupsAndEventsJson,
  type Reminders,
  renderReminders,
  renderRemindersTsv,
} from '../render/reminder-lines.ts'
import type { Style } from '../render/style.ts'
import { wrapLine, wrapLines, wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { countContacts, getLines } from '../store/contact-list.ts'
import { countCold, countDue, listComing, listDue } from '../store/due-list.ts'
import { readMembers } from '../store/group-members.ts'
import { readReminders } from './reminders.ts'
import { sayRestartAfterGap } from './restart-hint.ts'

const WHAT_NEXT = [
  'Walk through it: netkeep review',
  'After a conversation: netkeep log NAME -m "what to remember"',
]

/** Enough to begin with. */
const MOST_SHOWN = 5

export function define(_command: Command): void {
  // It has no options of its own.
}

export async function run(session: Session): Promise<void> {
  const { db } = await session.store()
  const { today } = session
  const contacts = countContacts(db)
  const query = { today, until: today, limit: MOST_SHOWN, filter: {} }
  const cold = countCold(db, today)
  const due = countDue(db, query) - cold
  const lines = getLines(db, listDue(db, query), today)
  const reminders = readReminders(db, query, MOST_SHOWN)
  await session.show({
    json: () => ({
      today,
      contacts,
      cold,
      due,
      first: lines.map(dueJson),
      promises: reminders.promises.map(promiseJson),
      dates: reminders.dates.map(occasionJson),
      ...groupsAndEventsJson(reminders, readMembers(db), today),
    }),
    piped: () => renderDueTsv(lines) + renderRemindersTsv(reminders, today),
    terminal: (style) => {
      const { width } = session
      if (contacts === 0) return welcome(style, width)
      const heading = wrapText(`${formatLongDay(today)}: ${sayCounts(cold, due, contacts)}`, width).map(
        (line) => style.heading(line),
      )
      const rows = renderDueLines(lines, today, style, width)
      const more =
        cold + due > lines.length ? [style.faint(`and ${cold + due - lines.length} more: netkeep due`)] : []
      const next =
        lines.length > 0
          ? [...sayRestartAfterGap(session, db), ...WHAT_NEXT].join('\n')
          : listComing(db, query, 1).length > 0
            ? sayWarm(reminders, today)
            : 'Nobody has a cadence yet. Imported contacts: netkeep triage   Anybody: netkeep move NAME close'
      return `${[...heading, ...(rows.length > 0 ? ['', ...rows] : []), ...more, ...renderReminders(reminders, today, style, width), '', wrapLines(next, width)].join('\n')}\n`
    },
  })
}

/** Of contacts alone, as the words say: a group or a promise below may be overdue. */
function sayCounts(cold: number, due: number, contacts: number): string {
  return cold + due === 0
    ? `of ${plural(contacts, 'contact')} none is cold or due.`
    : `${cold} cold, ${due} due today, of ${plural(contacts, 'contact')}.`
}

/** No contact is cold or due; that is not all where something else is. */
function sayWarm({ promises, groups }: Reminders, today: CalendarDate): string {
  const isQuiet = groups.length === 0 && !promises.some(({ on }) => on !== null && on < today)
  return `${isQuiet ? 'All warm' : 'All contacts are warm'}. Who falls due next: netkeep due --ahead 7d`
}

function welcome(style: Style, width: number): string {
  const steps = [
    ['netkeep setup', 'begin here: a few short questions'],
    ['netkeep demo', 'see it on a sample network'],
    ['netkeep add "Grace Hopper" --circle close', 'add somebody'],
    ['netkeep import contacts.vcf', 'bring your address book or LinkedIn'],
    ['netkeep log grace -m "what to remember"', 'after a conversation'],
    ['netkeep today', 'each morning'],
    ['netkeep --help', 'all commands'],
  ]
  const inOneLine = steps.map(([command = '', what = '']) => `  ${command.padEnd(41)}  ${what}`)
  const isNarrow = inOneLine.some((line) => line.length > width)
  return `${[
    ...wrapText('Welcome to netkeep. It tells you with whom to get in touch, and when.', width).map((line) =>
      style.heading(line),
    ),
    '',
    ...(isNarrow
      ? steps.flatMap(([command = '', what = '']) => [...wrapLine(`  ${command}`, width), `    ${what}`])
      : inOneLine),
  ].join('\n')}\n`
}
