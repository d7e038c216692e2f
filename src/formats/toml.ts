/** TOML text. The only file that imports smol-toml. */
import { parse, stringify } from 'smol-toml'

/** @throws Error with a message for the user, of several lines. */
export function parseToml(text: string): Readonly<Record<string, unknown>> {
  return parse(text)
}

/** Keys with the value undefined are left out. */
export function formatToml(values: Readonly<Record<string, unknown>>): string {
  return stringify(values)
}
