/** Reads what is said of an event: its days, its place and goal; and on which day of it somebody was met. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkLabel, checkShortText } from '../domain/contact.ts'
import { parseDateRange } from '../domain/date-range.ts'
import { type EventRecord, MOST_EVENT_DAYS, phaseOf } from '../domain/event.ts'
import { type DateRange, daysIn } from '../domain/period.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { UserError, usageError } from '../errors.ts'
import { formatDay, plural, sayDays } from '../render/dates.ts'
import type { Session } from '../session.ts'

export interface EventOptions {
  readonly name?: string
  readonly on?: string
  readonly place?: string
  readonly goal?: string
  readonly with?: readonly string[]
  readonly without?: readonly string[]
  readonly note?: string
  readonly new?: boolean
  /** True without a day. */
  readonly followUp?: string | true
  readonly text?: string
  readonly limit?: string
}

/** One day or the first and the last: `friday`, `2026-12-04..2026-12-06`, `30 dec .. 2 jan`. @throws UserError (usage) */
export async function readEventDays(session: Session, typed: string): Promise<DateRange> {
  const reading = await session.dateReading('future')
  const one = await dateOf(parseTypedDate(typed, reading))
  const range = one === undefined ? await parseDateRange(typed, reading) : { from: one, to: one }
  // `4 dec..2 dec` would be a year.
  if (daysIn(range) <= MOST_EVENT_DAYS) return range
  throw usageError(
    `${sayDays(range, session.today)} would be ${plural(daysIn(range), 'day')}.`,
    'Write the first and the last day of the event: --on 2026-12-04..2026-12-06',
  )
}

/** Undefined for what is no day alone. */
async function dateOf(date: Promise<CalendarDate>): Promise<CalendarDate | undefined> {
  try {
    return await date
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

export function checkEventName(text: string): string {
  return checkLabel(text.replace(/\s+/g, ' '), 'name of the event')
}

/** Null for an empty one: it takes away what was there. */
export function checkPlace(text: string): string | null {
  return checkShortText(text, 'place') || null
}

export function checkEventGoal(text: string): string | null {
  return checkShortText(text, 'goal') || null
}

/**
 * The day somebody was met at an event: as typed, else today while it is under way, else its last day.
 * @throws UserError (usage) where the event lies ahead, or the day is none of it
 */
export function dayAtEvent(
  session: Session,
  event: EventRecord,
  typed: CalendarDate | undefined,
): CalendarDate {
  const { today } = session
  const days = sayDays({ from: event.on, to: event.until }, today)
  if (phaseOf(event, today) === 'ahead') {
    throw usageError(
      `${event.name} lies ahead: ${days}. A touchpoint is for what has happened.`,
      `To plan whom to meet: netkeep event edit ${event.id} --with ada,grace   Began it earlier? netkeep event edit ${event.id} --on ${today}..${event.until}`,
    )
  }
  const usual = phaseOf(event, today) === 'over' ? event.until : today
  if (typed === undefined) return usual
  if (typed >= event.on && typed <= event.until) return typed
  throw usageError(
    `${formatDay(typed, today)} is no day of ${event.name}: ${days}.`,
    `Choose one: --on ${usual}   Or change its days: netkeep event edit ${event.id} --on ${event.on}..${event.until}`,
  )
}
