/** Properties that netkeep has no field for: kept as an unfolded line of version 3.0, given back in either version. */
import { type ContentLine, findContentLine, formatContentLine, type Head } from './content-line.ts'
import type { Property } from './properties.ts'
import { splitEscaped } from './value-text.ts'

const GEO_URI = /^geo:(-?[\d.]+)\\?,(-?[\d.]+)$/i
const GEO_PAIR = /^(-?[\d.]+)\\?[;,](-?[\d.]+)$/

/** The property as version 3.0 writes it, its text in UTF-8. */
export function keptLine(property: Property): string {
  const { group, name } = property
  return formatContentLine({ group, name, parameters: keptParameters(property), value: keptValue(property) })
}

/** Without what only told how to read it. That one of several is preferred is a TYPE in 3.0, and stands last. */
function keptParameters({ parameters }: Head): ReadonlyMap<string, readonly string[]> {
  const kept = new Map(parameters)
  kept.delete('ENCODING')
  kept.delete('CHARSET')
  const types = (kept.get('TYPE') ?? []).flatMap((value) => value.split(','))
  const others = types.filter((type) => type !== '' && type.toLowerCase() !== 'pref')
  const isPreferred = kept.get('PREF')?.[0] === '1' || types.some((type) => type.toLowerCase() === 'pref')
  if (isPreferred) kept.delete('PREF')
  const all = isPreferred ? [...others, 'pref'] : others
  if (all.length === 0) kept.delete('TYPE')
  else kept.set('TYPE', all)
  return kept
}

function keptValue({ name, value, isOld, isQuotedPrintable }: Property): string {
  const geo = name === 'GEO' ? GEO_URI.exec(value.trim()) : null
  if (geo !== null) return `${geo[1]};${geo[2]}`
  const plain = isQuotedPrintable ? value.replace(/\\(?![\\,;:])/g, '\\\\') : value
  return isOld ? splitEscaped(plain, ',').join('\\,') : plain
}

/** A kept line in the given version; undefined for one that is no property. */
export function lineInVersion(line: string, version: '3.0' | '4.0'): string | undefined {
  const kept = findContentLine(line)
  if (kept === undefined) return undefined
  return formatContentLine(version === '3.0' ? kept : inVersion4(kept))
}

function inVersion4(line: ContentLine): ContentLine {
  const parameters = new Map(line.parameters)
  const types = parameters.get('TYPE') ?? []
  if (types.at(-1) === 'pref') {
    if (types.length === 1) parameters.delete('TYPE')
    else parameters.set('TYPE', types.slice(0, -1))
    parameters.set('PREF', ['1'])
  }
  const geo = line.name === 'GEO' ? GEO_PAIR.exec(line.value) : null
  return { ...line, parameters, value: geo === null ? line.value : `geo:${geo[1]},${geo[2]}` }
}
