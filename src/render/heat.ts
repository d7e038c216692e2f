/** A year of touches drawn as a calendar: a column for each week, a shade for each day. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Heat, type HeatWeek, shadeOf } from '../domain/heat.ts'
import { daysIn } from '../domain/period.ts'
import { formatDay, MONTHS, plural, sayDays } from './dates.ts'
import type { Style } from './style.ts'
import { wrapParts, wrapText } from './text-width.ts'

/** Every second one is enough to tell the rows. */
const ROWS = ['Mon ', '    ', 'Wed ', '    ', 'Fri ', '    ', '    ']
const LABEL = '    '

/**
 * The calendar, what its shades mean, and the year in numbers. Where there is room for it, a blank stands between the weeks, so that each
 * day stands for itself. Where there is too little, the latest weeks are drawn; shades and numbers are those of the year all the same.
 * @param title made safe.
 */
export function renderHeat(
  heat: Heat,
  title: string,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const room = Math.max(1, width - LABEL.length)
  const weeks = latestWeeks(heat.weeks, room)
  const gap = weeks.length * 2 - 1 <= room ? ' ' : ''
  const isCut = weeks.length < heat.weeks.length
  return [
    ...wrapText(title, width).map((line) => style.heading(line)),
    (LABEL + monthLine(weeks, 1 + gap.length, room)).trimEnd(),
    ...ROWS.map((label, row) => (label + weekdayCells(weeks, row, heat, style).join(gap)).trimEnd()),
    '',
    ...wrapParts(legend(heat, style), width, '   '),
    ...wrapText(sayYear(heat, today), width),
    ...(isCut
      ? wrapText(sayCut(heat.weeks.length, weeks.length), width).map((line) => style.faint(line))
      : []),
  ]
}

/** Of a year under way the last weeks are still to come: they go first. */
function latestWeeks(weeks: readonly HeatWeek[], room: number): readonly HeatWeek[] {
  const begun = weeks.findLastIndex(({ days }) => days.some((day) => day !== undefined)) + 1
  const end = Math.min(weeks.length, Math.max(begun, room))
  return weeks.slice(Math.max(0, end - room), end)
}

/** Above the week of its first day, the name of each month; above the first week that of its month, where there is room before the next. */
function monthLine(weeks: readonly HeatWeek[], step: number, room: number): string {
  const labels = weeks.flatMap(({ month, beginsMonth }, index) =>
    beginsMonth || index === 0 ? [{ at: index * step, name: MONTHS[month - 1] ?? '' }] : [],
  )
  return labels.reduce((line, { at, name }, index) => {
    const next = labels[index + 1]?.at ?? room + 1
    return at + name.length < next ? line.padEnd(at) + name : line
  }, '')
}

/** The days of one row, a character each. */
function weekdayCells(
  weeks: readonly HeatWeek[],
  row: number,
  { levels }: Heat,
  { glyphs, faint }: Style,
): readonly string[] {
  return weeks.map(({ days }) => {
    const day = days[row]
    if (day === undefined) return ' '
    const glyph = glyphs.heat[shadeOf(day.count, levels)] ?? ''
    return day.count === 0 ? faint(glyph) : glyph
  })
}

/** `Touches a day:`, `· none`, `░ 1`, `▒ 2 to 4`, … */
function legend({ levels }: Heat, { glyphs }: Style): readonly string[] {
  return [
    'Touches a day:',
    `${glyphs.heat[0]} none`,
    ...levels.map(
      ({ least, most, shade }) => `${glyphs.heat[shade]} ${least === most ? least : `${least} to ${most}`}`,
    ),
  ]
}

/** `412 touches on 188 days. Busiest day: 3 Mar, with 14. Longest run: 9 days, 2 Jun to 10 Jun.` */
function sayYear({ touches, touched, busiest, longestRun }: Heat, today: CalendarDate): string {
  return [
    `${plural(touches, 'touch', 'touches')} on ${plural(touched.length, 'day')}.`,
    ...(busiest !== undefined && busiest.count > 1
      ? [`Busiest day: ${formatDay(busiest.on, today)}, with ${busiest.count}.`]
      : []),
    ...(longestRun !== undefined && daysIn(longestRun) > 1
      ? [`Longest run: ${plural(daysIn(longestRun), 'day')}, ${sayDays(longestRun, today)}.`]
      : []),
  ].join(' ')
}

function sayCut(all: number, shown: number): string {
  return `These are the latest ${shown} of ${all} weeks; ${all + LABEL.length} columns have room for all.`
}
