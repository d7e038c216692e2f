/** Making an introduction: of two contacts by the user, or of one to the user by another. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { checkShortText } from '../domain/contact.ts'
import {
  type IntroductionRecord,
  type IntroductionState,
  isBefore,
  isUnderWay,
  moveTo,
  NO_DAYS,
  nextState,
} from '../domain/introduction.ts'
import { foldText } from '../domain/match-key.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { type Candidate, usageError } from '../errors.ts'
import { describeIntroduction, introductionJson } from '../render/introduction-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import type { Database } from '../store/driver.ts'
import { introduce, moveIntroduction } from '../store/introducing.ts'
import { findIntroduction, listIntroductions, setPurpose } from '../store/introductions.ts'
import { ownIntroduction } from './contact-options.ts'
import { requireOrder, requireState } from './introduction-state.ts'
import { splitBetween } from './introduction-words.ts'
import { insertTyped } from './new-contact.ts'
import { reportIntroduction } from './report-introduction.ts'
import { parsePastDate } from './touchpoint-options.ts'
import { resolveTwo } from './two-contacts.ts'
import { introductionGone } from './which-introduction.ts'
import { resolveAll, resolveOne } from './whom.ts'
import { resolveOrNew } from './whom-or-new.ts'
import { recordWith, reportChange } from './write.ts'

export interface IntroduceOptions {
  readonly for?: string
  readonly by?: string
  readonly state?: string
  readonly on?: string
  readonly new?: boolean
  /** False with --no-log. */
  readonly log: boolean
}

/** Who is introduced: a contact, or the name of one to be added; to another, or to the user by another. */
interface Parties {
  readonly a: Candidate | { readonly newName: string }
  readonly b: Candidate | null
  readonly by: Candidate | null
}

export async function introduceContacts(
  session: Session,
  words: readonly string[],
  options: IntroduceOptions,
): Promise<void> {
  const state: IntroductionState =
    options.state === undefined
      ? options.by === undefined
        ? 'offered'
        : 'made'
      : requireState(
          options.state,
          `netkeep intro ${words.length < 2 ? 'WHO WHO' : words.map(quoteWord).join(' ')} --state agreed`,
        )
  const on = options.on === undefined ? session.today : await parsePastDate(session, options.on)
  const purpose = options.for === undefined ? null : checkShortText(options.for, 'purpose') || null
  const { a, b, by } = await readParties(session, words, options)
  const { db } = await session.store()
  const live = [a, b, by].flatMap((contact) => (contact !== null && 'uid' in contact ? [contact.uid] : []))
  const { value, command } = await recordWith(session, live, (change) => {
    const parties = {
      a: 'uid' in a ? a.uid : insertTyped(change, a.newName, session.today),
      b: b?.uid ?? null,
      introducer: by?.uid ?? null,
    }
    const known = findKnown(change.db, parties, { purpose, state, on })
    if (known === undefined) {
      const days = moveTo(NO_DAYS, state, on)
      const uid = introduce(change, { ...parties, purpose, outcome: null, days }, options.log)
      return { uid, isNew: true }
    }
    if (purpose !== null && known.purpose === null) setPurpose(change.db, known.uid, purpose)
    // Who says how far it is now, says that it moved on.
    const isFurther = options.state !== undefined && isBefore(known.state, state)
    if (!isFurther) return { uid: known.uid, isNew: false }
    requireOrder(known, state, on, session.today)
    moveIntroduction(change, known, { state, on, outcome: null }, options.log)
    return { uid: known.uid, isNew: false, before: known }
  })
  const introduction = findIntroduction(db, value.uid)
  if (introduction === undefined) throw introductionGone('what was typed is recorded')
  if (value.isNew) {
    const newNames = 'newName' in a ? [introduction.a.name] : []
    reportIntroduction(session, db, introduction, undefined, newNames)
  } else if (value.before !== undefined) reportIntroduction(session, db, introduction, value.before)
  else
    reportChange(
      session,
      sayKnown(introduction, state, session.today, command === undefined),
      command !== undefined,
      () => introductionJson(introduction),
    )
}

async function readParties(
  session: Session,
  words: readonly string[],
  options: IntroduceOptions,
): Promise<Parties> {
  if (options.by !== undefined) return readReceived(session, words, options.by, options.new === true)
  if (options.new === true)
    throw usageError(
      '--new adds whom you are introduced to; of two whom you introduce, both are contacts.',
      'Type: netkeep intro "Grace Hopper" --by ada --new, or add a contact first: netkeep add "Grace Hopper"',
    )
  const [only] = words
  if (only !== undefined && words.length === 1)
    throw usageError(
      `Whom do you introduce to ${only}?`,
      `Type: netkeep intro ${quoteWord(only)} WHO   Introduced to you: netkeep intro ${quoteWord(only)} --by WHO`,
    )
  const [a, b] = await resolveTwo(session, await splitBetween(session, words))
  return { a, b, by: null }
}

async function readReceived(
  session: Session,
  words: readonly string[],
  typed: string,
  mayBeNew: boolean,
): Promise<Parties> {
  if (words.length === 0)
    throw usageError(
      'To whom were you introduced?',
      `Name the contact: netkeep intro WHO --by ${quoteWord(typed)}`,
    )
  const by = await resolveOne(session, [typed], 'write')
  const { contacts, newNames } = mayBeNew
    ? await resolveOrNew(session, words)
    : { contacts: await resolveAll(session, words, 'write or new'), newNames: [] }
  const [a, another] = [...contacts, ...newNames.map((newName) => ({ newName }))]
  if (a === undefined || another !== undefined)
    throw usageError(
      'One introduction is of one contact to you.',
      `Type one for each: netkeep intro ${quoteWord(words[0] ?? '')} --by ${quoteWord(typed)}`,
    )
  if ('uid' in a && a.uid === by.uid) throw ownIntroduction(by)
  return { a, b: null, by }
}

/** The one between the same two that is under way, or stands just so since that day already; unless it is for something else. */
function findKnown(
  db: Database,
  { a, b, introducer }: { readonly a: string; readonly b: string | null; readonly introducer: string | null },
  {
    purpose,
    state,
    on,
  }: { readonly purpose: string | null; readonly state: IntroductionState; readonly on: CalendarDate },
): IntroductionRecord | undefined {
  const isSameTwo = (one: IntroductionRecord): boolean =>
    (one.by?.uid ?? null) === introducer && [a, b].includes(one.a.uid) && [a, b].includes(one.b?.uid ?? null)
  const isSamePurpose = (one: IntroductionRecord): boolean =>
    purpose === null || one.purpose === null || foldText(one.purpose) === foldText(purpose)
  const isThere = (one: IntroductionRecord): boolean =>
    isUnderWay(one.state) || (one.state === state && one.on === on)
  return listIntroductions(db, { contact: a }).find(
    (one) => isThere(one) && isSameTwo(one) && isSamePurpose(one),
  )
}

/** @param state the one it was typed with. */
function sayKnown(
  introduction: IntroductionRecord,
  state: IntroductionState,
  today: CalendarDate,
  isUnchanged: boolean,
): string {
  const { id } = introduction
  const next = isBefore(introduction.state, state) ? state : nextState(introduction.state)
  const where = isUnderWay(introduction.state) ? 'under way' : 'known'
  const said = `That introduction is ${where}: ${safeText(describeIntroduction(introduction, today))} (${id}).`
  const more = next === undefined ? '' : ` When it moves on: netkeep intro update ${id} ${next}`
  return isUnchanged ? `${said} Nothing was changed.${more}` : said
}
