/** The paths of docs/doors.md found the slow and obvious way: every pair of contacts, every chain. Knows nothing of src. */
import { MET_ON, type RandomNetwork, TODAY } from './random-network.ts'

export interface Path {
  readonly contacts: readonly string[]
  readonly weight: number
}

const RELATIONS: Readonly<Record<string, number>> = {
  friend: 0.9,
  mentor: 0.85,
  'reports-to': 0.8,
  client: 0.7,
  knows: 0.6,
  bandmate: 0.6,
}
const DAYS: Readonly<Record<string, number>> = { '2w': 14, '1y': 365 }
const THIS_YEAR = 2026

export function bruteForcePaths(network: RandomNetwork, targets: readonly string[]): readonly Path[] {
  const { contacts } = network
  const live = contacts.flatMap(({ isRemoved }, index) => (isRemoved ? [] : [index]))
  const first = new Map(
    live.flatMap((index) => {
      const weight = firstWeight(network, index)
      return weight === undefined ? [] : [[index, weight] as const]
    }),
  )
  const strength = new Map<string, number>()
  for (const a of live)
    for (const b of live) if (a !== b) strength.set(`${a} ${b}`, strongestLink(network, a, b))
  const linked = (a: number, b: number): number => strength.get(`${a} ${b}`) ?? 0
  const found = live
    .filter((index) => targets.includes(contacts[index]?.uid ?? ''))
    .flatMap((target) => {
      const direct = first.get(target)
      const line = direct === undefined ? [] : [{ steps: [target], weight: direct }]
      const two = [...first].flatMap(([a, weight]) =>
        a === target || linked(a, target) === 0
          ? []
          : [{ steps: [a, target], weight: weight * linked(a, target) }],
      )
      if (line.length + two.length > 0) return [...line, ...best(two, 3 - line.length)]
      const three = [...first].flatMap(([a, weight]) => {
        const through = live.flatMap((b) =>
          first.has(b) || b === target || linked(a, b) * linked(b, target) === 0
            ? []
            : [{ steps: [a, b, target], weight: weight * linked(a, b) * linked(b, target) }],
        )
        return best(through, 1)
      })
      return best(three, 3)
    })
  return best(found, found.length).map(({ steps, weight }) => ({
    contacts: steps.map((step) => contacts[step]?.name ?? ''),
    weight,
  }))
}

interface Steps {
  readonly steps: readonly number[]
  readonly weight: number
}

/** Names are in the order of the list. */
function best(paths: readonly Steps[], most: number): readonly Steps[] {
  return paths
    .toSorted(
      (a, b) =>
        b.weight - a.weight || a.steps.length - b.steps.length || (a.steps.join() < b.steps.join() ? -1 : 1),
    )
    .slice(0, most)
}

function firstWeight({ contacts, events }: RandomNetwork, index: number): number | undefined {
  const { touchedOn = [], interval = null, isPaused = false } = contacts[index] ?? {}
  const metOn = events.some(({ met }) => met.includes(index)) ? [MET_ON] : []
  const lastOn = [...touchedOn, ...metOn].toSorted().at(-1)
  if (lastOn === undefined) return undefined
  const days = (Date.parse(TODAY) - Date.parse(lastOn)) / 86_400_000
  const warmth = interval === null || isPaused ? 0.8 : days <= (DAYS[interval] ?? 0) ? 1 : 0.7
  return warmth * 2 ** (-days / 365)
}

function strongestLink(network: RandomNetwork, a: number, b: number): number {
  const isPair = (x: number | null, y: number | null): boolean => (x === a && y === b) || (x === b && y === a)
  const [one, other] = [network.contacts[a], network.contacts[b]]
  return Math.max(
    0,
    ...network.relations.filter((r) => isPair(r.a, r.b)).map(({ kind }) => RELATIONS[kind] ?? 0),
    one?.introducedBy === b || other?.introducedBy === a ? 0.75 : 0,
    ...network.introductions.filter(isLink).flatMap((given) => [
      isPair(given.a, given.introducer) || isPair(given.b, given.introducer)
        ? {
            offered_on: 0.6,
            agreed_on: 0.6,
            made_on: 0.75,
            met_on: 0.75,
            outcome_on: 0.75,
            declined_on: 0.75,
          }[given.state]
        : 0,
      isPair(given.a, given.b)
        ? { offered_on: 0.1, agreed_on: 0.1, made_on: 0.5, met_on: 0.6, outcome_on: 0.6, declined_on: 0.5 }[
            given.state
          ]
        : 0,
    ]),
    ...network.groups.map(({ members, isRemoved }) =>
      !isRemoved && members.includes(a) && members.includes(b) ? 0.5 : 0,
    ),
    ...network.events.map(({ on, planned, met }) => {
      const areThere = [a, b].every((index) => planned.includes(index) || met.includes(index))
      const days = Math.max(0, (Date.parse(TODAY) - Date.parse(on)) / 86_400_000)
      return areThere ? 0.3 * 2 ** (-days / 365) : 0
    }),
    ...jobsOf(network, a).flatMap((job) => jobsOf(network, b).map((their) => colleagues(job, their))),
  )
}

/** One that was declined before it was made links nobody. */
function isLink({ state, isMadeBefore }: RandomNetwork['introductions'][number]): boolean {
  return state !== 'declined_on' || isMadeBefore
}

interface Job {
  readonly employer: string
  readonly isOver: boolean
  readonly since: number | undefined
  readonly until: number | undefined
}

function jobsOf({ contacts }: RandomNetwork, index: number): readonly Job[] {
  const { organization = null, jobSince = null, formerJobs = [] } = contacts[index] ?? {}
  return [
    ...(organization === null
      ? []
      : [{ employer: employerOf(organization), isOver: false, since: yearOf(jobSince), until: undefined }]),
    ...formerJobs.map((job) => ({
      employer: employerOf(job.organization),
      isOver: true,
      since: yearOf(job.notedOn),
      until: yearOf(job.untilOn),
    })),
  ]
}

function employerOf(name: string): string {
  return ['navy', 'univac', 'acme'].find((employer) => name.toLowerCase().includes(employer)) ?? name
}

/** Twenty years ago is as long ago as anything; what lies ahead is now. */
function yearOf(date: string | null): number | undefined {
  return date === null ? undefined : Math.min(THIS_YEAR, Math.max(THIS_YEAR - 20, Number(date.slice(0, 4))))
}

function colleagues(a: Job, b: Job): number {
  if (a.employer !== b.employer) return 0
  const over = [a, b].filter(({ isOver }) => isOver)
  if (over.length === 0) return 0.55
  const ends = over.map(({ until }) => until)
  const years = Math.max(...ends.map((until) => (until === undefined ? 5 : THIS_YEAR - until)))
  const until = Math.min(...ends.map((end) => end ?? Number.NaN))
  const stayed = [a, b].filter((job) => !job.isOver || job.until !== until)
  const wereTogether =
    !Number.isNaN(until) && stayed.every(({ since }) => since !== undefined && since <= until)
  return (wereTogether ? 0.45 : 0.3) * 2 ** (-years / 5)
}
