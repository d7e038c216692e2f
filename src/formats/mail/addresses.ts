/** Who is in a From, To or Cc field. With mailbox labels the only user of postal-mime (docs/decisions/0021-reading-mail.md). */
import { addressParser, decodeWords } from 'postal-mime'
import type { Correspondent } from '../../domain/import-file.ts'
import { turnedName } from '../../domain/turned-name.ts'

/** A name or address that is longer is none. */
const MOST_CHARACTERS = 500

/**
 * Everybody with an address, groups taken apart, each address once, in order. A name that only repeats the address is ''; one with the
 * family name first, as Exchange writes it, is turned round.
 * Encoded words are decoded; an address that is given in quotes, as Outlook does, is taken out of them.
 */
export function addressesIn(field: string): readonly Correspondent[] {
  const found = new Map<string, Correspondent>()
  for (const { name, address } of addressParser(field, { flatten: true })) {
    const email = unquoted(address ?? '')
    const key = email.toLowerCase()
    if (!isAddress(email) || found.has(key)) continue
    found.set(key, { name: nameFor(unquoted(name), key), email })
  }
  return [...found.values()]
}

/** The text of a field with encoded words in it. */
export function decodeField(field: string): string {
  return field.includes('=?') ? decodeWords(field) : field
}

function isAddress(text: string): boolean {
  const at = text.lastIndexOf('@')
  return at > 0 && at < text.length - 1 && text.length <= MOST_CHARACTERS && !/[\s<>\0]/.test(text)
}

function nameFor(name: string, address: string): string {
  const isShown = name.length <= MOST_CHARACTERS && name.toLowerCase() !== address && !name.includes('\0')
  return isShown && name.isWellFormed() ? turnedName(name) : ''
}

function unquoted(text: string): string {
  const trimmed = text.trim()
  return trimmed.length > 2 && trimmed.startsWith("'") && trimmed.endsWith("'")
    ? trimmed.slice(1, -1).trim()
    : trimmed
}
