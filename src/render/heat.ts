/** A year of touches drawn as a calendar: a column for each week, a shade for each day. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { type Heat, type HeatLevel, type HeatWeek, shadeOf } from '../domain/heat.ts'
import { daysIn } from '../domain/period.ts'
import { formatDay, MONTHS, plural, sayDays } from './dates.ts'
import type { Style } from './style.ts'
import { widthOf, wrapText } from './text-width.ts'

/** Every second one is enough to tell the rows. */
const ROWS = ['Mon ', '    ', 'Wed ', '    ', 'Fri ', '    ', '    ']
const LABEL_WIDTH = 4

/**
 * The calendar, what its shades mean, and what the year was in numbers. Where it is too wide, the latest weeks; where there is room for
 * it, a blank between the weeks: then each day stands for itself.
 * @param title made safe.
 */
export function renderHeat(
  heat: Heat,
  title: string,
  today: CalendarDate,
  style: Style,
  width: number,
): readonly string[] {
  const room = Math.max(1, width - LABEL_WIDTH)
  const weeks = latestWeeks(heat.weeks, room)
  const gap = weeks.length * 2 - 1 <= room ? ' ' : ''
  const isCut = weeks.length < heat.weeks.length
  return [
    ...wrapText(title, width).map((line) => style.heading(line)),
    (' '.repeat(LABEL_WIDTH) + monthLine(weeks, 1 + gap.length, room)).trimEnd(),
    ...ROWS.map((label, row) => label + weekdayRow(weeks, row, heat.levels, gap, style)).map((line) =>
      line.trimEnd(),
    ),
    '',
    ...wrapItems(legendItems(heat.levels, style), width),
    ...wrapText(
      [...sayYear(heat, today), ...(isCut ? [sayCut(heat.weeks.length, weeks.length)] : [])].join(' '),
      width,
    ),
  ]
}

/** Of a year under way its last weeks are still to come: they go first. */
function latestWeeks(weeks: readonly HeatWeek[], room: number): readonly HeatWeek[] {
  if (weeks.length <= room) return weeks
  const begun = weeks.findLastIndex(({ days }) => days.some((day) => day !== undefined)) + 1
  const end = Math.max(begun, room)
  return weeks.slice(end - room, end)
}

/** The name of each month above the week of its first day; of the month that the first week lies in only where there is room. */
function monthLine(weeks: readonly HeatWeek[], step: number, room: number): string {
  let line = ''
  weeks.forEach(({ month, beginsMonth }, index) => {
    if (!beginsMonth && index > 0) return
    const name = MONTHS[month - 1] ?? ''
    const isCrowded =
      !beginsMonth && weeks.slice(1, Math.ceil((name.length + 1) / step)).some((week) => week.beginsMonth)
    if (!isCrowded && index * step + name.length <= room) line = line.padEnd(index * step) + name
  })
  return line
}

function weekdayRow(
  weeks: readonly HeatWeek[],
  row: number,
  levels: readonly HeatLevel[],
  gap: string,
  style: Style,
): string {
  const [none = ''] = style.glyphs.heat
  return weeks
    .map(({ days }) => {
      const day = days[row]
      if (day === undefined) return ' '
      return day.count === 0 ? style.faint(none) : (style.glyphs.heat[shadeOf(day.count, levels)] ?? '')
    })
    .join(gap)
}

/** `Touches a day:  · none`, `░ 1`, `▒ 2 to 4` */
function legendItems(levels: readonly HeatLevel[], { glyphs }: Style): readonly string[] {
  return [
    'Touches a day:',
    `${glyphs.heat[0]} none`,
    ...levels.map(
      ({ least, most, shade }) => `${glyphs.heat[shade]} ${least === most ? least : `${least} to ${most}`}`,
    ),
  ]
}

/** Items with some room between them; none is parted. */
function wrapItems(items: readonly string[], width: number): readonly string[] {
  const lines: string[] = []
  for (const item of items) {
    const last = lines.at(-1)
    if (last === undefined || widthOf(last) + 3 + widthOf(item) > width) lines.push(item)
    else lines[lines.length - 1] = `${last}   ${item}`
  }
  return lines
}

/** `412 touches on 188 days.`, `Most on a day: 14, on 3 Mar.`, `Longest run: 9 days, 2 Jun to 10 Jun.` */
function sayYear({ touches, touched, busiest, longestRun }: Heat, today: CalendarDate): readonly string[] {
  return [
    `${plural(touches, 'touch', 'touches')} on ${plural(touched.length, 'day')}.`,
    ...(busiest !== undefined && busiest.count > 1
      ? [`Most on a day: ${busiest.count}, on ${formatDay(busiest.on, today)}.`]
      : []),
    ...(longestRun !== undefined && daysIn(longestRun) > 1
      ? [`Longest run: ${plural(daysIn(longestRun), 'day')}, ${sayDays(longestRun, today)}.`]
      : []),
  ]
}

function sayCut(all: number, shown: number): string {
  return `The calendar shows ${shown} of ${all} weeks: all need ${all + LABEL_WIDTH} columns.`
}
