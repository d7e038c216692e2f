import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { runCheck } from './run-check.ts'

test('what is asserted of a folder of files is compared, and a key that nothing knows counts as wrong', async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'netkeep-corpus-'))
  try {
    writeFileSync(path.join(folder, 'a.vcf'), 'BEGIN:VCARD\nFN:Ada\nBDAY:18151210\nEND:VCARD\n')
    const expected = [{ fn: 'Ada', bday: '1815-12-11', shoe: 38 }]
    const manifest = [{ file: 'a.vcf', format: 'vcard', records: 1, expected }]
    writeFileSync(path.join(folder, 'manifest.json'), JSON.stringify(manifest))
    expect(await runCheck(folder)).toEqual({
      lines: [
        '.: 4/6 fields right (66.7%)',
        'all: 4/6 fields right (66.7%)',
        'a.vcf: card 1 bday is "1815-12-10", not "1815-12-11"',
        'a.vcf: card 1 shoe is not checked: nothing here knows this key',
      ],
      isGoodEnough: false,
    })
  } finally {
    rmSync(folder, { recursive: true })
  }
})
