import { expect, test } from 'vitest'
import { usageError } from '../../src/errors.ts'
import { renderError } from '../../src/render/error.ts'

test('an error does not repeat a whole book that was typed', () => {
  const text = renderError(
    usageError(`"${'a '.repeat(50_000)}" is not a date.`, 'Type: netkeep due --on friday'),
  )
  expect(text.length).toBeLessThan(2000)
  expect(text).toMatch(
    /^netkeep: "a a .* \[\.\.\.\] .* a " is not a date\.\nType: netkeep due --on friday\n$/,
  )
})
