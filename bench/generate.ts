/** Makes a believable network of any size, the same for the same day, through netkeep's own store. */
import { addDays, type CalendarDate } from '../src/domain/calendar-date.ts'
import { parseGoal } from '../src/domain/goal.ts'
import { touchpointKindOf } from '../src/domain/help.ts'
import { CHANNELS, type TouchpointKind } from '../src/domain/touchpoint.ts'
import { findCircle } from '../src/store/circles.ts'
import { type Change, inTransaction, recordStep } from '../src/store/command-log.ts'
import { addAlias, addPoint, addTag, insertContact, setPaused, setSnooze } from '../src/store/contacts.ts'
import { insertGoal, knownWords } from '../src/store/goals.ts'
import { mintId } from '../src/store/ids.ts'
import { openStore } from '../src/store/open.ts'
import { insertTouchpoint } from '../src/store/touchpoints.ts'
import { addDoors } from './doors.ts'
import { addGiveAndTake, drawHelp } from './give-and-take.ts'
import { drawContact } from './people.ts'
import { createRandom, type Random } from './random.ts'
import { drawDaysAgo, drawTie, LONGEST_AGO, type Tie } from './ties.ts'
import { NOTES, PLACES } from './words.ts'

/** Contacts a recorded command, as if as many small imports had been made. */
const BATCH = 1000
const MS_PER_DAY = 86_400_000

/** Nothing is lost by a crash here: the file is thrown away then. */
const FAST =
  'PRAGMA journal_mode=MEMORY; PRAGMA synchronous=OFF; PRAGMA cache_size=-1000000; PRAGMA secure_delete=OFF'

interface Calendar {
  readonly today: CalendarDate
  day(daysAgo: number): CalendarDate
  /** Some moment of that day. */
  instant(daysAgo: number): number
}

/** Writes `contacts` contacts with `touchpoints` touchpoints in all, the latest around `today`, to a new file. */
export function generate(file: string, contacts: number, touchpoints: number, today: CalendarDate): void {
  const random = createRandom(20_261_122)
  const calendar = createCalendar(random, today)
  const ties = Array.from({ length: contacts }, () => drawTie(random))
  const counts = shareOut(
    touchpoints,
    ties.map(({ weight }) => weight * (0.4 + 1.2 * random.next())),
  )
  const store = openStore(file, { host: () => 'bench', today, ownsFolder: false })
  store.db.exec(FAST)
  const all: string[] = []
  for (let start = 0; start < contacts; start += BATCH) {
    inTransaction(store, (db) => {
      const input = { typed: `netkeep import part-${start / BATCH + 1}.csv`, at: `${today}T00:00:00.000Z` }
      recordStep(store, db, 'do', input, null, (change) => {
        const batch: string[] = []
        for (let index = start; index < Math.min(start + BATCH, contacts); index++) {
          const tie = ties[index]
          if (tie !== undefined)
            batch.push(addContact(change, random, calendar, { index, tie, count: counts[index] ?? 0 }, batch))
        }
        all.push(...batch)
      })
    })
  }
  inTransaction(store, (db) => {
    const input = { typed: 'netkeep goal set', at: `${today}T00:00:00.000Z` }
    recordStep(store, db, 'do', input, null, (change) => {
      for (const goal of GOALS) insertGoal(change, parseGoal(goal, knownWords(db)), today)
    })
  })
  inTransaction(store, (db) => {
    const input = { typed: 'netkeep event add', at: `${today}T00:00:00.000Z` }
    recordStep(store, db, 'do', input, null, (change) => {
      const newId = (): string => mintId(calendar.instant(0), random.bytes(16))
      addDoors({ ...change, newId }, random, today, all)
    })
  })
  store.db.close()
}

const GOALS = ['5 touches a week', '4 new contacts a month', '2 gives a week', '1 event a quarter']

