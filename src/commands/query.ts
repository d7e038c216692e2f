/** `netkeep query`: e-mail addresses for mail programs. */
import type { Command } from 'commander'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable } from '../render/table.ts'
import type { Session } from '../session.ts'
import { type FoundAddress, findAddresses } from '../store/address-query.ts'

export function define(command: Command): void {
  command
    .description(
      'E-mail addresses by names, words or a part of the address, in the form that mutt asks for: a line for people to read, then address, name and organization, separated by tabs. The most recently touched first.',
    )
    .argument('<text...>', 'what names or addresses begin with')
    .option('--no-heading', 'addresses only, as aerc wants them')
    .addHelpText(
      'after',
      `
mutt, neomutt:  set query_command = "netkeep query -- %s"
aerc:           address-book-cmd = netkeep query --no-heading -- %s

Examples:
  netkeep query grace
  netkeep query navy.mil --json`,
    )
}

/** Nobody reads on: another letter is typed. */
const MOST = 100

export async function run(
  session: Session,
  args: readonly [readonly string[]],
  options: { readonly heading: boolean },
): Promise<void> {
  const { db } = await session.store()
  const found = findAddresses(db, args[0].join(' '), MOST)
  const heading = headingFor(found.length)
  const rows = found.map(({ email, name, organization, label }) => [
    field(email),
    field(name),
    field(organization ?? label ?? ''),
  ])
  await session.show({
    json: () =>
      found.map(({ uid, email, name, organization, label }) => ({ uid, email, name, organization, label })),
    piped: () =>
      [...(options.heading ? [heading] : []), ...rows.map((row) => row.join('\t'))]
        .map((line) => `${line}\n`)
        .join(''),
    terminal: (style) => {
      const table = renderTable(rows, COLUMNS, session.width, style.glyphs.more)
      return `${[...table, ...(options.heading ? [style.faint(heading)] : [])].join('\n')}\n`
    },
  })
}

const COLUMNS = [{ shrinksTo: 20 }, { shrinksTo: 16 }, { shrinksTo: 12 }]

function headingFor(count: number): string {
  if (count === 0) return 'No address found.'
  return count === MOST ? `The first ${MOST} addresses` : plural(count, 'address', 'addresses')
}

/** One field of a line: the mail program cuts at tabs and shows the rest as it is. */
function field(text: FoundAddress['name']): string {
  return safeText(text.replace(/\s+/g, ' ').trim())
}
