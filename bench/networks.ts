/** The generated networks, kept in .bench/ until the day, the schema or what is generated changes. */
import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { CalendarDate } from '../src/domain/calendar-date.ts'
import { FINGERPRINT } from '../src/store/migrations.ts'

export const BENCH_FOLDER: string = path.resolve('.bench')

/** To be raised when the same size is generated with other contents. */
const GENERATION = 5

export interface Size {
  readonly contacts: number
  readonly touchpoints: number
}

/** The file with a network of that size. Not to be written to: copy it. */
export function networkOf({ contacts, touchpoints }: Size): string {
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const name = `network-${contacts}-${touchpoints}`
  const file = path.join(BENCH_FOLDER, `${name}-${today()}-${FINGERPRINT}-${GENERATION}.db`)
  if (existsSync(file)) return file
  for (const old of readdirSync(BENCH_FOLDER))
    if (old.startsWith(`${name}-`)) rmSync(path.join(BENCH_FOLDER, old))
  const started = Date.now()
  process.stderr.write(`Generating ${contacts} contacts with ${touchpoints} touchpoints… `)
  const draft = path.join(BENCH_FOLDER, `${name}-draft.db`)
  // In another process: this one has to stay small, or starting a program would take it three times as long.
  const maker = [
    'scripts/run-ts.js',
    'bench/make-network.ts',
    draft,
    `${contacts}`,
    `${touchpoints}`,
    today(),
  ]
  const { status } = spawnSync(process.execPath, maker, { stdio: 'inherit' })
  if (status !== 0) throw new Error('no network could be made')
  renameSync(draft, file)
  process.stderr.write(`${((Date.now() - started) / 1000).toFixed(0)} s\n`)
  return file
}

/** A copy that may be written to; the same place each time. */
export function copyOf(network: string): string {
  const copy = path.join(BENCH_FOLDER, 'copy.db')
  copyFileSync(network, copy)
  return copy
}

/** The local day. */
export function today(): CalendarDate {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 10) as CalendarDate
}
