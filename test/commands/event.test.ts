import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

/** On Sunday 22 November: Ada, Grace and Alan; PyCon in twelve days, Data Days under way, Meetup over. */
async function withEvents(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace', '--org', 'Engines', '--location', 'Berlin, Germany')
  await netkeep.ok('add', 'Grace Hopper')
  await netkeep.ok('add', 'Alan Turing')
  await netkeep.ok(
    ...['event', 'add', 'PyCon', '--on', '2026-12-04..2026-12-06', '--place', 'Berlin'],
    ...['--with', 'ada, grace', '--goal', 'meet 3 maintainers'],
  )
  await netkeep.ok('event', 'add', 'Data Days', '--on', '2026-11-20 .. 2026-11-23', '--place', 'Hull')
  await netkeep.ok('event', 'add', 'Rust Meetup', '--on', '2026-11-10', '--with', 'alan')
  return netkeep
}

/** The id of the event that this means. */
async function idOf(netkeep: Netkeep, event: string): Promise<string> {
  return (await netkeep.json('event', 'show', event)).id
}

describe('event add', () => {
  test('plans whom to meet, and writes no touchpoint', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Ada Lovelace')
    const said = await netkeep.ok(
      ...['event', 'add', 'PyCon', '--on', '4 dec..6 dec', '--with', 'ada', '--goal', 'meet 3 maintainers'],
    )
    const id = await idOf(netkeep, 'pycon')
    expect(said).toBe(
      `PyCon, 4 Dec to 6 Dec (${id}). To meet: Ada Lovelace. Goal: meet 3 maintainers. Undo: netkeep undo\n`,
    )
    expect((await netkeep.json('show', 'ada')).touchpoints).toEqual([])
  })

  test('of a day that is past says how to log it', async () => {
    const netkeep = createNetkeep()
    const said = await netkeep.ok('event', 'add', 'Rust Meetup', '--on', '2026-11-10')
    expect(said).toBe(
      `Rust Meetup, 10 Nov (${await idOf(netkeep, 'rust')}). Log whom you met: netkeep event log 'Rust Meetup'. Undo: netkeep undo\n`,
    )
  })

  test.each([
    [['pycon', 'next', 'friday'], 'pycon', '2026-11-27', '2026-11-27'],
    [['lunch', '2026-12-14'], 'lunch', '2026-12-14', '2026-12-14'],
    [['PyCon', '2026', '4', 'dec..6', 'dec'], 'PyCon 2026', '2026-12-04', '2026-12-06'],
    [['data', 'days', '4', 'dec', 'to', '6', 'dec'], 'data days', '2026-12-04', '2026-12-06'],
    [['PyCon', '1-3', 'dec'], 'PyCon', '2026-12-01', '2026-12-03'],
    [['Back', 'to', 'Friday', 'friday'], 'Back to Friday', '2026-11-27', '2026-11-27'],
    [['Black', 'Friday', '--on', '1..3 dec'], 'Black Friday', '2026-12-01', '2026-12-03'],
    [['PyCon', '2026', '--on', '1 dec..3'], 'PyCon 2026', '2026-12-01', '2026-12-03'],
    // Today is one of them.
    [['Retreat', '--on', '20 nov..24 nov'], 'Retreat', '2026-11-20', '2026-11-24'],
    [['Retreat', '20-22', 'nov'], 'Retreat', '2026-11-20', '2026-11-22'],
    [['Lunch of 4 dec', '--on', '4 dec'], 'Lunch of 4 dec', '2026-12-04', '2026-12-04'],
  ])('%j is %s from %s to %s', async (words, name, on, until) => {
    const netkeep = createNetkeep()
    await netkeep.ok('event', 'add', ...words)
    expect(await netkeep.json('event')).toMatchObject([{ name, on, until }])
  })

  test('of days just past, typed without their year, says that they are of the next and how to mean the last', async () => {
    const netkeep = createNetkeep('2026-12-10')
    const said = await netkeep.ok('event', 'add', 'Fair', '--on', '1 dec..3 dec')
    const id = await idOf(netkeep, 'fair')
    expect(said).toBe(
      `Fair, 1 Dec 2027 to 3 Dec 2027 (${id}). It begins in 356 days, in 2027. If you mean 2026: netkeep event edit ${id} --on 2026-12-01..2026-12-03. Undo: netkeep undo\n`,
    )
    expect(await netkeep.ok('event', 'edit', id, '--on', '2026-12-01..2026-12-03')).not.toContain(
      'If you mean',
    )
    expect(await netkeep.ok('event', 'edit', id, '--on', '9 dec')).toContain(
      `If you mean 2026: netkeep event edit ${id} --on 2026-12-09.`,
    )
    for (const on of ['2027-12-01..2027-12-03', 'in 11 months', '1 sep'])
      expect(await netkeep.ok('event', 'edit', id, '--on', on)).not.toContain('If you mean')
  })

  test('takes the last day from the first one on: an event over New Year', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('event', 'add', 'Congress', '--on', '27 dec..2 jan')
    expect(await netkeep.json('event')).toMatchObject([{ on: '2026-12-27', until: '2027-01-02' }])
  })

  test.each([
    [['PyCon'], 'Name the event and its days.'],
    [['--on', 'friday'], 'Name the event and its days.'],
    [['PyCon', '2026'], 'Name the event and its days.'],
    [['PyCon', 'Berlin', '--on', 'friday', '--with', 'ada,', 'grace'], '"ada," ends in a comma.'],
    [['lunch', '--on', '2026-12-14', '-', '2026-12-15'], 'Is "-" part of the name of the event?'],
    [['lunch', '--on', '2026-12-14', '2026-12-15'], 'Is "2026-12-15" part of the name of the event?'],
    [['lunch', '2026-02-30'], '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
    [
      ['PyCon', '--on', 'some time next year'],
      '"some time next year" is not a date, nor a first and a last one.',
    ],
    [['PyCon', '--on', '2026-12-06..2026-12-04'], '2026-12-04 is before 2026-12-06.'],
    [['PyCon', '--on', '4 dec..2 dec'], '4 Dec to 2 Dec 2027 would be 364 days.'],
    [['PyCon', '--on', '2026-02-30'], '"2026-02-30" is not a day from 1800-01-01 to 9999-12-31.'],
    [['   ', '--on', 'friday'], 'The name of the event is empty.'],
    [['PyCon', '--on', 'friday', '--with', ' , '], 'The list of contacts is empty.'],
    [['PyCon', '--on', 'friday', '-m', 'x'], '--note is nothing for netkeep event add.'],
  ])('%j is refused', async (args, message) => {
    const netkeep = createNetkeep()
    const { exitCode, stderr } = await netkeep.run('event', 'add', ...args)
    expect([exitCode, stderr.split('\n')[0]]).toEqual([2, `netkeep: ${message}`])
    expect(await netkeep.json('event')).toEqual([])
  })

  test('of the same name and days is refused with the one there is', async () => {
    const netkeep = await withEvents()
    const answer = await netkeep.run('event', 'add', 'pycon', '--on', '2026-12-04..2026-12-06')
    const id = await idOf(netkeep, 'pycon')
    expect(answer).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines(
        `netkeep: There is an event of that name and day already: PyCon, 4 Dec to 6 Dec, Berlin (${id}).`,
        `See it: netkeep event show ${id}   Change it: netkeep event edit ${id} --with ada`,
      ),
    })
    expect(await netkeep.ok('event', 'add', 'PyCon', '--on', '2027-12-03')).toContain('PyCon, 3 Dec 2027')
  })

  test('with somebody nobody matches plans nothing', async () => {
    const netkeep = await withEvents()
    const before = sha256Of(netkeep.db)
    const { exitCode } = await netkeep.run('event', 'add', 'X', '--on', 'friday', '--with', 'ada,nobody')
    expect([exitCode, sha256Of(netkeep.db)]).toEqual([3, before])
  })
})

