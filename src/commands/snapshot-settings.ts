/** The settings in netkeep's own JSON, checked as if they had been typed. */
import { SETTINGS } from '../config.ts'
import type { RowReport } from '../domain/import-file.ts'
import type { Snapshot } from '../domain/snapshot.ts'
import { UserError } from '../errors.ts'

/** Those that this netkeep does not know are good as they are: nothing here reads them. */
export function checkSnapshotSettings({ settings }: Pick<Snapshot, 'settings'>): {
  readonly good: Snapshot['settings']
  readonly bad: readonly RowReport[]
} {
  const good: Snapshot['settings'][number][] = []
  const bad: RowReport[] = []
  for (const { name, value, source } of settings) {
    const setting = SETTINGS.find((known) => known.name === name && known.scope === 'data')
    try {
      good.push({ name, source, value: setting === undefined ? value : setting.check(value) })
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      bad.push({ source, reason: `settings, ${name}: ${error.message.replace(/\.$/, '')}` })
    }
  }
  return { good, bad }
}
