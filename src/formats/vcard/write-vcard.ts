/** Contacts as vCards of version 3.0 or 4.0, with what netkeep alone knows of them in X-NETKEEP properties. */
import type { ExportedContact } from '../../domain/exported-contact.ts'
import type { ImportedDate, ImportedPoint } from '../../domain/import-file.ts'
import type { TraitKind } from '../../domain/trait.ts'
import { addressOf, locationOf } from './address.ts'
import { type ContentLine, formatContentLine } from './content-line.ts'
import { foldLine } from './fold.ts'
import { groupMaker, numberGroups } from './groups.ts'
import { findKeepable } from './keepable.ts'
import { lineInVersion } from './kept.ts'
import { BESIDE_NAME, isNameOf, nameWords, partsOfName } from './name.ts'
import { typesOfLabel } from './points.ts'
import { escapeText, splitEscaped, unescapeText } from './value-text.ts'
import { formatVcardDate } from './vcard-date.ts'

export type VcardVersion = '3.0' | '4.0'

/** The whole card, folded, with CRLF at the end of every line. */
export function formatVcard(contact: ExportedContact, version: VcardVersion): string {
  const kept = keptOf(contact)
  const lines = [...linesOfFields(contact, version, kept), ...linesToGiveBack(contact, version, kept)]
  return formatCard(version, lines.map(foldLine))
}

/** @param lines folded, each with its CRLF */
export function formatCard(version: VcardVersion, lines: readonly string[]): string {
  return `BEGIN:VCARD\r\nVERSION:${version}\r\n${lines.join('')}END:VCARD\r\n`
}

/** What was kept of other programs' properties, those netkeep would write itself apart. */
export interface Kept {
  readonly all: readonly ContentLine[]
  readonly uid: ContentLine | undefined
  readonly n: ContentLine | undefined
  readonly organizations: readonly ContentLine[]
  readonly titles: readonly ContentLine[]
  readonly addresses: readonly ContentLine[]
  /** A group that nothing of the card is in. */
  readonly nextGroup: () => string
}

/** @param others properties that will stand in the same card, in groups of their own */
export function keptOf(
  { name, organization, title, properties }: ExportedContact,
  others: readonly Pick<ContentLine, 'group'>[] = [],
): Kept {
  const lines = properties.flatMap((line) => findKeepable(line) ?? [])
  const nextGroup = groupMaker([...lines, ...others])
  const all = numberGroups(lines, nextGroup)
  const named = (wanted: string): readonly ContentLine[] => all.filter((line) => line.name === wanted)
  const [organizations, titles] = [named('ORG'), named('TITLE')]
  const first = (lines: readonly ContentLine[], separator: ';' | undefined): string | undefined => {
    const value = lines[0]?.value
    if (value === undefined) return undefined
    return unescapeText((separator === undefined ? value : splitEscaped(value, separator)[0]) ?? '').trim()
  }
  return {
    all,
    uid: named('UID')[0],
    n: keptNameOf(named('N'), name),
    // A department goes with its job: once the job is another, what was kept of the old one is wrong.
    organizations: first(organizations, ';') === organization ? organizations : [],
    titles: first(titles, undefined) === title ? titles : [],
    addresses: named('ADR'),
    nextGroup,
  }
}

/** The first that is of this name; one that never was, where the name is still the one it stood beside. */
function keptNameOf(lines: readonly ContentLine[], name: string): ContentLine | undefined {
  const found = lines.find(
    ({ value, parameters }) => isNameOf(value, name) || parameters.get(BESIDE_NAME)?.[0] === nameWords(name),
  )
  if (found === undefined) return undefined
  const parameters = [...found.parameters].filter(([key]) => key !== BESIDE_NAME)
  return { ...found, parameters: new Map(parameters) }
}

