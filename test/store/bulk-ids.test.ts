import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bulkNaturalId } from '../../src/store/bulk-ids.ts'
import { naturalId } from '../../src/store/ids.ts'

test('an import gives the same ids as everything else', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string({ unit: 'binary' })), (kind, key) => {
      expect(bulkNaturalId(kind, ...key)).toBe(naturalId(kind, ...key))
    }),
    { seed: 20_261_122, numRuns: 500 },
  )
})
