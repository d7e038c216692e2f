/** `netkeep circle`: the circles and their intervals. */
import type { Command } from 'commander'
import type { NamedCircle } from '../domain/circle.ts'
import { foldText } from '../domain/match-key.ts'
import { quoteWord } from '../domain/shell-words.ts'
import { UserError, usageError } from '../errors.ts'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { renderTable, renderTsv } from '../render/table.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { findCircle, listStoredCircles, membersOf, removeCircle } from '../store/circles.ts'
import { recordCommand } from '../store/command-log.ts'
import { getLines } from '../store/contact-list.ts'
import { setCadence } from '../store/contacts.ts'
import type { Database } from '../store/driver.ts'
import { paceContacts } from '../store/pacing.ts'
import { defaultCircleName, storeSetting } from '../store/settings.ts'
import { loadOf, parseCircle } from './cadence-options.ts'
import { asIsOption } from './options.ts'
import { circlesOf, notDue, setCircle } from './set-circle.ts'
import { reportChange } from './write.ts'

interface CircleOptions {
  readonly moveTo?: string
  readonly asIs?: boolean
}

export function define(command: Command): void {
  command
    .description(
      'The circles: named closenesses, each with an interval that its members are kept in touch at.',
    )
    .argument('[action]', 'list (default), set or remove')
    .argument('[circle]', 'a circle; set adds it where there is none')
    .argument('[interval...]', 'with set: 2w, 3m, yearly')
    .usage('[options] [list | set <circle> <interval> | remove <circle>]')
    .option('--move-to <circle|none>', 'with remove: the circle its members move to')
    .addOption(asIsOption())
    .addHelpText(
      'after',
      '\nExamples:\n  netkeep circle\n  netkeep circle set close 5w\n  netkeep circle set team weekly\n  netkeep circle remove team --move-to close',
    )
}

export async function run(
  session: Session,
  args: readonly [string | undefined, string | undefined, readonly string[]],
  options: CircleOptions,
): Promise<void> {
  const [action = 'list', name, interval] = args
  if (action === 'list') return list(session)
  if (action !== 'set' && action !== 'remove') {
    throw usageError(
      `"${action}" is nothing that circle does.`,
      'Type: netkeep circle set NAME INTERVAL, or: netkeep circle remove NAME',
    )
  }
  if (name === undefined)
    throw usageError('Name a circle.', `Type: netkeep circle ${action} close${action === 'set' ? ' 6w' : ''}`)
  return action === 'set' ? set(session, name, interval.join(' '), options) : remove(session, name, options)
}

async function list(session: Session): Promise<void> {
  const { db } = await session.store()
  const circles = circlesOf(db)
  await session.show({
    json: () => circles,
    piped: () =>
      renderTsv(circles.map(({ name, interval, contacts }) => [safeText(name), interval, contacts])),
    terminal: (style) => {
      const rows = circles.map(({ name, interval, contacts, isDefault }) => [
        safeText(name),
        interval === null ? 'no interval' : `every ${interval}`,
        plural(contacts, 'contact'),
        isDefault ? 'default' : '',
      ])
      const table = renderTable(rows, [{}, {}, { align: 'right' }, {}], session.width, style.glyphs.more)
      return `${[...table, ...sayUnread(db, session.width)].join('\n')}\n`
    },
  })
}

/** Which circles have no interval that can be read, as another device may have written it, and how each is given one. */
function sayUnread(db: Database, width: number): readonly string[] {
  return listStoredCircles(db)
    .filter(({ interval }) => interval === null)
    .map(({ name, written }) => {
      const what = written === null ? '' : ` that can be read ("${safeText(written)}")`
      const command = `netkeep circle set ${safeText(quoteWord(name))} 6w`
      return wrapLines(`${safeText(name)} has no interval${what}. Give it one: ${command}`, width)
    })
}

async function set(session: Session, name: string, interval: string, options: CircleOptions): Promise<void> {
  const { said, isChanged } = await setCircle(session, name, interval, options.asIs === true)
  const { db } = await session.store()
  reportChange(session, said, isChanged, () => circlesOf(db))
}

async function remove(session: Session, name: string, options: CircleOptions): Promise<void> {
  const store = await session.store()
  const circle = findCircle(store.db, name)
  if (circle === undefined) throw usageError(`There is no circle "${name}".`, 'See them all: netkeep circle')
  const isDefault = foldText(defaultCircleName(store.db)) === foldText(circle.name)
  const target = options.moveTo === undefined ? undefined : parseCircle(store.db, options.moveTo)
  if (target === circle.uid)
    throw usageError('A circle cannot be moved into itself.', 'See them all: netkeep circle')
  const { value, command } = recordCommand(store, { typed: session.typed, at: session.now }, (change) => {
    const { db } = change
    const members = membersOf(db, circle.uid)
    if (target === undefined && members.length > 0)
      throw stillNeeded(circle, `has ${plural(members.length, 'contact')}`)
    if (isDefault && target == null) throw stillNeeded(circle, 'is the one that new contacts join')
    const notYetDue = notDue(db, members, session.today)
    for (const uid of members) setCadence(db, uid, { circle: target ?? null })
    if (isDefault)
      storeSetting(db, 'default-circle', listStoredCircles(db).find(({ uid }) => uid === target)?.name)
    removeCircle(db, circle.uid)
    return { members, paced: options.asIs === true ? 0 : paceContacts(change, notYetDue, session.today, []) }
  })
  const lines = getLines(store.db, value.members, session.today)
  const moved =
    value.members.length === 0 ? '' : ` Its members are in ${safeText(lines[0]?.circle ?? 'no circle')} now.`
  reportChange(
    session,
    `Removed the circle ${safeText(circle.name)}.${moved}${loadOf(lines, value.paced)}`,
    command !== undefined,
    () => circlesOf(store.db),
  )
}

function stillNeeded(circle: NamedCircle, why: string): UserError {
  return new UserError(
    'failed',
    `The circle ${circle.name} ${why}; nothing was changed.`,
    `Say which circle takes its place: netkeep circle remove ${circle.name} --move-to CIRCLE`,
  )
}