describe('event list', () => {
  test('on a terminal has those under way and ahead first, then the others', async () => {
    const netkeep = await withEvents()
    const ids = await Promise.all(['data', 'pycon', 'rust'].map((name) => idOf(netkeep, name)))
    expect((await netkeep.onTerminal(['event', '--no-color'])).stdout).toBe(
      lines(
        `Data Days    20 Nov to 23 Nov  under way    Hull               ${ids[0]}`,
        `PyCon        4 Dec to 6 Dec    in 12 days   Berlin  2 to meet  ${ids[1]}`,
        `Rust Meetup  10 Nov            12 days ago                     ${ids[2]}`,
      ),
    )
  })

  test('in a pipe is tab-separated, with ISO dates', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'rust', 'grace')
    const ids = await Promise.all(['data', 'pycon', 'rust'].map((name) => idOf(netkeep, name)))
    expect(await netkeep.ok('event', 'list')).toBe(
      lines(
        `${ids[0]}\tData Days\t2026-11-20\t2026-11-23\tHull\t\t\t`,
        `${ids[1]}\tPyCon\t2026-12-04\t2026-12-06\tBerlin\tmeet 3 maintainers\tAda Lovelace, Grace Hopper\t`,
        `${ids[2]}\tRust Meetup\t2026-11-10\t2026-11-10\t\t\tAlan Turing\tGrace Hopper`,
      ),
    )
  })

  test('with --json has whom one planned to meet and met, each once', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'rust', 'alan', 'grace')
    const [alan, grace] = [await netkeep.json('show', 'alan'), await netkeep.json('show', 'grace')]
    expect((await netkeep.json('event'))[2]).toEqual({
      uid: expect.any(String),
      id: await idOf(netkeep, 'rust'),
      name: 'Rust Meetup',
      on: '2026-11-10',
      until: '2026-11-10',
      place: null,
      goal: null,
      contacts: ['Alan Turing', 'Grace Hopper'],
      planned: ['Alan Turing'],
      met: ['Alan Turing', 'Grace Hopper'],
      contactUids: [alan.uid, grace.uid],
      plannedUids: [alan.uid],
      metUids: [alan.uid, grace.uid],
    })
  })

  test('of nothing says on a terminal what to type', async () => {
    expect((await createNetkeep().onTerminal(['event'])).stdout).toBe(
      'No events yet.\nPlan one: netkeep event add "PyCon" --on 2026-12-04..2026-12-06 --with ada\n',
    )
    expect(await createNetkeep().ok('event')).toBe('')
  })

  test('contacts that were removed are none of its contacts', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('remove', 'grace')
    expect(await netkeep.json('event', 'show', 'pycon')).toMatchObject({ contacts: ['Ada Lovelace'] })
  })
})

