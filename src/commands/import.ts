/** `netkeep import`: bring in contacts and conversations. */
import { type Command, Option } from 'commander'
import { FORMATS } from '../formats/recognise.ts'
import { importJson } from '../render/import-json.ts'
import { type ImportSummary, renderImport } from '../render/import-summary.ts'
import { wrapLine } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { type ImportOptions, importFiles } from './import-files.ts'
import { asIsOption } from './options.ts'

export function define(command: Command): void {
  command
    .description(
      "Bring in contacts and conversations: address books (vCard, CSV), LinkedIn's archive, mail, calendars, other tools. Again later: only what is new.",
    )
    .argument('<file...>', 'files and folders to read, - for standard input; recognised by content')
    .option('--circle <circle>', 'the circle for new and unscheduled contacts')
    .option('--every <interval>', 'an interval of their own for new and unscheduled contacts')
    .option('--prospect', 'new contacts are to be reached first: see netkeep prospect')
    .addOption(asIsOption())
    .addOption(
      new Option('--prefer <side>', 'where you edited a field that the file has too')
        .choices(['mine', 'theirs'])
        .default('mine'),
    )
    .option('--since <date>', 'only touchpoints from this day on')
    .option('--new-from <number>', 'add those as contacts with whom you had so many exchanges')
    .option(
      '--map <columns>',
      'what the columns of a CSV hold, remembered for files like it: name=Who,email=Mail',
    )
    .addOption(
      new Option('--format <format>', 'what the files are, where they are not recognised').choices(
        Object.keys(FORMATS),
      ),
    )
    .option('--encoding <encoding>', 'how the files are written, where they do not say: windows-1252')
    .option('--include-removed', 'bring back contacts that you removed')
    .option('--dry-run', 'only say what would be done')
    .option('--skip-bad', 'leave out rows that cannot be read, instead of stopping')
    .addHelpText(
      'after',
      `
Imported contacts are unscheduled until you give them a circle: here with --circle, or later with netkeep triage, one key each.

Examples:
  netkeep import Basic_LinkedInDataExport.zip --dry-run
  netkeep import Connections.csv --circle outer
  netkeep import contacts.vcf ~/.contacts
  netkeep import leads.csv --prospect
  netkeep import ~/Mail/Inbox ~/Mail/Sent --since 2025-01-01 --new-from 5 --dry-run`,
    )
}

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: ImportOptions,
): Promise<void> {
  const { summary, isChanged } = await importFiles(session, args[0], options)
  if (session.mode === 'json')
    return session.show({ json: () => importJson(summary), piped: () => '', terminal: () => '' })
  if (session.options.quiet === true) return
  const hint = isChanged ? 'Undo: netkeep undo\n' : ''
  const text =
    renderImport(summary, session.style.glyphs) + (isChanged && isSilent(summary) ? REMEMBERED : '') + hint
  return session.show({
    json: () => undefined,
    piped: () => text,
    isPaged: false,
    terminal: () =>
      text
        .split('\n')
        .flatMap((line) => wrapLine(line, session.width))
        .join('\n'),
  })
}

const REMEMBERED = 'What the files say is remembered: the next import is compared with it.\n'

/** Whether nothing that the summary tells of was changed. */
function isSilent({ created, updated, touchpoints, restored, ownAddresses }: ImportSummary): boolean {
  return (
    created + updated + touchpoints.created + touchpoints.updated === 0 &&
    restored.length === 0 &&
    ownAddresses === undefined
  )
}
