/** What an installation brings. */
import { spawnSync } from 'node:child_process'

interface Packed {
  readonly size: number
  readonly unpackedSize: number
  readonly entryCount: number
}

/** The size of the package and the number of packages it needs at run time, in one sentence. */
export function describePackage(): string {
  // Older versions of npm print a list, newer ones an object by package name. Without scripts: they would build first.
  const packed = JSON.parse(npm('pack', '--dry-run', '--json', '--ignore-scripts')) as Readonly<
    Record<string, Packed>
  >
  const [first] = Object.values(packed)
  const lines = npm('ls', '--omit=dev', '--all', '--parseable').trim().split('\n')
  const kb = (bytes = 0): string => `${(bytes / 1024).toFixed(0)} kB`
  const files = `${first?.entryCount} files, ${kb(first?.size)} packed, ${kb(first?.unpackedSize)} unpacked`
  return `npm pack: ${files}; ${lines.length - 1} run-time packages installed with it.\n`
}

function npm(...args: readonly string[]): string {
  return spawnSync('npm', args, { encoding: 'utf8' }).stdout
}
