import { expect, test } from 'vitest'
import type { CalendarDate } from '../../src/domain/calendar-date.ts'
import type { ImportFile } from '../../src/domain/import-file.ts'
import { readFrmLog } from '../../src/formats/frm-log.ts'
import { sourceOf } from '../../src/formats/source.ts'

function read(text: string, since?: string): ImportFile {
  const source = sourceOf('log.jsonl', new TextEncoder().encode(text))
  return readFrmLog(source, { today: '2026-11-22' as CalendarDate, since: since as CalendarDate | undefined })
}

const GRACE =
  '{"contact":"Grace Hopper","path":"/dav/book/4f2a.vcf","time":"2026-03-14T23:26:53.12-07:00","note":"lunch"}'

test('a line is a touchpoint on the day that its clock showed', () => {
  expect(read(`${GRACE}\n`).touchpoints).toEqual([
    {
      source: { file: 'log.jsonl', line: 1 },
      key: 'frm:2026-03-14T23:26:53.12-07:00:/dav/book/4f2a.vcf',
      on: '2026-03-14',
      channel: null,
      direction: null,
      kind: 'counted',
      note: 'lunch',
      with: [{ name: 'Grace Hopper', sourceId: null }],
    },
  ])
})

test('a line without a name is of the card that its path ends in', () => {
  expect(read('{"path":"/dav/4f2a.vcf","time":"2026-03-14T09:00:00Z"}').touchpoints[0]?.with).toEqual([
    { name: '', sourceId: 'vcard:4f2a' },
  ])
})

test('each line that cannot be read is told by its number, the others are read', () => {
  const file = read(
    [
      'not json',
      '{"contact":"Ada","time":"yesterday"}',
      '{"time":"2026-03-14T09:00:00Z"}',
      '{"contact":7,"time":"2026-03-14T09:00:00Z"}',
      '{"contact":"Ada","time":"2027-03-14T09:00:00Z"}',
      '[]',
      '',
      GRACE,
    ].join('\r\n'),
  )
  expect(file.bad.map(({ source, reason }) => `${source.line}: ${reason}`)).toEqual([
    '1: it is not JSON',
    '2: time is not a time such as 2026-03-14T09:26:53Z',
    '3: it names no contact',
    '4: contact is not text',
    '5: time lies in the future',
    '6: is no object',
  ])
  expect(file.touchpoints.map(({ source }) => source.line)).toEqual([8])
})

test('two equal lines are two touchpoints, with keys of their own', () => {
  expect(read(`${GRACE}\n${GRACE}`).touchpoints.map(({ key }) => key.slice(-6))).toEqual(['2a.vcf', '.vcf:2'])
})

test('what lies before --since is left out', () => {
  expect(read(GRACE, '2026-03-15').touchpoints).toEqual([])
})
