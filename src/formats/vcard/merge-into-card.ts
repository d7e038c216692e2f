/** A contact written into the card that another program has of it, of which all that netkeep does not own stays as it stands. */
import { LAST_DATE } from '../../domain/calendar-date.ts'
import type { ExportedContact } from '../../domain/exported-contact.ts'
import { sourceOf } from '../source.ts'
import { cardsIn, type ParsedCard } from './cards.ts'
import { contactOfCard } from './contact-of-card.ts'
import { findContentLine, formatContentLine } from './content-line.ts'
import { FIELDS } from './fields.ts'
import { foldLine } from './fold.ts'
import { keptLine, lineInVersion } from './kept.ts'
import { linesIn } from './lines.ts'
import { isMedia, type Property } from './properties.ts'
import {
  formatCard,
  formatVcard,
  keptOf,
  linesOfFields,
  linesToGiveBack,
  type VcardVersion,
} from './write-vcard.ts'

/** Their fields are written anew from what netkeep knows, beside what the card said of them. */
const IN_FIELDS = ['UID', 'N', 'ORG', 'TITLE']

/**
 * @param existing the file; what stands in it beyond its first card is not of this contact and goes
 * @param version for a card of version 2.1, or without any: others stay in theirs, for their photos are written in it
 */
export function mergeIntoCard(existing: Uint8Array, contact: ExportedContact, version: VcardVersion): string {
  const [card] = cardsIn(sourceOf('', existing), { encoding: undefined })
  const read = card === undefined || !card.isClosed ? undefined : contactOfCard(card, '', LAST_DATE).contact
  if (card === undefined || read === undefined) return formatVcard(contact, version)
  const written = card.version === '3.0' || card.version === '4.0' ? card.version : version
  const names = new Set(card.properties.map(({ name }) => name))
  const added = addedLines(contact.properties, names)
  const merged = { ...contact, properties: [...read.properties, ...added] }
  const left = theirs(card, new Set(read.properties))
  const kept = keptOf(merged, left)
  const lines = [
    ...linesOfFields(merged, written, kept).map(foldLine),
    ...left.map(rawIn(existing, card, written)),
    ...linesToGiveBack(merged, written, { ...kept, all: kept.all.slice(read.properties.length) }).map(
      foldLine,
    ),
  ]
  return formatCard(written, lines)
}

/** Kept properties that the card has none of, with the labels of these. */
function addedLines(properties: readonly string[], names: ReadonlySet<string>): readonly string[] {
  const lines = properties.flatMap((line) => findContentLine(line) ?? [])
  const added = lines.filter(({ name }) => name !== 'X-ABLABEL' && !names.has(name))
  const groups = new Set(added.map(({ group }) => group))
  const labels = lines.filter(
    ({ name, group }) => name === 'X-ABLABEL' && group !== null && groups.has(group),
  )
  return [...added, ...labels].map(formatContentLine)
}

/** What was not read into a field. */
function theirs(card: ParsedCard, kept: ReadonlySet<string>): readonly Property[] {
  return card.properties.filter((property) => {
    const { name } = property
    if (name === '' || IN_FIELDS.includes(name)) return false
    return isMedia(name) || !FIELDS.has(name) || kept.has(keptLine(property))
  })
}

/** The property as it stands in the file, where that is right in the version that is written. */
function rawIn(
  existing: Uint8Array,
  card: ParsedCard,
  version: VcardVersion,
): (property: Property) => string {
  const lines = [...linesIn([existing], existing.length)].map(({ bytes }) => bytes.slice())
  const starts = card.properties.map(({ line }) => line)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  return (property) => {
    const end = starts[starts.indexOf(property.line) + 1] ?? lines.length + 1
    const raw = lines
      .slice(property.line - 1, end - 1)
      .filter((line, at) => at === 0 || line[0] === 32 || line[0] === 9)
    const text = (bytes: readonly Uint8Array[]): string =>
      bytes.map((line) => `${decoder.decode(line)}\r\n`).join('')
    const isOfVersion = card.version === version && !property.isQuotedPrintable
    try {
      if (isOfVersion) return text(raw)
      if (property.bytes !== null)
        return formatMedia(property, text(lines.slice(property.line - 1, end - 1)), version)
    } catch {
      // A character was cut in two by a fold, or is of another encoding: it is written anew.
    }
    return foldLine(lineInVersion(keptLine(property), version) ?? keptLine(property))
  }
}

/** A photo of version 2.1 in a newer one. */
function formatMedia({ name, parameters }: Property, raw: string, version: VcardVersion): string {
  const type = parameters.get('TYPE')?.[0]?.toUpperCase() ?? 'JPEG'
  const data = (/^[^:]*:([\w+/=\s]*)/.exec(raw)?.[1] ?? '').replace(/\s+/g, '')
  const head =
    version === '3.0'
      ? `${name};ENCODING=b;TYPE=${type}:`
      : `${name}:data:image/${type.toLowerCase()};base64,`
  return foldLine(`${head}${data}`)
}
