/** What was told of two contacts that links them: relations, who introduced whom to the user, the user's own introductions. */
import type { Tie } from '../domain/door.ts'
import type { TieTo } from '../domain/path.ts'
import { inverseOf } from '../domain/relation.ts'
import type { Database } from './driver.ts'

/** Ties from anybody to these contacts. */
export function tiesTo(db: Database, contacts: readonly string[]): readonly TieTo[] {
  const given = JSON.stringify(contacts)
  return [
    ...relationsTo(db, given),
    ...introducersTo(db, given),
    ...introductionsTo(db, given, new Set(contacts)),
  ]
}

/** CROSS JOIN keeps SQLite from going through all there are. */
const RELATIONS = `
SELECT r.b AS "from", r.a AS "to", r.kind, 1 AS is_turned FROM json_each(:given) g CROSS JOIN relation r ON r.a = g.value WHERE r.deleted IS NULL
UNION ALL
SELECT r.a, r.b, r.kind, 0 FROM json_each(:given) g CROSS JOIN relation r ON r.b = g.value WHERE r.deleted IS NULL`

interface RelationRow {
  readonly from: string | null
  readonly to: string
  readonly kind: string | null
  readonly is_turned: number
}

function relationsTo(db: Database, given: string): readonly TieTo[] {
  const rows = db.prepare(RELATIONS).all({ given }) as RelationRow[]
  return rows.flatMap(({ from, to, kind, is_turned }) => {
    if (from === null || kind === null) return []
    const relation = is_turned === 1 ? inverseOf(kind) : kind
    return [{ from, to, tie: { kind: 'relation', relation } }]
  })
}

const INTRODUCERS = `
SELECT c.introduced_by AS "from", c.id AS "to", 'introduced-you' AS kind FROM json_each(:given) g CROSS JOIN contact c ON c.id = g.value
WHERE c.introduced_by IS NOT NULL
UNION ALL
SELECT c.id, c.introduced_by, 'introduced-by' FROM json_each(:given) g CROSS JOIN contact c ON c.introduced_by = g.value`

function introducersTo(db: Database, given: string): readonly TieTo[] {
  const rows = db.prepare(INTRODUCERS).all({ given }) as {
    from: string
    to: string
    kind: 'introduced-you' | 'introduced-by'
  }[]
  return rows.map(({ from, to, kind }) => ({ from, to, tie: { kind } }))
}

/** Nobody has met through one that was declined; once it was made, both know of each other. */
const introductionsWith = (column: 'a' | 'b' | 'introducer'): string => `
SELECT i.id, i.a, i.b, i.introducer, iif(i.declined_on IS NULL, coalesce(i.outcome_on, i.met_on), NULL) AS met_on, i.made_on
FROM json_each(:given) g CROSS JOIN introduction i ON i.${column} = g.value
WHERE i.deleted IS NULL AND (i.declined_on IS NULL OR i.made_on IS NOT NULL)`
const INTRODUCTIONS = (['a', 'b', 'introducer'] as const).map(introductionsWith).join(' UNION ')

interface IntroductionRow {
  readonly a: string | null
  readonly b: string | null
  readonly introducer: string | null
  readonly met_on: string | null
  readonly made_on: string | null
}

/** Whoever introduces two to each other, or one to the user, knows both. */
function introductionsTo(db: Database, given: string, contacts: ReadonlySet<string>): readonly TieTo[] {
  const rows = db.prepare(INTRODUCTIONS).all({ given }) as IntroductionRow[]
  return rows.flatMap((row) => tiesOf(row).filter(({ to }) => contacts.has(to)))
}

function tiesOf({ a, b, introducer, met_on, made_on }: IntroductionRow): readonly TieTo[] {
  const state = met_on !== null ? 'met' : made_on !== null ? 'made' : 'offered'
  const between: Tie = { kind: 'introduction', state }
  const [there, back]: readonly [Tie, Tie] =
    state === 'offered'
      ? [{ kind: 'offers-you' }, { kind: 'offered-by' }]
      : [{ kind: 'introduced-you' }, { kind: 'introduced-by' }]
  return [
    ...bothWays(a, b, between, between),
    ...[a, b].flatMap((one) => bothWays(introducer, one, there, back)),
  ]
}

function bothWays(from: string | null, to: string | null, there: Tie, back: Tie): readonly TieTo[] {
  if (from === null || to === null || from === to) return []
  return [
    { from, to, tie: there },
    { from: to, to: from, tie: back },
  ]
}
