/** What making an introduction, moving it on and taking it back do besides: its touchpoint, and through whom the user met a contact. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { touchpointKindOf } from '../domain/help.ts'
import {
  type IntroductionDays,
  type IntroductionRecord,
  type IntroductionState,
  madeOn,
  moveTo,
} from '../domain/introduction.ts'
import type { Change } from './command-log.ts'
import type { Database } from './driver.ts'
import {
  insertIntroduction,
  type NewIntroduction,
  removeIntroduction,
  setIntroductionDays,
  setIntroductionTouchpoint,
} from './introductions.ts'
import { insertTouchpoint, redateTouchpoint, removeTouchpoint } from './touchpoints.ts'

/** @param isLogged whether one that is made counts as being in touch. Returns its uid. */
export function introduce(change: Change, introduction: NewIntroduction, isLogged: boolean): string {
  const uid = insertIntroduction(change, introduction)
  const on = madeOn(introduction.days)
  if (on !== null) recordMaking(change, uid, introduction, on, isLogged)
  return uid
}

/** Puts it into a state; of later ones nothing stays, and what was not made has no touchpoint. */
export function moveIntroduction(
  change: Change,
  introduction: IntroductionRecord,
  to: { readonly state: IntroductionState; readonly on: CalendarDate; readonly outcome: string | null },
  isLogged: boolean,
): void {
  const { uid, a, b, by, touchpoint } = introduction
  const days: IntroductionDays = moveTo(introduction.days, to.state, to.on)
  setIntroductionDays(change.db, uid, days, to.outcome)
  const on = madeOn(days)
  if (on === null) dropTouchpoint(change.db, introduction)
  else if (touchpoint !== null) redateTouchpoint(change.db, touchpoint, on)
  else if (madeOn(introduction.days) === null) {
    const parties = { a: a.uid, b: b?.uid ?? null, introducer: by?.uid ?? null }
    recordMaking(change, uid, parties, on, isLogged)
  }
}

/** As if it had never been: its touchpoint goes with it. */
export function withdrawIntroduction(
  db: Database,
  introduction: Pick<IntroductionRecord, 'uid' | 'touchpoint'>,
): void {
  dropTouchpoint(db, introduction)
  removeIntroduction(db, introduction.uid)
}

function dropTouchpoint(
  db: Database,
  { uid, touchpoint }: Pick<IntroductionRecord, 'uid' | 'touchpoint'>,
): void {
  if (touchpoint === null) return
  removeTouchpoint(db, touchpoint)
  setIntroductionTouchpoint(db, uid, null)
}

/** Who introduces two was in touch with both; who is introduced, with the introducer. */
function recordMaking(
  change: Change,
  uid: string,
  { a, b, introducer }: Pick<NewIntroduction, 'a' | 'b' | 'introducer'>,
  on: CalendarDate,
  isLogged: boolean,
): void {
  if (introducer !== null && b === null) {
    change.db
      .prepare('UPDATE contact SET introduced_by = ? WHERE id = ? AND introduced_by IS NULL')
      .run(introducer, a)
  }
  if (!isLogged) return
  const side = introducer === null ? 'gave' : 'got'
  const contacts = introducer === null ? [a, b] : [introducer]
  const touchpoint = insertTouchpoint(
    change,
    {
      on,
      channel: null,
      direction: null,
      kind: touchpointKindOf(side),
      minutes: null,
      place: null,
      note: null,
      help: { side, kind: 'introduction' },
    },
    contacts.filter((contact) => contact !== null),
  )
  setIntroductionTouchpoint(change.db, uid, touchpoint)
}
