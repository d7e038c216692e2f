/** Groups of kept properties: `item1.ADR` and the `item1.X-ABLabel` that says what it is. Every card counts them from 1. */
import type { ContentLine } from './content-line.ts'

const KEPT_GROUP = /^g[0-9a-f]{8}$/
const NUMBERED = /^item(\d{1,9})$/i

/** Kept lines with groups named by what is in them, so that those of two cards can lie together, and those of one are always the same. */
export function nameGroups(lines: readonly string[]): readonly string[] {
  const contents = new Map<string, string[]>()
  const parted = lines.map(partGroup)
  for (const { group, rest } of parted) {
    if (group !== '') contents.set(group, [...(contents.get(group) ?? []), rest])
  }
  if (contents.size === 0) return lines
  const names = new Map(
    [...contents].map(([group, rests]) => [group, `g${hashOf(rests.sort().join('\n'))}.`]),
  )
  return [...new Set(parted.map(({ group, rest }) => `${names.get(group) ?? ''}${rest}`))]
}

/** In a group case does not count. */
function partGroup(line: string): { readonly group: string; readonly rest: string } {
  const name = /^[^:;]*/.exec(line)?.[0] ?? ''
  const dot = name.lastIndexOf('.')
  return dot <= 0
    ? { group: '', rest: line }
    : { group: name.slice(0, dot).toLowerCase(), rest: line.slice(dot + 1) }
}

/** FNV-1a of 32 bits, in hexadecimal digits. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}

/** Groups `item7`, `item8` … beyond those that these lines are in. */
export function groupMaker(lines: readonly Pick<ContentLine, 'group'>[]): () => string {
  let last = 0
  for (const { group } of lines) last = Math.max(last, Number(NUMBERED.exec(group ?? '')?.[1] ?? 0))
  return () => `item${++last}`
}

/** The lines with groups as other programs name them. */
export function numberGroups(lines: readonly ContentLine[], nextGroup: () => string): readonly ContentLine[] {
  const numbers = new Map<string, string>()
  return lines.map((line) => {
    if (line.group === null || !KEPT_GROUP.test(line.group)) return line
    const group = numbers.get(line.group) ?? nextGroup()
    numbers.set(line.group, group)
    return { ...line, group }
  })
}
