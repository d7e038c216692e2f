/** What of a phone number counts when two are compared. Written without country in one address book and with it in another, it is one. */
import { linkFor } from './link.ts'

export interface PhoneNumber {
  /** Digits without the zeros before them, an extension apart. */
  readonly digits: string
  /** Whether the country stands before it: `+44 …`, `0044 …`. */
  readonly isInternational: boolean
  readonly extension: string
}

/** Shorter ones are internal, or short codes. */
const SHORTEST = 7
/** Long enough to tell numbers of a country apart, short enough to leave out the country and a 0 before the area. */
const KEY_LENGTH = 8

/** @returns undefined for what is no number that anybody else could dial. */
export function parsePhone(value: string): PhoneNumber | undefined {
  const link = linkFor('phone', value)?.link
  if (link === undefined) return undefined
  const [number = '', extension = ''] = link.slice('tel:'.length).split(';ext=')
  const digits = number.replace(/^\+?0*/, '')
  const isInternational = number.startsWith('+') || number.startsWith('00')
  return digits.length < SHORTEST ? undefined : { digits, isInternational, extension }
}

/** Numbers that may be the same have the same key. */
export function phoneKeyOf({ digits }: PhoneNumber): string {
  return digits.slice(-KEY_LENGTH)
}

/**
 * Whether two numbers are one line: two with their country wholly, else the end of the longer one. Without an extension on both sides the
 * extension says nothing.
 */
export function isSamePhone(a: PhoneNumber, b: PhoneNumber): boolean {
  if (a.extension !== '' && b.extension !== '' && a.extension !== b.extension) return false
  if (a.digits === b.digits) return true
  if (a.isInternational && b.isInternational) return false
  const [short, long] = a.digits.length < b.digits.length ? [a, b] : [b, a]
  return short.digits.length >= KEY_LENGTH && !short.isInternational && long.digits.endsWith(short.digits)
}
