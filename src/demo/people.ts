/** How a contact of the sample network is written down; the contacts themselves stand in people-*.ts, by circle. All invented. */
import type { Direction, TouchpointKind } from '../domain/touchpoint.ts'

export interface DemoTouchpoint {
  /** 0 is the day the demo is made. */
  readonly daysAgo: number
  readonly channel: string | null
  readonly direction: Direction | null
  readonly kind: TouchpointKind
  readonly minutes: number | null
  readonly place: string | null
  readonly note: string | null
  /** Names of others in the demo. The touchpoint counts for them too and is listed only once, here. */
  readonly alsoWith: readonly string[]
}

export interface DemoContact {
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly email: string | null
  readonly location: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` without the year. */
  readonly birthday: string | null
  /** Of the circles of the first run: inner 2w, close 6w, wide 3m, outer 1y. */
  readonly circle: 'inner' | 'close' | 'wide' | 'outer' | null
  /** Its own interval, before its circle's. */
  readonly interval: string | null
  readonly tags: readonly string[]
  readonly aliases: readonly string[]
  readonly metAt: string | null
  readonly metDaysAgo: number | null
  readonly note: string | null
  /** Snoozed until that many days from the day the demo is made; set after the last touchpoint. */
  readonly snoozedForDays: number | null
  readonly isPaused: boolean
  /** Newest first. */
  readonly touchpoints: readonly DemoTouchpoint[]
}

type Card = Pick<DemoContact, 'name' | 'title' | 'organization' | 'location' | 'email'>

/** What stands on a business card. */
export function card(
  name: string,
  title: string | null,
  organization: string | null,
  location: string | null,
  email: string | null,
): Card {
  return { name, title, organization, location, email }
}

/** A contact; what is not said stays empty. */
export function contact(
  circle: DemoContact['circle'],
  onCard: Card,
  more: Partial<Omit<DemoContact, keyof Card | 'circle' | 'touchpoints'>>,
  ...touchpoints: readonly DemoTouchpoint[]
): DemoContact {
  return {
    circle,
    ...onCard,
    birthday: null,
    interval: null,
    tags: [],
    aliases: [],
    metAt: null,
    metDaysAgo: null,
    note: null,
    snoozedForDays: null,
    isPaused: false,
    ...more,
    touchpoints,
  }
}

/** A touchpoint that counts, unless `more` says otherwise. */
export function touch(
  daysAgo: number,
  channel: string | null,
  note: string | null,
  more: Partial<DemoTouchpoint> = {},
): DemoTouchpoint {
  return {
    daysAgo,
    channel,
    direction: null,
    kind: 'counted',
    minutes: null,
    place: null,
    note,
    alsoWith: [],
    ...more,
  }
}