function createCalendar(random: Random, today: CalendarDate): Calendar {
  const days = Array.from({ length: LONGEST_AGO + 1 }, (_, daysAgo) => addDays(today, -daysAgo))
  return {
    today,
    day: (daysAgo) => days[daysAgo] ?? today,
    instant: (daysAgo) => Date.parse(today) - daysAgo * MS_PER_DAY - random.below(MS_PER_DAY),
  }
}

/** Splits `total` into whole numbers in proportion to the weights. */
function shareOut(total: number, weights: readonly number[]): readonly number[] {
  const sum = weights.reduce((a, b) => a + b, 0)
  let passed = 0
  let given = 0
  return weights.map((weight) => {
    passed += weight
    const count = Math.round((passed / sum) * total) - given
    given += count
    return count
  })
}

/** The part of those in no circle with whom there was anything that counts. */
const REACHED = 0.6

interface Wanted {
  readonly index: number
  readonly tie: Tie
  /** Touchpoints. */
  readonly count: number
}

function addContact(
  change: Change,
  random: Random,
  calendar: Calendar,
  wanted: Wanted,
  others: readonly string[],
): string {
  const { db } = change
  const { fields, points, tags, alias } = drawContact(random, wanted.index, calendar.today, others)
  const daysAgo = drawDaysAgo(random, wanted.tie, Math.max(wanted.count, 1))
  const since = daysAgo.at(-1) ?? 0
  const circle = wanted.tie.circle === null ? null : (findCircle(db, wanted.tie.circle)?.uid ?? null)
  const interval = random.chance(0.02) && circle !== null ? '2m' : null
  const uid = mintId(calendar.instant(since), random.bytes(16))
  insertContact(change, fields, { circle, interval }, calendar.day(since), {
    uid,
    // Those without a circle wait for triage.
    imported: circle === null ? '{}' : null,
  })
  for (const { kind, value } of points) addPoint(db, uid, kind, value)
  for (const tag of tags) addTag(db, uid, tag)
  if (alias !== undefined) addAlias(db, uid, alias)
  if (random.chance(0.01)) setPaused(db, uid, calendar.today)
  if (random.chance(0.01))
    setSnooze(change, uid, addDays(calendar.today, 1 + random.below(14)), calendar.today)
  // Ids of its own too: those that netkeep mints are never the same twice.
  const minting = { ...change, newId: () => mintId(calendar.instant(0), random.bytes(16)) }
  addGiveAndTake(minting, random, calendar.today, uid, others)
  const isReached = circle !== null || random.chance(REACHED)
  for (const [nth, ago] of daysAgo.slice(0, wanted.count).entries()) {
    const company = isReached && others.length > 0 && random.chance(0.04) ? [random.pick(others)] : []
    const age = isReached ? (nth === 0 ? 'latest' : 'older') : 'unreached'
    addTouchpoint(change, random, calendar, ago, age, [uid, ...company])
  }
  return uid
}

function addTouchpoint(
  change: Change,
  random: Random,
  calendar: Calendar,
  daysAgo: number,
  age: 'latest' | 'older' | 'unreached',
  contacts: readonly string[],
): void {
  const help = age === 'unreached' ? null : drawHelp(random, age === 'latest')
  const what = {
    on: calendar.day(daysAgo),
    channel: random.chance(0.8) ? random.pick(CHANNELS) : null,
    note: random.chance(0.4) ? random.pick(NOTES) : null,
  }
  insertTouchpoint(
    change,
    help === null
      ? {
          ...what,
          direction: random.chance(0.5) ? random.pick(['in', 'out'] as const) : null,
          kind: age === 'latest' ? 'counted' : age === 'older' ? drawKind(random) : 'light',
          minutes: random.chance(0.2) ? 15 * (1 + random.below(8)) : null,
          place: random.chance(0.05) ? random.pick(PLACES) : null,
        }
      : { ...what, direction: null, kind: touchpointKindOf(help.side), minutes: null, place: null, help },
    contacts,
    mintId(calendar.instant(daysAgo), random.bytes(16)),
  )
}

function drawKind(random: Random): TouchpointKind {
  const luck = random.next()
  return luck < 0.04 ? 'attempt' : luck < 0.1 ? 'light' : 'counted'
}
