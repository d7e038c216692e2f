/** A whole review through the built program on a terminal: keys, Ctrl-C, going on, the editor, links. */
import { chmodSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createProgram, HAS_TERMINAL, type Program } from './program.ts'

/** Five cold contacts, the first the latest, and a promise. */
async function withFive(): Promise<Program> {
  const program = createProgram()
  for (const [index, name] of ['Ada', 'Bob', 'Cleo', 'Dan', 'Eve'].entries()) {
    await program.ok('add', `${name} <${name.toLowerCase()}@x.org>`, '--every', '1w')
    await program.ok('log', name, '--on', `2026-01-0${index + 1}`, '-m', `note of ${name}`)
  }
  await program.ok('promise', 'add', 'ada', 'send the paper', '--on', '2026-02-01')
  return program
}

/** How the question about a contact stands on the terminal. */
const asked = (name: string): string => `\u001b[34m?\u001b[39m \u001b[1m${name}\u001b[22m`

/** How the answer to one stands there. */
const answered = (action: string): string => `\u001b[36m${action}`

const standing = async (program: Program): Promise<Readonly<Record<string, string>>> => {
  const list: readonly { name: string; standing: string }[] = await program.json('list')
  return Object.fromEntries(list.map((line) => [line.name, line.standing]))
}

describe.skipIf(!HAS_TERMINAL)('a review on a terminal', () => {
  test('from the first contact to the summary, with Ctrl-C in between', async () => {
    const program = await withFive()
    const first = await program.onTerminal('stty -g; netkeep review --minutes 1h; echo "ended $?"; stty -g', [
      { seen: asked('Ada'), keys: 'l' },
      { seen: 'How?', keys: '\u001b[B\r' },
      { seen: 'What to remember?', keys: 'met at the fair\r' },
      { seen: asked('Bob'), keys: 'a' },
      { seen: asked('Cleo'), keys: '?' },
      { seen: 'Press one of these keys.', keys: 'ü' },
      { seen: 'Press one of these keys.', keys: '\u001bl' },
      { seen: 'Press one of these keys.', keys: 's' },
      { seen: 'Until when?', keys: 'yesterday\r' },
      { seen: 'is not ahead', keys: '\u0015' },
      { seen: 'Until when?', keys: '\r' },
      { seen: asked('Dan'), keys: '\u0003' },
    ])
    expect(first.stdout).toContain('note of Ada')
    expect(first.stdout).toContain('Stopped; your 3 answers are kept.')
    expect(first.stdout).toContain('Go on: netkeep review')
    expect(first.stdout).toContain('ended 130')
    const [before, after] = first.stdout.match(/^[0-9a-f:]{60,}/gm) ?? []
    expect(after).toBe(before)
    expect(await standing(program)).toEqual({
      Ada: 'warm',
      Bob: 'snoozed',
      Cleo: 'snoozed',
      Dan: 'cold',
      Eve: 'cold',
    })
    expect(await program.json('show', 'ada')).toMatchObject({
      touchpoints: [{ channel: 'call', note: 'met at the fair' }, {}],
    })

    const second = await program.onTerminal('netkeep review; echo "ended $?"', [
      { seen: asked('Dan'), keys: 'p' },
      { seen: asked('Eve'), keys: 'u' },
      { seen: 'Took back', keys: 'k' },
      { seen: answered('skip'), keys: 'k' },
      { seen: asked('Ada'), keys: 'x' },
    ])
    expect(second.stdout).toContain("Going on with today's review: 3 of 6 left.")
    expect(second.stdout).toContain('ended 0')
    expect(second.stdout).toContain('Reviewed: 1 dropped, 2 skipped. That is all for today.')
    expect((await standing(program))['Dan']).toBe('cold')
    expect(await program.json('promise')).toEqual([])
  })

  test('a draft is written in the editor and handed to the mail program, as are addresses', async () => {
    const program = await withFive()
    const opened = path.join(program.folder, 'opened')
    const [editor, opener] = ['editor', 'opener'].map((name) => path.join(program.folder, name)) as [
      string,
      string,
    ]
    writeFileSync(
      editor,
      '#!/bin/sh\nsed -i "s/^Subject: .*/Subject: Hello/; s/^Hi Ada,/Hi Ada, how are you?/" "$1"\n',
    )
    writeFileSync(opener, `#!/bin/sh\nprintf '%s\\n' "$1" >> '${opened}'\n`)
    for (const file of [editor, opener]) chmodSync(file, 0o755)
    const env = { EDITOR: editor, NETKEEP_OPENER: opener }
    const { stdout } = await program.onTerminal(
      'netkeep review --minutes 1h; echo "ended $?"',
      [
        { seen: asked('Ada'), keys: 'd' },
        { seen: 'Where shall it go?', keys: 'm' },
        { seen: 'Opened a mail', keys: 'o' },
        { seen: answered('open'), keys: 'a' },
        { seen: asked('Bob'), keys: 'q' },
      ],
      { env },
    )
    expect(stdout).toContain('ended 0')
    const [draft, address] = readFileSync(opened, 'utf8').split('\n')
    expect(draft).toMatch(/^mailto:ada@x\.org\?subject=Hello&body=Hi%20Ada%2C%20how%20are%20you%3F/)
    expect(address).toBe('mailto:ada@x.org')
    expect(await program.json('show', 'ada')).toMatchObject({
      touchpoints: [{ attempt: true, channel: 'email' }, {}],
    })
  })

  test.each([
    ['a dumb terminal', 'TERM=dumb netkeep review'],
    ['a pipe', 'netkeep review | cat'],
    ['CI', 'CI=1 netkeep review'],
    ['no input', 'netkeep review < /dev/null'],
  ])('%s gets the plan, and no question', async (_where, line) => {
    const program = await withFive()
    const { stdout } = await program.onTerminal(`${line}; echo "ended $?"`)
    expect(stdout).toContain('Ada')
    expect(stdout).not.toContain('?')
    expect(stdout).toContain('ended 0')
  })
})
