/** Options that several verbs share. */
import { type Command, Option } from 'commander'
import { usageError } from '../errors.ts'

export const VERSION_OPTION = ['--version', 'show the version'] as const
export const HELP_OPTION = ['-h, --help', 'show help'] as const

/** Understood before and after the verb. */
export function addGlobalOptions(command: Command): Command {
  return command
    .optionsGroup('Global options:')
    .option('--db <file>', 'use this database file')
    .option('--json', 'print JSON')
    .option('--plain', 'print as in a pipe: tab-separated, ISO dates, no questions')
    .option('--no-color', 'no colours')
    .option('-q, --quiet', 'print results only')
    .option('--debug', 'show the stack of an unexpected error')
    .option('-y, --yes', 'answer yes where netkeep asks whether to go on')
}

/** For an option that may be given several times: collects its values. */
function collect(value: string, values: readonly string[] = []): readonly string[] {
  return [...values, value]
}

export function repeatable(flags: string, description: string): Option {
  return new Option(flags, `${description} (repeatable)`).argParser(collect)
}

/** A whole number, 0 or more. @throws UserError (usage) */
export function parseCount(text: string, option: string): number {
  if (/^\d{1,9}$/.test(text.trim())) return Number(text)
  throw usageError(`"${text}" is not a whole number.`, `Write it like ${option} 20.`)
}

export function asIsOption(): Option {
  return new Option('--as-is', 'leave the plain due dates, even where many are due at once')
}

/** How many steps to go: a whole number from 1. @throws UserError (usage) */
export function parseSteps(text: string): number {
  if (/^[1-9]\d{0,5}$/.test(text.trim())) return Number(text)
  throw usageError(`"${text}" is not a number of commands.`, 'Type: netkeep undo 3')
}
