/** A vCard file beside what is asserted of it: the properties as they are read, before they become a contact. */
import { sourceOf } from '../../src/formats/source.ts'
import { cardsIn, type ParsedCard } from '../../src/formats/vcard/cards.ts'
import { contactOfCard } from '../../src/formats/vcard/contact-of-card.ts'
import type { Property } from '../../src/formats/vcard/properties.ts'
import { readVcards } from '../../src/formats/vcard/read-vcards.ts'
import { splitEscaped, unescapeText } from '../../src/formats/vcard/value-text.ts'
import { readVcardDate } from '../../src/formats/vcard/vcard-date.ts'
import { type Check, type Checked, compare, OPTIONS } from './check.ts'

export const checkVcard: Check = async (entry, file, bytes) => {
  const source = sourceOf(file, bytes)
  const cards = [...cardsIn(source, OPTIONS)]
  const { contacts, skipped, bad } = readVcards(source, OPTIONS)
  const counts =
    typeof entry.records === 'number' ? [cards.length, contacts.length + skipped.length + bad.length] : []
  return [
    ...counts.map((count) => compare('records', count, entry.records)),
    ...(entry.expected ?? []).flatMap((fields, at) => checkCard(cards[at], fields, at)),
  ]
}

function checkCard(
  card: ParsedCard | undefined,
  fields: Readonly<Record<string, unknown>>,
  at: number,
): readonly Checked[] {
  return Object.entries(fields).map(([key, expected]) => {
    const what = `card ${at + 1} ${key}`
    const read = READERS.get(key)
    if (card === undefined) return { what, isRight: false, found: 'is missing with its card' }
    if (read === undefined)
      return { what, isRight: false, found: 'is not checked: nothing here knows this key' }
    return compare(what, read(card, expected), expected)
  })
}

type Read = (card: ParsedCard, expected: unknown) => unknown

const all =
  (name: string, read: (property: Property) => unknown): Read =>
  (card) =>
    named(card, name).map(read)

const READERS: ReadonlyMap<string, Read> = new Map<string, Read>([
  ['version', (card) => card.version],
  ['fn', (card) => named(card, 'FN').map(textOf)[0] ?? contactOfCard(card, '', OPTIONS.today).contact?.name],
  ['n', readN],
  ['emails', all('EMAIL', textOf)],
  ['tels', all('TEL', textOf)],
  ['telsDigits', all('TEL', (property) => textOf(property).replace(/\D/g, ''))],
  ['orgs', all('ORG', (property) => partsOf(property).filter((part) => part !== ''))],
  ['companies', all('ORG', (property) => partsOf(property)[0])],
  ['titles', all('TITLE', textOf)],
  ['roles', all('ROLE', textOf)],
  ['bday', readBirthday],
  ['nicknames', (card) => named(card, 'NICKNAME').flatMap((property) => listOf(property))],
  ['categories', (card) => named(card, 'CATEGORIES').flatMap((property) => listOf(property))],
  ['urls', all('URL', textOf)],
  ['impps', all('IMPP', textOf)],
  ['notes', all('NOTE', textOf)],
  ['uid', (card) => named(card, 'UID').map(textOf)[0]],
  ['label', (card) => named(card, 'LABEL').map(textOf)[0]],
  ['adrs', all('ADR', readAddress)],
  ['abLabels', all('X-ABLABEL', (property) => [property.group, textOf(property)])],
  ['photoBytes', (card) => named(card, 'PHOTO').flatMap(({ bytes }) => bytes ?? [])],
])

function named(card: ParsedCard, name: string): readonly Property[] {
  return card.properties.filter((property) => property.name === name)
}

function textOf({ value, isQuotedPrintable }: Property): string {
  return unescapeText(value, isQuotedPrintable)
}

function partsOf({ value, isQuotedPrintable }: Property): readonly string[] {
  return splitEscaped(value, ';').map((part) => unescapeText(part, isQuotedPrintable))
}

function listOf({ value, isQuotedPrintable }: Property): readonly string[] {
  return splitEscaped(value, ',').map((part) => unescapeText(part, isQuotedPrintable))
}

/** Only the parts that are asserted; a list where one is. */
function readN(card: ParsedCard, expected: unknown): unknown {
  const [property] = named(card, 'N')
  if (property === undefined || typeof expected !== 'object' || expected === null) return undefined
  const parts = splitEscaped(property.value, ';')
  const read = Object.entries(expected).map(([key, value]) => {
    const part = parts[['family', 'given', 'additional', 'prefixes', 'suffixes'].indexOf(key)] ?? ''
    const list = (property.isOld ? [part] : splitEscaped(part, ',')).map((text) =>
      unescapeText(text, property.isQuotedPrintable),
    )
    return [key, Array.isArray(value) ? list : list.join(',')]
  })
  return Object.fromEntries(read)
}

const ADDRESS = ['poBox', 'extendedAddress', 'streetAddress', 'locality', 'region', 'postalCode', 'country']

function readAddress(property: Property): unknown {
  const parts = partsOf(property).map((part, at): [string, string] => [ADDRESS[at] ?? `part ${at + 1}`, part])
  return Object.fromEntries(parts.filter(([, part]) => part !== ''))
}

function readBirthday(card: ParsedCard): unknown {
  const [property] = named(card, 'BDAY')
  if (property === undefined) return undefined
  const omitted = property.parameters.get('X-APPLE-OMIT-YEAR')?.[0]
  const date = readVcardDate(textOf(property), omitted, false)
  return date.kind === 'date' ? date.date : textOf(property)
}
