/** Every setting and environment variable with its default, in one place. */
import { DEFAULT_ATTEMPT_REST_DAYS } from './domain/cadence.ts'
import { DEFAULT_CIRCLE } from './domain/circle.ts'
import { checkPoint, checkShortText } from './domain/contact.ts'
import { HELP_KINDS } from './domain/help.ts'
import { findInterval, formatInterval, INTERVAL_HINT } from './domain/interval.ts'
import { DEFAULT_NOTICE_DAYS, MOST_NOTICE_DAYS } from './domain/occasion.ts'
import { DEFAULT_PROMPT_COLOR, DEFAULT_PROMPT_TEXT, SGR_COLORS } from './domain/prompt-look.ts'
import { RELATION_KINDS } from './domain/relation.ts'
import {
  DEFAULT_STREAK_MINIMUM,
  DEFAULT_STREAK_UNIT,
  MOST_STREAK_MINIMUM,
  STREAK_UNITS,
} from './domain/streak.ts'
import { DEFAULT_DAILY_MINUTES, formatChannelMinutes, parseChannelMinutes } from './domain/time-spent.ts'
import { CHANNELS, parseMinutes } from './domain/touchpoint.ts'
import { usageError } from './errors.ts'

/**
 * Where a setting lives: `data` settings change a standing or a count, so they stay in the database and can be undone; `machine`
 * settings say how this machine looks and asks, and stay in config.toml.
 */
export interface Setting {
  readonly name: string
  readonly scope: 'data' | 'machine'
  readonly default: string
  /** The environment variable that goes before config.toml. */
  readonly env: string | undefined
  readonly summary: string
  /** The values there are, as a placeholder of the help: `auto|never`, `interval`. Nothing for any text. */
  readonly values?: string
  /** Whether an empty environment variable is a value, and not the same as none. */
  readonly mayBeEmpty?: true
  /** The value as stored. @throws UserError (usage) when it cannot be one. */
  check(value: string): string
}

export const SETTINGS: readonly Setting[] = [
  {
    name: 'default-circle',
    scope: 'data',
    default: DEFAULT_CIRCLE,
    env: undefined,
    summary: 'the circle that a contact added by hand joins without --circle or --every',
    values: 'circle',
    check: (value) => value.trim(),
  },
  {
    name: 'attempt-rest',
    scope: 'data',
    default: String(DEFAULT_ATTEMPT_REST_DAYS),
    env: undefined,
    summary: 'days that an unanswered attempt keeps a contact off the due list (0 to 60)',
    check: (value) => String(parseDays(value, 60, 'netkeep config set attempt-rest 3')),
  },
  ownWords('channels', 'channels', 'channel', CHANNELS, 'signal podcast'),
  ownWords('help-kinds', 'kinds of help', 'kind of help', HELP_KINDS, 'lodging'),
  ownWords('relation-kinds', 'relations', 'relation', Object.keys(RELATION_KINDS), 'bandmate'),
  {
    name: 'date-notice',
    scope: 'data',
    default: String(DEFAULT_NOTICE_DAYS),
    env: undefined,
    summary: `days ahead that due shows a birthday or another date (0 to ${MOST_NOTICE_DAYS})`,
    check: (value) => String(parseDays(value, MOST_NOTICE_DAYS, 'netkeep config set date-notice 7')),
  },
  {
    name: 'daily-minutes',
    scope: 'data',
    default: String(DEFAULT_DAILY_MINUTES),
    env: undefined,
    summary: 'minutes a day for keeping in touch: what today and review fit into',
    check: (value) => String(parseMinutes(value, 'netkeep config set daily-minutes 20')),
  },
  {
    name: 'channel-minutes',
    scope: 'data',
    default: '',
    env: undefined,
    summary: 'minutes that channels take for you, where the usual ones are not right: call=20 coffee=45',
    check: (value) => formatChannelMinutes(parseChannelMinutes(value)),
  },
  {
    name: 'streak-unit',
    scope: 'data',
    default: DEFAULT_STREAK_UNIT,
    env: undefined,
    summary: 'what the streak counts: week, or workday (Monday to Friday)',
    values: STREAK_UNITS.join('|'),
    check: (value) => oneOf('streak-unit', value, STREAK_UNITS),
  },
  {
    name: 'streak-minimum',
    scope: 'data',
    default: String(DEFAULT_STREAK_MINIMUM),
    env: undefined,
    summary: `touches that a week or workday of the streak needs (1 to ${MOST_STREAK_MINIMUM})`,
    check: (value) => {
      if (/^\d{1,3}$/.test(value.trim()) && Number(value) >= 1 && Number(value) <= MOST_STREAK_MINIMUM)
        return String(Number(value))
      throw usageError(
        `"${value}" is not a number of touches from 1 to ${MOST_STREAK_MINIMUM}.`,
        'Type: netkeep config set streak-minimum 3',
      )
    },
  },
  {
    name: 'own-name',
    scope: 'data',
    default: '',
    env: undefined,
    summary: 'your name, as drafts of messages are signed with',
    check: checkOwnName,
  },
  {
    name: 'own-addresses',
    scope: 'data',
    default: '',
    env: undefined,
    summary:
      'your own e-mail addresses, separated by spaces: by them mail and calendars tell who was in touch with you',
    check: checkOwnAddresses,
  },
  {
    name: 'color',
    scope: 'machine',
    default: 'auto',
    env: 'NETKEEP_COLOR',
    summary: 'colours on a terminal: auto, always, never',
    values: 'auto|always|never',
    check: (value) => oneOf('color', value, ['auto', 'always', 'never']),
  },
  {
    name: 'dates',
    scope: 'machine',
    default: '',
    env: 'NETKEEP_DATES',
    summary: 'how 03/04/2026 is read: dmy or mdy; without it such a date is refused as ambiguous',
    values: 'dmy|mdy',
    check: (value) => (value === '' ? '' : oneOf('dates', value, ['dmy', 'mdy'])),
  },
  {
    name: 'opener',
    scope: 'machine',
    default: '',
    env: 'NETKEEP_OPENER',
    summary: 'the program that opens mail, phone and web links (default: open on macOS, else xdg-open)',
    check: (value) => value.trim(),
  },
  {
    name: 'pager',
    scope: 'machine',
    default: 'less -FRX',
    env: 'NETKEEP_PAGER',
    mayBeEmpty: true,
    summary: 'the program that shows long output on a terminal; empty for none (PAGER is read too)',
    check: (value) => value.trim(),
  },
  {
    name: 'prompt-color',
    scope: 'machine',
    default: DEFAULT_PROMPT_COLOR,
    env: 'NETKEEP_PROMPT_COLOR',
    summary: `the colour of prompt-text: ${Object.keys(SGR_COLORS).join(', ')}`,
    values: Object.keys(SGR_COLORS).join('|'),
    check: (value) => oneOf('prompt-color', value, Object.keys(SGR_COLORS)),
  },
  {
    name: 'prompt-text',
    scope: 'machine',
    default: DEFAULT_PROMPT_TEXT,
    env: 'NETKEEP_PROMPT_TEXT',
    mayBeEmpty: true,
    summary: 'what netkeep init puts before the prompt, with the number for {count}; empty for nothing',
    check: (value) => {
      if (!/\p{C}/u.test(value) && value.length <= 100) return value
      throw usageError(
        'The text before the prompt has to be one line of at most 100 characters.',
        'Type: netkeep config set prompt-text "({count} cold) "',
      )
    },
  },
  {
    name: 'snooze',
    scope: 'machine',
    default: '1w',
    env: 'NETKEEP_SNOOZE',
    summary: 'how long snooze waits when no date is given',
    values: 'interval',
    check: (value) => {
      const interval = findInterval(value)
      if (interval !== undefined) return formatInterval(interval)
      throw usageError(`"${value}" is not an interval.`, INTERVAL_HINT)
    },
  },
]

