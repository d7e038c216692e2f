import { expect, test } from 'vitest'
import { baseNameOf } from '../../src/formats/base-name.ts'

test.each([
  ['/home/ada/Connections.csv', 'Connections.csv'],
  ['C:\\export\\Connections.csv', 'Connections.csv'],
  ['Connections.csv', 'Connections.csv'],
])('the file name of %s is %s', (path, name) => {
  expect(baseNameOf(path)).toBe(name)
})
