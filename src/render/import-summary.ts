/** What an import did, or would do. */
import type { ImportedContact, RowReport } from '../domain/import-file.ts'
import type { JoinedWatched } from '../domain/joining.ts'
import type { Stranger } from '../domain/stranger.ts'
import { plural } from './dates.ts'
import { countByReason, MOST_PLACES } from './import-reports.ts'
import { sayStrangers } from './import-strangers.ts'
import { sayLoad } from './load.ts'
import { safeText } from './safe-text.ts'
import type { Glyphs } from './style.ts'
import { truncate } from './text-width.ts'

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
  /** Who joined an employer that is watched. */
  readonly watched: readonly JoinedWatched[]
  /** Names that changed. */
  readonly renamed: readonly Difference[]
  /** What was changed of each contact that was updated: fields, and what was added. */
  readonly changes: readonly { readonly name: string; readonly what: readonly string[] }[]
  readonly kept: readonly Difference[]
  readonly sameName: readonly string[]
  /** What the user said just now, and is kept: own addresses. */
  readonly ownAddresses: string | undefined
  /** What the user said, now or before, of the columns of a CSV: `name=Member`. */
  readonly columns: readonly string[]
  readonly scheduled: number
  /** New contacts who are to be reached first. */
  readonly prospects: number
  readonly paced: number
  readonly perDay: number
  /** The first contacts of the files. */
  readonly preview: readonly Previewed[]
  /** Whom the new touchpoints are with, those with most first. */
  readonly touched: readonly { readonly name: string; readonly touchpoints: number }[]
}

/** How many of each kind of detail are spelt out. */
const MOST_SHOWN = 10

export function renderImport(summary: ImportSummary, glyphs: Glyphs): string {
  const say = (value: string | null): string => shortened(value, glyphs)
  return `${[
    ...(summary.isDryRun ? sayPreview(summary.preview) : []),
    sayContacts(summary),
    ...sayTouchpoints(summary),
    ...(summary.isDryRun ? sayTouched(summary) : []),
    ...sayStrangers(summary.strangers),
    ...saySkipped(summary),
    ...sayPartial(summary, glyphs),
    ...sayRestored(summary),
    ...sayUnread(summary),
    ...sayAnswers(summary),
    ...saySchedule(summary),
    ...spell(
      'At another organization now:',
      summary.news,
      ({ name, mine, theirs }) => `${safeText(name)}: ${say(mine)} ${glyphs.arrow} ${say(theirs)}`,
    ),
    ...spell('At an employer you watch (see: netkeep watch):', summary.watched, sayJoined),
    ...spell('Now called:', summary.renamed, ({ mine, theirs }) => `${say(theirs)}, before ${say(mine)}`),
    ...(summary.isDryRun ? sayChanges(summary) : []),
    ...spell(
      'Kept as it is here (--prefer theirs takes the file):',
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

/** `Ada Lovelace joined Navy, from Univac`; a new contact may have been there for long. */
function sayJoined({ name, company, before }: JoinedWatched): string {
  return before === null
    ? `${safeText(name)} is at ${safeText(company)}`
    : `${safeText(name)} joined ${safeText(company)}, from ${safeText(before)}`
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
  introducedBy: 'introduced by',
  circle: 'circle',
  interval: 'interval',
}

/** Notes are long. */
const MOST_SAID = 60

function shortened(value: string | null, { more }: Glyphs): string {
  return value === null ? 'nothing' : truncate(safeText(value.replace(/\s+/g, ' ')), MOST_SAID, more)
}

/** What would change of whom, on a dry run. */
function sayChanges({ changes }: ImportSummary): readonly string[] {
  const shown = changes.filter(({ what }) => what.length > 0)
  return spell(
    'Updated:',
    shown,
    ({ name, what }) => `${safeText(name)}: ${what.map((field) => FIELD_NAMES[field] ?? field).join(', ')}`,
  )
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

function saySkipped({ skipped }: ImportSummary): readonly string[] {
  const isOneFile = new Set(skipped.map(({ source }) => source.file)).size === 1
  const reasons = countByReason(skipped).map(({ reason, count, places }) => {
    const where =
      count > MOST_PLACES
        ? `${count} times`
        : isOneFile
          ? `line ${places.map(({ line }) => line).join(', ')}`
          : places.map(({ file, line }) => `${safeText(file)} line ${line}`).join(', ')
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

/** What else came of netkeep's own JSON, of all its files together. */
function sayRestored({ restored }: ImportSummary): readonly string[] {
  const parts = Object.entries(RESTORED_NAMES).flatMap(([kind, [one, many]]) => {
    const count = restored.reduce((sum, created) => sum + (created[kind] ?? 0), 0)
    return count === 0 ? [] : [count === 1 ? `1 ${one}` : `${count} ${many}`]
  })
  return parts.length === 0 ? [] : [`Also: ${parts.join(', ')}.`]
}

const RESTORED_NAMES: Readonly<Record<string, readonly [one: string, many: string]>> = {
  settings: ['setting', 'settings'],
  circles: ['circle', 'circles'],
  mergedContacts: ['merged contact', 'merged contacts'],
  promises: ['promise', 'promises'],
  relations: ['relation', 'relations'],
  notSame: ['pair that is not the same', 'pairs that are not the same'],
  goals: ['goal', 'goals'],
  freezes: ['freeze', 'freezes'],
  introductions: ['introduction', 'introductions'],
  events: ['event', 'events'],
  groups: ['group', 'groups'],
  watches: ['watched employer', 'watched employers'],
}

function sayAnswers({ ownAddresses, columns }: ImportSummary): readonly string[] {
  return [
    ...(ownAddresses === undefined ? [] : [`own-addresses is now "${safeText(ownAddresses)}".`]),
    ...columns.map((map) => `Columns as you said: ${safeText(map)}.`),
  ]
}

function saySchedule({ scheduled, paced, perDay }: ImportSummary): readonly string[] {
  return scheduled === 0 || perDay === 0 ? [] : [sayLoad(perDay, paced)]
}

/** What to do next where contacts came in without a cadence. */
function sayTriage({ scheduled, created, prospects }: ImportSummary): readonly string[] {
  if (prospects > 0) return ['New contacts are prospects until they answer. See them: netkeep prospect']
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
