/** Letters beyond ASCII in the program itself: the shim reads the bundles byte by byte. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createNetkeep, namesIn } from '../harness.ts'
import { createProgram } from './program.ts'

test.each(['netkeep', 'everyday', 'complete', 'prompt'])('the bundle %s is pure ASCII', (name) => {
  const strange = readFileSync(`dist/${name}.cjs`).filter((byte) => byte > 0x7f)
  expect(strange.length).toBe(0)
})

test.each([
  ['soren', 'Søren Kierkegård'],
  ['obrien', 'Flann O’Brien'],
  ['weiss', 'Peter Weiß'],
  ['lodz', 'Łódź Krzysztof'],
])('the built program finds by "%s" whom the sources find', async (typed, name) => {
  const netkeep = createNetkeep()
  const program = createProgram(netkeep)
  await program.ok('add', name)
  expect((await program.json('show', typed)).name).toBe(name)
  expect(await namesIn(netkeep, 'list')).toEqual([name])
  expect((await netkeep.json('show', typed)).name).toBe(name)
})
