/** A name out of its parts. */
import { turnedName } from '../../domain/turned-name.ts'
import type { Field } from './column.ts'

/** What is written before a name as a courtesy says nothing of who it is. */
const COURTESIES = new Set(
  'mr mrs ms miss mx sir madam herr frau hr fr m mme mlle monsieur madame mademoiselle sr sra srta don dona señor señora sig sigra signor signora pan pani dhr mevr mevrouw herre fru'.split(
    ' ',
  ),
)

/** The whole name, or its parts in their order with what belongs to it (`Dr.`, `Jr.`); failing those what the file is sorted by, or a nickname. */
export function fullName(first: (field: Field) => string): string {
  const whole = turnedName(tidy(first('name')))
  if (whole !== '') return whole
  const own = [first('first'), first('middle'), first('last')].map(tidy).filter((part) => part !== '')
  if (own.length > 0)
    return [titleBefore(first('prefix')), ...own, tidy(first('suffix'))]
      .filter((part) => part !== '')
      .join(' ')
  return turnedName(tidy(first('fileAs'))) || tidy(first('alias'))
}

function tidy(text: string): string {
  return text.replace(/\s+/g, ' ').trim()
}

function titleBefore(prefix: string): string {
  return tidy(prefix)
    .split(' ')
    .filter((word) => !COURTESIES.has(word.replace(/\.$/, '').toLowerCase()))
    .join(' ')
}
