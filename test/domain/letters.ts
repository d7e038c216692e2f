/** Letters for tests. */
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { Correspondent, Letter } from '../../src/domain/import-file.ts'

export const ME = 'me@example.org'

const correspondent = (written: string): Correspondent => {
  const [, name = '', email = written] = /^(.*) <(.*)>$/.exec(written) ?? []
  return { name, email }
}

/** A letter on a day of November 2026, or on a given one; addresses may have a name: `Grace <grace@x.org>`. */
export function letter(day: number | string, from: string, ...to: readonly string[]): Letter {
  const on = typeof day === 'string' ? day : `2026-11-${String(day).padStart(2, '0')}`
  return {
    source: { file: 'mail', line: 1 },
    id: JSON.stringify([on, from, to]),
    on: on as CalendarDate,
    from: correspondent(from),
    to: to.map(correspondent),
  }
}