describe('an event is meant', () => {
  test('by its id, by words of its name or their beginnings in any order', async () => {
    const netkeep = await withEvents()
    const id = await idOf(netkeep, 'data')
    for (const words of [[id], ['DATA'], ['days', 'da'], ['Dáta Days'], ['da']])
      expect([words, (await netkeep.json('event', 'show', ...words)).name]).toEqual([words, 'Data Days'])
    for (const words of [['data', 'data'], ['ata'], ['data days x'], ['ffffff']])
      expect([words, (await netkeep.run('event', 'show', ...words)).exitCode]).toEqual([words, 3])
  })

  test('without an action, where it is one', async () => {
    const netkeep = await withEvents()
    expect(await netkeep.ok('event', 'rust')).toBe(await netkeep.ok('event', 'show', 'rust'))
    expect((await netkeep.run('event', 'nothing')).stderr).toBe(
      lines(
        'netkeep: "nothing" is neither an event nor anything that event does.',
        'Type: netkeep event list, show, add, log, follow-up, edit, remove. All of one event: netkeep event show pycon',
      ),
    )
  })

  test('by its whole name before any other; of several as the one under way, else the nearest', async () => {
    const netkeep = createNetkeep()
    for (const [name, on] of [
      ['PyCon 2025', '2025-12-05'],
      ['PyCon Hull', '2026-11-01'],
      ['PyCon', '2026-12-30'],
      ['Meetup', '2026-11-20'],
      ['Meetup', '2026-11-24'],
    ] as const)
      await netkeep.ok('event', 'add', name, '--on', on)
    expect((await netkeep.json('event', 'show', 'pycon')).on).toBe('2026-12-30')
    expect((await netkeep.json('event', 'show', 'pyc')).on).toBe('2026-11-01')
    await netkeep.ok('event', 'add', 'PyCon Leeds', '--on', '2026-11-22')
    // One that is called just so is meant, whatever is under way.
    expect((await netkeep.json('event', 'show', 'pycon')).on).toBe('2026-12-30')
    expect((await netkeep.json('event', 'show', 'pyc')).on).toBe('2026-11-22')
    // As far behind as ahead: nobody can know.
    const { exitCode, stderr } = await netkeep.run('event', 'show', 'meetup')
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      3,
      'netkeep: "meetup" could be 2 events; nothing was done.',
    ])
    const chosen = await netkeep.onTerminal(['event', 'show', 'meetup'], ['Meetup, 24 Nov'])
    expect(chosen.stdout).toContain('24 Nov, in 2 days')
    // What is logged has begun.
    await netkeep.ok('add', 'Ada Lovelace')
    expect(await netkeep.ok('event', 'log', 'meetup', 'ada')).toContain('at Meetup on 20 Nov.')
  })
})

