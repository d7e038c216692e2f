import { expect, test } from 'vitest'
import type { ImportFile } from '../../src/domain/import-file.ts'
import { isMuttAliases, readMuttAliases } from '../../src/formats/mutt-aliases.ts'
import { sourceOf } from '../../src/formats/source.ts'
import { OPTIONS } from './csv-contacts/reading.ts'

const read = (...lines: readonly string[]): ImportFile =>
  readMuttAliases(sourceOf('/home/me/.mutt/aliases', new TextEncoder().encode(lines.join('\n'))), OPTIONS)
const at = (line: number, reason: string) => ({ source: { file: 'aliases', line }, reason })

test.each([
  ['alias ada Ada Lovelace <ada@example.org>', 'Ada Lovelace', 'ada@example.org'],
  ['alias ada "Lovelace, Ada" <ada@example.org>', 'Ada Lovelace', 'ada@example.org'],
  ['alias ada "Ada \\"Countess\\" King" <ada@example.org>', 'Ada "Countess" King', 'ada@example.org'],
  ['alias ada ada@example.org (Ada Lovelace)', 'Ada Lovelace', 'ada@example.org'],
  ['alias ada ada@example.org', '', 'ada@example.org'],
  ['alias ada <ada@example.org>', '', 'ada@example.org'],
  ['  alias\tada  Ada   Lovelace\t<ada@example.org>  # at work', 'Ada Lovelace', 'ada@example.org'],
])('%s', (line, name, email) => {
  expect(read(line)).toMatchObject({
    contacts: [
      {
        source: { file: 'aliases', line: 1 },
        name,
        points: [{ kind: 'email', value: email }],
        aliases: ['ada'],
        tags: [],
      },
    ],
    skipped: [],
    bad: [],
    partial: [],
  })
})

test('groups are tags; an alias for several addresses makes its key one', () => {
  expect(
    read('alias -group work -group "old friends" team Ada <ada@x.org>, "King, Al" <al@x.org>, grace@x.org')
      .contacts,
  ).toMatchObject([
    { name: 'Ada', aliases: [], tags: ['work', 'old friends', 'team'] },
    { name: 'Al King', tags: ['work', 'old friends', 'team'] },
    { name: '', tags: ['work', 'old friends', 'team'] },
  ])
  expect(read('alias team Team: ada@x.org, grace@x.org;').contacts).toMatchObject([
    { tags: ['team'] },
    { tags: ['team'] },
  ])
})

test('an alias of aliases is a tag of their contacts', () => {
  expect(
    read('alias crew ada, Grace, nobody', 'alias ada Ada <ada@x.org>', 'alias grace Grace <grace@x.org>'),
  ).toMatchObject({
    contacts: [
      { name: 'Ada', aliases: ['ada'], tags: ['crew'] },
      { name: 'Grace', tags: ['crew'] },
    ],
    partial: [at(1, '"nobody" is neither an address nor an alias in this file')],
  })
})

test('comments, blank lines and continued lines', () => {
  expect(
    read('# people', '', 'alias ada Ada \\', '  <ada@example.org>', 'alias grace "Grace # 1" <grace@x.org>')
      .contacts,
  ).toMatchObject([
    { source: { line: 3 }, name: 'Ada' },
    { source: { line: 5 }, name: 'Grace # 1' },
  ])
})

test('lines of a muttrc that are no alias are skipped, an address that is none is left out', () => {
  expect(
    read('set realname = "Me"', 'alias ada <ada@>', 'alias grace', 'alias alan Alan <alan@x.org>'),
  ).toMatchObject({
    contacts: [{ name: 'Alan' }],
    skipped: [at(1, 'not an alias'), at(2, 'an alias without an address'), at(3, 'not an alias')],
    partial: [at(2, '"ada@" is not an e-mail address')],
  })
})

test.each([
  ['# mine\nalias ada Ada <ada@example.org>\n', true],
  ['alias ada ada@example.org', true],
  ["alias ll='ls -l'\nalias mail='mutt me@example.org'", false],
  ['set sendmail = x', false],
  ['Name,E-mail', false],
  ['', false],
])('%j is a file of aliases: %s', (text, is) => {
  expect(isMuttAliases(text)).toBe(is)
})

test('a megabyte on one line takes no second', () => {
  const started = performance.now()
  read(
    `alias ${'a'.repeat(300_000)} ${'"\\('.repeat(100_000)}`,
    `alias x ${'<,:'.repeat(100_000)}`,
    `alias ${' '.repeat(300_000)}`,
  )
  expect(performance.now() - started).toBeLessThan(1000)
})

test('of a line that cannot be read the beginning is told', () => {
  expect(read(`alias x ${'a'.repeat(1_000_000)}`).partial).toEqual([
    at(1, `"${'a'.repeat(39)}…" is neither an address nor an alias in this file`),
  ])
})
