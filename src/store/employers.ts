/** Employers, as contacts name them: under the key of domain/organization-key.ts. */
import { wordsOf } from '../domain/match-key.ts'
import { organizationKeyOf } from '../domain/organization-key.ts'
import type { Database } from './driver.ts'

/** Above every letter. */
const AFTER_ALL = '\u{10ffff}'

/** Whether anybody works or worked there. */
export function isEmployer(db: Database, key: string): boolean {
  const find = db.prepare(
    "SELECT 1 FROM match_key WHERE kind IN ('employer', 'former-employer') AND key = ? LIMIT 1",
  )
  return key !== '' && find.get(key) !== undefined
}

/** Keys of employers in whose name each of these words is a word or the beginning of one, in order; `the` and `Inc.` say nothing. */
export function findEmployers(db: Database, typed: string): readonly string[] {
  const words = wordsOf(organizationKeyOf(typed))
  if (words.length === 0) return []
  const holds = words.map(() => "instr(' ' || key, ?) > 0").join(' AND ')
  return db
    .prepare(
      `SELECT DISTINCT key FROM match_key WHERE kind IN ('employer', 'former-employer') AND ${holds} ORDER BY key`,
    )
    .pluck()
    .all(...words.map((word) => ` ${word}`)) as string[]
}

/** Who worked for one of these employers, by their keys. */
export function formerStaffAt(db: Database, keys: readonly string[]): readonly string[] {
  const find = db.prepare("SELECT contact FROM match_key WHERE kind = 'former-employer' AND key = ?").pluck()
  return [...new Set(keys.flatMap((key) => find.all(key) as string[]))]
}

const SPELLINGS: readonly string[] = [
  `SELECT c.organization AS name, count(*) AS times FROM match_key k CROSS JOIN contact c ON c.id = k.contact
   WHERE k.kind = 'employer' AND k.key = ? GROUP BY c.organization ORDER BY times DESC, name`,
  `SELECT j.organization AS name, count(*) AS times FROM match_key k CROSS JOIN contact_job j ON j.contact = k.contact
   WHERE k.kind = 'former-employer' AND k.key = ? AND j.deleted IS NULL GROUP BY j.organization ORDER BY times DESC, name`,
]

/** The employer as most who work there spell it, else as those who did; undefined where nobody is known to. */
export function spellingOf(db: Database, key: string): string | undefined {
  for (const spellings of SPELLINGS) {
    const names = db.prepare(spellings).pluck().all(key) as (string | null)[]
    const name = names.find((spelt) => spelt !== null && organizationKeyOf(spelt) === key)
    if (name != null) return name
  }
  return undefined
}

/** The same, or the key itself. */
export function employerName(db: Database, key: string): string {
  return spellingOf(db, key) ?? key
}

/** Employers whose name begins so, each as somebody there spells it; for completion. */
export function listEmployers(db: Database, beginning: string, most: number): readonly string[] {
  const from = wordsOf(beginning).join(' ')
  return db
    .prepare(
      `SELECT c.organization FROM (
         SELECT key, min(contact) AS contact FROM match_key WHERE kind = 'employer' AND key >= ? AND key < ? GROUP BY key LIMIT ?) k
       JOIN contact c ON c.id = k.contact`,
    )
    .pluck()
    .all(from, from + AFTER_ALL, most) as string[]
}
