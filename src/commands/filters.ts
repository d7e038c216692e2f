/** The filters that lists share. */
import { type Command, Option } from 'commander'
import { STANDINGS, type Standing } from '../domain/cadence.ts'
import { parseInterval, subtractInterval } from '../domain/interval.ts'
import { foldText, wordsOf } from '../domain/match-key.ts'
import { traitKeyOf } from '../domain/trait.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import type { ContactFilter } from '../store/contact-filter.ts'
import { listTags } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { parseCircle } from './cadence-options.ts'
import { repeatable } from './options.ts'
import { resolveOne } from './whom.ts'

export interface FilterOptions {
  readonly circle?: string
  readonly tag?: readonly string[]
  readonly org?: string
  readonly standing?: readonly Standing[]
  readonly quietFor?: string
  readonly interest?: readonly string[]
  readonly cause?: readonly string[]
  readonly offers?: readonly string[]
  readonly looksFor?: readonly string[]
  readonly shares?: string
  readonly prospect?: boolean
}

/** @param without filters that let through everybody, or nobody, of this list. */
export function addFilters(command: Command, without: readonly (keyof FilterOptions)[] = []): Command {
  command.optionsGroup('Filters:')
  for (const option of filterOptions()) {
    if (!without.some((name) => name === option.attributeName())) command.addOption(option)
  }
  return command.optionsGroup('Options:')
}

function filterOptions(): readonly Option[] {
  return [
    new Option('--circle <circle|none>', 'only this circle; none for those in no circle'),
    repeatable('--tag <tag>', 'only contacts with this tag; several: with any of them'),
    new Option('--org <text>', 'only where the organization contains this'),
    repeatable('--standing <standing>', `only these: ${STANDINGS.join(', ')}`).argParser(collectStanding),
    new Option(
      '--quiet-for <interval>',
      'only where the last touch is at least so long ago, or never was: 6m',
    ),
    repeatable('--interest <interest>', 'only those interested in this'),
    repeatable('--cause <cause>', 'only those who care about this'),
    repeatable('--offers <offer>', 'only those who offer this'),
    repeatable('--looks-for <need>', 'only those who look for this'),
    new Option('--shares <who>', 'only those who share an interest or a cause with this contact'),
    new Option('--prospect', 'only prospects: those whom you have yet to reach'),
  ]
}

function collectStanding(value: string, previous: readonly Standing[] = []): readonly Standing[] {
  const standing = STANDINGS.find((known) => known === value)
  if (standing === undefined) {
    throw usageError(`"${value}" is not a standing.`, `Choose one of: ${STANDINGS.join(', ')}`)
  }
  return [...previous, standing]
}

/** @throws UserError (usage, no-match, ambiguous) */
export async function readFilter(session: Session, options: FilterOptions): Promise<ContactFilter> {
  const { db } = await session.store()
  const { circle, tag, org, standing, quietFor, interest, cause, offers, looksFor, shares, prospect } =
    options
  if (org !== undefined && wordsOf(org).length === 0) throw emptyFilter('org')
  const given = Object.entries({ interest, cause, offers, 'looks-for': looksFor }).flatMap(([kind, typed]) =>
    typed === undefined ? [] : [[kind, textsOf(kind, typed)] as const],
  )
  return {
    circle: circle === undefined ? undefined : (parseCircle(db, circle) ?? ''),
    tags: tag?.flatMap((name) => tagsLike(db, name)),
    organization: org,
    standings: standing,
    quietSince: quietFor === undefined ? undefined : subtractInterval(session.today, parseInterval(quietFor)),
    traits: given.length === 0 ? undefined : Object.fromEntries(given),
    sharesWith: shares === undefined ? undefined : (await resolveOne(session, [shares], 'read')).uid,
    isProspect: prospect,
  }
}

/** Several may stand behind each other, as in `add --interest`. @throws UserError (usage) where there is no word */
function textsOf(kind: string, typed: readonly string[]): readonly string[] {
  const texts = typed.flatMap((text) => text.split(',')).filter((text) => traitKeyOf(text) !== '')
  if (texts.length === 0) throw emptyFilter(kind)
  return texts
}

/** Whether the options let only some contacts through. */
export function isFiltering(options: FilterOptions): boolean {
  return FILTER_OPTIONS.some((name) => options[name] !== undefined)
}

/** The names of the filters, as commander has them. */
export const FILTER_OPTIONS: readonly (keyof FilterOptions)[] = [
  'circle',
  'tag',
  'org',
  'standing',
  'quietFor',
  'interest',
  'cause',
  'offers',
  'looksFor',
  'shares',
  'prospect',
]

/** @throws UserError (usage) where one contact is asked for, and a filter besides */
export function refuseFilters(options: FilterOptions): void {
  if (isFiltering(options))
    throw usageError('A filter is for the whole list, and you named a contact.', 'Leave out one of them.')
}

function emptyFilter(option: string): Error {
  return usageError(`There is no word in --${option}.`, `Type: --${option} "open source"`)
}

/** The tag as it is spelt in the database, in any case. */
function tagsLike(db: Database, typed: string): readonly string[] {
  const key = foldText(typed.replace(/^\+/, ''))
  return listTags(db).filter((tag) => foldText(tag) === key)
}
