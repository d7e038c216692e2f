import { describe, expect, test } from 'vitest'
import { undo } from '../../src/store/undo.ts'
import { createNetkeep, idOf, lines, type Netkeep } from '../harness.ts'
import { REVIEW, withPlan } from './planned.ts'

const typedBy = async (netkeep: Netkeep, count: number): Promise<readonly string[]> => {
  const entries: readonly { typed: string }[] = await netkeep.json('history', '--limit', String(count))
  return entries.map(({ typed }) => typed).reverse()
}

describe('a review', () => {
  test('shows where it is, why this one now, and the brief', async () => {
    const netkeep = await withPlan()
    netkeep.rows = 24
    const { stdout, stderr } = await netkeep.onTerminal(REVIEW, ['q'])
    expect(stderr).toBe(
      lines(
        '',
        '1 of 4, about 28 min left',
        '38 days overdue. By call, about 15 min.',
        '',
        `Ada Lovelace  ${await idOf(netkeep, 'ada')}`,
        '2w, 38 days overdue, last touch 7 weeks ago, call',
        '',
        'last        1 Oct  call',
        '',
        `offer      nothing known yet: netkeep edit ${await idOf(netkeep, 'ada')} --looks-for "…" --interest "…"`,
        '',
      ),
    )
    expect(stdout).toBe('Nothing was answered. 4 are left for later today: netkeep review\n')
  })

  test('walks through contacts, promises and dates; each answer is a command of its own', async () => {
    const netkeep = await withPlan()
    const [promise] = await netkeep.json('promise')
    const answer = await netkeep.onTerminal(REVIEW, ['l', 'video', 'sent her the draft', 's', '2w', 'f', 'w'])
    const [ada, grace, alan] = [
      await idOf(netkeep, 'ada'),
      await idOf(netkeep, 'grace'),
      await idOf(netkeep, 'alan'),
    ]
    expect(answer.stdout).toContain('In touch with Ada Lovelace today (video). Next due 6 Dec.\n')
    expect(answer.stderr).toContain('You promised: send the paper, 2 days overdue.\n')
    expect(answer.stderr).toContain('A date: birthday, today.\n')
    expect(answer.stdout).toMatch(
      /\nReviewed: 1 in touch, 1 snoozed, 1 fulfilled, 1 wished\. That is all for today\.\nUndo: netkeep undo 4 for all of it, netkeep undo for the last answer\n$/,
    )
    expect(await typedBy(netkeep, 4)).toEqual([
      `netkeep log ${ada} --by video -m 'sent her the draft'`,
      `netkeep snooze ${grace} 2026-12-06`,
      `netkeep promise done ${promise.id}`,
      `netkeep wish ${alan} --for birthday`,
    ])
    expect(await netkeep.json('due')).toEqual([])
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      touchpoints: [{ on: '2026-11-22', channel: 'video', note: 'sent her the draft' }, {}],
    })
    expect(await netkeep.json('show', 'grace')).toMatchObject({ snoozedUntil: '2026-12-06' })
    expect(await netkeep.json('promise')).toEqual([])
    await netkeep.ok('undo', '4')
    expect((await netkeep.json('due')).map(({ name }: { name: string }) => name)).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
    ])
  })

  test('each step can be typed instead: what history shows does the same', async () => {
    const reviewed = await withPlan()
    await reviewed.onTerminal(REVIEW, ['a', 'p', 'x', 'w'])
    const typed = await typedBy(reviewed, 4)
    const states = async (netkeep: Netkeep): Promise<unknown> =>
      (await netkeep.json('list')).map(({ uid, id, ...rest }: { uid: string; id: string }) => rest)
    const after = await states(reviewed)
    await reviewed.ok('undo', '4')
    expect(await states(reviewed)).not.toEqual(after)
    for (const line of typed) await reviewed.ok(...line.replace(/^netkeep /, '').split(' '))
    expect(await states(reviewed)).toEqual(after)
  })

  test('an attempt rests the contact; skipped ones do not come again today, left ones do', async () => {
    const netkeep = await withPlan()
    const first = await netkeep.onTerminal(REVIEW, ['a', 'k', 'n', 'q'])
    expect(first.stdout).toContain('Tried to reach Ada Lovelace today. Rests until 25 Nov.\n')
    expect(first.stdout).toContain(
      'Reviewed: 1 tried, 1 skipped. 2 are left for later today: netkeep review\n',
    )
    const second = await netkeep.onTerminal(REVIEW, ['q'])
    expect(second.stderr).toContain(
      "Going on with today's review: 2 of 4 left.\n\n3 of 4, about 8 min left\nYou promised: send the paper",
    )
    netkeep.today = '2026-11-23'
    const next = await netkeep.onTerminal(REVIEW, ['q'])
    expect(next.stderr).toContain('\n1 of 3, about 13 min left\n32 days overdue.')
  })

  test('what was put off with next comes again in the next run, not in this one', async () => {
    const netkeep = await withPlan()
    const { stdout } = await netkeep.onTerminal(REVIEW, ['n', 'n', 'n', 'n'])
    expect(stdout).toContain('Nothing was answered. 4 are left for later today: netkeep review\n')
  })

  test('opens an address, and the log that follows has its channel', async () => {
    const netkeep = await withPlan()
    await netkeep.ok('log', 'ada')
    const opened: (readonly [string, readonly string[]])[] = []
    netkeep.runProgram = async (command, args) => {
      opened.push([command, args])
      return 0
    }
    await netkeep.onTerminal(REVIEW, ['o', 'a', 'q'])
    expect(opened.map(([, args]) => args)).toEqual([['mailto:grace@navy.mil']])
    expect(await netkeep.json('show', 'grace')).toMatchObject({
      touchpoints: [{ attempt: true, channel: 'email' }, {}],
    })
  })

  test('without an address says how to add one', async () => {
    const netkeep = await withPlan()
    const { stderr } = await netkeep.onTerminal(REVIEW, ['o', 'q'])
    expect(stderr).toContain(
      `No address of Ada Lovelace is known. Add one: netkeep edit ${await idOf(netkeep, 'ada')} --email ADDRESS\n`,
    )
  })

  test('goes on where an editor or an opener is missing', async () => {
    const netkeep = await withPlan()
    await netkeep.ok('edit', 'ada', '--email', 'ada@x.org')
    netkeep.env['EDITOR'] = 'nowhere'
    const answer = await netkeep.onTerminal(REVIEW, ['d', 'o', 'a', 'q'])
    expect(answer.exitCode).toBe(0)
    expect(answer.stderr).toContain('netkeep: The editor "nowhere" was not found.\n')
    expect(answer.stderr).toContain('mailto:ada@x.org')
    expect(answer.stdout).toContain('Reviewed: 1 tried. 3 are left')
  })

  test('a slip of a key can be taken back at its question, and nothing happened', async () => {
    const netkeep = await withPlan()
    const before = await netkeep.json('history')
    const answer = await netkeep.onTerminal(REVIEW, ['l', 'back: it was a slip', 's', '-', 'q'])
    expect(answer.stdout).toBe('Nothing was answered. 4 are left for later today: netkeep review\n')
    expect(await netkeep.json('history')).toEqual(before)
  })

  test('what was done elsewhere while the question stood is not done twice', async () => {
    const netkeep = await withPlan()
    const answer = await netkeep.onTerminal(REVIEW, [
      () => {
        netkeep
          .store()
          .db.exec("UPDATE contact_state SET due_on = '2027-01-01' WHERE name_key = 'ada lovelace'")
        return 'a'
      },
      'q',
    ])
    expect(answer.stderr).toContain('Ada Lovelace: that was done elsewhere meanwhile.\n')
    expect(answer.stdout).toContain('Nothing was answered. 3 are left')
  })

  test('after undo still knows what was opened', async () => {
    const netkeep = await withPlan()
    await netkeep.ok('edit', 'ada', '--email', 'ada@x.org')
    netkeep.runProgram = async () => 0
    const answer = await netkeep.onTerminal(REVIEW, ['o', 'a', 'u', 'a', 'q'])
    expect(answer.stdout).toContain('Opened ada@x.org. l or a now records it as email.\n')
    expect(await netkeep.json('show', 'ada')).toMatchObject({
      touchpoints: [{ attempt: true, channel: 'email' }, {}],
    })
  })

  test('says of a snooze that cannot be, and asks again', async () => {
    const netkeep = await withPlan()
    await expect(netkeep.onTerminal(REVIEW, ['s', '2026-11-22'])).resolves.toMatchObject({
      exitCode: 70,
      stderr: expect.stringContaining('refuses "2026-11-22": 22 Nov is not ahead.'),
    })
  })

  test('passes over what was done elsewhere since it was planned', async () => {
    const netkeep = await withPlan()
    await netkeep.onTerminal(REVIEW, ['q'])
    await netkeep.ok('log', 'ada')
    await netkeep.ok('remove', 'alan')
    const { stderr } = await netkeep.onTerminal(REVIEW, ['q'])
    expect(stderr).toContain("Going on with today's review: 1 of 4 left.\n")
    expect(stderr).toContain('\n2 of 4, about 5 min left\n31 days overdue. Last time it was coffee')
  })

  test('of a contact who was removed while the question stood says so and goes on', async () => {
    const netkeep = await withPlan()
    const ada = await idOf(netkeep, 'ada')
    const answer = await netkeep.onTerminal(REVIEW, [
      () => {
        const { db } = netkeep.store()
        db.exec("UPDATE contact SET deleted = 1 WHERE name = 'Ada Lovelace'")
        return 'p'
      },
      'q',
    ])
    expect(answer.exitCode).toBe(0)
    expect(answer.stderr).toContain(
      'netkeep: That contact was removed a moment ago; nothing was changed.\nSee what happened: netkeep history\n',
    )
    expect(ada).toBeDefined()
  })

  test('done for today says so, and how to go on', async () => {
    const netkeep = await withPlan()
    await netkeep.onTerminal(['review', '--minutes', '5'], ['a', 'f', 'w'])
    const done = await netkeep.onTerminal(['review'])
    expect(done.stdout).toBe("Today's review is done. 1 more is due: netkeep review --minutes 5\n")
    const more = await netkeep.onTerminal(['review', '--minutes', '10', '--no-color'], ['q'])
    expect(more.stderr).toContain('\n1 of 1, about 5 min left\n31 days overdue.')
  })

  test('who was skipped is not called due any more that day', async () => {
    const netkeep = await withPlan()
    const first = await netkeep.onTerminal(REVIEW, ['k', 'k', 'k', 'k'])
    expect(first.stdout).toContain('Reviewed: 4 skipped. That is all for today.\n')
    for (const args of [['review'], ['review', '--minutes', '10']]) {
      expect((await netkeep.onTerminal(args)).stdout).toBe(
        "Today's review is done, and nobody else is due.\n",
      )
    }
  })

  test('other minutes plan anew, without what was skipped', async () => {
    const netkeep = await withPlan()
    await netkeep.onTerminal(REVIEW, ['k', 'q'])
    const { stderr } = await netkeep.onTerminal(['review', '--minutes', '2h', '--no-color'], ['q'])
    expect(stderr).toContain('\n1 of 3, about 13 min left\n31 days overdue.')
  })

  test('with nothing due says who is next', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('add', 'Grace Hopper')
    expect((await netkeep.onTerminal(['review'])).stdout).toBe(
      'Nothing is due. Who falls due next: netkeep due --ahead 7d\n',
    )
  })

  test('of a day on which nothing was due sees what falls due later', async () => {
    const netkeep = createNetkeep()
    expect((await netkeep.onTerminal(['review'])).stdout).toBe(
      'Nobody is here yet. Begin with: netkeep setup\n',
    )
    await netkeep.ok('add', 'Grace Hopper', '--every', '1w')
    await netkeep.onTerminal(['review'])
    await netkeep.ok('log', 'grace', '--on', '2026-01-01')
    const { stderr } = await netkeep.onTerminal(['review', '--no-color'], ['a'])
    expect(stderr).toContain('\n1 of 1, about 5 min left\n')
    expect((await netkeep.onTerminal(['review'])).stdout).toBe(
      "Today's review is done, and nobody else is due.\n",
    )
  })

  test.each([
    'x',
    'null',
    '[]',
    '{}',
    '{"items":[null],"skipped":[]}',
    '{"items":[]}',
    '{"items":[{"kind":"contact","reference":true}],"skipped":[]}',
  ])('a stored plan of %s is as good as none', async (items) => {
    const netkeep = await withPlan()
    netkeep
      .store()
      .db.prepare("INSERT INTO review (id, day, minutes, items) VALUES (1, '2026-11-22', 15, ?)")
      .run(items)
    const answer = await netkeep.onTerminal(REVIEW, ['q'])
    expect(answer.exitCode).toBe(0)
    expect(answer.stderr).toContain('\n1 of 4, about')
  })

  test('an answer that was taken back elsewhere is not counted, and u goes back to it', async () => {
    const netkeep = await withPlan()
    const answer = await netkeep.onTerminal(REVIEW, [
      'a',
      () => {
        undo(netkeep.store(), { typed: 'netkeep undo', at: '2026-11-22T12:00:00.000+00:00' }, 1)
        return 'q'
      },
    ])
    expect(answer.stdout).toContain('Nothing was answered. 4 are left for later today: netkeep review\n')
  })

  test('changes nothing by being looked at', async () => {
    const netkeep = await withPlan()
    const before = await netkeep.json('history')
    await netkeep.onTerminal(REVIEW, ['n', 'q'])
    expect(await netkeep.json('history')).toEqual(before)
  })

  test.each([[[]], [['--json']], [['--plain']]])('prints the plan in a pipe, %j', async (options) => {
    const netkeep = await withPlan()
    expect(await netkeep.ok('review', ...options)).toBe(await netkeep.ok('today', ...options))
  })
})
