import { expect, test } from 'vitest'
import { usageError } from '../../src/errors.ts'
import { renderError } from '../../src/render/error.ts'
import { createNetkeep, lines } from '../harness.ts'

test('an error does not repeat a whole book that was typed', () => {
  const text = renderError(
    usageError(`"${'a '.repeat(50_000)}" is not a date.`, 'Type: netkeep due --on friday'),
  )
  expect(text.length).toBeLessThan(2000)
  expect(text).toMatch(
    /^netkeep: "a a .* \[\.\.\.\] .* a " is not a date\.\nType: netkeep due --on friday\n$/,
  )
})

test('on a terminal an error and its hint break between words, in a pipe and with --json they do not', async () => {
  const netkeep = createNetkeep()
  netkeep.errorColumns = 60
  const args = ['group', 'lgo']
  const { stderr } = await netkeep.onTerminal(args)
  expect(stderr).toBe(
    lines(
      'netkeep: "lgo" is neither a group nor anything that group',
      'does. Did you mean log?',
      'Type: netkeep group list, show, add, log, join, leave,',
      'every, rename, remove, invite.',
      'All of one group: netkeep group show job',
    ),
  )
  expect((await netkeep.run(...args)).stderr.split('\n')).toHaveLength(3)
  expect(JSON.parse((await netkeep.onTerminal([...args, '--json'])).stderr).error.hint).toContain(
    'rename, remove',
  )
})
