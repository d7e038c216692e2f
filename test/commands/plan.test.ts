import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { addDays, type CalendarDate } from '../../src/domain/calendar-date.ts'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

/** On 23 November: three touches with Ada in eight weeks, who is to be met every two, and an attempt; four more who ask for more. */
async function withTooMuch(): Promise<Netkeep> {
  const netkeep = createNetkeep('2026-08-01')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
  await netkeep.ok('add', 'Alan Turing', '--circle', 'close')
  await netkeep.ok('add', 'Edsger Dijkstra', '--every', '1m')
  await netkeep.ok('add', 'Donald Knuth', '--circle', 'outer')
  netkeep.today = '2026-11-23'
  for (const day of ['2026-09-28', '2026-09-29', '2026-10-12', '2026-11-02']) {
    await netkeep.ok('log', 'ada', '--on', day)
  }
  await netkeep.ok('log', 'grace', '--on', '2026-10-05', '--attempt')
  return netkeep
}

const shown = async (netkeep: Netkeep, ...args: readonly string[]): Promise<string> =>
  (await netkeep.onTerminal(['plan', ...args, '--no-color'])).stdout

describe('plan', () => {
  test('on a terminal says what is asked for and done, who goes cold, and what would help', async () => {
    expect(await shown(await withTooMuch())).toBe(
      lines(
        'In the long run your cadences ask for more than you do. More touches, or fewer',
        'and wider cadences, would mend that; another order would not.',
        'They ask for 1.1 touches a week. Over the last 56 days it was 0.4.',
        '',
        '                                 asks a week                done',
        'inner      every 2w   1 contact          0.5  ████████████   0.4',
        'close      every 6w  2 contacts          0.3  ████████       0.0',
        'outer      every 1y   1 contact         0.02  ▌              0.0',
        'no circle             1 contact          0.2  █████▌         0.0',
        '',
        'If you go on like that, with 0.6 reach-outs a week, 80% of them answered:',
        'cold: 4 today ████▆▄▄▄▄▄▄▄▂ 1 on 15 Feb 2027',
        '',
        'What would help',
        '1  move 1 from inner to close, 2 from close to outer: 0.5 touches a week, which',
        '   fits',
        '   inner to close: Ada Lovelace',
        '   close to outer: Alan Turing and Grace Hopper',
        '2  circle inner every 6w instead of 2w, close every 18w instead of 6w, outer',
        '   every 3y instead of 1y: 0.5 touches a week, still more than you do',
        'Make it so: netkeep plan --apply 1',
      ),
    )
  })

  test('in 40 columns', async () => {
    const netkeep = await withTooMuch()
    netkeep.columns = 40
    expect(await shown(netkeep)).toBe(
      lines(
        'In the long run your cadences ask for',
        'more than you do. More touches, or fewer',
        'and wider cadences, would mend that;',
        'another order would not.',
        'They ask for 1.1 touches a week. Over',
        'the last 56 days it was 0.4.',
        '',
        '                       asks a week  done',
        'inner       1 contact          0.5   0.4',
        'close      2 contacts          0.3   0.0',
        'outer       1 contact         0.02   0.0',
        'no circle   1 contact          0.2   0.0',
        '',
        'If you go on like that, with 0.6',
        'reach-outs a week, 80% of them answered:',
        'cold: 4 today ██▆▄▄▄▂ 1 on 15 Feb 2027',
        '',
        'What would help',
        '1  move 1 from inner to close, 2 from',
        '   close to outer: 0.5 touches a week,',
        '   which fits',
        '   inner to close: Ada Lovelace',
        '   close to outer: Alan Turing and',
        '     Grace Hopper',
        '2  circle inner every 6w instead of 2w,',
        '   close every 18w instead of 6w, outer',
        '   every 3y instead of 1y: 0.5 touches a',
        '   week, still more than you do',
        'Make it so: netkeep plan --apply 1',
      ),
    )
  })

  test('in 200 columns', async () => {
    const netkeep = await withTooMuch()
    netkeep.columns = 200
    expect(await shown(netkeep)).toBe(
      lines(
        'In the long run your cadences ask for more than you do. More touches, or fewer and wider cadences, would mend that; another order would not.',
        'They ask for 1.1 touches a week. Over the last 56 days it was 0.4.',
        '',
        '                                 asks a week                done',
        'inner      every 2w   1 contact          0.5  ████████████   0.4',
        'close      every 6w  2 contacts          0.3  ████████       0.0',
        'outer      every 1y   1 contact         0.02  ▌              0.0',
        'no circle             1 contact          0.2  █████▌         0.0',
        '',
        'If you go on like that, with 0.6 reach-outs a week, 80% of them answered:',
        'cold: 4 today ████▆▄▄▄▄▄▄▄▂ 1 on 15 Feb 2027',
        '',
        'What would help',
        '1  move 1 from inner to close, 2 from close to outer: 0.5 touches a week, which fits',
        '   inner to close: Ada Lovelace',
        '   close to outer: Alan Turing and Grace Hopper',
        '2  circle inner every 6w instead of 2w, close every 18w instead of 6w, outer every 3y instead of 1y: 0.5 touches a week, still more than you do',
        'Make it so: netkeep plan --apply 1',
      ),
    )
  })

  test('a year ahead in 40 columns has a column for several weeks', async () => {
    const netkeep = await withTooMuch()
    netkeep.columns = 40
    const picture = (await shown(netkeep, '--ahead', '1y'))
      .split('\n')
      .filter((line) => line.startsWith('cold:'))
    expect(picture).toEqual(['cold: 4 today █▄▂▆▂▄▆▆▄ 2 on 25 Oct 2027'])
  })

  test('in a pipe is lines of fields', async () => {
    const answer = await (await withTooMuch()).ok('plan', '--ahead', '2d')
    expect(answer.replace(/\t[0-9a-f]{6}\t/g, '\tid\t')).toBe(
      lines(
        'plan\t0.15463698100426493\t0.05357142857142857\t56\tfalse\t4',
        'circle\tinner\t2w\t1\t0.07142857142857142\t0.05357142857142857',
        'circle\tclose\t6w\t2\t0.047619047619047616\t0',
        'circle\twide\t3m\t0\t0\t0',
        'circle\touter\t1y\t1\t0.0027378507871321013\t0',
        'circle\t\t\t1\t0.0328515111695138\t0',
        'cold\t2026-11-23\t4',
        'cold\t2026-11-24\t4',
        'cold\t2026-11-25\t4',
        'change\t1\tmove 1 from inner to close, 2 from close to outer: 0.5 touches a week, which fits\t0.06487458734043391\ttrue',
        'changed\t1\tid\tAda Lovelace\tinner\tclose',
        'changed\t1\tid\tAlan Turing\tclose\touter',
        'changed\t1\tid\tGrace Hopper\tclose\touter',
        'change\t2\tcircle inner every 6w instead of 2w, close every 18w instead of 6w, outer every 3y instead of 1y: 0.5 touches a week, still more than you do\t0.07344666778109751\tfalse',
      ),
    )
  })

  test('with --json', async () => {
    const netkeep = await withTooMuch()
    const told = async (who: string): Promise<object> => {
      const { uid, id, name } = Object(await netkeep.json('show', who))
      return { uid, id, name }
    }
    expect(await netkeep.json('plan', '--ahead', '2d')).toEqual({
      loadPerDay: expect.closeTo(1 / 14 + 2 / 42 + 1 / 365.25 + 1 / 30.44, 9),
      donePerDay: 3 / 56,
      withCadencePerDay: 3 / 56,
      roomPerDay: expect.closeTo((0.8 * 5) / 56, 9),
      days: 56,
      keepable: false,
      cold: 4,
      byCircle: [
        { circle: 'inner', interval: '2w', contacts: 1, loadPerDay: 1 / 14, donePerDay: 3 / 56 },
        { circle: 'close', interval: '6w', contacts: 2, loadPerDay: 2 / 42, donePerDay: 0 },
        { circle: 'wide', interval: '3m', contacts: 0, loadPerDay: 0, donePerDay: 0 },
        { circle: 'outer', interval: '1y', contacts: 1, loadPerDay: 1 / 365.25, donePerDay: 0 },
        { circle: null, interval: null, contacts: 1, loadPerDay: 1 / 30.44, donePerDay: 0 },
      ],
      pace: { reachedPerDay: 5 / 56, answered: 0.8, basis: 'lately' },
      forecast: [
        { on: '2026-11-23', cold: 4 },
        { on: '2026-11-24', cold: 4 },
        { on: '2026-11-25', cold: 4 },
      ],
      goingCold: [],
      proposals: [
        {
          text: 'move 1 from inner to close, 2 from close to outer: 0.5 touches a week, which fits',
          loadPerDay: expect.closeTo(1 / 42 + 3 / 365.25 + 1 / 30.44, 9),
          fits: true,
          contacts: [
            { ...(await told('ada')), from: 'inner', to: 'close' },
            { ...(await told('alan')), from: 'close', to: 'outer' },
            { ...(await told('grace')), from: 'close', to: 'outer' },
          ],
        },
        {
          text: 'circle inner every 6w instead of 2w, close every 18w instead of 6w, outer every 3y instead of 1y: 0.5 touches a week, still more than you do',
          loadPerDay: expect.closeTo(1 / 42 + 2 / 126 + 1 / 1095.75 + 1 / 30.44, 9),
          fits: false,
          contacts: [],
        },
      ],
    })
  })

  test('of what can be kept proposes nothing', async () => {
    const netkeep = createNetkeep('2026-11-01')
    await netkeep.ok('add', 'Ada Lovelace')
    await netkeep.ok('log', 'ada')
    netkeep.today = '2026-11-23'
    await netkeep.ok('log', 'ada', '--on', '2026-11-10')
    expect(await shown(netkeep)).toBe(
      lines(
        'Your cadences can be kept.',
        'They ask for 0.3 touches a month. Over the last 23 days it was 2.6.',
        '',
        '                           asks a month      done',
        'wide  every 3m  1 contact           0.3  █▌   2.6',
        '',
        'If you go on like that, with 2.5 reach-outs a month, all answered:',
        'cold: 0 today ············· 0 on 15 Feb 2027',
      ),
    )
    expect((await netkeep.run('plan', '--apply', '1')).stderr).toBe(
      lines('netkeep: There is no change to make; nothing was changed.', 'See why: netkeep plan'),
    )
  })

  test('of touches with those who have no cadence says so', async () => {
    const netkeep = createNetkeep('2026-10-01')
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
    await netkeep.ok('add', 'Colleague', '--every', 'none')
    for (const day of ['2026-10-01', '2026-10-08', '2026-10-15', '2026-10-22']) {
      netkeep.today = day
      await netkeep.ok('log', 'colleague')
    }
    expect((await shown(netkeep)).split('\n').slice(0, 4)).toEqual([
      'Your cadences can be kept, if more of your touches go to those who have one:',
      'netkeep due',
      'They ask for 2.2 touches a month. Over the last 22 days it was 5.5, none of them',
      'with contacts who have one.',
    ])
    expect(await netkeep.json('plan')).toMatchObject({ keepable: true, withCadencePerDay: 0 })
  })

  test('after a few days says that it is early, and goes on with what the minutes of a day hold', async () => {
    const netkeep = createNetkeep('2026-11-23')
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
    expect((await shown(netkeep)).split('\n').slice(0, 2)).toEqual([
      'There is no pace yet to compare with.',
      'Your cadences ask for 2.2 touches a month; 15 minutes a day hold 65.2.',
    ])
    await netkeep.ok('log', 'ada')
    expect((await shown(netkeep)).split('\n').slice(0, 2)).toEqual([
      'It is early to tell: you have logged for 1 day.',
      'Your cadences ask for 2.2 touches a month; 15 minutes a day hold 65.2. So far it',
    ])
    expect(await netkeep.json('plan')).toMatchObject({
      pace: { reachedPerDay: 15 / 7, answered: 1, basis: 'minutes' },
    })
  })

  test('without contacts, and without any who has a cadence, says how to begin', async () => {
    const netkeep = createNetkeep()
    expect(await shown(netkeep)).toBe(lines('Nobody is here yet. Begin with: netkeep setup'))
    await netkeep.ok('add', 'Ada', '--every', 'none')
    expect(await shown(netkeep)).toBe(
      lines('Nobody has a cadence yet. Give one: netkeep move WHO close, or: netkeep triage'),
    )
    expect(await netkeep.json('plan')).toMatchObject({
      loadPerDay: 0,
      donePerDay: 0,
      keepable: true,
      proposals: [],
    })
  })

  test('points to restart where more are cold than two weeks ask for', async () => {
    const netkeep = createNetkeep('2026-01-01')
    const names = Array.from({ length: 12 }, (_, index) => `Contact ${index}, c${index}@x.org`)
    await netkeep.withInput(names.map((name) => name.replace(/(.*), (.*)/, '$1 <$2>')).join('\n'), 'add', '-')
    netkeep.today = '2026-11-23'
    expect((await shown(netkeep)).split('\n').at(-2)).toBe(
      'Many are cold at once. To begin again a few a day: netkeep restart',
    )
  })

  test('of somebody who keeps up goes on with what is asked for, though lately it was less', async () => {
    const netkeep = createNetkeep('2026-09-29')
    await netkeep.ok('add', 'Ada Lovelace', '--every', '10d')
    await netkeep.ok('add', 'Grace Hopper', '--every', '10d')
    for (const day of ['2026-09-29', '2026-10-10', '2026-10-22', '2026-11-03', '2026-11-14']) {
      netkeep.today = day
      await netkeep.ok('log', 'ada')
      await netkeep.ok('log', 'grace')
    }
    netkeep.today = '2026-11-23'
    const plan = Object(await netkeep.json('plan'))
    expect(plan).toMatchObject({
      donePerDay: 10 / 56,
      loadPerDay: 0.2,
      cold: 0,
      keepable: true,
      proposals: [],
    })
    expect(plan['pace']['reachedPerDay']).toBeCloseTo(0.2, 9)
    expect((await shown(netkeep)).split('\n')[0]).toBe('You keep up, and your cadences can be kept.')
  })

  test('of somebody who does all that falls due never proposes anything, in whatever week it is asked', async () => {
    const netkeep = createNetkeep('2026-09-07')
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner')
    await netkeep.ok('add', 'Alan Turing', '--circle', 'close')
    const plans: unknown[] = []
    for (let week = 0; week < 12; week++) {
      const due = (await netkeep.json('due')) as { uid: string }[]
      for (const { uid } of due) await netkeep.ok('log', uid)
      plans.push(await netkeep.json('plan', '--ahead', '1d'))
      netkeep.today = addDays(netkeep.today as CalendarDate, 7)
    }
    expect(plans).toEqual(Array(12).fill(expect.objectContaining({ keepable: true, proposals: [] })))
  })

  test('of somebody who does it from Monday to Friday never proposes anything either, whatever falls due on weekends and whoever does not answer', async () => {
    const netkeep = createNetkeep('2026-08-31')
    for (const [circle, count] of [
      ['inner', 4],
      ['close', 6],
      ['wide', 4],
    ] as const)
      for (let index = 0; index < count; index++)
        await netkeep.ok('add', `${circle} ${index}`, '--circle', circle)
    // Not all on one day: otherwise weeks would pass with nobody due.
    const all = (await netkeep.json('list')) as { uid: string }[]
    for (const [index, { uid }] of all.entries())
      await netkeep.ok('log', uid, '--on', addDays(netkeep.today as CalendarDate, -(index % 11)))
    const proposed: unknown[] = []
    let tries = 0
    for (let day = 0; day < 70; day++) {
      const weekday = day % 7
      if (weekday === 0) proposed.push(...Object(await netkeep.json('plan', '--ahead', '1d'))['proposals'])
      const due = weekday < 5 ? ((await netkeep.json('due')) as { uid: string }[]) : []
      for (const { uid } of due) await netkeep.ok('log', uid, ...(++tries % 3 === 0 ? ['--attempt'] : []))
      netkeep.today = addDays(netkeep.today as CalendarDate, 1)
    }
    expect(proposed).toEqual([])
  }, 60_000)

  test('after a gap goes on as before it, and says so', async () => {
    const netkeep = createNetkeep('2026-06-01')
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'inner')
    for (let week = 0; week < 10; week++) {
      await netkeep.ok('log', week % 2 === 0 ? 'ada' : 'grace')
      netkeep.today = addDays(netkeep.today as CalendarDate, 7)
    }
    netkeep.today = '2026-11-23'
    expect(await shown(netkeep)).toBe(
      lines(
        'You were away since 3 Aug. At the pace of before, your cadences can be kept.',
        'They ask for 1 touch a week; before it was 1.0.',
        '',
        '                             asks a week',
        'inner  every 2w  2 contacts          1.0  ████████████',
        '',
        'If you take it up as before, with 1 reach-out a week, all answered:',
        'cold: 2 today █▄··········· 0 on 15 Feb 2027',
      ),
    )
    expect(await netkeep.json('plan')).toMatchObject({ pace: { basis: 'before-gap' } })
  })

  test('of nearly all days frozen takes what was done on them', async () => {
    const netkeep = createNetkeep('2026-10-01')
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'inner')
    for (let week = 0; week < 8; week++) {
      await netkeep.ok('log', 'ada')
      netkeep.today = addDays(netkeep.today as CalendarDate, 7)
    }
    await netkeep.ok('streak', 'freeze', '2026-09-01', netkeep.today)
    expect(await netkeep.json('plan')).toMatchObject({
      pace: { basis: 'lately', reachedPerDay: expect.closeTo(8 / 57, 1) },
    })
  })

  test('of many whom an import brought proposes a wide circle, or no cadence', async () => {
    const netkeep = createNetkeep()
    const rows = Array.from({ length: 400 }, (_, index) => `Contact,Number ${index},c${index}@x.org`)
    writeFileSync(
      path.join(netkeep.folder, 'many.csv'),
      `First Name,Last Name,E-mail Address\n${rows.join('\n')}\n`,
    )
    await netkeep.ok('import', 'many.csv', '--circle', 'close')
    expect((await shown(netkeep)).split('\n').slice(0, 20)).toEqual([
      'Nobody is cold, but in the long run your cadences ask for more than 15 minutes a',
      'day hold. More touches, or fewer and wider cadences, would mend that; another',
      'order would not.',
      'They ask for 66.7 touches a week; 15 minutes a day hold 15.0.',
      '',
      '                               asks a week',
      'close  every 6w  400 contacts         66.7  ████████████',
      '',
      'With 15 reach-outs a week, as 15 minutes a day hold:',
      'cold: 0 today ·▁▃▄▅▇███████ 310 on 14 Feb 2027',
      'Cold first: Contact Number 111 on 24 Nov, Contact Number 112 on 24 Nov, Contact',
      'Number 113 on 24 Nov, Contact Number 114 on 24 Nov, Contact Number 115 on 24 Nov',
      'and 395 more',
      '',
      'What would help',
      '1  move 127 from close to wide, 273 from close to outer: 15 touches a week,',
      '   which fits into 15 minutes a day',
      '   close to wide: Contact Number 344, Contact Number 345, Contact Number 346',
      '     and 124 others',
      '   close to outer: Contact Number 0, Contact Number 1, Contact Number 10 and',
    ])
  })

  test('points to restart from ten cold contacts on, where they are more than two weeks ask for', async () => {
    const wall = async (count: number): Promise<boolean> => {
      const netkeep = createNetkeep('2025-01-01')
      const names = Array.from({ length: count }, (_, index) => `Contact ${index} <c${index}@x.org>`)
      await netkeep.withInput(names.join('\n'), 'add', '-', '--circle', 'outer')
      netkeep.today = '2026-11-23'
      return (await shown(netkeep)).includes('netkeep restart')
    }
    expect([await wall(9), await wall(10)]).toEqual([false, true])
  })

  test('looks ahead a year at most', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.run('plan', '--ahead', '13m')).toMatchObject({
      exitCode: 2,
      stderr: lines('netkeep: 13m is more than a year.', 'Type: netkeep plan --ahead 1y'),
    })
    expect(Object(await netkeep.json('plan', '--ahead', '1y'))['forecast']).toHaveLength(366)
  })
})

