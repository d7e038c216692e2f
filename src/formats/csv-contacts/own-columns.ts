/** The columns of netkeep's own CSV: Google's names where it has one, so that other programs understand them too. */

import type { PointKind } from '../../domain/contact.ts'
import type { ExportedContact } from '../../domain/exported-contact.ts'
import type { ImportedPoint } from '../../domain/import-file.ts'
import type { TraitKind } from '../../domain/trait.ts'
import { joinCell } from './joined-cell.ts'

/** The column that tells netkeep's own files. */
export const UID_HEADER = 'Netkeep UID'

/** Columns that come in numbers, as many as a contact needs: header of the value and of the label. */
export const POINT_HEADERS: Readonly<Record<PointKind, string>> = {
  email: 'E-mail',
  phone: 'Phone',
  url: 'Website',
}
export const DATE_HEADER = 'Event'

export function numbered(what: string, number: number, part: 'Label' | 'Value' | 'Repeats'): string {
  return `${what} ${number} - ${part}`
}

/** With Google's mark at the address to use; a label that looks like a marked one gets a backslash. */
export function markedLabel({ label, isPreferred }: ImportedPoint): string {
  const text = (label ?? '').replace(/^(?=\\*\*(?: |$))/, '\\')
  return isPreferred === true ? `* ${text}`.trim() : text
}

/** Undoes {@link markedLabel}. */
export function labelOf(cell: string): Pick<ImportedPoint, 'label' | 'isPreferred'> {
  const isPreferred = /^\*(?: |$)/.test(cell)
  const text = (isPreferred ? cell.slice(2) : cell).replace(/^\\(?=\\*\*(?: |$))/, '')
  return { label: text || null, ...(isPreferred ? { isPreferred } : {}) }
}

export const TRAIT_HEADERS: Readonly<Record<TraitKind, string>> = {
  interest: 'Interests',
  cause: 'Causes',
  offers: 'Offers',
  'looks-for': 'Looks For',
}

/** What each column before the numbered ones holds. */
export const FIRST_COLUMNS: readonly (readonly [header: string, of: (contact: ExportedContact) => string])[] =
  [
    ['Name', ({ name }) => name],
    ['Organization Name', ({ organization }) => organization ?? ''],
    ['Organization Title', ({ title }) => title ?? ''],
    ['Nickname', ({ aliases }) => joinCell(aliases)],
    ['Location', ({ location }) => location ?? ''],
    ['Birthday', ({ birthday }) => birthday ?? ''],
    ['Labels', ({ tags }) => joinCell(tags)],
    ['Notes', ({ note }) => note ?? ''],
  ]

/** What each column behind them holds. */
export const LAST_COLUMNS: readonly (readonly [header: string, of: (contact: ExportedContact) => string])[] =
  [
    ['Met On', ({ metOn }) => metOn ?? ''],
    ['Met At', ({ metAt }) => metAt ?? ''],
    ['Introduced By', ({ introducedBy }) => introducedBy?.name ?? ''],
    ...Object.entries(TRAIT_HEADERS).map(
      ([kind, header]): readonly [string, (contact: ExportedContact) => string] => [
        header,
        ({ traits }) => joinCell(traits.filter((trait) => trait.kind === kind).map(({ value }) => value)),
      ],
    ),
    ['Relationships', ({ relations }) => joinCell(relations.map(({ kind, name }) => `${kind} of ${name}`))],
    [
      'Former Jobs',
      ({ formerJobs }) =>
        joinCell(
          formerJobs.map((job) => [job.title, job.organization].filter((part) => part !== null).join(' at ')),
        ),
    ],
    ['Circle', ({ circle }) => circle?.name ?? ''],
    ['Circle Interval', ({ circle }) => circle?.interval ?? ''],
    ['Own Interval', ({ ownInterval }) => ownInterval ?? ''],
    ['Snoozed Until', ({ snoozedUntil }) => snoozedUntil ?? ''],
    ['Paused On', ({ pausedOn }) => pausedOn ?? ''],
    ['Last Touch', ({ lastTouchOn }) => lastTouchOn ?? ''],
    ['Due On', ({ dueOn }) => dueOn ?? ''],
    ['vCard Properties', ({ properties }) => joinCell(properties)],
    [UID_HEADER, ({ uid }) => uid],
  ]
