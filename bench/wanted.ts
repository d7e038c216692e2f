/** Chooses, in a generated network, the contacts that are logged, looked up and told of, and the ways of typing one. */
import { connect } from '../src/store/driver.ts'

export interface Wanted {
  /** A whole name that only one contact has. */
  readonly name: string
  readonly id: string
}

/** Plain letters, and long enough that a letter can be missing. */
const MISTYPABLE = /^[A-Z][a-z]{3,} [A-Z][a-z]{5,}$/

/** The first contact in name order, from the middle of the alphabet, whose name is its own. */
export function chooseContact(file: string): Wanted {
  const db = connect(file, 1000)
  try {
    const rows = db
      .prepare(
        `SELECT c.name, c.id FROM contact c JOIN contact_state s ON s.contact = c.id
         JOIN match_key k ON k.contact = c.id AND k.kind = 'name' AND k.key >= 'm'
         WHERE s.due_on IS NOT NULL AND (SELECT count(*) FROM match_key o WHERE o.kind = 'name' AND o.key = k.key) = 1
         ORDER BY k.key LIMIT 1000`,
      )
      .all() as Wanted[]
    const found = rows.find(({ name }) => MISTYPABLE.test(name))
    if (found === undefined) throw new Error('no contact to look up')
    return found
  } finally {
    db.close()
  }
}

/** The id of a contact of whom there is something to tell everywhere: an interest, a promise, help. */
export function chooseKnown(file: string): string {
  return chooseOne(
    file,
    `SELECT s.contact FROM contact_state s WHERE s.given + s.asked + s.received > 0
           AND EXISTS (SELECT 1 FROM contact_trait t WHERE t.contact = s.contact AND t.kind = 'interest')
           AND EXISTS (SELECT 1 FROM promise p WHERE p.contact = s.contact) ORDER BY s.name_key, s.contact LIMIT 1`,
    'no contact to brief on',
  )
}

/** The employer of most contacts, as one of them spells it. */
export function chooseEmployer(file: string): string {
  return chooseOne(
    file,
    `SELECT c.organization FROM (
           SELECT min(contact) AS contact, count(*) AS staff FROM match_key WHERE kind = 'employer' GROUP BY key ORDER BY staff DESC LIMIT 1) k
         JOIN contact c ON c.id = k.contact`,
    'no employer to get to',
  )
}

/** The id of the contact of most introductions. */
export function chooseIntroduced(file: string): string {
  return chooseOne(
    file,
    `SELECT contact FROM (SELECT a AS contact FROM introduction UNION ALL SELECT b FROM introduction UNION ALL SELECT introducer FROM introduction)
     WHERE contact IS NOT NULL GROUP BY contact ORDER BY count(*) DESC, contact LIMIT 1`,
    'no contact of introductions',
  )
}

/** The id of the next event ahead that has a place, else of the last one. */
export function chooseEvent(file: string): string {
  return chooseOne(
    file,
    "SELECT id FROM event WHERE place IS NOT NULL ORDER BY to_on < date('now'), abs(julianday(from_on) - julianday('now')), id LIMIT 1",
    'no event to go to',
  )
}

function chooseOne(file: string, sql: string, missing: string): string {
  const db = connect(file, 1000)
  try {
    const found = db.prepare(sql).pluck().get() as string | undefined
    if (found === undefined) throw new Error(missing)
    return found
  } finally {
    db.close()
  }
}

/** What a user might type for a contact, by how it is found. */
export function typedFor({ name, id }: Wanted): readonly { readonly way: string; readonly typed: string }[] {
  const [given = '', family = ''] = name.split(' ')
  return [
    { way: 'whole name', typed: name },
    { way: 'prefixes', typed: `${given.slice(0, 3)} ${family.slice(0, 4)}` },
    { way: 'typo', typed: `${given} ${family.slice(0, 2)}${family.slice(3)}` },
    { way: 'id', typed: id.slice(-8) },
    { way: 'common word', typed: 'maria' },
    { way: 'one letter', typed: 'm' },
    { way: 'two letters', typed: 'm s' },
    { way: 'nobody', typed: 'xqzw vbnm' },
  ]
}
