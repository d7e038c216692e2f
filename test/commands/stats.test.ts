import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep } from '../harness.ts'

/**
 * On Friday 20 November: touches with three contacts in four weeks, an attempt that was answered and one that was not. The program is in
 * use for longer than a year.
 */
async function withTouches(): Promise<Netkeep> {
  const netkeep = createNetkeep('2025-06-01')
  await netkeep.ok('config', 'set', 'daily-minutes', '20')
  netkeep.today = '2026-09-01'
  await netkeep.ok('add', 'Grace Hopper', '--circle', 'close', '--org', 'ACME, Inc.', '--tag', 'design')
  await netkeep.ok('add', 'Ada Lovelace', '--circle', 'close', '--org', 'Acme', '--interest', 'chess')
  await netkeep.ok('add', 'Zoë 山田', '--every', 'none', '--org', '山田商事', '--tag', '設計')
  netkeep.today = '2026-11-20'
  await netkeep.ok('log', 'grace', '--by', 'email', '--attempt', '--on', '2026-10-25')
  await netkeep.ok('log', 'grace', '--by', 'call', '--for', '20m', '--on', '2026-10-28')
  await netkeep.ok('log', 'grace', '--by', 'email', '--on', '2026-10-28')
  await netkeep.ok('log', 'grace', 'ada', '--by', 'coffee', '--on', '2026-11-03')
  await netkeep.ok('log', 'zoe', '--on', '2026-11-17')
  await netkeep.ok('log', 'zoe', '--by', 'call', '--attempt', '--on', '2026-11-18')
  await netkeep.ok('log', 'ada', '--light', '--on', '2026-11-18')
  return netkeep
}

async function shown(netkeep: Netkeep, columns: number, ...args: readonly string[]): Promise<string> {
  netkeep.columns = columns
  return (await netkeep.onTerminal(['stats', ...args, '--no-color'])).stdout
}

