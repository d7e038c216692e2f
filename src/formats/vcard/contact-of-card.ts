/** A vCard to a contact: what fills a field, what is kept for other programs, and what is no contact at all. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { checkName, checkShortText } from '../../domain/contact.ts'
import {
  type ImportedContact,
  type ImportedPoint,
  importedContact,
  onePreferred,
  type RowReport,
} from '../../domain/import-file.ts'
import { quoteCell } from '../csv.ts'
import { locationOf } from './address.ts'
import type { ParsedCard } from './cards.ts'
import { typesOf } from './content-line.ts'
import {
  cadenceOf,
  checked,
  type Draft,
  leaveOut,
  newDraft,
  type PreferredPoint,
  partsOf,
  textOf,
} from './draft.ts'
import { FIELDS } from './fields.ts'
import { keptLine } from './kept.ts'
import { BESIDE_NAME, isNameOf, isPlainName, nameOfParts, nameWords } from './name.ts'
import { labelText } from './points.ts'
import type { Property } from './properties.ts'

export interface CardReading {
  /** Undefined where the card is no contact, and `reason` says why. */
  readonly contact: ImportedContact | undefined
  readonly reason: string
  readonly partial: readonly RowReport[]
}

/** Characters of a property that is kept. */
export const MOST_KEPT = 10_000
/** Kinds of cards that are nobody in particular (RFC 6350, 6.1.4; RFC 6473 and 6869). */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['group', 'is a group, not a contact'],
  ['org', 'is an organization, not a contact'],
  ['location', 'is a place, not a contact'],
  ['application', 'is a program, not a contact'],
  ['device', 'is a device, not a contact'],
])

export function contactOfCard(card: ParsedCard, file: string, today: CalendarDate): CardReading {
  const notOne = whyNoContact(card.properties)
  if (notOne !== undefined) return { contact: undefined, reason: notOne, partial: [] }
  const draft = newDraft(file, today, labelsIn(card.properties), hasName(card.properties, 'X-NETKEEP-UID'))
  readProperties(draft, card)
  const organization = organizationOf(draft)
  const name = chooseName(draft) ?? organization ?? ''
  if (name === '' && !draft.points.some(({ kind }) => kind !== 'phone')) {
    return { contact: undefined, reason: 'no name, e-mail or URL', partial: draft.partial }
  }
  const contact = contactOf(draft, card.line, { name, organization })
  return { contact, reason: '', partial: draft.partial }
}

/** Why a card with these properties is nobody in particular. */
export function whyNoContact(properties: readonly Property[]): string | undefined {
  for (const property of properties) {
    const value = property.value.trim().toLowerCase()
    const isKind = property.name === 'KIND' || property.name === 'X-ADDRESSBOOKSERVER-KIND'
    const reason = isKind ? KINDS.get(value) : undefined
    if (reason !== undefined) return reason
    if (property.name === 'X-ABSHOWAS' && value === 'company') return 'is a company, not a contact'
  }
  return undefined
}

function hasName(properties: readonly Property[], name: string): boolean {
  return properties.some((property) => property.name === name)
}

function labelsIn(properties: readonly Property[]): Draft['labels'] {
  const labels = new Map<string, { text: string; property: Property }>()
  for (const property of properties) {
    const text = property.name === 'X-ABLABEL' ? labelText(textOf(property)) : ''
    if (property.group !== null && text !== '') labels.set(property.group.toLowerCase(), { text, property })
  }
  return labels
}

function readProperties(draft: Draft, card: ParsedCard): void {
  let junk: Property | undefined
  for (const property of card.properties) {
    if (property.name === '') junk ??= property
    else if (property.bytes === null && !(FIELDS.get(property.name)?.(draft, property) ?? false)) {
      draft.kept.push(property)
    }
  }
  if (junk !== undefined) leaveOut(draft, junk, `${quoteCell(junk.value)} is no property, so it is left out`)
  if (card.isCut) {
    const source = { file: draft.file, line: card.line }
    draft.partial.push({ source, reason: 'is longer than any card netkeep reads, so the rest is left out' })
  }
}

/** FN, else N, else NICKNAME, which is no alias then. */
function chooseName(draft: Draft): string | undefined {
  const [first] = draft.names
  if (first !== undefined) return first
  for (const n of draft.n) {
    const text = nameOfParts(n.value, n.isQuotedPrintable)
    const name = text === '' ? undefined : checked(draft, n, () => checkName(text))
    if (name !== undefined) return name
  }
  return draft.aliases.shift()
}

function contactOf(
  draft: Draft,
  line: number,
  { name, organization }: Pick<ImportedContact, 'name' | 'organization'>,
): ImportedContact {
  const title = titleOf(draft)
  const location = locationIn(draft)
  const foreign = foreignId(draft)
  const uids = foreign === undefined ? [] : [foreign.property]
  const kept = [...uids, ...keptNames(draft, name), ...keptJobs(draft, title), ...draft.kept]
  return importedContact({
    source: { file: draft.file, line },
    uid: draft.uid,
    sourceId: foreign?.sourceId ?? null,
    name,
    organization,
    title,
    location,
    birthday: draft.birthday,
    note: noteOf(draft, line),
    metOn: draft.metOn,
    metAt: draft.metAt,
    points: preferredFirst(draft.points),
    aliases: [...new Set(draft.aliases)],
    tags: [...new Set(draft.tags)],
    traits: draft.traits,
    dates: draft.dates,
    ...(draft.formerJobs.length === 0 ? {} : { formerJobs: draft.formerJobs }),
    properties: keptLines(draft, kept),
    cadence: cadenceOf(draft),
  })
}