/** @throws UserError (usage) */
export function getSetting(name: string): Setting {
  const setting = SETTINGS.find((known) => known.name === name)
  if (setting !== undefined) return setting
  throw usageError(`There is no setting "${name}".`, 'See them all: netkeep config')
}

/** A whole number of days from 0, `7` or `7d`. @throws UserError (usage) with the example to type */
export function parseDays(text: string, most: number, example: string): number {
  const typed = text.trim().replace(/ ?d(ays?)?$/, '')
  if (/^\d{1,3}$/.test(typed) && Number(typed) <= most) return Number(typed)
  throw usageError(`"${text}" is not a number of days from 0 to ${most}.`, `Type: ${example}`)
}

/** It ends up in messages. @throws UserError (usage) */
function checkOwnName(value: string): string {
  const name = checkShortText(value, 'name')
  if (!/\p{C}/u.test(name)) return name
  throw usageError(
    'A name is one line without control characters.',
    'Type: netkeep config set own-name "Ada Lovelace"',
  )
}

/** @throws UserError (usage) */
function checkOwnAddresses(value: string): string {
  const typed = value.split(/[\s,;]+/u).filter((address) => address !== '')
  return [...new Set(typed.map((address) => checkPoint('email', address)))].join(' ')
}

/** A setting with words of the user's own besides those that netkeep knows. */
function ownWords(
  name: string,
  plural: string,
  singular: string,
  known: readonly string[],
  example: string,
): Setting {
  return {
    name,
    scope: 'data',
    default: '',
    env: undefined,
    summary: `${plural} of your own besides ${known.join(', ')}; separated by spaces`,
    check: (value) => {
      const words = value
        .toLowerCase()
        .split(/[\s,]+/u)
        .filter((word) => word !== '')
      const odd = words.find((word) => !/^[\p{L}\p{N}][\p{L}\p{N}_-]{0,29}$/u.test(word))
      if (odd === undefined) return [...new Set(words)].filter((word) => !known.includes(word)).join(' ')
      throw usageError(
        `"${odd}" cannot be a ${singular}.`,
        `A ${singular} is one word: netkeep config set ${name} "${example}"`,
      )
    },
  }
}

function oneOf(name: string, value: string, allowed: readonly string[]): string {
  const typed = value.trim().toLowerCase()
  if (allowed.includes(typed)) return typed
  throw usageError(`"${value}" is not a value of ${name}.`, `Choose one of: ${allowed.join(', ')}`)
}
