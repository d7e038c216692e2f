/** Hostile inputs, row 26, through the built program: readers that stop, outputs that are closed, full or slow. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, sha256Of } from '../harness.ts'
import { createProgram, type Program } from './program.ts'

async function withManyNotes(contacts: number, noteLength: number): Promise<Program> {
  const netkeep = createNetkeep()
  await netkeep.withInput(
    Array.from({ length: contacts }, (_, index) => `Contact ${index}`).join('\n'),
    'add',
    '-',
  )
  if (noteLength > 0) {
    for (let index = 0; index < contacts; index++) {
      await netkeep.ok('log', `Contact ${index}`, '-m', `${index} `.padEnd(noteLength, 'ö'))
    }
  }
  return createProgram(netkeep)
}

describe('row 26: a reader that has seen enough', () => {
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: it is bash's.
  test('list | head -1 ends quietly with 0', async () => {
    const program = await withManyNotes(3000, 0)
    const { stdout, stderr } = await program.shell(
      'netkeep list | head -1 | cut -f 2; echo "${PIPESTATUS[0]}"',
    )
    expect([stdout, stderr]).toEqual([lines('Contact 0', '0'), ''])
  })

  test('nobody reading at all is no error', async () => {
    const program = await withManyNotes(30, 30_000)
    const { stdout, stderr } = await program.shell(
      'for command in "list --json" --help --version; do netkeep $command | true; echo "${PIPESTATUS[0]}"; done',
    )
    expect([stdout, stderr]).toEqual([lines('0', '0', '0'), ''])
  })

  // biome-ignore-end lint/suspicious/noTemplateCurlyInString: it is bash's.
  test('nobody reading the error leaves the exit code as it is', async () => {
    const program = createProgram()
    const { stdout } = await program.shell(
      '{ netkeep show nobody; echo $? >&3; } 3>&1 2>&1 >/dev/null | true',
    )
    expect(['3\n', '']).toContain(stdout)
    const { exitCode } = await program.shell('netkeep show nobody 2> /dev/full')
    expect(exitCode).toBe(3)
  })
})

describe('row 26: closed and full outputs', () => {
  test('>&- is quiet, and what was to be done is done', async () => {
    const program = createProgram()
    expect(await program.shell('netkeep add Grace >&-')).toEqual({ exitCode: 0, stdout: '', stderr: '' })
    expect(await program.json('list')).toHaveLength(1)
  })

  test('closed input, output and errors harm nothing', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace')
    const before = sha256Of(program.db)
    expect((await program.shell('netkeep list <&- >&- 2>&-')).exitCode).toBe(0)
    expect((await program.shell('netkeep show nobody <&- >&- 2>&-')).exitCode).toBe(3)
    expect(sha256Of(program.db)).toBe(before)
  })

  test.skipIf(!existsSync('/dev/full'))('> /dev/full exits with 1', async () => {
    const program = createProgram()
    await program.ok('add', 'Grace')
    for (const command of [
      'list',
      'show grace',
      'due --count',
      'history',
      'add Ada',
      '--help',
      '--version',
    ]) {
      const { exitCode, stderr } = await program.shell(`netkeep ${command} > /dev/full`)
      expect([command, exitCode, stderr]).toEqual([
        command,
        1,
        lines(
          `netkeep: ${command === 'add Ada' ? 'It is done, but the answer' : 'The output'} could not be written (ENOSPC).`,
          'Check where standard output goes.',
        ),
      ])
    }
  })
})

describe('row 26: much output', () => {
  test('4 MB of JSON arrive whole through a slow pipe', async () => {
    const program = await withManyNotes(20, 99_000)
    const whole = path.join(program.folder, 'whole')
    const slow = path.join(program.folder, 'slow')
    const read = `python3 -c 'import sys, time
while True:
    part = sys.stdin.buffer.raw.read(65536)
    if not part: break
    sys.stdout.buffer.write(part)
    time.sleep(0.005)' || cat`
    await program.shell(
      `netkeep list --json > '${whole}'; netkeep list --json | { sleep 0.3; ${read}; } > '${slow}'`,
    )
    expect(sha256Of(slow)).toBe(sha256Of(whole))
    const notes: readonly { lastNote: string }[] = await program.json('list')
    expect(notes.map(({ lastNote }) => lastNote.length)).toEqual(Array(20).fill(99_000))
  })
})
