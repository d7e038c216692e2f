/** Errors as text: what happened, then what to type next. */
import type { UserError } from '../errors.ts'
import { safeText } from './safe-text.ts'

export function renderError(error: UserError): string {
  const lines = [`netkeep: ${shortened(safeText(error.message))}`]
  for (const { id, name, organization } of error.candidates ?? []) {
    lines.push(`  ${id}  ${safeText(name)}${organization === null ? '' : `, ${safeText(organization)}`}`)
  }
  if (error.hint !== undefined) lines.push(shortened(safeText(error.hint)))
  return `${lines.join('\n')}\n`
}

/** What was typed may be as long as a book; nobody wants it back. */
const LONGEST = 2000

function shortened(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)} [...] ${text.slice(-LONGEST / 4)}`
}

/** An error nobody foresaw. The stack may hold private data, so it is shown on request only. */
export function renderBug(error: unknown, version: string, showsStack: boolean): string {
  const message = error instanceof Error ? error.message : String(error)
  const lines = [`netkeep ${version}: this is a bug in netkeep: ${safeText(message)}`]
  if (showsStack && error instanceof Error) lines.push(...(error.stack ?? '').split('\n').map(safeText))
  else lines.push('Run it again with --debug to see where, and please report it.')
  return `${lines.join('\n')}\n`
}
