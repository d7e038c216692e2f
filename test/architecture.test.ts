import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'

/**
 * Which folder may import which: `main → cli → commands → { store, formats, render, shell, demo } → domain → errors`. A file directly
 * in src is a layer of its own. docs/architecture.md tells why.
 */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  main: ['cli', 'context', 'default-folders', 'local-time', 'prompter', 'render'],
  'complete-main': ['complete', 'default-folders', 'local-time', 'verb-table'],
  complete: ['context', 'database-path', 'domain', 'render', 'shell', 'store'],
  'verb-table': ['commands', 'config', 'shell', 'verbs'],
  'prompt-main': ['database-path', 'default-folders', 'domain', 'local-time', 'shell'],
  'default-folders': ['context', 'errors'],
  'database-path': ['context', 'errors'],
  'local-time': [],
  cli: ['commands', 'context', 'errors', 'render', 'session', 'store', 'system-errors', 'verbs'],
  'system-errors': ['errors'],
  verbs: ['commands', 'session'],
  commands: [
    'commands',
    'config',
    'context',
    'database-path',
    'demo',
    'domain',
    'errors',
    'formats',
    'machine-settings',
    'prompter',
    'render',
    'session',
    'shell',
    'store',
  ],
  session: ['context', 'database-path', 'domain', 'errors', 'machine-settings', 'render', 'store'],
  'machine-settings': ['config', 'context', 'errors', 'formats'],
  config: ['domain', 'errors'],
  context: ['prompter'],
  prompter: ['errors', 'key-prompt'],
  'key-prompt': ['render'],
  demo: ['demo', 'domain', 'store'],
  store: ['domain', 'errors', 'store'],
  shell: ['domain', 'errors', 'shell'],
  formats: ['domain', 'errors', 'formats'],
  render: ['domain', 'errors', 'render'],
  domain: ['domain', 'errors'],
  errors: [],
}

/** Each run-time library has one file that imports it. */
const LIBRARY_HOMES: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['store/driver.ts'],
  chalk: ['render/style.ts'],
  'chrono-node/en': ['domain/chrono-date.ts'],
  commander: ['cli.ts', 'commands/', 'verb-table.ts', 'verbs.ts'],
  dayjs: ['domain/calendar-date.ts'],
  'dayjs/plugin/utc.js': ['domain/calendar-date.ts'],
  'env-paths': ['default-folders.ts'],
  fflate: ['formats/zip.ts'],
  'ical.js': ['formats/calendar/'],
  '@inquirer/core': ['key-prompt.ts'],
  inquirer: ['prompter.ts'],
  papaparse: ['formats/csv.ts'],
  'postal-mime': ['formats/mail/'],
  'smol-toml': ['formats/toml.ts'],
  'string-width': ['render/text-width.ts'],
  uuid: ['store/ids.ts'],
}

const files = (readdirSync('src', { recursive: true, encoding: 'utf8' }) as string[])
  .filter((file) => file.endsWith('.ts'))
  .map((file) => ({ file, text: readFileSync(path.join('src', file), 'utf8') }))

const layerOf = (file: string): string => file.split('/')[0]?.replace(/\.ts$/, '') ?? ''
const importsOf = (text: string): readonly string[] =>
  [...text.matchAll(/^(?:import|(?:import|export|\}).* from) '([^'\n]+)'$|import\('([^'\n]+)'\)/gm)].map(
    ([, fixed, lazy]) => fixed ?? lazy ?? '',
  )

test('every import follows the layers', () => {
  const wrong = files.flatMap(({ file, text }) =>
    importsOf(text)
      .filter((specifier) => specifier.startsWith('.'))
      .map((specifier) => path.join(path.dirname(file), specifier))
      .filter((target) => !MAY_IMPORT[layerOf(file)]?.includes(layerOf(target)))
      .map((target) => `${file} imports ${target}`),
  )
  expect(wrong).toEqual([])
})

test('verbs never import one another', () => {
  const verbs = [...readFileSync('src/verbs.ts', 'utf8').matchAll(/'\.\/commands\/([\w-]+)\.ts'/g)].map(
    ([, name]) => `./${name}.ts`,
  )
  const wrong = files
    .filter(({ file }) => layerOf(file) === 'commands')
    .flatMap(({ file, text }) =>
      [...text.matchAll(/^import (?!type).*'(\.\/[\w-]+\.ts)'/gm)]
        .filter(([, specifier]) => verbs.includes(specifier ?? ''))
        .map(([line]) => `${file}: ${line}`),
    )
  expect(wrong).toEqual([])
})

test('each library is imported in one place', () => {
  const wrong = files.flatMap(({ file, text }) =>
    importsOf(text)
      .filter((specifier) => !specifier.startsWith('.') && !specifier.startsWith('node:'))
      .filter((specifier) => !LIBRARY_HOMES[specifier]?.some((home) => file.startsWith(home)))
      .map((specifier) => `${file} imports ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test('the domain is pure: no clock, no process, no module of Node', () => {
  // A Date made of a given day is no clock.
  const wrong = files
    .filter(({ file }) => layerOf(file) === 'domain')
    .filter(({ text }) => /\bnew Date(?!\(\S)|\bDate\.now\b|\bprocess\.|'node:|Math\.random/.test(text))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('only the process edges name process', () => {
  const edges = ['main.ts', 'prompt-main.ts', 'complete-main.ts']
  const wrong = files.filter(({ file, text }) => !edges.includes(file) && /\bprocess\.\w/.test(text))
  expect(wrong.map(({ file }) => file)).toEqual([])
})

test('no file is longer than 300 lines, and none is named for nothing', () => {
  const wrong = files.filter(
    ({ file, text }) =>
      text.split('\n').length > 301 || /(^|\/)(utils?|helpers?|common|types|misc)(\/|\.ts$)/.test(file),
  )
  expect(wrong.map(({ file }) => file)).toEqual([])
})
