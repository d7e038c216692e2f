/** Prompt files that somebody might put in the place of netkeep's, and odd ones that accidents make. */
import { execFileSync } from 'node:child_process'
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import { IS_ROOT } from '../e2e/program.ts'

const LONG = 50_000_000
/** Would create a file named x where a shell ran it. */
const CODE = '$(touch x)'

const counting = (...rest: readonly string[]): string => ['netkeep 1', ...rest, ''].join('\n')
/** A file that is right but for its count. */
const count = (text: string): string => counting(`20260101 ${text}`)

const TEXTS: Readonly<Record<string, string | Uint8Array>> = {
  empty: '',
  'a line break': '\n',
  'code in brackets': count('a[$(touch x)0]'),
  'code in brackets as the day': counting('a[$(touch x)0] 3'),
  'code as the version': `netkeep a[$(touch x)0]\n20260101 3\n`,
  'code before the version': `${CODE}\nnetkeep 1\n20260101 3\n`,
  'code as the count': count(CODE),
  'code behind the count': count(`3 ${CODE}`),
  'code behind the count, without a space': count(`3${CODE}`),
  'code in backticks': count('`touch x`'),
  'code behind a semicolon': count('3; touch x'),
  'code behind a line break': counting('20260101 3', 'touch x'),
  'code as a parameter': count('$' + '{x:=$(touch x)}'),
  'a byte order mark': `\ufeff${count('3')}`,
  'UTF-16': Buffer.from(count('3'), 'utf16le'),
  'NUL in the day': counting('2026\0' + '0101 3'),
  'NUL in the count': count('3\0' + '4'),
  'NUL before all': `\0${count('3')}`,
  octal: count('010'),
  'no octal either': count('08'),
  hexadecimal: count('0x1F'),
  'another base': count('36#zz'),
  'Arabic digits': count('٣'),
  'Persian digits': counting('۲۰۲۶۰۱۰۱ ۳'),
  'full-width digits': count('３'),
  'superscript digits': count('²'),
  'Roman numerals': count('Ⅲ'),
  negative: count('-3'),
  'with a plus': count('+3'),
  'with a point': count('3.5'),
  'with an exponent': count('1e3'),
  'too large': count('10000'),
  'very large': count('9'.repeat(30)),
  zero: count('0'),
  'many zeros': count('0000'),
  CRLF: 'netkeep 1\r\n20260101 3\r\n',
  'CR alone': 'netkeep 1\r20260101 3\r',
  'an empty line between': counting('', '20260101 3'),
  'a space before': counting(' 20260101 3'),
  'a space behind': counting('20260101 3 '),
  'a tab between': counting('20260101\t3'),
  'three fields': counting('20260101 3 4'),
  'only a day': counting('20260101'),
  'only a count': counting('3'),
  'a short day': counting('2026010 3'),
  'a long day': counting('202601011 3'),
  'a day with letters': counting('2026O101 3'),
  'a day still to come': counting('99991231 3'),
  'another version': 'netkeep 2\n20260101 3\n',
  'a longer version': 'netkeep 11\n20260101 3\n',
  'no version': '20260101 3\n',
  'escape sequences': count('\u001b]0;owned\u0007\u001b[2J3'),
  'bytes that are no UTF-8': Buffer.from('netkeep 1\n20260101 \xff\xfe3\n', 'latin1'),
  'all bytes': Uint8Array.from({ length: 256 }, (_, byte) => byte),
  'signs of zsh': count('%F{red}%(?..)'),
  'signs of readline': count('\\[\\e[31m\\]3'),
  quotes: count(`'"3`),
  history: count('!!'),
  globs: count('*'),
  tilde: count('~root'),
  'a backslash at the end': counting('20260101 3\\', '20260102 4'),
  'like an option': counting('-n 20260101 3', '-e 3'),
  'like options of printf': count('%s%n%x'),
  'more lines than there can be': counting(...Array<string>(5_000).fill('20260101 3')),
  'empty lines': '\n'.repeat(100_000),
  '50 MB of lines': `netkeep 1\n${'00010101 3\n'.repeat(LONG / 10)}`,
  '50 MB in a line': `netkeep 1\n20260101 ${'3'.repeat(LONG)}\n`,
  '50 MB in the first line': '3'.repeat(LONG),
}

type Maker = (file: string, folder: string) => void

const PLACES: Readonly<Record<string, Maker>> = {
  missing: () => undefined,
  '50 MB of NUL': (file) => {
    writeFileSync(file, '')
    truncateSync(file, LONG)
  },
  'a link to a good one': (file, folder) => {
    writeFileSync(path.join(folder, 'good'), count('3'))
    symlinkSync('good', file)
  },
  'a link to /dev/zero': (file) => symlinkSync('/dev/zero', file),
  'a link to nothing': (file) => symlinkSync('nothing', file),
  'a link to itself': (file) => symlinkSync(path.basename(file), file),
  'a named pipe': (file) => execFileSync('mkfifo', [file]),
  'a folder': (file) => mkdirSync(file),
  'a socket': (file) => {
    const server = createServer().listen(file)
    server.unref()
  },
  'older than the database': (file) => {
    writeFileSync(file, count('3'))
    utimesSync(file, 1_000_000_000, 1_000_000_000)
  },
  'beside no database': (file, folder) => {
    writeFileSync(file, count('3'))
    rmSync(path.join(folder, 'db'))
  },
  ...(IS_ROOT
    ? {
        'of another user': (file: string) => {
          writeFileSync(file, count('3'))
          chownSync(file, 65534, 65534)
        },
        'the device /dev/zero': (file: string) => execFileSync('mknod', [file, 'c', '1', '5']),
      }
    : {}),
  // Root may read it all the same.
  'not to be read': (file) => {
    writeFileSync(file, count(IS_ROOT ? '0' : '3'))
    chmodSync(file, 0)
  },
}

export interface HostileFiles {
  /** Holds a folder for each case, with `db` and `db.prompt` in it. */
  readonly folder: string
  readonly names: readonly string[]
}

/** The folders 000, 001 … with these files, and one more, `good`, whose count is 3. */
export function makeHostileFiles(): HostileFiles {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-hostile-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const makers: [string, Maker][] = [
    ...Object.entries(TEXTS).map(([name, text]): [string, Maker] => [
      name,
      (file) => writeFileSync(file, text),
    ]),
    ...Object.entries(PLACES),
  ]
  makers.forEach(([, make], index) => {
    makeCase(folder, String(index).padStart(3, '0'), make)
  })
  makeCase(folder, 'good', (file) => writeFileSync(file, count('3')))
  return { folder, names: makers.map(([name]) => name) }
}

function makeCase(folder: string, name: string, make: Maker): void {
  const place = path.join(folder, name)
  mkdirSync(place)
  writeFileSync(path.join(place, 'db'), '')
  utimesSync(path.join(place, 'db'), 1_500_000_000, 1_500_000_000)
  make(path.join(place, 'db.prompt'), place)
}
