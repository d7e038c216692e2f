/** Reads a line that is still being typed: what may stand where the cursor is. The rules are commander's: options and arguments in any order. */
import type { Argument, OptionEntry, Value, VerbDescription, VerbTable } from './verb-table.ts'

/** What is asked for at the cursor. */
export interface Asked {
  /** What stands before the value in the same word: `--circle=`. */
  readonly head: string
  /** The value as far as it is typed. */
  readonly typed: string
  readonly values: readonly Value[]
  /** The options that may come here. */
  readonly options: readonly OptionEntry[]
  /** Whether a value that begins with - would be taken for an option. */
  readonly isDashOption: boolean
  /** The arguments before it. */
  readonly args: readonly string[]
  /** What --db gave. */
  readonly database: string | undefined
}

/** @param words what stands after `netkeep`; the last is the word at the cursor, up to the cursor. */
export function readLine(table: VerbTable, words: readonly string[]): Asked {
  const line = readWords(table, words.slice(0, -1))
  const last = words.at(-1) ?? ''
  const asked = {
    head: '',
    typed: last,
    values: [],
    options: [],
    isDashOption: false,
    args: line.args,
    database: line.database,
  }
  const options = optionsOf(table, line.verb)
  if (line.pending !== undefined) return { ...asked, values: valuesOf(line.pending) }
  if (line.isOver || !last.startsWith('-')) {
    return { ...asked, values: valuesAt(table, line), isDashOption: !line.isOver }
  }
  const [name = '', value] = splitAtEquals(last)
  if (value !== undefined) {
    const option = findOption(options, name)
    return { ...asked, head: `${name}=`, typed: value, values: option === undefined ? [] : valuesOf(option) }
  }
  return {
    ...asked,
    options: line.hasUnknownVerb ? [] : options.filter((option) => isOpen(option, line.given)),
  }
}

interface Line {
  readonly verb: VerbDescription | undefined
  readonly hasUnknownVerb: boolean
  readonly args: readonly string[]
  readonly given: readonly OptionEntry[]
  /** An option whose value comes next. */
  readonly pending: OptionEntry | undefined
  /** Whether `--` has ended the options. */
  readonly isOver: boolean
  readonly database: string | undefined
}

function readWords(table: VerbTable, words: readonly string[]): Line {
  let verb: VerbDescription | undefined
  let hasUnknownVerb = false
  let pending: OptionEntry | undefined
  let isOver = false
  let database: string | undefined
  const args: string[] = []
  const given: OptionEntry[] = []
  const keep = (option: OptionEntry | undefined, value: string | undefined): void => {
    if (option?.names.includes('--db') === true) database = value
  }
  for (const word of words) {
    if (pending !== undefined) {
      keep(pending, word)
      pending = undefined
    } else if (isOver || word === '-' || !word.startsWith('-')) {
      if (verb !== undefined) args.push(word)
      else {
        verb = table.verbs.find(({ name }) => name === word)
        hasUnknownVerb ||= verb === undefined
      }
    } else if (word === '--') {
      isOver = true
    } else {
      const [name, value] = splitAtEquals(word)
      const taken = takeOptions(optionsOf(table, verb), name)
      given.push(...taken.options)
      const last = taken.options.at(-1)
      if (value === undefined && taken.isValueMissing) pending = last
      else keep(last, value)
    }
  }
  return { verb, hasUnknownVerb, args, given, pending, isOver, database }
}

/** Only long options take their value after an equals sign. */
function splitAtEquals(word: string): readonly [string, string | undefined] {
  const at = word.startsWith('--') ? word.indexOf('=') : -1
  return at === -1 ? [word, undefined] : [word.slice(0, at), word.slice(at + 1)]
}

/** `--note`, or short ones together: `-qm`, where what stands behind one with a value is the value. */
function takeOptions(
  options: readonly OptionEntry[],
  word: string,
): { readonly options: readonly OptionEntry[]; readonly isValueMissing: boolean } {
  if (word.startsWith('--')) {
    const option = findOption(options, word)
    return { options: option === undefined ? [] : [option], isValueMissing: option?.value != null }
  }
  const taken: OptionEntry[] = []
  for (let at = 1; at < word.length; at++) {
    const option = findOption(options, `-${word[at]}`)
    if (option === undefined) break
    taken.push(option)
    if (option.value !== null) return { options: taken, isValueMissing: at === word.length - 1 }
  }
  return { options: taken, isValueMissing: false }
}

function optionsOf(table: VerbTable, verb: VerbDescription | undefined): readonly OptionEntry[] {
  return [...(verb?.options ?? table.programOptions), ...table.options]
}

function findOption(options: readonly OptionEntry[], name: string): OptionEntry | undefined {
  return options.find(({ names }) => names.includes(name))
}

function isOpen(option: OptionEntry, given: readonly OptionEntry[]): boolean {
  const excludes = (one: OptionEntry, other: OptionEntry): boolean =>
    one.conflicts.some((name) => other.names.includes(name))
  return !given.some(
    (other) =>
      (other.names[0] === option.names[0] && !option.isRepeatable) ||
      excludes(option, other) ||
      excludes(other, option),
  )
}

function valuesOf({ value }: OptionEntry): readonly Value[] {
  return value === null ? [] : [value]
}

function valuesAt(table: VerbTable, { verb, hasUnknownVerb, args }: Line): readonly Value[] {
  if (verb === undefined) return hasUnknownVerb ? [] : [{ kind: 'verb', words: [] }]
  const actions = verb.forms.flatMap(({ action }) => action ?? [])
  // A form without an action may stand beside those with one: `watch list`, `watch navy`.
  const plain = verb.forms.find(({ action }) => action === null)?.args ?? []
  const [typed] = args
  if (typed === undefined) {
    const values = argumentsAt(plain, 0)
    return actions.length === 0 ? values : [{ kind: null, words: actions }, ...values]
  }
  const form = verb.forms.find(({ action }) => action === typed)
  if (form === undefined) return argumentsAt(plain, args.length)
  const setting = table.settings.find(({ name }) => name === args[1])
  return argumentsAt(form.args, args.length - 1).map((value) =>
    // What stands behind the name of a setting is a value of that setting.
    value.name === 'value' && setting !== undefined ? setting.value : value,
  )
}

/** After several contacts may come one more, or what follows them (`move grace ada close`): that first, there is less of it. */
function argumentsAt(args: readonly Argument[], position: number): readonly Argument[] {
  const variadic = args.findIndex(({ isVariadic }) => isVariadic)
  if (variadic === -1 || position < variadic) return args.slice(position, position + 1)
  const several = args.slice(variadic, variadic + 1)
  return position === variadic ? several : [...args.slice(variadic + 1), ...several]
}
