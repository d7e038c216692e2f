/** Random command lines of give and take: promises, the help ledger, dates and wishes, relations, introductions. */
import fc from 'fast-check'
import { args, atMostOne, contact, contacts, type Line, maybe, pastDay, word } from './random-words.ts'

/** Stands for the id of one of the promises made so far, see `perform` of random-commands.ts. */
export const A_PROMISE = 'promise#'

/** Few, so that what one command promises, dates or relates, another finds. */
const familiar = fc.oneof(
  { weight: 7, arbitrary: fc.constantFrom('Grace Hopper', 'zoe', 'picard') },
  { weight: 1, arbitrary: contact },
)
const help = fc.constantFrom('article', 'intro', 'advice', 'time', 'vouching', 'lodging')
const label = fc.constantFrom('birthday', 'birthday', 'first day', 'First Day')
const promised = fc.constantFrom('send the paper', 'a seat at the Zürich talk', 'x')
const introductionState = fc.constantFrom('offered', 'agreed', 'made', 'met', 'outcome')
const day = fc.constantFrom('tomorrow', 'friday', '2027-01-15', '2026-11-01')

const promise = args('promise', 'add', familiar, promised, maybe('--on', day), maybe('--theirs'))
const relation = args(
  'relate',
  familiar,
  fc.constantFrom('knows', 'mentor', 'mentee', 'reports-to', 'manages', 'bandmate'),
  familiar,
)

/** What there is from the beginning, so that it can be ended. */
export const firstGiveAndTake: readonly Line[] = [promise, promise, relation]

export const giveAndTake: readonly { readonly weight: number; readonly arbitrary: Line }[] = [
  {
    weight: 4,
    arbitrary: promise,
  },
  {
    weight: 4,
    arbitrary: args(
      'promise',
      fc.constantFrom('done', 'drop'),
      fc.oneof(
        familiar,
        fc.nat(2).map((which) => `${A_PROMISE}${which}`),
      ),
    ),
  },
  {
    weight: 2,
    arbitrary: args(
      'log',
      contacts,
      '--next',
      promised,
      maybe('--next-on', day),
      maybe('-m', word),
      maybe('--on', pastDay),
    ),
  },
  { weight: 8, arbitrary: ledgerLine() },
  {
    weight: 4,
    arbitrary: args(
      'date',
      'add',
      familiar,
      label,
      fc.constantFrom('--on=--12-09', '--on=29 Feb', '--on=1996-02-29', '--on=2027-02-27', '--on=tomorrow'),
      fc.constantFrom([], [], ['--yearly'], ['--once']),
      maybe('--notice', fc.constantFrom('0', '7', '300')),
    ),
  },
  { weight: 3, arbitrary: args('date', 'remove', familiar, label) },
  {
    weight: 3,
    arbitrary: args(
      'wish',
      fc.oneof(familiar, contacts),
      maybe('--for', label),
      maybe('--on', pastDay),
      maybe('--counts'),
      maybe('-m', word),
    ),
  },
  {
    weight: 4,
    arbitrary: args(relation, maybe('--remove')),
  },
  {
    weight: 4,
    arbitrary: args(
      'intro',
      familiar,
      fc.oneof(familiar, args('--by', familiar)),
      maybe('--for', word),
      maybe('--state', introductionState),
      maybe('--on', pastDay),
      fc.constantFrom([], [], ['--no-log']),
    ),
  },
  { weight: 4, arbitrary: args('intro', 'update', familiar, introductionState, maybe('--on', pastDay)) },
  { weight: 1, arbitrary: args('intro', 'remove', familiar) },
  { weight: 1, arbitrary: args('config', 'set', 'help-kinds', fc.constantFrom([], ['lodging'])) },
  { weight: 1, arbitrary: args('config', 'set', 'relation-kinds', fc.constantFrom([], ['bandmate'])) },
  { weight: 1, arbitrary: args('config', 'set', 'date-notice', fc.constantFrom([], ['0'], ['60'])) },
]

/** A give, an ask or a receipt, today or in the past. */
function ledgerLine(): Line {
  return args(
    fc.constantFrom('gave', 'asked', 'asked', 'got'),
    fc.oneof(
      { weight: 3, arbitrary: familiar },
      { weight: 1, arbitrary: fc.constant(['zoe', 'Jean-Luc Picard']) },
      { weight: 1, arbitrary: contacts },
    ),
    help,
    atMostOne(maybe('-m', word), args('--on', pastDay), args('--by', fc.constantFrom('call', 'email'))),
  )
}
