/** A question that takes one name at a time: what is typed there by habit or by mistake is not made a name. */
import { usageError } from '../errors.ts'
import { type NameAndEmail, parseNameAndEmail } from './contact.ts'

/** What reads like anything but one name, and what to type instead. */
const ODD: readonly (readonly [pattern: RegExp, what: string, instead: string])[] = [
  [/[,;]|\s(?:and|&)\s/i, 'reads like several names', 'One at a time: the next is asked for after it.'],
  [/(?:^|\s)--/, 'has an option in it', 'The name alone: how close they are is asked for after it.'],
  [/^["“”„«]|^['‘].*['’]$/, 'is in quotes', 'Here a name needs none: Grace Hopper'],
  [/\S@\S/, 'has an address in it', 'Write it like Grace Hopper <grace@example.com>'],
]

/**
 * A name, `Name <address>` or an address, as `add` reads it, but only what is clearly one. A name that is odd on purpose can be added
 * with `netkeep add`.
 * @throws UserError (usage)
 */
export function parseOneName(typed: string): NameAndEmail {
  const parsed = parseNameAndEmail(typed)
  const { name } = parsed
  const odd = ODD.find(([pattern]) => pattern.test(name))
  if (odd !== undefined) throw usageError(`"${name}" ${odd[1]}.`, odd[2])
  if (!/[\p{L}\p{N}]/u.test(name))
    throw usageError(`"${name}" has neither a letter nor a digit.`, 'Write it like Grace Hopper')
  return parsed
}
