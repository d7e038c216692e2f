// Builds the whole program as one CommonJS bundle, so that a start reads one file: dist/netkeep.cjs; and what is typed every day as
// another, smaller one.
// docs/decisions/0001-one-bundle.md says why, with the measurements.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
// By its path: newer versions do not export their package.json.
const driver = path.resolve('node_modules/better-sqlite3')
const driverVersion = JSON.parse(readFileSync(path.join(driver, 'package.json'), 'utf8')).version

/**
 * Version 12 of better-sqlite3: its JavaScript goes into the bundle; its native part stays where npm put it, and is looked for there
 * instead of in the dozen places that the package bindings tries. Where another version is installed than the one built with (npm
 * chooses 13 for newer versions of Node), the installed package is used whole: its two parts belong together.
 */
const inlineDriver = {
  name: 'inline-driver',
  setup({ onResolve, onLoad }) {
    const virtual = (filter, namespace, contents) => {
      onResolve({ filter }, (args) =>
        args.namespace === namespace ? { path: args.path, external: true } : { path: namespace, namespace },
      )
      onLoad({ filter: /.*/, namespace }, () => ({ resolveDir: process.cwd(), contents }))
    }
    const isInlined = driverVersion.startsWith('12.')
    virtual(
      /^better-sqlite3$/,
      'driver',
      isInlined
        ? `
      const folder = require('driver-folder')
      const version = folder && JSON.parse(require('node:fs').readFileSync(folder + '/package.json', 'utf8')).version
      module.exports = version === ${JSON.stringify(driverVersion)}
        ? require(${JSON.stringify(path.join(driver, 'lib/index.js'))})
        : require('better-sqlite3')`
        : "module.exports = require('better-sqlite3')",
    )
    virtual(
      /^bindings$/,
      'bindings',
      `
      module.exports = (name) => {
        const addon = { exports: {} }
        process.dlopen(addon, require('driver-folder') + '/build/Release/' + name)
        return addon.exports
      }`,
    )
    onResolve({ filter: /^better-sqlite3\/package\.json$/ }, ({ path }) => ({ path, external: true }))
    // In a clone, and beside netkeep in a global installation or another project's node_modules.
    virtual(
      /^driver-folder$/,
      'driver-folder',
      `
      const { existsSync } = require('node:fs')
      const near = ['/../node_modules/better-sqlite3', '/../../better-sqlite3'].map((folder) => __dirname + folder)
      const resolve = () => {
        try {
          return require.resolve('better-sqlite3/package.json').slice(0, -'/package.json'.length)
        } catch {
          return undefined
        }
      }
      module.exports = near.find((folder) => existsSync(folder + '/package.json')) ?? resolve()`,
    )
  },
}

/** Modules that a start can do without, and what they cost it otherwise. */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    // 2.5 ms, and a module for what is there anyway.
    onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, ({ path: file }) => {
      const lighter = {
        "const childProcess = require('node:child_process');":
          "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };",
        "const process = require('node:process');": '',
      }
      const replace = (source, [line, instead]) => {
        if (!source.includes(line)) throw new Error(`${file} no longer has the line: ${line}`)
        return source.replace(line, instead)
      }
      return { contents: Object.entries(lighter).reduce(replace, readFileSync(file, 'utf8')) }
    })
    // Loaded when something has to be measured: its expressions over all emoji take 9 ms to build, and most names need none of them.
    onResolve({ filter: /^string-width$/ }, () => ({ path: 'string-width', namespace: 'on-call' }))
    onLoad({ filter: /.*/, namespace: 'on-call' }, () => ({
      contents: "export default (text) => require(__dirname + '/lib/string-width.cjs').default(text)",
    }))
    // Promises for a function that nothing calls: VACUUM INTO makes the copies.
    onLoad({ filter: /better-sqlite3[\\/]lib[\\/]methods[\\/]backup\.js$/ }, () => ({ contents: '' }))
    // The build for browsers has SHA-1 in JavaScript; the one for Node loads node:crypto, which takes 3 ms.
    onResolve({ filter: /^uuid$/ }, () => ({ path: require.resolve('uuid').replace('dist-node', 'dist') }))
  },
}

/** netkeep decides on colours itself (session.ts), so chalk need not look for a terminal. */
const withoutTerminal = {
  name: 'without-terminal',
  setup({ onResolve }) {
    onResolve({ filter: /^#supports-color$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, 'vendor/supports-color/browser.js'),
    }))
  },
}

/** Libraries that only some commands need: each a file of its own beside the bundle, so that the others do not read them. */
const LIBRARIES = {
  chalk: 'chalk',
  chrono: 'chrono-node/en',
  fflate: 'fflate',
  ical: 'ical.js',
  papaparse: 'papaparse',
  'postal-mime': 'postal-mime',
  'smol-toml': 'smol-toml',
  'string-width': 'string-width',
}

