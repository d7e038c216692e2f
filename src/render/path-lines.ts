/** Paths to contacts: why each may work, by contact for eyes, tab-separated and as JSON for other programs. */
import { type CalendarDate, datePartsOf } from '../domain/calendar-date.ts'
import { LONG_AGO_YEARS, lastYearTogether } from '../domain/common-ground.ts'
import type { Tie } from '../domain/door.ts'
import type { EmployerLink, NamedContact, NamedLink, PathLine } from '../domain/path-line.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import { formatAgo } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTsv } from './table.ts'
import { padEnd, truncate, widthOf, wrapText } from './text-width.ts'

/** `in touch 12 days ago (warm); reports to Grace Hopper`. */
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
  return safeText(contact?.name ?? '')
}

/** What the one before is to the one after. */
function sayLink(link: NamedLink, to: string, today: CalendarDate): string {
  switch (link.kind) {
    case 'tie':
      return sayTie(link.tie, to)
    case 'group':
      return `both in ${safeText(link.name)}`
    case 'event':
      return `both at ${safeText(link.name)}`
    case 'employer':
      return sayEmployer(link, to, today)
  }
}

function sayTie(tie: Tie, to: string): string {
  switch (tie.kind) {
    case 'relation':
      return `${safeText(phraseOfRelation(tie.relation))} ${to}`
    case 'introduced-you':
      return `introduced you to ${to}`
    case 'introduced-by':
      return `introduced to you by ${to}`
    case 'introduction':
      return {
        met: `met ${to} through you`,
        made: `introduced to ${to} by you`,
        offered: `introduction to ${to} offered, not made yet`,
      }[tie.state]
  }
}

function sayEmployer({ name, from, to: there }: EmployerLink, to: string, today: CalendarDate): string {
  const employer = safeText(name)
  if (!from.isOver && !there.isOver) return `both at ${employer}`
  const year = lastYearTogether(from, there)
  const isLongAgo = year !== null && year <= datePartsOf(today).year - LONG_AGO_YEARS
  const until = year === null ? '' : isLongAgo ? ' long ago' : ` until ${year}`
  if (from.isOver && there.isOver) return `both were at ${employer}${until}`
  return from.isOver
    ? `was at ${employer}${until}, where ${to} is`
    : `at ${employer}, where ${to} was${until}`
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
  return [...byTarget(lines).values()].flatMap((ways) => [
    style.heading(nameOf(ways[0]?.contacts.at(-1))),
    ...ways.flatMap((way) => {
      const why = sayWhy(way, today)
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
  const between = contacts.slice(0, -1).map(nameOf)
  return between.length === 0 ? 'directly' : `through ${between.join(', then ')}`
}

/** The paths by the uid of the contact they lead to. */
function byTarget(lines: readonly PathLine[]): ReadonlyMap<string, readonly PathLine[]> {
  const targets = new Map<string, PathLine[]>()
  for (const line of lines) {
    const uid = line.contacts.at(-1)?.uid ?? ''
    const known = targets.get(uid)
    if (known === undefined) targets.set(uid, [line])
    else known.push(line)
  }
  return targets
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
        nameOf(contacts.at(-1)),
        nameOf(first),
        contacts.length === 3 ? nameOf(between) : '',
        sayWhy(line, today),
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
