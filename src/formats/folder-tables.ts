/** CSVs that were not named but lie in a folder: read where they are address books for sure, else told with what would read them. */
import { quoteWord } from '../domain/shell-words.ts'
import { UserError } from '../errors.ts'
import { baseNameOf } from './base-name.ts'
import { type ContactsCsv, type ContactsCsvOptions, readContactsCsv } from './csv-contacts/contacts-csv.ts'
import type { GivenSource, Unread } from './given-files.ts'
import type { Source } from './source.ts'

/** What most CSVs are written in that are not in UTF-8. */
const OLD_ENCODING = 'windows-1252'

/**
 * @param isBesideLinkedin whether LinkedIn's tables are in the same folder: others of its tables hold names too, of those who vouched for
 *   somebody, of advertisers. Only what another program surely wrote is read beside them.
 */
export function readFolderTable(
  source: GivenSource,
  options: ContactsCsvOptions,
  isBesideLinkedin: boolean,
): ContactsCsv | Unread {
  const { name, isInZip = false } = source
  const command = isInZip
    ? `unpack it, and type netkeep import ${quoteWord(baseNameOf(name))}`
    : `netkeep import ${quoteWord(name)}`
  const table = readOrNothing(source, options)
  if (table === undefined) {
    const old =
      options.encoding === undefined
        ? readOrNothing(source, { ...options, encoding: OLD_ENCODING })
        : undefined
    return old === undefined || !hasFields(old, NAMES)
      ? { name }
      : { name, reason: `is not UTF-8 text; perhaps: ${command} --encoding ${OLD_ENCODING}` }
  }
  if (isKnown(table)) return table
  const isSure = hasFields(table, NAMES) && hasFields(table, ['email'])
  if (isSure)
    return isBesideLinkedin ? { name, reason: `lies beside LinkedIn's tables; by itself: ${command}` } : table
  return hasFields(table, NAMES) && !isBesideLinkedin
    ? { name, reason: `has names, but no column of e-mail addresses; to read it: ${command}` }
    : { name }
}

const NAMES = ['name', 'first', 'last']

function readOrNothing(source: Source, options: ContactsCsvOptions): ContactsCsv | undefined {
  try {
    return readContactsCsv(source, options)
  } catch (error) {
    if (error instanceof UserError && error.code === 'input') return undefined
    throw error
  }
}

function hasFields({ columns }: ContactsCsv, wanted: readonly string[]): boolean {
  return columns.some(({ field }) => wanted.includes(field))
}

/** netkeep's own, which tells no columns; Google's; Outlook's and Thunderbird's, which have postal addresses in many columns. */
function isKnown({ columns, headers }: ContactsCsv): boolean {
  if (headers.length > 0 && columns.length === 0) return true
  const count = (wanted: string): number => columns.filter(({ field }) => field === wanted).length
  return headers.some((header) => GOOGLES.test(header)) || (count('address') >= 6 && count('phone') >= 2)
}

const GOOGLES = /^E-mail 1 - (?:Label|Type|Value)$/
