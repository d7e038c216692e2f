/** Hostile inputs, rows 8 to 12 and 29, through the built program. */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { lines, sha256Of } from '../harness.ts'
import { createProgram, type Program } from './program.ts'

function write(program: Program, name: string, content: string | Uint8Array): string {
  writeFileSync(path.join(program.folder, name), content)
  return name
}

/** What an import that cannot be says; nothing is written. */
async function refusalOf(
  content: string | Uint8Array,
  ...options: readonly string[]
): Promise<readonly unknown[]> {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper')
  const before = sha256Of(program.db)
  const file = write(program, 'file', content)
  const { exitCode, stdout, stderr } = await program.run(['import', file, ...options])
  expect([stdout, sha256Of(program.db)]).toEqual(['', before])
  return [exitCode, stderr.split('\n')[0]]
}

/**
 * Peak memory of an import in MB, and what it says. The process tells of itself; a shell stands between, as on Linux the child of a large
 * process has that one's peak.
 */
async function peakOf(
  program: Program,
  ...args: readonly string[]
): Promise<{ readonly mb: number; readonly stdout: string }> {
  const [teller, peak] = ['teller.cjs', 'peak'].map((name) => path.join(program.folder, name)) as [
    string,
    string,
  ]
  writeFileSync(
    teller,
    `process.on('exit', () => require('node:fs').writeFileSync(${JSON.stringify(peak)}, String(process.resourceUsage().maxRSS)))`,
  )
  const { exitCode, stdout, stderr } = await program.shell(`netkeep import ${args.join(' ')}`, {
    env: { NODE_OPTIONS: `--require=${teller}` },
  })
  expect(exitCode, stderr).toBe(0)
  return { mb: Number(readFileSync(peak, 'utf8')) / 1024, stdout }
}

describe('row 9: tables', () => {
  test.each([
    ['without a byte', '', '"file" is empty.'],
    [
      'of a header only, but for a broken quote',
      'name,email\n"Ada,a@x.org\n',
      /line 2: opens a quote that is never closed/,
    ],
    [
      'with a row cut off',
      'First Name,Last Name,E-mail Address\nAda\n',
      /file line 2: has 1 field where the header has 3/,
    ],
  ])('%s', async (_, content, message) => {
    const [exitCode, said] = await refusalOf(content)
    expect(exitCode).toBe(5)
    expect(said).toEqual(typeof message === 'string' ? `netkeep: ${message}` : expect.stringMatching(message))
  })

  test('of a header alone hold nobody', async () => {
    const program = createProgram()
    const file = write(program, 'google.csv', '\ufeffFirst Name,Last Name,E-mail 1 - Value\r\n')
    expect(await program.ok('import', file)).toBe('Contacts: 0 new, 0 updated, 0 unchanged.\n')
  })

  test('with a row that cannot be read are imported without it, when told to', async () => {
    const program = createProgram()
    const file = write(program, 'x.csv', 'First Name,Last Name,Email\nAda,Lovelace,a@x.org\nBob\n')
    expect(await program.ok('import', file, '--skip-bad')).toContain(
      lines('Left out:', '  x.csv line 3: has 1 field where the header has 3'),
    )
    expect(await program.json('list')).toHaveLength(1)
  })
})

describe('row 10: encodings', () => {
  test.each([
    ['Latin-1', Buffer.from('name,email\nJosé,j@x.org\n', 'latin1'), 14],
    ['overlong UTF-8', Buffer.concat([Buffer.from('name\nA'), Buffer.of(0xc0, 0xaf)]), 6],
  ])('%s is refused with the place of the byte', async (_, bytes, offset) => {
    expect(await refusalOf(bytes)).toEqual([
      5,
      `netkeep: "file" is not UTF-8 text: the byte at offset ${offset} cannot be read.`,
    ])
  })

  test('UTF-16 is told by its byte order mark', async () => {
    const program = createProgram()
    write(program, 'x.csv', Buffer.from('\ufeffname\tE-Mail\r\nJosé\tj@x.org\r\n', 'utf16le'))
    await program.ok('import', 'x.csv')
    expect((await program.json('list'))[0].name).toBe('José')
  })
})

