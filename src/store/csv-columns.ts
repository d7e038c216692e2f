/** What the columns of CSV files hold, as the user once said with --map: kept by the header, in table setting. */
import { type ColumnMap, findColumnMap, formatColumnMap, headerKey } from '../domain/column-map.ts'
import type { Database } from './driver.ts'
import { naturalId } from './ids.ts'
import { findSetting, storeSetting } from './settings.ts'

export function findCsvColumns(db: Database, headers: readonly string[]): ColumnMap | undefined {
  const stored = findSetting(db, settingOf(headers))
  return stored === undefined ? undefined : findColumnMap(stored)
}

/** Remembers the map for files with these headers; a file without a header has nothing to know it by. */
export function storeCsvColumns(db: Database, headers: readonly string[], map: ColumnMap): void {
  if (headerKey(headers) === '') return
  storeSetting(db, settingOf(headers), formatColumnMap(map))
}

function settingOf(headers: readonly string[]): string {
  return `csv-columns:${naturalId('csv-columns', headerKey(headers))}`
}
