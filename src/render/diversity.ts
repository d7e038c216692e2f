/** How even touches are shared out, and who stands outside: as bars for eyes, and as JSON. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { GroupKind, SharedTouches } from '../domain/contact-groups.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import type { LesserGroup, Outsider } from '../domain/outside.ts'
import type { DateRange } from '../domain/period.ts'
import { shareOf } from '../domain/statistics.ts'
import { formatAgo, plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import { renderShares, type ShareRow, type ShareSection, WIDE_ENOUGH } from './share-lines.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'
import { truncate, wrapText } from './text-width.ts'

interface KindWords {
  readonly heading: string
  readonly plural: string
  /** Of contacts in no such group. */
  readonly none: string
  /** How a contact comes into one. */
  readonly hint: string
}

const WORDS: Readonly<Record<GroupKind, KindWords>> = {
  organization: {
    heading: 'Organizations',
    plural: 'organizations',
    none: 'no organization',
    hint: 'netkeep edit ada --org Acme',
  },
  tag: { heading: 'Tags', plural: 'tags', none: 'no tag', hint: 'netkeep tag ada +design' },
  circle: { heading: 'Circles', plural: 'circles', none: 'no circle', hint: 'netkeep move ada close' },
  interest: {
    heading: 'Interests',
    plural: 'interests',
    none: 'no interest',
    hint: 'netkeep edit ada --interest chess',
  },
  known: {
    heading: 'Known for',
    plural: 'lengths of time',
    none: 'not known since when',
    hint: 'netkeep edit ada --met-on 2024-05-01',
  },
}

type SharedKind = SharedTouches & { readonly kind: GroupKind }

interface Whole {
  readonly contacts: number
  readonly touches: number
  readonly kinds: readonly SharedKind[]
}

/** @param shown how many groups of a kind. */
export function renderDiversity(
  { touches, contacts, kinds }: Whole,
  days: string,
  shown: number,
  style: Style,
  width: number,
): readonly string[] {
  const title = `${days}: ${plural(touches, 'touch', 'touches')}, ${plural(contacts, 'contact')}`
  const sections = kinds.map((kind) => sectionOf(kind, touches, shown))
  return [
    ...wrapText(title, width).map((line) => style.heading(line)),
    ...renderShares(sections, style, width),
  ]
}

function sectionOf(
  { kind, groups, others, none, half }: SharedKind,
  touches: number,
  shown: number,
): ShareSection {
  const { heading, hint, none: noneOf } = WORDS[kind]
  const hidden = groups.length - shown
  const row = (name: string, { contacts, touches: count }: SharedTouches['none']): ShareRow => ({
    name,
    count,
    share: shareOf(count, touches) ?? 0,
    said: plural(contacts, 'contact'),
  })
  const nameOf = (name: string): string => (kind === 'tag' ? `+${safeText(name)}` : safeText(name))
  return {
    heading:
      half === 0 || groups.length === 1
        ? heading
        : `${heading}: half of the touches go to ${half} of ${groups.length}`,
    rows: [
      ...groups.slice(0, shown).map((group) => row(nameOf(group.name), group)),
      ...(hidden > 0 ? [{ ...row(plural(hidden, 'other'), others), isSum: true }] : []),
      ...(groups.length > 0 && none.contacts > 0 ? [{ ...row(noneOf, none), isSum: true }] : []),
    ],
    below: groups.length === 0 ? [`None yet. Type: ${hint}`] : [],
  }
}

export function diversityJson({ contacts, touches, kinds }: Whole, { from, to }: DateRange): object {
  const withShare = <T extends { readonly touches: number }>(counts: T): T & { share: number | null } => ({
    ...counts,
    share: shareOf(counts.touches, touches),
  })
  return {
    from,
    to,
    contacts,
    touches,
    kinds: kinds.map(({ kind, half, groups, none }) => ({
      kind,
      half,
      groups: groups.map(withShare),
      none: withShare(none),
    })),
  }
}

const IN_GROUP: Readonly<Record<GroupKind, (name: string) => string>> = {
  organization: (name) => `at ${name}`,
  tag: (name) => `in +${name}`,
  circle: (name) => `in ${name}`,
  interest: (name) => `interested in ${name}`,
  known: (name) => `known ${name}`,
}

/** `one of 14 in +design, no touch`; as it was typed, not yet safe for a terminal. */
function sayWhyOutside({ kind, name, contacts, touches }: LesserGroup): string {
  const who = contacts.length === 1 ? 'the only one' : `one of ${contacts.length}`
  return `${who} ${IN_GROUP[kind](name)}, ${touches === 0 ? 'no touch' : plural(touches, 'touch', 'touches')}`
}

export interface OutsiderLine extends Outsider {
  readonly line: ContactLine
}

/** Name, why, and how long ago the last touch was. A narrow terminal has the reason on a line of its own. */
export function renderOutsiders(
  outsiders: readonly OutsiderLine[],
  today: CalendarDate,
  { glyphs: { more }, faint }: Style,
  width: number,
): readonly string[] {
  const isWide = width >= WIDE_ENOUGH
  const whys = outsiders.map(({ group }) => safeText(sayWhyOutside(group)))
  const rows = outsiders.map(({ line }, index) => [
    safeText(line.name),
    isWide ? (whys[index] ?? '') : '',
    line.lastTouchOn === null ? 'not yet in touch' : formatAgo(line.lastTouchOn, today),
  ])
  const table = renderTable(rows, [{ shrinksTo: 14 }, { shrinksTo: 22 }, {}], width, more)
  if (isWide) return table
  return table.flatMap((row, index) => [row, faint(truncate(`  ${whys[index] ?? ''}`, width, more))])
}

/** id, name, organization, last touch, kind of group, its name, contacts and touches. */
export function renderOutsidersTsv(outsiders: readonly OutsiderLine[]): string {
  return renderTsv(
    outsiders.map(({ line, group }) => [
      line.id,
      safeText(line.name),
      safeText(line.organization ?? ''),
      line.lastTouchOn,
      group.kind,
      safeText(group.name),
      group.contacts.length,
      group.touches,
    ]),
  )
}

export function outsiderJson({ line, group }: OutsiderLine): object {
  return {
    uid: line.uid,
    id: line.id,
    name: line.name,
    organization: line.organization,
    lastTouchOn: line.lastTouchOn,
    group: { kind: group.kind, name: group.name, contacts: group.contacts.length, touches: group.touches },
    why: sayWhyOutside(group),
  }
}
