/** Tells what has become of an introduction, and what was recorded or taken back with it. */
import { type IntroductionRecord, isSaidMadeByOutcome } from '../domain/introduction.ts'
import { introductionJson, sayIntroduction, sayMoved } from '../render/introduction-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayNextDue } from '../render/sentences.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { reportChange } from './write.ts'

/** Of one that was changed. @param before as it was; undefined where it is new. @param newNames of contacts that were added with it. */
export function reportIntroduction(
  session: Session,
  db: Database,
  introduction: IntroductionRecord,
  before: IntroductionRecord | undefined,
  newNames: readonly string[] = [],
): void {
  const isCounted = introduction.touchpoint !== null && (before?.touchpoint ?? null) === null
  const said = [
    sayIntroduction(introduction, session.today),
    newNames.length === 0 ? '' : `New: ${listNames(newNames)}.`,
    isCounted ? sayCounted(session, db, introduction) : '',
    before === undefined ? '' : sayMoved(before, introduction),
    isSaidMadeByOutcome(introduction) && (before === undefined || !isSaidMadeByOutcome(before))
      ? `Never made after all: netkeep intro update ${introduction.id} declined.`
      : '',
  ]
  reportChange(session, said.filter((part) => part !== '').join(' '), true, () =>
    introductionJson(introduction),
  )
}

/** `It counts as being in touch with both. Next due: Ada Lovelace 4 Dec, Grace Hopper 3 Jan 2027.` */
function sayCounted(session: Session, db: Database, { a, b, by }: IntroductionRecord): string {
  const touched = by === null ? [a, b] : [by]
  const uids = touched.flatMap((contact) => contact?.uid ?? [])
  const next = sayNextDue(getLines(db, uids, session.today), session.today)
  return `It counts as being in touch with ${by === null ? 'both' : safeText(by.name)}. ${next}`
}
