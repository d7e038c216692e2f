import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createNetkeep, type Netkeep } from '../harness.ts'

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On\n'
const MESSAGES =
  'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER\n'

const save = (netkeep: Netkeep, name: string, text: string): void =>
  writeFileSync(path.join(netkeep.folder, name), text)

async function importAda(netkeep: Netkeep, company: string): Promise<string> {
  save(
    netkeep,
    'Connections.csv',
    `${HEADER}Ada,Lovelace,https://linkedin.com/in/ada,,${company},,12 Jan 2024\n`,
  )
  return netkeep.ok('import', 'Connections.csv')
}

test('a file that leaves out an employer for a while is followed again when it names a new one', async () => {
  const netkeep = createNetkeep()
  await importAda(netkeep, 'Acme')
  await importAda(netkeep, '')
  expect(await importAda(netkeep, 'Beta')).toContain(
    'At another organization now:\n  Ada Lovelace: Acme → Beta\n',
  )
  expect((await netkeep.json('show', 'ada')).organization).toBe('Beta')
})

test('--circle none schedules nobody, and says how to give a cadence', async () => {
  const netkeep = createNetkeep()
  save(netkeep, 'Connections.csv', `${HEADER}Ada,Lovelace,https://linkedin.com/in/ada,,,,\n`)
  const { scheduled } = await netkeep.json('import', 'Connections.csv', '--circle', 'none', '--dry-run')
  expect(scheduled).toBe(0)
  expect(await netkeep.ok('import', 'Connections.csv', '--circle', 'none')).toContain(
    'New contacts have no cadence yet. One key each: netkeep triage.',
  )
})

test('a contact brought back from a circle that is gone gets the circle of the import', async () => {
  const netkeep = createNetkeep()
  save(netkeep, 'Connections.csv', `${HEADER}Ada,Lovelace,https://linkedin.com/in/ada,,,,\n`)
  await netkeep.ok('circle', 'set', 'team', '1w')
  await netkeep.ok('import', 'Connections.csv', '--circle', 'team')
  await netkeep.ok('remove', 'ada')
  await netkeep.ok('circle', 'remove', 'team')
  await netkeep.ok('import', 'Connections.csv', '--include-removed', '--circle', 'outer')
  expect((await netkeep.json('show', 'ada')).circle).toBe('outer')
})

test('an attempt that was answered since counts as updated, a removed correspondent not as a stranger', async () => {
  const netkeep = createNetkeep()
  const me = 'Me,https://linkedin.com/in/me'
  const ada = 'Ada,https://linkedin.com/in/ada'
  const first = `c1,,${me},${ada},2026-01-10 09:00:00 UTC,,hi,INBOX\nc2,,${me},Bob,https://linkedin.com/in/bob,2026-01-10 09:00:00 UTC,,hi,INBOX\n`
  save(netkeep, 'messages.csv', MESSAGES + first)
  await netkeep.ok('add', 'Ada', '--url', 'https://linkedin.com/in/ada')
  await netkeep.ok('add', 'Bob', '--url', 'https://linkedin.com/in/bob')
  await netkeep.ok('remove', 'bob')
  const summary = await netkeep.json('import', 'messages.csv')
  expect([summary.touchpoints, summary.notContacts]).toEqual([
    { new: 1, updated: 0, unchanged: 0, attempts: 1, light: 0 },
    0,
  ])
  save(netkeep, 'messages.csv', `${MESSAGES}${first}c1,,${ada},${me},2026-01-12 09:00:00 UTC,,hello,INBOX\n`)
  expect((await netkeep.json('import', 'messages.csv')).touchpoints).toEqual({
    new: 1,
    updated: 1,
    unchanged: 0,
    attempts: 0,
    light: 0,
  })
})