describe('row 11: vCards', () => {
  const card = (...more: readonly string[]): string =>
    ['BEGIN:VCARD', 'VERSION:3.0', 'FN:Ada Lovelace', ...more, 'END:VCARD', ''].join('\r\n')

  test('a hundred megabytes with photos take less than 150 MB of memory, and the photos are counted', async () => {
    const program = createProgram()
    const file = path.join(program.folder, 'photos.vcf')
    const photo = `PHOTO;ENCODING=b:\r\n${` ${'QUJD'.repeat(18)}\r\n`.repeat(140_000)}`
    writeFileSync(file, '')
    for (let index = 0; index < 10; index++) appendFileSync(file, card(`UID:${index}`, photo.trimEnd()))
    const { mb, stdout } = await peakOf(program, 'photos.vcf')
    expect(stdout).toContain('10 photos – netkeep keeps none.')
    expect(mb).toBeLessThan(150)
  }, 60_000)

  test.each<[string, () => string, string]>([
    ['a line of a hundred megabytes', () => card(`NOTE:${'x'.repeat(100_000_000)}`), 'Contacts: 1 new'],
    ['100,000 nested BEGINs', () => `${'BEGIN:VCARD\r\n'.repeat(100_000)}${card()}`, 'Contacts: 1 new'],
    [
      'a megabyte of soft breaks',
      () => card(`NOTE;ENCODING=QUOTED-PRINTABLE:${'=\r\n'.repeat(350_000)}`),
      'Contacts: 1 new',
    ],
  ])(
    '%s ends in time, within 150 MB',
    async (_, content, said) => {
      const program = createProgram()
      write(program, 'x.vcf', content())
      const { mb, stdout } = await peakOf(program, 'x.vcf', '--skip-bad')
      expect(stdout.slice(0, said.length)).toBe(said)
      expect(mb).toBeLessThan(150)
    },
    60_000,
  )

  test('a card without an end is named; the others are read when told to', async () => {
    const cut = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Bob\r\n'
    const [exitCode, said] = await refusalOf(card() + cut)
    expect([exitCode, said]).toEqual([5, expect.stringContaining('file line 5: ')])
    const program = createProgram()
    write(program, 'x.vcf', card() + cut)
    await program.ok('import', 'x.vcf', '--skip-bad')
    expect(await program.json('list')).toMatchObject([{ name: 'Ada Lovelace' }])
  })

  test('a birthday that cannot be is left out, and told', async () => {
    const program = createProgram()
    write(program, 'x.vcf', card('BDAY:0000-00-00'))
    expect(await program.ok('import', 'x.vcf')).toContain('Without a part of it:\n  x.vcf line 4: ')
    expect((await program.json('show', 'ada')).birthday).toBeNull()
  })
})

describe('row 12: JSON', () => {
  test.each([
    ['of 200,000 levels', '{"netkeep":1,"contacts":'.padEnd(200_000, '['), /nested/],
    ['of a newer version', '{"netkeep":99}', /newer/],
    ['that is cut off', '{"netkeep":1,"contacts":[', /JSON/],
    [
      'with a number that is none',
      '{"netkeep":1,"touchpoints":[{"uid":"01a19467-e800-7393-a456-01a189237ab3","minutes":1e400}]}',
      /line 1/,
    ],
  ])('%s is refused', async (_, content, message) => {
    expect(await refusalOf(content)).toEqual([5, expect.stringMatching(message)])
  })

  test('with __proto__ and fields that nobody knows changes nothing but what it names', async () => {
    const program = createProgram()
    await program.ok('add', 'Ada Lovelace')
    const json = await program.ok('export')
    const odd = json.replace(
      '"name":"Ada Lovelace"',
      '"name":"Ada Lovelace","__proto__":{"deleted":1},"extra":[1]',
    )
    expect(odd).not.toBe(json)
    const other = createProgram()
    write(other, 'x.json', odd)
    await other.ok('import', 'x.json')
    expect(await other.ok('export')).toBe(json)
  })
})

test('row 8: formulas in an export are text to a spreadsheet, and themselves again when they come back', async () => {
  const program = createProgram()
  await program.ok('add', '=HYPERLINK("x")', '--org', '+1', '--title', '＝SUM(A1)', '--note', "'-2+3")
  const csv = await program.ok('export', '--format', 'csv')
  expect(csv).toContain(`"'=HYPERLINK(""x"")"`)
  expect(await program.ok('export', '--format', 'csv', '--raw')).toContain('\n"=HYPERLINK(""x"")",+1,')
  const other = createProgram()
  write(other, 'x.csv', csv)
  await other.ok('import', 'x.csv')
  expect(await other.json('show', '=hyperlink')).toMatchObject({
    name: '=HYPERLINK("x")',
    organization: '+1',
    title: '＝SUM(A1)',
    note: "'-2+3",
  })
})

test('row 29: a hundred thousand rows are one command, twice the same, and gone with one undo', async () => {
  const program = createProgram()
  const rows = Array.from(
    { length: 100_000 },
    (_, index) => `N${index},Family${index},https://www.linkedin.com/in/n${index}`,
  )
  write(
    program,
    'x.csv',
    `First Name,Last Name,URL,Connected On\n${rows.join(',12 Jan 2024\n')},12 Jan 2024\n`,
  )
  expect((await program.json('import', 'x.csv')).contacts).toMatchObject({ new: 100_000 })
  expect((await program.json('import', 'x.csv')).contacts).toMatchObject({
    new: 0,
    updated: 0,
    unchanged: 100_000,
  })
  expect(await program.json('history')).toHaveLength(1)
  await program.ok('undo')
  expect(await program.ok('list', '--json')).toBe('[]\n')
}, 120_000)

test('a dry run leaves the database as it is, to the byte', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--every', '1d')
  const files = [program.db, `${program.db}.prompt`]
  const before = files.map((file) => (existsSync(file) ? readFileSync(file).toString('base64') : ''))
  write(program, 'x.vcf', 'BEGIN:VCARD\nFN:Ada\nEND:VCARD\n')
  await program.ok('import', 'x.vcf', '--circle', 'inner', '--as-is', '--dry-run')
  expect(files.map((file) => (existsSync(file) ? readFileSync(file).toString('base64') : ''))).toEqual(before)
})
