/** Draws what contacts have besides their addresses: who they are, promises, dates, relations, former jobs, help. */
import { addDays, type CalendarDate } from '../src/domain/calendar-date.ts'
import { HELP_KINDS, HELP_SIDES, type Help } from '../src/domain/help.ts'
import { RELATION_KINDS } from '../src/domain/relation.ts'
import type { Trait, TraitKind } from '../src/domain/trait.ts'
import type { Change } from '../src/store/command-log.ts'
import { addFormerJob } from '../src/store/jobs.ts'
import { setContactDate } from '../src/store/occasions.ts'
import { insertPromise } from '../src/store/promises.ts'
import { addRelation } from '../src/store/relations.ts'
import { addTrait } from '../src/store/traits.ts'
import { twoDigits } from './people.ts'
import type { Random } from './random.ts'
import { CAUSES, DATE_LABELS, INTERESTS, ORGANIZATIONS, PROMISES, SERVICES, TITLES } from './words.ts'

/** The part of all contacts that has any of each. */
const TRAITS = 0.3
const PROMISE = 0.05
const DATE = 0.05
const RELATION = 0.1
const FORMER_JOB = 0.05
/** The part of all touchpoints that is of the help ledger. */
const HELP = 0.03

const VALUES: Readonly<Record<TraitKind, readonly string[]>> = {
  interest: INTERESTS,
  cause: CAUSES,
  offers: SERVICES,
  'looks-for': SERVICES,
}
/** An interest is told of three times as often as anything else. */
const KINDS: readonly TraitKind[] = ['interest', 'interest', 'interest', 'cause', 'offers', 'looks-for']

/** @param others contacts there are already */
export function addGiveAndTake(
  change: Change,
  random: Random,
  today: CalendarDate,
  contact: string,
  others: readonly string[],
): void {
  const { db } = change
  if (random.chance(TRAITS)) {
    for (let left = 1 + random.below(3); left > 0; left--) addTrait(db, contact, drawTrait(random))
  }
  if (random.chance(PROMISE)) {
    const promise = {
      text: random.pick(PROMISES),
      on: drawPromiseDay(random, today),
      isMine: random.chance(0.7),
    }
    insertPromise(change, contact, promise, addDays(today, -31 - random.below(60)), null)
  }
  if (random.chance(DATE)) setContactDate(db, contact, drawDate(random, today))
  if (others.length > 0 && random.chance(RELATION))
    addRelation(db, { a: contact, kind: random.pick(Object.keys(RELATION_KINDS)), b: random.pick(others) })
  if (random.chance(FORMER_JOB)) {
    const untilOn = addDays(today, -random.below(2000))
    const notedOn = random.chance(0.5) ? addDays(untilOn, -random.below(2000)) : null
    addFormerJob(db, contact, {
      organization: random.pick(ORGANIZATIONS),
      title: random.pick(TITLES),
      notedOn,
      untilOn,
    })
  }
}

function drawTrait(random: Random): Trait {
  const kind = random.pick(KINDS)
  return { kind, value: random.pick(VALUES[kind]) }
}

/** A fifth is due, another has no day. */
function drawPromiseDay(random: Random, today: CalendarDate): CalendarDate | null {
  const luck = random.next()
  if (luck < 0.2) return addDays(today, -random.below(30))
  return luck < 0.4 ? null : addDays(today, 1 + random.below(90))
}

function drawDate(random: Random, today: CalendarDate): Parameters<typeof setContactDate>[2] {
  const label = random.pick(DATE_LABELS)
  const notice = random.chance(0.2) ? 14 : null
  if (random.chance(0.2)) return { label, date: addDays(today, random.below(400)), isYearly: false, notice }
  const day = `${twoDigits(1 + random.below(12))}-${twoDigits(1 + random.below(28))}`
  const year = random.chance(0.5) ? String(1990 + random.below(30)) : '-'
  return { label, date: `${year}-${day}`, isYearly: true, notice }
}

/** Null for most touchpoints. An ask is never the latest: it would be an attempt, and its contact as late as before it. */
export function drawHelp(random: Random, isLatest: boolean): Help | null {
  if (!random.chance(HELP)) return null
  const side = random.pick(HELP_SIDES.filter((one) => one !== 'asked' || !isLatest))
  return { side, kind: random.pick(HELP_KINDS) }
}
