/** `netkeep edit WHO`: the contact as a document in the user's editor. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isCalendarDate } from '../domain/calendar-date.ts'
import {
  checkBirthday,
  checkLabel,
  checkName,
  checkNote,
  checkPoint,
  checkShortText,
  type PointKind,
} from '../domain/contact.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { checkTrait, type TraitKind } from '../domain/trait.ts'
import { type Candidate, UserError, usageError } from '../errors.ts'
import { type ContactDocument, formatDocument, parseDocument } from '../formats/contact-document.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { getDetails } from '../store/contact-details.ts'
import { countMatches, getListed, shortIdOf } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { parseCadence } from './cadence-options.ts'
import type { ContactEdit } from './contact-edit.ts'
import { type ContactLists, checkKnownTag, checkTag, ownIntroduction } from './contact-options.ts'
import { editFile } from './editor.ts'

/**
 * Opens the editor until what comes back can be stored or the user gives up, then hands it to `apply`. What was typed is kept
 * when it could not be stored.
 * @throws UserError
 */
export async function editInEditor<T>(
  session: Session,
  contact: Candidate,
  apply: (edit: ContactEdit) => Promise<T>,
): Promise<T> {
  const { db } = await session.store()
  const before = documentOf(db, contact.uid, session)
  const folder = mkdtempSync(path.join(session.context.tempFolder, 'netkeep-'))
  const file = path.join(folder, 'contact.toml')
  writeFileSync(file, formatDocument(before), { mode: 0o600 })
  const recheck = (): void => {
    if (formatDocument(documentOf(db, contact.uid, session)) !== formatDocument(before))
      throw changedMeanwhile(contact)
  }
  let isKept = false
  try {
    let edit: ContactEdit | undefined
    while (edit === undefined) {
      await editFile(session, file)
      edit = await readEdited(session, () =>
        editBetween(session, db, contact.uid, before, parseDocument(readFileSync(file, 'utf8'), before)),
      )
    }
    isKept = true
    const result = await apply({ ...edit, recheck })
    isKept = false
    return result
  } finally {
    if (isKept) session.notice(`Your text is kept in ${safeText(file)}.`)
    else rmSync(folder, { recursive: true, force: true })
  }
}

/** The edit, or undefined to open the editor again. @throws UserError when the user gives up */
async function readEdited(session: Session, read: () => ContactEdit): Promise<ContactEdit | undefined> {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    session.notice(safeText(`${error.message} ${error.hint ?? ''}`.trimEnd()))
    const prompter = await session.context.loadPrompter()
    if (await prompter.confirm('Edit again?', true)) return undefined
    throw new UserError('failed', 'Nothing was changed.')
  }
}

function changedMeanwhile(contact: Candidate): UserError {
  return new UserError(
    'failed',
    `${contact.name} was changed by another command while you edited; nothing was written.`,
    `Look at the contact, then edit again: netkeep edit ${contact.id}`,
  )
}

function documentOf(db: Database, uid: string, session: Session): ContactDocument {
  const [line] = getListed(db, [uid], session.today)
  const details = getDetails(db, uid)
  return {
    name: line?.name ?? '',
    organization: line?.organization ?? '',
    title: details.title ?? '',
    location: details.location ?? '',
    birthday: details.birthday ?? '',
    'met-on': details.metOn ?? '',
    'met-at': details.metAt ?? '',
    'introduced-by': details.introducedBy === null ? '' : introducerText(db, details.introducedBy),
    circle: line?.circle ?? 'none',
    every: details.ownInterval ?? 'circle',
    emails: line?.emails ?? [],
    phones: line?.phones ?? [],
    urls: line?.urls ?? [],
    aliases: details.aliases,
    tags: line?.tags ?? [],
    interests: line?.interests ?? [],
    causes: line?.causes ?? [],
    offers: line?.offers ?? [],
    'looks-for': line?.looksFor ?? [],
    note: details.note ?? '',
  }
}

