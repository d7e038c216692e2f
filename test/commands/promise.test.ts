import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Sunday 22 November: Grace and Ada with two promises each, Alan with none. */
async function withPromises(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--org', 'Navy', '--circle', 'close')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'none')
  await netkeep.ok('promise', 'add', 'grace', 'send the paper', '--on', 'friday')
  await netkeep.ok('promise', 'add', 'grace', 'call her dean')
  await netkeep.ok('promise', 'add', 'ada', 'introduce me to Howard', '--theirs', '--on', '2026-11-20')
  await netkeep.ok('promise', 'add', 'ada', 'lend the engine', '--on', 'today')
  return netkeep
}

/** The ids of the promises listed, by what they say. */
async function idsOf(netkeep: Netkeep): Promise<Readonly<Record<string, string>>> {
  const promises: readonly { text: string; id: string }[] = await netkeep.json('promise', 'list', '--all')
  return Object.fromEntries(promises.map(({ text, id }) => [text, id]))
}

describe('promise add', () => {
  test('says what was promised, for when, and its id', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    const said = await netkeep.run('promise', 'add', 'grace', 'send the paper', '--on', 'friday')
    const [{ id }] = await netkeep.json('promise')
    expect(said).toEqual({
      exitCode: 0,
      stdout: `You promised Grace Hopper: send the paper, by 27 Nov (${id}). Undo: netkeep undo\n`,
      stderr: '',
    })
  })

  test('says the same on a terminal, of theirs who promised', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    const { stdout } = await netkeep.onTerminal(['promise', 'add', 'grace', 'introduce me', '--theirs'])
    const [{ id }] = await netkeep.json('promise')
    expect(stdout).toBe(`Grace Hopper promised you: introduce me (${id}). Undo: netkeep undo\n`)
  })

  test('with --json prints the promise as list does', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    const made = await netkeep.json('promise', 'add', 'grace', 'send it', '--on', '2w')
    const { uid } = await netkeep.json('show', 'grace')
    expect(made).toEqual({
      uid: expect.any(String),
      id: made.uid.slice(-6),
      contact: 'Grace Hopper',
      contactUid: uid,
      text: 'send it',
      on: '2026-12-06',
      mine: true,
      state: 'open',
      madeOn: '2026-11-22',
      closedOn: null,
    })
    expect(await netkeep.json('promise')).toEqual([made])
  })

  test.each([
    [['grace', 'send', 'the', 'paper'], 'Grace Hopper', 'send the paper'],
    [['grace', 'hopper', 'call'], 'Grace Hopper', 'call'],
    [['grace', 'hopper', 'call her back'], 'Grace Hopper', 'call her back'],
    [['Hopper, Grace', 'call'], 'Grace Hopper', 'call'],
    [['ada', 'grace'], 'Ada Lovelace', 'grace'],
  ])('%j promises %s "%s"', async (words, contact, text) => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('add', 'Ada Lovelace')
    expect(await netkeep.json('promise', 'add', ...words)).toMatchObject({ contact, text })
  })

  test('a day that is past is kept: it is overdue at once', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect(await netkeep.ok('promise', 'add', 'grace', 'call', '--on', 'yesterday')).toMatch(
      /^You promised Grace Hopper: call, 1 day overdue \(\w{6}\)\. Undo: netkeep undo\n$/,
    )
  })

  test('the same may be promised twice', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('promise', 'add', 'grace', 'call')
    await netkeep.ok('promise', 'add', 'grace', 'call')
    expect(await netkeep.json('promise')).toHaveLength(2)
  })

  test('asks on a terminal which contact of that name is meant', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('add', 'Grace Kelly')
    let choices: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['promise', 'add', 'grace', 'dance'],
      [
        (offered) => {
          choices = offered
          return 'Grace Kelly'
        },
      ],
    )
    expect(choices.map((choice) => choice.slice(0, -9)).toSorted()).toEqual([
      'Grace Hopper, Navy',
      'Grace Kelly',
    ])
    expect(stdout).toMatch(/^You promised Grace Kelly: dance /)
  })
})