describe('stats', () => {
  test('of an empty database says how to begin', async () => {
    const netkeep = createNetkeep()
    for (const view of [[], ['diversity'], ['outside']])
      expect(await shown(netkeep, 80, ...view)).toBe(
        lines(
          'No contacts yet.',
          'Add one: netkeep add "Grace Hopper"',
          'Or bring yours: netkeep import FILE',
        ),
      )
  })

  test('of contacts without a touchpoint says what to type', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
    for (const view of [[], ['diversity'], ['outside']])
      expect(await shown(netkeep, 80, ...view)).toBe(
        'No touchpoints yet. After being in touch: netkeep log grace\n',
      )
  })

  test('leaves out what there was none of', async () => {
    const netkeep = createNetkeep('2025-06-01')
    await netkeep.ok('config', 'set', 'daily-minutes', '20')
    netkeep.today = '2025-08-01'
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'close', '--tag', 'design')
    for (const tag of ['a', 'b', 'c', 'd']) await netkeep.ok('tag', 'grace', `+${tag}`)
    await netkeep.ok('add', 'Ada Lovelace', '--circle', 'close', '--tag', 'unused')
    await netkeep.ok('log', 'grace', '--on', '2025-08-01')
    netkeep.today = '2026-11-20'
    await netkeep.ok('log', 'grace')
    const text = await shown(netkeep, 80, '--since', '2026-11-01')
    expect(text.slice(text.indexOf('By circle'))).toBe(
      lines(
        'By circle',
        'close  ████████████████████████  1  100%  2 contacts, 50% warm',
        '',
        'By tag',
        '+a     ████████████████████████  1  100%  1 contact',
        '+b     ████████████████████████  1  100%  1 contact',
        '+c     ████████████████████████  1  100%  1 contact',
        '+d     ████████████████████████  1  100%  1 contact',
        'and 1 other tag: 1 touch',
        '',
        'Time: about 10 min for 1 touchpoint.',
      ),
    )
    await netkeep.ok('remove', 'ada')
    netkeep.today = '2026-11-30'
    expect(await shown(netkeep, 80, '--since', '2026-11-25')).toBe(
      lines(
        '25 Nov to 30 Nov, 6 days',
        '',
        'No touches in these days. After being in touch: netkeep log grace',
        '100% warm today: 1 of 1 contact with a cadence.',
        '██',
      ),
    )
  })

  test('says 100% of all only, and 0% of none', async () => {
    const netkeep = createNetkeep()
    await netkeep.withInput(
      Array.from({ length: 300 }, (_, index) => `Contact ${index}`).join('\n'),
      'add',
      '-',
      '--circle',
      'close',
    )
    await netkeep.ok('log', 'contact 7')
    expect(await shown(netkeep, 80)).toContain('100% warm today: 300 of 300 contacts')
    const { db } = netkeep.store()
    const be = (warm: number): void => {
      db.prepare("UPDATE contact_state SET plain_due_on = '2000-01-01'").run()
      db.prepare(
        "UPDATE contact_state SET plain_due_on = '2099-01-01' WHERE contact IN (SELECT contact FROM contact_state LIMIT ?)",
      ).run(warm)
    }
    be(299)
    expect(await shown(netkeep, 80)).toContain('>99% warm today: 299 of 300 contacts')
    be(1)
    expect(await shown(netkeep, 80)).toContain('<1% warm today: 1 of 300 contacts')
    be(0)
    expect(await shown(netkeep, 80)).toContain('0% warm today: 0 of 300 contacts')
  })

  test('on a terminal of 80 columns and of 200', async () => {
    const netkeep = await withTouches()
    const picture = lines(
      '24 Nov 2025 to 20 Nov, 52 weeks',
      '',
      '4 touches with 3 contacts: 1 a week, at most 2 (week of 2 Nov).',
      '················································▄█·▄',
      '100% warm today: 2 of 2 contacts with a cadence, 1 without.',
      '                                        ██████··▄███',
      '',
      'By channel',
      'coffee     ████████████████████████  2  50%',
      'call       ████████████              1  25%',
      'email      ████████████              1  25%',
      '1 touch without a channel',
      '',
      'By circle',
      'close      ████████████████████████  3  75%  2 contacts, 100% warm',
      'no circle  ████████                  1  25%  1 contact',
      '',
      'By tag',
      '+design    ████████████████████████  2  50%  1 contact',
      '+設計      ████████████              1  25%  1 contact',
      '',
      'In touch within 30 days after 1 of 2 attempts: call 0 of 1, email 1 of 1.',
      '1 light touch.',
      'Time: 20 min told of 1 touchpoint, about 1 h 20 min for the other 3.',
      '3 new contacts.',
    )
    expect(await shown(netkeep, 80)).toBe(picture)
    expect(await shown(netkeep, 200)).toBe(picture)
  })

  test('on a terminal of 40 columns has the latest weeks', async () => {
    expect(await shown(await withTouches(), 40)).toBe(
      lines(
        '24 Nov 2025 to 20 Nov, 52 weeks',
        '',
        '4 touches with 3 contacts: 1 a week, at',
        'most 2 (week of 2 Nov).',
        '····································▄█·▄',
        'the latest 40 weeks',
        '100% warm today: 2 of 2 contacts with a',
        'cadence, 1 without.',
        '                            ██████··▄███',
        'the latest 40 weeks',
        '',
        'By channel',
        'coffee     ████████  2  50%',
        'call       ████      1  25%',
        'email      ████      1  25%',
        '1 touch without a channel',
        '',
        'By circle',
        'close      ████████  3  75%',
        'no circle  ██▋       1  25%',
        '',
        'By tag',
        '+design    ████████  2  50%',
        '+設計      ████      1  25%',
        '',
        'In touch within 30 days after 1 of 2',
        'attempts: call 0 of 1, email 1 of 1.',
        '1 light touch.',
        'Time: 20 min told of 1 touchpoint, about',
        '1 h 20 min for the other 3.',
        '3 new contacts.',
      ),
    )
  })

  test('in a pipe is the same picture in ASCII', async () => {
    const netkeep = await withTouches()
    const piped = await netkeep.ok('stats')
    expect(piped.split('\n').slice(3, 10)).toEqual([
      '................................................-#.-',
      '100% warm today: 2 of 2 contacts with a cadence, 1 without.',
      '                                        ######..-###',
      '',
      'By channel',
      'coffee     ########################  2  50%',
      'call       ############              1  25%',
    ])
    expect(piped.replace('設計', '').match(/[^\x00-\x7f]/)).toBeNull()
    expect(await shown(netkeep, 80)).not.toBe(piped)
    netkeep.env = { ...netkeep.env, LANG: 'C' }
    expect(await shown(netkeep, 80)).toBe(piped)
  })

  test('with --json', async () => {
    const netkeep = await withTouches()
    const { perWeek, warmPerWeek, ...numbers } = await netkeep.json('stats', '--since', '2026-10-26')
    const none = { contacts: 0, touches: 0, withCadence: 0, warm: 0, warmShare: null }
    expect(numbers).toEqual({
      from: '2026-10-26',
      to: '2026-11-20',
      touchpoints: 4,
      touches: 4,
      touched: 3,
      removedTouches: 0,
      contacts: 3,
      withCadence: 2,
      warm: 2,
      warmShare: 1,
      newContacts: 0,
      byChannel: [
        { channel: 'coffee', touches: 2 },
        { channel: 'call', touches: 1 },
        { channel: 'email', touches: 1 },
      ],
      withoutChannel: 1,
      byCircle: [
        { ...none, circle: 'inner' },
        { circle: 'close', contacts: 2, touches: 3, withCadence: 2, warm: 2, warmShare: 1 },
        { ...none, circle: 'wide' },
        { ...none, circle: 'outer' },
        { ...none, circle: null, contacts: 1, touches: 1 },
      ],
      byTag: [
        { tag: 'design', contacts: 1, touches: 2 },
        { tag: '設計', contacts: 1, touches: 1 },
      ],
      meanPerWeek: (4 * 7) / 26,
      attempts: 1,
      answered: 0,
      attemptsByChannel: [{ channel: 'call', attempts: 1, answered: 0 }],
      light: 1,
      minutes: { told: 20, toldTouchpoints: 1, estimated: 80, estimatedTouchpoints: 3 },
    })
    expect(perWeek).toEqual([
      { on: '2026-10-26', count: 1 },
      { on: '2026-11-02', count: 2 },
      { on: '2026-11-09', count: 0 },
      { on: '2026-11-16', count: 1 },
    ])
    expect(warmPerWeek).toEqual([
      { on: '2026-10-26', contacts: 2, warm: 1, warmShare: 0.5 },
      { on: '2026-11-02', contacts: 2, warm: 2, warmShare: 1 },
      { on: '2026-11-09', contacts: 2, warm: 2, warmShare: 1 },
      { on: '2026-11-16', contacts: 2, warm: 2, warmShare: 1 },
    ])
  })

  test('of a year that is over ends with it, and answers may come after it', async () => {
    const netkeep = createNetkeep('2025-12-01')
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
    netkeep.today = '2026-02-01'
    await netkeep.ok('log', 'grace', '--attempt', '--on', '2025-12-20')
    await netkeep.ok('log', 'grace', '--on', '2026-01-05')
    const year = await netkeep.json('stats', '--year', '2025')
    expect(year).toMatchObject({
      from: '2025-12-01',
      to: '2025-12-31',
      touches: 0,
      attempts: 1,
      answered: 1,
      warm: 1,
      newContacts: 1,
    })
    expect(year.perWeek).toHaveLength(5)
    expect(year.warmPerWeek.at(-1)).toEqual({ on: '2025-12-29', contacts: 1, warm: 1, warmShare: 1 })
    expect(await netkeep.json('stats', '--year', '2026')).toMatchObject({ to: '2026-02-01', touches: 1 })
  })

  test('begins with the first command or touchpoint there is, whatever days are asked for', async () => {
    const netkeep = createNetkeep('2026-09-10')
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
    netkeep.today = '2026-11-20'
    const fromOf = async (...args: readonly string[]): Promise<string> =>
      (await netkeep.json('stats', ...args)).from
    for (const args of [[], ['--year', '2026'], ['--since', '2000-01-01']])
      expect(await fromOf(...args)).toBe('2026-09-10')
    await netkeep.ok('log', 'grace', '--on', '2026-08-03')
    for (const args of [[], ['--year', '2026'], ['--since', '2000-01-01']])
      expect(await fromOf(...args)).toBe('2026-08-03')
    expect(await fromOf('--since', '2026-11-01')).toBe('2026-11-01')
    // Nothing is known of that year at all.
    expect(await fromOf('--year', '2019')).toBe('2019-01-01')
  })

  test('takes the mean over the days since the first touchpoint, and none over fewer than two weeks of them', async () => {
    const netkeep = createNetkeep('2026-11-02')
    await netkeep.ok('add', 'Grace Hopper')
    await netkeep.ok('add', 'Ada Lovelace')
    const told = async (): Promise<readonly string[]> => (await shown(netkeep, 80)).split('\n').slice(0, 4)
    netkeep.today = '2026-11-06'
    await netkeep.ok('log', 'grace', 'ada')
    expect(await told()).toEqual(['2 Nov to 6 Nov, 5 days', '', '2 touches with 2 contacts.', '█'])
    netkeep.today = '2026-11-18'
    await netkeep.ok('log', 'grace', 'ada')
    expect(await told()).toEqual(['2 Nov to 18 Nov, 2 weeks', '', '4 touches with 2 contacts.', '█·█'])
    expect((await netkeep.json('stats')).meanPerWeek).toBeNull()
    netkeep.today = '2026-11-19'
    // 4 in 14 days; of two weeks with as many it is the latest.
    expect((await told())[2]).toBe('4 touches with 2 contacts: 2 a week, at most 2 (week of 16 Nov).')
    expect((await netkeep.json('stats', '--since', '2026-11-06')).meanPerWeek).toBe(2)
    expect((await netkeep.json('stats', '--since', '2026-11-07')).meanPerWeek).toBeNull()
    netkeep.today = '2027-11-19'
    expect((await netkeep.json('stats', '--year', '2026')).meanPerWeek).toBe((4 * 7) / 56)
    expect((await shown(netkeep, 80, '--year', '2026')).split('\n')[0]).toBe(
      '2 Nov 2026 to 31 Dec 2026, 9 weeks',
    )
  })

  test('counts imported contacts as warm from the day on which they were brought, however far back they are tracked', async () => {
    const netkeep = createNetkeep('2026-09-01')
    await netkeep.ok('add', 'Grace Hopper', '--circle', 'close')
    await netkeep.ok('log', 'grace')
    netkeep.today = '2026-11-03'
    const contacts = Array.from({ length: 30 }, (_, index) => `Contact ${index},c${index}@example.org`)
    writeFileSync(path.join(netkeep.folder, 'contacts.csv'), lines('Name,E-mail', ...contacts))
    await netkeep.ok('import', 'contacts.csv', '--circle', 'outer')
    const tracked = netkeep.store().db.prepare('SELECT min(tracked_from) FROM contact').pluck().get()
    expect(tracked).toBe('2025-11-03')
    netkeep.today = '2026-11-20'
    const { warmPerWeek } = await netkeep.json('stats')
    expect(
      warmPerWeek.map(({ on, contacts }: { on: string; contacts: number }) => [on, contacts]).slice(-4),
    ).toEqual([
      ['2026-10-26', 1],
      ['2026-11-02', 31],
      ['2026-11-09', 31],
      ['2026-11-16', 31],
    ])
  })

  test('with a filter is about those contacts alone', async () => {
    const netkeep = await withTouches()
    expect(await netkeep.json('stats', '--tag', 'design')).toMatchObject({
      contacts: 1,
      touches: 2,
      touchpoints: 3,
      attempts: 1,
      light: 0,
      newContacts: 1,
    })
    expect(await shown(netkeep, 80, '--tag', 'nothing')).toBe(
      'Nobody among these contacts. All of them: netkeep stats\n',
    )
  })

  test('counts what was done with contacts removed since, and does not name them', async () => {
    const netkeep = await withTouches()
    await netkeep.ok('remove', 'grace')
    expect(await netkeep.json('stats')).toMatchObject({
      touches: 4,
      removedTouches: 2,
      contacts: 2,
      touched: 3,
    })
    expect(await shown(netkeep, 80)).toContain('\n2 touches of contacts that were removed since\n')
    await netkeep.ok('undo')
    expect(await netkeep.json('stats')).toMatchObject({ touches: 4, removedTouches: 0, contacts: 3 })
  })

  test('shows nothing of a hostile tag, circle or channel that a terminal would obey', async () => {
    const netkeep = await withTouches()
    const { db } = netkeep.store()
    db.exec(
      "UPDATE contact_tag SET tag = 'a' || char(27) || '[2J'; UPDATE touchpoint SET channel = 'x' || char(155) || 'y'; UPDATE contact SET organization = 'o' || char(10) || 'p'",
    )
    for (const view of [[], ['diversity'], ['outside', '--since', '1d']])
      for (const text of [await shown(netkeep, 80, ...view), await netkeep.ok('stats', ...view)])
        expect(text.replaceAll('\n', '').match(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/)).toBeNull()
  })

  test('counts no minutes that this netkeep would not have written', async () => {
    const netkeep = await withTouches()
    const { db } = netkeep.store()
    await netkeep.ok('log', 'grace', 'ada', '--by', 'call', '--on', '2026-11-19')
    const minutes = { told: 20, toldTouchpoints: 1, estimated: 75, estimatedTouchpoints: 4 }
    const estimated = (await netkeep.json('stats')).minutes.estimated
    for (const odd of ['9223372036854775807', '9007199254740991', '-50', '0', '1441']) {
      db.exec(`UPDATE touchpoint SET minutes = ${odd} WHERE minutes IS NOT 20`)
      expect((await netkeep.json('stats')).minutes).toEqual({ ...minutes, estimated })
    }
  })

  test('counts nothing of a day that is none, in whatever view', async () => {
    const netkeep = await withTouches()
    const shown = async (): Promise<unknown> => ({
      stats: await netkeep.json('stats'),
      diversity: await netkeep.json('stats', 'diversity'),
      heat: await netkeep.json('heat'),
      donePerDay: (await netkeep.json('plan')).donePerDay,
    })
    const before = await shown()
    await netkeep.ok('log', 'grace', '--by', 'call', '--for', '5m', '--on', '2026-11-10')
    await netkeep.ok('log', 'ada', '--by', 'call', '--attempt', '--on', '2026-11-10')
    await netkeep.ok('log', 'ada', '--light', '--on', '2026-11-10')
    const { db } = netkeep.store()
    for (const odd of ['2026-02-30', '2026-11-5', '2026-11-10T10:00', '', '1']) {
      db.prepare(
        'UPDATE touchpoint SET touched_on = ? WHERE touched_on NOT IN (SELECT value FROM json_each(?))',
      ).run(odd, JSON.stringify(['2026-10-25', '2026-10-28', '2026-11-03', '2026-11-17', '2026-11-18']))
      expect(await shown()).toEqual(before)
    }
  })

  test('has a long channel cut, and none for one without a name', async () => {
    const netkeep = await withTouches()
    const { db } = netkeep.store()
    for (const name of ['u', 'v', 'w', 'x', 'y']) await netkeep.ok('log', 'grace', '--note', name)
    db.exec(
      "UPDATE touchpoint SET channel = note || replace(hex(zeroblob(5000)), '0', 'o') WHERE note IS NOT NULL",
    )
    db.exec("UPDATE touchpoint SET channel = '' WHERE note = 'y'")
    const { byChannel, withoutChannel } = await netkeep.json('stats')
    expect([byChannel.length, withoutChannel]).toEqual([7, 1])
    const text = await shown(netkeep, 80)
    expect(text).toContain('\nand xoooooooooooooooooooooo… 1\n')
    expect(text.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('with a long name of a circle still says how many contacts it has', async () => {
    const netkeep = await withTouches()
    const long = 'Readers of the Mathematical Society of the North'
    netkeep.store().db.prepare("UPDATE circle SET name = ? WHERE name = 'close'").run(long)
    const text = await shown(netkeep, 80)
    expect(text.slice(text.indexOf('By circle'), text.indexOf('By tag'))).toBe(
      lines(
        'By circle',
        'Readers of the Mathemat…  ███████████████████████  3  75%  2 contacts, 100% warm',
        'no circle                 ███████▋                 1  25%  1 contact',
        '',
      ),
    )
  })

  test.each([
    [['--since', '11y'], 'stats'],
    [['--since', '999999999y'], 'stats'],
    [['diversity', '--since', '11 years'], 'stats diversity'],
    [['outside', '--since', '0d'], 'stats outside'],
  ])('%j says to type a day', async (words, command) => {
    const { stderr } = await (await withTouches()).run('stats', ...words)
    expect(stderr).toBe(
      lines(
        `netkeep: "${words.at(-1)}" is no length of time up to 10 years.`,
        `Type a day: netkeep ${command} --since 2015-01-01`,
      ),
    )
  })

  test.each([
    [['diversity', '--year', 'abc'], 'Type: netkeep stats diversity --year 2026'],
    [['diversity', '--year', '2099'], 'This year: netkeep stats diversity --year 2026'],
    [['outside', '--since', 'tomorrow'], 'Type: netkeep stats outside --since 6m'],
    [['diversity', '--since', '3m', '--year', '2025'], 'Type: netkeep stats diversity --year 2025'],
  ])('%j is refused with the view in what to type', async (words, hint) => {
    const { stderr } = await (await withTouches()).run('stats', ...words)
    expect(stderr.split('\n')[1]).toBe(hint)
  })

  test.each([
    [['grace'], '"grace" is nothing that stats shows.'],
    [['outside', '--year', '2025'], '--year is nothing for netkeep stats outside.'],
    [['--limit', '3'], '--limit is nothing for netkeep stats show.'],
    [['--since', '2099-01-01'], '2099-01-01 is still to come.'],
    [['--year', '2099'], '2099 is still to come.'],
    [['--year', '20'], '"20" is not a year from 1800 on.'],
    [['--since', '3m', '--year', '2025'], 'Say either --since or --year.'],
  ])('%j is refused', async (words, message) => {
    const answer = await (await withTouches()).run('stats', ...words)
    expect([answer.exitCode, answer.stdout, answer.stderr.split('\n')[0]]).toEqual([
      2,
      '',
      `netkeep: ${message}`,
    ])
  })
})

describe('stats diversity', () => {
  test('on a terminal: two spellings of an organization are one', async () => {
    expect(await shown(await withTouches(), 80, 'diversity')).toBe(
      lines(
        '24 Nov 2025 to 20 Nov, 52 weeks: 4 touches, 3 contacts',
        '',
        'Organizations: half of the touches go to 1 of 2',
        'ACME, Inc.    ████████████████████████  3   75%  2 contacts',
        '山田商事      ████████                  1   25%  1 contact',
        '',
        'Tags: half of the touches go to 1 of 2',
        '+design       ████████████████████████  2   50%  1 contact',
        '+設計         ████████████              1   25%  1 contact',
        'no tag                                  1   25%  1 contact',
        '',
        'Circles',
        'close         ████████████████████████  3   75%  2 contacts',
        'no circle                               1   25%  1 contact',
        '',
        'Interests',
        'chess         ████████████████████████  1   25%  1 contact',
        'no interest                             3   75%  2 contacts',
        '',
        'Known for',
        'under a year  ████████████████████████  4  100%  3 contacts',
      ),
    )
  })

  test('with --json', async () => {
    const netkeep = await withTouches()
    const { kinds, ...whole } = await netkeep.json('stats', 'diversity')
    expect(whole).toEqual({ from: '2025-11-24', to: '2026-11-20', contacts: 3, touches: 4 })
    expect(kinds[0]).toEqual({
      kind: 'organization',
      half: 1,
      groups: [
        { name: 'ACME, Inc.', contacts: 2, touches: 3, share: 0.75 },
        { name: '山田商事', contacts: 1, touches: 1, share: 0.25 },
      ],
      none: { contacts: 0, touches: 0, share: 0 },
    })
  })

  test('the greatest five of a kind stand alone, and the others count each touch once', async () => {
    const netkeep = createNetkeep()
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f', 'g'])
      await netkeep.ok('add', `Contact ${name}`, '--tag', name, '--tag', 'all')
    await netkeep.ok('tag', 'contact g', '+f')
    for (const name of ['a', 'b', 'c', 'd', 'g']) await netkeep.ok('log', `contact ${name}`)
    const text = await shown(netkeep, 80, 'diversity')
    expect(text.slice(text.indexOf('Tags'), text.indexOf('Circles'))).toBe(
      lines(
        'Tags: half of the touches go to 2 of 8',
        '+all                  ████████████████████████  5  100%  7 contacts',
        '+f                    ████▊                     1   20%  2 contacts',
        '+a                    ████▊                     1   20%  1 contact',
        '+b                    ████▊                     1   20%  1 contact',
        '+c                    ████▊                     1   20%  1 contact',
        '3 others                                        2   40%  3 contacts',
        '',
      ),
    )
  })
})

describe('stats outside', () => {
  /** All touches go to one company; two of another and three of a third were never touched, or not for long. */
  async function withOneCompany(): Promise<Netkeep> {
    const netkeep = createNetkeep('2024-01-10')
    for (const name of ['Ann', 'Bob']) await netkeep.ok('add', name, '--org', 'Acme', '--tag', 'design')
    for (const name of ['Cid', 'Dan']) await netkeep.ok('add', name, '--org', 'Navy', '--every', '1y')
    for (const name of ['Eve', 'Fay', 'Gil']) await netkeep.ok('add', name, '--org', 'Yale', '--every', '1y')
    await netkeep.ok('log', 'dan', 'fay')
    netkeep.today = '2026-11-20'
    for (const name of ['ann', 'bob']) await netkeep.ok('log', name)
    return netkeep
  }

  test('names one of each group in turn, former ties first, with the reason and what to type', async () => {
    expect(await shown(await withOneCompany(), 80, 'outside')).toBe(
      lines(
        'Less in touch with, 24 Nov 2025 to 20 Nov, 52 weeks',
        '',
        'Fay  one of 3 at Yale, no touch  3 years ago',
        'Dan  one of 2 at Navy, no touch  3 years ago',
        'Eve  one of 3 at Yale, no touch  not yet in touch',
        'Cid  one of 2 at Navy, no touch  not yet in touch',
        'Gil  one of 3 at Yale, no touch  not yet in touch',
        '',
        'Write to one: netkeep draft Fay   After it: netkeep log Fay',
      ),
    )
  })

  test('on a terminal of 40 columns has the reason below', async () => {
    expect(await shown(await withOneCompany(), 40, 'outside', '--limit', '2')).toBe(
      lines(
        'Less in touch with, 24 Nov 2025 to 20',
        'Nov, 52 weeks',
        '',
        'Fay  3 years ago',
        '  one of 3 at Yale, no touch',
        'Dan  3 years ago',
        '  one of 2 at Navy, no touch',
        'and 3 more: --limit 0',
        '',
        'Write to one: netkeep draft Fay',
        'After it: netkeep log Fay',
      ),
    )
  })

  test('in a pipe and with --json', async () => {
    const netkeep = await withOneCompany()
    expect((await netkeep.ok('stats', 'outside', '--limit', '1')).replace(/^\w+/, 'ID')).toBe(
      'ID\tFay\tYale\t2024-01-10\torganization\tYale\t3\t0\n',
    )
    expect(await netkeep.json('stats', 'outside', '--limit', '1')).toEqual([
      {
        uid: expect.any(String),
        id: expect.any(String),
        name: 'Fay',
        organization: 'Yale',
        lastTouchOn: '2024-01-10',
        group: { kind: 'organization', name: 'Yale', contacts: 3, touches: 0 },
        why: 'one of 3 at Yale, no touch',
      },
    ])
  })

  test('names nobody who waits, is to have no cadence, or is still to be reached', async () => {
    const netkeep = await withOneCompany()
    await netkeep.ok('snooze', 'fay', '1w')
    await netkeep.ok('pause', 'eve')
    await netkeep.ok('log', 'gil', '--attempt')
    await netkeep.ok('every', 'dan', 'none')
    await netkeep.ok('prospect', 'add', 'cid')
    expect(await netkeep.json('stats', 'outside')).toEqual([])
    expect(await shown(netkeep, 80, 'outside')).toBe(
      lines(
        'Nobody: in the groups that get less, all had a touch in these days, or wait.',
        'How it is shared out: netkeep stats diversity',
      ),
    )
    netkeep.today = '2026-11-28'
    expect((await netkeep.json('stats', 'outside')).map(({ name }: { name: string }) => name)).toEqual([
      'Fay',
      'Gil',
    ])
  })

  test('names the days in which somebody had no touch, where in these all had one', async () => {
    const netkeep = createNetkeep('2026-06-01')
    for (const name of ['Ann', 'Bob']) await netkeep.ok('add', name, '--org', 'Acme')
    for (const name of ['Cid', 'Dan', 'Eve']) await netkeep.ok('add', name, '--org', 'Navy', '--tag', 'navy')
    await netkeep.ok('log', 'ann', 'bob', 'cid', 'dan', 'eve')
    netkeep.today = '2026-11-10'
    await netkeep.ok('log', 'ann', 'bob', 'eve')
    const said = 'Nobody: in the groups that get less, all had a touch in these days, or wait.'
    expect(await shown(netkeep, 80, 'outside')).toBe(
      lines(said, '2 had none in fewer days: netkeep stats outside --since 2m'),
    )
    expect(await netkeep.json('stats', 'outside', '--since', '2m')).toHaveLength(2)
    expect(await shown(netkeep, 80, 'outside', '--org', 'a')).toBe(
      lines(said, '2 had none in fewer days: --since 2m'),
    )
  })

  test('compares nothing where no group gets less than the others, or nobody was touched in these days', async () => {
    const netkeep = createNetkeep('2026-06-01')
    for (const name of ['Ann', 'Bob', 'Cid']) await netkeep.ok('add', name, '--circle', 'close')
    await netkeep.ok('log', 'ann')
    expect(await shown(netkeep, 80, 'outside')).toBe(
      lines(
        'Too little to compare yet: no organization, tag, circle or interest gets less',
        'than the others.',
        'How it is shared out: netkeep stats diversity',
      ),
    )
    netkeep.today = '2026-11-10'
    expect(await shown(netkeep, 80, 'outside', '--since', '1w')).toBe(
      lines(
        'No touches in these days, so there is nothing to compare.',
        'After being in touch: netkeep log grace',
      ),
    )
  })
})
