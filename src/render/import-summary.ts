/** What an import did, or would do. */
import type { Correspondent, ImportedContact, RowReport } from '../domain/import-file.ts'
import type { Stranger } from '../domain/stranger.ts'
import { plural } from './dates.ts'
import { sayLoad } from './load.ts'
import { safeText } from './safe-text.ts'
import type { Glyphs } from './style.ts'

interface Difference {
  readonly name: string
  readonly field: string
  readonly mine: string | null
  readonly theirs: string | null
}

type Previewed = Pick<ImportedContact, 'name' | 'organization' | 'points'>

export interface ImportSummary {
  readonly isDryRun: boolean
  readonly created: number
  readonly updated: number
  readonly unchanged: number
  /** Contacts the user removed earlier, left so. */
  readonly removed: number
  readonly skipped: readonly RowReport[]
  readonly bad: readonly RowReport[]
  /** Files of a folder that were not read: those without a reason are of no kind that netkeep knows. */
  readonly unread: readonly { readonly name: string; readonly reason?: string }[]
  readonly touchpoints: {
    readonly created: number
    readonly updated: number
    readonly unchanged: number
    readonly attempts: number
    readonly light: number
  }
  /** Rows that were read without a part of them. */
  readonly partial: readonly RowReport[]
  readonly photos: number
  /** Correspondents who are no contacts; those with most exchanges first. */
  readonly strangers: readonly Stranger[]
  /** Of each file of netkeep's own JSON: how many settings, circles, promises … came of it. */
  readonly restored: readonly Readonly<Record<string, number>>[]
  readonly news: readonly Difference[]
  readonly kept: readonly Difference[]
  readonly sameName: readonly string[]
  readonly scheduled: number
  readonly paced: number
  readonly perDay: number
  /** The first contacts of the files. */
  readonly preview: readonly Previewed[]
  /** Whom the new touchpoints are with, those with most first. */
  readonly touched: readonly { readonly name: string; readonly touchpoints: number }[]
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
    with: summary.touched,
    skipped: countByReason(summary.skipped),
    partial: summary.partial.map(({ source, reason }) => ({ ...source, reason })),
    photos: summary.photos,
    unread: summary.unread.map(({ name, reason = null }) => ({ name, reason })),
    ...(summary.restored.length === 0 ? {} : { restored: summary.restored }),
    bad: summary.bad.map(({ source, reason }) => ({ ...source, reason })),
    notContacts: strangers.length,
    strangers: strangers.slice(0, MOST_STRANGERS).map(({ correspondent, exchanges, lastOn }) => ({
      name: correspondent.name,
      address: addressOf(correspondent),
      exchanges,
      lastOn,
    })),
    news: summary.news.map(({ name, mine, theirs }) => ({ name, before: mine, now: theirs })),
    kept: summary.kept.map(({ name, field, mine, theirs }) => ({ name, field, yours: mine, theirs })),
    sameName: summary.sameName,
    scheduled,
    spread: paced,
    perDay,
  }
}

/** How many of those who are no contacts are told in JSON. */
const MOST_STRANGERS = 100

function addressOf({ email, url }: Correspondent): string | null {
  return email ?? url ?? null
}

/** How many of each kind of detail are spelt out. */
const MOST_SHOWN = 10

export function renderImport(summary: ImportSummary, glyphs: Glyphs): string {
  return `${[
    ...(summary.isDryRun ? sayPreview(summary.preview) : []),
    sayContacts(summary),
    ...sayTouchpoints(summary),
    ...(summary.isDryRun ? sayTouched(summary) : []),
    ...sayStrangers(summary),
    ...saySkipped(summary),
    ...sayPartial(summary, glyphs),
    ...sayRestored(summary),
    ...sayUnread(summary),
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
        `${safeText(name)}, ${FIELD_NAMES[field] ?? field}: ${say(mine)}, not ${say(theirs)}`,
    ),
    ...spell(
      'Another contact has the same name (side by side: netkeep duplicates):',
      summary.sameName,
      safeText,
    ),
    ...spell(
      'Left out:',
      summary.bad,
      ({ source, reason }) => `${safeText(source.file)} line ${source.line}: ${safeText(reason)}`,
    ),
    ...sayTriage(summary),
  ].join('\n')}\n`
}

const FIELD_NAMES: Readonly<Record<string, string>> = {
  name: 'name',
  organization: 'organization',
  title: 'title',
  location: 'location',
  birthday: 'birthday',
  note: 'note',
  metOn: 'day met',
  metAt: 'place where you met',
}

