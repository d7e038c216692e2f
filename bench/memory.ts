/** Peak memory of a process: the largest resident set it ever had. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BENCH_FOLDER, networkOf, type Size } from './networks.ts'
import { type Arguments, BARE_NODE, netkeep, runOnce } from './program.ts'
import { median } from './rounds.ts'
import type { Row } from './table.ts'

const DUE_GOAL = 1.4
const RUNS = 7
const GNU_TIME = '/usr/bin/time'
const RESULT = path.join(BENCH_FOLDER, 'peak')

export function benchMemory(size: Size): readonly Row[] {
  const network = networkOf(size)
  const bare = peakOf(BARE_NODE, network)
  const row = (what: string, args: readonly string[], goal?: number): Row => {
    const peak = peakOf(netkeep(...args), network)
    return { what: `memory of ${what}`, time: formatMb(peak), figure: peak / bare, goal }
  }
  return [
    { what: 'memory of bare node', time: formatMb(bare), figure: 1 },
    row('due --limit 50', ['due', '--limit', '50'], DUE_GOAL),
    row('due', ['due'], DUE_GOAL),
    row('list', ['list']),
  ]
}

/** The median of some runs, in kB. */
export function peakOf(args: Arguments, database: string, runs: number = RUNS): number {
  return median(Array.from({ length: runs }, () => onePeak(args, database)))
}

/**
 * On Linux the child of a large process would inherit that one's peak: GNU time starts it from a small one. Elsewhere the process
 * tells of itself, at the price of a line of JavaScript.
 */
function onePeak(args: Arguments, database: string): number {
  if (process.platform === 'linux' && existsSync(GNU_TIME)) {
    runOnce(['--format', '%M', '--output', RESULT, '--quiet', process.execPath, ...args], database, GNU_TIME)
  } else {
    const teller = path.join(BENCH_FOLDER, 'peak.cjs')
    const write = `require('node:fs').writeFileSync(${JSON.stringify(RESULT)}, String(process.resourceUsage().maxRSS))`
    writeFileSync(teller, `process.on('exit', () => ${write})\n`)
    runOnce(['--require', teller, ...args], database)
  }
  return Number(readFileSync(RESULT, 'utf8'))
}

function formatMb(kb: number): string {
  return `${(kb / 1024).toFixed(1)} MB`
}
