import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { CalendarDate } from '../../../src/domain/calendar-date.ts'
import { checkLabel, checkName, checkNote, checkShortText } from '../../../src/domain/contact.ts'
import type { ExportedContact } from '../../../src/domain/exported-contact.ts'
import { type ImportedContact, type ImportedPoint, importedContact } from '../../../src/domain/import-file.ts'
import { checkTrait } from '../../../src/domain/trait.ts'
import { sourceOf } from '../../../src/formats/source.ts'
import { readVcards } from '../../../src/formats/vcard/read-vcards.ts'
import { formatVcard, type VcardVersion } from '../../../src/formats/vcard/write-vcard.ts'

const today = '2026-11-22' as CalendarDate
const UID = '01940000-0000-7000-8000-000000000001'

function read(text: string): readonly ImportedContact[] {
  const options = { today, since: undefined, encoding: undefined, dateOrder: null }
  const file = readVcards(sourceOf('book.vcf', new TextEncoder().encode(text)), options)
  expect([file.bad, file.partial, file.skipped]).toEqual([[], [], []])
  return file.contacts
}

/** Whatever `check` lets in, as it leaves it; vCard has one kind of line break. */
const textThat = (check: (text: string) => string): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: fc.constantFrom(...'aé 安;,:\\"\n=^<>_$!.@'), minLength: 1, maxLength: 120 }),
    )
    .map((text) => {
      try {
        return check(text.replace(/\r\n?/g, '\n'))
      } catch {
        return ''
      }
    })
    .filter((text) => text !== '')
const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null })
const date = fc
  .date({ min: new Date('1800-01-01'), max: new Date('2026-11-22'), noInvalidDate: true })
  .map((day) => day.toISOString().slice(0, 10) as CalendarDate)
  // Address Book's year for "no year".
  .filter((day) => !day.startsWith('1604'))
const yearless = date.map((day) => `--${day.slice(5)}`)
const label = textThat((text) => checkLabel(text, 'label')).filter((text) => !text.startsWith('_$!<'))
const distinct = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T[]> =>
  fc.uniqueArray(arbitrary, { maxLength: 3, selector: (value) => JSON.stringify(value) })

const byKind = (a: ImportedPoint, b: ImportedPoint): number => a.kind.localeCompare(b.kind)

/** By kind; the first of each is preferred, where it has a label. */
const withPreferred = (points: readonly ImportedPoint[]): readonly ImportedPoint[] =>
  points.toSorted(byKind).map((point, at, all) => {
    const isFirst = all.findIndex(({ kind }) => kind === point.kind) === at
    return isFirst && point.label !== null ? { ...point, isPreferred: true } : point
  })

const PROPERTIES = [
  'g73849b4d.ADR;TYPE=home,pref:;;Rue de la Paix 1;Paris;;75002;France',
  'g73849b4d.X-ABADR:fr',
  'g73849b4d.X-ABLabel:Summer house',
  'GEO:48.8566;2.3522',
  'X-PHONETIC-FIRST-NAME;LANGUAGE=fr:Adà',
  'RELATED;VALUE=text;X-LABEL="a, b":Ada \\, the other\\nand so on',
  'UID:ABCD-1234:ABPerson',
]

const contacts: fc.Arbitrary<ExportedContact> = fc.record({
  uid: fc.constant(UID),
  name: textThat(checkName),
  organization: maybe(textThat((text) => checkShortText(text, 'organization'))),
  title: maybe(textThat((text) => checkShortText(text, 'title'))),
  location: maybe(
    fc.oneof(
      fc.constant('Paris, France'),
      textThat((text) => checkShortText(text, 'location')),
    ),
  ),
  birthday: maybe(fc.oneof(date, yearless)),
  note: maybe(textThat((text) => checkNote(text))),
  metOn: maybe(date),
  metAt: maybe(textThat((text) => checkShortText(text, 'place'))),
  introducedBy: fc.constant({ uid: UID, name: 'Ada' }),
  points: distinct(
    fc.oneof(
      fc.record({
        kind: fc.constantFrom('phone' as const, 'url' as const),
        value: textThat((text) => checkLabel(`${text.trim()}1`, 'value')).filter(
          (text) => !text.toLowerCase().startsWith('tel:'),
        ),
        label: maybe(fc.oneof(label, fc.constantFrom('work', 'home fax', 'cell'))),
      }),
      fc.record({ kind: fc.constant('email' as const), value: fc.emailAddress(), label: maybe(label) }),
    ),
  ).map(withPreferred),
  aliases: distinct(label),
  tags: distinct(fc.oneof(label, fc.constant('starred'))),
  traits: distinct(
    fc.record({
      kind: fc.constantFrom('interest' as const, 'cause' as const, 'offers' as const, 'looks-for' as const),
      value: textThat((text) => checkTrait('interest', text)),
    }),
  ),
  dates: distinct(
    fc.oneof(
      fc.record({
        label: fc.oneof(label, fc.constant('anniversary')),
        date: fc.oneof(date, yearless),
        isYearly: fc.constant(true),
      }),
      fc.record({ label, date, isYearly: fc.constant(false) }),
    ),
  ),
  formerJobs: distinct(
    fc.record({ organization: label, title: maybe(label), notedOn: maybe(date), untilOn: maybe(date) }),
  ),
  relations: fc.constant([{ kind: 'mentor', name: 'Ada; or so' }]),
  circle: maybe(fc.record({ name: label, interval: maybe(fc.constantFrom('2w', '3m')) })),
  ownInterval: maybe(fc.constantFrom('10d', 'none')),
  snoozedUntil: maybe(date),
  pausedOn: maybe(date),
  lastTouchOn: fc.constant(null),
  dueOn: fc.constant(null),
  properties: fc.constantFrom(PROPERTIES, [], ['N:Hopper;Grace;Brewster;Rear Adm.;']),
})

const sorted = (lines: readonly string[]): readonly string[] => lines.toSorted()

function whatIsTold(contact: ExportedContact): ImportedContact {
  const { name, organization, title, location, birthday, note, metOn, metAt } = contact
  const { points, aliases, tags, traits, dates, formerJobs, properties, circle, ownInterval, snoozedUntil } =
    contact
  const isPaused = contact.pausedOn !== null
  const hasCadence = circle !== null || ownInterval !== null || snoozedUntil !== null || isPaused
  return importedContact({
    source: { file: 'book.vcf', line: 1 },
    uid: UID,
    sourceId: properties.some((line) => line.startsWith('UID:')) ? 'vcard:ABCD-1234:ABPerson' : null,
    ...{ name, organization, title, location, birthday, note, metOn, metAt },
    ...{ points, aliases, tags, traits, dates },
    ...(formerJobs.length === 0 ? {} : { formerJobs }),
    // An N of another name is not given back.
    properties: sorted(properties.filter((line) => !line.startsWith('N:'))),
    cadence: hasCadence ? { circle, interval: ownInterval, snoozedUntil, isPaused } : null,
  })
}

test.each<VcardVersion>(['3.0', '4.0'])(
  'what is written in version %s is read again, whatever the text',
  (version) => {
    fc.assert(
      fc.property(contacts, (contact) => {
        const [back, ...more] = read(formatVcard(contact, version))
        expect(more).toEqual([])
        expect(back && { ...back, properties: sorted(back.properties) }).toEqual(whatIsTold(contact))
      }),
      { numRuns: 300 },
    )
  },
)