describe('plan --apply', () => {
  test('makes a change so as one command, which undo takes back', async () => {
    const netkeep = await withTooMuch()
    const before = await netkeep.ok('list')
    expect(await netkeep.ok('plan', '--apply', '1')).toBe(
      lines(
        'Moved 1 from inner to close, 2 from close to outer (inner to close: Ada Lovelace; close to outer: Alan Turing and Grace Hopper). Your cadences ask for 0.5 touches a week now, instead of 1.1 touches a week. Undo: netkeep undo',
      ),
    )
    const circles = (await netkeep.ok('list')).split('\n').map((line) => line.split('\t')[3])
    expect(circles).toEqual(['close', 'outer', 'outer', '', 'outer', undefined])
    await netkeep.ok('undo')
    expect(await netkeep.ok('list')).toBe(before)
  })

  test('of circles gives them their intervals', async () => {
    const netkeep = await withTooMuch()
    expect(await netkeep.ok('plan', '--apply', '2')).toBe(
      lines(
        'Circle inner every 6w instead of 2w, close every 18w instead of 6w, outer every 3y instead of 1y. Your cadences ask for 0.5 touches a week now, instead of 1.1 touches a week. Undo: netkeep undo',
      ),
    )
    expect((await netkeep.ok('circle')).split('\n').map((line) => line.split('\t')[1])).toEqual([
      '6w',
      '3m',
      '18w',
      '3y',
      undefined,
    ])
  })

  test('asks for what it said it would: the load afterwards is the one that was proposed', async () => {
    for (const number of ['1', '2']) {
      const netkeep = await withTooMuch()
      const proposed = Object(await netkeep.json('plan'))['proposals'][Number(number) - 1]['loadPerDay']
      expect(await netkeep.json('plan', '--apply', number)).toMatchObject({
        loadPerDay: expect.closeTo(proposed, 9),
      })
    }
  })

  test('of a number that is none of them changes nothing', async () => {
    const netkeep = await withTooMuch()
    for (const typed of ['3', '0', 'one', '-1', '1.5']) {
      expect(await netkeep.run('plan', `--apply=${typed}`)).toMatchObject({
        exitCode: 2,
        stderr: lines(
          `netkeep: "${typed}" is none of the changes: they are 1 to 2.`,
          'See them: netkeep plan   Then: netkeep plan --apply 1',
        ),
      })
    }
    expect((await netkeep.ok('history')).split('\n')[0]).not.toContain('plan')
  })
})
