/** The order of the due list. */
import type { CalendarDate } from './calendar-date.ts'

export interface AgendaEntry {
  readonly uid: string
  /** The folded name (see match-key.ts), so that the order is the same on every machine. */
  readonly nameKey: string
  readonly dueOn: CalendarDate
  readonly daysOverdue: number
  readonly intervalDays: number
}

/** By lateness (days overdue ÷ days of the interval), latest first; then due date, then name. Exact: no rounding can swap two lines. */
export function compareByLateness(a: AgendaEntry, b: AgendaEntry): number {
  return (
    b.daysOverdue * a.intervalDays - a.daysOverdue * b.intervalDays ||
    compareText(a.dueOn, b.dueOn) ||
    compareText(a.nameKey, b.nameKey) ||
    compareText(a.uid, b.uid)
  )
}

export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
