// Builds dist/netkeep.cjs: the whole program as one CommonJS bundle, so that a start reads one file.
// docs/decisions/0001-one-bundle.md says why, with the measurements.
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { build } from 'esbuild'

const require = createRequire(import.meta.url)
const { version } = JSON.parse(readFileSync('package.json', 'utf8'))
const sqlite = JSON.parse(readFileSync(require.resolve('better-sqlite3/package.json'), 'utf8'))

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
await build({
  entryPoints: ['src/main.ts'],
  outfile: 'dist/netkeep.cjs',
  bundle: true,
  platform: 'node',
  format: 'cjs',
  target: 'node20.17',
  minify: false,
  legalComments: 'none',
  logLevel: 'warning',
  external: ['inquirer'],
  define: {
    NETKEEP_VERSION: JSON.stringify(version),
    SQLITE_DRIVER_VERSION: JSON.stringify(sqlite.version),
  },
})
