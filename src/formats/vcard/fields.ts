/** Which property fills which field of a contact. */
import {
  checkBirthday,
  checkLabel,
  checkName,
  checkNote,
  checkShortText,
  NOTE_LIMIT,
} from '../../domain/contact.ts'
import { checkTrait, type TraitKind } from '../../domain/trait.ts'
import { quoteCell } from '../csv.ts'
import { checked, type Draft, leaveOut, partsOf, textOf } from './draft.ts'
import { OWN_FIELDS } from './own-fields.ts'
import { labelOf, readEmail, readPhone, readUrl, readWebAddress } from './points.ts'
import type { Property } from './properties.ts'
import { readVcardDate } from './vcard-date.ts'

/** Puts the property to the draft; false where it has no place there and is kept as it is. */
type ReadField = (draft: Draft, property: Property) => boolean

/** For fields that take whatever stands there. */
function taking(read: (draft: Draft, property: Property) => void): ReadField {
  return (draft, property) => {
    read(draft, property)
    return true
  }
}

const drop: ReadField = () => true
const anniversary = taking((draft, property) => readDate(draft, property, 'anniversary'))
const interest = taking((draft, property) => readTraits(draft, property, 'interest'))

export const FIELDS: ReadonlyMap<string, ReadField> = new Map<string, ReadField>([
  ['FN', taking(readName)],
  ['N', taking((draft, property) => draft.n.push(property))],
  ['NICKNAME', taking(readAliases)],
  ['ORG', taking((draft, property) => draft.organizations.push(property))],
  ['TITLE', taking((draft, property) => draft.titles.push(property))],
  ['ROLE', taking((draft, property) => draft.roles.push(property))],
  ['ADR', readAddress],
  ['BDAY', readBirthday],
  ['NOTE', taking(readNote)],
  ['EMAIL', taking(readEmail)],
  ['TEL', taking(readPhone)],
  ['URL', taking(readUrl)],
  ['X-SOCIALPROFILE', readWebAddress],
  ['IMPP', readWebAddress],
  ['SOCIALPROFILE', readWebAddress],
  ['CATEGORIES', taking(readTags)],
  ['ANNIVERSARY', anniversary],
  ['X-ANNIVERSARY', anniversary],
  ['X-MS-ANNIVERSARY', anniversary],
  ['X-EVOLUTION-ANNIVERSARY', anniversary],
  ['X-KADDRESSBOOK-X-ANNIVERSARY', anniversary],
  ['X-ABDATE', taking((draft, property) => readDate(draft, property, labelOf(draft, property) ?? 'other'))],
  ['X-ANDROID-CUSTOM', readAndroid],
  ['INTEREST', interest],
  ['HOBBY', interest],
  ['UID', taking(readUid)],
  ['X-ABLABEL', drop],
  ['PRODID', drop],
  ['REV', drop],
  ['KIND', drop],
  ['PHOTO', drop],
  ['LOGO', drop],
  ['SOUND', drop],
  ['KEY', drop],
  ...OWN_FIELDS,
])

function readName(draft: Draft, property: Property): void {
  const text = textOf(property)
  if (text === '') return
  const name = checked(draft, property, () => checkName(text))
  if (name === undefined) return
  // The name in another script, or in another language: ALTID.
  if (draft.names.length > 0 && draft.names[0] !== name) draft.aliases.push(name)
  draft.names.push(name)
}

function readAliases(draft: Draft, property: Property): void {
  readLabels(draft, property, draft.aliases, 'alias')
}

/** Google's contacts all stand in one or two groups that say nothing. */
function readTags(draft: Draft, property: Property): void {
  const tags: string[] = []
  readLabels(draft, property, tags, 'tag')
  for (const tag of tags) {
    if (draft.isOwn || !/^(?:\* )?(?:myContacts|starred)$/i.test(tag)) draft.tags.push(tag)
  }
}

