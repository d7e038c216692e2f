import {
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  unlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, type Netkeep, sha256Of } from '../harness.ts'

async function withContacts(): Promise<Netkeep> {
  const netkeep = createNetkeep()
  await netkeep.ok(
    'add',
    'Grace Hopper <grace@navy.mil>',
    '--org',
    'Navy',
    '--circle',
    'inner',
    '--tag',
    'mentor',
  )
  await netkeep.ok(
    'add',
    'Ada Lovelace',
    '--note',
    '# no heading',
    '--birthday',
    '--12-10',
    '--interest',
    'math',
  )
  await netkeep.ok(
    'log',
    'grace',
    'ada',
    '-m',
    '*lunch*\nat noon',
    '--by',
    'meal',
    '--on',
    '2026-11-20',
    '--at',
    'Dock_1',
  )
  await netkeep.ok('relate', 'grace', 'mentor', 'ada')
  return netkeep
}

describe('where it goes', () => {
  test('standard output has everything as JSON, and nothing is recorded', async () => {
    const netkeep = await withContacts()
    const before = sha256Of(netkeep.db)
    const { stdout, stderr, exitCode } = await netkeep.run('export')
    expect([exitCode, stderr]).toEqual([0, ''])
    const file = JSON.parse(stdout)
    expect(Object.keys(file)).toEqual([
      ...['netkeep', 'settings', 'circles', 'contacts', 'mergedContacts', 'touchpoints'],
      ...['promises', 'relations', 'notSame', 'goals', 'freezes'],
      ...['introductions', 'events', 'groups', 'watches'],
    ])
    expect(file.contacts.map(({ name }: { name: string }) => name).sort()).toEqual([
      'Ada Lovelace',
      'Grace Hopper',
    ])
    expect(await netkeep.ok('export', '--json')).toBe(stdout)
    expect(await netkeep.ok('export', '-o', '-')).toBe(stdout)
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test('a file is private, and the answer says what is in it', async () => {
    const netkeep = await withContacts()
    const file = path.join(netkeep.folder, 'out.json')
    expect(await netkeep.ok('export', '-o', 'out.json')).toBe(`Exported 2 contacts to ${file}.\n`)
    expect(readFileSync(file, 'utf8')).toBe(await netkeep.ok('export'))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(await netkeep.json('export', '-o', 'out2.json')).toEqual({
      format: 'json',
      file: path.join(netkeep.folder, 'out2.json'),
      contacts: 2,
    })
  })

  test('the name of the file says the format, --format says it louder', async () => {
    const netkeep = await withContacts()
    for (const [name, start] of [
      ['a.JSON', '{"netkeep": 1'],
      ['a.vcf', 'BEGIN:VCARD\r\nVERSION:3.0'],
      ['a.csv', 'Name,'],
      ['a.ics', 'BEGIN:VCALENDAR'],
      ['a.md', '# Contacts'],
      ['a.txt', '{"netkeep": 1'],
    ] as const) {
      await netkeep.ok('export', '-o', name)
      expect(readFileSync(path.join(netkeep.folder, name), 'utf8').slice(0, start.length)).toBe(start)
    }
    await netkeep.ok('export', '-o', 'b.md', '--format', 'vcard4')
    expect(readFileSync(path.join(netkeep.folder, 'b.md'), 'utf8')).toContain('VERSION:4.0')
  })

  test('a file that is there needs --force, and stays until the new one is whole', async () => {
    const netkeep = await withContacts()
    const file = path.join(netkeep.folder, 'out.json')
    writeFileSync(file, 'mine')
    const { exitCode, stderr } = await netkeep.run('export', '-o', 'out.json')
    expect([exitCode, stderr]).toEqual([
      2,
      `netkeep: ${file} is there already.\nName another file, or let this one be replaced: --force\n`,
    ])
    expect(readFileSync(file, 'utf8')).toBe('mine')
    await netkeep.ok('export', '-o', 'out.json', '--force')
    expect(readFileSync(file, 'utf8')).toBe(await netkeep.ok('export'))
  })

  test('links, folders and missing folders are refused, and nothing is left behind', async () => {
    const netkeep = await withContacts()
    writeFileSync(path.join(netkeep.folder, 'target'), 'mine')
    symlinkSync(path.join(netkeep.folder, 'target'), path.join(netkeep.folder, 'link.json'))
    symlinkSync(path.join(netkeep.folder, 'nothing'), path.join(netkeep.folder, 'dangling.json'))
    const before = readdirSync(netkeep.folder).sort()
    for (const [name, message] of [
      ['link.json', 'is a link; netkeep writes only to files of its own making.'],
      ['dangling.json', 'is a link; netkeep writes only to files of its own making.'],
      ['missing/out.json', 'There is no folder'],
      ['', '-o needs a file.'],
    ] as const) {
      const { exitCode, stderr } = await netkeep.run('export', '-o', name, '--force')
      expect([name, exitCode, stderr.includes(message)]).toEqual([name, 2, true])
    }
    mkdirSync(path.join(netkeep.folder, 'folder'))
    const { stderr } = await netkeep.run('export', '-o', 'folder', '--format', 'json')
    expect(stderr).toContain('folder is a folder.')
    expect(readdirSync(netkeep.folder).sort()).toEqual([...before, 'folder'].sort())
    expect(readFileSync(path.join(netkeep.folder, 'target'), 'utf8')).toBe('mine')
  })

  test('the database is never written over, by whatever name', async () => {
    const netkeep = await withContacts()
    linkSync(netkeep.db, path.join(netkeep.folder, 'second-name.json'))
    mkdirSync(path.join(netkeep.folder, 'sub'))
    symlinkSync(netkeep.folder, path.join(netkeep.folder, 'sub', 'up'))
    const before = sha256Of(netkeep.db)
    for (const name of [
      'netkeep.db',
      'second-name.json',
      'sub/up/netkeep.db',
      'netkeep.db.prompt',
      'netkeep.db-journal',
      'netkeep.db-wal',
      'netkeep.db-shm',
    ]) {
      const { exitCode, stderr } = await netkeep.run('export', '-o', name, '--force')
      expect([name, exitCode, stderr.includes("is netkeep's own database, or belongs to it.")]).toEqual([
        name,
        2,
        true,
      ])
    }
    expect(sha256Of(netkeep.db)).toBe(before)
    expect((await netkeep.run('export', '-o', 'netkeep.db-export.json')).exitCode).toBe(0)
  })

  test("netkeep's own settings are never written over", async () => {
    const netkeep = await withContacts()
    await netkeep.ok('config', 'set', 'color', 'never')
    const file = path.join(netkeep.folder, 'config', 'config.toml')
    linkSync(file, path.join(netkeep.folder, 'second-name.json'))
    const before = sha256Of(file)
    for (const name of ['config/config.toml', 'second-name.json']) {
      const { exitCode, stderr } = await netkeep.run('export', '-o', name, '--force')
      expect([name, exitCode, stderr]).toEqual([
        name,
        2,
        `netkeep: ${path.join(netkeep.folder, name)} has netkeep's own settings.\nAn export needs a file of its own.\n`,
      ])
    }
    expect(sha256Of(file)).toBe(before)
  })

  test('a name may be as long as the system lets it be, and no longer', async () => {
    const netkeep = await withContacts()
    const longest = `${'n'.repeat(250)}.json`
    await netkeep.ok('export', '-o', longest)
    expect(existsSync(path.join(netkeep.folder, longest))).toBe(true)
    for (const name of [`n${longest}`, `${'é'.repeat(130)}/`]) {
      const { exitCode, stderr } = await netkeep.run('export', '-o', name)
      expect([exitCode, stderr]).toEqual([
        2,
        'netkeep: The name of the file is too long.\nName one of at most 255 bytes.\n',
      ])
    }
  })

  test('what an export left that was killed is taken away by a later one, when nobody can be writing it', async () => {
    const netkeep = await withContacts()
    const drafts = ['old', 'young'].map((name) => path.join(netkeep.folder, `.netkeep-draft-${name}`))
    for (const draft of drafts) writeFileSync(draft, 'an address book')
    const twoHoursAgo = Date.now() / 1000 - 7200
    utimesSync(drafts[0] ?? '', twoHoursAgo, twoHoursAgo)
    await netkeep.ok('export', '-o', 'out.json')
    expect(drafts.map((draft) => existsSync(draft))).toEqual([false, true])
  })
})

test('filters choose contacts of every format but JSON, which is everything', async () => {
  const netkeep = await withContacts()
  expect((await netkeep.ok('export', '--format', 'markdown', '--tag', 'mentor')).match(/^## .*$/gm)).toEqual([
    '## Grace Hopper',
  ])
  expect((await netkeep.ok('export', '--format', 'vcard', '--interest', 'math')).match(/^FN:.*$/gm)).toEqual([
    'FN:Ada Lovelace',
  ])
  const { exitCode, stderr } = await netkeep.run('export', '--tag', 'mentor')
  expect([exitCode, stderr]).toEqual([
    2,
    'netkeep: json is always everything: filters go with the other formats.\nType: netkeep export --format vcard --circle inner\n',
  ])
  expect((await netkeep.run('export', '--format', 'vcard', '--raw')).stderr).toContain('--raw goes with csv.')
  expect((await netkeep.run('export', '--format', 'csv', '--json')).stderr).toContain(
    '--json and --format csv do not go together.',
  )
})

test('Markdown: a heading a contact, what is known, touchpoints; what looks like Markdown stays text', async () => {
  const netkeep = await withContacts()
  const text = await netkeep.ok('export', '--format', 'markdown')
  expect(text.split(/(?=^## )/m)).toEqual([
    '# Contacts\n\n',
    `## Grace Hopper

- **Organization:** Navy
- **E-mail:** grace@navy.mil
- **Relations:** mentor of Ada Lovelace
- **Tags:** mentor
- **Circle:** inner
- **Every:** 2w
- **Last touch:** 2026-11-20
- **Due:** 2026-12-04

### Touchpoints

- 2026-11-20 meal, at Dock\\_1, with Ada Lovelace: \\*lunch\\*
  at noon

`,
    `## Ada Lovelace

- **Birthday:** --12-10
- **Relations:** mentee of Grace Hopper
- **Interests:** math
- **Circle:** wide
- **Every:** 3m
- **Last touch:** 2026-11-20
- **Due:** 2027-02-20

> \\# no heading

### Touchpoints

- 2026-11-20 meal, at Dock\\_1, with Grace Hopper: \\*lunch\\*
  at noon
`,
  ])
})

describe('a folder of cards', () => {
  test('has a card a file; again only what changed is written, and that with --force', async () => {
    const netkeep = await withContacts()
    const folder = path.join(netkeep.folder, 'cards')
    expect(await netkeep.ok('export', '-o', 'cards/')).toBe(`Exported 2 contacts to ${folder}.\n`)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    const files = readdirSync(folder)
    expect(files.map((name) => path.extname(name))).toEqual(['.vcf', '.vcf'])
    expect(await netkeep.ok('export', '-o', 'cards')).toBe(
      `Exported 2 contacts to ${folder}, 0 of them new or changed.\n`,
    )
    await netkeep.ok('edit', 'ada', '--org', 'Analytics')
    const { exitCode, stderr } = await netkeep.run('export', '-o', 'cards')
    expect([exitCode, stderr]).toEqual([
      2,
      `netkeep: 1 card in ${folder} would be changed.\nLet them be: name another folder. Or write into them, whatever else they hold stays: --force\n`,
    ])
    expect(await netkeep.ok('export', '-o', 'cards', '--force')).toBe(
      `Exported 2 contacts to ${folder}, 1 of them new or changed.\n`,
    )
    expect(readdirSync(folder)).toEqual(files)
  })

  test('other cards of a contact, as after a merge, are named and stay', async () => {
    const netkeep = createNetkeep()
    const folder = path.join(netkeep.folder, 'vd')
    mkdirSync(folder)
    for (const at of ['1', '2'])
      writeFileSync(
        path.join(folder, `a${at}.vcf`),
        `BEGIN:VCARD\r\nVERSION:3.0\r\nUID:card-${at}\r\nFN:Ann Lee\r\nEMAIL:ann${at}@x.example\r\nEND:VCARD\r\n`,
      )
    await netkeep.ok('import', 'vd')
    const [first, second] = await netkeep.json('list')
    await netkeep.ok('merge', first.id, second.id)
    const { stdout, stderr } = await netkeep.run('export', '-o', 'vd', '--force')
    expect(stdout).toBe(`Exported 1 contact to ${folder}.\n`)
    const other = stderr.slice(0, 6)
    const own = other === 'a1.vcf' ? 'a2.vcf' : 'a1.vcf'
    expect(stderr).toBe(
      `${other} is another card of Ann Lee, who has ${own}.\nRemove it, or programs that read the folder show Ann Lee twice.\n`,
    )
    expect(readFileSync(path.join(folder, own), 'utf8')).toMatch(/ann1@x.*ann2@x/s)
    expect(await netkeep.json('export', '-o', 'vd')).toMatchObject({
      written: 0,
      others: [{ file: other, name: 'Ann Lee', card: own }],
    })
    unlinkSync(path.join(folder, other))
    expect((await netkeep.run('export', '-o', 'vd')).stderr).toBe('')
  })

  test('a card of a contact that was merged away is the card of the one it became', async () => {
    const netkeep = await withContacts()
    await netkeep.ok('export', '-o', 'cards/')
    const folder = path.join(netkeep.folder, 'cards')
    const { uid } = await netkeep.json('show', 'ada')
    unlinkSync(path.join(folder, `${uid}.vcf`))
    const [file] = readdirSync(folder)
    await netkeep.ok('merge', 'ada', 'grace')
    await netkeep.ok('export', '-o', 'cards', '--force')
    expect(readdirSync(folder)).toEqual([file])
    expect(readFileSync(path.join(folder, file ?? ''), 'utf8')).toContain(`X-NETKEEP-UID:${uid}`)
  })

  test('keeps what another program has in a card', async () => {
    const netkeep = await withContacts()
    mkdirSync(path.join(netkeep.folder, 'cards'))
    await netkeep.ok('export', '-o', 'cards')
    const [name = ''] = readdirSync(path.join(netkeep.folder, 'cards'))
    const file = path.join(netkeep.folder, 'cards', name)
    writeFileSync(file, readFileSync(file, 'utf8').replace('END:VCARD', 'X-OTHER:theirs\r\nEND:VCARD'))
    await netkeep.ok('tag', 'grace', 'ada', '+new')
    await netkeep.ok('export', '-o', 'cards', '--force')
    expect(readFileSync(file, 'utf8')).toContain('X-OTHER:theirs\r\n')
    expect(readFileSync(file, 'utf8')).toContain('new')
  })
})

test('on a terminal nothing that a note holds does anything but be seen', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', '--note', 'a\u001b[2Jb\u202ec')
  for (const format of ['json', 'vcard', 'csv', 'ics', 'markdown']) {
    const { stdout } = await netkeep.onTerminal(['export', '--format', format])
    expect([format, /[\u001b\u202e\r]/.test(stdout)]).toEqual([format, false])
  }
  expect(await netkeep.ok('export', '--format', 'vcard')).toContain('\u001b[2J')
  expect(existsSync(path.join(netkeep.folder, 'netkeep.db-journal'))).toBe(false)
})
