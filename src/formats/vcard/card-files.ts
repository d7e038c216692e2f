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
  /** Of contacts that became this one. */
  readonly mergedUids: readonly string[]
}

export interface Placed {
  readonly uid: string
  readonly name: string
  /** The card that is there; undefined for a new file. */
  readonly existing: Uint8Array | undefined
}

/** A card of a contact who has another one. */
export interface OtherCard {
  readonly name: string
  readonly uid: string
}

/**
 * For each contact its file, in the order of the contacts: the one with its X-NETKEEP-UID, else with its UID, else one of a contact that
 * was merged into it, else `<uid>.vcf`. Of two files of one contact the first counts, the others are told; a file of several cards is
 * nobody's. Files of nobody here are not named, and so not touched.
 */
export function placeCards(
  files: Iterable<CardFile>,
  contacts: readonly CardOwner[],
): { readonly placed: readonly Placed[]; readonly others: readonly OtherCard[] } {
  const byId = new Map<string, CardFile[]>()
  const names = new Set<string>()
  for (const file of files) {
    names.add(file.name)
    for (const id of idsOf(file)) byId.set(id, [...(byId.get(id) ?? []), file])
  }
  const placed: Placed[] = []
  const taken = new Set<string>()
  const own = new Map<string, string>()
  for (const contact of contacts) {
    const known = idsOfOwner(contact).flatMap((id) => byId.get(id) ?? [])
    const [file] = known
    placed.push({ uid: contact.uid, name: file?.name ?? freeName(contact.uid, names), existing: file?.bytes })
    if (file !== undefined) taken.add(file.name)
    for (const { name } of known) if (!own.has(name)) own.set(name, contact.uid)
  }
  const others = [...own].filter(([name]) => !taken.has(name)).map(([name, uid]) => ({ name, uid }))
  return { placed, others }
}

/** `own` before a uid of netkeep's, `card` before what another program calls the card. */
function idsOf({ name, bytes }: CardFile): readonly string[] {
  if (!/\.(?:vcf|vcard)$/i.test(name)) return []
  const [card, ...more] = cardsIn(sourceOf(name, bytes), { encoding: undefined })
  if (card === undefined || more.length > 0 || !card.isClosed) return []
  const { uid, sourceId } = contactOfCard(card, name, LAST_DATE).contact ?? {}
  return [
    ...(uid == null ? [] : [`own ${uid}`]),
    ...(sourceId == null ? [] : [`card ${sourceId.slice('vcard:'.length)}`]),
  ]
}

function idsOfOwner({ uid, properties, mergedUids }: CardOwner): readonly string[] {
  const kept = properties.filter((line) => line.startsWith('UID:')).map((line) => line.slice(4))
  return [
    `own ${uid}`,
    ...[...kept.map((id) => id.replace(/^urn:uuid:/i, '')), uid].map((id) => `card ${id}`),
    ...mergedUids.flatMap((merged) => [`own ${merged}`, `card ${merged}`]),
  ]
}

/** A file of another name may hold what is in the way: several cards, or none that can be read. */
function freeName(uid: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count++) {
    const name = count === 1 ? `${uid}.vcf` : `${uid}-${count}.vcf`
    if (!taken.has(name)) return name
  }
}