/** A card that carries no UID but the one netkeep gave it says nothing more by it. */
function foreignId({
  uid,
  uids,
}: Draft): { readonly property: Property; readonly sourceId: string } | undefined {
  const [first] = uids
  return first === undefined || first.uid === uid
    ? undefined
    : { property: first.property, sourceId: `vcard:${first.uid}` }
}

function organizationOf(draft: Draft): string | null {
  const [first] = draft.organizations
  const text = first === undefined ? '' : (partsOf(first, ';')[0] ?? '')
  return first === undefined
    ? null
    : checked(draft, first, () => checkShortText(text, 'organization')) || null
}

function titleOf(draft: Draft): string | null {
  const [first] = draft.titles.length > 0 ? draft.titles : draft.roles
  return first === undefined
    ? null
    : checked(draft, first, () => checkShortText(textOf(first), 'title')) || null
}

/** The place netkeep wrote, else the preferred address that names one. */
function locationIn(draft: Draft): string | null {
  if (draft.location !== null) return draft.location || null
  const preferred = draft.addresses.toSorted((a, b) => Number(isPreferred(b)) - Number(isPreferred(a)))
  for (const address of preferred) {
    const text = locationOf(address.value, address.isQuotedPrintable)
    const location = text === '' ? undefined : checked(draft, address, () => checkShortText(text, 'location'))
    if (location !== undefined) return location
  }
  return null
}

function isPreferred(property: Property): boolean {
  return typesOf(property).includes('pref') || property.parameters.get('PREF')?.[0] === '1'
}

function noteOf(draft: Draft, line: number): string | null {
  const note = draft.notes.join('\n\n')
  if (note.length <= 100_000) return note || null
  draft.partial.push({
    source: { file: draft.file, line },
    reason: 'has notes of more than 100,000 characters, so all but the first are left out',
  })
  return draft.notes[0] ?? null
}

/** What a program calls the first address is the first of its kind. */
function preferredFirst(points: readonly PreferredPoint[]): readonly ImportedPoint[] {
  const kinds = [...new Set(points.map(({ kind }) => kind))]
  const isSorted = !points.some((point) => point.isPreferred)
  const sorted = isSorted
    ? points
    : kinds.flatMap((kind) =>
        points
          .filter((point) => point.kind === kind)
          .toSorted((a, b) => Number(b.isPreferred) - Number(a.isPreferred)),
      )
  return onePreferred(sorted).map(({ kind, value, label, isPreferred }) => ({
    kind,
    value,
    label: label ?? null,
    ...(isPreferred ? { isPreferred } : {}),
  }))
}

/** N says how a name is sorted and who is a Dr.: kept unless the name itself tells all of it. */
function keptNames({ n }: Draft, name: string): readonly Property[] {
  return n
    .filter(
      ({ value, parameters }) =>
        value.replace(/[;\s]/g, '') !== '' && (parameters.size > 0 || !isPlainName(value, name)),
    )
    .map((property) => {
      if (isNameOf(property.value, name)) return property
      return { ...property, parameters: new Map([...property.parameters, [BESIDE_NAME, [nameWords(name)]]]) }
    })
}

/** Departments, second employers, second titles, and the role beside a title. */
function keptJobs({ organizations, titles, roles }: Draft, title: string | null): readonly Property[] {
  const isMore =
    isSeveral(organizations) ||
    organizations.some((org) =>
      partsOf(org, ';')
        .slice(1)
        .some((part) => part !== ''),
    )
  return [
    ...(isMore ? organizations : []),
    ...(isSeveral(titles) ? titles : []),
    ...roles.filter((role, at) => titles.length > 0 || at > 0 || textOf(role) !== title),
  ]
}

function isSeveral(properties: readonly Property[]): boolean {
  return new Set(properties.map(textOf)).size > 1
}

/** With Address Book's labels of those that have one, which say what they are. */
function keptLines(draft: Draft, kept: readonly Property[]): readonly string[] {
  const lines = new Set<string>()
  for (const property of kept) {
    const line = keptLine(property)
    if (line.length > MOST_KEPT) {
      leaveOut(draft, property, `${property.name} is longer than 10,000 characters, so it is left out`)
    } else if (line.includes('\0')) {
      leaveOut(draft, property, `${property.name} contains a NUL character, so it is left out`)
    } else {
      lines.add(line)
      const label = property.group === null ? undefined : draft.labels.get(property.group.toLowerCase())
      if (label !== undefined) lines.add(keptLine(label.property))
    }
  }
  return [...lines]
}
