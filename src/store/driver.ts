/** The only file that imports better-sqlite3. The build inlines its JavaScript (docs/decisions/0001-one-bundle.md). */
import Driver from 'better-sqlite3'

export type Database = Driver.Database

/**
 * Opens an existing file. Statements are prepared once for each text and kept: preparing costs more than most of them take to run,
 * and an import runs a few of them a hundred thousand times. So one text is always used in one way, plucked or not.
 */
export function connect(path: string, timeoutMs: number): Database {
  const db = new Driver(path, { timeout: timeoutMs, fileMustExist: true })
  const prepare = db.prepare.bind(db)
  const statements = new Map<string, Driver.Statement>()
  const prepareOnce = (sql: string): Driver.Statement => {
    const statement = statements.get(sql) ?? prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return Object.assign(db, { prepare: prepareOnce })
}
