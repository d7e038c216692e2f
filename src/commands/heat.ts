/** `netkeep heat`: a year of touches as a calendar. */
import type { Command } from 'commander'
import { datePartsOf, earlierDate } from '../domain/calendar-date.ts'
import { heatOf, yearUntil } from '../domain/heat.ts'
import { lookUp } from '../domain/look-up.ts'
import type { DateRange } from '../domain/period.ts'
import { UserError } from '../errors.ts'
import { sayDays } from '../render/dates.ts'
import { renderHeat } from '../render/heat.ts'
import { safeText } from '../render/safe-text.ts'
import type { Style } from '../render/style.ts'
import { wrapLines } from '../render/text-width.ts'
import type { Session } from '../session.ts'
import { listMatching } from '../store/contact-list.ts'
import type { Database } from '../store/driver.ts'
import { nameIndexOf } from '../store/name-index.ts'
import { countTouchesByDay } from '../store/touch-days.ts'
import { firstTouchpointDay } from '../store/touches.ts'
import { addFilters, type FilterOptions, isFiltering, readFilter, refuseFilters } from './filters.ts'
import { showPicture } from './picture.ts'
import { resolveOne, wordsFor } from './whom.ts'
import { parseYear } from './year-option.ts'

interface HeatOptions extends FilterOptions {
  readonly year?: string
}

export function define(command: Command): void {
  addFilters(
    command
      .description('A year of touches as a calendar: a column a week, the darker the more touches a day.')
      .argument('[who...]', 'one contact: only touches with them')
      .option('--year <year>', 'a calendar year; without it, the 53 weeks up to this one'),
  ).addHelpText(
    'after',
    `
A touch is a contact that you were in touch with on a day; attempts and light touches are none. Days to come are blank. With a filter, only
touches with those contacts count.
In a pipe it is the same picture in ASCII, 80 columns wide. With --json it is a list of the days that have touches.

Examples:
  netkeep heat
  netkeep heat --year 2025
  netkeep heat grace
  netkeep heat --circle inner --json`,
  )
}

export async function run(
  session: Session,
  [words]: readonly [readonly string[]],
  options: HeatOptions,
): Promise<void> {
  const { today } = session
  const year = options.year === undefined ? undefined : parseYear(session, options.year)
  const { db } = await session.store()
  const whose = await readWhose(session, words, options)
  const days = year ?? yearUntil(today)
  const counted = { from: days.from, to: earlierDate(days.to, today) }
  const heat = heatOf(days, today, countTouchesByDay(db, counted, whose.uids))
  const when = year === undefined ? `from ${sayDays(days, today)}` : `in ${datePartsOf(days.from).year}`
  const draw = (style: Style, width: number): string => {
    if (heat.touches === 0)
      return wrapLines(
        `No touches${whose.said} ${when}. ${whose.next ?? adviceWithout(db, counted)}\n`,
        width,
      )
    return `${renderHeat(heat, `Touches${whose.said} ${when}`, today, style, width).join('\n')}\n`
  }
  await showPicture(session, draw, () => heat.touched.map(({ on, count }) => ({ on, count })))
}

/** Whose touches are shown. */
interface Whose {
  /** Undefined for those of everybody, removed since or not. */
  readonly uids: readonly string[] | undefined
  /** In words, a blank before them; empty for everybody. */
  readonly said: string
  /** What to type where they have no touches. */
  readonly next?: string
}

async function readWhose(session: Session, words: readonly string[], options: HeatOptions): Promise<Whose> {
  if (words.length > 0) {
    refuseFilters(options)
    await refuseYear(session, words)
    const contact = await resolveOne(session, words, 'read')
    return {
      uids: [contact.uid],
      said: ` with ${safeText(contact.name)}`,
      next: `After being in touch: netkeep log ${await wordsFor(session, words, contact)}`,
    }
  }
  if (!isFiltering(options)) return { uids: undefined, said: '' }
  const { db } = await session.store()
  const uids = listMatching(db, session.today, await readFilter(session, options))
  return { uids, said: ' with these contacts', next: 'Those with everybody: netkeep heat' }
}

/** A year typed without its option is read as a name. @throws UserError (no-match) where nobody has it */
async function refuseYear(session: Session, words: readonly string[]): Promise<void> {
  const [word = ''] = words
  if (words.length > 1 || !/^\d{4}$/.test(word)) return
  const { db } = await session.store()
  if (lookUp(word, nameIndexOf(db)).matches.length > 0) return
  throw new UserError('no-match', `No contact matches "${word}".`, `The year: netkeep heat --year ${word}`)
}

/** What to type where nobody was touched on these days. */
function adviceWithout(db: Database, { from, to }: DateRange): string {
  const first = firstTouchpointDay(db)
  if (first === undefined || (from <= first && first <= to)) return 'After being in touch: netkeep log grace'
  const { year } = datePartsOf(first)
  return `Your touchpoints begin in ${year}: netkeep heat --year ${year}`
}
