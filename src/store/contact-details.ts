/** What `show`, `brief` and `edit` tell of a contact besides its line. */
import { compareText } from '../domain/compare-text.ts'
import type { ContactDetails } from '../domain/contact-line.ts'
import type { Balance } from '../domain/help.ts'
import type { Database } from './driver.ts'
import { listFormerJobs } from './jobs.ts'

type Row = Omit<ContactDetails, 'aliases' | 'introducedBy' | 'formerJobs' | 'balance'> &
  Balance & { readonly introducer: string | null; readonly introducerName: string | null }

export function getDetails(db: Database, uid: string): ContactDetails {
  const { introducer, introducerName, given, asked, received, asksSinceGive, ...row } = db
    .prepare(
      `SELECT c.title, c.location, c.birthday, c.met_on AS metOn, c.met_at AS metAt, c.note,
         c.interval AS ownInterval, c.job_since AS jobSince, i.id AS introducer, i.name AS introducerName,
         s.given, s.asked, s.received, s.asks_since_give AS asksSinceGive
       FROM contact c JOIN contact_state s ON s.contact = c.id
       LEFT JOIN contact i ON i.id = c.introduced_by AND EXISTS (SELECT 1 FROM contact_state WHERE contact = i.id)
       WHERE c.id = ?`,
    )
    .get(uid) as Row
  const aliases = db
    .prepare('SELECT alias FROM contact_alias WHERE contact = ? AND deleted IS NULL')
    .pluck()
    .all(uid) as string[]
  return {
    ...row,
    aliases: aliases.sort(compareText),
    introducedBy: introducer === null ? null : { uid: introducer, name: introducerName ?? '' },
    formerJobs: listFormerJobs(db, uid),
    balance: { given, asked, received, asksSinceGive },
  }
}
