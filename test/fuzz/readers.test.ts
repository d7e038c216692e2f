import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createRandom } from '../../bench/random.ts'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import { checkImported } from '../../src/domain/import-check.ts'
import { UserError } from '../../src/errors.ts'
import { readFiles } from '../../src/formats/read-files.ts'
import type { Format } from '../../src/formats/recognise.ts'
import { sourceOf } from '../../src/formats/source.ts'
import { isKeptLine } from '../../src/formats/vcard/keepable.ts'
import { mutate } from './mutate.ts'

/** A file of each kind, with what its readers treat apart. */
const FILES: Readonly<Record<Exclude<Format, 'archive'>, string>> = {
  vcard:
    'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=windows-1252;ENCODING=QUOTED-PRINTABLE:M=FCller;J=\r\n=F6rg\r\nitem1.EMAIL;TYPE="a,b":x@y.org\r\nitem1.X-ABLabel:_$!<Work>!$_\r\nPHOTO;ENCODING=b:QUJD\r\n QUJD\r\n\r\nBDAY:--0203\r\nADR:;;1 Street;Paris;;;France\r\nNOTE:a\\nb\\,c\r\nEND:VCARD\r\n',
  csv: '\ufeffFirst Name;Last Name;E-mail 1 - Value;Birthday;Labels\r\n"Ada\nB.";Love""lace;a@x.org ::: b@x.org;1815-12-10;* friends ::: x\r\n',
  mail: 'From a Mon Jan  1 00:00:00 2024\nDate: Mon, 1 Jan 2024 10:00:00 +0100 (CET)\nFrom: =?utf-8?q?J=C3=B6rg?= <j@x.org>\nTo: "a, b" <a@x.org>,\n group: c@x.org, d@x.org;\nMessage-ID: <1@x>\n\nbody\n>From me\n\nFrom b Mon Jan  1 00:00:00 2024\nFrom: a@x.org\n\n',
  calendar:
    'BEGIN:VCALENDAR\r\nX-WR-TIMEZONE:Europe/Berlin\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20240101T100000Z\r\nDURATION:PT30M\r\nRRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=9\r\nEXDATE:20240226T100000Z\r\nATTENDEE;CN="A, B";PARTSTAT=DECLINED:mailto:a@x.org\r\nORGANIZER:mailto:b@x.org\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n',
  netkeep:
    '{"netkeep":1,"settings":[{"name":"own-name","value":"Me"}],"circles":[],"contacts":[{"uid":"01a19467-e800-7393-a456-01a189237ab3","name":"Ada","points":[{"kind":"email","value":"a@x.org"}]}],"touchpoints":[]}',
  monica:
    '{"version":"1","account":{"data":[{"count":1,"type":"contact","values":[{"uuid":"u","properties":{"first_name":"Ada","tags":["x"],"birthdate":{"date":"1815-12-10T00:00:00Z","is_year_unknown":true}},"data":[]}]}]}}',
  'frm-log': '{"contact":"Ada","path":"/a.vcf","time":"2024-01-01T10:00:00Z","note":"looms"}\n',
  friends:
    '### Activities:\n- 2018-11-01: **Grace Hopper** and I _Paris_. @tag\n\n### Notes:\n- 2018-11-01: **Grace Hopper** sails.\n\n### Friends:\n- Grace Hopper (a.k.a. The Admiral) [Paris] @navy\n\n### Locations:\n- Paris\n',
  mutt: '# mine\nalias -group g ada Ada \\\n Lovelace <a@x.org>, "b, c" <b@x.org>\nalias all ada, c@x.org (C)\n',
}

const OPTIONS = {
  today: '2026-11-22' as CalendarDate,
  since: undefined,
  encoding: undefined,
  dateOrder: null,
  map: undefined,
  mapFor: () => undefined,
}

test.each(Object.entries(FILES) as [Format, string][])(
  'a damaged file of kind %s is read or refused in words, and what is read may be stored',
  async (format, text) => {
    const bytes = new TextEncoder().encode(text)
    const readable = await readFiles([{ ...sourceOf('file', bytes), isNamed: true }], {
      ...OPTIONS,
      format: undefined,
    })
    expect(readable.bad).toEqual([])
    await fc.assert(
      fc.asyncProperty(fc.nat(), async (seed) => {
        const random = createRandom(seed)
        const source = sourceOf(
          'file',
          mutate(bytes, (below) => random.below(below)),
        )
        try {
          const { contacts, bad, skipped } = await readFiles([{ ...source, isNamed: true }], {
            ...OPTIONS,
            format,
          })
          expect(checkImported(contacts).bad).toEqual([])
          for (const report of [...bad, ...skipped]) expect(report.source.line).toBeGreaterThan(0)
        } catch (error) {
          if (!(error instanceof UserError)) throw error
        }
      }),
      { numRuns: 300 },
    )
  },
)

test('whatever a damaged card is kept with, an export of netkeep gives back', async () => {
  const bytes = new TextEncoder().encode(
    `${FILES.vcard.replace('END:VCARD', 'AGENT:BEGIN:VCARD\\\\nFN:S\\\\nEND:VCARD\r\nitem2.X-FOO;A="b,c":d\r\nTZ:-05:00\r\nEND:VCARD')}`,
  )
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const random = createRandom(seed)
      const source = sourceOf(
        'file',
        mutate(bytes, (below) => random.below(below)),
      )
      const { contacts } = await readFiles([{ ...source, isNamed: true }], {
        ...OPTIONS,
        format: 'vcard',
      }).catch((error: unknown) => {
        if (error instanceof UserError) return { contacts: [] }
        throw error
      })
      for (const line of contacts.flatMap(({ properties }) => properties))
        expect([line, isKeptLine(line)]).toEqual([line, true])
    }),
    { numRuns: 300 },
  )
})
