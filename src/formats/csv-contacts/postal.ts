/** Postal addresses: the city and country for the contact's location, the whole of it as a vCard property that is kept. */
import { escapeText } from '../vcard/value-text.ts'
import { ADDRESS_PARTS, type AddressPart, type Column } from './column.ts'

type Parts = Map<AddressPart, string>

export interface Postal {
  readonly location: string
  /** Lines of vCard 3.0. */
  readonly properties: readonly string[]
}

/** Google puts labels into a column of their own; a label that is no type of vCard's is left out. */
export function postalOf(columns: readonly Column[], textOf: (column: Column) => string): Postal {
  const groups = new Map<string, { readonly label: string | null; readonly parts: Parts }>()
  for (const column of columns) {
    const text = textOf(column)
    if (text === '' || column.part === null) continue
    const group = groups.get(column.group) ?? { label: column.label, parts: new Map() }
    groups.set(column.group, group)
    const before = group.parts.get(column.part)
    group.parts.set(column.part, before === undefined ? text : `${before}\n${text}`)
  }
  const places = [...groups.values()].map(({ parts }) => placeOf(parts)).filter((place) => place !== '')
  return {
    location: places[0] ?? '',
    properties: [...groups.values()].flatMap(({ label, parts }) => propertyOf(label, parts)),
  }
}

function placeOf(parts: Parts): string {
  return [parts.get('city'), parts.get('country')].filter((part) => part !== undefined).join(', ')
}

/** None where the location says it all. */
function propertyOf(label: string | null, parts: Parts): readonly string[] {
  const written = [...parts.keys()].filter((part) => part !== 'formatted')
  if (written.every((part) => part === 'city' || part === 'country')) {
    const whole = parts.get('formatted')
    if (whole === undefined || written.length > 0) return []
    return [`ADR${typeOf(label)}:;;${escapeText(whole)};;;;`]
  }
  const values = ADDRESS_PARTS.map((part) => escapeText(parts.get(part) ?? ''))
  return [`ADR${typeOf(label)}:${values.join(';')}`]
}

function typeOf(label: string | null): string {
  return label === 'work' || label === 'home' ? `;TYPE=${label.toUpperCase()}` : ''
}
