/** The time of day where this computer is. */

/** An instant as ISO 8601 with the local zone's offset: `2026-11-22T08:05:00.000+01:00`. */
export function formatLocalTime(date: Date): string {
  const offset = -date.getTimezoneOffset()
  const local = new Date(date.getTime() + offset * 60_000).toISOString().slice(0, -1)
  const pad = (value: number): string => String(Math.trunc(value)).padStart(2, '0')
  return `${local}${offset < 0 ? '-' : '+'}${pad(Math.abs(offset) / 60)}:${pad(Math.abs(offset) % 60)}`
}
