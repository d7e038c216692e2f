/** Several values in one cell, joined as Google joins them, so that each comes back as it was. */
const JOINT = ' ::: '

export function joinCell(values: readonly string[]): string {
  return values.map((value) => value.replace(/\\|:(?=::)/g, '\\$&')).join(JOINT)
}

/** Undoes {@link joinCell}, for values without white space around them. */
export function splitCell(cell: string): readonly string[] {
  if (cell === '') return []
  return cell.split(JOINT).map((value) => value.replace(/\\(.)/gs, '$1'))
}