const setAside = {
  name: 'set-aside',
  setup({ onResolve, onLoad }) {
    for (const [file, specifier] of Object.entries(LIBRARIES)) {
      onResolve({ filter: new RegExp(`^${specifier}$`) }, () => ({ path: file, namespace: 'set-aside' }))
    }
    onLoad({ filter: /.*/, namespace: 'set-aside' }, ({ path: file }) => ({
      contents: `module.exports = require(__dirname + '/lib/${file}.cjs')`,
    }))
  },
}

/** The table of verbs as it is: completion needs neither commander nor the commands to make it. */
const readyTable = {
  name: 'ready-table',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/]verb-table\.ts$/ }, async ({ path: file }) => ({
      contents: `export const verbTable = async () => (${JSON.stringify(await makeTable(file))})`,
    }))
  },
}

async function makeTable(file) {
  const outfile = path.resolve('dist/verb-table.cjs')
  await build({ ...shared, entryPoints: [file], outfile, packages: 'external' })
  try {
    return await require(outfile).verbTable()
  } finally {
    rmSync(outfile)
  }
}

/** The verbs of the everyday bundle: those that bin/netkeep.cjs loads from it. */
const [, list] = /^const EVERYDAY = \[(.*)\]$/m.exec(readFileSync('bin/netkeep.cjs', 'utf8'))
const everyday = [...list.matchAll(/'(\w+)'/g)].map(([, verb]) => `./commands/${verb}.ts`)

/**
 * In the everyday bundle a command is there from the start, loaded or not: esbuild would put a function around each module that is
 * imported on call, and around all that these import. What waits for a library or a question stays on call.
 */
const everydayOnly = {
  name: 'everyday-only',
  setup({ onLoad }) {
    onLoad({ filter: /src[\\/](verbs|commands[\\/][^\\/]+)\.ts$/ }, ({ path: file }) => {
      const imports = []
      const contents = readFileSync(file, 'utf8').replace(/import\('(\.\/[^']+)'\)/g, (_, module) => {
        if (file.endsWith('verbs.ts') && !everyday.includes(module))
          return `Promise.reject(new Error('${module} is not in the everyday bundle'))`
        imports.push(`import * as onCall${imports.length} from '${module}'`)
        return `Promise.resolve(onCall${imports.length - 1})`
      })
      return { contents: [contents, ...imports].join('\n'), loader: 'ts' }
    })
  },
}

const shared = {
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.17',
  minifyWhitespace: true,
  minifySyntax: true,
  // A stack trace shows the line: it must not be the whole program.
  lineLimit: 160,
  legalComments: 'none',
  logLevel: 'warning',
  loader: { '.bash': 'text', '.zsh': 'text', '.fish': 'text' },
}

/** As a function, which bin/netkeep.cjs can compile as it stands, without making a longer text of it first. */
const asFunction = {
  banner: { js: '(function (exports, require, module, __dirname) {' },
  footer: { js: '})' },
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
const program = {
  ...shared,
  entryPoints: ['src/main.ts'],
  external: ['inquirer', '@inquirer/core'],
  define: { NETKEEP_VERSION: JSON.stringify(version) },
  ...asFunction,
}
await build({ ...program, outfile: 'dist/netkeep.cjs', plugins: [inlineDriver, leaveOut, setAside] })
await build({
  ...program,
  outfile: 'dist/everyday.cjs',
  plugins: [inlineDriver, leaveOut, setAside, everydayOnly],
})
await build({
  ...shared,
  entryPoints: ['src/complete-main.ts'],
  outfile: 'dist/complete.cjs',
  ...asFunction,
  plugins: [inlineDriver, leaveOut, readyTable],
})
await build({ ...shared, entryPoints: ['src/prompt-main.ts'], outfile: 'dist/prompt.cjs' })
// bin/netkeep.cjs reads them as latin1. esbuild escapes what stands in strings, and leaves regular expressions as they are.
for (const name of ['netkeep', 'everyday', 'complete']) {
  const file = `dist/${name}.cjs`
  const asEscape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[\u0080-\uffff]/g, asEscape))
}
for (const [file, specifier] of Object.entries(LIBRARIES)) {
  await build({
    ...shared,
    stdin: { contents: `module.exports = require(${JSON.stringify(specifier)})`, resolveDir: process.cwd() },
    outfile: `dist/lib/${file}.cjs`,
    plugins: [withoutTerminal],
  })
}

// The code cache for this machine's Node. Another machine writes its own at the first start, and so does this one where it fails here,
// which stops nobody from installing: the script says why, and tests hold that there is one.
spawnSync(process.execPath, ['scripts/warm-cache.js'], { stdio: ['ignore', 'ignore', 'inherit'] })
