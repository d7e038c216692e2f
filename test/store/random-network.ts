/** Small random networks of contacts that are linked in every way there is, and how they are written to a database. */
import fc from 'fast-check'
import type { Change } from '../../src/store/command-log.ts'

export const TODAY = '2026-11-22'
/** The day of all touchpoints at events. */
export const MET_ON = '2026-01-01'

interface RandomContact {
  readonly uid: string
  readonly name: string
  readonly isRemoved: boolean
  readonly isPaused: boolean
  readonly interval: string | null
  /** Days of touchpoints that count. */
  readonly touchedOn: readonly string[]
  readonly organization: string | null
  readonly jobSince: string | null
  readonly introducedBy: number | null
  readonly formerJobs: readonly {
    readonly organization: string
    readonly notedOn: string | null
    readonly untilOn: string | null
  }[]
}

/** Contacts are told by their place in the list. */
export interface RandomNetwork {
  readonly contacts: readonly RandomContact[]
  readonly relations: readonly { readonly a: number; readonly kind: string; readonly b: number }[]
  readonly introductions: readonly {
    readonly a: number
    readonly b: number | null
    readonly introducer: number | null
    /** The last state that has a day. */
    readonly state: 'offered_on' | 'agreed_on' | 'made_on' | 'met_on' | 'outcome_on' | 'declined_on'
    readonly isMadeBefore: boolean
  }[]
  readonly groups: readonly { readonly members: readonly number[]; readonly isRemoved: boolean }[]
  readonly events: readonly {
    readonly on: string
    readonly planned: readonly number[]
    /** By a light touch only: they were not met there. */
    readonly touched: readonly number[]
    readonly met: readonly number[]
  }[]
}

const NAMES = ['Ada', 'Bob', 'Cid', 'Dee', 'Eve', 'Fay', 'Gus', 'Hal', 'Ida']
const EMPLOYERS = ['Navy', 'NAVY, Inc.', 'Univac', 'The Univac Corp.', 'Acme']
const DAYS = ['2026-11-22', '2026-11-20', '2026-11-01', '2026-05-04', '2025-11-22', '2019-03-02']
const YEARS = ['2026-02-01', '2024-06-30', '2019-12-31', '2012-01-01', '1990-01-01', '2031-01-01']

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 2 })
const few = <T>(arbitrary: fc.Arbitrary<T>, most: number): fc.Arbitrary<readonly T[]> =>
  fc.array(arbitrary, { maxLength: most })
const place = (size: number): fc.Arbitrary<number> => fc.nat(size - 1)

/** Where all work, and how many are in touch: in dense networks there is more to choose from than is kept. */
interface Density {
  readonly size: number
  readonly employers: readonly string[]
  readonly leastTouches: number
}

const density: fc.Arbitrary<Density> = fc.record({
  size: fc.integer({ min: 2, max: NAMES.length }),
  employers: fc.shuffledSubarray(EMPLOYERS, { minLength: 1 }),
  leastTouches: fc.constantFrom(0, 0, 1),
})

const contactAt = (index: number, { size, employers, leastTouches }: Density): fc.Arbitrary<RandomContact> =>
  fc.record({
    uid: fc.constant(`01900000-0000-7000-8000-00000000000${index}`),
    name: fc.constant(NAMES[index] ?? ''),
    isRemoved: fc.nat(9).map((luck) => luck === 0),
    isPaused: fc.nat(5).map((luck) => luck === 0),
    interval: maybe(fc.constantFrom('2w', '1y')),
    touchedOn: fc.array(fc.constantFrom(...DAYS), { minLength: leastTouches, maxLength: 1 }),
    organization: maybe(fc.constantFrom(...employers)),
    jobSince: maybe(fc.constantFrom(...YEARS.slice(0, 5))),
    introducedBy: fc.option(place(size), { nil: null, freq: 1 }).map((by) => (by === index ? null : by)),
    formerJobs: few(
      fc.record({
        organization: fc.constantFrom(...employers),
        notedOn: maybe(fc.constantFrom(...YEARS)),
        untilOn: maybe(fc.constantFrom(...YEARS)),
      }),
      2,
    ),
  })

