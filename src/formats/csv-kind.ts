/** Which CSV a file is, by its header: LinkedIn's are read together, others one by one. */
import { type CsvFile, findTable, hasColumn, parseCsv } from './csv.ts'
import { INVITATION_COLUMNS } from './linkedin/invitations.ts'

export type CsvKind = 'connections' | 'messages' | 'invitations' | 'profile' | 'contacts'

/** Told from the first bytes of a file; whether they are a CSV at all is not asked here. */
export function csvKindOf(head: Uint8Array, encoding?: string): CsvKind {
  return kindOfCsv(parseCsv(lenientText(head, encoding), ''))
}

/**
 * LinkedIn's files have columns that no other program writes. One of names without the day of the connection is any address book: read as
 * such, it keeps the columns that LinkedIn does not have.
 */
function kindOfCsv(csv: CsvFile): CsvKind {
  if (findTable(csv, ['CONVERSATION ID', 'FROM', 'DATE']) !== undefined) return 'messages'
  if (findTable(csv, INVITATION_COLUMNS) !== undefined) return 'invitations'
  const names = findTable(csv, ['First Name', 'Last Name'])
  if (names === undefined) return 'contacts'
  if (hasColumn(names, 'Connected On')) return 'connections'
  return hasColumn(names, 'Maiden Name') && hasColumn(names, 'Headline') ? 'profile' : 'contacts'
}

/** The text as far as it can be read: what cannot is refused by the reader. */
function lenientText(head: Uint8Array, encoding: string | undefined): string {
  const isUtf16 = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)
  const label = isUtf16 ? (head[0] === 0xff ? 'utf-16le' : 'utf-16be') : (encoding ?? 'utf-8')
  try {
    return new TextDecoder(label).decode(head)
  } catch {
    return new TextDecoder().decode(head)
  }
}
