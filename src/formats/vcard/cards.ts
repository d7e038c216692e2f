/** The cards of a vCard file, versions 2.1 to 4.0, one after the other: only one is in memory at a time. */
import type { ReadOptions, Source } from '../source.ts'
import { type Property, propertiesIn } from './properties.ts'

export interface ParsedCard {
  /** Line of its BEGIN. */
  readonly line: number
  /** Without BEGIN, END and VERSION, and without those of an AGENT's card inside it. */
  readonly properties: readonly Property[]
  /** `3.0`; null where the card does not tell. */
  readonly version: string | null
  /** Whether END:VCARD was there. */
  readonly isClosed: boolean
  /** Whether it held so much that the rest was left out. */
  readonly isCut: boolean
}

/** Bounds for what nobody keeps in an address book. */
const MOST_PROPERTIES = 10_000
const MOST_CHARACTERS = 4_000_000

interface Draft {
  readonly line: number
  readonly properties: Property[]
  version: string | null
  characters: number
  isCut: boolean
  /** How many cards of an AGENT, one inside the other, are open. Counted, for a file can nest as many as it likes. */
  depth: number
}

/**
 * A card that begins inside another is that one's AGENT where the line before says so; else the other has no end. What stands outside of
 * cards is passed over.
 */
export function* cardsIn(source: Source, options: Pick<ReadOptions, 'encoding'>): Generator<ParsedCard> {
  let card: Draft | undefined
  let isAgentNext = false
  for (const property of propertiesIn(source, options)) {
    if (isMark(property, 'BEGIN')) {
      if (card !== undefined && isAgentNext) card.depth++
      else {
        if (card !== undefined) yield closed(card, false)
        card = begin(property.line)
      }
    } else if (card !== undefined && isMark(property, 'END')) {
      if (card.depth > 0) card.depth--
      else {
        yield closed(card, true)
        card = undefined
      }
    } else if (card?.depth === 0) add(card, property)
    isAgentNext = property.name === 'AGENT' && property.value.trim() === ''
  }
  if (card !== undefined) yield closed(card, false)
}

function isMark({ name, value }: Property, mark: 'BEGIN' | 'END'): boolean {
  return name === mark && value.trim().toUpperCase() === 'VCARD'
}

function begin(line: number): Draft {
  return { line, properties: [], version: null, characters: 0, isCut: false, depth: 0 }
}

function add(card: Draft, property: Property): void {
  if (property.name === 'VERSION') {
    card.version = property.value.trim()
    return
  }
  card.characters += property.value.length
  if (card.properties.length >= MOST_PROPERTIES || card.characters > MOST_CHARACTERS) card.isCut = true
  else card.properties.push(property)
}

function closed({ line, properties, version, isCut }: Draft, isClosed: boolean): ParsedCard {
  return { line, properties, version, isClosed, isCut }
}
