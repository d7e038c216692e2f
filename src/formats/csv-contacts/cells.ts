/** Cells that hold several values. */

/** How Google joins several values in one cell. */
const JOINT = ' ::: '

/** The values of a cell, each without Google's mark of the first one: `* Work ::: Home`. Values that are empty keep their place. */
export function jointValues(cell: string): readonly string[] {
  return cell === '' ? [] : `${cell} `.split(JOINT).map((value) => withoutMark(value.trim()))
}

/** Whether each of them has that mark: of several addresses it stands at the one to use. */
export function marksIn(cell: string): readonly boolean[] {
  return `${cell} `.split(JOINT).map((value) => withoutMark(value.trim()) !== value.trim())
}

function withoutMark(value: string): string {
  return value === '*' ? '' : value.startsWith('* ') ? value.slice(2).trim() : value
}

/** Addresses out of a cell: `Ada <ada@x.org>; b@x.org`. */
export function emailsIn(cell: string): readonly string[] {
  return jointValues(cell).flatMap((value) => (value === '' ? [''] : value.split(/[;,\n]/).map(bareAddress)))
}

function bareAddress(text: string): string {
  const open = text.lastIndexOf('<')
  const close = text.indexOf('>', open)
  const address = open !== -1 && close !== -1 ? text.slice(open + 1, close) : text
  return address.trim().replace(/^(?:mailto|smtp):/i, '')
}

/** Numbers out of a cell; a slash may be part of one. */
export function phonesIn(cell: string): readonly string[] {
  return jointValues(cell).flatMap((value) =>
    value.split(/[;\n]/).map((part) => part.trim().replace(/^tel:/i, '')),
  )
}

/** URLs out of a cell. */
export function urlsIn(cell: string): readonly string[] {
  return jointValues(cell).flatMap((value) => (value === '' ? [''] : value.split(/\s+/)))
}

/** Labels of the system, which say nothing of the contact. */
const SYSTEM_LABELS = new Set([
  'mycontacts',
  'my contacts',
  'starred',
  'starred in android',
  'othercontacts',
  'other contacts',
])

/** Tags out of a cell; a comma stands between two only where nothing else does, and the program allows it in none. */
export function tagsIn(cell: string, hasCommas: boolean): readonly string[] {
  return cell
    .split(JOINT)
    .flatMap((part) => splitList(part, hasCommas))
    .map((tag) => ({ tag: withoutMark(tag), isSystem: SYSTEM_LABELS.has(withoutMark(tag).toLowerCase()) }))
    .filter(({ tag, isSystem }) => tag !== '' && !isSystem)
    .map(({ tag }) => tag)
}

/** Values with semicolons, line ends or commas between them. */
export function splitList(cell: string, hasCommas: boolean): readonly string[] {
  const separator = /[;\n]/.test(cell) || !hasCommas ? /[;\n]/ : /,/
  return cell
    .split(separator)
    .map((value) => value.trim())
    .filter((value) => value !== '')
}

/** Labels as netkeep writes them: those that programs share in lower case, others as they are. */
export function pointLabel(label: string | null): string | null {
  if (label === null || label === '') return null
  return SHARED_LABELS[label.toLowerCase()] ?? label
}

const SHARED_LABELS: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    ['work', 'home', 'other', 'mobile', 'main', 'fax', 'pager', 'work fax', 'home fax', 'work mobile'].map(
      (label) => [label, label],
    ),
  ),
  business: 'work',
  private: 'home',
  personal: 'home',
  cell: 'mobile',
  workfax: 'work fax',
  homefax: 'home fax',
}
