import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { parseColumnMap } from '../../src/domain/column-map.ts'
import { recordCommand } from '../../src/store/command-log.ts'
import { findCsvColumns, storeCsvColumns } from '../../src/store/csv-columns.ts'
import { openStore } from '../../src/store/open.ts'
import { createNetkeep } from '../harness.ts'

const AT = '2026-11-22T12:00:00Z'

test('what was said of the columns of a file is found again by its header, in any order, and can be undone', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada')
  const store = openStore(netkeep.db, {
    host: () => 'test-host',
    today: '2026-11-22' as CalendarDate,
    ownsFolder: false,
  })
  const map = parseColumnMap('name=Wer,email=Post')
  recordCommand(store, { typed: 'netkeep import x.csv', at: AT }, ({ db }) =>
    storeCsvColumns(db, ['Wer', 'Post', 'Wo'], map),
  )
  expect(findCsvColumns(store.db, ['wo', 'Post ', 'WER'])).toEqual(map)
  expect(findCsvColumns(store.db, ['Wer', 'Post'])).toBeUndefined()
  store.db.close()
  await netkeep.ok('undo')
  const again = openStore(netkeep.db, {
    host: () => 'test-host',
    today: '2026-11-22' as CalendarDate,
    ownsFolder: false,
  })
  expect(findCsvColumns(again.db, ['Wer', 'Post', 'Wo'])).toBeUndefined()
  again.db.close()
})

test('a map of a file without a header is not kept: nothing would tell it', async () => {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Ada')
  const store = openStore(netkeep.db, {
    host: () => 'test-host',
    today: '2026-11-22' as CalendarDate,
    ownsFolder: false,
  })
  recordCommand(store, { typed: 'netkeep import x.csv', at: AT }, ({ db }) =>
    storeCsvColumns(db, [], parseColumnMap('name=1')),
  )
  expect(findCsvColumns(store.db, [])).toBeUndefined()
  store.db.close()
})
