/** Merging introductions: they pass over, but nobody is introduced to themselves, nor twice to one contact for one purpose. */
import { foldText } from '../domain/match-key.ts'
import type { Database } from './driver.ts'
import { withdrawIntroduction } from './introducing.ts'
import { setPurpose } from './introductions.ts'

interface Row {
  readonly uid: string
  readonly a: string | null
  readonly b: string | null
  readonly introducer: string | null
  readonly purpose: string | null
  readonly touchpoint: string | null
  readonly deleted: number | null
}

const ROWS = `
SELECT id AS uid, a, b, introducer, purpose, touchpoint, deleted FROM introduction
WHERE (a = :contact OR b = :contact OR introducer = :contact)`

export interface JoinedIntroductions {
  /** Those that came over. */
  readonly introductions: number
  /** Those of one of the two to the other: as if they had never been, their touchpoints neither. */
  readonly introducedToItself: number
  /** Those that were under way a second time: the further one stays. */
  readonly introducedTwice: number
}

/** Introductions pass over as they are: their ids are known to whoever types them. */
export function joinIntroductions(db: Database, into: string, from: string): JoinedIntroductions {
  const rows = db.prepare(`${ROWS} ORDER BY id`).all({ contact: from }) as Row[]
  const isOfBoth = ({ a, b, introducer }: Row): boolean => [a, b, introducer].includes(into)
  const toItself = rows.filter((row) => isOfBoth(row) && row.deleted === null)
  for (const row of toItself) withdrawIntroduction(db, row)
  const pass = db.prepare('UPDATE introduction SET a = ?, b = ?, introducer = ? WHERE id = ?')
  const passed = new Set<string>()
  for (const row of rows) {
    if (isOfBoth(row)) continue
    const { uid, a, b, introducer, deleted } = row
    pass.run(...[a, b, introducer].map((contact) => (contact === from ? into : contact)), uid)
    if (deleted === null) passed.add(uid)
  }
  const twice = withdrawSecond(db, into, passed)
  return {
    introductions: passed.size - twice.filter((uid) => passed.has(uid)).length,
    introducedToItself: toItself.length,
    introducedTwice: twice.length,
  }
}

/** Of those under way between the same, for the same purpose or none, the furthest stays. Returns the uids of the others. */
function withdrawSecond(db: Database, contact: string, passed: ReadonlySet<string>): readonly string[] {
  const underWay = db
    .prepare(
      `${ROWS} AND deleted IS NULL AND met_on IS NULL AND outcome_on IS NULL ORDER BY made_on IS NULL, agreed_on IS NULL, id`,
    )
    .all({ contact }) as Row[]
  const kept = new Map<string, Map<string, string>>()
  const second: string[] = []
  for (const row of underWay) {
    const parties = `${[row.a, row.b].sort()} ${row.introducer}`
    const byPurpose = kept.get(parties) ?? new Map<string, string>()
    kept.set(parties, byPurpose)
    const purpose = foldText(row.purpose ?? '')
    const same = purpose === '' ? [...byPurpose.values()][0] : (byPurpose.get(purpose) ?? byPurpose.get(''))
    if (same === undefined || !(passed.has(same) || passed.has(row.uid))) {
      byPurpose.set(purpose, row.uid)
      continue
    }
    if (row.purpose !== null && !byPurpose.has(purpose)) {
      setPurpose(db, same, row.purpose)
      byPurpose.delete('')
      byPurpose.set(purpose, same)
    }
    withdrawIntroduction(db, row)
    second.push(row.uid)
  }
  return second
}