function say(value: string | null): string {
  return value === null ? 'nothing' : safeText(value)
}

function sayPreview(contacts: readonly Previewed[]): readonly string[] {
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

function sayTouchpoints({ touchpoints }: ImportSummary): readonly string[] {
  const { created, updated, unchanged, attempts, light } = touchpoints
  if (created + updated + unchanged === 0) return []
  const kinds = [
    `${created - attempts - light} that count`,
    ...(attempts > 0 ? [plural(attempts, 'attempt')] : []),
    ...(light > 0 ? [`${light} light`] : []),
  ]
  const about = created > 0 ? ` (${kinds.join(', ')})` : ''
  return [`Touchpoints: ${created} new${about}, ${updated} updated, ${unchanged} unchanged.`]
}

/** Who would get what, on a dry run. */
function sayTouched({ touched }: ImportSummary): readonly string[] {
  return spell(
    'With:',
    touched,
    ({ name, touchpoints }) => `${safeText(name)}: ${plural(touchpoints, 'touchpoint')}`,
  )
}

function sayStrangers({ strangers }: ImportSummary): readonly string[] {
  if (strangers.length === 0) return []
  const known = strangers.filter(({ exchanges }) => exchanges >= FEW_EXCHANGES)
  const most = known.slice(0, MOST_OFFERED)
  const enough = known.some(({ exchanges }) => exchanges >= MANY_EXCHANGES) ? MANY_EXCHANGES : FEW_EXCHANGES
  const are = strangers.length === 1 ? 'is' : 'are'
  return [
    `${plural(strangers.length, 'correspondent')} ${are} no contact of yours and not added.`,
    ...most.map(
      ({ correspondent, exchanges, lastOn }) =>
        `  ${safeText(nameAndAddress(correspondent))}: ${plural(exchanges, 'exchange')}, the last on ${lastOn}`,
    ),
    ...(most.length === 0
      ? []
      : [`Add those with ${enough} exchanges or more: import again with --new-from ${enough}.`]),
  ]
}

/** How many of those who are no contacts are named. */
const MOST_OFFERED = 5
/** Fewer than this are no reason to make somebody a contact. */
const FEW_EXCHANGES = 2
const MANY_EXCHANGES = 5

function nameAndAddress(correspondent: Correspondent): string {
  const address = addressOf(correspondent)
  if (address === null) return correspondent.name
  return correspondent.name === '' ? address : `${correspondent.name} <${address}>`
}

function saySkipped({ skipped }: ImportSummary): readonly string[] {
  const reasons = countByReason(skipped).map(({ reason, count, lines }) => {
    const where = count <= 5 ? `line ${lines.join(', ')}` : `${count} rows`
    return `${safeText(reason)} (${where})`
  })
  return reasons.length === 0 ? [] : [`Skipped: ${reasons.join('; ')}.`]
}

function sayPartial({ partial, photos }: ImportSummary, glyphs: Glyphs): readonly string[] {
  const places = spell(
    'Without a part of it:',
    partial,
    ({ source, reason }) => `${safeText(source.file)} line ${source.line}: ${safeText(reason)}`,
  )
  return photos === 0 ? places : [...places, `${plural(photos, 'photo')} ${glyphs.dash} netkeep keeps none.`]
}

/** Those that another command reads come first. */
function sayUnread({ unread }: ImportSummary): readonly string[] {
  const told = unread.filter(({ reason }) => reason !== undefined)
  const unknown = unread.filter(({ reason }) => reason === undefined)
  return [
    ...spell('Not read:', told, ({ name, reason = '' }) => `${safeText(name)}: ${safeText(reason)}`),
    ...spell('Not read, as netkeep knows no such files:', unknown, ({ name }) => safeText(name)),
  ]
}

/** What else came of netkeep's own JSON. */
function sayRestored({ restored }: ImportSummary): readonly string[] {
  const parts = restored.flatMap((created) =>
    Object.entries(created)
      .filter(([, count]) => count > 0)
      .map(([name, count]) => `${count} ${RESTORED_NAMES[name] ?? name}`),
  )
  return parts.length === 0 ? [] : [`Also: ${parts.join(', ')}.`]
}

const RESTORED_NAMES: Readonly<Record<string, string>> = {
  mergedContacts: 'merged contacts',
  notSame: 'pairs that are not the same',
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