/** Unfolded lines of everything that netkeep has a field for. */
export function linesOfFields(
  contact: ExportedContact,
  version: VcardVersion,
  kept: Kept,
): readonly string[] {
  const { nextGroup } = kept
  const given = (lines: readonly ContentLine[]): readonly string[] => inVersion(lines, version)
  const text = (name: string, value: string | null): readonly string[] =>
    value === null || value === '' ? [] : [line(name, escapeText(value))]
  return [
    ...(kept.uid === undefined
      ? [line('UID', `${version === '4.0' ? 'urn:uuid:' : ''}${contact.uid}`)]
      : given([kept.uid])),
    line('X-NETKEEP-UID', contact.uid),
    line('FN', escapeText(contact.name)),
    ...(kept.n === undefined ? [line('N', partsOfName(contact.name))] : given([kept.n])),
    ...(contact.aliases.length === 0 ? [] : [line('NICKNAME', contact.aliases.map(escapeText).join(','))]),
    ...(kept.organizations.length > 0 ? given(kept.organizations) : text('ORG', contact.organization)),
    ...(kept.titles.length > 0 ? given(kept.titles) : text('TITLE', contact.title)),
    ...birthdayLines(contact, version),
    ...text('NOTE', contact.note),
    ...contact.points.flatMap((point) => pointLines(point, version, nextGroup)),
    ...locationLines(contact, kept),
    ...(contact.tags.length === 0 ? [] : [line('CATEGORIES', contact.tags.map(escapeText).join(','))]),
    ...contact.dates.flatMap((date) => dateLines(date, version, nextGroup)),
    ...contact.traits.map(({ kind, value }) => line(traitName(kind, version), escapeText(value))),
    ...ownLines(contact),
  ]
}

/** What a card has one of. Two cards that became one contact were kept with one each. */
const ONCE: ReadonlySet<string> = new Set(['BDAY', 'GENDER', 'TZ', 'GEO', 'SORT-STRING', 'CLASS', 'MAILER'])

/** Unfolded lines of what was kept and has not been written with the fields. */
export function linesToGiveBack(
  contact: ExportedContact,
  version: VcardVersion,
  kept: Kept,
): readonly string[] {
  const others = kept.all.filter(
    ({ name }, at) =>
      !['UID', 'N', 'ORG', 'TITLE'].includes(name) &&
      !(name === 'BDAY' && contact.birthday !== null) &&
      !(ONCE.has(name) && kept.all.findIndex((other) => other.name === name) < at),
  )
  return inVersion(others, version)
}

function inVersion(lines: readonly ContentLine[], version: VcardVersion): readonly string[] {
  return lines.flatMap((line) => lineInVersion(formatContentLine(line), version) ?? [])
}

function line(
  name: string,
  value: string,
  parameters: readonly (readonly [string, readonly string[]])[] = [],
  group: string | null = null,
): string {
  return formatContentLine({ group, name, parameters: new Map(parameters), value })
}

function birthdayLines({ birthday }: ExportedContact, version: VcardVersion): readonly string[] {
  return birthday === null ? [] : [dateLine('BDAY', birthday, version)]
}

function dateLine(
  name: string,
  date: string,
  version: VcardVersion,
  once = false,
  group: string | null = null,
): string {
  const { value, omitted } = formatVcardDate(date, version)
  return line(
    name,
    value,
    [
      ...(omitted ? [['X-APPLE-OMIT-YEAR', ['1604']] as const] : []),
      ...(once ? [['X-NETKEEP-ONCE', ['1']] as const] : []),
    ],
    group,
  )
}

