/** docs/guide.md, week by week: every command in it is typed as it stands there, and answers what stands below it. */
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createNetkeep } from './harness.ts'

interface Typed {
  readonly today: string
  readonly command: string
  readonly answer: string
}

interface Week {
  readonly title: string
  readonly files: readonly { readonly name: string; readonly text: string }[]
  readonly typed: readonly Typed[]
}

const MONTHS: Readonly<Record<string, string>> = { April: '04', November: '11', December: '12' }

/** The weeks are headings of the second level, the days of the third. */
function readGuide(): readonly Week[] {
  const [, ...weeks] = readFileSync('docs/guide.md', 'utf8').split(/^## /m)
  return weeks.map((week) => {
    const [title = '', ...days] = week.split(/^### /m)
    return {
      title: title.split('\n')[0] ?? '',
      files: [...week.matchAll(/^```text (\S+)\n(.*?)^```$/gms)].map(([, name = '', text = '']) => ({
        name,
        text,
      })),
      typed: days.flatMap((day) => readDay(day)),
    }
  })
}

function readDay(text: string): readonly Typed[] {
  const [, day = '', month = '', year = ''] = /^\w+, (\d+) (\w+) (\d+)\n/.exec(text) ?? []
  const today = `${year}-${MONTHS[month]}-${day.padStart(2, '0')}`
  return [...text.matchAll(/^```console\n(.*?)^```$/gms)].flatMap(([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((entry) => {
        const end = entry.indexOf('\n')
        return { today, command: entry.slice(0, end), answer: entry.slice(end + 1) }
      }),
  )
}

/** The words of a command line as a shell has them; the guide quotes with double quotes only. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, plain]) => quoted ?? plain ?? '')
}

const ESCAPES = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, 'g')
/** Ids differ from run to run; their length does not. */
const withoutIds = (text: string): string => text.replace(ESCAPES, '').replace(/\b[0-9a-f]{6}\b/g, '3f2a1b')

const weeks = readGuide()

test('the guide walks three people through a week', () => {
  expect(weeks.map(({ title }) => title)).toEqual(['A job seeker', 'A freelancer', 'An organiser'])
  expect(weeks.every(({ typed }) => typed.length >= 15)).toBe(true)
})

test.each(weeks)('the week of $title', async ({ files, typed }) => {
  const netkeep = createNetkeep()
  for (const { name, text } of files) writeFileSync(path.join(netkeep.folder, name), text)
  for (const { today, command, answer } of typed) {
    netkeep.today = today
    const [program, ...args] = wordsOf(command)
    expect(program).toBe('netkeep')
    const { exitCode } = await netkeep.onTerminal(args)
    expect({ command, exitCode, answer: withoutIds(netkeep.screen) }).toEqual({
      command,
      exitCode: 0,
      answer: withoutIds(answer),
    })
  }
})
