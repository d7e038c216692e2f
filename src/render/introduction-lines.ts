/** Introductions: aligned for eyes, tab-separated and as JSON for other programs. */
import { type CalendarDate, daysBetween } from '../domain/calendar-date.ts'
import {
  clearedStates,
  hasText,
  type IntroductionRecord,
  type IntroductionState,
  isUnderWay,
} from '../domain/introduction.ts'
import { formatAgo, formatDay, formatOn } from './dates.ts'
import { firstLine, safeText } from './safe-text.ts'
import { listNames } from './sentences.ts'
import type { Glyphs, Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

/** One that has not moved for so long is marked: somebody may be waiting. */
const WAITING_DAYS = 14

function isWaiting({ state, on }: IntroductionRecord, today: CalendarDate): boolean {
  return isUnderWay(state) && daysBetween(on, today) > WAITING_DAYS
}

/** `offered 3 weeks ago`; of one that is over `met on 3 Nov`. */
function describeState({ state, on }: IntroductionRecord, today: CalendarDate): string {
  return `${state} ${isUnderWay(state) ? formatAgo(on, today) : formatDay(on, today)}`
}

/** `Ada Lovelace and Grace Hopper`, `you and Grace Hopper, by Ada Lovelace`; not yet safe for a terminal. */
function sayWhom({ a, b, by }: IntroductionRecord): string {
  const names = b === null ? `you and ${a.name}` : `${a.name} and ${b.name}`
  return by === null ? names : `${names}, by ${by.name}`
}

/** `Ada Lovelace and Grace Hopper, offered 3 weeks ago: a compiler job`; not yet safe for a terminal. */
export function describeIntroduction(introduction: IntroductionRecord, today: CalendarDate): string {
  const { purpose } = introduction
  const said = `${sayWhom(introduction)}, ${describeState(introduction, today)}`
  return purpose === null ? said : `${said}: ${purpose}`
}

/** What a contact has to do with it: `to Grace Hopper`, `to you, by Ada Lovelace`, `you to Grace Hopper`. */
function sayPart({ a, b, by }: IntroductionRecord, contact: string): string {
  if (by?.uid === contact) return `${b === null ? 'you' : safeText(b.name)} to ${safeText(a.name)}`
  const other = a.uid === contact ? b : a
  return `to ${other === null ? 'you' : safeText(other.name)}${by === null ? '' : `, by ${safeText(by.name)}`}`
}

/** What for, and what came of it: `a compiler job → they founded a company`. Alone it has no arrow: two names would seem to lead there. */
function sayWhy({ purpose, outcome }: IntroductionRecord, { more, arrow }: Glyphs): string {
  return [purpose, outcome]
    .filter((text) => text !== null)
    .map((text) => firstLine(text, more))
    .join(` ${arrow} `)
}

/** `to Grace Hopper, offered 3 weeks ago: a compiler job (3f2a1b)`, as the contact sees it. */
export function describePart(
  introduction: IntroductionRecord,
  contact: string,
  today: CalendarDate,
  glyphs: Glyphs,
): string {
  const why = sayWhy(introduction, glyphs)
  const said = `${sayPart(introduction, contact)}, ${describeState(introduction, today)}`
  return `${said}${why === '' ? '' : `: ${why}`} (${introduction.id})`
}

/** Whom (or, with a contact, what it has to do with it), what for, how far it is, id. */
export function renderIntroductionLines(
  introductions: readonly IntroductionRecord[],
  today: CalendarDate,
  style: Style,
  width: number,
  contact?: string,
): readonly string[] {
  const rows = introductions.map((introduction) => [
    contact === undefined ? safeText(sayWhom(introduction)) : sayPart(introduction, contact),
    sayWhy(introduction, style.glyphs),
    describeState(introduction, today),
    introduction.id,
  ])
  const paint = (text: string, row: number): string => {
    const introduction = introductions[row]
    return introduction !== undefined && isWaiting(introduction, today) ? style.standing.cold(text) : text
  }
  return renderTable(rows, [{ shrinksTo: 24 }, { shrinksTo: 12 }, { paint }, {}], width, style.glyphs.more)
}

/** id, both names (empty for the user), who introduces, what for, state, its day, outcome. */
export function introductionFields(introduction: IntroductionRecord): readonly (string | null)[] {
  const { id, a, b, by, purpose, outcome, state, on } = introduction
  const names = [a.name, b?.name ?? '', by?.name ?? ''].map(safeText)
  return [id, ...names, safeText(purpose ?? ''), state, on, safeText(outcome ?? '')]
}

export function renderIntroductionTsv(introductions: readonly IntroductionRecord[]): string {
  return renderTsv(introductions.map(introductionFields))
}

export function introductionJson(introduction: IntroductionRecord): object {
  const { uid, id, a, b, by, purpose, state, on, days, outcome } = introduction
  return {
    uid,
    id,
    a: a.name,
    aUid: a.uid,
    b: b?.name ?? null,
    bUid: b?.uid ?? null,
    by: by?.name ?? null,
    byUid: by?.uid ?? null,
    for: purpose,
    state,
    on,
    days,
    outcome,
  }
}

/** What a state says of two whom the user introduces. */
const OWN: Readonly<Record<IntroductionState, (names: string) => string>> = {
  offered: (names) => `You offered to introduce ${names}`,
  agreed: (names) => `${names} agreed to be introduced`,
  made: (names) => `You introduced ${names}`,
  met: (names) => `${names} met`,
  outcome: (names) => `Outcome of introducing ${names}`,
  declined: (names) => `Introducing ${names} was declined`,
}

/** What it says of a contact whom another one introduces to the user. */
const RECEIVED: Readonly<Record<IntroductionState, (by: string, name: string) => string>> = {
  offered: (by, name) => `${by} offered to introduce you to ${name}`,
  agreed: (by, name) => `${name} agreed that ${by} introduces you`,
  made: (by, name) => `${by} introduced you to ${name}`,
  met: (by, name) => `You met ${name}, introduced by ${by}`,
  outcome: (by, name) => `Outcome of ${by} introducing you to ${name}`,
  declined: (by, name) => `Being introduced to ${name} by ${by} was declined`,
}

/** `You introduced Ada Lovelace and Grace Hopper, yesterday: a compiler job (3f2a1b).` */
export function sayIntroduction(introduction: IntroductionRecord, today: CalendarDate): string {
  const { id, a, b, by, state, on, purpose, outcome } = introduction
  const said =
    by === null || b !== null
      ? OWN[state](safeText(sayWhom(introduction)))
      : RECEIVED[state](safeText(by.name), safeText(a.name))
  const text = hasText(state) ? outcome : purpose
  return `${said}, ${formatOn(on, today)}${text === null ? '' : `: ${safeText(text)}`} (${id}).`
}

/** What else became of it by being moved: `The days of made and met are cleared.`; empty where nothing did. */
export function sayMoved(before: IntroductionRecord, after: IntroductionRecord): string {
  const cleared = clearedStates(before.days, after.days)
  return [
    ...(cleared.length === 0
      ? []
      : [
          `The ${cleared.length === 1 ? 'day' : 'days'} of ${listNames(cleared)} ${cleared.length === 1 ? 'is' : 'are'} cleared.`,
        ]),
    ...(before.touchpoint !== null && after.touchpoint === null ? ['Its touchpoint is removed.'] : []),
  ].join(' ')
}
