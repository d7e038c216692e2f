// Runs a TypeScript file on any supported Node: bundles it into node_modules/.cache/netkeep and runs that with the other arguments.
import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { build } from 'esbuild'

const [file, ...args] = process.argv.slice(2)
if (file === undefined) throw new Error('usage: node scripts/run-ts.js FILE.ts [ARGUMENT…]')

const folder = path.resolve('node_modules/.cache/netkeep')
const outfile = path.join(folder, `${path.basename(file, '.ts')}-${process.pid}.mjs`)
mkdirSync(folder, { recursive: true })
await build({
  entryPoints: [file],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20.17',
  sourcemap: 'inline',
  logLevel: 'warning',
  external: ['better-sqlite3', 'inquirer', 'esbuild'],
})
// In a process of its own: a benchmark must be small, as the larger a process is, the longer it takes to start another.
const { status } = spawnSync(process.execPath, ['--enable-source-maps', outfile, ...args], {
  stdio: 'inherit',
})
rmSync(outfile, { force: true })
process.exitCode = status ?? 1
