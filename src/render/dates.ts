/** Dates in words. */
import { type CalendarDate, datePartsOf, daysBetween, weekdayOf } from '../domain/calendar-date.ts'
import type { DateRange } from '../domain/period.ts'

export const MONTHS: readonly string[] = [
  'Jan',
  'Feb',
  'Mar',
  'Apr',
  'May',
  'Jun',
  'Jul',
  'Aug',
  'Sep',
  'Oct',
  'Nov',
  'Dec',
]
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

export function plural(count: number, noun: string, nouns = `${noun}s`): string {
  return `${count} ${count === 1 ? noun : nouns}`
}

/** `15 min`, `1 h`, `1 h 30 min`. */
export function formatMinutes(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60]
  return [...(hours > 0 ? [`${hours} h`] : []), ...(rest > 0 || hours === 0 ? [`${rest} min`] : [])].join(' ')
}

/** `22 Nov`, with the year where it is not that of `today`. */
export function formatDay(date: CalendarDate, today: CalendarDate): string {
  const { year, month, day } = datePartsOf(date)
  const text = `${day} ${MONTHS[month - 1] ?? ''}`
  return year === datePartsOf(today).year ? text : `${text} ${year}`
}

/** `20 Dec to 6 Jan 2027`; one day alone. */
export function sayDays({ from, to }: DateRange, today: CalendarDate): string {
  return from === to ? formatDay(from, today) : `${formatDay(from, today)} to ${formatDay(to, today)}`
}

/** A date that may lack its year (`YYYY-MM-DD` or `--MM-DD`): `9 Dec 1906`, `9 Dec`. */
export function formatAnnualDay(date: string): string {
  const [month, day] = [Number(date.slice(-5, -3)), Number(date.slice(-2))]
  const text = `${day} ${MONTHS[month - 1] ?? ''}`
  return date.startsWith('--') ? text : `${text} ${date.slice(0, 4)}`
}

/** `Sunday, 22 Nov 2026`. */
export function formatLongDay(date: CalendarDate): string {
  const { year, month, day } = datePartsOf(date)
  return `${WEEKDAYS[weekdayOf(date)] ?? ''}, ${day} ${MONTHS[month - 1] ?? ''} ${year}`
}

/** How long ago: `today`, `yesterday`, `9 days ago`, `6 weeks ago`, `5 months ago`, `3 years ago`. */
export function formatAgo(date: CalendarDate, today: CalendarDate): string {
  const days = daysBetween(date, today)
  if (days <= 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days < 14) return `${days} days ago`
  if (days < 70) return `${Math.round(days / 7)} weeks ago`
  if (days < 730) return `${Math.round(days / 30.44)} months ago`
  return `${Math.round(days / 365.25)} years ago`
}

/** The day in a sentence: `today`, `yesterday`, `tomorrow`, else `on 22 Nov`. */
export function formatOn(date: CalendarDate, today: CalendarDate): string {
  const ahead = daysBetween(today, date)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  if (ahead === -1) return 'yesterday'
  return `on ${formatDay(date, today)}`
}
