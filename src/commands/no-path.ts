/** What `path` says where it finds no way: why, and what may help. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { findPaths } from '../domain/path.ts'
import type { Candidate } from '../errors.ts'
import { formatAgo, plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames } from '../render/sentences.ts'
import { typedText } from '../render/typed-again.ts'
import { doorIndexOf } from '../store/door-index.ts'
import type { Database } from '../store/driver.ts'
import { employerName, formerStaffAt } from '../store/employers.ts'
import { readPathLines } from '../store/path-lines.ts'

interface Sought {
  readonly targets: readonly string[]
  /** Keys of the employers, where no contact is meant. */
  readonly employers: readonly string[] | undefined
  readonly contact: Candidate | undefined
}

export function sayNoPath(
  db: Database,
  { targets, employers = [], contact }: Sought,
  today: CalendarDate,
): string {
  if (contact !== undefined)
    return `Nobody you are in touch with leads to ${safeText(contact.name)}, as far as netkeep knows. Say who knows whom: netkeep relate WHO knows ${contact.id}`
  const names = employers.map((key) => employerName(db, key))
  const where = listNames(names)
  const typed = safeText(typedText(names[0] ?? ''))
  if (targets.length > 0)
    return `${where}: ${plural(targets.length, 'contact')}, but nobody you are in touch with leads there. See them: netkeep list --org ${typed}`
  return [
    `Nobody works at ${where}, as far as netkeep knows.`,
    ...sayFormer(db, employers, today),
    `Hear when somebody joins: netkeep watch ${typed}`,
  ].join(' ')
}

/** More than these are not named. */
const MOST_FORMER = 5

/** Those who left are doors too, where the user is in touch with them. */
function sayFormer(db: Database, employers: readonly string[], today: CalendarDate): readonly string[] {
  const index = doorIndexOf(db, today)
  const paths = findPaths(formerStaffAt(db, employers), index, today)
  const direct = paths.filter(({ links }) => links.length === 0)
  const told = readPathLines(db, direct.slice(0, MOST_FORMER), index, today).map(
    ({ contacts: [first], lastTouchOn }) =>
      `${safeText(first?.name ?? '')} (in touch ${formatAgo(lastTouchOn, today)})`,
  )
  if (told.length === 0) return []
  const more = direct.length > told.length ? ` and ${direct.length - told.length} more` : ''
  return [`Worked there before: ${told.join(', ')}${more}.`]
}
