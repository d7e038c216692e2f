/** Circles: named closenesses with an interval. */
import { usageError } from '../errors.ts'
import { checkLabel } from './contact.ts'
import type { Interval } from './interval.ts'

export interface NamedCircle {
  readonly uid: string
  readonly name: string
}

export interface Circle extends NamedCircle {
  readonly interval: Interval
}

/** The circles every new database starts with, the closest first. */
export const FIRST_CIRCLES = [
  { name: 'inner', interval: '2w' },
  { name: 'close', interval: '6w' },
  { name: 'wide', interval: '3m' },
  { name: 'outer', interval: '1y' },
] as const

/** Where contacts added by hand go, until the setting default-circle says otherwise. */
export const DEFAULT_CIRCLE = 'wide'

/** What `move WHO none` and `every WHO none|circle` take instead of a name or interval; so no circle may be called that. */
export const RESERVED_CIRCLE_NAMES: readonly string[] = ['none', 'circle']

/** @throws UserError (usage) */
export function checkCircleName(typed: string): string {
  const name = checkLabel(typed, 'circle name')
  if (!RESERVED_CIRCLE_NAMES.includes(name.toLowerCase())) return name
  throw usageError(`No circle can be called "${name}".`, 'Choose another name.')
}
