/** The questions of `netkeep triage`: one key a contact, each answer kept at once as a command of its own. */
import type { Circle } from '../domain/circle.ts'
import { formatInterval } from '../domain/interval.ts'
import { linksOf } from '../domain/link.ts'
import { quoteWord } from '../domain/shell-words.ts'
import type { TriageCard, Verdict, WaitingContact } from '../domain/triage.ts'
import type { Prompter } from '../prompter.ts'
import { safeText } from '../render/safe-text.ts'
import { sayNextDue } from '../render/sentences.ts'
import { truncate, wrapText } from '../render/text-width.ts'
import { renderTriageCard, renderTriageSummary, sayProgress, sayVerdict } from '../render/triage.ts'
import { remark, type Session } from '../session.ts'
import { listCircles } from '../store/circles.ts'
import { type Change, recordCommand } from '../store/command-log.ts'
import type { ContactFilter } from '../store/contact-filter.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import { setCadence, setDeleted } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { findName } from '../store/history.ts'
import { paceNewMember } from '../store/pacing.ts'
import { REMOVED } from '../store/schema.ts'
import { countWaiting, findTriageCard, waitingStateOf } from '../store/triage.ts'
import {
  type Answered,
  commandsOf,
  isInterrupted,
  type KeptAnswer,
  sayUndo,
  stillKept,
  stopped,
  takeBackLast,
} from './kept-answers.ts'
import { openLink } from './links.ts'

/** One key's answer about a contact. */
interface Answer extends KeptAnswer {
  readonly name: string
  readonly verdict: Verdict
}

/** One run of triage. */
interface Round extends Answered<Answer> {
  readonly prompter: Prompter
  readonly uids: readonly string[]
}

/** Keys 1 to 9. */
const MOST_CIRCLES = 9

/** Asks about each of these contacts until all are answered or the user ends it, and says what was done. @throws UserError (interrupted) */
export async function askVerdicts(
  session: Session,
  uids: readonly string[],
  filter: ContactFilter,
): Promise<void> {
  const store = await session.store()
  const prompter = await session.context.loadPrompter()
  const round: Round = { session, store, prompter, uids, place: 0, answers: [] }
  if (listCircles(store.db).length > MOST_CIRCLES)
    session.notice(
      'Only the nine closest circles have a key. For another one: k, then netkeep move WHO CIRCLE',
    )
  try {
    let isOn = true
    while (isOn && round.place < uids.length) isOn = await askNext(round)
  } catch (error) {
    throw isInterrupted(error) ? stopped(round) : error
  }
  const kept = stillKept(store.db, round.answers)
  const verdicts = kept.map(({ verdict }) => verdict)
  const left = countWaiting(store.db, session.today, filter)
  const lines = renderTriageSummary(verdicts, left, {
    again: session.typed,
    undo: sayUndo(store.db, commandsOf(round)),
  })
  session.report(lines.flatMap((line) => wrapText(line, session.width - 1)).join('\n'), () => null)
}

/** @returns false where the user ends it. */
async function askNext(round: Round): Promise<boolean> {
  const { session, store, prompter, uids, answers } = round
  const uid = uids[round.place] ?? ''
  const card = findTriageCard(store.db, uid, session.today)
  if (card === undefined) {
    passOver(round, uid)
    return true
  }
  showCard(round, card)
  const circles = listCircles(store.db).slice(0, MOST_CIRCLES)
  const { more } = session.style.glyphs
  const name = truncate(safeText(card.contact.name), Math.max(10, session.width - 20), more)
  const pressed = await prompter.key<Verdict | 'open' | 'undo' | 'quit'>(`${name}:`, [
    ...circles.map((circle, index) => ({
      key: String(index + 1),
      name: `${truncate(safeText(circle.name), 20, more)} ${formatInterval(circle.interval)}`,
      value: { kind: 'circle', circle } as const,
    })),
    { key: 'n', name: 'none', value: { kind: 'none' } },
    { key: 'x', name: 'remove', value: { kind: 'removed' } },
    { key: 'o', name: 'open', value: 'open' },
    { key: 'k', alias: 'space', name: 'skip', value: { kind: 'skipped' } },
    ...(answers.length === 0 ? [] : [{ key: 'u', name: 'undo', value: 'undo' } as const]),
    { key: 'q', name: 'quit', value: 'quit' },
  ])
  if (pressed === 'undo')
    takeBackLast(round, ({ name, verdict }) => `${safeText(name)}, ${sayVerdict(verdict)}`)
  else if (pressed === 'open') await openAddress(round, uid)
  else if (pressed !== 'quit') answer(round, card.contact, pressed)
  return pressed !== 'quit'
}

