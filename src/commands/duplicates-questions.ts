/** The questions of `netkeep duplicates`: one key a pair, each answer kept at once as a command of its own. */

import type { ContactDetails, ListedContact } from '../domain/contact-line.ts'
import { type DuplicatePair, pairKeyOf } from '../domain/duplicate.ts'
import { UserError } from '../errors.ts'
import type { Prompter } from '../prompter.ts'
import { type PairVerdict, renderPairSummary, renderSide, sayPair } from '../render/duplicate-lines.ts'
import { namesApart, sayJoined, sayMerged } from '../render/merge-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { truncate, wrapText } from '../render/text-width.ts'
import { remark, type Session } from '../session.ts'
import { getDetails } from '../store/contact-details.ts'
import { getListed } from '../store/contact-list.ts'
import { notSameKeys } from '../store/not-same.ts'
import { survivorOf } from '../store/survivor.ts'
import { asCommand } from './as-command.ts'
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
import { merge, tellApart } from './merging.ts'

/** One key's answer about a pair. */
interface Answer extends KeptAnswer {
  readonly names: string
  readonly verdict: PairVerdict
  readonly isSwapped: boolean
}

/** One run through the pairs. */
interface Round extends Answered<Answer> {
  readonly prompter: Prompter
  readonly pairs: readonly DuplicatePair[]
  /** Whether the user would rather keep the other one of this pair. */
  isSwapped: boolean
}

interface Side {
  readonly line: ListedContact
  readonly details: ContactDetails
}

type Pressed = 'merge' | 'swap' | 'apart' | 'skip' | 'undo' | 'quit'

/**
 * Asks about each of these pairs until all are answered or the user ends it, and says what was done.
 * @param countLeft how many such pairs there are by now.
 * @throws UserError (interrupted)
 */
export async function askAboutPairs(
  session: Session,
  pairs: readonly DuplicatePair[],
  countLeft: () => number,
): Promise<void> {
  const store = await session.store()
  const prompter = await session.context.loadPrompter()
  const round: Round = { session, store, prompter, pairs, place: 0, isSwapped: false, answers: [] }
  try {
    let isOn = true
    while (isOn && round.place < pairs.length) isOn = await askNext(round)
  } catch (error) {
    throw isInterrupted(error) ? stopped(round) : error
  }
  const verdicts = stillKept(store.db, round.answers).map(({ verdict }) => verdict)
  const lines = renderPairSummary(verdicts, countLeft(), {
    again: session.typed,
    undo: sayUndo(store.db, commandsOf(round)),
  })
  session.report(lines.flatMap((line) => wrapText(line, session.width - 1)).join('\n'), () => null)
}

/** @returns false where the user ends it. */
async function askNext(round: Round): Promise<boolean> {
  const { session, prompter, answers } = round
  const sides = findSides(round)
  if (sides === undefined) {
    round.place++
    return true
  }
  const [into, from] = round.isSwapped ? sides.toReversed() : sides
  if (into === undefined || from === undefined) return false
  showPair(round, into, from)
  const name = truncate(safeText(into.line.name), Math.max(10, session.width - 40), session.style.glyphs.more)
  const pressed = await prompter.key<Pressed>('One contact?', [
    { key: 'm', name: `merge into ${name} ${into.line.id}`, value: 'merge' },
    { key: 'w', name: 'swap', value: 'swap' },
    { key: 'n', name: 'not the same', value: 'apart' },
    { key: 's', alias: 'space', name: 'skip', value: 'skip' },
    ...(answers.length === 0 ? [] : [{ key: 'u', name: 'undo', value: 'undo' } as const]),
    { key: 'q', name: 'quit', value: 'quit' },
  ])
  if (pressed === 'swap') round.isSwapped = !round.isSwapped
  else if (pressed === 'undo') {
    // As it was shown when it was answered.
    const last = takeBackLast(round, ({ names, verdict }) => `${names}, ${verdict}`)
    round.isSwapped = last === undefined ? round.isSwapped : last.isSwapped
  } else if (pressed !== 'quit') await answer(round, into, from, pressed)
  return pressed !== 'quit'
}

/** The two as they are by now: an earlier answer may have merged one of them into a third. Undefined where nothing is left to ask. */
function findSides({ session, store, pairs, place }: Round): readonly Side[] | undefined {
  const { db } = store
  const now = pairs.slice(0, place + 1).map(({ a, b }) => [survivorOf(db, a), survivorOf(db, b)] as const)
  const [a = '', b = ''] = now.at(-1) ?? []
  const key = pairKeyOf(a, b)
  if (a === b || notSameKeys(db).has(key)) return undefined
  if (now.slice(0, -1).some(([x, y]) => pairKeyOf(x, y) === key)) return undefined
  const sides = getListed(db, [a, b], session.today).map((line) => ({
    line,
    details: getDetails(db, line.uid),
  }))
  return sides.length === 2 ? sides : undefined
}

/** The pair belongs to the question: both are shown on standard error, also with --quiet. */
function showPair({ session, pairs, place }: Round, into: Side, from: Side): void {
  const { context, style, width, today } = session
  const pair = pairs[place]
  const progress = pair === undefined ? '' : sayPair(pair, place + 1, pairs.length)
  const lines = [
    '',
    ...wrapText(progress, width - 1).map((line) => style.faint(line)),
    ...[into, from].flatMap(({ line, details }) => renderSide(line, details, today, style, width)),
  ]
  remark(context, `${lines.join('\n')}\n`)
}

async function answer(
  round: Round,
  into: Side,
  from: Side,
  pressed: 'merge' | 'apart' | 'skip',
): Promise<void> {
  const names = namesApart(into.line, from.line).join(' and ')
  const ids = [into.line.id, from.line.id]
  if (pressed === 'skip') return keep(round, names, 'skipped', undefined)
  try {
    if (pressed === 'apart') {
      const session = asCommand(round.session, ['duplicates', '--not-same', ...ids])
      return keep(round, names, 'not the same', await tellApart(session, into.line, from.line))
    }
    const session = asCommand(round.session, ['merge', ...ids])
    const { joined, command } = await merge(session, into.line, from.line)
    session.notice(`${sayMerged(from.line, into.line, false)} ${sayJoined(joined)}`)
    keep(round, names, 'merged', command)
  } catch (error) {
    // Removed by another shell meanwhile, or with notes too long to be one: there are more pairs.
    if (!(error instanceof UserError)) throw error
    round.session.notice(`${safeText(error.message)} ${safeText(error.hint ?? '')}`)
    keep(round, names, 'skipped', undefined)
  }
}

function keep(round: Round, names: string, verdict: PairVerdict, command: number | undefined): void {
  round.answers.push({ place: round.place, names, verdict, command, isSwapped: round.isSwapped })
  round.place++
  round.isSwapped = false
}