/** A label that every program has a TYPE for is written so, any other in Address Book's way, which most programs know. */
function pointLines(
  { kind, value, label = null, isPreferred = false }: ImportedPoint,
  version: VcardVersion,
  nextGroup: () => string,
): readonly string[] {
  const name = { email: 'EMAIL', phone: 'TEL', url: 'URL' }[kind]
  const written = escapeText(value)
  const typed = (types: readonly string[]): Parameters<typeof line>[2] => {
    const all = isPreferred && version === '3.0' ? [...types, 'pref'] : types
    return [
      ...(all.length === 0 ? [] : [['TYPE', all] as const]),
      ...(isPreferred && version === '4.0' ? [['PREF', ['1']] as const] : []),
    ]
  }
  const types = label === null || label === '' ? [] : typesOfLabel(label)
  if (types !== undefined) return [line(name, written, typed(types))]
  const group = nextGroup()
  return [line(name, written, typed([]), group), line('X-ABLABEL', escapeText(label ?? ''), [], group)]
}

/** ANNIVERSARY where there is one for it; else Address Book's dates with a label. */
function dateLines(
  { label, date, isYearly }: ImportedDate,
  version: VcardVersion,
  nextGroup: () => string,
): readonly string[] {
  if (version === '4.0' && label === 'anniversary' && isYearly)
    return [dateLine('ANNIVERSARY', date, version)]
  const group = nextGroup()
  const written = label === 'anniversary' ? '_$!<Anniversary>!$_' : escapeText(label)
  return [dateLine('X-ABDATE', date, version, !isYearly, group), line('X-ABLABEL', written, [], group)]
}

/**
 * An address that was kept says it already, with street and all. Without one, a town alone makes an address that other programs show;
 * one that says something else stays, and netkeep's own property says what counts here.
 */
function locationLines({ location }: ExportedContact, { addresses }: Kept): readonly string[] {
  if (addresses.length === 0) {
    return location === null ? [] : [line('ADR', addressOf(location), [['X-NETKEEP-LOCATION', ['1']]])]
  }
  const preferred = addresses.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
  const told = preferred.map(({ value }) => locationOf(value)).find((text) => text !== '') ?? null
  return told === location ? [] : [line('X-NETKEEP-LOCATION', escapeText(location ?? ''))]
}

function isPreferred({ parameters }: ContentLine): boolean {
  return parameters.get('TYPE')?.at(-1) === 'pref'
}

/** Version 4.0 has a property for interests (RFC 6715). */
function traitName(kind: TraitKind, version: VcardVersion): string {
  return kind === 'interest' && version === '4.0' ? 'INTEREST' : `X-NETKEEP-${kind.toUpperCase()}`
}

function ownLines(contact: ExportedContact): readonly string[] {
  const { circle, ownInterval, snoozedUntil, pausedOn, metOn, metAt, introducedBy } = contact
  const given = (name: string, value: string | null): readonly string[] =>
    value === null || value === '' ? [] : [line(name, escapeText(value))]
  return [
    ...(circle === null
      ? []
      : [
          line(
            'X-NETKEEP-CIRCLE',
            escapeText(circle.name),
            circle.interval === null ? [] : [['INTERVAL', [circle.interval]]],
          ),
        ]),
    ...given('X-NETKEEP-EVERY', ownInterval),
    ...given('X-NETKEEP-SNOOZED-UNTIL', snoozedUntil),
    ...given('X-NETKEEP-PAUSED', pausedOn),
    ...given('X-NETKEEP-MET-ON', metOn),
    ...given('X-NETKEEP-MET-AT', metAt),
    ...(introducedBy === null
      ? []
      : [line('X-NETKEEP-INTRODUCED-BY', escapeText(introducedBy.name), [['UID', [introducedBy.uid]]])]),
    ...contact.relations.map(({ kind, name }) =>
      line('X-NETKEEP-RELATION', `${escapeText(kind)};${escapeText(name)}`),
    ),
    ...contact.formerJobs.map(({ organization, title, notedOn, untilOn }) =>
      line('X-NETKEEP-FORMER-JOB', `${escapeText(organization ?? '')};${escapeText(title ?? '')}`, [
        ...(notedOn === null ? [] : [['NOTED-ON', [notedOn]] as const]),
        ...(untilOn === null ? [] : [['UNTIL-ON', [untilOn]] as const]),
      ]),
    ),
  ]
}
