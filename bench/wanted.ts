/** Chooses, in a generated network, the contact that is logged and looked up, and the ways of typing it. */
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
