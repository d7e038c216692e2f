/** How a contact of the sample network is written down; the contacts themselves stand in people-*.ts, by circle. All invented. */
import { type Help, type HelpSide, touchpointKindOf } from '../domain/help.ts'
import type { PromiseState } from '../domain/promise.ts'
import type { Direction, TouchpointKind } from '../domain/touchpoint.ts'
import type { TraitKind } from '../domain/trait.ts'

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
  /** Of the help ledger: such a one has neither direction, length nor place. */
  readonly help: Help | null
  /** Whether it is a wish for the contact's birthday. */
  readonly isWish: boolean
  /** What the user promised on the occasion. */
  readonly next: DemoNext | null
}

/** What is promised, and in how many days from the day the demo is made: negative before it, null for no day. */
interface DemoNext {
  readonly text: string
  readonly inDays: number | null
}

export interface DemoPromise extends DemoNext {
  readonly madeDaysAgo: number
  readonly isMine: boolean
  readonly closed: { readonly state: Exclude<PromiseState, 'open'>; readonly daysAgo: number } | null
}

/** A day that is near whenever the demo is made, and how many years it will be on it; null for a day without its year. */
interface NearDate {
  readonly inDays: number
  readonly years: number | null
}

export interface DemoDate {
  readonly addedDaysAgo: number
  readonly label: string
  /** `--MM-DD`, each year; or a near one, each year where years are given, else only then. */
  readonly date: string | NearDate
  readonly notice: number | null
}

interface DemoRelation {
  readonly toldDaysAgo: number
  readonly kind: string
  /** Name of another in the demo. */
  readonly to: string
}

export interface DemoContact {
  readonly name: string
  readonly organization: string | null
  readonly title: string | null
  readonly email: string | null
  readonly location: string | null
  /** `YYYY-MM-DD`, or `--MM-DD` without the year; or one that is near. */
  readonly birthday: string | NearDate | null
  /** Of the circles of the first run: inner 2w, close 6w, wide 3m, outer 1y. */
  readonly circle: 'inner' | 'close' | 'wide' | 'outer' | null
  /** Its own interval, before its circle's. */
  readonly interval: string | null
  readonly tags: readonly string[]
  readonly aliases: readonly string[]
  readonly metAt: string | null
  readonly metDaysAgo: number | null
  /** Name of another in the demo, who was added before. */
  readonly introducedBy: string | null
  readonly note: string | null
  readonly traits: Readonly<Partial<Record<TraitKind, readonly string[]>>>
  /** Organizations of before, of which nothing else is known. */
  readonly formerly: readonly string[]
  /** The job that gave way to the one on the card, and when. */
  readonly jobBefore: {
    readonly organization: string
    readonly title: string
    readonly untilDaysAgo: number
  } | null
  readonly relations: readonly DemoRelation[]
  readonly dates: readonly DemoDate[]
  /** Those not made in a touchpoint listed. */
  readonly promises: readonly DemoPromise[]
  /** Snoozed until that many days from the day the demo is made; set after the last touchpoint. */
  readonly snoozedForDays: number | null
  readonly isPaused: boolean
  /** Somebody to reach: added that many days ago, with attempts only. */
  readonly prospectDaysAgo: number | null
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
    introducedBy: null,
    note: null,
    traits: {},
    formerly: [],
    jobBefore: null,
    relations: [],
    dates: [],
    promises: [],
    snoozedForDays: null,
    isPaused: false,
    prospectDaysAgo: null,
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
    help: null,
    isWish: false,
    next: null,
    ...more,
  }
}

/** A touchpoint of the help ledger. */
export function help(
  side: HelpSide,
  kind: string,
  daysAgo: number,
  channel: string | null,
  note: string,
): DemoTouchpoint {
  return touch(daysAgo, channel, note, { kind: touchpointKindOf(side), help: { side, kind } })
}

/** A promise of the user's, unless `more` says otherwise. */
export function promise(
  madeDaysAgo: number,
  text: string,
  inDays: number | null,
  more: Partial<Pick<DemoPromise, 'isMine' | 'closed'>> = {},
): DemoPromise {
  return { madeDaysAgo, text, inDays, isMine: true, closed: null, ...more }
}
