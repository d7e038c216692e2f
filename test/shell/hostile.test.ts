/** Hostile inputs, rows 6 and 7: whatever lies in the place of the prompt file, a prompt shows a number from 1 to 9999 or nothing. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { SHELLS } from '../../src/shell/shells.ts'
import { createProgram } from '../e2e/program.ts'
import { type HostileFiles, makeHostileFiles } from './hostile-prompt-files.ts'
import { testWith } from './shells.ts'

/** Each reads the hook, then visits every folder, and prints what it would show there. */
const VISITS = {
  bash: `set -eu; . "$HOOK"; PS1='\\w\\$ '
for folder in */; do NETKEEP_DB=$PWD/\${folder}db; for command in "\${PROMPT_COMMAND[@]}"; do eval "$command"; done; printf '%s\\t%s\\t%s\\n' "$folder" "$NETKEEP_DUE" "$__netkeep_shown"; done`,
  zsh: `set -eu; . "$HOOK"; PROMPT='|'
for folder in */; do NETKEEP_DB=$PWD/\${folder}db; for hook in $precmd_functions; do $hook; done; printf '%s\\t%s\\t%s\\n' "$folder" "$NETKEEP_DUE" "\${\${(%)PROMPT}%|}"; done`,
  fish: `source $HOOK
for folder in */; set -gx NETKEEP_DB $PWD/"$folder"db; __netkeep_count; printf '%s\\t%s\\t%s\\n' $folder "$NETKEEP_DUE" "$__netkeep_shown"; end`,
}

const LOCALES = ['C', 'C.UTF-8', 'fa_IR.UTF-8']
let locales = ''

beforeAll(() => {
  // A language with digits of its own, which few machines have ready.
  locales = mkdtempSync(path.join(tmpdir(), 'netkeep-locales-'))
  const place = path.join(locales, 'fa_IR.UTF-8')
  spawnSync('localedef', ['-i', 'fa_IR', '-f', 'UTF-8', place], { stdio: 'ignore' })
  return () => rmSync(locales, { recursive: true, force: true })
}, 60_000)

/** The lines a shell printed, by the folder's name. */
function shownIn(stdout: string): ReadonlyMap<string, readonly [string, string]> {
  const rows = stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => line.split('\t'))
  return new Map(rows.map(([folder = '', due = '', text = '']) => [folder.replace('/', ''), [due, text]]))
}

const SKIPPED = [
  'NUL in the day',
  'NUL in the count',
  'NUL before all',
  'UTF-16',
  'bytes that are no UTF-8',
  // A line before the one that counts is read only so far.
  'a backslash at the end',
]

function expectHarmless({ folder, names }: HostileFiles, stdout: string): void {
  const shown = shownIn(stdout)
  expect([...shown.keys()]).toHaveLength(names.length + 1)
  expect(shown.get('good')).toEqual(['3', '(3 cold) '])
  const odd = names
    .map((name, index) => [name, ...(shown.get(String(index).padStart(3, '0')) ?? ['?', '?'])] as const)
    .filter(([, due, text]) => due !== '' || text !== '')
  // Some shells skip bytes that are no text; where a whole file is left, its number is shown.
  expect(odd.filter(([name, due]) => !SKIPPED.includes(name) || !/^[1-9]\d{0,3}$/.test(due))).toEqual([])
  expect(readdirSync(folder).filter((name) => !/^(\d{3}|good)$/.test(name))).toEqual([])
}

describe('row 6: whatever lies in the place of the prompt file', () => {
  for (const shell of SHELLS) {
    for (const locale of LOCALES) {
      testWith(shell, ...(locale === 'fa_IR.UTF-8' ? ['localedef'] : []))(
        `in ${shell} with ${locale} it runs no code, does not hang, and shows nothing`,
        async () => {
          const files = makeHostileFiles()
          expect(files.names.length).toBeGreaterThanOrEqual(40)
          const hook = path.join(files.folder, '..', `${path.basename(files.folder)}.hook`)
          const program = createProgram()
          writeFileSync(hook, await program.ok('init', shell))
          try {
            const { stdout, stderr, error } = spawnSync(shell, ['-c', VISITS[shell]], {
              cwd: files.folder,
              encoding: 'utf8',
              timeout: 15_000,
              env: {
                PATH: process.env['PATH'],
                HOME: program.folder,
                TERM: 'dumb',
                TZ: 'UTC',
                LC_ALL: locale,
                ...(locale === 'fa_IR.UTF-8' ? { LOCPATH: locales } : {}),
                HOOK: hook,
              },
            })
            expect([error, stderr]).toEqual([undefined, ''])
            expectHarmless(files, stdout)
          } finally {
            rmSync(hook)
          }
        },
      )
    }
  }

  test('netkeep prompt prints nothing', () => {
    const { folder, names } = makeHostileFiles()
    // One process for all, of what the built program answers with.
    const visit = `
      const { answerPrompt } = require(${JSON.stringify(path.resolve('dist/prompt.cjs'))})
      const { readdirSync, writeSync } = require('node:fs')
      const visitAll = async () => {
        for (const name of readdirSync('.').sort()) {
          process.env.NETKEEP_DB = process.cwd() + '/' + name + '/db'
          writeSync(1, name + ':')
          await answerPrompt([])
          writeSync(1, ';')
        }
      }
      visitAll()`
    const { stdout, stderr, error } = spawnSync(process.execPath, ['-e', visit], {
      cwd: folder,
      encoding: 'utf8',
      timeout: 15_000,
    })
    expect([error, stderr]).toEqual([undefined, ''])
    expect(stdout.split(';').filter((part) => !part.endsWith(':'))).toEqual(['good:3\n', ''])
    expect(stdout.split(';')).toHaveLength(names.length + 2)
    expect(readdirSync(folder).filter((name) => !/^(\d{3}|good)$/.test(name))).toEqual([])
  })
})

describe('row 7: whatever a contact is named', () => {
  test('the prompt file has digits only', async () => {
    const program = createProgram()
    for (const name of ['$(touch x)', '%F{red}', '\\[x\\]', '`touch x`', '"; touch x; "']) {
      await program.ok('add', '--every', '1d', '--', name)
    }
    const text = execFileSync('cat', [`${program.db}.prompt`], { encoding: 'utf8' })
    expect(text).toMatch(/^netkeep 1\n(\d{8} \d{1,4}\n)+$/)
    expect(readdirSync(program.folder).sort()).toEqual(['netkeep.db', 'netkeep.db.prompt'])
  })
})
