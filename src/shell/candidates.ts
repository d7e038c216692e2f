/** What completion offers: the candidates for what is asked for at the cursor, best first, and what the shell has to do with them. */
import { foldText, nameKeyOf, wordsOf } from '../domain/match-key.ts'
import { type Candidate, FOUND_BY_WORDS, GENERATORS, type KnownValues, plain } from './generators.ts'
import type { Shell } from './shells.ts'
import type { Asked } from './typed-line.ts'
import type { OptionEntry, VerbTable } from './verb-table.ts'

export interface Completion {
  readonly candidates: readonly Candidate[]
  /** Files may stand here: the shell knows those best. */
  readonly hasFiles: boolean
}

/** @param shell fish shows only what has the letters typed in it. */
export function completionFor(
  asked: Asked,
  table: VerbTable,
  known: KnownValues,
  shell: Shell | undefined,
): Completion {
  const { typed } = asked
  const begins = ({ value }: Candidate): boolean => foldText(value).startsWith(foldText(typed))
  const candidates = asked.values.flatMap(({ kind, words }) => {
    if (kind === null || kind === 'file') return plain(words).filter(begins)
    const generated = GENERATORS[kind](typed, known, table, asked.args)
    return [
      ...plain(words).filter(begins),
      ...(FOUND_BY_WORDS.includes(kind) ? generated : generated.filter(begins)),
    ]
  })
  const usable = candidates.filter(({ value }) => !asked.isDashOption || !value.startsWith('-'))
  const options = asked.options.flatMap((option) => namesOf(option, typed))
  return {
    candidates: distinct([...usable, ...options]).map((candidate) =>
      shell === 'fish' ? asContaining(typed, candidate) : candidate,
    ),
    hasFiles: asked.values.some(({ kind }) => kind === 'file'),
  }
}

/**
 * Whether a shell loses something when it puts what all values begin with in place of what is typed: `hop` may stand for Grace Hopper
 * and Ann Hopkins, who share no beginning, or one that says less.
 */
export function losesTyped(typed: string, values: readonly string[]): boolean {
  const common = wordsOf(commonBeginning(values))
  return (
    values.length > 1 &&
    !foldText(commonBeginning(values)).startsWith(foldText(typed)) &&
    !wordsOf(typed).every((word) => common.some((other) => other.startsWith(word)))
  )
}

function commonBeginning([first = '', ...others]: readonly string[]): string {
  let length = first.length
  for (const other of others) while (!other.startsWith(first.slice(0, length))) length--
  return first.slice(0, length)
}

/** The long name; a short one only where it is typed already. */
function namesOf({ names, description }: OptionEntry, typed: string): readonly Candidate[] {
  return names
    .filter((name) => (name.startsWith('--') ? name.startsWith(typed) : name === typed))
    .map((value) => ({ value, description }))
}

/** `zoe muller` for Zoë Müller where `zoe` is typed: netkeep understands it as well. */
function asContaining(typed: string, candidate: Candidate): Candidate {
  const { value, description } = candidate
  const key = nameKeyOf(value)
  if (value.toLowerCase().includes(typed.toLowerCase()) || !key.includes(nameKeyOf(typed))) return candidate
  return { value: key, description: description === '' ? value : `${value}, ${description}` }
}

function distinct(candidates: readonly Candidate[]): readonly Candidate[] {
  const values = candidates.map(({ value }) => value)
  return candidates.filter(({ value }, index) => values.indexOf(value) === index)
}
