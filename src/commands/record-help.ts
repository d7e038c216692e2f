/** What gave, asked and got share: a touchpoint of the help ledger. */
import type { Command } from 'commander'
import type { ContactLine } from '../domain/contact-line.ts'
import { type Help, type HelpSide, parseHelpKind, touchpointKindOf } from '../domain/help.ts'
import { lookUpStrictly } from '../domain/look-up.ts'
import { quoteWord } from '../domain/shell-words.ts'
import type { Touchpoint } from '../domain/touchpoint.ts'
import { type UserError, usageError } from '../errors.ts'
import { balanceLineJson } from '../render/balance-lines.ts'
import { listJson, touchpointJson } from '../render/contact-json.ts'
import { formatOn } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import { listNames, sayHelpKind, sayNextDue, sayReached, sayRest } from '../render/sentences.ts'
import { wrapText } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { getLines, getListed } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { findBalance } from '../store/ledger.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { knownHelpKinds } from '../store/settings.ts'
import { getTouchpoint } from '../store/touchpoints.ts'
import { adviceOnAsking, sayAdvice } from './ask-advice.ts'
import { askWho } from './log-questions.ts'
import { recordTouchpoint } from './record-touchpoint.ts'
import {
  BY_OPTION,
  NOTE_OPTION,
  ON_OPTION,
  readTouchpointOptions,
  type TouchpointOptions,
} from './touchpoint-options.ts'
import { resolveAll } from './whom.ts'
import { resolveOrNew, type WhoOrNew } from './whom-or-new.ts'
import { reportChange } from './write.ts'

export interface HelpOptions extends TouchpointOptions {
  readonly new?: boolean
}

export function defineHelp(command: Command, description: string, examples: readonly string[]): void {
  command
    .description(description)
    .argument('[who...]', 'name, e-mail address or id, then the kind of help; on a terminal, netkeep asks')
    .usage('[options] <who...> <help>')
    .option(...NOTE_OPTION)
    .option(...ON_OPTION)
    .option(...BY_OPTION)
    .option('--new', 'add a contact of that name where nobody matches')
    .addHelpText(
      'after',
      `
Kinds of help: article, introduction, feedback, referral, advice, time, vouching, other, and those of the setting
help-kinds. The beginning of one is enough: intro.

Examples:
${examples.map((example) => `  ${example}`).join('\n')}`,
    )
}

/** How answers, questions and hints speak of each side. */
const WORDS = {
  gave: { done: 'Gave', to: ' to ', question: 'To whom did you give something? (type a name)' },
  asked: { done: 'Asked', to: ' ', question: 'Whom did you ask? (type a name)' },
  got: { done: 'Got', to: ' from ', question: 'From whom did you get something? (type a name)' },
} as const

export async function recordHelp(
  session: Session,
  words: readonly string[],
  options: HelpOptions,
  side: HelpSide,
): Promise<void> {
  const store = await session.store()
  const given = await readTouchpointOptions(session, options)
  const { who, kind } = await readWhoAndKind(session, store.db, words, options, side)
  const help: Help = { side, kind }
  const touchpoint: Touchpoint = {
    ...given,
    direction: null,
    kind: touchpointKindOf(side),
    minutes: null,
    place: null,
    help,
  }
  const asks = who.contacts.flatMap(({ uid }) => findBalance(store.db, uid) ?? [])
  const { value, command } = await recordTouchpoint(session, who, touchpoint, () => undefined)
  const advice = side === 'asked' ? adviceOnAsking(store.db, asks, session.today) : []
  for (const line of advice) {
    const text = sayAdvice(line)
    session.notice(session.mode === 'terminal' ? wrapText(text, session.width).join('\n') : text)
  }
  reportChange(
    session,
    sayHelp(session, getLines(store.db, value.uids, session.today), touchpoint, help, who, value.reached),
    command !== undefined,
    () => ({
      touchpoint: touchpointJson(getTouchpoint(store.db, value.touchpoint, value.uids[0] ?? '')),
      contacts: getListed(store.db, value.uids, session.today).map(listJson),
      balance: value.uids.flatMap((uid) => findBalance(store.db, uid) ?? []).map(balanceLineJson),
      ...(side === 'asked'
        ? { advice: advice.map(({ uid, name, asks, offers }) => ({ uid, name, asks, offers })) }
        : {}),
    }),
  )
}

