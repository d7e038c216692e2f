/** Full-text search over contacts and the notes of touchpoints. */
import type { CalendarDate } from '../domain/calendar-date.ts'
import { wordsOf } from '../domain/match-key.ts'
import type { Database } from './driver.ts'

export interface SearchHit {
  readonly contact: string
  /** The touchpoint whose note or place matched; null where the contact's own fields did. */
  readonly on: CalendarDate | null
  readonly channel: string | null
  readonly note: string | null
  readonly place: string | null
}

/**
 * Contacts and touchpoints in which every word of the text occurs, or one that begins with it: contacts by name first, then
 * touchpoints, the newest first; at most `limit`.
 */
export function search(db: Database, text: string, limit: number | undefined): readonly SearchHit[] {
  // Quoted, a word is a word for FTS5, whatever it contains; the star is for words that begin so.
  const query = wordsOf(text)
    .map((word) => `"${word.replaceAll('"', '""')}"*`)
    .join(' ')
  if (query === '') return []
  return db
    .prepare(
      `SELECT s.contact, t.touched_on AS "on", nullif(t.channel, '') AS channel, t.note, t.place
       FROM search_index x JOIN search_document d ON d.id = x.rowid
       LEFT JOIN touchpoint t ON t.id = d.touchpoint
       LEFT JOIN touchpoint_contact tc ON tc.touchpoint = t.id AND tc.deleted IS NULL
       JOIN contact_state s ON s.contact = coalesce(d.contact, tc.contact)
       WHERE search_index MATCH ?
       ORDER BY t.id IS NOT NULL, t.touched_on DESC, s.name_key, s.contact LIMIT ?`,
    )
    .all(query, limit ?? -1) as SearchHit[]
}
