import { describe, expect, test } from 'vitest'
import { removeCircle } from '../../src/store/circles.ts'
import { setCadence, setDeleted } from '../../src/store/contacts.ts'
import { idOf, lines, namesIn } from '../harness.ts'
import { withFive } from './imported.ts'
import { meanwhile } from './meanwhile.ts'
import { interrupt, triage, typed, waiting } from './triaging.ts'

describe('u takes the last answer back', () => {
  test('and shows that contact again, as far back as the first', async () => {
    const netkeep = await withFive()
    const { stdout, stderr } = await triage(netkeep, '2', 'x', 'n', 'u', 'u', 'u', '1', 'q')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 inner.')
    expect(stderr.split('\n').filter((line) => line.startsWith('Took back'))).toEqual([
      'Took back: Alan Turing, none.',
      'Took back: Ada Lovelace, removed.',
      'Took back: Grace Hopper, close.',
    ])
    expect(await waiting(netkeep)).toEqual(['Ada Lovelace', 'Alan Turing', 'Kay McNulty', 'Zoe Baker'])
    expect((await netkeep.json('show', 'grace')).circle).toBe('inner')
  })

  test('in the history it is an undo', async () => {
    const netkeep = await withFive()
    const id = await idOf(netkeep, 'grace')
    await triage(netkeep, '2', 'u', 'q')
    const entries: readonly { kind: string; typed: string; undone: boolean }[] = await netkeep.json('history')
    expect(entries.slice(0, 2)).toMatchObject([
      { kind: 'undo', typed: 'netkeep undo', undone: false },
      { kind: 'do', typed: `netkeep move ${id} close`, undone: true },
    ])
    expect((await netkeep.ok('redo')).split(' (')[0]).toBe(`Done again: netkeep move ${id} close`)
  })

  test('a skip too, without a command', async () => {
    const netkeep = await withFive()
    const { stdout } = await triage(netkeep, 'k', 'u', '2', 'q')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 close.')
    expect(await typed(netkeep)).toHaveLength(1)
  })

  test('only answers of this triage', async () => {
    const netkeep = await withFive()
    await netkeep.ok('move', 'grace', 'close')
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['triage'],
      [
        '1',
        'u',
        (keys) => {
          offered = keys
          return 'q'
        },
      ],
    )
    expect(offered.map((key) => key[0])).not.toContain('u')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
  })

  test('not over what another shell did since', async () => {
    const netkeep = await withFive()
    const tagged = await meanwhile(netkeep, 'zoe', ({ db }, uid) => {
      setCadence(db, uid, { interval: '3w' })
    })
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], ['2', tagged('u'), 'q'])
    expect(stderr).toContain(
      'Something else was done since, so that is no longer the last command: netkeep history\n',
    )
    expect(stdout.split('\n').at(-2)).toBe('Undo: something else was done in between, see netkeep history')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
    expect((await netkeep.json('show', 'zoe')).interval).toBe('3w')
  })
})

describe('interrupted', () => {
  test('what was answered is kept, and the next run goes on with the rest', async () => {
    const netkeep = await withFive()
    const answer = await netkeep.onTerminal(['triage'], ['2', 'k', 'n', interrupt])
    expect({ ...answer, stderr: lines(...answer.stderr.split('\n').slice(-3, -1)) }).toEqual({
      exitCode: 130,
      stdout: '',
      stderr: lines(
        'netkeep: Stopped; your 2 answers are kept.',
        'To go on: netkeep triage   Undo: netkeep undo 2 for all of it, netkeep undo for the last answer',
      ),
    })
    const next = await triage(netkeep, '4', '4', '4')
    expect(next.stdout.split('\n')[0]).toBe('Triaged 3 contacts: 3 outer.')
  })

  test('before any answer nothing was changed', async () => {
    const netkeep = await withFive()
    const { exitCode, stderr } = await netkeep.onTerminal(['triage'], [interrupt])
    expect(exitCode).toBe(130)
    expect(stderr.split('\n').slice(-3)).toEqual([
      'netkeep: Stopped; nothing was changed.',
      'To go on: netkeep triage',
      '',
    ])
  })

  test('after one answer that is kept', async () => {
    const netkeep = await withFive()
    const { stderr } = await netkeep.onTerminal(['triage', '--org', 'e'], ['n', interrupt])
    expect(stderr.split('\n').slice(-3)).toEqual([
      'netkeep: Stopped; your answer is kept.',
      'To go on: netkeep triage --org e   Undo: netkeep undo',
      '',
    ])
  })
})

describe('another shell meanwhile', () => {
  test('a contact it removed is passed over', async () => {
    const netkeep = await withFive()
    const removing = await meanwhile(netkeep, 'grace', ({ db }, uid) => setDeleted(db, uid, 1))
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], [removing('2'), '3', 'q'])
    expect(stderr).toContain('Passed over: Grace Hopper was removed meanwhile.\n')
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 wide.')
    expect((await netkeep.json('show', 'ada')).circle).toBe('wide')
    expect(await namesIn(netkeep, 'list')).not.toContain('Grace Hopper')
  })

  test('so is one that it gave a cadence while its card stood there', async () => {
    const netkeep = await withFive()
    const moving = await meanwhile(netkeep, 'grace', ({ db }, uid) => {
      setCadence(db, uid, { interval: '1y' })
    })
    const { stdout, stderr } = await netkeep.onTerminal(['triage'], [moving('2'), 'q'])
    expect(stderr).toContain('Passed over: Grace Hopper was given a cadence, or paused, meanwhile.\n')
    expect(stdout.split('\n')[0]).toBe('Nothing was changed.')
    expect(await netkeep.json('show', 'grace')).toMatchObject({ circle: null, interval: '1y' })
  })

  test('and one whose card was still to come', async () => {
    const netkeep = await withFive()
    const moving = await meanwhile(netkeep, 'ada', ({ db }, uid) => {
      setCadence(db, uid, { interval: '1y' })
    })
    const { stderr } = await netkeep.onTerminal(['triage'], [moving('2'), 'q'])
    expect(stderr).toContain(
      'Passed over: Ada Lovelace was given a cadence, or paused, meanwhile.\n\n3 of 5; so far 1 close\n',
    )
    expect((await netkeep.json('show', 'ada')).interval).toBe('1y')
  })

  test('into a circle that it removed nobody is moved: the question is asked again', async () => {
    const netkeep = await withFive()
    const { uid }: { uid: string } = (await netkeep.json('circle'))[0]
    const removing = await meanwhile(netkeep, 'zoe', ({ db }) => removeCircle(db, uid))
    let offered: readonly string[] = []
    const { stderr } = await netkeep.onTerminal(
      ['triage'],
      [
        removing('1'),
        (keys) => {
          offered = keys
          return '1'
        },
        'q',
      ],
    )
    expect(stderr).toContain('That circle was removed a moment ago.\n\n1 of 5\n')
    expect(offered[0]).toBe('1 close 6w')
    expect((await netkeep.json('show', 'grace')).circle).toBe('close')
  })
})

describe('o', () => {
  test('opens the profile, and asks again', async () => {
    const netkeep = await withFive()
    const opened: string[] = []
    netkeep.runProgram = async (_command, [link = '']) => {
      opened.push(link)
      return 0
    }
    const { stdout } = await triage(netkeep, 'o', '1', 'q')
    expect(opened).toHaveLength(1)
    expect(opened[0]).toMatch(/^https:\/\/www\.linkedin\.com\/in\//)
    expect(stdout.split('\n')[0]).toBe('Triaged 1 contact: 1 inner.')
  })
})
