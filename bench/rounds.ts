/** Measuring in rounds: everything once in each, so that a busy moment of the machine meets all alike. */
import { type Arguments, BARE_NODE, runOnce } from './program.ts'

export interface Case {
  readonly name: string
  readonly args: Arguments
  readonly database: string
  /** Only in so many rounds, for what takes long. */
  readonly rounds?: number
}

/** Times in ms, in the order measured. */
export type Samples = readonly number[]

export interface Measured {
  readonly bare: Samples
  readonly byName: ReadonlyMap<string, Samples>
}

/** @param besides something else to time in each round; its results are under the name `besides`. */
export function measure(cases: readonly Case[], rounds: number, besides: () => number): Measured {
  const all: readonly Case[] = [{ name: 'bare', args: BARE_NODE, database: '' }, ...cases]
  const samples = new Map<string, number[]>(all.map(({ name }) => [name, []]))
  const extra: number[] = []
  for (const { args, database } of all) runOnce(args, database)
  for (let round = 0; round < rounds; round++) {
    for (const { name, args, database, rounds: most } of all) {
      if (round < (most ?? rounds)) samples.get(name)?.push(runOnce(args, database))
    }
    extra.push(besides())
  }
  return { bare: samples.get('bare') ?? [], byName: samples.set('besides', extra) }
}

export function median(samples: Samples): number {
  return quantile(samples, 0.5)
}

/** The value below which this part (0 to 1) of the samples lies, interpolated. */
export function quantile(samples: Samples, part: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  const place = (sorted.length - 1) * part
  const low = sorted[Math.floor(place)] ?? Number.NaN
  const high = sorted[Math.ceil(place)] ?? Number.NaN
  return low + (high - low) * (place - Math.floor(place))
}
