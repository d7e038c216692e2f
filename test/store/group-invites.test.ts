import { expect, test } from 'vitest'
import { insertNamed } from '../../src/commands/new-contact.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { explainInvitation } from '../../src/domain/group-invite.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import type { Database } from '../../src/store/driver.ts'
import { listInvitations } from '../../src/store/group-invites.ts'
import { addMember } from '../../src/store/group-members.ts'
import { insertGroup } from '../../src/store/groups.ts'
import { insertTouchpoint } from '../../src/store/touchpoints.ts'
import { addTrait } from '../../src/store/traits.ts'
import { createNetkeep } from '../harness.ts'

const TODAY = '2026-11-22' as CalendarDate

/** How many rows are read while it runs. */
function rowsRead(db: Database, run: () => void): number {
  const prepare = db.prepare.bind(db)
  const counted = new Set<object>()
  let rows = 0
  const counting = (sql: string): ReturnType<typeof prepare> => {
    const statement = prepare(sql)
    // A statement that was prepared before is the same one.
    if (counted.has(statement)) return statement
    counted.add(statement)
    const all = statement.all.bind(statement)
    return Object.assign(statement, {
      all: (...given: readonly unknown[]) => {
        const found = all(...given)
        rows += found.length
        return found
      },
    })
  }
  Object.assign(db, { prepare: counting })
  try {
    run()
  } finally {
    Object.assign(db, { prepare })
  }
  return rows
}

/** A group of 60 of an employer of 400; everybody is in touch, and each of them but the last shares an interest with all. */
function withEmployer(): { readonly db: Database; readonly group: string; readonly size: number } {
  const store = createNetkeep(TODAY).store()
  const size = 400
  const { value } = recordCommand(store, { typed: 'test', at: `${TODAY}T12:00:00Z` }, (change) => {
    const { db } = change
    const cadence = { circle: null, interval: '2w' }
    const contacts = Array.from({ length: size }, (_, index) =>
      insertNamed(change, { name: `Contact ${index}` }, cadence, TODAY),
    )
    db.prepare("UPDATE contact SET organization = 'Navy'").run()
    const touch = {
      channel: null,
      direction: null,
      kind: 'counted',
      minutes: null,
      place: null,
      note: null,
    } as const
    insertTouchpoint(change, { ...touch, on: TODAY }, contacts)
    for (const contact of contacts.slice(0, -1)) addTrait(db, contact, { kind: 'interest', value: 'Sailing' })
    const group = insertGroup(db, { name: 'Club', kind: null, interval: null }, TODAY)
    for (const contact of contacts.slice(0, 60)) addMember(db, group, contact, TODAY)
    return group
  })
  return { db: store.db, group: value, size }
}

test('each interest and employer is read once, however many members have it', () => {
  const { db, group, size } = withEmployer()
  expect(rowsRead(db, () => listInvitations(db, group, TODAY, undefined))).toBeLessThan(size * 3)
})

test('many members are counted, not named', () => {
  const { db, group } = withEmployer()
  const { invitations, count } = listInvitations(db, group, TODAY, 1)
  expect(invitations.map(explainInvitation)).toEqual([
    'shares Sailing with 60 members; works at Navy with 60 members',
  ])
  expect(count).toBe(339)
})