describe('event show', () => {
  test('has whom to meet, who was met with notes, and what was promised', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'edit', 'data', '--with', 'alan,ada')
    await netkeep.ok('event', 'log', 'data', 'grace: liked the talk on compilers', 'ada', '--follow-up')
    await netkeep.ok('promise', 'done', 'ada')
    const [id, promises] = [await idOf(netkeep, 'data'), await netkeep.json('promise', 'list', '--all')]
    const { stdout } = await netkeep.onTerminal(['event', 'show', 'data', '--no-color'])
    expect(stdout).toBe(
      lines(
        `Data Days  ${id}`,
        'days   20 Nov to 23 Nov, under way',
        'place  Hull',
        '',
        'To meet: 1',
        'Alan Turing',
        '',
        'Met: 2',
        '     22 Nov  Ada Lovelace',
        '     22 Nov  Grace Hopper',
        '             liked the talk on compilers',
        '',
        '2 promises',
        `Grace Hopper  you: follow up after Data Days  by 25 Nov       ${promises[0].id}`,
        `Ada Lovelace  you: follow up after Data Days  done on 22 Nov  ${promises[1].id}`,
      ),
    )
  })

  test('has those met in one touchpoint on one line, with its note once', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('log', 'ada', 'grace', 'alan', '--event', 'data', '-m', 'lunch')
    await netkeep.ok('event', 'log', 'data', 'ada: compilers')
    netkeep.columns = 40
    const { stdout } = await netkeep.onTerminal(['event', 'show', 'data', '--no-color'])
    expect(stdout).toContain(
      lines(
        'Met: 3',
        '     22 Nov  Ada Lovelace, Alan Turing,',
        '             Grace Hopper',
        '             lunch',
        '     22 Nov  Ada Lovelace',
        '             compilers',
      ),
    )
  })

  test('without anybody says how to plan', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('event', 'add', 'PyCon', '--on', '2026-12-04')
    expect((await netkeep.onTerminal(['event', 'show', 'pycon'])).stdout).toContain(
      '\nWhom do you want to meet? netkeep event edit PyCon --with ada,grace\n',
    )
  })
})

