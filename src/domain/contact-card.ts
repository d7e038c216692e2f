/** All that is told of one contact. */
import type { TryChannel } from './channel-rotation.ts'
import type { ContactDetails, ListedContact } from './contact-line.ts'
import type { IntroductionRecord } from './introduction.ts'
import type { OccasionLine } from './occasion.ts'
import type { PromiseRecord } from './promise.ts'
import type { RelationLine } from './relation.ts'
import type { TouchpointRecord } from './touchpoint.ts'

export interface ContactCard {
  readonly line: ListedContact
  readonly details: ContactDetails
  readonly relations: readonly RelationLine[]
  /** Those whom the contact introduced to the user. */
  readonly introduced: readonly { readonly uid: string; readonly name: string }[]
  /** Those under way first, what waits longest at the top. */
  readonly introductions: readonly IntroductionRecord[]
  /** The groups that the contact is in, by name. */
  readonly groups: readonly { readonly uid: string; readonly name: string }[]
  /** The nearest first. */
  readonly dates: readonly OccasionLine[]
  /** The open ones, by day; those without one last. */
  readonly promises: readonly PromiseRecord[]
  /** Another channel to try; null where nothing suggests one. */
  readonly tryChannel: TryChannel | null
  /** Newest first. */
  readonly touchpoints: readonly TouchpointRecord[]
}
