/** Random files of address books: cards and tables whose contacts meet each other, those of LinkedIn and those that are typed. */
import fc from 'fast-check'

/** Of each choice a card has one: who it is, by which any may be taken for any other. */
const ANYBODY: readonly (readonly string[])[] = [
  ['FN:Ada Lovelace', 'FN:Ada King', 'FN:Grace Hopper', 'FN:Katherine Johnson'],
  ['', 'UID:card-1', 'UID:card-2'],
  ['', 'EMAIL;TYPE=home:ada@x.org', 'EMAIL:grace@x.org', 'item1.EMAIL:king@x.org\r\nitem1.X-ABLabel:Büro'],
  ['', 'URL:https://www.linkedin.com/in/ada', 'URL:https://x.org'],
]
/** Who it is, each by what is theirs alone. */
const SOMEBODY: readonly (readonly string[])[] = [
  ['FN:Ada Lovelace', 'UID:card-ada', 'EMAIL:ada@x.org'],
  ['FN:Ada King', 'UID:card-king', 'EMAIL:king@x.org'],
  ['FN:Grace Hopper', 'UID:card-grace', 'EMAIL:grace@x.org'],
  ['FN:Katherine Johnson', 'UID:card-katherine', 'item1.EMAIL:katherine@x.org\r\nitem1.X-ABLabel:Büro'],
]
/** What else it tells. */
const TOLD: readonly (readonly string[])[] = [
  ['', 'TEL;TYPE=work,pref:+1 555 0100', 'TEL;TYPE=cell:+44 20 7946 0100'],
  ['', 'ORG:Engines;Research', 'ORG:Analytics'],
  ['', 'TITLE:Countess', 'TITLE:Analyst'],
  ['', 'BDAY:1815-12-10', 'BDAY:--12-10'],
  ['', 'ANNIVERSARY:20100508', 'item2.X-ABDATE:2020-02-29\r\nitem2.X-ABLabel:first day'],
  ['', 'NOTE:likes\\n\\, of all things\\; tea', 'NOTE:x'],
  ['', 'NICKNAME:Countess'],
  ['', 'CATEGORIES:Old friends,INFORMATION TECHNOLOGY,mentor', 'CATEGORIES:old friends\\, and new,+navy'],
  ['', 'X-SOCIALPROFILE;TYPE=mastodon:@ada@x.org', 'GEO:52.5;13.4'],
  ['', 'ROLE:Speaker', 'X-Netkeep-Test:a "quoted" value'],
]

const told = fc.tuple(...TOLD.map((choices) => fc.constantFrom(...choices)))

function cardOf(lines: readonly string[]): string {
  const given = lines.filter((line) => line !== '')
  return ['BEGIN:VCARD', 'VERSION:3.0', ...given, 'END:VCARD', ''].join('\r\n')
}

export const cards: fc.Arbitrary<string> = fc
  .array(fc.tuple(fc.tuple(...ANYBODY.map((choices) => fc.constantFrom(...choices))), told), {
    minLength: 1,
    maxLength: 3,
  })
  .map((found) => found.map((lines) => cardOf(lines.flat())).join(''))

/** Cards of which none may be taken for another. */
export const distinctCards: fc.Arbitrary<string> = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...SOMEBODY), told), {
    minLength: 1,
    maxLength: 3,
    selector: ([who]) => who,
  })
  .map((found) => found.map((lines) => cardOf(lines.flat())).join(''))

const HEADER = 'Name,E-mail 1 - Label,E-mail 1 - Value,Organization Name,Labels,Birthday,Notes'
const CELLS: readonly (readonly string[])[] = [
  ['', 'NASA', 'Engines'],
  ['* myContacts', 'Old friends ::: * myContacts', 'navy ::: NEW YORK'],
  ['', '1815-12-10', '1918-08-26'],
  ['', '"Two lines\nof a note"'],
]

/** A table as Google Contacts exports it. */
export const googleRows: fc.Arbitrary<string> = fc
  .uniqueArray(
    fc.tuple(
      fc.constantFrom(
        'Ada Lovelace,Home,ada@x.org',
        'Katherine Johnson,* Work,katherine@x.org',
        'Grace Hopper,,hopper@navy.mil',
      ),
      ...CELLS.map((choices) => fc.constantFrom(...choices)),
    ),
    { minLength: 1, maxLength: 3, selector: ([who]) => who },
  )
  .map((rows) => `${[HEADER, ...rows.map((cells) => cells.join(','))].join('\n')}\n`)
