/** `netkeep intro`: whom you introduce to whom, who introduces you, and what comes of it. */
import { type Command, Option } from 'commander'
import { type IntroductionRecord, isUnderWay, nextState } from '../domain/introduction.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import { usageError } from '../errors.ts'
import {
  describeIntroduction,
  introductionJson,
  renderIntroductionLines,
  renderIntroductionTsv,
} from '../render/introduction-lines.ts'
import { safeText } from '../render/safe-text.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { recordCommand } from '../store/command-log.ts'
import { withdrawIntroduction } from '../store/introducing.ts'
import {
  countIntroductions,
  findIntroduction,
  type IntroductionQuery,
  listIntroductions,
} from '../store/introductions.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { refuseOthers } from './actions.ts'
import { type IntroduceOptions, introduceContacts } from './introduce-contacts.ts'
import { refuseNoNames } from './introduction-words.ts'
import { limitOption, readLimit, renderCut } from './limit.ts'
import { updateIntroduction } from './update-introduction.ts'
import { resolveIntroduction } from './which-introduction.ts'
import { resolveOne } from './whom.ts'
import { reportChange } from './write.ts'

interface IntroOptions extends IntroduceOptions {
  readonly open?: boolean
  readonly limit?: string
}

export function define(command: Command): void {
  command
    .description(
      'Introductions: you introduce two contacts, or a contact introduces you to another. What becomes of each is kept.',
    )
    .argument('[words...]', 'two contacts; or list, update or remove, and which introduction')
    .usage(
      '[options] [<who...> | list [who...] | update <introduction> <state> [text...] | remove <introduction>]',
    )
    .option('--for <text>', 'what it is for')
    .option('--by <who>', 'this contact introduces you to the one named')
    .addOption(new Option('--state <state>', 'how far it is (default: offered; with --by: made)'))
    .option('--on <date>', 'the day it got so far: yesterday, friday, 2026-11-20 (default: today)')
    .option('--new', 'with --by: add a contact of that name where nobody matches')
    .option('--no-log', 'record no touchpoint for it')
    .option('--open', 'with list: only those under way')
    .addOption(limitOption())
    .addHelpText(
      'after',
      `
States: offered, agreed, made, met, outcome; or declined, which ends it. Any may
be skipped; going back clears the days of later ones. update and remove take the
id of an introduction, or contacts with one that may be meant.
One that you have made counts as being in touch with both, and as an
introduction that you gave; one made by another contact, as an introduction got
from that one.
In a pipe, a line has these fields, separated by tabs:
  id, first name, second name (empty for you), who introduces (empty for you),
  what for, state, its day, outcome (or why it was declined)

Examples:
  netkeep intro ada grace --for "a compiler job"
  netkeep intro grace --by ada
  netkeep intro update grace made --on yesterday
  netkeep intro update 3f2a1b outcome "they founded a company"
  netkeep intro update grace declined "no time before spring"
  netkeep intro list --open`,
    )
}

export async function run(
  session: Session,
  [words]: readonly [readonly string[]],
  options: IntroOptions,
): Promise<void> {
  const [action, ...rest] = words
  switch (action) {
    case 'update':
      check(session, action, options, ['on', 'log'])
      return updateIntroduction(session, rest, options)
    case 'remove':
      check(session, action, options, [])
      return remove(session, rest)
    case 'list':
      check(session, action, options, ['open', 'limit'])
      return list(session, rest, options)
    default:
      if (await isListing(session, words, options)) {
        check(session, 'list', options, ['open', 'limit'])
        return list(session, words, options)
      }
      if (options.by === undefined) await refuseNoNames(session, words, ['list', 'update', 'remove'])
      check(session, 'WHO WHO', options, ['for', 'by', 'state', 'on', 'new', 'log'])
      return introduceContacts(session, words, options)
  }
}

/** commander gives `--no-log` as log: false, and true without it. */
function check(session: Session, action: string, options: IntroOptions, own: readonly string[]): void {
  const { log, ...others } = options
  const given = log || own.includes('log') ? others : { ...others, noLog: true }
  refuseOthers(session, action, given, own)
}

/** Nobody, or one contact, with nothing that says what is to be introduced: short for listing. */
async function isListing(
  session: Session,
  words: readonly string[],
  { by, state, for: purpose, open }: IntroOptions,
): Promise<boolean> {
  if (words.length === 0 || open === true) return by === undefined
  if (by !== undefined || state !== undefined || purpose !== undefined) return false
  if (new Set(words).size < words.length) return false
  return lookUpStrictly(words.join(' '), nameIndexOf((await session.store()).db)).kind !== undefined
}

async function list(session: Session, words: readonly string[], options: IntroOptions): Promise<void> {
  const { db } = await session.store()
  const contact = words.length === 0 ? undefined : await resolveOne(session, words, 'read')
  const query: IntroductionQuery = {
    isOpen: options.open === true,
    limit: readLimit(session, options.limit),
    ...(contact === undefined ? {} : { contact: contact.uid }),
  }
  const introductions = listIntroductions(db, query)
  await session.show({
    json: () => introductions.map(introductionJson),
    piped: () => renderIntroductionTsv(introductions),
    terminal: (style) => {
      if (introductions.length === 0) return wrapLines(sayNone(options, contact?.name), session.width)
      const rows = renderIntroductionLines(introductions, session.today, style, session.width)
      const more =
        introductions.length === query.limit ? countIntroductions(db, query) - introductions.length : 0
      const next = sayNext(introductions)
      return `${renderCut(rows, more, style)}${next === undefined ? '' : `${style.faint(next)}\n`}`
    },
  })
}

/** How the one that waits longest moves on. */
function sayNext([first]: readonly IntroductionRecord[]): string | undefined {
  const next = first === undefined || !isUnderWay(first.state) ? undefined : nextState(first.state)
  return next === undefined ? undefined : `Next: netkeep intro update ${first?.id} ${next}`
}

function sayNone({ open }: IntroOptions, name: string | undefined): string {
  const which = `${open === true ? ' under way' : ''}${name === undefined ? '' : ` with ${safeText(name)}`}`
  const first =
    open === true || name !== undefined ? '' : ' Make one: netkeep intro ada grace --for "a compiler job"'
  return `No introductions${which}${which === '' ? ' yet' : ''}.${first}\n`
}

async function remove(session: Session, words: readonly string[]): Promise<void> {
  if (words.length === 0)
    throw usageError('Which introduction?', 'See them: netkeep intro list. Then: netkeep intro remove ID')
  const introduction = await resolveIntroduction(session, words, () => true)
  const store = await session.store()
  const { command } = recordCommand(store, { typed: session.typed, at: session.now }, ({ db }) => {
    const current = findIntroduction(db, introduction.uid)
    if (current !== undefined) withdrawIntroduction(db, current)
  })
  const touchpoint = introduction.touchpoint === null ? '' : ' Its touchpoint is removed too.'
  const said = safeText(describeIntroduction(introduction, session.today))
  const line =
    command === undefined
      ? 'That introduction was removed already; nothing was changed.'
      : `Removed the introduction: ${said}.${touchpoint}`
  reportChange(session, line, command !== undefined, () => introductionJson(introduction))
}
