/** Reads netkeep's own JSON. Every value is checked as if it had been typed: anybody may have written the file. */
import type { CalendarDate } from '../../domain/calendar-date.ts'
import { checkCircleName } from '../../domain/circle.ts'
import { checkNote, checkShortText } from '../../domain/contact.ts'
import { MOST_TARGET } from '../../domain/goal.ts'
import { GOAL_KINDS } from '../../domain/goal-thing.ts'
import { HELP_SIDES, type Help } from '../../domain/help.ts'
import type { RowReport, SourceRow } from '../../domain/import-file.ts'
import { BIRTHDAY } from '../../domain/occasion.ts'
import { daysIn, PERIODS } from '../../domain/period.ts'
import type { PromiseState } from '../../domain/promise.ts'
import {
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotFreeze,
  type SnapshotGoal,
  type SnapshotPromise,
  type SnapshotSections,
  type SnapshotTouchpoint,
} from '../../domain/snapshot.ts'
import { MOST_FROZEN_DAYS } from '../../domain/streak.ts'
import { MOST_MINUTES, type Wish } from '../../domain/touchpoint.ts'
import { UserError } from '../../errors.ts'
import { isTooBad, pushBad } from '../bad-rows.ts'
import { type JsonFields, jsonFields } from '../json-fields.ts'
import { parseJsonText } from '../json-text.ts'
import type { ReadOptions, Source } from '../source.ts'
import { decodeText } from '../text-encoding.ts'
import { atJoinedMeetings, joinGroups, type TellOf } from './join-groups.ts'
import { checkOwnTouchpoints } from './own-touchpoints.ts'
import { readContact } from './read-contact.ts'
import { readEvent, readGroup, readIntroduction, readWatch } from './read-doors.ts'
import {
  checkDate,
  checkInterval,
  checkOneOf,
  checkPastDate,
  checkRecordedAt,
  checkUid,
  checkWord,
  countBetween,
  noteText,
  shortText,
  uidList,
} from './values.ts'
import { FORMAT_KEY } from './write.ts'

/**
 * Objects that cannot be are in `bad`, by their line and path; the others are read all the same.
 * @throws UserError (input) for a file that is no such export, or that a newer netkeep wrote.
 */
export function readNetkeepJson(source: Source, { today }: Pick<ReadOptions, 'today'>): Snapshot {
  const { value, lineOf } = parseJsonText(decodeText(source.bytes(), source.name), source.name)
  const root = rootOf(value, source.name)
  const bad: RowReport[] = []
  const partial: RowReport[] = []
  const section = <T extends object>(
    name: keyof SnapshotSections,
    read: (fields: JsonFields, tell: Tell, at: () => SourceRow) => T,
  ): readonly T[] => {
    const rows: T[] = []
    const places = new Map<string, string>()
    for (const [index, value] of listIn(root, name, source.name).entries()) {
      if (isTooBad(bad)) break
      const at = (): SourceRow => ({ file: source.name, line: lineOf(name, index) })
      try {
        const fields = jsonFields(value, `${name}[${index}]`)
        const row = read(fields, (reason) => partial.push({ source: at(), reason }), at)
        if ('uid' in row && typeof row.uid === 'string') checkFirst(row.uid, fields, places)
        rows.push(row)
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        pushBad(bad, { source: at(), reason: error.message })
      }
    }
    return rows
  }
  const places = new WeakMap<object, Tell>()
  /** Remembers where a row stands: what is wrong with it may show only beside the others. */
  const placed = <T extends object>(row: T, { path }: JsonFields, tell: Tell): T => {
    places.set(row, (reason) => tell(`${path} ${reason}`))
    return row
  }
  const tellOf: TellOf = (row, reason) => places.get(row)?.(reason)
  const read = {
    settings: section('settings', (fields, _tell, at) => ({
      source: at(),
      name: fields.needed('name', checkSettingName),
      value: fields.needed('value', (text) => checkNote(text, 'value')),
    })),
    circles: section('circles', (fields) => ({
      uid: fields.needed('uid', checkUid),
      name: fields.needed('name', checkCircleName),
      interval: fields.needed('interval', checkInterval),
    })),
    contacts: section('contacts', (fields, tell) => readContact(fields, today, tell)),
    mergedContacts: section('mergedContacts', (fields) => ({
      uid: fields.needed('uid', checkUid),
      into: fields.needed('into', checkUid),
    })),
    touchpoints: section('touchpoints', (fields) => readTouchpoint(fields, today)),
    promises: section('promises', readPromise),
    relations: section('relations', (fields) => ({
      ...readPair(fields),
      kind: fields.needed('kind', checkWord),
    })),
    notSame: section('notSame', readPair),
    goals: section('goals', readGoal),
    freezes: section('freezes', readFreeze),
    introductions: section('introductions', (fields, tell) =>
      placed(readIntroduction(fields, today, tell), fields, tell),
    ),
    events: section('events', readEvent),
    groups: section('groups', (fields, tell) => placed(readGroup(fields, today, tell), fields, tell)),
    watches: section('watches', (fields) => readWatch(fields, today)),
  }
  const joined = joinGroups(read.groups, tellOf)
  return {
    ...read,
    touchpoints: atJoinedMeetings(read.touchpoints, joined),
    introductions: checkOwnTouchpoints(read.introductions, read.touchpoints, tellOf),
    groups: joined.groups,
    bad,
    partial,
  }
}

