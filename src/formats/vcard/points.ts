/** EMAIL, TEL and URL, and the other names programs have for addresses. */
import { checkPoint, type PointKind } from '../../domain/contact.ts'
import { typesOf } from './content-line.ts'
import { checked, type Draft, textOf } from './draft.ts'
import type { Property } from './properties.ts'

/** Types that say what a number can do, not whose it is. */
const NO_LABEL = new Set([
  'internet',
  'x400',
  'pref',
  'voice',
  'msg',
  'text',
  'textphone',
  'video',
  'dom',
  'intl',
  'postal',
  'parcel',
])
/** Labels that every program has a TYPE for; others are written Address Book's way. */
const COMMON = new Set(['work', 'home', 'cell', 'fax', 'pager', 'car', 'main', 'other'])
const APPLE_LABEL = /^_\$!<(.*)>!\$_$/s
const MOST_LABEL = 200

/** `work`, `home fax`, or what Address Book's X-ABLabel says; null where nothing does. */
export function labelOf(draft: Draft, property: Property): string | null {
  const label = property.group === null ? undefined : draft.labels.get(property.group.toLowerCase())
  if (label !== undefined) return label.text
  const types = typesOf(property).filter((type) => type !== '' && !NO_LABEL.has(type))
  return fitLabel([...new Set(types)].join(' ')) || null
}

/** What Address Book writes for its own labels is `_$!<HomePage>!$_`; they are not told apart by case. */
export function labelText(written: string): string {
  const own = APPLE_LABEL.exec(written.trim())
  return fitLabel(own === null ? written.trim() : String(own[1]).toLowerCase())
}

/** What is no label is none: it only tells two addresses apart. */
function fitLabel(text: string): string {
  return text.length > MOST_LABEL || text.includes('\0') ? '' : text
}

/** The types that read as this label again; undefined where it takes an X-ABLabel. */
export function typesOfLabel(label: string): readonly string[] | undefined {
  const words = label.split(' ')
  return words.every((word) => COMMON.has(word)) && new Set(words).size === words.length ? words : undefined
}

export function readEmail(draft: Draft, property: Property): void {
  const text = textOf(property).replace(/^mailto:/i, '')
  const inBrackets = /<([^<>]*)>$/.exec(text)
  addPoint(draft, property, 'email', inBrackets === null ? text : String(inBrackets[1]))
}

/** `tel:+1-418-656-9254;ext=102` is a number with an extension. */
export function readPhone(draft: Draft, property: Property): void {
  const text = textOf(property)
  const uri = /^tel:([^;]*)(?:;.*?\bext=([^;]*))?/is.exec(text)
  if (uri === null) addPoint(draft, property, 'phone', text)
  else addPoint(draft, property, 'phone', uri[2] ? `${uri[1]} ext. ${uri[2]}` : String(uri[1]))
}

export function readUrl(draft: Draft, property: Property): void {
  addPoint(draft, property, 'url', textOf(property))
}

/** A profile or a messenger that has a page of its own; others are kept as they stand. */
export function readWebAddress(draft: Draft, property: Property): boolean {
  if (!/^https?:\/\/./i.test(textOf(property))) return false
  readUrl(draft, property)
  return true
}

function addPoint(draft: Draft, property: Property, kind: PointKind, value: string): void {
  if (value === '') return
  const point = checked(draft, property, () => checkPoint(kind, value))
  if (point === undefined) return
  const isPreferred = typesOf(property).includes('pref') || property.parameters.get('PREF')?.[0] === '1'
  const label = labelOf(draft, property)
  const same = draft.points.find(
    (other) => other.kind === kind && other.value === point && other.label === label,
  )
  if (same === undefined) draft.points.push({ kind, value: point, label, isPreferred })
}
