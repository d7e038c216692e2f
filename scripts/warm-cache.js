// Runs the everyday commands once, in one process, and writes the code cache of each bundle with all that they compiled.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const { bundles, load, writeCache } = createRequire(import.meta.url)('../bin/netkeep.cjs')
const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-build-'))
process.env.NETKEEP_DB = path.join(folder, 'netkeep.db')
process.env.NETKEEP_CONFIG = path.join(folder, 'config.toml')

const commands = [
  ['add', 'Grace Hopper', '--circle', 'close'],
  ['log', 'grace', '-m', 'a note', '--by', 'coffee', '--on', '2020-01-01'],
  ['due'],
  ['due', '--count'],
  ['list'],
  ['show', 'hoper'],
  ['snooze', 'grace', '1w'],
  ['undo'],
  [],
]
const completions = [[''], ['log', '--'], ['log', 'gra'], ['log', '']].map((words) => [
  'complete',
  '--',
  ...words,
])

try {
  await warm(bundles.main, commands)
  await warm(bundles.complete, completions)
} finally {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = 0
}

async function warm(bundle, lines) {
  const { script, main } = load(bundle)
  for (const args of lines) {
    process.argv = [process.argv[0] ?? '', 'netkeep', ...args]
    await main()
  }
  writeCache(bundle, script)
}