describe('promise list', () => {
  test('on a terminal is by day, those without one last, in words', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    const shown = lines(
      `Ada Lovelace  they: introduce me to Howard  2 days overdue  ${ids['introduce me to Howard']}`,
      `Ada Lovelace  you: lend the engine          due today       ${ids['lend the engine']}`,
      `Grace Hopper  you: send the paper           by 27 Nov       ${ids['send the paper']}`,
      `Grace Hopper  you: call her dean                            ${ids['call her dean']}`,
    )
    expect((await netkeep.onTerminal(['promise', 'list', '--no-color'])).stdout).toBe(shown)
    expect((await netkeep.onTerminal(['promise', '--no-color'])).stdout).toBe(shown)
  })

  test('in a pipe is tab-separated, with ISO dates', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    const rows = lines(
      `${ids['introduce me to Howard']}\tAda Lovelace\tintroduce me to Howard\t2026-11-20\ttheirs\topen`,
      `${ids['lend the engine']}\tAda Lovelace\tlend the engine\t2026-11-22\tmine\topen`,
      `${ids['send the paper']}\tGrace Hopper\tsend the paper\t2026-11-27\tmine\topen`,
      `${ids['call her dean']}\tGrace Hopper\tcall her dean\t\tmine\topen`,
    )
    expect(await netkeep.ok('promise')).toBe(rows)
    expect((await netkeep.onTerminal(['promise', '--plain'])).stdout).toBe(rows)
  })

  test.each([
    [['--mine'], ['lend the engine', 'send the paper', 'call her dean']],
    [['--theirs'], ['introduce me to Howard']],
    [
      ['list', 'ada'],
      ['introduce me to Howard', 'lend the engine'],
    ],
    [['list', 'ada', '--mine'], ['lend the engine']],
    [['list', 'alan'], []],
    [
      ['--limit', '2'],
      ['introduce me to Howard', 'lend the engine'],
    ],
    [
      ['--limit', '0'],
      ['introduce me to Howard', 'lend the engine', 'send the paper', 'call her dean'],
    ],
  ])('%j lists %j', async (args, texts) => {
    const netkeep = await withPromises()
    const promises: readonly { text: string }[] = await netkeep.json('promise', ...args)
    expect(promises.map(({ text }) => text)).toEqual(texts)
  })

  test('--all has those that are done and dropped, after the open ones', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('promise', 'add', 'alan', 'decode it')
    await netkeep.ok('promise', 'done', 'alan')
    netkeep.today = '2026-11-23'
    const ids = await idsOf(netkeep)
    await netkeep.ok('promise', 'drop', ids['lend the engine'] ?? '')
    const { stdout } = await netkeep.onTerminal(['promise', 'list', '--all', '--no-color'])
    expect(stdout.split('\n').slice(-3, -1)).toEqual([
      `Ada Lovelace  you: lend the engine          dropped on 23 Nov  ${ids['lend the engine']}`,
      `Alan Turing   you: decode it                done on 22 Nov     ${ids['decode it']}`,
    ])
    const states: readonly { state: string }[] = await netkeep.json('promise', 'list', '--all')
    expect(states.map(({ state }) => state)).toEqual(['open', 'open', 'open', 'dropped', 'done'])
  })

  test('of nothing says on a terminal how to make one, in a pipe nothing', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'none')
    expect((await netkeep.onTerminal(['promise'])).stdout).toBe(
      'No open promises.\nMake one: netkeep promise add grace "send the paper" --on friday\n',
    )
    expect((await netkeep.onTerminal(['promise', 'list', 'grace'])).stdout).toBe(
      'No open promises with Grace Hopper.\n',
    )
    expect((await netkeep.onTerminal(['promise', '--theirs'])).stdout).toBe(
      'No open promises of that kind.\n',
    )
    expect(await netkeep.run('promise')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await netkeep.json('promise')).toEqual([])
  })

  test('a terminal shows 20 unless told otherwise, a pipe all', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    for (let count = 10; count < 32; count++) await netkeep.ok('promise', 'add', 'grace', `thing ${count}`)
    const { stdout } = await netkeep.onTerminal(['promise', '--no-color'])
    expect(stdout.trimEnd().split('\n')).toHaveLength(21)
    expect(stdout.endsWith('and 2 more: --limit 0\n')).toBe(true)
    expect((await netkeep.ok('promise')).trimEnd().split('\n')).toHaveLength(22)
  })

  test('promises of a contact that was removed are not listed, and come back with it', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('remove', 'ada')
    expect(await netkeep.json('promise')).toHaveLength(2)
    await netkeep.ok('undo')
    expect(await netkeep.json('promise')).toHaveLength(4)
  })

  test('--mine and --theirs exclude each other', async () => {
    const netkeep = await withPromises()
    expect((await netkeep.run('promise', '--mine', '--theirs')).exitCode).toBe(2)
  })
})

