// Builds dist/netkeep.cjs: the whole program as one CommonJS bundle, so that a start reads one file.
// docs/decisions/0001-one-bundle.md says why, with the measurements.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const driver = path.dirname(require.resolve('better-sqlite3/package.json'))
const driverVersion = JSON.parse(readFileSync(path.join(driver, 'package.json'), 'utf8')).version

/**
 * better-sqlite3's JavaScript goes into the bundle; its native part stays where npm put it. Where another version is installed than
 * the one built with, the installed package is used whole.
 */
const inlineDriver = {
  name: 'inline-driver',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^better-sqlite3$/ }, () => ({ path: 'better-sqlite3', namespace: 'driver' }))
    onLoad({ filter: /.*/, namespace: 'driver' }, () => ({
      resolveDir: process.cwd(),
      contents: `
        const isSame = require('better-sqlite3/package.json').version === ${JSON.stringify(driverVersion)}
        module.exports = isSame ? require(${JSON.stringify(path.join(driver, 'lib/index.js'))}) : require('better-sqlite3/lib/index.js')`,
    }))
    onResolve({ filter: /^better-sqlite3\/(package\.json|lib\/index\.js)$/ }, ({ path }) => ({ path, external: true }))
    // Looks where npm puts it, instead of in the dozen places that the package bindings tries.
    onResolve({ filter: /^bindings$/ }, () => ({ path: 'bindings', namespace: 'bindings' }))
    onLoad({ filter: /.*/, namespace: 'bindings' }, () => ({
      contents: `
        const folder = require('node:path').dirname(require.resolve('better-sqlite3/package.json'))
        module.exports = (name) => require(folder + '/build/Release/' + name)`,
    }))
  },
}

/** Modules that a start can do without, and what they cost it: child_process 2.5 ms (commander), tty and os (chalk). */
const leaveOut = {
  name: 'leave-out',
  setup({ onResolve, onLoad }) {
    onLoad({ filter: /commander[\\/]lib[\\/]command\.js$/ }, ({ path: file }) => {
      const eager = "const childProcess = require('node:child_process');"
      const source = readFileSync(file, 'utf8')
      if (!source.includes(eager)) throw new Error(`${file} no longer has the line that is made lazy`)
      return {
        contents: source.replace(eager, "const childProcess = { spawn: (...args) => require('node:child_process').spawn(...args) };"),
      }
    })
    // netkeep decides on colours itself (session.ts), so chalk need not look for a terminal.
    onResolve({ filter: /^#supports-color$/ }, ({ resolveDir }) => ({
      path: path.join(resolveDir, 'vendor/supports-color/browser.js'),
    }))
    // The build for browsers has SHA-1 in JavaScript; the one for Node loads node:crypto, which takes 3 ms.
    onResolve({ filter: /^uuid$/ }, () => ({ path: require.resolve('uuid').replace('dist-node', 'dist') }))
  },
}

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/netkeep.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.17',
  legalComments: 'none',
  logLevel: 'warning',
  external: ['inquirer'],
  define: { NETKEEP_VERSION: JSON.stringify(version) },
  plugins: [inlineDriver, leaveOut],
})
