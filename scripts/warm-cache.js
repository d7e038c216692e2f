// Runs the everyday commands once, so that each leaves its code cache beside the bundle: with something for each section of `due`, since
// what a command did not need the first time is compiled again at every start.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-build-'))
const env = {
  PATH: process.env['PATH'],
  TZ: process.env['TZ'],
  NETKEEP_DB: path.join(folder, 'netkeep.db'),
  NETKEEP_CONFIG: path.join(folder, 'config.toml'),
}
const now = new Date()
const [month, day] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'))
const commands = [
  ['add', 'Grace Hopper', '--circle', 'close'],
  ['add', 'Ada Lovelace', '--circle', 'inner'],
  ['log', 'grace', '-m', 'a note', '--by', 'coffee', '--on', '2020-01-01'],
  ['log', 'ada', '--on', '2020-01-01'],
  ['promise', 'add', 'grace', 'send the paper', '--on', 'today'],
  ['date', 'add', 'grace', 'birthday', `--on=--${month}-${day}`],
  ['group', 'add', 'Zürich circle', '--every', '1m', '--with', 'ada,grace'],
  ['group', 'add', 'Kyōto circle', '--every', '1w', '--with', 'grace'],
  ['group', 'log', 'Zürich', '--all', '--on', '2020-01-01'],
  ['group', 'log', 'Kyōto', '--all', '--on', '2020-01-01'],
  ['event', 'add', 'A conference', '--on', 'today'],
  ['due', '--limit', '50'],
  ['list'],
  ['show', 'hoper'],
  ['snooze', 'grace', '1w'],
  ['gave', 'grace', 'article'],
  ['promise', 'list'],
  ['brief', 'grace'],
  ['today'],
  ['complete', '--', 'log', 'gra'],
  ['undo'],
  [],
]

/** @throws Error where it does not end well: then it leaves no cache, nor what the commands after it are to show. */
function run(args) {
  const { status, stderr, error } = spawnSync(process.execPath, ['bin/netkeep.cjs', ...args], {
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  if (status !== 0) throw new Error(`netkeep ${args.join(' ')}: ${error?.message ?? stderr.trimEnd()}`)
}

try {
  commands.forEach(run)
} catch ({ message }) {
  process.stderr.write(`No code cache, as this failed: ${message}\n`)
  process.exitCode = 1
} finally {
  rmSync(folder, { recursive: true, force: true })
}
