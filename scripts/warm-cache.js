// Runs the everyday commands once, in one process, and writes the code cache with all that they compiled.
import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import path from 'node:path'

const { load, writeCache } = createRequire(import.meta.url)('../bin/netkeep.cjs')
const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-build-'))
process.env.NETKEEP_DB = path.join(folder, 'netkeep.db')
process.env.NETKEEP_CONFIG = path.join(folder, 'config.toml')

const { script, main } = load()
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
try {
  for (const args of commands) {
    process.argv = [process.argv[0] ?? '', 'netkeep', ...args]
    await main()
  }
  writeCache(script)
} finally {
  rmSync(folder, { recursive: true, force: true })
  process.exitCode = 0
}
