/** Random command lines, as somebody might type them: about contacts, their cadence and the settings. */
import fc from 'fast-check'
import { firstGiveAndTake, giveAndTake } from './random-give-and-take.ts'
import { habit } from './random-habit.ts'
import {
  args,
  atMostOne,
  circle,
  contact,
  contacts,
  employer,
  interval,
  type Line,
  maybe,
  NAMES,
  pastDay,
  tag,
  trait,
  word,
} from './random-words.ts'

/** What is told of a new contact. */
const newcomer: Line = args(
  maybe('--circle', fc.constantFrom('inner', 'outer', 'none')),
  maybe('--every', interval),
  maybe('--tag', tag),
  maybe('--alias', fc.constantFrom('Amazing', 'Captain')),
  maybe('--email', fc.constantFrom('a@x.org', 'A@X.org', 'b@x.org')),
  maybe('--met-on', fc.constantFrom('yesterday', '2 weeks ago', '2020-02-29')),
  maybe('--note', word),
  maybe('--birthday', fc.constantFrom('--02-29', '1906-12-09')),
  maybe('--org', employer),
  fc.constantFrom([], [], ['--prospect']),
  atMostOne(
    args('--interest', trait, '--cause', trait),
    args('--offers', trait, '--looks-for', trait),
    args('--formerly', employer),
  ),
)

const add: Line = args('add', fc.constantFrom(...NAMES), newcomer, maybe('--introduced-by', contact))

/** Adds some contacts, of different names, and something between them: what comes after finds them. */
export const opening: fc.Arbitrary<readonly (readonly string[])[]> = fc
  .shuffledSubarray([...NAMES], { minLength: 4 })
  .chain((names) => fc.tuple(...names.map((name) => args('add', name, newcomer)), ...firstGiveAndTake))

/** One option or a few: what a single field changes must not be hidden by the others. */
const edits = fc
  .array(
    fc.oneof(
      args('--org', word),
      args('--org', employer),
      args('--org', employer),
      args('--name', fc.constantFrom(...NAMES)),
      args('--title', word),
      args('--note', word),
      args('--birthday', fc.constantFrom('--12-09', '1906-12-09', '')),
      args('--email', fc.constantFrom('a@x.org', 'c@x.org')),
      args('--remove-email', fc.constantFrom('a@x.org', 'ada@x.org')),
      args('--phone', '+1 555 0100'),
      args('--alias', fc.constantFrom('Amazing', 'Countess')),
      args('--remove-alias', 'amazing'),
      args('--remove-tag', tag),
      args('--circle', circle),
      args('--every', interval),
      args('--introduced-by', fc.oneof(contact, fc.constant(''))),
      ...['--interest', '--cause', '--offers', '--looks-for'].flatMap((option) => [
        args(option, trait),
        args(option.replace('--', '--remove-'), trait),
      ]),
      args('--formerly', employer),
      args('--remove-formerly', employer),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((options) => options.flat())

/** A touchpoint, today or in the past. */
const touchLine: Line = args(
  'log',
  contacts,
  maybe('-m', word),
  maybe('--on', pastDay),
  maybe('--by', fc.constantFrom('call', 'coffee')),
  fc.constantFrom([], [], ['--attempt'], ['--light']),
  fc.constantFrom([], ['--in'], ['--out']),
  maybe('--for', fc.constantFrom('30m', '1h')),
  maybe('--at', word),
)

/** A command that changes something, or fails. */
export const single: Line = fc.oneof(
  ...giveAndTake,
  ...habit,
  { weight: 3, arbitrary: add },
  { weight: 5, arbitrary: touchLine },
  { weight: 1, arbitrary: args('log', fc.constantFrom('Kathleen Booth', 'Grace Hopper'), '--new') },
  { weight: 3, arbitrary: args('snooze', contacts, fc.constantFrom('2w', '3 months', '400d')) },
  { weight: 2, arbitrary: args('wake', contact) },
  { weight: 3, arbitrary: args('prospect', fc.constantFrom('add', 'add', 'drop'), contacts) },
  { weight: 2, arbitrary: args('pause', contacts) },
  { weight: 2, arbitrary: args('resume', contacts) },
  { weight: 2, arbitrary: args('move', contacts, circle, maybe('--as-is')) },
  {
    weight: 2,
    arbitrary: args(
      'every',
      contacts,
      fc.oneof(interval, fc.constantFrom('none', 'circle')),
      maybe('--as-is'),
    ),
  },
  {
    weight: 2,
    arbitrary: args(
      'tag',
      contacts,
      tag.map((name) => `+${name}`),
      maybe('--remove', tag),
    ),
  },
  {
    weight: 12,
    arbitrary: args('edit', contact, edits),
  },
  { weight: 2, arbitrary: args('remove', contacts) },
  { weight: 5, arbitrary: args('merge', contact, contact) },
  { weight: 1, arbitrary: args('duplicates', '--not-same', contact, contact) },
  {
    weight: 2,
    arbitrary: args('circle', 'set', fc.constantFrom('team', 'wide'), interval, maybe('--as-is')),
  },
  {
    weight: 1,
    arbitrary: args(
      'circle',
      'remove',
      fc.constantFrom('team', 'wide'),
      maybe('--move-to', fc.constantFrom('outer', 'none')),
    ),
  },
  { weight: 1, arbitrary: args('config', 'set', 'attempt-rest', fc.constantFrom([], ['0'], ['9'])) },
  { weight: 1, arbitrary: args('config', 'set', 'default-circle', fc.constantFrom([], ['outer'])) },
)
