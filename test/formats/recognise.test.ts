/** What a file is, by its first bytes. */
import { expect, test } from 'vitest'
import { recognise } from '../../src/formats/recognise.ts'

test.each([
  ['{"netkeep": 1,\n"settings": []}', 'netkeep'],
  ['{\n  "circles": [],\n  "contacts": [],\n  "netkeep": 1\n}', 'netkeep'],
  ['{"contacts": [], "netkeep": 1}', 'netkeep'],
  ['{"version":"1.0-preview.1","account":{}}', 'monica'],
  ['{"account":{},"version":"1.0-preview.1"}', 'monica'],
])('%s is %s, in whatever order its keys stand', (text, format) => {
  expect(recognise(new TextEncoder().encode(text))).toBe(format)
})
