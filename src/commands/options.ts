/** Options that several verbs share. */
import { type Command, Option } from 'commander'

/** Understood before and after the verb. */
export function addGlobalOptions(command: Command): Command {
  return command
    .optionsGroup('Global options:')
    .option('--db <path>', 'use this database file')
    .option('--json', 'print JSON')
    .option('--plain', 'print as in a pipe: tab-separated, ISO dates, no questions')
    .option('--no-color', 'no colours')
    .option('-q, --quiet', 'print results only')
    .option('--debug', 'show the stack of an unexpected error')
    .option('-y, --yes', 'answer questions with yes')
    .optionsGroup('Options:')
}

/** For an option that may be given several times: collects its values. */
export function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description} (repeatable)`).argParser(collect)
}
