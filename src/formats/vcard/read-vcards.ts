/** vCards, one or many in a file, to contacts. */
import type { ImportedContact, ImportFile, RowReport } from '../../domain/import-file.ts'
import { UserError } from '../../errors.ts'
import { baseNameOf } from '../base-name.ts'
import type { ReadOptions, Source } from '../source.ts'
import { cardsIn, type ParsedCard } from './cards.ts'
import { contactOfCard } from './contact-of-card.ts'
import { nameGroups } from './groups.ts'
import { isKeptLine } from './keepable.ts'

/**
 * Reads versions 2.1, 3.0 and 4.0, a card at a time, so that a file full of photos takes no more memory than its contacts do.
 * @throws UserError (input) for a file without a single card, or in UTF-16 that cannot be read
 */
export function readVcards(source: Source, options: ReadOptions): ImportFile {
  const file = baseNameOf(source.name)
  const contacts: ImportedContact[] = []
  const [skipped, bad, partial]: [RowReport[], RowReport[], RowReport[]] = [[], [], []]
  let [cards, photos] = [0, 0]
  for (const card of cardsIn(source, options)) {
    cards++
    photos += photosIn(card)
    const place = { file, line: card.line }
    if (!card.isClosed) {
      bad.push({ source: place, reason: 'the card that begins here has no END:VCARD' })
      continue
    }
    const reading = contactOfCard(card, file, options.today)
    if (reading.contact === undefined) skipped.push({ source: place, reason: reading.reason })
    else {
      const lines = nameGroups(reading.contact.properties)
      // What netkeep could not give back, in a card or in its own JSON, is not kept.
      const properties = lines.filter(isKeptLine)
      contacts.push({ ...reading.contact, properties })
      partial.push(...reading.partial)
      const lost = lines.length - properties.length
      if (lost > 0)
        partial.push({
          source: place,
          reason:
            lost === 1
              ? 'a line that is no property is left out'
              : `${lost} lines that are no properties are left out`,
        })
    }
  }
  if (cards === 0) {
    throw new UserError(
      'input',
      `"${source.name}" holds no vCard.`,
      'A vCard begins with a line BEGIN:VCARD.',
    )
  }
  return { contacts, touchpoints: [], skipped, bad, partial, photos }
}

function photosIn(card: ParsedCard): number {
  return card.properties.filter(
    ({ name, value, bytes }) => name === 'PHOTO' && (bytes !== null || value.trim() !== ''),
  ).length
}
