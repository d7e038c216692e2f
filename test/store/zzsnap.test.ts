import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { createNetkeep } from '../harness.ts'
import { commandsAndUndos, countSteps, perform, visible } from './random-commands.ts'
import { exportText, importText } from './snapshot.ts'

/** A day on which much of what the commands plan is past, and some is not. */
const JUDGED_ON = '2027-09-01' as CalendarDate

test('an export into an empty database gives the same export, to the byte', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, async (steps) => {
      const here = createNetkeep()
      for (const step of steps) await perform(here, step)
      const text = exportText(here.store())
      const there = createNetkeep(here.today)
      const store = there.store()
      importText(store, text)
      expect(exportText(store)).toBe(text)
      // The same file again changes nothing, neither there nor where it came from.
      expect(importText(store, text).command).toBeUndefined()
      expect(importText(here.store(), text).command).toBeUndefined()
    }),
    { numRuns: 3 },
  )
}, 900_000)

test('what can be seen after it is the same, standing and streak included', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, async (steps) => {
      const here = createNetkeep()
      // What was removed, undone or merged leaves rows here that nobody sees.
      for (const step of steps.filter(({ args }) => !['remove', 'undo', 'merge'].includes(args[0] ?? '')))
        await perform(here, step)
      const there = createNetkeep(here.today)
      const store = there.store()
      importText(store, exportText(here.store()))
      // Rows of what was merged or removed are not the same; the export itself compares the others.
      expect({ ...visible(store, JUDGED_ON), rows: [] }).toEqual({
        ...visible(here.store(), JUDGED_ON),
        rows: [],
      })
    }),
    { numRuns: 160 },
  )
}, 900_000)

test('an import is one command, which undo takes back whole', async () => {
  await fc.assert(
    fc.asyncProperty(commandsAndUndos, commandsAndUndos, async (steps, others) => {
      const here = createNetkeep()
      for (const step of steps) await perform(here, step)
      const there = createNetkeep()
      for (const step of others) await perform(there, step)
      const store = here.store()
      const before = visible(store, JUDGED_ON)
      const count = countSteps(store)
      const { command } = importText(store, exportText(there.store()), { today: JUDGED_ON })
      if (command === undefined) return
      expect(countSteps(store)).toBe(count + 1)
      const after = exportText(store)
      await here.ok('undo')
      expect(visible(store, JUDGED_ON)).toEqual(before)
      await here.ok('redo')
      expect(exportText(store)).toBe(after)
    }),
    { numRuns: 160 },
  )
}, 900_000)
