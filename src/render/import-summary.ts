/** What an import did, or would do. */
import type { ImportedContact, RowReport } from '../domain/import-file.ts'
import type { FollowedField } from '../domain/import-merge.ts'
import { plural } from './dates.ts'
import { sayLoad } from './load.ts'
import { safeText } from './safe-text.ts'
import type { Glyphs } from './style.ts'

interface Difference {
  readonly name: string
  readonly field: FollowedField
  readonly mine: string | null
  readonly theirs: string | null
}

export interface ImportSummary {
  readonly isDryRun: boolean
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Contacts the user removed earlier, left so. */
  readonly removed: number
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
  readonly touchpoints: {
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly attempts: number
    readonly light: number
  }
  readonly strangers: number
  readonly news: readonly Difference[]
  readonly kept: readonly Difference[]
  readonly sameName: readonly string[]
  readonly scheduled: number
  readonly paced: number
  readonly perDay: number
  /** The first contacts of the file, on a dry run. */
  readonly preview: readonly ImportedContact[]
}

export function importJson(summary: ImportSummary): object {
  const { isDryRun, created, updated, unchanged, removed, touchpoints, strangers, scheduled, paced, perDay } =
    summary
  return {
    dryRun: isDryRun,
    contacts: { new: created, updated, unchanged, removedEarlier: removed },
    touchpoints: {
      new: touchpoints.created,
      updated: touchpoints.updated,
      unchanged: touchpoints.unchanged,
      attempts: touchpoints.attempts,
      light: touchpoints.light,
    },
    skipped: countByReason(summary.skipped),
    bad: summary.bad.map(({ source, reason }) => ({ ...source, reason })),
    notContacts: strangers,
    news: summary.news.map(({ name, mine, theirs }) => ({ name, before: mine, now: theirs })),
    kept: summary.kept.map(({ name, field, mine, theirs }) => ({ name, field, yours: mine, theirs })),
    sameName: summary.sameName,
    scheduled,
    spread: paced,
    perDay,
  }
}

/** How many of each kind of detail are spelt out. */
const MOST_SHOWN = 10

export function renderImport(summary: ImportSummary, glyphs: Glyphs): string {
  return `${[
    ...sayPreview(summary.preview),
    sayContacts(summary),
    ...sayTouchpoints(summary),
    ...saySkipped(summary),
    ...saySchedule(summary),
    ...spell(
      'At another organization now:',
      summary.news,
      ({ name, mine, theirs }) => `${safeText(name)}: ${say(mine)} ${glyphs.arrow} ${say(theirs)}`,
    ),
    ...spell(
      'Kept as you edited it (--prefer theirs takes the file):',
      summary.kept,
      ({ name, field, mine, theirs }) =>
        `${safeText(name)}, ${FIELD_NAMES[field]}: ${say(mine)}, not ${say(theirs)}`,
    ),
    ...spell('Another contact has the same name:', summary.sameName, safeText),
    ...spell(
      'Left out:',
      summary.bad,
      ({ source, reason }) => `${safeText(source.file)} line ${source.line}: ${safeText(reason)}`,
    ),
    ...sayTriage(summary),
  ].join('\n')}\n`
}

const FIELD_NAMES: Readonly<Record<FollowedField, string>> = {
  name: 'name',
  organization: 'organization',
  title: 'title',
  metOn: 'day met',
}

function say(value: string | null): string {
  return value === null ? 'nothing' : safeText(value)
}

function sayPreview(contacts: readonly ImportedContact[]): readonly string[] {
  if (contacts.length === 0) return []
  return [
    'The file begins with:',
    ...contacts.map(
      ({ name, organization, points }) =>
        `  ${[name, organization, (points.find(({ kind }) => kind === 'email') ?? points[0])?.value]
          .filter((part) => part != null && part !== '')
          .map((part) => safeText(part ?? ''))
          .join(', ')}`,
    ),
  ]
}

function sayContacts({ isDryRun, created, updated, unchanged, removed }: ImportSummary): string {
  const kept = removed === 0 ? '' : `, ${removed} you removed earlier (--include-removed brings them back)`
  return `${isDryRun ? 'Contacts, if you import this' : 'Contacts'}: ${created} new, ${updated} updated, ${unchanged} unchanged${kept}.`
}

function sayTouchpoints({ touchpoints, strangers }: ImportSummary): readonly string[] {
  const { created, updated, unchanged, attempts, light } = touchpoints
  const kinds = [
    `${created - attempts - light} that count`,
    ...(attempts > 0 ? [plural(attempts, 'attempt')] : []),
    ...(light > 0 ? [`${light} light`] : []),
  ]
  const about = created > 0 ? ` (${kinds.join(', ')})` : ''
  return [
    ...(created + updated + unchanged > 0
      ? [`Touchpoints from messages: ${created} new${about}, ${updated} updated, ${unchanged} unchanged.`]
      : []),
    ...(strangers > 0
      ? [
          `${plural(strangers, 'correspondent')} ${strangers === 1 ? 'is' : 'are'} no contact of yours and not added.`,
        ]
      : []),
  ]
}

function saySkipped({ skipped }: ImportSummary): readonly string[] {
  const reasons = countByReason(skipped).map(({ reason, count, lines }) => {
    const where = count <= 5 ? `line ${lines.join(', ')}` : `${count} rows`
    return `${safeText(reason)} (${where})`
  })
  return reasons.length === 0 ? [] : [`Skipped: ${reasons.join('; ')}.`]
}

function countByReason(
  skipped: readonly RowReport[],
): readonly { reason: string; count: number; lines: readonly number[] }[] {
  const lines = new Map<string, number[]>()
  for (const { source, reason } of skipped) {
    const places = lines.get(reason)
    if (places === undefined) lines.set(reason, [source.line])
    else places.push(source.line)
  }
  return [...lines].map(([reason, places]) => ({ reason, count: places.length, lines: places.slice(0, 5) }))
}

function saySchedule({ scheduled, paced, perDay }: ImportSummary): readonly string[] {
  return scheduled === 0 || perDay === 0 ? [] : [sayLoad(perDay, paced)]
}

/** What to do next where contacts came in without a cadence. */
function sayTriage({ scheduled, created }: ImportSummary): readonly string[] {
  if (scheduled > 0 || created === 0) return []
  return [
    'New contacts have no cadence yet. One key each: netkeep triage. All of them at once: import again with --circle outer.',
  ]
}

function spell<T>(heading: string, items: readonly T[], describe: (item: T) => string): readonly string[] {
  if (items.length === 0) return []
  const more = items.length > MOST_SHOWN ? [`  and ${items.length - MOST_SHOWN} more`] : []
  return [heading, ...items.slice(0, MOST_SHOWN).map((item) => `  ${describe(item)}`), ...more]
}
