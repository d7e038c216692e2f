import { expect, test } from 'vitest'
import { watched } from '../../src/commands/import-sources.ts'
import { sourceOf } from '../../src/formats/source.ts'

test('reading tells how much of all files was read, in whole kilobytes, and what is read again once', () => {
  const file = (name: string, kilobytes: number) => ({
    ...sourceOf(name, new Uint8Array(kilobytes * 1024)),
    isNamed: true,
  })
  const told: string[] = []
  const [first, second] = watched([file('a', 3), { ...file('b', 1), size: 1024 }], (done, total) =>
    told.push(`${done} of ${total}`),
  )
  for (const _ of first?.chunks() ?? []) break
  for (const _ of first?.chunks() ?? []);
  second?.bytes()
  second?.bytes()
  expect(told).toEqual(['3072 of 4096', '4096 of 4096', '4096 of 4096'])
})
