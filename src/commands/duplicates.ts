/** `netkeep duplicates`: contacts that may be one. */
import type { Command } from 'commander'
import { type DuplicatePair, USUAL_SCORE } from '../domain/duplicate.ts'
import { usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { pairJson, renderPairs, renderPairsTsv, type ShownPair } from '../render/duplicate-lines.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { listDuplicates } from '../store/duplicates.ts'
import { askAboutPairs } from './duplicates-questions.ts'
import { tellApart } from './merging.ts'
import { parseCount } from './options.ts'
import { resolveTwo, sayTwo } from './two-contacts.ts'
import { resolveOne } from './whom.ts'
import { reportChange } from './write.ts'

interface DuplicatesOptions {
  readonly notSame?: boolean
  readonly minScore?: string
  readonly limit?: string
}

export function define(command: Command): void {
  command
    .description(
      'Pairs of contacts that may be one, the likeliest first, with the reasons; on a terminal one key each.',
    )
    .argument('[who...]', 'only pairs with this contact; with --not-same, two contacts')
    .option('--min-score <n>', `only pairs that score so much of 100 (default: ${USUAL_SCORE})`)
    .option('--limit <n>', 'at most so many')
    .option('--not-same', 'remember that these two are not one, and never ask again')
    .addHelpText(
      'after',
      `
Keys:
  m           merge: the second goes into the first
  w           swap them: the other one stays
  n           not the same, never asked again
  s or space  skip, until another time
  u           take the last answer back
  q           quit
Each answer is kept at once, as a command of its own.

In a pipe nothing is asked; a line has these fields, separated by tabs:
  score, id and name of the one to keep, id and name of the other, reasons

Examples:
  netkeep duplicates
  netkeep duplicates grace --min-score 30
  netkeep duplicates --not-same 9fd2c1 04be77
  netkeep duplicates --json | jq '.[] | select(.score > 90)'`,
    )
}

export async function run(
  session: Session,
  [words]: readonly [readonly string[]],
  options: DuplicatesOptions,
): Promise<void> {
  if (options.notSame === true) return remember(session, words, options)
  const minScore = readScore(options.minScore)
  const limit = options.limit === undefined ? undefined : parseCount(options.limit, '--limit') || undefined
  const who = words.length === 0 ? undefined : await resolveOne(session, words, 'read')
  const { db } = await session.store()
  const find = (): readonly DuplicatePair[] => listDuplicates(db, { minScore, of: who?.uid })
  const found = find()
  const pairs = found.slice(0, limit)
  if (session.isInteractive && pairs.length > 0) return askAboutPairs(session, pairs, () => find().length)
  await session.show({
    json: () => shown(session, db, pairs).map(pairJson),
    piped: () => renderPairsTsv(shown(session, db, pairs)),
    terminal: (style) => {
      if (pairs.length === 0) return `${sayNone(who?.name, minScore)}\n`
      const count = `${plural(found.length, 'pair')}${pairs.length < found.length ? `, ${pairs.length} shown` : ''}.`
      const rows = renderPairs(shown(session, db, pairs), style, session.width)
      return `${[...rows, style.faint(count)].join('\n')}\n`
    },
  })
}

function sayNone(name: string | undefined, minScore: number): string {
  const what = name === undefined ? 'No two contacts look like one.' : `Nobody looks like ${safeText(name)}.`
  return minScore > LOW_SCORE ? `${what} Less likely ones: --min-score ${LOW_SCORE}` : what
}

/** Where names that differ by a letter are among the pairs. */
const LOW_SCORE = 30

function shown(session: Session, db: Database, pairs: readonly DuplicatePair[]): readonly ShownPair[] {
  const uids = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))]
  const lines = new Map(getListed(db, uids, session.today).map((line) => [line.uid, line]))
  return pairs.flatMap(({ score, reasons, ...pair }) => {
    const [a, b] = [lines.get(pair.a), lines.get(pair.b)]
    return a === undefined || b === undefined ? [] : [{ score, reasons, a, b }]
  })
}

function readScore(typed: string | undefined): number {
  if (typed === undefined) return USUAL_SCORE
  const score = parseCount(typed, '--min-score')
  if (score > 100)
    throw usageError('No pair scores more than 100.', 'Type: netkeep duplicates --min-score 80')
  return score
}

async function remember(
  session: Session,
  words: readonly string[],
  options: DuplicatesOptions,
): Promise<void> {
  if (options.minScore !== undefined || options.limit !== undefined)
    throw usageError(
      '--not-same is about two contacts; it takes no other option.',
      'Type: netkeep duplicates --not-same WHO WHO',
    )
  if (words.length === 0)
    throw usageError(
      'Which two contacts are not the same?',
      'Type: netkeep duplicates --not-same WHO WHO. Their ids: netkeep duplicates --plain',
    )
  const pair = await resolveTwo(session, words)
  const command = await tellApart(session, ...pair)
  const line = `${sayTwo(pair)} are two; the pair is not shown again.`
  reportChange(
    session,
    command === undefined ? `${line} That was known; nothing was changed.` : line,
    command !== undefined,
    () => pair,
  )
}
