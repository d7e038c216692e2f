/** Circles and settings of a snapshot. */
import { foldText } from '../domain/match-key.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import type { Database } from './driver.ts'
import { rowWriter } from './snapshot-put.ts'

/**
 * In a database in which nothing was done yet the circles and settings of the file take the place of those it began with; a file without
 * circles leaves them. Elsewhere those that are there stay as they are, and others are added.
 * @returns how many circles and settings came with the file.
 */
export function applyCirclesAndSettings(
  db: Database,
  { circles, settings }: Pick<Snapshot, 'circles' | 'settings'>,
  isFresh: boolean,
): { readonly circles: number; readonly settings: number } {
  const given = firstOfEachName(circles)
  let came = 0
  if (isFresh && given.length > 0) {
    removeOthers(db, given)
    const change = db.prepare(
      `UPDATE circle SET name = :name, interval = :interval, deleted = NULL
       WHERE id = :uid AND (name IS NOT :name OR interval IS NOT :interval OR deleted IS NOT NULL)`,
    )
    for (const circle of given) came += change.run(circle).changes
  }
  const names = new Set(liveNames(db))
  const circle = rowWriter(db, 'circle', ['name', 'interval'])
  for (const { uid, name, interval } of given)
    if (!names.has(foldText(name)) && circle.put(uid, name, interval) === 'created') came++
  const known = new Set(liveNames(db))
  const setting = rowWriter(db, 'setting', ['value'])
  // A setting that was taken back to its default is set, too.
  const added = settings.filter(
    ({ name, value }) =>
      (name !== 'default-circle' || known.has(foldText(value))) && setting.put(name, value) === 'created',
  )
  return { circles: came, settings: added.length }
}

/** Names that differ in their case are one; contacts of the others are in the first, by its name. */
function firstOfEachName(circles: Snapshot['circles']): Snapshot['circles'] {
  const names = new Set<string>()
  return circles.filter(({ name }) => {
    const key = foldText(name)
    const isFirst = !names.has(key)
    names.add(key)
    return isFirst
  })
}

function removeOthers(db: Database, circles: Snapshot['circles']): void {
  const uids = JSON.stringify(circles.map(({ uid }) => uid))
  db.prepare(
    'UPDATE circle SET deleted = 1 WHERE deleted IS NULL AND id NOT IN (SELECT value FROM json_each(?))',
  ).run(uids)
}

/**
 * A function from a circle of the file to the one that it is here: the same, or the one of that name. One that the user removed comes back
 * when a contact needs it: without, the contact would lose its cadence.
 */
export function circleFinder(
  db: Database,
  circles: Snapshot['circles'],
): (uid: string | null) => string | null {
  const names = new Map(circles.map(({ uid, name }) => [uid, name]))
  const live = new Map(liveCircles(db).map(({ uid, name }) => [foldText(name), uid]))
  const find = db.prepare('SELECT deleted IS NOT NULL FROM circle WHERE id = ?').pluck()
  const revive = db.prepare('UPDATE circle SET deleted = NULL WHERE id = ?')
  return (uid) => {
    if (uid === null) return null
    const isGone = find.get(uid) as number | undefined
    if (isGone === 0) return uid
    const namesake = live.get(foldText(names.get(uid) ?? ''))
    if (namesake !== undefined || isGone === undefined) return namesake ?? null
    revive.run(uid)
    return uid
  }
}

function liveCircles(db: Database): readonly { readonly uid: string; readonly name: string }[] {
  return db
    .prepare('SELECT id AS uid, name FROM circle WHERE deleted IS NULL AND name IS NOT NULL')
    .all() as { uid: string; name: string }[]
}

function liveNames(db: Database): readonly string[] {
  return liveCircles(db).map(({ name }) => foldText(name))
}
