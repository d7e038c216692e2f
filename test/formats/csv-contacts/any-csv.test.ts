import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseColumnMap } from '../../../src/domain/column-map.ts'
import { checkImported } from '../../../src/domain/import-check.ts'
import { UserError } from '../../../src/errors.ts'
import { read, readRow, reasons } from './reading.ts'

const names = (text: string, map?: string) =>
  read(text, map === undefined ? {} : { map: parseColumnMap(map) }).contacts.map(({ name }) => name)
const refusal = (message: string, hint: string) => expect.objectContaining({ code: 'input', message, hint })

describe('what the columns hold is guessed from their names', () => {
  test.each([
    [
      { name: 'Ada King', email: 'ada@example.org' },
      { name: 'Ada King', points: [{ kind: 'email', value: 'ada@example.org' }] },
    ],
    [{ first_name: 'Ada', lastName: 'King' }, { name: 'Ada King' }],
    [{ Name: 'King', Vorname: 'Ada' }, { name: 'Ada King' }],
    [{ Name: 'Ada', Surname: 'King' }, { name: 'Ada King' }],
    [
      { Nom: 'King', Prénom: 'Ada', Courriel: 'ada@example.org' },
      { name: 'Ada King', points: [{ kind: 'email' }] },
    ],
    [{ Nombre: 'Ada King' }, { name: 'Ada King' }],
    [{ Name: 'King, Ada' }, { name: 'Ada King' }],
    [
      { Mitglied: 'Ada King', 'Geb.-Dat.': '10.12.1815', Eintritt: '1.2.1840' },
      { name: 'Ada King', birthday: '1815-12-10', note: 'Eintritt: 1.2.1840' },
    ],
    [
      { Member: 'yes', Name: 'Ada King' },
      { name: 'Ada King', note: 'Member: yes' },
    ],
    [{ 'File As': 'King, Ada' }, { name: 'Ada King' }],
    [
      { 'Full Name': 'Ada', Title: 'Analyst', Company: 'Engines' },
      { title: 'Analyst', organization: 'Engines' },
    ],
    [
      { Name: 'Ada', Occupation: 'Analyst' },
      { title: 'Analyst', note: null },
    ],
    [
      { Name: 'Ada', City: 'London', Country: 'UK' },
      { location: 'London, UK', properties: [] },
    ],
    [
      { Name: 'Ada', Address: '1 Main St, London' },
      { location: null, properties: ['ADR:;;1 Main St\\, London;;;;'] },
    ],
    [{ Name: 'Ada', DOB: '1815-12-10' }, { birthday: '1815-12-10' }],
    [{ Name: 'Ada', Tags: 'maths, engines' }, { tags: ['maths', 'engines'] }],
    [{ Name: 'Ada', Tags: 'maths, old; engines' }, { tags: ['maths, old', 'engines'] }],
    [
      { Name: 'Ada', 'LinkedIn URL': 'linkedin.com/in/ada' },
      { points: [{ kind: 'url', label: 'linkedin' }] },
    ],
    [
      { Name: 'Ada', Email: 'Ada <ada@example.org>; mailto:b@example.org' },
      { points: [{ value: 'ada@example.org' }, { value: 'b@example.org' }] },
    ],
    [
      { Name: 'Ada', Mobile: '555 0100', 'Work Phone': '555-0100' },
      { points: [{ kind: 'phone', value: '555 0100', label: 'mobile' }] },
    ],
    [
      { Name: 'Ada', 'Met On': '2020-01-02', 'Met At': 'a fair' },
      { metOn: '2020-01-02', metAt: 'a fair' },
    ],
  ])('%j', (cells, contact) => {
    expect(readRow(cells).contacts).toMatchObject([contact])
  })

  test('what no name tells is said to be unread, and not taken for something it only resembles', () => {
    const { contacts, unread } = readRow({
      Name: 'Ada',
      'Owner Email': 'boss@example.org',
      Score: '7',
      Blank: '',
    })
    expect(contacts).toMatchObject([{ name: 'Ada', points: [] }])
    expect(unread).toEqual(['Owner Email', 'Score'])
  })

  test('where names would be made of addresses, the column that may hold them is asked for', () => {
    const [partial] = read('Members\n\nWer,E-Mail\nAda,a@example.org\n').partial ?? []
    expect(partial).toEqual({
      source: { file: 'people.csv', line: 3 },
      reason:
        'no column for the names, so they are made of the addresses; to say which it is: netkeep import /home/me/people.csv --map name=Wer',
    })
    expect(read('E-Mail,Wer\na@example.org,\n').partial).toEqual([])
    expect(reasons(read('Name,E-Mail,X\nAda,a@example.org,1\n'))).toEqual([])
  })

  test('of two columns with one name both are read', () => {
    expect(read('Name,Email,Email\nAda,a@example.org,b@example.org\n').contacts).toMatchObject([
      { points: [{ value: 'a@example.org' }, { value: 'b@example.org' }] },
    ])
    expect(read('Name,Name\n,Ada\n').contacts).toMatchObject([{ name: 'Ada' }])
  })

  test('a note may stand above the header', () => {
    expect(names('Exported on 2026-01-02\n\nName,E-mail\nAda,ada@example.org\n')).toEqual(['Ada'])
    expect(names('sep=;\nName;E-mail\nAda;ada@example.org\n')).toEqual(['Ada'])
  })
})

