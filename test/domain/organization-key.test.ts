import { expect, test } from 'vitest'
import { organizationKeyOf } from '../../src/domain/organization-key.ts'

test.each([
  ['Acme', 'acme'],
  ['ACME, Inc.', 'acme'],
  ['The Acme Company', 'acme'],
  ['Zöller GmbH & Co. KG', 'zoller'],
  ['Peña S.A.', 'pena'],
  ['Rossi S.p.A.', 'rossi'],
  ['Company', 'company'],
  ['The', 'the'],
  ['Co Op', 'co op'],
  ['日本電気', '日本電気'],
  ['  ', ''],
])('%s is known as "%s"', (name, key) => {
  expect(organizationKeyOf(name)).toBe(key)
})

test('two companies of other names stay two', () => {
  expect(organizationKeyOf('Acme Labs')).not.toBe(organizationKeyOf('Acme Foods'))
})
