/** Walks through the items of a review on a terminal: each is shown with its brief and answered by a key. */
import type { Brief } from '../domain/brief.ts'
import { type Review, type ReviewAnswer, type ReviewItem, withSkip } from '../domain/review.ts'
import { UserError } from '../errors.ts'
import type { Key, Prompter } from '../prompter.ts'
import { renderError } from '../render/error.ts'
import { type Reason, renderReviewItem, sayReviewed } from '../render/review.ts'
import { safeText } from '../render/safe-text.ts'
import { truncate } from '../render/text-width.ts'
import { remark, type Session } from '../session.ts'
import { findBrief } from '../store/brief.ts'
import { referenceOf } from '../store/day-plan.ts'
import type { Database } from '../store/driver.ts'
import type { Store } from '../store/open.ts'
import { countDueBesides, isOpen, isToDo, setSkipped } from '../store/review.ts'
import { renderAround, renderHabit } from './day-plan.ts'
import { isInterrupted, sayUndo, stillKept, stoppedAfter, takeBackAnswer } from './kept-answers.ts'
import {
  type Answering,
  attempt,
  draft,
  drop,
  fulfil,
  log,
  openAddress,
  pause,
  snooze,
  type Visit,
  wish,
} from './review-answers.ts'

/** Opening an address or writing a message answers nothing yet, but tells the channel. */
type Reaching = (visit: Visit) => Promise<string | null>
type Action =
  | { readonly answers: Answering }
  | { readonly reaches: Reaching }
  | 'skip'
  | 'next'
  | 'undo'
  | 'quit'

const KEYS: Readonly<Record<ReviewItem['kind'], readonly Key<Action>[]>> = {
  contact: [
    { key: 'l', name: 'log', value: { answers: log } },
    { key: 'a', name: 'tried', value: { answers: attempt } },
    { key: 's', name: 'snooze', value: { answers: snooze } },
    { key: 'p', name: 'pause', value: { answers: pause } },
  ],
  promise: [
    { key: 'f', name: 'fulfilled', value: { answers: fulfil } },
    { key: 'x', name: 'drop', value: { answers: drop } },
    { key: 'l', name: 'log', value: { answers: log } },
  ],
  date: [
    { key: 'w', name: 'wished', value: { answers: wish } },
    { key: 'l', name: 'log', value: { answers: log } },
  ],
}
const COMMON: readonly Key<Action>[] = [
  { key: 'd', name: 'draft', value: { reaches: draft } },
  { key: 'o', name: 'open', value: { reaches: openAddress } },
  { key: 'k', name: 'skip', value: 'skip' },
  { key: 'n', name: 'next', value: 'next' },
]
const UNDO: Key<Action> = { key: 'u', name: 'undo', value: 'undo' }
const QUIT: Key<Action> = { key: 'q', name: 'quit', value: 'quit' }

interface Answered {
  readonly item: ReviewItem
  readonly answer: ReviewAnswer
  /** Its number in history; a skip is no command. */
  readonly command: number | undefined
}

type Outcome = Omit<Answered, 'item'> | 'next' | 'undo' | 'quit' | 'gone'

/** What has happened so far. */
interface Walk {
  /** With what has been skipped so far. */
  review: Review
  /** Left for later in this run. */
  readonly passed: Set<string>
  readonly answers: Answered[]
  /** By item: the channel of what was opened for it. */
  readonly channels: Map<string, string>
}

/** Asks until all is answered or the user stops; what was answered is kept. @throws UserError (interrupted) */
export async function walkThrough(session: Session, review: Review): Promise<readonly string[]> {
  const store = await session.store()
  const prompter = await session.context.loadPrompter()
  const walk: Walk = { review, passed: new Set(), answers: [], channels: new Map() }
  const setSkip = (reference: string, isSkipped: boolean): void => {
    walk.review = withSkip(walk.review, reference, isSkipped)
    setSkipped(store, review.day, reference, isSkipped)
  }
  try {
    for (let item = nextOf(walk, store.db); item !== undefined; ) {
      const outcome = await visit(session, prompter, store, walk, item)
      if (outcome === 'quit') break
      if (outcome === 'undo') takeBack(session, store, walk, setSkip)
      else if (outcome === 'next' || outcome === 'gone') walk.passed.add(item.reference)
      else {
        if (outcome.answer === 'skipped') setSkip(item.reference, true)
        walk.answers.push({ item, ...outcome })
      }
      item = nextOf(walk, store.db)
    }
  } catch (error) {
    if (isInterrupted(error)) throw stoppedAfter(walk.answers.length, 'Go on: netkeep review')
    if (walk.answers.length > 0) session.notice('What you answered before is kept. Go on: netkeep review')
    throw error
  }
  const kept = stillKept(store.db, walk.answers)
  const tally = new Map<ReviewAnswer, number>()
  for (const { answer } of kept) tally.set(answer, (tally.get(answer) ?? 0) + 1)
  const commands = kept.flatMap(({ command }) => command ?? [])
  const due = countDueBesides(store.db, walk.review)
  return [
    sayReviewed(tally, openItems(walk, store.db).length, due, review.minutes),
    ...(commands.length === 0 ? [] : [`Undo: ${sayUndo(store.db, commands)}`]),
    ...renderAround(session, store.db),
    ...renderHabit(session, store.db),
  ]
}