describe('promise done and drop', () => {
  test('take a contact with one open promise', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('promise', 'add', 'alan', 'decode it')
    expect(await netkeep.run('promise', 'done', 'alan')).toEqual({
      exitCode: 0,
      stdout: 'Done: decode it (Alan Turing). Undo: netkeep undo\n',
      stderr: '',
    })
    expect(await netkeep.json('promise', 'list', 'alan', '--all')).toMatchObject([
      { state: 'done', closedOn: '2026-11-22' },
    ])
  })

  test('take ids, several at once, also the whole uid', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    const { uid } = (await netkeep.json('promise', 'list', 'grace'))[0]
    expect(await netkeep.ok('promise', 'drop', ids['lend the engine']?.toUpperCase() ?? '', uid)).toBe(
      'Dropped: lend the engine (Ada Lovelace); send the paper (Grace Hopper). Undo: netkeep undo\n',
    )
    await netkeep.ok('undo')
    expect(await netkeep.json('promise')).toHaveLength(4)
  })

  test('say how many where there are more than three', async () => {
    const netkeep = await withPromises()
    expect(await netkeep.ok('promise', 'done', ...Object.values(await idsOf(netkeep)))).toBe(
      'Done: 4 promises. Undo: netkeep undo\n',
    )
  })

  test('with --json print the promises as they are now', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    expect(await netkeep.json('promise', 'done', ids['send the paper'] ?? '')).toMatchObject([
      { text: 'send the paper', state: 'done', closedOn: '2026-11-22' },
    ])
  })

  test('a terminal asks which of several open promises is meant', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    let choices: readonly string[] = []
    const { stdout } = await netkeep.onTerminal(
      ['promise', 'done', 'ada'],
      [
        (offered) => {
          choices = offered
          return 'you: lend the engine'
        },
      ],
    )
    expect(choices).toEqual([
      `they: introduce me to Howard, 2 days overdue (${ids['introduce me to Howard']})`,
      `you: lend the engine, due today (${ids['lend the engine']})`,
    ])
    expect(stdout).toBe('Done: lend the engine (Ada Lovelace). Undo: netkeep undo\n')
  })

  test('elsewhere the open promises are named, and nothing is written', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('promise', 'drop', 'ada')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: There are 2 open promises between you and Ada Lovelace; nothing was changed.',
        `  ${ids['introduce me to Howard']}  they: introduce me to Howard, 2 days overdue`,
        `  ${ids['lend the engine']}  you: lend the engine, due today`,
        `Say which by its id: netkeep promise drop ${ids['introduce me to Howard']}`,
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('a contact without an open promise is no error of netkeep, and nothing is written', async () => {
    const netkeep = await withPromises()
    const { id } = await netkeep.json('show', 'alan')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('promise', 'done', 'alan')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: There is no open promise between you and Alan Turing; nothing was changed.',
        `See them all: netkeep promise list --all   Make one: netkeep promise add ${id} "send the paper"`,
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('a promise that is closed already stays as it is', async () => {
    const netkeep = await withPromises()
    const ids = await idsOf(netkeep)
    const id = ids['send the paper'] ?? ''
    await netkeep.ok('promise', 'done', id)
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('promise', 'drop', id)).toEqual({
      exitCode: 0,
      stdout: 'send the paper (Grace Hopper) was no longer open; nothing was changed.\n',
      stderr: '',
    })
    expect(sha256Of(netkeep.db)).toBe(before)
    expect(await netkeep.ok('promise', 'done', id, ids['call her dean'] ?? '')).toBe(
      'Done: call her dean (Grace Hopper). send the paper (Grace Hopper) was no longer open; nothing was changed. Undo: netkeep undo\n',
    )
  })

  test('an id that nothing has is said to be none, and nothing is written', async () => {
    const netkeep = await withPromises()
    const before = sha256Of(netkeep.db)
    expect(await netkeep.run('promise', 'done', '000000')).toEqual({
      exitCode: 3,
      stdout: '',
      stderr: lines(
        'netkeep: No promise and no contact has the id "000000"; nothing was changed.',
        'See them: netkeep promise',
      ),
    })
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('do what the id of a contact means too', async () => {
    const netkeep = await withPromises()
    await netkeep.ok('promise', 'add', 'alan', 'decode it')
    const { id } = await netkeep.json('show', 'alan')
    expect(await netkeep.ok('promise', 'done', id)).toBe(
      'Done: decode it (Alan Turing). Undo: netkeep undo\n',
    )
  })
})

describe('what belongs to another action', () => {
  test.each([
    [['promise', 'list', '--on', 'friday'], '--on is nothing for netkeep promise list.'],
    [['promise', 'done', 'ada', '--all'], '--all is nothing for netkeep promise done.'],
    [
      ['promise', 'add', 'ada', 'x y', '--quiet-for', '6m'],
      '--quiet-for is nothing for netkeep promise add.',
    ],
    [['date', 'list', '--notice', '3'], '--notice is nothing for netkeep date list.'],
    [['date', 'remove', 'ada', 'birthday', '--yearly'], '--yearly is nothing for netkeep date remove.'],
  ])('%j is refused', async (args, message) => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace', '--birthday', '10 Dec')
    const { exitCode, stderr } = await netkeep.run(...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
  })

  test('a contact in place of an action lists what is theirs', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace', '--birthday', '10 Dec')
    await netkeep.ok('promise', 'add', 'ada', 'send the paper')
    expect(await netkeep.ok('promise', 'ada')).toBe(await netkeep.ok('promise', 'list', 'ada'))
    expect(await netkeep.ok('date', 'ada')).toBe(await netkeep.ok('date', 'list', 'ada'))
  })

  test('--theirs and --mine say which of two promises is done', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('promise', 'add', 'ada', 'send the paper')
    expect((await netkeep.run('promise', 'done', 'ada', '--theirs')).exitCode).toBe(3)
    await netkeep.ok('promise', 'add', 'ada', 'lend the loom', '--theirs')
    expect(await netkeep.ok('promise', 'done', 'ada', '--theirs')).toBe(
      'Done: lend the loom (Ada Lovelace). Undo: netkeep undo\n',
    )
  })

  test('a later word of a name is a whole one, or it belongs to what is promised', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect(await netkeep.json('promise', 'add', 'grace', 'hop', 'on', 'a', 'call')).toMatchObject({
      text: 'hop on a call',
    })
    expect(await netkeep.json('promise', 'add', 'grace', 'hopper', 'paper')).toMatchObject({ text: 'paper' })
  })
})
