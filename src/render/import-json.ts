/** What an import did, or would do, as JSON. */
import { countByReason } from './import-reports.ts'
import { addressOf } from './import-strangers.ts'
import type { ImportSummary } from './import-summary.ts'

/** How many of those who are no contacts are told. */
const MOST_STRANGERS = 100

export function importJson(summary: ImportSummary): object {
  const {
    isDryRun,
    created,
    updated,
    unchanged,
    removed,
    touchpoints,
    strangers,
    scheduled,
    prospects,
    paced,
    perDay,
  } = summary
  return {
    dryRun: isDryRun,
    contacts: { new: created, updated, unchanged, removedEarlier: removed },
    touchpoints: {
      new: touchpoints.created,
      updated: touchpoints.updated,
      unchanged: touchpoints.unchanged,
      attempts: touchpoints.attempts,
      light: touchpoints.light,
    },
    with: summary.touched,
    skipped: countByReason(summary.skipped).map(({ reason, count, places }) => ({
      reason,
      count,
      lines: places.map(({ line }) => line),
      places,
    })),
    partial: summary.partial.map(({ source, reason }) => ({ ...source, reason })),
    photos: summary.photos,
    unread: summary.unread.map(({ name, reason = null }) => ({ name, reason })),
    ...(summary.restored.length === 0 ? {} : { restored: summary.restored }),
    bad: summary.bad.map(({ source, reason }) => ({ ...source, reason })),
    notContacts: strangers.length,
    strangers: strangers.slice(0, MOST_STRANGERS).map(({ correspondent, exchanges, lastOn }) => ({
      name: correspondent.name,
      address: addressOf(correspondent),
      exchanges,
      lastOn,
    })),
    news: summary.news.map(({ name, mine, theirs }) => ({ name, before: mine, now: theirs })),
    watched: summary.watched,
    renamed: summary.renamed.map(({ mine, theirs }) => ({ before: mine, now: theirs })),
    changes: summary.changes,
    kept: summary.kept.map(({ name, field, mine, theirs }) => ({ name, field, yours: mine, theirs })),
    sameName: summary.sameName,
    ownAddresses: summary.ownAddresses ?? null,
    columns: summary.columns,
    scheduled,
    prospects,
    spread: paced,
    perDay,
  }
}