async function readWhoAndKind(
  session: Session,
  db: Database,
  words: readonly string[],
  options: HelpOptions,
  side: HelpSide,
): Promise<{ who: WhoOrNew; kind: string }> {
  const kinds = knownHelpKinds(db)
  if (session.isInteractive && lacksKind(words, options, db)) {
    const prompter = await session.context.loadPrompter()
    const who =
      words.length === 0
        ? await askWho(session, prompter, db, WORDS[side].question)
        : { contacts: await resolveAll(session, words, 'write'), newNames: [] }
    const kind = await prompter.select(
      'What kind of help?',
      kinds.map((name) => ({ name: safeText(name), value: name })),
    )
    return { who, kind }
  }
  const names = words.slice(0, -1)
  if (names.length === 0) throw incomplete(db, words[0], kinds, side)
  const kind = parseHelpKind(words.at(-1) ?? '', kinds)
  const who =
    options.new === true
      ? await resolveOrNew(session, names)
      : { contacts: await resolveAll(session, names, 'write'), newNames: [] }
  return { who, kind }
}

/** A contact without a kind of help, a kind without a contact, or neither. */
function incomplete(
  db: Database,
  word: string | undefined,
  kinds: readonly string[],
  side: HelpSide,
): UserError {
  const isContact = word !== undefined && lookUpStrictly(word, nameIndexOf(db)).kind !== undefined
  const kind = isContact ? undefined : kinds.find((known) => known === word?.trim().toLowerCase())
  const example = `netkeep ${side} ${isContact ? quoteWord(word) : 'grace'} ${kind ?? EXAMPLE_KINDS[side]}`
  return usageError(
    isContact ? 'What kind of help?' : kind === undefined ? 'Name a contact and a kind of help.' : WHO[side],
    `Type: ${example}. Kinds: ${kinds.join(', ')}`,
  )
}

const EXAMPLE_KINDS = { gave: 'article', asked: 'advice', got: 'advice' } as const
const WHO = { gave: 'To whom?', asked: 'Whom did you ask?', got: 'From whom?' } as const

/** Whether only a contact is named, or nobody: then a terminal can be asked for the rest. */
function lacksKind(words: readonly string[], options: HelpOptions, db: Database): boolean {
  if (words.length === 0 || options.new === true) return words.length === 0
  return words.length === 1 || lookUpStrictly(words.join(' '), nameIndexOf(db)).kind !== undefined
}

function sayHelp(
  session: Session,
  lines: readonly ContactLine[],
  touchpoint: Touchpoint,
  { side, kind }: Help,
  who: WhoOrNew,
  reached: readonly string[],
): string {
  const { today } = session
  const names = listNames(
    lines.map(({ name }) => name),
    8,
  )
  const { done, to } = WORDS[side]
  const what = sayHelpKind(kind)
  const said = side === 'asked' ? `${done} ${names} for ${what}` : `${done} ${what}${to}${names}`
  const channel = touchpoint.channel === null ? '' : ` (${safeText(touchpoint.channel)})`
  const added = who.newNames.length > 0 ? ` New: ${listNames(who.newNames)}.` : ''
  const next = side === 'asked' ? sayRest(lines, today) : sayNextDue(lines, today)
  const answered = sayReached(lines.filter(({ uid }) => reached.includes(uid)))
  return `${said}, ${formatOn(touchpoint.on, today)}${channel}.${added}${answered} ${next}`
}
