/** A brief for other programs: as lines of fields, and as JSON. */
import type { Brief, Topic } from '../domain/brief.ts'
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ContactCard } from '../domain/contact-card.ts'
import { isUnderWay } from '../domain/introduction.ts'
import { MOST_TOUCHPOINTS } from './brief.ts'
import { tryChannelRow } from './channel-rotation.ts'
import { balanceRow } from './contact-card.ts'
import { showJson } from './contact-json.ts'
import { introductionFields } from './introduction-lines.ts'
import { prospectMarkRow } from './prospect-lines.ts'
import { safeText } from './safe-text.ts'
import { renderTsv } from './table.ts'
import { describeTouchpoint } from './touchpoint-lines.ts'

/** A topic for other programs: whole texts. `before` is the former job, of a new one. */
export function topicFields(topic: Topic): {
  readonly about: string
  readonly text: string
  readonly on: CalendarDate
  readonly before: string | null
} {
  switch (topic.about) {
    case 'job':
      return { about: 'job', text: topic.now, on: topic.since, before: topic.before }
    case 'help':
      return { about: 'help', text: topic.kind, on: topic.on, before: null }
    case 'date':
      return { about: 'date', text: topic.label, on: topic.on, before: null }
    case 'note':
      return { about: 'note', text: topic.note, on: topic.on, before: null }
  }
}

/** Of introductions, those under way are what a meeting may be about. */
function withOpenOnly(card: ContactCard): ContactCard {
  return { ...card, introductions: card.introductions.filter(({ state }) => isUnderWay(state)) }
}

/** A line a thing: what it is, then its fields. */
export function renderBriefTsv({ card, topics, offer }: Brief): string {
  const { line, details, relations, introduced, introductions, touchpoints, promises, dates, tryChannel } =
    withOpenOnly(card)
  const rows: (readonly (string | number | null)[])[] = [
    ['name', line.name],
    ['id', line.id],
    ['organization', line.organization],
    ['title', details.title],
    ['location', details.location],
    ['standing', line.standing],
    ['dueOn', line.dueOn],
    ['lastTouchOn', line.lastTouchOn],
    ['metOn', details.metOn],
    ['metAt', details.metAt],
    ['introducedBy', details.introducedBy?.name ?? null],
    ...details.formerJobs.map(({ organization, title, notedOn, untilOn }) => [
      'formerJob',
      organization ?? '',
      title,
      notedOn,
      untilOn,
    ]),
    ...relations.map(({ kind, contact }) => ['relation', kind, contact.name]),
    ...introduced.map(({ name }) => ['introduced', name]),
    ...line.interests.map((value) => ['interest', value]),
    ...line.causes.map((value) => ['cause', value]),
    ...line.offers.map((value) => ['offers', value]),
    ...line.looksFor.map((value) => ['looksFor', value]),
    ...prospectMarkRow(line),
    ...balanceRow(line, details.balance),
    ...tryChannelRow(tryChannel),
    ...touchpoints
      .slice(0, MOST_TOUCHPOINTS)
      .map((touchpoint) => [
        'touchpoint',
        touchpoint.on,
        describeTouchpoint(touchpoint, line.uid),
        touchpoint.note,
      ]),
    ...introductions.map((introduction) => ['introduction', ...introductionFields(introduction)]),
    ...promises.map(({ id, text, on, isMine }) => ['promise', id, text, on, isMine ? 'mine' : 'theirs']),
    ...dates.filter(({ isPast }) => !isPast).map(({ label, on, years }) => ['date', label, on, years]),
    ...topics.map(topicFields).map(({ about, text, on, before }) => ['askAbout', about, text, on, before]),
    ...(offer === undefined ? [] : [['offer', offer.text, offer.why]]),
  ]
  const filled = rows.filter(([name, value]) => value !== null && (value !== '' || name === 'formerJob'))
  return renderTsv(filled.map((row) => row.map((cell) => (typeof cell === 'string' ? safeText(cell) : cell))))
}

/** What `show --json` has, with the last touchpoints only, and what to ask about and to offer. */
export function briefJson({ card, topics, offer }: Brief): object {
  const { metOn, metAt, introducedBy } = card.details
  return {
    ...showJson({
      ...withOpenOnly(card),
      touchpoints: card.touchpoints.slice(0, MOST_TOUCHPOINTS),
      dates: card.dates.filter(({ isPast }) => !isPast),
    }),
    met: { on: metOn, at: metAt, introducedBy: introducedBy?.name ?? null },
    askAbout: topics.map(topicFields),
    offer: offer ?? null,
  }
}
