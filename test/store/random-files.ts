/** Random files of address books: cards and tables whose contacts meet each other, those of LinkedIn and those that are typed. */
import fc from 'fast-check'

/** Lines of which a card has some; one that can stand once only is one of a choice. */
const ONE_OF: readonly (readonly string[])[] = [
  ['FN:Ada Lovelace', 'FN:Ada King', 'FN:Grace Hopper', 'FN:Katherine Johnson'],
  ['', 'UID:card-1', 'UID:card-2'],
  ['', 'EMAIL;TYPE=home:ada@x.org', 'EMAIL:grace@x.org', 'item1.EMAIL:king@x.org\r\nitem1.X-ABLabel:Büro'],
  ['', 'TEL;TYPE=work,pref:+1 555 0100', 'TEL;TYPE=cell:+44 20 7946 0100'],
  ['', 'URL:https://www.linkedin.com/in/ada', 'URL:https://x.org'],
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

const card: fc.Arbitrary<string> = fc
  .tuple(...ONE_OF.map((choices) => fc.constantFrom(...choices)))
  .map((lines) => ['BEGIN:VCARD', 'VERSION:3.0', ...lines.filter((line) => line !== ''), 'END:VCARD', ''])
  .map((lines) => lines.join('\r\n'))

export const cards: fc.Arbitrary<string> = fc
  .array(card, { minLength: 1, maxLength: 3 })
  .map((found) => found.join(''))

const HEADER = 'Name,E-mail 1 - Label,E-mail 1 - Value,Organization Name,Labels,Birthday,Notes'
const CELLS: readonly (readonly string[])[] = [
  ['Ada Lovelace', 'Katherine Johnson', 'Grace Hopper'],
  ['Home', '* Work'],
  ['ada@x.org', 'katherine@x.org', 'grace@x.org'],
  ['', 'NASA', 'Engines'],
  ['* myContacts', 'Old friends ::: * myContacts', 'navy ::: NEW YORK'],
  ['', '1815-12-10', '1918-08-26'],
  ['', '"Two lines\nof a note"'],
]

/** A table as Google Contacts exports it. */
export const googleRows: fc.Arbitrary<string> = fc
  .array(fc.tuple(...CELLS.map((choices) => fc.constantFrom(...choices))), { minLength: 1, maxLength: 3 })
  .map((rows) => `${[HEADER, ...rows.map((cells) => cells.join(','))].join('\n')}\n`)
