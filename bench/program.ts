/** Starting netkeep, and bare node beside it, as a shell would. */
import { spawnSync } from 'node:child_process'
import { closeSync, cpSync, existsSync, mkdirSync, openSync, rmSync } from 'node:fs'
import path from 'node:path'
import { BENCH_FOLDER } from './networks.ts'

/** What `node` is given. */
export type Arguments = readonly string[]

export const BARE_NODE: Arguments = ['-e', '0']

const SNAPSHOT = path.join(BENCH_FOLDER, 'program')
const OUTPUT = path.join(BENCH_FOLDER, 'output')
const FOUND_OR_NOT: readonly number[] = [0, 3]

/** Copies the built program, so that a build meanwhile cannot disturb, and starts it once: it may write its code cache then. */
export function snapshotProgram(): void {
  if (!existsSync('dist/netkeep.cjs')) throw new Error('There is no dist/netkeep.cjs: npm run build')
  rmSync(SNAPSHOT, { recursive: true, force: true })
  mkdirSync(SNAPSHOT, { recursive: true })
  for (const part of ['bin', 'dist', 'package.json'])
    cpSync(part, path.join(SNAPSHOT, part), { recursive: true, preserveTimestamps: true })
  runOnce(netkeep('--version'), '')
}

export function netkeep(...args: readonly string[]): Arguments {
  return [path.join(SNAPSHOT, 'bin', 'netkeep.cjs'), ...args]
}

/**
 * Runs node with its standard output going to a file, and returns how long that took in ms.
 * @throws Error when it ends with anything but "done" or "no such contact, or several".
 */
export function runOnce(args: Arguments, database: string, program: string = process.execPath): number {
  const output = openSync(OUTPUT, 'w')
  try {
    const started = performance.now()
    const { status, stderr } = spawnSync(program, args, {
      stdio: ['ignore', output, 'pipe'],
      env: environmentFor(database),
    })
    const ms = performance.now() - started
    if (status === null || !FOUND_OR_NOT.includes(status))
      throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
    return ms
  } finally {
    closeSync(output)
  }
}

/** Nothing else of the user's: NODE_EXTRA_CA_CERTS alone costs bare node many milliseconds, NODE_OPTIONS can cost anything. */
function environmentFor(database: string): Record<string, string> {
  const kept = ['PATH', 'HOME', 'LANG', 'TZ', 'SystemRoot'].map((name) => [name, process.env[name]] as const)
  return {
    ...Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== undefined)),
    NETKEEP_DB: database,
    NETKEEP_CONFIG: path.join(BENCH_FOLDER, 'config.toml'),
  }
}