/** To see who it is. The question comes again. */
async function openAddress({ session, store }: Round, uid: string): Promise<void> {
  const [contact] = getListed(store.db, [uid], session.today)
  const links = contact === undefined ? [] : linksOf(contact)
  const link = links.find(({ kind }) => kind === 'web') ?? links[0]
  if (link === undefined) session.notice('No address is known.')
  else if (await openLink(session, link)) session.notice(`Opened ${safeText(link.value)}.`)
}

/** The card belongs to the question: both are shown on standard error, also with --quiet. */
function showCard({ session, uids, place, answers }: Round, card: TriageCard): void {
  const { context, style, width, today } = session
  const progress = sayProgress(
    place + 1,
    uids.length,
    answers.map(({ verdict }) => verdict),
  )
  const lines = [
    '',
    ...wrapText(progress, width - 1).map((line) => style.faint(line)),
    ...renderTriageCard(card, today, style, width),
  ]
  remark(context, `${lines.join('\n')}\n`)
}

function answer(round: Round, contact: WaitingContact, verdict: Verdict): void {
  const { session, store } = round
  if (verdict.kind === 'skipped') {
    keep(round, contact, verdict, undefined)
    return
  }
  const input = { typed: commandFor(contact, verdict), at: session.context.now() }
  const { value, command } = recordCommand(store, input, (change) =>
    settle(change, contact.uid, verdict, session),
  )
  if (value === 'no-circle') session.notice('That circle was removed a moment ago.')
  else if (value === 'done') keep(round, contact, verdict, command)
  else passOver(round, contact.uid)
  if (value === 'done' && verdict.kind === 'circle')
    session.notice(sayNextDue(getLines(store.db, [contact.uid], session.today), session.today))
}

function keep(round: Round, { name }: WaitingContact, verdict: Verdict, command: number | undefined): void {
  round.answers.push({ place: round.place, name, verdict, command })
  round.place++
}

/** What one would have typed. */
function commandFor({ id }: WaitingContact, verdict: Verdict): string {
  switch (verdict.kind) {
    case 'circle':
      return `netkeep move ${id} ${quoteWord(verdict.circle.name)}`
    case 'none':
      return `netkeep every ${id} none`
    default:
      return `netkeep remove ${id}`
  }
}

/** Inside the transaction: another shell may have been faster. Then nothing is written. */
function settle(
  change: Change,
  uid: string,
  verdict: Verdict,
  { today }: Session,
): 'done' | 'removed' | 'settled' | 'no-circle' {
  const state = waitingStateOf(change.db, uid)
  if (state !== 'waiting') return state
  if (verdict.kind === 'removed') setDeleted(change.db, uid, REMOVED)
  else if (verdict.kind === 'none') setCadence(change.db, uid, { interval: 'none' })
  else if (verdict.kind === 'circle') {
    const circle = liveCircle(change.db, verdict.circle)
    if (circle === undefined) return 'no-circle'
    setCadence(change.db, uid, { circle: circle.uid })
    paceNewMember(change, uid, circle, today)
  }
  return 'done'
}

function liveCircle(db: Database, { uid }: Circle): Circle | undefined {
  return listCircles(db).find((circle) => circle.uid === uid)
}

function passOver(round: Round, uid: string): void {
  const { session, store } = round
  const why = waitingStateOf(store.db, uid) === 'removed' ? 'was removed' : 'was given a cadence, or paused,'
  session.notice(`Passed over: ${safeText(findName(store.db, uid) ?? uid)} ${why} meanwhile.`)
  round.place++
}
