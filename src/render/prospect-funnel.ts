/** How many prospects came how far: as bars for eyes, tab-separated and as JSON for other programs. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import type { ProspectFunnel } from '../domain/prospect.ts'
import { formatDay, plural } from './dates.ts'
import { safeText } from './safe-text.ts'
import type { Style } from './style.ts'
import { renderTable, renderTsv } from './table.ts'

const BAR_WIDTH = 24

export function renderFunnel(
  funnel: ProspectFunnel,
  since: CalendarDate | null,
  today: CalendarDate,
  style: Style,
  width: number,
): string {
  const { added, tried, answered, dropped, open, answerRate, answeredTries, channels } = funnel
  const bar = (count: number): string => '#'.repeat(Math.ceil((count / added) * BAR_WIDTH))
  const rate =
    answerRate === null ? '' : `${answeredTries} of ${tried} tried: ${Math.round(answerRate * 100)}%`
  const stages = [
    ['added', String(added), bar(added), ''],
    ['tried', String(tried), bar(tried), ''],
    ['answered', String(answered), bar(answered), rate],
    ['given up', String(dropped), bar(dropped), ''],
    ['open', String(open), bar(open), ''],
  ]
  const tries = channels.map((one) => [
    safeText(one.channel ?? 'no channel'),
    plural(one.tries, 'try', 'tries'),
    plural(one.answers, 'answer'),
  ])
  const { more } = style.glyphs
  return `${[
    style.heading(since === null ? 'Prospects' : `Prospects since ${formatDay(since, today)}`),
    ...renderTable(stages, [{}, { align: 'right' }, { shrinksTo: 4 }, { shrinksTo: 0 }], width, more),
    ...sayAnswers(funnel),
    ...(tries.length === 0 ? [] : ['', style.heading('By channel')]),
    ...renderTable(tries, [{ shrinksTo: 10 }, { align: 'right' }, { align: 'right' }], width, more),
  ].join('\n')}\n`
}

/** `An answer takes 2.3 tries on average, and 11 days (median).` */
function sayAnswers({ meanTries, medianDays }: ProspectFunnel): readonly string[] {
  if (meanTries === null || medianDays === null) return []
  const tries = Number(meanTries.toFixed(1))
  return [
    `An answer takes ${plural(tries, 'try', 'tries')} on average, and ${plural(medianDays, 'day')} (median).`,
  ]
}

/** A line a number: its name as in JSON and the value, empty where there is none; then `channel`, its name, tries and answers. */
export function renderFunnelTsv({ channels, ...numbers }: ProspectFunnel): string {
  return renderTsv([
    ...Object.entries(numbers),
    ...channels.map(({ channel, tries, answers }) => ['channel', safeText(channel ?? ''), tries, answers]),
  ])
}

export function funnelJson(funnel: ProspectFunnel, since: CalendarDate | null): object {
  return { since, ...funnel }
}
