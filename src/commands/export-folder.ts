/** A folder of cards ("vdir"), as khard and vdirsyncer keep it: a file a contact. */
import { lstatSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { ExportedContact } from '../domain/exported-contact.ts'
import { usageError } from '../errors.ts'
import { type CardFile, placeCards } from '../formats/vcard/card-files.ts'
import { mergeIntoCard } from '../formats/vcard/merge-into-card.ts'
import { formatVcard, type VcardVersion } from '../formats/vcard/write-vcard.ts'
import { plural } from '../render/dates.ts'
import { checkFileTarget, type OwnFiles } from './export-target.ts'
import { type OnEnding, settleFolder, writeWholeFile } from './whole-file.ts'

export interface CardFolder {
  readonly path: string
  readonly isThere: boolean
}

interface Card {
  readonly file: string
  readonly text: string
  readonly isNew: boolean
}

export interface WrittenCards {
  readonly written: number
  /** Files that hold a second card of a contact. */
  readonly others: readonly {
    readonly file: string
    readonly uid: string
    readonly name: string
    readonly card: string
  }[]
}

/**
 * Writes the cards that are new or differ. What other programs keep in a card stays; cards of nobody here are not touched.
 * @param mergedUids by contact: those that became it
 * @throws UserError (usage) where cards that are there would change and that is not asked for; then none is written.
 */
export async function writeCardFolder(
  folder: CardFolder,
  contacts: readonly ExportedContact[],
  version: VcardVersion,
  own: OwnFiles,
  isForced: boolean,
  mergedUids: ReadonlyMap<string, readonly string[]>,
  onEnding: OnEnding,
): Promise<WrittenCards> {
  const { cards, others } = changedCards(folder, contacts, version, mergedUids)
  const replaced = cards.filter(({ isNew }) => !isNew).length
  if (replaced > 0 && !isForced) {
    throw usageError(
      `${plural(replaced, 'card')} in ${folder.path} would be changed.`,
      'Let them be: name another folder. Or write into them, whatever else they hold stays: --force',
    )
  }
  if (!folder.isThere) mkdirSync(folder.path, { mode: 0o700 })
  for (const { file } of cards) checkFileTarget(file, own, true)
  for (const { file, text, isNew } of cards) await writeWholeFile(file, [text], !isNew, onEnding)
  settleFolder(folder.path)
  return { written: cards.length, others }
}

function changedCards(
  folder: CardFolder,
  contacts: readonly ExportedContact[],
  version: VcardVersion,
  mergedUids: ReadonlyMap<string, readonly string[]>,
): { readonly cards: readonly Card[]; readonly others: WrittenCards['others'] } {
  const owners = contacts.map((contact) => ({ ...contact, mergedUids: mergedUids.get(contact.uid) ?? [] }))
  const places = placeCards(folder.isThere ? filesIn(folder.path) : [], owners)
  const cards = contacts.flatMap((contact, index) => {
    const { name, existing } = places.placed[index] ?? { name: `${contact.uid}.vcf`, existing: undefined }
    const text =
      existing === undefined ? formatVcard(contact, version) : mergeIntoCard(existing, contact, version)
    const isSame = existing !== undefined && Buffer.compare(existing, Buffer.from(text)) === 0
    return isSame ? [] : [{ file: path.join(folder.path, name), text, isNew: existing === undefined }]
  })
  const others = places.others.flatMap(({ name: file, uid }) => {
    const at = contacts.findIndex((contact) => contact.uid === uid)
    return { file, uid, name: contacts[at]?.name ?? '', card: places.placed[at]?.name ?? '' }
  })
  return { cards, others }
}

/** Names that are taken by something else than a card come without bytes. */
function filesIn(folder: string): readonly CardFile[] {
  return readdirSync(folder).map((name) => {
    const file = path.join(folder, name)
    const isCard = /\.(?:vcf|vcard)$/i.test(name) && lstatSync(file).isFile()
    return { name, bytes: isCard ? readFileSync(file) : new Uint8Array() }
  })
}
