import { expect, test } from 'vitest'
import { createNetkeep } from '../harness.ts'

test('log --new reads a name with an address as add does', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('log', 'Jean Bartik <jean@example.com>', '--new')
  expect(await netkeep.json('show', 'jean')).toMatchObject({
    name: 'Jean Bartik',
    emails: ['jean@example.com'],
  })
})

test('log --new with an address that is known logs with its contact', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Jean Bartik <jean@example.com>')
  await netkeep.ok('log', 'Jeanie <jean@example.com>', '--new')
  expect(await netkeep.json('list')).toHaveLength(1)
})

test('the same new name twice adds one contact', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('log', 'Al Pal', 'al  pal', '--new')
  expect(await netkeep.json('list')).toHaveLength(1)
})

test('add warns of a name and an address that another contact has, in the same list too', async () => {
  const netkeep = createNetkeep()
  const { stderr } = await netkeep.withInput('Ada <a@x.org>\nAda\nBob <A@x.org>\n', 'add', '-')
  expect(stderr).toBe(
    'There was a contact called Ada already; now there is another.\nAnother contact has the address a@x.org too.\n',
  )
})

test('a tag cannot be added and removed at once', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada', '--tag', 'math')
  expect(await netkeep.run('tag', 'ada', '+Math', '--remove', 'math')).toEqual({
    exitCode: 2,
    stdout: '',
    stderr: 'netkeep: Add "Math" or remove it?\nName a tag on one side only.\n',
  })
})

test('a birthday in the future is refused', async () => {
  const netkeep = createNetkeep()
  expect((await netkeep.run('add', 'Ada', '--birthday', '2999-01-01')).exitCode).toBe(2)
})

test('the default circle cannot go back to one that is no longer there', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('circle', 'remove', 'wide', '--move-to', 'close')
  expect((await netkeep.run('config', 'set', 'default-circle')).stderr).toBe(
    'netkeep: There is no circle "wide".\nSee them all: netkeep circle\n',
  )
})

test('words with an apostrophe are found as they are typed', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', "Sean O'Brien", '--note', "don't call")
  for (const text of ["O'Brien", 'obrien', "don't", 'o’brien']) {
    expect(await netkeep.json('find', text), text).toHaveLength(1)
  }
})
