import { describe, expect, test } from 'vitest'
import { getEventBrief } from '../../src/store/event-brief.ts'
import { findEventLine } from '../../src/store/events.ts'
import { listPromises } from '../../src/store/promises.ts'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'
import { plansOf } from '../store/query-plans.ts'

/** PyCon in Berlin in twelve days, and one a year ago. */
async function withEvent(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada Lovelace', '--org', 'Engines', '--title', 'Analyst', '--location', 'Berlin')
  await netkeep.ok('add', 'Grace Hopper', '--looks-for', 'compilers')
  await netkeep.ok('add', 'Alan Turing', '--org', 'Bletchley')
  await netkeep.ok('add', 'Zuse', '--location', 'Berlin, Germany')
  await netkeep.ok('add', 'Far Away', '--location', 'Berlingen')
  await netkeep.ok('event', 'add', 'PyCon 2025', '--on', '2025-12-01..2025-12-03', '--with', 'zuse')
  await netkeep.ok('event', 'log', 'pycon', 'alan', 'grace')
  await netkeep.ok(
    'event',
    'add',
    'PyCon 2026',
    '--on',
    '2026-12-04',
    '--place',
    'Berlin',
    '--with',
    'ada,grace',
  )
  await netkeep.ok('log', 'ada', '-m', 'the engine is late', '--by', 'call')
  await netkeep.ok('promise', 'add', 'ada', 'send the paper', '--on', '2026-12-01')
  return netkeep
}

describe('brief --event', () => {
  test('on a terminal has a few lines of everybody to meet, and who else is likely there', async () => {
    const netkeep = await withEvent()
    const { id } = await netkeep.json('event', 'show', 'pycon', '2026')
    const { stdout } = await netkeep.onTerminal(['brief', '--event', '2026', '--no-color'])
    expect(stdout).toBe(
      lines(
        `PyCon 2026  ${id}`,
        'days   4 Dec, in 12 days',
        'place  Berlin',
        '',
        'Ada Lovelace, Analyst, Engines',
        '  last       today, call',
        '  ask about  "the engine is late" (22 Nov)',
        '  promises   you: send the paper (by 1 Dec)',
        '',
        'Grace Hopper',
        '  last       12 months ago, event',
        '  offer      a lead for compilers (they look for it)',
        '',
        'Also likely there',
        'Alan Turing  Bletchley  met at PyCon 2025 (1 Dec 2025)',
        'Zuse                    lives in Berlin, Germany',
      ),
    )
  })

  test('is what to type where only an event is called so', async () => {
    const netkeep = await withEvent()
    for (const words of [
      ['pycon', '2026'],
      ['event', 'pycon', '2026'],
    ])
      expect((await netkeep.run('brief', ...words)).stderr).toBe(
        lines(
          `netkeep: No contact matches "${words.join(' ')}". There is an event of that name.`,
          "Before an event: netkeep brief --event 'pycon 2026'",
        ),
      )
    expect((await netkeep.run('brief', 'nobody')).stderr).toContain('Search: netkeep find nobody')
  })

  test('marks those met already', async () => {
    const netkeep = await withEvent()
    netkeep.today = '2026-12-04'
    await netkeep.ok('event', 'log', 'pycon', 'ada')
    const { stdout } = await netkeep.onTerminal(['brief', '--event', 'pycon', '--no-color'])
    expect(stdout).toContain('Ada Lovelace, Analyst, Engines (met)\n')
    expect(stdout).toContain('\nGrace Hopper\n')
  })

  test('in a pipe is a line a thing', async () => {
    const netkeep = await withEvent()
    const text = await netkeep.ok('brief', '--event', '2026')
    const rows = text.split('\n').map((line) => line.replaceAll(/\b[0-9a-f]{6}\b/g, 'ID'))
    expect(rows).toEqual([
      'event\tID\tPyCon 2026\t2026-12-04\t2026-12-04\tBerlin\t',
      'contact\tID\tAda Lovelace\tEngines\tAnalyst\t2026-11-22\tcall\tplanned',
      'askAbout\tID\tnote\tthe engine is late\t2026-11-22\t',
      'offer\tID\tsend the paper\tyou promised it',
      'promise\tID\tID\tsend the paper\t2026-12-01\tmine',
      'contact\tID\tGrace Hopper\t\t\t2025-12-03\tevent\tplanned',
      'offer\tID\ta lead for compilers\tthey look for it',
      'alsoLikely\tID\tAlan Turing\tBletchley\t\tPyCon 2025',
      'alsoLikely\tID\tZuse\t\tBerlin, Germany\t',
      '',
    ])
  })

  test('with --json has what brief has of each', async () => {
    const netkeep = await withEvent()
    const { event, contacts, alsoLikely } = await netkeep.json('brief', '--event', '2026')
    const ada = await netkeep.json('brief', 'ada')
    expect(event).toMatchObject({ name: 'PyCon 2026', planned: ['Ada Lovelace', 'Grace Hopper'] })
    expect(contacts[0]).toEqual({ ...ada, isMet: false })
    expect(alsoLikely).toMatchObject([
      { name: 'Alan Turing', location: null, metAt: 'PyCon 2025', metOn: '2025-12-01' },
      { name: 'Zuse', location: 'Berlin, Germany', metAt: null, metOn: null },
    ])
  })

  test.each([
    [['--event', 'nothing'], 3],
    [['ada', '--event', 'pycon'], 2],
    [[], 2],
  ])('brief %j is refused', async (args, code) => {
    expect((await (await withEvent()).run('brief', ...args)).exitCode).toBe(code)
  })
})

test('who lives at the place is found without looking at all', async () => {
  const netkeep = await withEvent()
  const store = netkeep.store()
  const { uid } = await netkeep.json('event', 'show', 'pycon', '2026')
  const event = findEventLine(store.db, uid)
  if (event === undefined) throw new Error('no event')
  const plans = plansOf(store, () => {
    getEventBrief(store.db, event, store.today)
    listPromises(store.db, { today: store.today, event: uid, isMine: true })
    listPromises(store.db, { today: store.today, event: uid, hasClosed: true })
  })
  expect(plans).toEqual(
    expect.arrayContaining([
      'SEARCH contact USING COVERING INDEX contact_location (location>?)',
      'SEARCH l USING COVERING INDEX contact_location (location=? AND deleted=?)',
      'SEARCH p USING INDEX promise_touchpoint (touchpoint=?)',
    ]),
  )
  expect(plans.filter((plan) => /^SCAN (b|c|l|p|s|x|y|contact|promise)\b|AUTOMATIC/.test(plan))).toEqual([])
})
