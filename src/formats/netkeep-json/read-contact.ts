/** A contact of netkeep's own JSON. */
import { addDays, type CalendarDate } from '../../domain/calendar-date.ts'
import { checkLabel, checkName, checkNote, checkPoint, type PointKind } from '../../domain/contact.ts'
import type { FormerJob } from '../../domain/job.ts'
import { MOST_NOTICE_DAYS } from '../../domain/occasion.ts'
import type { SnapshotContact, SnapshotDate, SnapshotPoint, SnapshotSnooze } from '../../domain/snapshot.ts'
import { checkTrait, TRAIT_KINDS, type Trait } from '../../domain/trait.ts'
import type { JsonFields } from '../json-fields.ts'
import { isKeptLine } from '../vcard/keepable.ts'
import {
  checkAnnualDate,
  checkBirthdayDate,
  checkDate,
  checkOneOf,
  checkOwnInterval,
  checkRecordedAt,
  checkUid,
  countBetween,
  noteText,
  shortText,
} from './values.ts'

const POINT_KINDS: readonly PointKind[] = ['email', 'phone', 'url']

/** @param tell hears of each part that is left out, by its path. */
export function readContact(
  fields: JsonFields,
  today: CalendarDate,
  tell: (reason: string) => void,
): SnapshotContact {
  const uid = fields.needed('uid', checkUid)
  // Too little to refuse a contact for.
  const past = <T extends CalendarDate | null>(key: string, instead: T): CalendarDate | T | null => {
    const date = fields.optional(key, checkDate)
    if (date === null || date <= addDays(today, 1)) return date
    tell(`${fields.path}.${key}: "${date}" lies in the future, so it is ${instead ?? 'left out'}`)
    return instead
  }
  return {
    uid,
    name: fields.needed('name', checkName),
    organization: shortText(fields, 'organization'),
    title: shortText(fields, 'title'),
    jobSince: past('jobSince', null),
    location: shortText(fields, 'location'),
    birthday: fields.optional('birthday', checkBirthdayDate(today)),
    birthdayNotice: countBetween(fields, 'birthdayNotice', 0, MOST_NOTICE_DAYS),
    note: noteText(fields, 'note'),
    metOn: past('metOn', null),
    metAt: shortText(fields, 'metAt'),
    introducedBy: readIntroducer(fields, uid, tell),
    circle: fields.optional('circle', checkUid),
    interval: fields.optional('interval', checkOwnInterval),
    trackedFrom: past('trackedFrom', today) ?? today,
    pausedOn: past('pausedOn', today),
    ...readProspect(past('prospectOn', null), past('prospectDroppedOn', null)),
    snooze: readSnooze(fields.object('snooze')),
    points: fields.objects('points').map(readPoint),
    aliases: labels(fields, 'aliases', (text) => checkLabel(text, 'alias')),
    tags: labels(fields, 'tags', (text) => checkLabel(text, 'tag')),
    traits: fields.objects('traits').map(readTrait),
    dates: fields.objects('dates').map(readDate),
    formerJobs: fields.objects('formerJobs').map(readFormerJob),
    properties: readProperties(fields, tell),
    imported: readImported(fields.object('imported')),
  }
}

/** Only somebody to reach can be given up. */
function readProspect(
  prospectOn: CalendarDate | null,
  droppedOn: CalendarDate | null,
): Pick<SnapshotContact, 'prospectOn' | 'prospectDroppedOn'> {
  return { prospectOn, prospectDroppedOn: prospectOn === null ? null : droppedOn }
}

function labels(fields: JsonFields, key: string, check: (text: string) => string): readonly string[] {
  return fields.texts(key).map((text, index) => checkedAt(fields, `${key}[${index}]`, () => check(text)))
}

/** Names the place of a value that stands in a list. */
function checkedAt<T>(fields: JsonFields, key: string, check: () => T): T {
  try {
    return check()
  } catch (error) {
    if (!(error instanceof Error)) throw error
    throw fields.problem(`${key}:`, error.message.replace(/\.$/, ''))
  }
}

function readSnooze(fields: JsonFields | null): SnapshotSnooze | null {
  return (
    fields && {
      until: fields.needed('until', checkDate),
      setOn: fields.needed('setOn', checkDate),
      recordedAt: fields.needed('recordedAt', checkRecordedAt),
      isStarting: fields.flag('isStarting'),
    }
  )
}

function readPoint(fields: JsonFields): SnapshotPoint {
  const kind = fields.needed('kind', checkOneOf(POINT_KINDS))
  return {
    kind,
    value: fields.needed('value', (text) => checkPoint(kind, text)),
    label: shortText(fields, 'label'),
    isPreferred: fields.flag('isPreferred'),
  }
}

function readTrait(fields: JsonFields): Trait {
  const kind = fields.needed('kind', checkOneOf(TRAIT_KINDS))
  return { kind, value: fields.needed('value', (text) => checkTrait(kind, text)) }
}

function readDate(fields: JsonFields): SnapshotDate {
  const date = fields.needed('date', checkAnnualDate)
  return {
    uid: fields.needed('uid', checkUid),
    label: fields.needed('label', (text) => checkLabel(text, 'label')),
    date,
    // A day without a year can only come again.
    isYearly: fields.flag('isYearly') || date.startsWith('--'),
    notice: countBetween(fields, 'notice', 0, MOST_NOTICE_DAYS),
  }
}

function readFormerJob(fields: JsonFields): FormerJob {
  return {
    organization: shortText(fields, 'organization'),
    title: shortText(fields, 'title'),
    notedOn: fields.optional('notedOn', checkDate),
    untilOn: fields.optional('untilOn', checkDate),
  }
}

function readIntroducer(fields: JsonFields, uid: string, tell: (reason: string) => void): string | null {
  const introducer = fields.optional('introducedBy', checkUid)
  if (introducer !== uid) return introducer
  tell(`${fields.path}.introducedBy is the contact itself, so it is left out`)
  return null
}

/** Lines that no card could have brought are left out: netkeep would write them into cards, where they could pretend to be anything. */
function readProperties(fields: JsonFields, tell: (reason: string) => void): readonly string[] {
  return labels(fields, 'properties', (text) => checkNote(text, 'property')).filter((text, index) => {
    if (isKeptLine(text)) return true
    tell(`${fields.path}.properties[${index}] is no property that a card is kept with, so it is left out`)
    return false
  })
}

/** More than any netkeep remembers. */
const MOST_IMPORTED = 100
/** Under this key, what further sources said. */
const MORE = 'more'

function readImported(fields: JsonFields | null): SnapshotContact['imported'] {
  if (fields === null) return null
  const more = fields.object(MORE)
  const sources = (more?.keys() ?? [])
    .filter((source) => /^[0-9a-f-]{36}$/.test(source))
    .slice(0, MOST_IMPORTED)
  const others = sources.map((source) => [source, readSaid(more?.object(source) ?? null)])
  return { ...readSaid(fields), ...(others.length === 0 ? {} : { [MORE]: Object.fromEntries(others) }) }
}

function readSaid(fields: JsonFields | null): Readonly<Record<string, string | null>> {
  const keys = fields?.keys() ?? []
  if (fields === null || keys.length === 0) return {}
  if (keys.length > MOST_IMPORTED) throw fields.problem('', 'has too many fields')
  const values: [string, string | null][] = keys
    .filter((key) => /^[a-z][A-Za-z]{0,39}$/.test(key) && key !== 'constructor' && key !== MORE)
    .map((key) => [key, fields.optional(key, (text) => checkNote(text, key))])
  return Object.fromEntries(values)
}
