import { expect, test } from 'vitest'
import { urlKey } from '../../src/domain/url-key.ts'

test.each([
  'https://www.linkedin.com/in/ada',
  'http://www.linkedin.com/in/ada',
  '//www.linkedin.com/in/ada',
  'www.linkedin.com/in/ada',
  'linkedin.com/in/ada',
  'https://de.linkedin.com/in/ada',
  'https://www.linkedin.com/in/ada/',
  'https://www.linkedin.com/in/ada//',
  'https://www.linkedin.com/in/ada/?trk=contact&x=a/b',
  'https://www.linkedin.com/in/ada#about\nsecond line',
  'HTTPS://WWW.LinkedIn.com/in/Ada',
  ' https://www.linkedin.com/in/ada ',
  'https://www.linkedin.com/in/%61d%61',
])('%j is the profile linkedin.com/in/ada', (url) => {
  expect(urlKey(url)).toBe('linkedin.com/in/ada')
})

test.each([
  ['https://www.linkedin.com/in/jos%C3%89-garc%c3%ada', 'linkedin.com/in/josé-garcía'],
  ['https://www.linkedin.com/in/josé', 'linkedin.com/in/josé'],
  ['https://x.org/%E9t%E9', 'x.org/%e9t%e9'],
  ['https://x.org/a%2Fb%3Fc%25d', 'x.org/a%2fb%3fc%25d'],
  ['https://x.org/100%', 'x.org/100%'],
])('in %s percent-encoding is decoded where that is valid and means the same', (url, key) => {
  expect(urlKey(url)).toBe(key)
})

test.each([
  ['https://de.example.org/ada', 'de.example.org/ada'],
  ['https://de.linkedin.com.example.org/ada', 'de.linkedin.com.example.org/ada'],
  ['https://wwwada.org', 'wwwada.org'],
])('%s keeps a sub-domain that is not www or a country of LinkedIn', (url, key) => {
  expect(urlKey(url)).toBe(key)
})

test.each(['', ' ', 'https://', '/', '?x=1'])('%j names no profile', (url) => {
  expect(urlKey(url)).toBe('')
})

test('a megabyte of slashes takes no longer than any other megabyte', () => {
  expect(urlKey(`x.org${'/'.repeat(1_000_000)}ada`)).toHaveLength(1_000_008)
})
