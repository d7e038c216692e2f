// Runs a TypeScript file on any supported Node: bundles it into node_modules/.cache/netkeep and runs that with the other arguments.
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
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
process.on('exit', () => rmSync(outfile, { force: true }))
process.setSourceMapsEnabled(true)
process.argv = [process.execPath, outfile, ...args]
await import(pathToFileURL(outfile).href)
