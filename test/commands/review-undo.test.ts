import { describe, expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { addTag } from '../../src/store/contacts.ts'
import { setSkipped } from '../../src/store/review.ts'
import { meanwhile } from './meanwhile.ts'
import { REVIEW, withPlan } from './planned.ts'

describe('taking back in a review', () => {
  test('a wrong key is taken back: the contact is shown again', async () => {
    const netkeep = await withPlan()
    const answer = await netkeep.onTerminal(REVIEW, ['p', 'u', 'k', 'u', 'a', 'q'])
    expect(answer.stderr).toContain('Took back: paused\n')
    expect(answer.stderr.match(/\n1 of 4/g)).toHaveLength(3)
    expect(answer.stdout).toContain('Reviewed: 1 tried. 3 are left for later today')
    expect(await netkeep.json('show', 'ada')).toMatchObject({ pausedOn: null, standing: 'snoozed' })
    expect((await netkeep.json('today')).due.map(({ name }: { name: string }) => name)).toEqual([
      'Grace Hopper',
    ])
  })

  test('does not offer to undo before there is an answer', async () => {
    const netkeep = await withPlan()
    let keys: readonly string[] = []
    await netkeep.onTerminal(REVIEW, [
      (offered) => {
        keys = offered
        return 'q'
      },
    ])
    expect(keys).toEqual([
      'l log',
      'a tried',
      's snooze',
      'p pause',
      'd draft',
      'o open',
      'k skip',
      'n next',
      'q quit',
    ])
  })

  test('undoes none but its own: what was recorded elsewhere since stays', async () => {
    const netkeep = await withPlan()
    const answer = await netkeep.onTerminal(REVIEW, [
      'a',
      () => {
        const { db } = netkeep.store()
        db.exec(
          "INSERT INTO command (kind, typed, at, first_h, last_h) VALUES ('do', 'netkeep tag grace +x', '2026-11-22T00:00:00Z', '', '')",
        )
        return 'u'
      },
      'q',
    ])
    expect(answer.stderr).toContain(
      'Something else was done since, so that is no longer the last command: netkeep history\n',
    )
    expect(await netkeep.json('show', 'ada')).toMatchObject({ standing: 'snoozed' })
  })

  test('shows again what was put off where an answer to it is taken back: a log leaves its promise open', async () => {
    const netkeep = await withPlan()
    await netkeep.ok('add', 'Kay McNulty', '--every', '1y', '--birthday', '22 Nov')
    const answer = await netkeep.onTerminal(REVIEW, ['n', 'n', 'l', 'call', 'about the paper', 'n', 'u', 'q'])
    expect(answer.stderr.match(/\n\d of 5/g)?.map((line) => line.trim()[0])).toEqual([
      '1',
      '2',
      '3',
      '3', // after the log
      '5', // it was put off
      '3', // and is there again
    ])
    expect(answer.stdout).toContain('Nothing was answered. 5 are left for later today')
    expect(await netkeep.json('show', 'alan')).toMatchObject({ touchpoints: [] })
  })

  test('says at its end how to take all of it back, but offers no number where another shell was between', async () => {
    const netkeep = await withPlan()
    const elsewhere = await meanwhile(netkeep, 'alan', ({ db }, uid) => addTag(db, uid, 'x'))
    const { stdout } = await netkeep.onTerminal(REVIEW, ['a', elsewhere('a'), 'q'])
    expect(stdout).toMatch(
      /\nReviewed: 2 tried\. .*\nUndo: something else was done in between, see netkeep history\n/,
    )
    expect(stdout).not.toContain('netkeep undo 2')
    const after = await netkeep.onTerminal(REVIEW, ['f', 'w'])
    expect(after.stdout).toContain('\nUndo: netkeep undo 2 for all of it, netkeep undo for the last answer\n')
  })
})

test('what two shells skip in one review is skipped in both', async () => {
  const netkeep = await withPlan()
  const [grace] = (await netkeep.json('list')).filter(({ name }: { name: string }) => name === 'Grace Hopper')
  await netkeep.onTerminal(REVIEW, [
    () => {
      setSkipped(netkeep.store(), '2026-11-22' as CalendarDate, grace.uid, true)
      return 'k'
    },
    'q',
  ])
  const { stderr } = await netkeep.onTerminal(REVIEW, ['q'])
  expect(stderr).toContain("Going on with today's review: 2 of 4 left.\n")
})

test('a skip in a review of yesterday leaves the plan of today alone', async () => {
  const netkeep = await withPlan()
  const answer = await netkeep.onTerminal(REVIEW, [
    () => {
      netkeep.store().db.exec("UPDATE review SET day = '2026-11-23'")
      return 'k'
    },
    'q',
  ])
  expect(answer.exitCode).toBe(0)
  const { db } = netkeep.store()
  expect(db.prepare("SELECT day, json_extract(items, '$.skipped') AS skipped FROM review").get()).toEqual({
    day: '2026-11-23',
    skipped: '[]',
  })
})
