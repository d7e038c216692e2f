/** Reads what is said of an event: its name, place and goal; and on which day of it somebody was met. */
import { type CalendarDate, earlierDate, laterDate } from '../domain/calendar-date.ts'
import { checkLabel, checkShortText } from '../domain/contact.ts'
import { type EventRecord, phaseOf } from '../domain/event.ts'
import { usageError } from '../errors.ts'
import { formatDay, sayDays } from '../render/dates.ts'
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
    `Choose one: --on ${usual}   Or change its days: netkeep event edit ${event.id} --on ${earlierDate(event.on, typed)}..${laterDate(event.until, typed)}`,
  )
}
