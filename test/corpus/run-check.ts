/** Reads every file that a folder's manifest.json names, and compares what is asserted of them. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../../src/errors.ts'
import { readFiles } from '../../src/formats/read-files.ts'
import { sourceOf } from '../../src/formats/source.ts'
import { type Check, type Checked, compare, type Entry, OPTIONS } from './check.ts'
import { checkLinkedin } from './csv-check.ts'
import { checkVcard } from './vcard-check.ts'

/** A share of right fields below this is a failure. */
const WANTED = 0.99
const MOST_MS_PER_MB = 1000
/** What an archive unpacks to is not seen here. */
const LEAST_MS = 5000

/** The checks of what is asserted; a file without any must only be read, or refused in words. */
const CHECKS: readonly { readonly of: (entry: Entry) => boolean; readonly check: Check }[] = [
  { of: ({ format }) => format === 'vcard', check: checkVcard },
  { of: isConnections, check: checkLinkedin },
]

function isConnections({ format, file }: Entry): boolean {
  return format === 'csv' && file.includes('linkedin') && /connections\.csv$/i.test(file)
}

export interface CorpusReport {
  /** A line a folder, then one in all, then one for each wrong field. */
  readonly lines: readonly string[]
  readonly isGoodEnough: boolean
}

/** @throws Error where the folder has no manifest.json */
export async function runCheck(folder: string): Promise<CorpusReport> {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as readonly Entry[]
  const folders = new Map<string, { right: number; asserted: number }>()
  const wrong: string[] = []
  for (const entry of manifest) {
    const place = path.dirname(entry.file)
    const sum = folders.get(place) ?? { right: 0, asserted: 0 }
    folders.set(place, sum)
    for (const field of await checkFile(folder, entry)) {
      sum.asserted++
      if (field.isRight) sum.right++
      else wrong.push(`${entry.file}: ${field.what} ${field.found}`)
    }
  }
  const [right, asserted] = [total(folders, 'right'), total(folders, 'asserted')]
  const lines = [...folders].map(([place, sum]) => lineOf(place, sum.right, sum.asserted))
  return {
    lines: [...lines, lineOf('all', right, asserted), ...wrong],
    isGoodEnough: asserted > 0 && right / asserted >= WANTED,
  }
}

function total(
  folders: ReadonlyMap<string, { right: number; asserted: number }>,
  key: 'right' | 'asserted',
): number {
  return [...folders.values()].reduce((sum, folder) => sum + folder[key], 0)
}

function lineOf(place: string, right: number, asserted: number): string {
  const share = asserted === 0 ? '' : ` (${((100 * right) / asserted).toFixed(1)}%)`
  return `${place}: ${right}/${asserted} fields right${share}`
}

async function checkFile(folder: string, entry: Entry): Promise<readonly Checked[]> {
  const file = path.join(folder, entry.file)
  const bytes = new Uint8Array(readFileSync(file))
  const check = CHECKS.find(({ of }) => of(entry))?.check
  return [
    ...(await readOrRefused(file, bytes)),
    ...(check === undefined ? [] : await told(check(entry, file, bytes))),
  ]
}

/** As `netkeep import` reads it: an answer or a refusal in words, in time, and every row that was left out with its line and why. */
async function readOrRefused(file: string, bytes: Uint8Array): Promise<readonly Checked[]> {
  const started = performance.now()
  const ended = (found: string): readonly Checked[] => {
    const isInTime = performance.now() - started <= Math.max(LEAST_MS, (MOST_MS_PER_MB * bytes.length) / 1e6)
    return [{ what: 'is read', isRight: found === '' && isInTime, found: found || 'but too slowly' }]
  }
  try {
    const read = await readFiles([{ ...sourceOf(file, bytes), isNamed: true }], {
      ...OPTIONS,
      format: undefined,
      map: undefined,
      mapFor: () => undefined,
    })
    const unplaced = [...read.bad, ...read.skipped, ...(read.partial ?? [])].filter(
      ({ source, reason }) => source.line < 1 || source.file === '' || reason === '',
    )
    return ended(unplaced.length === 0 ? '' : 'with a report that names no line or no reason')
  } catch (error) {
    return ended(error instanceof UserError && error.message !== '' ? '' : `with a crash: ${String(error)}`)
  }
}

async function told(check: Promise<readonly Checked[]>): Promise<readonly Checked[]> {
  try {
    return await check
  } catch (error) {
    return [compare('asserted fields', String(error), 'read')]
  }
}
