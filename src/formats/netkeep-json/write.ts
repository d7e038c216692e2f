/** netkeep's own JSON: everything, one object a line, so that it can be written as it is read and compared line by line. */
import { SNAPSHOT_VERSION, type SnapshotParts } from '../../domain/snapshot.ts'

/** The first key of a file, by which it is recognised; its value is the version of the format. */
export const FORMAT_KEY = 'netkeep'

/** Lines of this many objects are handed on together. */
const LINES_TOGETHER = 256

/**
 * The file in pieces. The keys of every object stand in the order in which the store makes them, so the same contents make the same
 * bytes.
 * @param stringify makes one line of JSON, fit for a terminal
 */
export function* formatSnapshot(
  parts: SnapshotParts,
  stringify: (value: unknown) => string,
): Generator<string> {
  yield `{"${FORMAT_KEY}": ${SNAPSHOT_VERSION}`
  for (const [name, rows] of Object.entries(parts)) {
    yield `,\n"${name}": [`
    let lines: string[] = []
    let separator = '\n'
    for (const row of rows) {
      lines.push(separator + stringify(row))
      separator = ',\n'
      if (lines.length < LINES_TOGETHER) continue
      yield lines.join('')
      lines = []
    }
    yield `${lines.join('')}${separator === '\n' ? '' : '\n'}]`
  }
  yield '}\n'
}
