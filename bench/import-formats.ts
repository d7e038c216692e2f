/** Importing vCards and mail into an empty database, and the memory that a large file takes. */
import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { writeMbox, writePhotos, writeVcards } from './formats.ts'
import { makeEmpty } from './import.ts'
import { peakOf } from './memory.ts'
import { BENCH_FOLDER } from './networks.ts'
import { netkeep, runOnce } from './program.ts'
import type { Row } from './table.ts'

const CARDS = 10_000
const MESSAGES = 20_000
const PHOTO_BYTES = 100_000_000
const MEMORY_GOAL_MB = 150
const OWN = 'me@mail.example'
const RUNS = 3

export function benchFormats(): readonly Row[] {
  mkdirSync(BENCH_FOLDER, { recursive: true })
  const database = path.join(BENCH_FOLDER, 'formats.db')
  const [cards, mail, photos] = ['contacts.vcf', 'mail.mbox', 'photos.vcf'].map((name) =>
    path.join(BENCH_FOLDER, name),
  ) as [string, string, string]
  writeVcards(cards, CARDS)
  writeMbox(mail, MESSAGES, OWN)
  writePhotos(photos, PHOTO_BYTES)
  const empty = (): void => {
    makeEmpty(database)
    runOnce(netkeep('config', 'set', 'own-addresses', OWN), database)
  }
  const timed = (what: string, ...args: readonly string[]): Row => {
    const samples = Array.from({ length: RUNS }, () => {
      empty()
      return runOnce(netkeep('import', ...args, '--quiet'), database)
    })
    return { what, samples }
  }
  const rows: readonly Row[] = [
    timed('10,000 vCards', cards),
    timed('mbox of 20,000 messages, all new contacts', mail, '--new-from', '1'),
    timed('100 MB of vCards with photos', photos),
  ]
  empty()
  const mb = peakOf(netkeep('import', photos, '--quiet'), database, 1) / 1024
  rmSync(photos)
  return [...rows, { what: 'memory of 100 MB with photos', figure: mb, unit: 'MB', goal: MEMORY_GOAL_MB }]
}
