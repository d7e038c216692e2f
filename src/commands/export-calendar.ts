/** Due dates as a calendar. */
import { formatCalendar } from '../formats/calendar/write-calendar.ts'
import { exportContacts } from '../store/export-contacts.ts'
import { counted } from './counted.ts'
import type { ExportRequest } from './export-formats.ts'

/** Contacts without a due date are not in it. */
export function writeCalendar({ db, today, filter, as, onContact }: ExportRequest): Iterable<string> {
  const due = [...exportContacts(db, filter, today)].filter(({ dueOn }) => dueOn !== null)
  return [formatCalendar(counted(due, onContact), { as })]
}
