import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { SETTINGS } from '../src/config.ts'
import { VERBS } from '../src/verbs.ts'

const pages = ['README.md', ...readdirSync('docs').map((page) => path.join('docs', page))].filter((page) =>
  page.endsWith('.md'),
)
const withoutCode = (text: string): string => text.replaceAll(/^```.*?^```$/gms, '')
const textOf = (page: string): string => readFileSync(page, 'utf8')

test('docs/commands.md is the help of the program', () => {
  expect(execFileSync(process.execPath, ['scripts/docs.js', '--print'], { encoding: 'utf8' })).toBe(
    textOf('docs/commands.md'),
  )
})

test('docs/commands.md has every command', () => {
  const headings = [...textOf('docs/commands.md').matchAll(/^## netkeep (\w+)$/gm)].map(([, name]) => name)
  expect(headings).toEqual(VERBS.map(({ name }) => name))
})

test('every link between the pages leads somewhere', () => {
  const broken = pages.flatMap((page) =>
    [...withoutCode(textOf(page)).matchAll(/\]\((?!https?:)([^)#]+)/g)]
      .map(([, target]) => path.join(path.dirname(page), target ?? ''))
      .filter((target) => !existsSync(target)),
  )
  expect(broken).toEqual([])
})

test('docs/settings.md has every setting with its default and variable', () => {
  // Tables are padded by the formatter.
  const text = textOf('docs/settings.md').replace(/ +/g, ' ')
  const missing = SETTINGS.filter(
    ({ name, default: value, env }) =>
      !text.includes(`| \`${name}\` | ${value === '' ? '' : `\`${value}\` `}|`) ||
      (env !== undefined && !text.includes(`\`${env}\``)),
  )
  expect(missing.map(({ name }) => name)).toEqual([])
})
