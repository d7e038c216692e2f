/** The options of add and edit that set a contact's fields. */
import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar-date.ts'
import {
  type ContactFields,
  checkBirthday,
  checkLabel,
  checkNote,
  checkPoint,
  checkShortText,
  type PointKind,
} from '../domain/contact.ts'
import { parseTraits, type Trait, type TraitKind } from '../domain/trait.ts'
import { parseTypedDate } from '../domain/typed-date.ts'
import { type Candidate, type UserError, usageError } from '../errors.ts'
import { formatDay } from '../render/dates.ts'
import type { Session } from '../session.ts'
import type { CadenceOptions } from './cadence-options.ts'
import { repeatable } from './options.ts'
import { resolveOne } from './whom.ts'

export interface ContactOptions extends CadenceOptions {
  readonly org?: string
  readonly title?: string
  readonly email?: readonly string[]
  readonly phone?: readonly string[]
  readonly url?: readonly string[]
  readonly location?: string
  readonly birthday?: string
  readonly tag?: readonly string[]
  readonly alias?: readonly string[]
  readonly note?: string
  readonly interest?: readonly string[]
  readonly cause?: readonly string[]
  readonly offers?: readonly string[]
  readonly looksFor?: readonly string[]
  readonly formerly?: readonly string[]
  readonly introducedBy?: string
  readonly metAt?: string
  readonly metOn?: string
}

export function addContactOptions(command: Command): Command {
  return command
    .option('--org <name>', 'organization')
    .option('--title <text>', 'job title')
    .addOption(repeatable('--email <address>', 'e-mail address'))
    .addOption(repeatable('--phone <number>', 'phone number'))
    .addOption(repeatable('--url <url>', 'web page or profile'))
    .option('--location <place>', 'where they are')
    .option('--birthday <birthday>', '1906-12-09 or 9 Dec 1906; 9 Dec without the year')
    .option('--circle <circle|none>', 'closeness: inner, close, wide, outer or a circle of yours')
    .option('--every <interval|none>', "an interval of their own: 3w, monthly; circle: only the circle's")
    .addOption(repeatable('--tag <tag>', 'tag'))
    .addOption(repeatable('--alias <name>', 'another name'))
    .option('--note <text>', 'a lasting note about them; - reads it from standard input')
    .option('--met-at <place>', 'where you met')
    .option('--met-on <date>', 'when you met')
    .option('--introduced-by <who>', 'the contact through whom you met')
    .addOption(repeatable('--interest <interest>', 'what interests them'))
    .addOption(repeatable('--cause <cause>', 'what they care about'))
    .addOption(repeatable('--offers <offer>', 'what they can help with'))
    .addOption(repeatable('--looks-for <need>', 'what they look for'))
    .addOption(repeatable('--formerly <organization>', 'where they worked before'))
}

/** The fields the options set; an empty text empties a field (null). @throws UserError (usage) */
export async function readFields(
  session: Session,
  options: ContactOptions,
  note: string | undefined,
): Promise<Partial<ContactFields>> {
  const text = (value: string | undefined, field: string): string | null | undefined =>
    value === undefined ? undefined : checkShortText(value, field) || null
  const fields = {
    organization: text(options.org, 'organization'),
    title: text(options.title, 'title'),
    location: text(options.location, 'location'),
    metAt: text(options.metAt, 'place you met'),
    birthday:
      options.birthday === undefined
        ? undefined
        : options.birthday.trim() === ''
          ? null
          : checkBirthday(options.birthday, session.today, (await session.dateReading('past')).order),
    note: note === undefined ? undefined : checkNote(note) || null,
    metOn: options.metOn === undefined ? undefined : await readMetOn(session, options.metOn),
    introducedBy:
      options.introducedBy === undefined ? undefined : await readIntroducer(session, options.introducedBy),
  }
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

async function readMetOn(session: Session, typed: string): Promise<CalendarDate | null> {
  if (typed.trim() === '') return null
  const date = await parseTypedDate(typed, await session.dateReading('past'))
  if (date <= session.today) return date
  throw usageError(
    `${formatDay(date, session.today)} lies ahead: --met-on is the day you met.`,
    'Type: --met-on 2024-05-17',
  )
}

async function readIntroducer(session: Session, typed: string): Promise<string | null> {
  return typed.trim() === '' ? null : (await resolveOne(session, [typed], 'write')).uid
}

export function ownIntroduction({ name }: Candidate): UserError {
  return usageError(`Nobody is introduced by themselves: ${name}.`, 'Name another contact.')
}

export interface ContactLists {
  readonly points: readonly { readonly kind: PointKind; readonly value: string }[]
  readonly tags: readonly string[]
  readonly aliases: readonly string[]
  readonly traits: readonly Trait[]
  /** Organizations they worked for before. */
  readonly formerly: readonly string[]
}

/** The values that a contact may have several of. @throws UserError (usage) */
export function readLists(
  options: Pick<
    ContactOptions,
    'email' | 'phone' | 'url' | 'tag' | 'alias' | 'interest' | 'cause' | 'offers' | 'looksFor' | 'formerly'
  >,
): ContactLists {
  const points = (kind: PointKind, values: readonly string[] = []): { kind: PointKind; value: string }[] =>
    values.map((value) => ({ kind, value: checkPoint(kind, value) }))
  const traits = (kind: TraitKind, values: readonly string[] = []): readonly Trait[] =>
    values.flatMap((value) => parseTraits(kind, value))
  return {
    points: [
      ...points('email', options.email),
      ...points('phone', options.phone),
      ...points('url', options.url),
    ],
    tags: (options.tag ?? []).map(checkTag),
    aliases: (options.alias ?? []).map((alias) => checkLabel(alias, 'alias')),
    traits: [
      ...traits('interest', options.interest),
      ...traits('cause', options.cause),
      ...traits('offers', options.offers),
      ...traits('looks-for', options.looksFor),
    ],
    formerly: (options.formerly ?? []).map((name) => checkLabel(name, 'organization')),
  }
}

/** A new tag as stored, without the + that marks it on the command line. @throws UserError (usage) */
export function checkTag(typed: string): string {
  const tag = checkKnownTag(typed)
  if (tag.includes(',') || tag.startsWith('+'))
    throw usageError(
      `"${tag}" cannot be a tag: a tag has no comma in it, and does not begin with a plus sign.`,
      'Name several one by one: netkeep tag grace +mentor "+old friends"',
    )
  return tag
}

/** A tag that is there: a file may have brought one that nobody could type as a new one. @throws UserError (usage) */
export function checkKnownTag(typed: string): string {
  return checkLabel(typed.replace(/^\+/, ''), 'tag')
}
