/** The fields of a contact and what may stand in them. */
import { UserError, usageError } from '../errors.ts'
import { type CalendarDate, isCalendarDate } from './calendar-date.ts'
import type { DateReading } from './date-grammar.ts'
import { emailKeyOf, foldText, nameKeyOf } from './match-key.ts'
import { findAnnualDate } from './occasion.ts'
import { urlKey } from './url-key.ts'

/** The ways to reach a contact, vCard's EMAIL, TEL and URL. */
export type PointKind = 'email' | 'phone' | 'url'

/** The fields a contact has one of, named as in vCard. All but the name may be empty. */
export interface ContactFields {
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly location: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly birthday: string | null
  readonly note: string | null
  readonly metOn: CalendarDate | null
  readonly metAt: string | null
  /** Uid of the contact through whom they met. */
  readonly introducedBy: string | null
}

const SHORT_LIMIT = 500
export const NOTE_LIMIT = 100_000

/**
 * `text` without outer white space, fit to be stored under the name `field`: no NUL, no half of a surrogate pair, at most 500
 * characters. Any other character is kept as given; what is not fit for a terminal is escaped when it is shown.
 * @throws UserError (usage) naming the field and the limit.
 */
export function checkShortText(text: string, field: string): string {
  return checkText(text, field, SHORT_LIMIT)
}

/** The same for notes: at most 100,000 characters. */
export function checkNote(text: string, field = 'note'): string {
  return checkText(text, field, NOTE_LIMIT)
}

function checkText(text: string, field: string, limit: number): string {
  const trimmed = text.trim()
  if (trimmed.length > limit) {
    throw usageError(
      `The ${field} is too long: ${trimmed.length.toLocaleString('en')} characters, where at most ${limit.toLocaleString('en')} fit.`,
      `Shorten the ${field} and try again.`,
    )
  }
  if (trimmed.includes('\0'))
    throw usageError(`The ${field} contains a NUL character.`, 'Remove it and try again.')
  if (!trimmed.isWellFormed())
    throw usageError(`The ${field} contains half a character (a lone surrogate).`, 'Remove it and try again.')
  return trimmed
}

/** A name somebody can read. @throws UserError (usage) when it is empty, or holds invisible characters only. */
export function checkName(text: string): string {
  const name = checkShortText(text, 'name').replace(/ {2,}/g, ' ')
  if (nameKeyOf(name) === '')
    throw usageError('The name is empty.', 'Type a name: netkeep add "Grace Hopper"')
  return name
}

/** An alias, tag or circle name: like a name, for another field. */
export function checkLabel(text: string, field: string): string {
  const label = checkShortText(text, field)
  if (foldText(label) === '') throw usageError(`The ${field} is empty.`)
  return label
}

/** An address with one @ and something on both sides; whether it exists is not for netkeep to say. */
export function checkEmail(text: string): string {
  const email = checkShortText(text, 'e-mail address')
  if (!/^[^\s@<>]+@[^\s@<>]+$/u.test(email)) {
    throw usageError(`"${email}" is not an e-mail address.`, 'Write it like grace@example.com.')
  }
  return email
}

export function checkPoint(kind: PointKind, text: string): string {
  if (kind === 'email') return checkEmail(text)
  const value = checkLabel(text, kind === 'phone' ? 'phone number' : 'URL')
  if (kind === 'phone' && !/\d/.test(value))
    throw usageError(`"${value}" is not a phone number.`, 'Write it like +1 555 0100.')
  return value
}

/** Under which key two spellings of one address are the same: the natural key of a contact point. */
export function pointKeyOf(kind: PointKind, value: string): string {
  switch (kind) {
    case 'email':
      return emailKeyOf(value)
    case 'phone':
      return value.replace(/[^\d+]/g, '')
    case 'url':
      return urlKey(value)
  }
}

/**
 * A birthday as stored, `YYYY-MM-DD` or `--MM-DD`, from these or from `9 Dec 1906` or `9 Dec`; not after today.
 * @param order how 03/04/1990 is read; null refuses it.
 * @throws UserError (usage)
 */
export function checkBirthday(text: string, today: CalendarDate, order: DateReading['order'] = null): string {
  const date = findBirthday(text, { today, direction: 'past', order })
  if (date !== undefined && (!isCalendarDate(date) || date <= today)) return date
  throw usageError(
    `"${text.trim()}" is not a birthday.`,
    'Write it like 1906-12-09 or 9 Dec 1906; like --12-09 or 9 Dec without the year.',
  )
}

function findBirthday(text: string, reading: DateReading): string | undefined {
  try {
    return findAnnualDate(text, reading)
  } catch (error) {
    // What cannot be and what can be two are refused alike: with the way to write it.
    if (error instanceof UserError) return undefined
    throw error
  }
}

export interface NameAndEmail {
  readonly name: string
  readonly email: string | null
}

const ADDRESS = /^\s*"?([^"<>]*?)"?\s*<([^<>]+)>\s*$/u

/** Reads `Grace Hopper <grace@navy.mil>`, a bare address (its local part becomes the name), or a plain name. */
export function parseNameAndEmail(text: string): NameAndEmail {
  const match = ADDRESS.exec(text)
  const email = match?.[2]
  if (email !== undefined) {
    const checked = checkEmail(email)
    return { name: checkName(match?.[1] || nameFromEmail(checked)), email: checked }
  }
  if (/^[^\s@]+@[^\s@]+$/u.test(text.trim())) {
    const checked = checkEmail(text)
    return { name: checkName(nameFromEmail(checked)), email: checked }
  }
  if (/[<>]|^@|@$/u.test(text.trim())) {
    throw usageError(
      `"${text.trim()}" is neither a name nor an address.`,
      'Write it like "Grace Hopper <grace@example.com>".',
    )
  }
  return { name: checkName(text), email: null }
}

/** `grace.hopper@navy.mil` → `Grace Hopper`: a first guess that `edit` can change. */
export function nameFromEmail(email: string): string {
  const local = email.slice(0, email.indexOf('@'))
  const words = local.split(/[._+-]+/u).filter((word) => word !== '')
  return words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(' ') || local
}
