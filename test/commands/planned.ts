/** A day with something of each kind to do, as a review walks through it. */
import { createNetkeep, type Netkeep } from '../harness.ts'

/** Ada and Grace are cold, a promise and a birthday are due on 22 November. */
export async function withPlan(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-10-01')
  await netkeep.ok('add', 'Grace Hopper <grace@navy.mil>', '--every', '3w', '--org', 'Navy')
  await netkeep.ok('add', 'Ada Lovelace', '--every', '2w')
  await netkeep.ok('add', 'Alan Turing', '--every', '1y', '--birthday', '22 Nov')
  await netkeep.ok('log', 'grace', '--by', 'coffee', '-m', 'asked about the compiler talk')
  await netkeep.ok('log', 'ada', '--by', 'call')
  await netkeep.ok('promise', 'add', 'alan', 'send the paper', '--on', '2026-11-20')
  netkeep.today = '2026-11-22'
  return netkeep
}

/** Enough for all of it. */
export const REVIEW: readonly string[] = ['review', '--minutes', '1h', '--no-color']