describe('dates', () => {
  const birthday = (written: string) => {
    const file = readRow({ Name: 'Ada', Birthday: written })
    return file.contacts[0]?.birthday ?? reasons(file)[0] ?? null
  }
  test.each([
    ['1815-12-10', '1815-12-10'],
    ['1815-12-10T00:00:00.000Z', '1815-12-10'],
    ['1815-12-10 00:00', '1815-12-10'],
    ['18151210', '1815-12-10'],
    ['1815/12/10', '1815-12-10'],
    ['10.12.1815', '1815-12-10'],
    ['10. 12. 1815', '1815-12-10'],
    ['12/31/1815', '1815-12-31'],
    ['31-12-1815', '1815-12-31'],
    ['4/4/1990', '1990-04-04'],
    ['10 December 1815', '1815-12-10'],
    ['Dec 10, 1815', '1815-12-10'],
    ['10 Dec', '--12-10'],
    ['--12-10', '--12-10'],
    ['--1210', '--12-10'],
    ['1604-03-09', '--03-09'],
    ['00/00/0000', null],
    ['0000-00-00', null],
    ['03/04/1990', 'the birthday "03/04/1990" can be two days: netkeep config set dates dmy (or mdy)'],
    ['2026-11-23', 'the birthday "2026-11-23" is in the future'],
    ['1990-02-30', 'the birthday "1990-02-30" is no date'],
    ['--02-30', 'the birthday "--02-30" is no date'],
    ['1', 'the birthday "1" is no date'],
    ['tomorow', 'the birthday "tomorow" is no date'],
    ['31/12', '--12-31'],
  ])('%j is %s', (written, expected) => {
    expect(birthday(written)).toBe(expected)
  })
})

describe('rows', () => {
  test('one without name, e-mail or URL is skipped', () => {
    expect(
      read('Name,Email,Phone,URL\n,,555 0100,\nAda,,,\n,,,https://x.org/grace\n,,,https://...\n'),
    ).toMatchObject({
      contacts: [{ name: 'Ada' }, { name: '', points: [{ kind: 'url' }] }],
      skipped: [
        { source: { line: 2 }, reason: 'no name, e-mail or URL' },
        { source: { line: 5 }, reason: 'no name, e-mail or URL' },
      ],
    })
  })

  test('one longer than the header is bad, or one that ends within the name; one that only lacks the end is read', () => {
    expect(
      read('First Name,Last Name,Email\nAda,King,a@example.org,x\nAda\nAda,King\nB,C,,,\n'),
    ).toMatchObject({
      contacts: [{ name: 'Ada King' }, { name: 'B C' }],
      bad: [
        { source: { file: 'people.csv', line: 2 }, reason: 'has 4 fields where the header has 3' },
        { source: { file: 'people.csv', line: 3 }, reason: 'has 1 field where the header has 3' },
      ],
    })
  })

  test('one with a stray quote is bad, with its line', () => {
    expect(read('Name,Note\n"Ada "Countess" King",x\nGrace,"a\nb"\n')).toMatchObject({
      contacts: [{ name: 'Grace', note: 'a\nb' }],
      bad: [{ source: { line: 2 }, reason: 'has a quote in the middle of a quoted field' }],
    })
  })

  test.each(['', '\n', 'Name,E-mail\n', '\ufeffName,E-mail'])(
    '%j holds nothing, which is no error',
    (text) => {
      expect(read(text)).toMatchObject({ contacts: [], skipped: [], bad: [] })
    },
  )

  test.each(['\n', '\r\n', '\r'])('lines may end in %j', (newline) => {
    expect(names(['Name,E-mail', 'Ada,', 'Grace,', ''].join(newline))).toEqual(['Ada', 'Grace'])
  })
})

describe('a file that cannot be read as contacts is refused', () => {
  test('without a column for a name or an address', () => {
    expect(() => read('Wer,Wo,Score\nAda,London,7\n')).toThrow(
      refusal(
        '"/home/me/people.csv" has no name or e-mail column. Its columns: "Wer", "Wo", "Score".',
        'Say which column holds what: netkeep import /home/me/people.csv --map name=Wer',
      ),
    )
    expect(() => read('Wer,Adresse\nAda,ada@example.org\n')).toThrow(
      expect.objectContaining({ message: expect.stringContaining('has no name or e-mail column') }),
    )
  })

  test('with a command that can be typed, however long its headers are', () => {
    expect(() => read(`${'x'.repeat(65_000)},Wo\nAda,London\n`)).toThrow(
      refusal(
        `"/home/me/people.csv" has no name or e-mail column. Its columns: "${'x'.repeat(39)}…", "Wo".`,
        'Say which column holds what: netkeep import /home/me/people.csv --map name=1',
      ),
    )
  })

  test('with the columns of its header, not of the note above it', () => {
    expect(() => read('Club of 2026\nAs of,May\n\nWer,Wo,Score\nAda,London,7\n')).toThrow(
      refusal(
        '"/home/me/people.csv" has no name or e-mail column. Its columns: "Wer", "Wo", "Score".',
        'Say which column holds what: netkeep import /home/me/people.csv --map name=Wer',
      ),
    )
  })

  test('without a header', () => {
    expect(() => read('John Doe,John,Doe,john@doe.example\nJane Doe,Jane,Doe,jane@doe.example\n')).toThrow(
      refusal(
        '"/home/me/people.csv" has no header: where the names of the columns should stand is "john@doe.example".',
        'Say by number which column holds what: netkeep import /home/me/people.csv --map name=1,email=4',
      ),
    )
    expect(() => read('Ada,+1 555 0100\n')).toThrow(expect.objectContaining({ code: 'input' }))
  })
})

