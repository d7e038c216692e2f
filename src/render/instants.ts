/** Instants in words. They are ISO 8601 texts with the local offset of when they were noted. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { formatDay } from './dates.ts'

/** `just now`, `5 minutes ago`, `today 14:05`, `20 Nov 09:12`. */
export function sayWhen(at: string, now: string): string {
  const minutes = Math.floor((Date.parse(now) - Date.parse(at)) / 60_000)
  if (minutes === 0) return 'just now'
  if (minutes > 0 && minutes < 60) return minutes === 1 ? 'a minute ago' : `${minutes} minutes ago`
  const today = now.slice(0, 10) as CalendarDate
  const day = at.slice(0, 10) as CalendarDate
  return `${day === today ? 'today' : formatDay(day, today)} ${at.slice(11, 16)}`
}