function readLabels(draft: Draft, property: Property, into: string[], field: string): void {
  for (const part of partsOf(property, ',')) {
    const label = part === '' ? undefined : checked(draft, property, () => checkLabel(part, field))
    if (label !== undefined) into.push(label)
  }
}

/** Only one that says where somebody is fills the location; in any case it is kept, with street and all. */
function readAddress(draft: Draft, property: Property): boolean {
  draft.addresses.push(property)
  return property.parameters.has('X-NETKEEP-LOCATION') || partsOf(property, ';').every((part) => part === '')
}

function readNote(draft: Draft, property: Property): void {
  const text = textOf(property).replace(/\r\n?/g, '\n')
  // How long it really is, is not known: of a line of megabytes only the beginning was read.
  if (text.length > NOTE_LIMIT) {
    const limit = NOTE_LIMIT.toLocaleString('en')
    leaveOut(draft, property, `the note is longer than ${limit} characters, so it is left out`)
    return
  }
  const note = checked(draft, property, () => checkNote(text))
  if (note !== undefined && note !== '') draft.notes.push(note)
}

function readBirthday(draft: Draft, property: Property): boolean {
  const written = textOf(property)
  if (written === '') return true
  const date = readVcardDate(written, omittedYear(property), isText(property))
  if (date.kind === 'part') return false
  if (date.kind === 'bad') {
    leaveOut(draft, property, `the birthday ${quoteCell(written)} is no date, so it is left out`)
    return true
  }
  draft.birthday ??= checked(draft, property, () => checkBirthday(date.date, draft.today)) ?? null
  return true
}

function readDate(draft: Draft, property: Property, label: string): void {
  const written = textOf(property)
  if (written === '') return
  const date = readVcardDate(written, omittedYear(property), false)
  if (date.kind !== 'date') {
    leaveOut(draft, property, `the date ${quoteCell(written)} is no day, so it is left out`)
    return
  }
  const isYearly = !property.parameters.has('X-NETKEEP-ONCE') || date.date.startsWith('--')
  const isThere = draft.dates.some(
    (other) => other.label === label && other.date === date.date && other.isYearly === isYearly,
  )
  if (!isThere) draft.dates.push({ label, date: date.date, isYearly })
}

function omittedYear({ parameters }: Property): string | undefined {
  return parameters.get('X-APPLE-OMIT-YEAR')?.[0]
}

function isText({ parameters }: Property): boolean {
  return parameters.get('VALUE')?.[0]?.toUpperCase() === 'TEXT'
}

/** Android: `vnd.android.cursor.item/nickname;Ace;…` and `…/contact_event;2012-03-04;1;…`, 1 for an anniversary and 3 for the birthday. */
function readAndroid(draft: Draft, property: Property): boolean {
  const [type = '', value = '', kind = '', label = ''] = partsOf(property, ';')
  if (value === '') return false
  const part: Property = { ...property, value }
  switch (type.slice(type.lastIndexOf('/') + 1)) {
    case 'nickname':
      readAliases(draft, part)
      return true
    case 'contact_event':
      if (kind === '3') return readBirthday(draft, part)
      readDate(draft, part, kind === '1' ? 'anniversary' : label || 'other')
      return true
    default:
      return false
  }
}

function readTraits(draft: Draft, property: Property, kind: TraitKind): void {
  for (const part of partsOf(property, ',').flatMap((text) => text.split(','))) {
    const value = part.trim() === '' ? undefined : checked(draft, property, () => checkTrait(kind, part))
    if (value !== undefined) draft.traits.push({ kind, value })
  }
}

/** `urn:uuid:` is how 4.0 writes what in 3.0 stands alone. */
function readUid(draft: Draft, property: Property): void {
  const id = textOf(property).replace(/^urn:uuid:/i, '')
  const uid = id === '' ? undefined : checked(draft, property, () => checkShortText(id, 'UID'))
  if (uid !== undefined) draft.uids.push({ uid, property })
}
