/**
 * What imports have said of a contact, by source: a LinkedIn archive is compared with what LinkedIn said last, a card with what the card
 * said, so that two files which differ do not change a contact back and forth.
 */
import type { FollowedField } from './import-merge.ts'

/** The fields as a source gave them last; `cadence` is the JSON of what it said of that. */
export type SaidValues = Readonly<Partial<Record<FollowedField | 'cadence', string | null>>>

export interface ImportMemory {
  /** Of the source that was first. */
  readonly said: SaidValues
  /** The first source; null is the one that made the contact, whose uid it is, or, of one made by hand, whichever asks. */
  readonly by: string | null
  /** Of further sources. */
  readonly more: Readonly<Record<string, SaidValues>>
}

/** The fields stand at the top, where netkeep had them before it knew of sources. */
export function parseMemory(json: string | null): ImportMemory | undefined {
  if (json === null) return undefined
  const { by = null, more = {}, ...said } = JSON.parse(json) as SaidValues & Partial<ImportMemory>
  return { said, by, more }
}

export function formatMemory({ said, by, more }: ImportMemory): string {
  return JSON.stringify({
    ...said,
    ...(by === null ? {} : { by }),
    ...(Object.keys(more).length === 0 ? {} : { more }),
  })
}

/** What this source said last; undefined where it has said nothing yet. */
export function saidBy(
  memory: ImportMemory | undefined,
  source: string,
  contact: string,
): SaidValues | undefined {
  if (memory === undefined) return undefined
  return isFirst(memory, source, contact) ? memory.said : memory.more[source]
}

/** All values that any source has given the field last, null where one gave none. */
export function everSaid(memory: ImportMemory | undefined, field: FollowedField): readonly (string | null)[] {
  if (memory === undefined) return []
  return [memory.said, ...Object.values(memory.more)].map((said) => said[field] ?? null)
}

/** With what this source says now. */
export function remember(
  memory: ImportMemory | undefined,
  source: string,
  contact: string,
  said: SaidValues,
): ImportMemory {
  if (memory === undefined) return { said, by: source === contact ? null : source, more: {} }
  if (isFirst(memory, source, contact)) return { ...memory, said }
  return { ...memory, more: { ...memory.more, [source]: said } }
}

/**
 * The memory of a contact that takes over what another one was told: one that goes into it, or itself as another database has it. Of a
 * source that has told both, it keeps what it was told itself, but for the fields in `taken`, which now are the other's.
 */
export function joinMemories(
  memory: ImportMemory | undefined,
  other: ImportMemory | undefined,
  { contact, otherContact }: { readonly contact: string; readonly otherContact: string },
  taken: readonly FollowedField[] = [],
): ImportMemory | undefined {
  if (other === undefined) return memory
  const otherFirst = other.by ?? otherContact
  if (memory === undefined) return { ...other, by: otherFirst === contact ? null : otherFirst }
  const first = memory.by ?? contact
  const told = new Map([[first, memory.said], ...Object.entries(memory.more)])
  for (const [source, said] of [[otherFirst, other.said] as const, ...Object.entries(other.more)]) {
    const mine = told.get(source)
    const fields = Object.fromEntries(taken.map((field) => [field, said[field] ?? null]))
    told.set(source, mine === undefined ? said : { ...mine, ...fields })
  }
  const { [first]: said = {}, ...more } = Object.fromEntries(told)
  return { said, by: memory.by, more }
}

/** Those that an import made have ids that follow from what they were made of (UUIDv5). */
function isFirst({ by }: ImportMemory, source: string, contact: string): boolean {
  if (by !== null) return by === source
  return contact === source || contact.charAt(14) === '7'
}
