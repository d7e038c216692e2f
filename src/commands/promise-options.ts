/** Reads what a promise says and the day it is for. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkShortText } from '../domain/contact.ts'
import type { NewPromise } from '../domain/promise.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'

/** @throws UserError (usage) where it is empty or too long */
export function checkPromise(text: string): string {
  const checked = checkShortText(text, 'promise')
  if (checked !== '') return checked
  throw usageError(
    'The promise is empty.',
    'Say what: netkeep promise add grace "send the paper" --on friday',
  )
}

/** A day ahead; one that is past only where the date says so itself. @throws UserError (usage) */
export async function readPromiseDay(
  session: Session,
  typed: string | undefined,
): Promise<CalendarDate | null> {
  return typed === undefined ? null : parseTypedDate(typed, await session.dateReading('future'))
}

/** `--next` and `--next-on`: what the user promises besides what the command is for. */
export interface NextOptions {
  readonly next?: string
  readonly nextOn?: string
}

/** What was promised on the occasion; undefined for nothing. @throws UserError (usage) */
export async function readNext(session: Session, options: NextOptions): Promise<NewPromise | undefined> {
  if (options.next === undefined && options.nextOn === undefined) return undefined
  if (options.next === undefined)
    throw usageError('What have you promised?', 'Say it: --next "send the paper" --next-on friday')
  return {
    text: checkPromise(options.next),
    on: await readPromiseDay(session, options.nextOn),
    isMine: true,
  }
}