function openItems({ review }: Walk, db: Database): readonly ReviewItem[] {
  return review.items.filter((item) => isToDo(db, review, item))
}

function nextOf(walk: Walk, db: Database): ReviewItem | undefined {
  return openItems(walk, db).find(({ reference }) => !walk.passed.has(reference))
}

/** Shows one item and asks until it is answered or left; `gone` where another command has removed the contact meanwhile. */
async function visit(
  session: Session,
  prompter: Prompter,
  store: Store,
  walk: Walk,
  item: ReviewItem,
): Promise<Outcome> {
  const { today, style, width } = session
  for (let isShown = false; ; isShown = true) {
    const brief = findBrief(store.db, item.contact, today)
    const reason = brief === undefined ? undefined : reasonFor(item, brief)
    if (brief === undefined || reason === undefined) return 'gone'
    if (!isShown) {
      const open = openItems(walk, store.db)
      const left = open.slice(open.indexOf(item)).reduce((sum, { minutes }) => sum + minutes, 0)
      const { items } = walk.review
      const progress = { place: items.indexOf(item) + 1, count: items.length, minutesLeft: left }
      const view = { today, style, width, rows: session.context.stdout.rows }
      remark(session.context, renderReviewItem(brief, reason, progress, view))
    }
    const keys = [...KEYS[item.kind], ...COMMON, ...(walk.answers.length > 0 ? [UNDO] : []), QUIT]
    const name = truncate(safeText(brief.card.line.name), Math.max(10, width - 20), style.glyphs.more)
    const action = await prompter.key(name, keys)
    if (action === 'skip') return { answer: 'skipped', command: undefined }
    if (action === 'next' || action === 'undo' || action === 'quit') return action
    const channel = walk.channels.get(item.reference) ?? null
    const current: Visit = { session, prompter, item, brief, channel }
    // The question may have stood there for long, and another shell been used.
    if (!isOpen(store.db, item, today)) {
      session.notice(`${safeText(brief.card.line.name)}: that was done elsewhere meanwhile.`)
      return 'gone'
    }
    const outcome = await unlessRefused(session, async () => {
      if ('answers' in action) return action.answers(current)
      const reached = await action.reaches(current)
      if (reached !== null) walk.channels.set(item.reference, reached)
      return undefined
    })
    // Another shell was faster, and the answer says so.
    if (outcome !== undefined && outcome !== 'gone' && outcome.command === undefined) return 'gone'
    if (outcome !== undefined) return outcome
  }
}

/** What cannot be done (a missing editor, an address that does not open) is told, and the question asked again; a contact that is gone is passed over. */
async function unlessRefused<T>(
  session: Session,
  act: () => Promise<T | undefined>,
): Promise<T | 'gone' | undefined> {
  try {
    return await act()
  } catch (error) {
    const isTold = error instanceof UserError && ['failed', 'usage', 'no-match'].includes(error.code)
    if (!isTold) throw error
    remark(session.context, renderError(error))
    return error.code === 'no-match' ? 'gone' : undefined
  }
}

function reasonFor(item: ReviewItem, { card }: Brief): Reason | undefined {
  const { reference, minutes, by, isEarly } = item
  if (item.kind === 'contact')
    return { kind: 'contact', line: card.line, by: by ?? 'message', minutes, isEarly }
  if (item.kind === 'promise') {
    const promise = card.promises.find(({ uid }) => uid === reference)
    return promise === undefined ? undefined : { kind: 'promise', promise }
  }
  const date = card.dates.find((line) => referenceOf(line) === reference)
  return date === undefined ? undefined : { kind: 'date', date }
}

/** Takes back the last answer, which is then open again. */
function takeBack(
  session: Session,
  store: Store,
  walk: Walk,
  setSkip: (reference: string, isSkipped: boolean) => void,
): void {
  const last = walk.answers.at(-1)
  if (last === undefined) return
  if (last.command === undefined) {
    setSkip(last.item.reference, false)
    session.notice('Took back: skipped')
  } else {
    if (!takeBackAnswer(session, store, last.command)) return
    session.notice(`Took back: ${last.answer}`)
  }
  walk.answers.pop()
  walk.passed.delete(last.item.reference)
}
