/** run(args, context) → exit code: finds the verb, loads only it, and turns errors into words. */
import { Command, CommanderError } from 'commander'
import { addGlobalOptions, HELP_OPTION, VERSION_OPTION } from './commands/options.ts'
import type { Context } from './context.ts'
import { BUG_EXIT_CODE, UserError, usageError } from './errors.ts'
import { renderBug, renderError } from './render/error.ts'
import { safeJson } from './render/safe-text.ts'
import { wrapText } from './render/text-width.ts'
import {
  createSession,
  type GlobalOptions,
  remark,
  type Session,
  wrapRemark,
  writeResult,
} from './session.ts'
import { asDatabaseError } from './store/database-errors.ts'
import { asSystemError } from './system-errors.ts'
import { HOME, VERBS, type VerbEntry } from './verbs.ts'

/** Runs one command line (without `node` and the script) and returns its exit code. Only EPIPE is thrown. */
export async function run(args: readonly string[], context: Context): Promise<number> {
  try {
    return await dispatch(args, context)
  } catch (error) {
    if (isBrokenPipe(error)) throw error
    return report(error, args, context)
  }
}

async function dispatch(given: readonly string[], context: Context): Promise<number> {
  // Node puts this character where bytes are not UTF-8: a name in another encoding would be stored spoilt.
  if (given.some((arg) => arg.includes('\ufffd'))) {
    throw usageError(
      'An argument is not UTF-8 text; nothing was done.',
      'Set the terminal to UTF-8 and type it again.',
    )
  }
  const args = helpAsOption(given)
  const typedVerb = args[verbIndex(args)]
  const isHome =
    typedVerb === undefined && !args.some((arg) => arg === '-h' || arg === '--help' || arg === '--version')
  const entry = isHome ? HOME : VERBS.find((verb) => verb.name === typedVerb)
  const program = createProgram(context)
  let session: Session | undefined
  let exitCode = 0
  if (entry === undefined) {
    for (const verb of VERBS) describe(program, verb)
  } else {
    const verb = await entry.load()
    const command = describe(program, entry, isHome)
    verb.define(command)
    addGlobalOptions(command)
    refuseTwice(command)
    command.action(async (...values: readonly unknown[]) => {
      // Of an option that defaults to true, commander takes the program's default for a value and loses what stands after the verb.
      const color =
        program.opts<GlobalOptions>().color !== false && command.opts<GlobalOptions>().color !== false
      const options = { ...command.optsWithGlobals<GlobalOptions>(), color }
      session = await createSession(context, options, entry.name, given)
      exitCode = (await verb.run(session, values.slice(0, -2), options)) ?? 0
    })
  }
  try {
    // Where the verb is unknown that is the error, even with --help behind it.
    await program.parseAsync(entry === undefined && typedVerb !== undefined ? [typedVerb] : args, {
      from: 'user',
    })
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw asDatabaseError(error, session?.databaseFile() ?? 'The database') ?? error
    }
    if (error.exitCode !== 0) throw asUsageError(error, entry, args)
  } finally {
    session?.close()
  }
  return exitCode
}

function createProgram(context: Context): Command {
  const program = new Command('netkeep')
    .description('Keep your network warm: who you know, when you were last in touch, who has gone cold.')
    .usage('[options] [command]')
    .version(context.version, ...VERSION_OPTION)
    .helpOption(...HELP_OPTION)
    .helpCommand(false)
    .enablePositionalOptions()
    .configureHelp({ subcommandTerm: (command) => command.name() })
    .exitOverride()
    .configureOutput({ writeOut: (text) => writeResult(context, wrapHelp(text)), writeErr: () => undefined })
    .addHelpText('after', '\nMore on one of them: netkeep help log')
  return addGlobalOptions(program)
}

/** commander wraps what it knows; the texts behind it are wrapped here, under their own indentation. */
function wrapHelp(text: string): string {
  const wrap = (line: string): string => {
    const indent = ' '.repeat(line.length - line.trimStart().length)
    return line.length <= HELP_WIDTH
      ? line
      : wrapText(line.trim(), HELP_WIDTH - indent.length)
          .map((part) => indent + part)
          .join('\n')
  }
  return text.split('\n').map(wrap).join('\n')
}

const HELP_WIDTH = 80

function describe(program: Command, verb: VerbEntry, isDefault = false): Command {
  return program
    .command(verb.name, { isDefault, hidden: isDefault })
    .summary(verb.summary)
    .helpGroup(`${verb.group}:`)
    .helpOption(...HELP_OPTION)
}

/** Of a value given twice commander takes the last, and what was first would be lost without a word. */
function refuseTwice(command: Command): void {
  for (const option of command.options) {
    if (!option.required || option.parseArg !== undefined) continue
    let isGiven = false
    command.on(`option:${option.name()}`, () => {
      if (isGiven) throw usageError(`${option.long} is given twice.`, 'Give it once.')
      isGiven = true
    })
  }
}

/** `netkeep help due` is `netkeep due --help`. */
function helpAsOption(args: readonly string[]): readonly string[] {
  const index = verbIndex(args)
  if (args[index] !== 'help') return args
  const rest = args.toSpliced(index, 1)
  return [...rest.slice(0, index + 1), '--help']
}

/** The place of the first argument that is neither a global option nor its value. */
function verbIndex(args: readonly string[]): number {
  const index = args.findIndex((arg, at) => !arg.startsWith('-') && args[at - 1] !== '--db')
  return index === -1 ? args.length : index
}

/** Commander's message is "error: what is wrong" and maybe a suggestion on a second line. */
function asUsageError(
  error: CommanderError,
  entry: VerbEntry | undefined,
  args: readonly string[],
): UserError {
  const [first = '', suggestion] = error.message.replace(/^error: /, '').split('\n')
  const message = `${first.charAt(0).toUpperCase()}${first.slice(1)}${/[.?!]$/.test(first) ? '' : '.'}`
  const help = entry === undefined || entry === HOME ? 'netkeep --help' : `netkeep ${entry.name} --help`
  if (suggestion === undefined && error.code === 'commander.unknownOption' && isBehindWords(first, args))
    return usageError(message, `A text that begins with -: put -- before it. See: ${help}`)
  return usageError(
    message,
    suggestion === undefined ? `See: ${help}` : `${suggestion.replace(/[()]/g, '')} See: ${help}`,
  )
}

/** Whether the option that commander does not know may be meant as a text: `intro update ada outcome "-hired"`. */
function isBehindWords(message: string, args: readonly string[]): boolean {
  const flag = /'(-.*)'/.exec(message)?.[1] ?? ''
  const at = args.findIndex((arg) => arg.startsWith(flag))
  return args.slice(verbIndex(args) + 1, Math.max(at, 0)).some((arg) => !arg.startsWith('-'))
}

function report(error: unknown, args: readonly string[], context: Context): number {
  const known = error instanceof UserError ? error : asSystemError(error)
  const end = args.indexOf('--')
  const options = end === -1 ? args : args.slice(0, end)
  if (known === undefined) {
    const isDebugging = options.includes('--debug') || context.env['NETKEEP_DEBUG'] === '1'
    remark(context, renderBug(error, context.version, isDebugging))
    return BUG_EXIT_CODE
  }
  const { code, message, hint, candidates } = known
  const isJson = options.includes('--json')
  remark(
    context,
    isJson
      ? safeJson({ error: { code, message, hint: hint ?? null, candidates } })
      : wrapRemark(context, renderError(known)),
  )
  return known.exitCode
}

/** The reader has seen enough (`netkeep list | head -1`). */
export function isBrokenPipe(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EPIPE'
}