describe('--map', () => {
  test('says which column holds what; the others are guessed', () => {
    const map = parseColumnMap('name=Wer,email="Post, neu"')
    expect(read('Wer,"Post, neu",Firma\nAda,ada@example.org,Engines\n', { map }).contacts).toMatchObject([
      { name: 'Ada', organization: 'Engines', points: [{ value: 'ada@example.org' }] },
    ])
  })

  test('a field that is mapped is read from nowhere else; one mapped to nothing is not read', () => {
    const text =
      'First Name,Last Name,Nick,E-mail,Work E-mail\nAda,King,Countess,a@example.org,b@example.org\n'
    expect(read(text, { map: parseColumnMap('name=Nick,email=Work E-mail') }).contacts).toMatchObject([
      { name: 'Countess', points: [{ value: 'b@example.org', label: 'work' }], aliases: [] },
    ])
    expect(read(text, { map: parseColumnMap('email=') }).contacts).toMatchObject([
      { name: 'Ada King', points: [] },
    ])
  })

  test('several columns may hold one field', () => {
    expect(
      read('Wer,A,B\nAda,a@example.org,b@example.org\n', { map: parseColumnMap('name=wer,email=A,email=B') })
        .contacts,
    ).toMatchObject([{ points: [{ value: 'a@example.org' }, { value: 'b@example.org' }] }])
  })

  test('by number, a file without a header is read from its first line', () => {
    expect(names('Ada King,Ada,ada@example.org\nGrace,,\n', 'name=1,email=3')).toEqual(['Ada King', 'Grace'])
  })

  test('by number, a header that is understood is no contact', () => {
    expect(names('Name,X,E-mail\nAda,1,ada@example.org\n', 'name=1,email=3')).toEqual(['Ada'])
  })

  test('what was said of a header before is said again', () => {
    const asked: string[][] = []
    const mapFor = (headers: readonly string[]) => {
      asked.push([...headers])
      return parseColumnMap('name=Wer')
    }
    expect(read('Wer,Wo\nAda,London\n', { mapFor }).contacts).toMatchObject([{ name: 'Ada' }])
    expect(asked).toEqual([['Wer', 'Wo']])
  })

  test('a column that the file does not have is refused with those that it has', () => {
    for (const text of ['Name,E-mail\nAda,\n', 'Wer,Wo\nAda,\n']) {
      const columns = text.split('\n')[0]?.replace(',', ', ')
      expect(() => read(text, { map: parseColumnMap('name=Person') })).toThrow(
        expect.objectContaining({
          code: 'usage',
          message: 'The file has no column "Person".',
          hint: `Its columns: ${columns}.`,
        }),
      )
    }
  })
})

test('a map of a column that is not there names a hundred of those that are', () => {
  const headers = Array.from({ length: 50_000 }, (_, at) => `c${at}`)
  const shown = headers.slice(0, 100).join(', ')
  expect(() => read(`${headers.join(',')}\nAda\n`, { map: parseColumnMap('name=Person') })).toThrow(
    expect.objectContaining({ hint: `Its columns: ${shown} and 49,900 more.` }),
  )
})

test('any bytes are read or refused in words', () => {
  const cell = fc.constantFrom(
    'Name',
    'E-mail',
    'Birthday',
    'Tags',
    'Ada',
    'a@b.c',
    '1/2/3',
    '"',
    '""',
    '\n',
    ' ::: ',
    '* ',
    "'=",
    '\ufeff',
    '\u0000',
  )
  const text = fc
    .array(fc.oneof(cell, fc.constantFrom(',', ';', '\n', '\t'), fc.string({ maxLength: 5 })))
    .map((parts) => parts.join(''))
  const bytes = fc.oneof(
    text.map((value) => new TextEncoder().encode(value)),
    fc.uint8Array({ maxLength: 200 }),
  )
  fc.assert(
    fc.property(bytes, (given) => {
      try {
        const { contacts } = read(given)
        expect(checkImported(contacts).bad).toEqual([])
      } catch (error) {
        expect(error).toBeInstanceOf(UserError)
      }
    }),
    { numRuns: 500 },
  )
})