/** Hears of what is left out of an object. */
type Tell = (reason: string) => void

/** @param places of the uids so far */
function checkFirst(uid: string, fields: JsonFields, places: Map<string, string>): void {
  const first = places.get(uid)
  if (first !== undefined) throw fields.problem('uid', `is that of ${first}`)
  places.set(uid, fields.path)
}

function rootOf(value: unknown, file: string): Readonly<Record<string, unknown>> {
  const isRoot = typeof value === 'object' && value !== null && !Array.isArray(value)
  const root = isRoot ? (value as Readonly<Record<string, unknown>>) : {}
  const version = Object.hasOwn(root, FORMAT_KEY) ? root[FORMAT_KEY] : undefined
  if (version === SNAPSHOT_VERSION) return root
  if (typeof version === 'number' && version > SNAPSHOT_VERSION) {
    throw new UserError(
      'input',
      `"${file}" was written by a newer netkeep: its format is version ${version}, and this one reads version ${SNAPSHOT_VERSION}.`,
      'Update netkeep, then import it again.',
    )
  }
  throw new UserError('input', `"${file}" is no export of netkeep.`, 'Make one: netkeep export -o FILE')
}

function listIn(root: Readonly<Record<string, unknown>>, name: string, file: string): readonly unknown[] {
  const list = Object.hasOwn(root, name) ? root[name] : []
  if (Array.isArray(list)) return list
  throw new UserError(
    'input',
    `"${file}": ${name} is not a list.`,
    'Export it again, and import the new file.',
  )
}

function checkSettingName(text: string): string {
  if (/^[a-z][a-z0-9-]{0,59}(?::[0-9a-f-]{1,60})?$/.test(text)) return text
  throw new UserError('input', 'it is no name of a setting')
}

function readTouchpoint(fields: JsonFields, today: CalendarDate): SnapshotTouchpoint {
  return {
    uid: fields.needed('uid', checkUid),
    on: fields.needed('on', checkPastDate(today)),
    channel: fields.optional('channel', checkWord),
    direction: fields.optional('direction', checkOneOf(['in', 'out'])),
    kind: fields.needed('kind', checkOneOf(['counted', 'attempt', 'light'])),
    minutes: countBetween(fields, 'minutes', 1, MOST_MINUTES),
    place: shortText(fields, 'place'),
    note: noteText(fields, 'note'),
    help: readHelp(fields.object('help')),
    wish: readWish(fields.object('wish')),
    recordedAt: fields.optional('recordedAt', checkRecordedAt),
    event: fields.optional('event', checkUid),
    meeting: fields.optional('meeting', checkUid),
    contacts: uidList(fields, 'contacts'),
  }
}

function readHelp(fields: JsonFields | null): Help | null {
  return (
    fields && { side: fields.needed('side', checkOneOf(HELP_SIDES)), kind: fields.needed('kind', checkWord) }
  )
}

function readWish(fields: JsonFields | null): Wish | null {
  return (
    fields && {
      key: fields.optional('key', (text) => (text === BIRTHDAY ? text : checkUid(text))),
      on: fields.optional('on', checkDate),
    }
  )
}

function readPromise(fields: JsonFields): SnapshotPromise {
  const state = fields.needed('state', checkOneOf<PromiseState>(['open', 'done', 'dropped']))
  const closedOn = fields.optional('closedOn', checkDate)
  if (state === 'open' && closedOn !== null) throw fields.problem('closedOn', 'is set, though it is open')
  return {
    uid: fields.needed('uid', checkUid),
    contact: fields.needed('contact', checkUid),
    text: fields.needed('text', (text) => checkShortText(text, 'text')),
    on: fields.optional('on', checkDate),
    isMine: fields.flag('isMine'),
    state,
    madeOn: fields.optional('madeOn', checkDate),
    closedOn,
    touchpoint: fields.optional('touchpoint', checkUid),
  }
}

function readPair(fields: JsonFields): { readonly a: string; readonly b: string } {
  return { a: fields.needed('a', checkUid), b: fields.needed('b', checkUid) }
}

function readGoal(fields: JsonFields): SnapshotGoal {
  const target = countBetween(fields, 'target', 1, MOST_TARGET)
  if (target === null) throw fields.problem('target', 'is missing')
  return {
    kind: fields.needed('kind', checkOneOf(GOAL_KINDS)),
    detail: fields.optional('detail', checkWord),
    target,
    period: fields.needed('period', checkOneOf(PERIODS)),
    setOn: fields.optional('setOn', checkDate),
  }
}

function readFreeze(fields: JsonFields): SnapshotFreeze {
  const freeze = { from: fields.needed('from', checkDate), to: fields.needed('to', checkDate) }
  if (freeze.to < freeze.from) throw fields.problem('to', 'lies before the first day')
  if (daysIn(freeze) > MOST_FROZEN_DAYS)
    throw fields.problem('to', `is more than ${MOST_FROZEN_DAYS} days later`)
  return freeze
}
