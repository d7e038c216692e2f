/** Paths to contacts: why each may work, by contact for eyes, tab-separated and as JSON for other programs. */
import { type CalendarDate, datePartsOf } from '../domain/calendar-date.ts'
import { LONG_AGO_YEARS, lastYearTogether } from '../domain/common-ground.ts'
import type { Tie } from '../domain/door.ts'
import { groupBy } from '../domain/group-by.ts'
import type { EmployerLink, NamedContact, NamedLink, PathLine } from '../domain/path-line.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { formatAgo } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, truncate, widthOf, wrapText } from './text-width.ts'

/** `in touch 12 days ago (warm); reports to Grace Hopper`; not yet safe for a terminal. */
function sayWhy({ contacts, links, lastTouchOn, standing }: PathLine, today: CalendarDate): string {
  const stands = standing === 'unscheduled' ? '' : ` (${standing})`
  const steps = links.map((link, index) => {
    const [from, to] = [nameOf(contacts[index]), nameOf(contacts[index + 1])]
    const linked = sayLink(link, to, today)
    if (index === 0) return linked
    return linked.startsWith('both ') ? `${from} and ${to}: ${linked}` : `${from}: ${linked}`
  })
  return [`in touch ${formatAgo(lastTouchOn, today)}${stands}`, ...steps].join('; ')
}

function nameOf(contact: NamedContact | undefined): string {
  return contact?.name ?? ''
}

/** What the one before is to the one after. */
function sayLink(link: NamedLink, to: string, today: CalendarDate): string {
  switch (link.kind) {
    case 'tie':
      return sayTie(link.tie, to)
    case 'group':
      return `both in ${link.name}`
    case 'event':
      return `both at ${link.name}`
    case 'employer':
      return sayEmployer(link, to, today)
  }
}

function sayTie(tie: Tie, to: string): string {
  switch (tie.kind) {
    case 'relation':
      return `${phraseOfRelation(tie.relation)} ${to}`
    case 'introduced-you':
      return `introduced you to ${to}`
    case 'introduced-by':
      return `introduced to you by ${to}`
    case 'offers-you':
      return `offered to introduce you to ${to}`
    case 'offered-by':
      return `to be introduced to you by ${to}`
    case 'introduction':
      return {
        met: `met ${to} through you`,
        made: `introduced to ${to} by you`,
        offered: `introduction to ${to} offered, not made yet`,
      }[tie.state]
  }
}

function sayEmployer({ name, from, to: there }: EmployerLink, to: string, today: CalendarDate): string {
  if (!from.isOver && !there.isOver) return `both at ${name}`
  const year = lastYearTogether(from, there)
  const isLongAgo = year !== null && year <= datePartsOf(today).year - LONG_AGO_YEARS
  const until = year === null ? '' : isLongAgo ? ' long ago' : ` until ${year}`
  if (from.isOver && there.isOver) return `both were at ${name}${until}`
  return from.isOver ? `was at ${name}${until}, where ${to} is` : `at ${name}, where ${to} was${until}`
}

/** On a narrower screen the reason stands below the label. */
const LEAST_BESIDE = 40
/** A label may take so many columns before it is cut. */
const MOST_LABEL = 34
const INDENT = '  '

/** Each contact to reach with the ways to it below, in the order in which its best way comes. */
export function renderPathLines(
  lines: readonly PathLine[],
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const labels = new Map(lines.map((line) => [line, truncate(labelOf(line), MOST_LABEL, style.glyphs.more)]))
  const size = [...labels.values()].reduce((most, label) => Math.max(most, widthOf(label)), 0)
  const indent = ' '.repeat(INDENT.length + size + INDENT.length)
  return [...groupBy(lines, ({ contacts }) => contacts.at(-1)?.uid ?? '').values()].flatMap((ways) => [
    style.heading(safeText(nameOf(ways[0]?.contacts.at(-1)))),
    ...ways.flatMap((way) => {
      const why = safeText(sayWhy(way, today))
      if (width < LEAST_BESIDE) return renderBelow(labels.get(way) ?? '', why, style, width)
      const label = padEnd(labels.get(way) ?? '', size)
      const [first = '', ...others] = wrapText(why, width - indent.length)
      return [`${INDENT}${label}${INDENT}${first}`, ...others.map((other) => indent + other)]
    }),
  ])
}

function renderBelow(label: string, why: string, style: Style, width: number): readonly string[] {
  return [
    `${INDENT}${truncate(label, width - INDENT.length, style.glyphs.more)}`,
    ...wrapText(why, width - 2 * INDENT.length).map((text) => `${INDENT}${INDENT}${text}`),
  ]
}

function labelOf({ contacts }: PathLine): string {
  const between = contacts.slice(0, -1).map((contact) => safeText(nameOf(contact)))
  return between.length === 0 ? 'directly' : `through ${between.join(', then ')}`
}

/** weight, hops, contact to reach, contact to ask, contact between, why. */
export function renderPathTsv(lines: readonly PathLine[], today: CalendarDate): string {
  return renderTsv(
    lines.map((line) => {
      const { contacts, weight } = line
      const [first, between] = contacts
      return [
        roundWeight(weight),
        contacts.length,
        ...[nameOf(contacts.at(-1)), nameOf(first)].map(safeText),
        contacts.length === 3 ? safeText(nameOf(between)) : '',
        safeText(sayWhy(line, today)),
      ]
    }),
  )
}

export function pathJson(line: PathLine, today: CalendarDate): object {
  const { contacts, weight } = line
  return {
    contacts: contacts.map(({ name }) => name),
    contactUids: contacts.map(({ uid }) => uid),
    hops: contacts.length,
    weight: roundWeight(weight),
    why: sayWhy(line, today),
  }
}

function roundWeight(weight: number): number {
  return Math.round(weight * 10_000) / 10_000
}
