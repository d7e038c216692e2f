import { expect, test } from 'vitest'
import { recognise } from '../../src/formats/recognise.ts'

const kindOf = (text: string) => recognise(new TextEncoder().encode(text))

test.each([
  ['From ada@x.org Mon Nov  2 10:00:00 2026\nFrom: Ada <ada@x.org>\n', 'mail'],
  ['From ada\r\nFrom: Ada <ada@x.org>\r\n', 'mail'],
  ['From here on\nthere is text\n', undefined],
])('%j is %s', (text, kind) => {
  expect(kindOf(text)).toBe(kind)
})

test.each([
  ['a From line of digits', `From ${'1'.repeat(65_000)}\n x`],
  ['names of groups before a card', 'a.'.repeat(32_000)],
  ['comments', '#\n'.repeat(32_000)],
  ['spaces behind a heading', `### Notes:${' '.repeat(65_000)}x`],
  ['an alias without an end', `alias ${'x'.repeat(65_000)}`],
  ['JSON of one name', `{"contact":${'"time" '.repeat(9_000)}`],
])('64 KiB made to keep a reader busy take no time: %s', (_, text) => {
  const before = performance.now()
  kindOf(text)
  expect(performance.now() - before).toBeLessThan(1500)
})

test.each([
  ['{"netkeep": 1,\n"settings": []}', 'netkeep'],
  ['{\n  "circles": [],\n  "contacts": [],\n  "netkeep": 1\n}', 'netkeep'],
  ['{"contacts": [], "netkeep": 1}', 'netkeep'],
  ['{"version":"1.0-preview.1","account":{}}', 'monica'],
  ['{"account":{},"version":"1.0-preview.1"}', 'monica'],
])('%s is %s, in whatever order its keys stand', (text, format) => {
  expect(recognise(new TextEncoder().encode(text))).toBe(format)
})
