/** The table that completion reads (shell/verb-table.ts), made of the definitions of all verbs. The build does it once (scripts/build.js). */
import { Command, type Option } from 'commander'
import { addGlobalOptions, HELP_OPTION, VERSION_OPTION } from './commands/options.ts'
import { SETTINGS } from './config.ts'
import {
  type OptionEntry,
  parsePlaceholder,
  parseUsage,
  type Value,
  type VerbTable,
} from './shell/verb-table.ts'
import { VERBS, type VerbEntry } from './verbs.ts'

const HELP_VERB = {
  name: 'help',
  summary: 'show the help of a command',
  forms: parseUsage('[verb]'),
  options: [],
}

export async function verbTable(): Promise<VerbTable> {
  const globals = addGlobalOptions(new Command()).option(...HELP_OPTION)
  return {
    options: globals.options.map(optionEntry),
    programOptions: new Command().option(...VERSION_OPTION).options.map(optionEntry),
    verbs: [...(await Promise.all(VERBS.map(describe))), HELP_VERB],
    settings: SETTINGS.map(({ name, summary, values = 'text' }) => ({
      name,
      summary,
      value: parsePlaceholder(values),
    })),
  }
}

async function describe({ name, summary, load }: VerbEntry): Promise<VerbTable['verbs'][number]> {
  const command = new Command(name)
  const { define } = await load()
  define(command)
  return { name, summary, forms: parseUsage(command.usage()), options: command.options.map(optionEntry) }
}

function optionEntry(option: Option, _index: number, options: readonly Option[]): OptionEntry {
  return {
    names: [option.short, option.long].filter((name) => name !== undefined),
    value: optionValue(option),
    description: option.description,
    // A parser of its own is there to collect the values (commands/options.ts); commander sets one for choices.
    isRepeatable: option.parseArg !== undefined && option.argChoices === undefined,
    conflicts: options.filter((other) => excludes(option, other)).flatMap(({ long }) => long ?? []),
  }
}

function optionValue({ flags, argChoices }: Option): Value | null {
  if (argChoices !== undefined) return { kind: null, words: argChoices }
  const [, placeholder] = /[<[](.+)[>\]]$/.exec(flags) ?? []
  return placeholder === undefined ? null : parsePlaceholder(placeholder)
}

/** commander has no type for what it keeps of `conflicts()`. */
function excludes(option: Option, other: Option): boolean {
  return (
    'conflictsWith' in option &&
    Array.isArray(option.conflictsWith) &&
    option.conflictsWith.includes(other.attributeName())
  )
}
