/** `netkeep export`: take everything out, or give contacts to other programs. */
import path from 'node:path'
import { type Command, Option } from 'commander'
import { type UserError, usageError } from '../errors.ts'
import { settingsFileOf } from '../machine-settings.ts'
import { plural } from '../render/dates.ts'
import { safeLines, safeText } from '../render/safe-text.ts'
import { type Session, writeResult } from '../session.ts'
import { exportContacts, mergedUids } from '../store/export-contacts.ts'
import { inOneMoment, throughOneMoment } from '../store/one-moment.ts'
import type { CardFolder, WrittenCards } from './export-folder.ts'
import { EXPORT_FORMATS, type ExportFormat, type ExportRequest } from './export-formats.ts'
import { checkFileTarget, type ExportTarget, exportTarget, type OwnFiles } from './export-target.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter } from './filters.ts'
import { type HeldText, holdText } from './held-text.ts'
import { settleFolder, writeWholeFile } from './whole-file.ts'

interface ExportOptions extends FilterOptions {
  readonly format?: string
  readonly output?: string
  readonly as?: 'todo' | 'event'
  readonly raw?: boolean
  readonly force?: boolean
}

export function define(command: Command): void {
  const names = EXPORT_FORMATS.map(({ name }) => name)
  const width = Math.max(...names.map((name) => name.length))
  const formats = EXPORT_FORMATS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`)
  addFilters(
    command.description('Take everything out, or give contacts to other programs. Nothing here is changed.'),
  )
    .addOption(
      new Option(
        '--format <format>',
        'how it is written (default: by the name of the file, else json)',
      ).choices(names),
    )
    .option('-o, --output <file>', 'where to; without it, standard output')
    .option('--raw', 'csv: cells as they are, even those that a spreadsheet would calculate')
    .addOption(
      new Option('--as <form>', 'ics: due dates as to-dos (default) or as events').choices(['todo', 'event']),
    )
    .option('--force', 'replace a file that is there')
    .addHelpText(
      'after',
      `
Formats:
${formats.join('\n')}

Examples:
  netkeep export -o netkeep.json
  netkeep export --format markdown --circle inner | less`,
    )
}

export async function run(session: Session, _args: readonly [], options: ExportOptions): Promise<void> {
  const target = exportTarget(options.output, session.context.cwd)
  const format = formatFor(target, options)
  checkOptions(session, format, target, options)
  const store = await session.store()
  const filter = await readFilter(session, options)
  const counter = { contacts: 0 }
  const request: ExportRequest = {
    db: store.db,
    today: session.today,
    filter,
    as: options.as ?? 'todo',
    isRaw: options.raw === true,
    onContact: () => {
      counter.contacts++
    },
  }
  const isForced = options.force === true
  if (target.kind === 'folder') return exportFolder(session, format, target, request, isForced)
  const write = await format.load()
  if (target.kind === 'file') {
    checkFileTarget(target.path, await ownFiles(session), isForced)
    await throughOneMoment(store.db, () =>
      writeWholeFile(target.path, write(request), isForced, session.context.onEnding),
    )
    settleFolder(path.dirname(target.path))
    const { contacts } = counter
    return session.report(`Exported ${plural(contacts, 'contact')} to ${safeText(target.path)}.`, () => ({
      format: format.name,
      file: target.path,
      contacts,
    }))
  }
  const text = inOneMoment(store.db, () => holdText(write(request), session.context.tempFolder))
  try {
    await print(session, text)
  } finally {
    text.close()
  }
}

async function exportFolder(
  session: Session,
  format: ExportFormat,
  folder: CardFolder,
  { db, filter, today }: ExportRequest,
  isForced: boolean,
): Promise<void> {
  const { writeCardFolder } = await import('./export-folder.ts')
  const contacts = [...exportContacts(db, filter, today)]
  const { written, others } = await writeCardFolder(
    folder,
    contacts,
    format.cards ?? '3.0',
    await ownFiles(session),
    isForced,
    mergedUids(db),
    session.context.onEnding,
  )
  const rest = written === contacts.length ? '' : `, ${written} of them new or changed`
  session.report(
    `Exported ${plural(contacts.length, 'contact')} to ${safeText(folder.path)}${rest}.`,
    () => ({ format: format.name, file: folder.path, contacts: contacts.length, written, others }),
  )
  tellOthers(session, others)
}

/** What netkeep does not remove itself: another program wrote it. */
function tellOthers(session: Session, others: WrittenCards['others']): void {
  for (const { file, name, card } of others.slice(0, MOST_OTHERS))
    session.notice(`${safeText(file)} is another card of ${safeText(name)}, who has ${safeText(card)}.`)
  const more = others.length - MOST_OTHERS
  if (more > 0) session.notice(`So are ${more} more.`)
  const [first] = others
  if (first === undefined) return
  const [them, whom] = others.length === 1 ? ['it', safeText(first.name)] : ['them', 'these contacts']
  session.notice(`Remove ${them}, or programs that read the folder show ${whom} twice.`)
}

const MOST_OTHERS = 20

async function ownFiles(session: Session): Promise<OwnFiles> {
  return { database: (await session.store()).path, settings: await settingsFileOf(session.context) }
}

/** What was asked for, else what the name of the file says; a folder is one of cards. */
function formatFor(target: ExportTarget, { format }: ExportOptions): ExportFormat {
  const find = (isMeant: (known: ExportFormat) => boolean): ExportFormat | undefined =>
    EXPORT_FORMATS.find(isMeant)
  const byPlace =
    target.kind === 'folder'
      ? find(({ name }) => name === 'vcard')
      : target.kind === 'file'
        ? find(({ extension }) => target.path.toLowerCase().endsWith(extension))
        : undefined
  const found = format === undefined ? byPlace : find(({ name }) => name === format)
  return found ?? EXPORT_FORMATS[0]
}

/** @throws UserError (usage) for what does not go together */
function checkOptions(
  session: Session,
  format: ExportFormat,
  target: ExportTarget,
  options: ExportOptions,
): void {
  if (format.isWhole === true && isFiltering(options)) {
    throw usageError(
      `${format.name} is always everything: filters go with the other formats.`,
      'Type: netkeep export --format vcard --circle inner',
    )
  }
  if (session.mode === 'json' && target.kind === 'output' && format.name !== 'json')
    throw usageError(
      `--json and --format ${format.name} do not go together.`,
      'Leave one of them out, or name a file: -o FILE',
    )
  for (const option of ['raw', 'as'] as const) {
    const owner = EXPORT_FORMATS.find((known) => known.options?.includes(option))
    if (options[option] !== undefined && owner !== undefined && format.options?.includes(option) !== true)
      throw usageError(
        `--${option} goes with ${owner.name}.`,
        `Type: netkeep export --format ${owner.name} --${option}`,
      )
  }
  if (target.kind === 'folder' && format.cards === undefined) throw folderRefused(target.path)
}

function folderRefused(folder: string): UserError {
  return usageError(`${folder} is a folder.`, `Name a file in it: -o '${folder}/contacts.json'`)
}

/**
 * On a terminal nothing of it may do anything but be seen, and what is long goes through the pager; in a pipe it is to the byte what a
 * file would hold.
 */
async function print(session: Session, text: HeldText): Promise<void> {
  const { context, mode } = session
  if (mode === 'terminal' && text.isShort) {
    const shown = `${safeLines([...text.pieces()].join('').trimEnd()).join('\n')}\n`
    return session.show({ json: () => null, piped: () => shown, terminal: () => shown })
  }
  for (const piece of text.pieces())
    writeResult(context, context.stdout.isTerminal ? safeLines(piece).join('\n') : piece)
}
