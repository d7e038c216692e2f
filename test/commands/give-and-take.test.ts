/** What all commands of give and take have in common; what each does alone stands in the file of its name. */
import { describe, expect, test } from 'vitest'
import { quoteWord } from '../../src/domain/shell-words.ts'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'
import { READING, WRITING, withFour } from './give-and-take.ts'

const ALL = [...WRITING.map(([name, typed]) => [name, typed] as const), ...READING]

/** Runs it and expects that nothing was written. */
async function refused(netkeep: Netkeep, args: readonly string[]): Promise<[number, string, string]> {
  const before = sha256Of(netkeep.db)
  const { exitCode, stdout, stderr } = await netkeep.run(...args)
  expect(stdout).toBe('')
  expect(sha256Of(netkeep.db)).toBe(before)
  const [message = '', ...others] = stderr.split('\n')
  return [exitCode, message, others.at(-2) ?? '']
}

/** What is offered for somebody new by the verbs that have --new. */
const NEWCOMER: Readonly<Record<string, string>> = {
  log: 'Somebody new: netkeep log --new nobody',
  gave: 'Somebody new: type the same with --new',
  asked: 'Somebody new: type the same with --new',
  got: 'Somebody new: type the same with --new',
}

describe('names', () => {
  test.each(ALL)('%s: one that nobody has is refused, and nothing is written', async (_name, typed) => {
    const netkeep = await withFour()
    expect(await refused(netkeep, typed('nobody'))).toEqual([
      3,
      'netkeep: No contact matches "nobody".',
      `Search: netkeep find nobody   ${NEWCOMER[typed('')[0] ?? ''] ?? 'Add: netkeep add nobody'}`,
    ])
  })

  test.each(ALL)('%s: one that two have names both, and nothing is written', async (_name, typed) => {
    const netkeep = await withFour()
    const before = sha256Of(netkeep.db)
    const { exitCode, stdout, stderr } = await netkeep.run(...typed('grace'))
    expect([exitCode, stdout]).toEqual([3, ''])
    const { id: hopper } = await netkeep.json('show', 'hopper')
    const { id: kelly } = await netkeep.json('show', 'kelly')
    const [message, ...candidates] = stderr.split('\n').slice(0, 3)
    expect(message).toBe('netkeep: "grace" could be 2 contacts; nothing was done.')
    expect(new Set(candidates)).toEqual(
      new Set([`  ${hopper}  Grace Hopper, Navy`, `  ${kelly}  Grace Kelly`]),
    )
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each(
    ALL.filter(([, typed]) =>
      ['promise', 'date', 'gave', 'asked', 'got', 'relate'].includes(typed('')[0] ?? ''),
    ),
  )('%s: the hint is the whole line again, with an id for the name', async (_name, typed) => {
    const netkeep = await withFour()
    const { stderr } = await netkeep.run(...typed('grace'))
    const id = stderr.split('\n')[1]?.trim().split(' ')[0] ?? ''
    expect(stderr.split('\n').at(-2)).toBe(
      `Say which by more of the name, or by id: netkeep ${typed(id).map(quoteWord).join(' ')}`,
    )
  })

  test.each(ALL)('%s: a terminal asks which of two is meant', async (_name, typed) => {
    const netkeep = await withFour()
    expect((await netkeep.onTerminal(typed('grace'), ['Grace Hopper'])).exitCode).toBe(0)
  })

  test.each(WRITING)(
    '%s: a typo is no name outside a terminal, and nothing is written',
    async (_name, typed) => {
      const netkeep = await withFour()
      const { id } = await netkeep.json('show', 'ada')
      expect(await refused(netkeep, typed('lovelce'))).toEqual([
        3,
        'netkeep: No contact is called "lovelce"; nothing was done. Did you mean Ada Lovelace?',
        `Type the name again, or the id: ${id}`,
      ])
    },
  )

  test.each(WRITING)('%s: a terminal asks whether a typo is meant', async (_name, typed) => {
    const netkeep = await withFour()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.onTerminal(typed('lovelce'), [false])).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines('netkeep: Nothing was changed.', 'See who is there: netkeep list'),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
    const { exitCode, stdout } = await netkeep.onTerminal(typed('lovelce'), [true])
    expect([exitCode, stdout.includes('Ada Lovelace')]).toEqual([0, true])
  })

  test.each(READING)('%s: a typo is good enough to read', async (_name, typed) => {
    const netkeep = await withFour()
    expect(await netkeep.run(...typed('lovelce'))).toEqual(await netkeep.run(...typed('ada lovelace')))
  })

  test.each(ALL)('%s: an empty one is refused', async (_name, typed) => {
    expect(await refused(await withFour(), typed(''))).toEqual([
      2,
      'netkeep: A name is empty.',
      'Type a name, an e-mail address or an id.',
    ])
  })
})

describe('changes', () => {
  test.each(WRITING)('%s is undone and redone as one', async (_name, typed) => {
    const netkeep = await withFour()
    const before = await netkeep.json('show', 'ada')
    expect(await netkeep.ok(...typed('ada'))).toMatch(/ Undo: netkeep undo\n$/)
    const after = await netkeep.json('show', 'ada')
    expect(after).not.toEqual(before)
    await netkeep.ok('undo')
    expect(await netkeep.json('show', 'ada')).toEqual(before)
    await netkeep.ok('redo')
    expect(await netkeep.json('show', 'ada')).toEqual(after)
  })

  test.each(WRITING)('%s stands in the history of the contact, in words', async (_name, typed, change) => {
    const netkeep = await withFour()
    await netkeep.ok(...typed('ada'))
    const { stdout } = await netkeep.onTerminal(['history', 'ada', '--limit', '1'])
    expect(stdout.split('\n')).toContain(`    ${change}`)
    expect(stdout.split('\n')[0]).toContain(`netkeep ${typed('ada').slice(0, 2).join(' ')}`)
  })

  test.each(WRITING)('%s says nothing with --quiet, and does it', async (_name, typed) => {
    const netkeep = await withFour()
    const before = await netkeep.json('show', 'ada')
    expect(await netkeep.run(...typed('ada'), '--quiet')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('show', 'ada')).not.toEqual(before)
  })

  test.each(WRITING)('%s takes what begins with a dash after --', async (_name, typed) => {
    const netkeep = await withFour()
    const [verb = '', ...others] = typed('ada')
    const at = others.findIndex((word) => word.startsWith('--'))
    const [words, options] = at === -1 ? [others, []] : [others.slice(0, at), others.slice(at)]
    expect((await netkeep.run(verb, ...options, '--', ...words)).exitCode).toBe(0)
  })
})

describe('dates', () => {
  const TYPED: readonly (readonly [string, (date: string) => readonly string[]])[] = [
    ['promise add --on', (date) => ['promise', 'add', 'ada', 'send it', '--on', date]],
    ['log --next-on', (date) => ['log', 'ada', '--next', 'send it', '--next-on', date]],
    ['gave --on', (date) => ['gave', 'ada', 'article', '--on', date]],
    ['asked --on', (date) => ['asked', 'ada', 'article', '--on', date]],
    ['got --on', (date) => ['got', 'ada', 'article', '--on', date]],
    ['wish --on', (date) => ['wish', 'ada', '--on', date]],
    ['date add --on', (date) => ['date', 'add', 'ada', 'first day', '--on', date]],
  ]
  const WRONG = [
    ['soon', '"soon" is not a date.'],
    ['2026-02-30', '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
    ['31 feb', '"31 feb" is not a day from 1800-01-01 to 9999-12-31.'],
    ['03/04/2026', '"03/04/2026" can be 2026-04-03 or 2026-03-04.'],
    ['', '"" is not a date.'],
  ] as const

  test.each(
    TYPED.flatMap(([name, typed]) => WRONG.map(([date, message]) => [name, date, typed, message] as const)),
  )('%s "%s" is refused, and nothing is written', async (_name, date, typed, message) => {
    const [exitCode, said] = await refused(await withFour(), typed(date))
    expect([exitCode, said]).toEqual([2, `netkeep: ${message}`])
  })

  test.each(TYPED.slice(2, 6))(
    '%s takes no day ahead, and says how to be reminded of one',
    async (_name, typed) => {
      const args = typed('tomorrow')
      expect(await refused(await withFour(), args)).toEqual([
        2,
        `netkeep: 23 Nov lies ahead: ${args[0]} is for what has happened.`,
        'To be reminded on that day: netkeep promise add WHO "what" --on 2026-11-23, or: netkeep snooze WHO 2026-11-23',
      ])
    },
  )
})

describe('an unknown action', () => {
  test.each([
    [['group', 'lgo', 'job'], '"lgo" is neither a group nor anything that group does. Did you mean log?'],
    [['group', 'add-member'], '"add-member" is neither a group nor anything that group does.'],
    [['event', 'lst'], '"lst" is neither an event nor anything that event does. Did you mean list?'],
    [
      ['prospect', 'stat'],
      '"stat" is neither a contact nor anything that prospect does. Did you mean stats?',
    ],
    [['promise', 'dne'], '"dne" is neither a contact nor anything that promise does. Did you mean done?'],
    [['date', 'remvoe'], '"remvoe" is neither a contact nor anything that date does. Did you mean remove?'],
  ])('%j names those there are, and the one that is meant', async (args, message) => {
    const { exitCode, stderr } = await createNetkeep().run(...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
    expect(stderr.split('\n')[1]).toMatch(new RegExp(`^Type: netkeep ${args[0]} list, .*(add|show)`))
  })
})

describe('missing arguments', () => {
  test.each([
    [['promise', 'add'], 'Name a contact and what is promised.'],
    [['promise', 'add', 'ada'], 'Name a contact and what is promised.'],
    [['promise', 'add', 'ada', ''], 'The promise is empty.'],
    [['promise', 'done'], 'Which promise?'],
    [['promise', 'drop'], 'Which promise?'],
    [['promise', 'keep', 'ada'], '"keep" is neither a contact nor anything that promise does.'],
    [['gave'], 'Name a contact and a kind of help.'],
    [['gave', 'ada'], 'What kind of help?'],
    [['gave', 'article'], 'To whom?'],
    [['asked', 'advice'], 'Whom did you ask?'],
    [['got', 'advice'], 'From whom?'],
    [['gave', 'ada', 'money'], '"money" is no kind of help.'],
    [['date', 'add'], 'Name a contact, what the date is, and the day.'],
    [['date', 'add', 'ada'], 'Name a contact, what the date is, and the day.'],
    [['date', 'add', 'ada', 'anniversary'], 'Name a contact, what the date is, and the day.'],
    [['date', 'remove', 'ada'], 'Name a contact and the date.'],
    [['date', 'keep', 'ada'], '"keep" is neither a contact nor anything that date does.'],
    [['wish'], "Missing required argument 'who'."],
    [['brief'], "Missing required argument 'who'."],
    [['relate'], "Missing required argument 'who'."],
    [['relate', 'ada', 'alan'], 'Which contact is what to which other? "ada alan" does not say it.'],
    [['relate', 'ada', 'knows'], 'Which contact is what to which other? "ada knows" does not say it.'],
    [['relate', 'ada', '--remove'], 'Which contact is what to which other? "ada" does not say it.'],
    [
      ['relate', 'ada', 'likes', 'alan'],
      'Which contact is what to which other? "ada likes alan" does not say it.',
    ],
    [['log', 'ada', '--next-on', 'friday'], 'What have you promised?'],
    [['log', 'ada', '--next', ''], 'The promise is empty.'],
    [['edit', 'ada', '--interest', ' , '], 'The interest is empty.'],
    [['edit', 'ada', '--looks-for', ''], 'The thing they look for is empty.'],
  ])('%j is refused with what to type', async (args, message) => {
    const [exitCode, said, hint] = await refused(await withFour(), args)
    expect([exitCode, said, /(?:Type|Say what|Say it|See|See them|Choose one of): /.test(hint)]).toEqual([
      2,
      `netkeep: ${message}`,
      true,
    ])
  })
})
