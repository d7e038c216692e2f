/** How SQLite would run what is asked of it. */
import type { Store } from '../../src/store/open.ts'

/** The steps of the plan of each statement that `run` prepares, in order. */
export function plansOf({ db }: Store, run: () => void): readonly string[] {
  const prepare = db.prepare.bind(db)
  const statements = new Set<string>()
  const keepText = (sql: string): ReturnType<typeof prepare> => {
    statements.add(sql)
    return prepare(sql)
  }
  Object.assign(db, { prepare: keepText })
  try {
    run()
  } finally {
    Object.assign(db, { prepare })
  }
  return [...statements].flatMap((sql) => {
    const rows = prepare(`EXPLAIN QUERY PLAN ${sql.replace(/:[a-z]+|\?/gi, 'NULL')}`).all()
    return (rows as { detail: string }[]).map(({ detail }) => detail)
  })
}
