/** The orders that are tried: who of those due is reached first when there is not time for all. */
import { type Interval, meanDaysOf } from '../../src/domain/interval.ts'
import { byLateness, type Rank } from '../../src/domain/simulation.ts'
import type { Random } from '../random.ts'

export interface Order {
  readonly name: string
  readonly rankBy: (random: Random) => Rank
}

/**
 * How close a contact is: the touches a day that its interval asks for. Nothing else of closeness is known of a contact. It makes one of two
 * weeks 26 times as close as one of a year; its root, 5 times, is about what counting the four circles from 4 to 1 would.
 */
export function closenessOf(interval: Interval): number {
  return 1 / meanDaysOf(interval)
}

export const ORDERS: readonly Order[] = [
  { name: 'lateness', rankBy: () => byLateness },
  { name: 'due date', rankBy: () => (contact) => -contact.dueOn },
  {
    name: 'random',
    rankBy:
      ({ next }) =>
      () =>
        next(),
  },
  { name: 'last contacted first', rankBy: () => (contact) => contact.lastOn },
  { name: 'longest ago first', rankBy: () => (contact) => -contact.lastOn },
  {
    name: 'closest circle first',
    rankBy:
      () =>
      ({ interval }) =>
        closenessOf(interval),
  },
  {
    name: 'lateness × closeness',
    rankBy: () => (contact, day) => byLateness(contact, day) * closenessOf(contact.interval),
  },
  {
    name: 'lateness × √closeness',
    rankBy: () => (contact, day) => byLateness(contact, day) * Math.sqrt(closenessOf(contact.interval)),
  },
]

/** @throws Error where there is none of that name. */
export function getOrder(name: string): Order {
  const order = ORDERS.find((known) => known.name === name)
  if (order === undefined) throw new Error(`no order is called ${name}`)
  return order
}
