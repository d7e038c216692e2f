/** The network in which the commands of give and take are tested, and each of them as it may be typed for any contact. */
import { createNetkeep, type Netkeep } from '../harness.ts'

/** Two contacts called Grace; Ada and Grace Hopper with a birthday in December and an open promise each. */
export async function withFour(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  netkeep.env['NO_COLOR'] = '1'
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close', '--birthday', '1906-12-09')
  await netkeep.ok('add', 'Grace Kelly', '--circle', 'none')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner', '--birthday', '--12-10')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  await netkeep.ok('promise', 'add', 'ada', 'lend the engine')
  await netkeep.ok('promise', 'add', 'grace hopper', 'lend the compiler')
  return netkeep
}

type Typed = (who: string) => readonly string[]

/** What writes, with the line of history that it leaves with Ada. */
export const WRITING: readonly (readonly [name: string, typed: Typed, change: string])[] = [
  [
    'promise add',
    (who) => ['promise', 'add', who, 'send the paper', '--on', 'friday'],
    'promise: text send the paper, due on 2026-11-27, state open, made on 2026-11-22',
  ],
  [
    'promise add --theirs',
    (who) => ['promise', 'add', who, 'send', '--theirs'],
    'promise: text send, theirs, state open, made on 2026-11-22',
  ],
  ['promise done', (who) => ['promise', 'done', who], 'promise: state done, closed on 2026-11-22'],
  ['promise drop', (who) => ['promise', 'drop', who], 'promise: state dropped, closed on 2026-11-22'],
  [
    'gave',
    (who) => ['gave', who, 'article'],
    'touchpoint: touched on 2026-11-22, kind counted, help gave, help kind article',
  ],
  [
    'asked',
    (who) => ['asked', who, 'advice'],
    'touchpoint: touched on 2026-11-22, kind attempt, help asked, help kind advice',
  ],
  [
    'got',
    (who) => ['got', who, 'time'],
    'touchpoint: touched on 2026-11-22, kind counted, help got, help kind time',
  ],
  [
    'date add',
    (who) => ['date', 'add', who, 'anniversary', '--on', '24 Nov 2015'],
    'contact date: label anniversary, date 2015-11-24, every year',
  ],
  ['date remove', (who) => ['date', 'remove', who, 'birthday'], 'contact: birthday emptied'],
  ['wish', (who) => ['wish', who], 'touchpoint: touched on 2026-11-22, direction out, kind light, a wish'],
  ['relate', (who) => ['relate', who, 'knows', 'alan'], 'relation: Ada Lovelace knows Alan Turing'],
  [
    'relate from the other side',
    (who) => ['relate', 'alan', 'manages', who],
    'relation: Ada Lovelace reports to Alan Turing',
  ],
  [
    'log --next',
    (who) => ['log', who, '--next', 'send it'],
    'promise: text send it, state open, made on 2026-11-22',
  ],
  ['edit', (who) => ['edit', who, '--interest', 'poetry'], 'contact trait: kind interest, value poetry'],
]

/** What only reads. */
export const READING: readonly (readonly [name: string, typed: Typed])[] = [
  ['promise list', (who) => ['promise', 'list', who]],
  ['date list', (who) => ['date', 'list', who]],
  ['balance', (who) => ['balance', who]],
  ['relate', (who) => ['relate', who]],
  ['brief', (who) => ['brief', who]],
  ['list --shares', (who) => ['list', '--shares', who]],
  ['due --shares', (who) => ['due', '--shares', who]],
]