export const randomNetwork: fc.Arbitrary<RandomNetwork> = density.chain(({ size, ...dense }) =>
  fc.record({
    contacts: fc.tuple(...NAMES.slice(0, size).map((_, index) => contactAt(index, { size, ...dense }))),
    relations: few(
      fc
        .record({
          a: place(size),
          kind: fc.constantFrom('knows', 'friend', 'reports-to', 'mentor', 'client', 'bandmate'),
          b: place(size),
        })
        .filter(({ a, b }) => a !== b),
      4,
    ),
    introductions: few(
      fc
        .record({
          a: place(size),
          b: maybe(place(size)),
          introducer: maybe(place(size)),
          state: fc.constantFrom(
            ...(['offered_on', 'agreed_on', 'made_on', 'met_on', 'outcome_on', 'declined_on'] as const),
          ),
          isMadeBefore: fc.boolean(),
        })
        .filter(({ a, b, introducer }) => a !== b && a !== introducer && (b !== introducer || b === null)),
      3,
    ),
    groups: few(
      fc.record({
        members: fc.uniqueArray(place(size), { maxLength: 4 }),
        isRemoved: fc.nat(4).map((luck) => luck === 0),
      }),
      2,
    ),
    events: few(
      fc.record({
        on: fc.constantFrom('2026-12-01', '2026-11-22', '2026-05-04', '2024-11-22'),
        planned: fc.uniqueArray(place(size), { maxLength: 3 }),
        touched: fc.uniqueArray(place(size), { maxLength: 3 }),
        met: fc.uniqueArray(place(size), { maxLength: 3 }),
      }),
      2,
    ),
  }),
)

export function writeNetwork({ db, newId, recordedAt }: Change, network: RandomNetwork): void {
  const uidOf = (index: number | null): string | null =>
    index === null ? null : (network.contacts[index]?.uid ?? null)
  const insert = (table: string, row: Readonly<Record<string, string | number | null>>): string => {
    const id = row['id'] ?? newId()
    const full = { ...row, id }
    const columns = Object.keys(full)
    const marks = columns.map((column) => `:${column}`)
    db.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks.join(', ')})`).run(full)
    return String(id)
  }
  const touch = (
    on: string,
    kind: string,
    event: string | null,
    contacts: readonly (string | null)[],
  ): void => {
    const touchpoint = insert('touchpoint', { touched_on: on, kind, event, recorded_at: recordedAt })
    for (const contact of contacts) insert('touchpoint_contact', { touchpoint, contact })
  }
  for (const contact of network.contacts) {
    const { uid, touchedOn, formerJobs } = contact
    insert('contact', {
      id: uid,
      name: contact.name,
      organization: contact.organization,
      job_since: contact.jobSince,
      introduced_by: uidOf(contact.introducedBy),
      interval: contact.interval,
      paused_on: contact.isPaused ? TODAY : null,
      tracked_from: '2019-01-01',
      deleted: contact.isRemoved ? 1 : null,
    })
    for (const on of touchedOn) touch(on, 'counted', null, [uid])
    for (const { organization, notedOn, untilOn } of formerJobs)
      insert('contact_job', { contact: uid, organization, noted_on: notedOn, until_on: untilOn })
  }
  for (const { a, kind, b } of network.relations) insert('relation', { a: uidOf(a), kind, b: uidOf(b) })
  for (const { a, b, introducer, state, isMadeBefore } of network.introductions)
    insert('introduction', {
      a: uidOf(a),
      b: uidOf(b),
      introducer: uidOf(introducer),
      offered_on: '2026-01-01',
      ...(state === 'declined_on' && isMadeBefore ? { made_on: '2026-01-20' } : {}),
      [state]: '2026-02-01',
    })
  for (const { members, isRemoved } of network.groups) {
    const group = insert('contact_group', { name: 'Job club', deleted: isRemoved ? 1 : null })
    for (const member of members) insert('group_member', { contact_group: group, contact: uidOf(member) })
  }
  for (const { on, planned, touched, met } of network.events) {
    const event = insert('event', { name: 'PyCon', from_on: on, to_on: on })
    for (const contact of planned) insert('event_contact', { event, contact: uidOf(contact) })
    if (touched.length > 0) touch(MET_ON, 'light', event, touched.map(uidOf))
    if (met.length > 0) touch(MET_ON, 'counted', event, met.map(uidOf))
  }
}
