/** The option --limit of lists, and what stands below a list that it cut. */
import { Option } from 'commander'
import type { Style } from '../render/style.ts'
import type { Session } from '../session.ts'
import { parseCount } from './options.ts'

/** What a terminal shows unless told otherwise. */
const TERMINAL_LIMIT = 20

export function limitOption(most: number = TERMINAL_LIMIT): Option {
  return new Option('--limit <n>', `at most so many; 0 for all (default: ${most} on a terminal, else all)`)
}

/** How many at most; undefined for all. @throws UserError (usage) */
export function readLimit(
  session: Session,
  typed: string | undefined,
  most: number = TERMINAL_LIMIT,
): number | undefined {
  if (typed !== undefined) return parseCount(typed, '--limit') || undefined
  return session.mode === 'terminal' ? most : undefined
}

/** The lines as a text, with a last one that says how many more there are. */
export function renderCut(rows: readonly string[], more: number, style: Style): string {
  return `${[...rows, ...(more > 0 ? [style.faint(`and ${more} more: --limit 0`)] : [])].join('\n')}\n`
}
