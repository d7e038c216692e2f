/** Vitest's global setup: builds the program once where nobody has, for the tests that run it. */
import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

export function setup(): void {
  if (existsSync('dist/netkeep.cjs')) return
  const { status, stderr } = spawnSync(process.execPath, ['scripts/build.js'], { encoding: 'utf8' })
  if (status !== 0) throw new Error(`The build failed: ${stderr}`)
}