describe('event edit', () => {
  test('changes what is given; an empty text takes away', async () => {
    const netkeep = await withEvents()
    const id = await idOf(netkeep, 'pycon')
    const said = await netkeep.ok(
      ...['event', 'edit', 'pycon', '--name', 'PyCon DE', '--on', '2026-12-05', '--place', 'Köln'],
      ...['--goal', '', '--with', 'alan', '--without', 'grace'],
    )
    expect(said).toBe(
      `PyCon DE, 5 Dec, Köln (${id}). To meet: Ada Lovelace and Alan Turing. Undo: netkeep undo\n`,
    )
    await netkeep.ok('undo')
    expect(await netkeep.json('event', 'show', 'pycon')).toMatchObject({
      name: 'PyCon',
      until: '2026-12-06',
      goal: 'meet 3 maintainers',
      planned: ['Ada Lovelace', 'Grace Hopper'],
    })
  })

  test('says how many touchpoints lie outside of its new days', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada', 'grace', '--on', '2026-11-21')
    await netkeep.ok('event', 'log', 'data', 'alan')
    const edit = async (on: string): Promise<string> => netkeep.ok('event', 'edit', 'data', '--on', on)
    expect(await edit('2026-11-22..2026-11-23')).toContain(
      '). 2 touchpoints lie outside of these days. Undo: netkeep undo\n',
    )
    expect(await edit('2026-11-21')).toContain('). 1 touchpoint lies outside of these days. Undo')
    expect(await edit('2026-11-20..2026-11-23')).not.toContain('outside')
  })

  test('that changes nothing says so', async () => {
    const netkeep = await withEvents()
    expect(await netkeep.ok('event', 'edit', 'rust', '--with', 'alan')).toBe(
      `Rust Meetup, 10 Nov (${await idOf(netkeep, 'rust')}). To meet: Alan Turing. That is so already; nothing was changed.\n`,
    )
  })

  test.each([
    [['pycon'], 2],
    [['pycon', '--with', 'ada', '--without', 'ada'], 2],
    [['pycon', '--name', 'Rust Meetup', '--on', '2026-11-10'], 2],
    [['nothing', '--place', 'Hull'], 3],
  ])('%j is refused', async (args, code) => {
    const netkeep = await withEvents()
    const before = sha256Of(netkeep.db)
    expect((await netkeep.run('event', 'edit', ...args)).exitCode).toBe(code)
    expect(sha256Of(netkeep.db)).toBe(before)
  })
})

describe('event remove', () => {
  test('of a whole name never removes another event, not even the one under way', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('event', 'add', 'PyCon', '--on', '2026-11-18..2026-11-20')
    await netkeep.ok('event', 'add', 'PyCon Sprints', '--on', '2026-11-21..2026-11-24')
    expect(await netkeep.ok('event', 'remove', 'PyCon')).toContain('Removed PyCon, 18 Nov to 20 Nov.')
    expect(await netkeep.ok('event', 'remove', 'pycon')).toContain('Removed PyCon Sprints,')
  })

  test('keeps the touchpoints, which show it no more; undo brings it back', async () => {
    const netkeep = await withEvents()
    await netkeep.ok('event', 'log', 'data', 'ada: hello')
    expect(await netkeep.ok('event', 'remove', 'data')).toBe(
      'Removed Data Days, 20 Nov to 23 Nov, Hull. Its 1 touchpoint stays. Undo: netkeep undo\n',
    )
    const touchpoint = async (): Promise<object> => (await netkeep.json('show', 'ada')).touchpoints[0]
    expect(await touchpoint()).toMatchObject({ note: 'hello', channel: 'event', event: null, eventUid: null })
    await netkeep.ok('undo')
    expect(await touchpoint()).toMatchObject({ event: 'Data Days' })
  })
})

test('history says what became of events', async () => {
  const netkeep = await withEvents()
  await netkeep.ok('event', 'log', 'data', 'grace: hello')
  await netkeep.ok('event', 'edit', 'pycon', '--without', 'grace')
  const { stdout } = await netkeep.onTerminal(['history', 'grace', '--no-color'])
  expect(
    stdout
      .split('\n')
      .filter((line) => line.startsWith('    '))
      .slice(0, 3),
  ).toEqual([
    '    event contact: removed Grace Hopper at PyCon',
    '    touchpoint: touched on 2026-11-22, channel event, kind counted, place Hull, note hello, event Data Days',
    '    event contact: Grace Hopper at PyCon',
  ])
})
