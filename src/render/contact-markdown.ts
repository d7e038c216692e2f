/** Contacts as a Markdown document: a heading each, what is known of them, notes, touchpoints. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ExportedContact } from '../domain/exported-contact.ts'
import type { FormerJob } from '../domain/job.ts'
import { phraseOfRelation } from '../domain/relation.ts'
import type { TouchpointRecord } from '../domain/touchpoint.ts'
import type { TraitKind } from '../domain/trait.ts'
import { markdownLines, markdownLink, markdownText } from './markdown-text.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

export const MARKDOWN_HEAD = '# Contacts\n'

/** @param touchpoints the newest first. */
export function renderContactMarkdown(
  contact: ExportedContact,
  touchpoints: readonly TouchpointRecord[],
): string {
  const fields = fieldsOf(contact).flatMap(([label, value]) =>
    value === null || value === '' ? [] : [`- **${label}:** ${value}`],
  )
  const blocks = [
    [`## ${markdownText(contact.name)}`],
    fields,
    contact.note === null ? [] : markdownLines(contact.note).map((line) => `> ${line}`.trimEnd()),
    touchpoints.length === 0 ? [] : ['### Touchpoints'],
    touchpoints.map((touchpoint) => touchpointItem(touchpoint, contact.uid)),
  ]
  return `\n${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')}`
}

type Field = readonly [label: string, value: string | null]

function fieldsOf(contact: ExportedContact): readonly Field[] {
  const { organization, title, location, birthday, metOn, metAt, introducedBy, lastTouchOn, dueOn } = contact
  const points = (kind: string): string =>
    joined(contact.points.filter((point) => point.kind === kind).map(pointText))
  const traits = (kind: TraitKind): string =>
    joined(contact.traits.filter((trait) => trait.kind === kind).map(({ value }) => markdownText(value)))
  return [
    ['Organization', text(organization)],
    ['Title', text(title)],
    ['Before', joined(contact.formerJobs.map(jobText), '; ')],
    ['Location', text(location)],
    ['E-mail', points('email')],
    ['Phone', points('phone')],
    ['URL', points('url')],
    ['Birthday', birthday],
    ...contact.dates.map(({ label, date }): Field => [markdownText(label), date]),
    ['Met', joined([metOn ?? '', metAt === null ? '' : `at ${markdownText(metAt)}`], ' ')],
    ['Introduced by', text(introducedBy?.name ?? null)],
    ['Relations', joined(contact.relations.map(({ kind, name }) => relationText(kind, name)))],
    ['Interests', traits('interest')],
    ['Causes', traits('cause')],
    ['Offers', traits('offers')],
    ['Looks for', traits('looks-for')],
    ['Also called', joined(contact.aliases.map(markdownText))],
    ['Tags', joined(contact.tags.map(markdownText))],
    ['Circle', text(contact.circle?.name ?? null)],
    ['Every', contact.ownInterval ?? contact.circle?.interval ?? null],
    ['Last touch', lastTouchOn],
    ['Due', pausedOrDue(contact.pausedOn, dueOn)],
  ]
}

function text(value: string | null): string | null {
  return value === null ? null : markdownText(value)
}

function joined(parts: readonly string[], separator = ', '): string {
  return parts.filter((part) => part !== '').join(separator)
}

function pointText({ kind, value, label }: ExportedContact['points'][number]): string {
  const shown = kind === 'url' ? markdownLink(value) : markdownText(value)
  return label == null ? shown : `${shown} (${markdownText(label)})`
}

function jobText({ organization, title, untilOn }: FormerJob): string {
  const job = joined([title ?? '', organization ?? ''].map(markdownText))
  return untilOn === null ? job : `${job} (until ${untilOn})`
}

function relationText(kind: string, name: string): string {
  return `${markdownText(phraseOfRelation(kind))} ${markdownText(name)}`
}

function pausedOrDue(pausedOn: CalendarDate | null, dueOn: CalendarDate | null): string | null {
  return pausedOn === null ? dueOn : `paused since ${pausedOn}`
}

/** The lines of a note go on below, as part of the item. */
function touchpointItem(touchpoint: TouchpointRecord, uid: string): string {
  const [first = '', ...rest] = touchpoint.note === null ? [] : markdownLines(touchpoint.note)
  const head = `- ${touchpoint.on} ${markdownText(describeTouchpoint(touchpoint, uid))}`
  return [first === '' ? head : `${head}: ${first}`, ...rest.map((line) => `  ${line}`.trimEnd())].join('\n')
}
