/** Which file of a folder of cards ("vdir") is whose. */
import { LAST_DATE } from '../../domain/calendar-date.ts'
import { sourceOf } from '../source.ts'
import { cardsIn } from './cards.ts'
import { contactOfCard } from './contact-of-card.ts'

export interface CardFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** As much of a contact as tells its card. */
export interface CardOwner {
  readonly uid: string
  /** {@link ExportedContact.properties}: a kept UID is the one other programs know it by. */
  readonly properties: readonly string[]
}

export interface Placed {
  readonly uid: string
  readonly name: string
  /** The card that is there; undefined for a new file. */
  readonly existing: Uint8Array | undefined
}

/**
 * For each contact its file, in the order of the contacts: the one with its X-NETKEEP-UID, else with its UID, else `<uid>.vcf`. Of two
 * files of one contact the first counts; a file of several cards is nobody's. Files of nobody here are not named, and so not touched.
 */
export function placeCards(files: Iterable<CardFile>, contacts: readonly CardOwner[]): readonly Placed[] {
  const byUid = new Map<string, CardFile>()
  const bySourceId = new Map<string, CardFile>()
  const names = new Set<string>()
  for (const file of files) {
    names.add(file.name)
    const id = idOf(file)
    if (id?.uid != null && !byUid.has(id.uid)) byUid.set(id.uid, file)
    if (id?.sourceId != null && !bySourceId.has(id.sourceId)) bySourceId.set(id.sourceId, file)
  }
  return contacts.map(({ uid, properties }) => {
    const file = byUid.get(uid) ?? sourceIdsOf(uid, properties).flatMap((id) => bySourceId.get(id) ?? [])[0]
    return { uid, name: file?.name ?? freeName(uid, names), existing: file?.bytes }
  })
}

function idOf({ name, bytes }: CardFile): { uid: string | null; sourceId: string | null } | undefined {
  if (!/\.(?:vcf|vcard)$/i.test(name)) return undefined
  const [card, ...more] = cardsIn(sourceOf(name, bytes), { encoding: undefined })
  if (card === undefined || more.length > 0 || !card.isClosed) return undefined
  return contactOfCard(card, name, LAST_DATE).contact
}

function sourceIdsOf(uid: string, properties: readonly string[]): readonly string[] {
  const kept = properties.filter((line) => line.startsWith('UID:')).map((line) => line.slice(4))
  return [...kept.map((id) => id.replace(/^urn:uuid:/i, '')), uid].map((id) => `vcard:${id}`)
}

/** A file of another name may hold what is in the way: several cards, or none that can be read. */
function freeName(uid: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${uid}.vcf` : `${uid}-${count}.vcf`
    if (!taken.has(name)) return name
  }
}
