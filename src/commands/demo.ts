/** `netkeep demo`: try netkeep on a sample network, in a database that is thrown away. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import type { Command } from 'commander'
import type { Context } from '../context.ts'
import { fillDemo } from '../demo/fill.ts'
import { DEMO_NETWORK } from '../demo/network.ts'
import type { ContactLine } from '../domain/contact-line.ts'
import { dueJson } from '../render/contact-json.ts'
import { renderDueLines, renderDueTsv } from '../render/contact-lines.ts'
import { plural } from '../render/dates.ts'
import type { Session } from '../session.ts'
import { getLines } from '../store/contact-list.ts'
import { listDue } from '../store/due-list.ts'
import { openStore, type Store } from '../store/open.ts'

export function define(command: Command): void {
  command
    .description('Try netkeep on a sample network: prints its due list. Your own contacts are not touched.')
    .option('--shell', 'open a shell in which netkeep works on the sample network')
    .addHelpText('after', '\nExamples:\n  netkeep demo\n  netkeep demo --shell')
}

export async function run(
  session: Session,
  _args: readonly [],
  options: { readonly shell?: boolean },
): Promise<number> {
  const { context } = session
  const folder = mkdtempSync(path.join(context.tempFolder, 'netkeep-demo-'))
  try {
    const file = path.join(folder, 'netkeep.db')
    const store = openStore(file, { host: context.host, today: session.today, ownsFolder: true })
    try {
      fillDemo(store, DEMO_NETWORK, session.now)
      await showDue(session, store, options.shell === true)
    } finally {
      store.db.close()
    }
    if (options.shell !== true) return 0
    return await openShell(context, folder, file)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A shell in which `netkeep` is this program, even where it is not installed. */
function openShell(context: Context, folder: string, file: string): Promise<number> {
  const bin = path.join(folder, 'bin')
  mkdirSync(bin)
  symlinkSync(context.program, path.join(bin, 'netkeep'))
  const env = { NETKEEP_DB: file, PATH: `${bin}${path.delimiter}${context.env['PATH'] ?? ''}` }
  return context.runProgram(context.env['SHELL'] || '/bin/sh', [], { env })
}

async function showDue(session: Session, { db }: Store, hasShell: boolean): Promise<void> {
  const { today } = session
  const lines = getLines(db, listDue(db, { today, until: today, limit: undefined, filter: {} }), today)
  const [first] = lines
  const firstName = first?.name.split(' ')[0]?.toLowerCase() ?? 'priya'
  const next = hasShell ? inTheShell(firstName) : outsideOfIt()
  await session.show({
    isPaged: false,
    json: () => lines.map(dueJson),
    piped: () => renderDueTsv(lines),
    terminal: (style) =>
      `${[
        style.heading(
          `A sample network of ${plural(DEMO_NETWORK.length, 'contact')}. Who has gone cold, and who is due today:`,
        ),
        '',
        ...renderDueLines(
          session.context.stdout.rows < 30 ? lines.map(withoutNote) : lines,
          today,
          style,
          session.width,
        ),
        '',
        ...next,
      ].join('\n')}\n`,
  })
  if (session.mode === 'piped') session.notice(next.join('\n'))
}

/** On a small terminal the first of them must not scroll away. */
function withoutNote(line: ContactLine): ContactLine {
  return { ...line, lastNote: null }
}

/** With the due list above it, this fits a terminal of 24 lines; the third ask without a give is one of Ingrid. */
function inTheShell(firstName: string): readonly string[] {
  return [
    'In this shell, netkeep works on the sample network. Try:',
    '  what fits into today:    netkeep today',
    '  one by one, by keys:     netkeep review',
    `  before you meet:         netkeep brief ${firstName}`,
    `  and after it:            netkeep log ${firstName} -m "what you talked about"`,
    '  who gave, and who got:   netkeep balance',
    '  a third favour:          netkeep asked ingrid advice',
    '  who opens a door there:  netkeep path sparrowline',
    '  to take that back:       netkeep undo',
    'Leave it with: exit',
  ]
}

function outsideOfIt(): readonly string[] {
  return [
    'Try it on this network:    netkeep demo --shell',
    'Start with somebody:       netkeep add "Grace Hopper" --circle close',
    'Or bring yours in:         netkeep import contacts.vcf --circle outer',
  ]
}