/** What changed from one document to the other, checked. @throws UserError (usage) */
function editBetween(
  session: Session,
  db: Database,
  uid: string,
  before: ContactDocument,
  after: ContactDocument,
): ContactEdit {
  const changed = <K extends keyof ContactDocument>(key: K): boolean => before[key] !== after[key]
  const fields: Record<string, string | null> = {}
  if (changed('name')) fields['name'] = checkName(after.name)
  for (const key of ['organization', 'title', 'location'] as const) {
    if (changed(key)) fields[key] = checkShortText(after[key], key) || null
  }
  if (changed('met-at')) fields['metAt'] = checkShortText(after['met-at'], 'place you met') || null
  if (changed('note')) fields['note'] = checkNote(after.note) || null
  if (changed('birthday'))
    fields['birthday'] = after.birthday === '' ? null : checkBirthday(after.birthday, session.today)
  if (changed('met-on'))
    fields['metOn'] = after['met-on'] === '' ? null : checkMetOn(after['met-on'], session.today)
  if (changed('introduced-by')) {
    const typed = after['introduced-by'].trim()
    fields['introducedBy'] = typed === '' ? null : checkIntroducer(db, typed, uid)
  }
  const cadence = parseCadence(db, {
    ...(changed('circle') ? { circle: after.circle || 'none' } : {}),
    ...(changed('every') ? { every: after.every || 'circle' } : {}),
  })
  return {
    fields,
    cadence: Object.keys(cadence).length === 0 ? undefined : cadence,
    added: listsIn(after, before, checkTag),
    removed: listsIn(before, after, checkKnownTag),
  }
}

/** The name where no other contact has it, else the id. */
function introducerText(db: Database, { uid, name }: { uid: string; name: string }): string {
  return countMatches(db, 'name', nameKeyOf(name)) === 1 ? name : shortIdOf(db, uid)
}

/** The one contact that is surely meant. @throws UserError (usage) */
function checkIntroducer(db: Database, typed: string, contact: string): string {
  const { matches } = lookUpStrictly(typed, nameIndexOf(db))
  const [first] = matches
  if (first === undefined || matches.length > 1)
    throw usageError(
      `introduced-by: "${typed}" means ${first === undefined ? 'no contact' : 'several contacts'}.`,
      'Write a whole name or an id.',
    )
  if (first.uid === contact) throw ownIntroduction(first)
  return first.uid
}

function checkMetOn(typed: string, today: string): string {
  if (isCalendarDate(typed) && typed <= today) return typed
  throw usageError(`"${typed}" is not a day you can have met on.`, 'Write it like 2024-05-17.')
}

/** What stands in the lists of one document and not in those of the other. */
function listsIn(
  document: ContactDocument,
  other: ContactDocument,
  readTag: (text: string) => string,
): ContactLists {
  const points = (kind: PointKind, key: 'emails' | 'phones' | 'urls'): ContactLists['points'] =>
    document[key]
      .filter((value) => !other[key].includes(value))
      .map((value) => ({ kind, value: checkPoint(kind, value) }))
  const traits = (
    kind: TraitKind,
    key: 'interests' | 'causes' | 'offers' | 'looks-for',
  ): ContactLists['traits'] =>
    document[key]
      .filter((value) => !other[key].includes(value))
      .map((value) => ({ kind, value: checkTrait(kind, value) }))
  return {
    points: [...points('email', 'emails'), ...points('phone', 'phones'), ...points('url', 'urls')],
    tags: document.tags.filter((tag) => !other.tags.includes(tag)).map(readTag),
    aliases: document.aliases
      .filter((alias) => !other.aliases.includes(alias))
      .map((alias) => checkLabel(alias, 'alias')),
    traits: [
      ...traits('interest', 'interests'),
      ...traits('cause', 'causes'),
      ...traits('offers', 'offers'),
      ...traits('looks-for', 'looks-for'),
    ],
    formerly: [],
  }
}
