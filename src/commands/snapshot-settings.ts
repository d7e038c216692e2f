/** The settings in netkeep's own JSON, checked as if they had been typed. */
import { SETTINGS } from '../config.ts'
import type { RowReport } from '../domain/import-file.ts'
import type { SnapshotSetting } from '../domain/snapshot.ts'
import { UserError } from '../errors.ts'

/** Those that this netkeep does not know are good as they are: nothing here reads them. */
export function checkSnapshotSettings(
  settings: readonly SnapshotSetting[],
  file: string,
): { readonly good: readonly SnapshotSetting[]; readonly bad: readonly RowReport[] } {
  const good: SnapshotSetting[] = []
  const bad: RowReport[] = []
  for (const { name, value } of settings) {
    const setting = SETTINGS.find((known) => known.name === name && known.scope === 'data')
    try {
      good.push({ name, value: setting === undefined ? value : setting.check(value) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      const reason = `settings, ${name}: ${error.message.replace(/\.$/, '')}`
      bad.push({ source: { file, line: 1 }, reason })
    }
  }
  return { good, bad }
}
