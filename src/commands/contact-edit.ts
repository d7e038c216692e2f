/** Applying changes to one contact. */
import type { ContactFields } from '../domain/contact.ts'
import type { Session } from '../session.ts'
import type { Change } from '../store/command-log.ts'
import {
  addAlias,
  addPoint,
  addTag,
  type CadenceChoice,
  removeAlias,
  removePoint,
  removeTag,
  setCadence,
  updateFields,
} from '../store/contacts.ts'
import { addPastEmployer, removeFormerJobs } from '../store/jobs.ts'
import { paceContacts, unscheduledAmong } from '../store/pacing.ts'
import { addTrait, removeTrait } from '../store/traits.ts'
import type { ContactLists } from './contact-options.ts'
import { type Written, writeContacts } from './write.ts'

export interface ContactEdit {
  readonly fields: Partial<ContactFields>
  readonly cadence: Partial<CadenceChoice> | undefined
  readonly added: ContactLists
  readonly removed: ContactLists
  /** Called inside the transaction, before anything is written; throws when the contact is no longer as it was shown. */
  readonly recheck?: () => void
}

/**
 * One command: fields, addresses, tags and cadence together. A cadence that would make
 * the contact cold makes it due today. The value is whether the cadence was changed.
 */
export function editContact(
  session: Session,
  uid: string,
  edit: ContactEdit,
  isAsIs: boolean,
): Promise<Written<boolean>> {
  return writeContacts(session, [uid], (change) => {
    edit.recheck?.()
    updateFields(change.db, uid, edit.fields, session.today)
    changeLists(change, uid, edit)
    const unscheduled = unscheduledAmong(change.db, [uid])
    const isRescheduled = edit.cadence !== undefined && setCadence(change.db, uid, edit.cadence)
    if (isRescheduled && !isAsIs) paceContacts(change, [uid], session.today, unscheduled)
    return isRescheduled
  })
}

function changeLists({ db }: Change, uid: string, { added, removed }: ContactEdit): void {
  for (const { kind, value } of removed.points) removePoint(db, uid, kind, value)
  for (const alias of removed.aliases) removeAlias(db, uid, alias)
  for (const tag of removed.tags) removeTag(db, uid, tag)
  for (const trait of removed.traits) removeTrait(db, uid, trait)
  for (const organization of removed.formerly) removeFormerJobs(db, uid, organization)
  for (const { kind, value } of added.points) addPoint(db, uid, kind, value)
  for (const alias of added.aliases) addAlias(db, uid, alias)
  for (const tag of added.tags) addTag(db, uid, tag)
  for (const trait of added.traits) addTrait(db, uid, trait)
  for (const organization of added.formerly) addPastEmployer(db, uid, organization)
}
