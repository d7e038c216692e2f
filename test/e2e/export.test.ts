/** `export` as a process: hostile inputs, rows 18 and 26. */
import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { createProgram, NETKEEP, type Program } from './program.ts'

/** With an export of more than 3 MB. */
async function withMuch(): Promise<Program> {
  const program = createProgram()
  for (let index = 0; index < 40; index++)
    await program.run(['add', `Contact ${index}`, '--note', '-'.concat(`${index} `.repeat(30_000))])
  return program
}

test('every byte reaches a slow pipe, and head ends it quietly', async () => {
  const program = await withMuch()
  await program.ok('export', '-o', 'out.json')
  const size = readFileSync(path.join(program.folder, 'out.json')).length
  expect(size).toBeGreaterThan(3_000_000)
  const slow = await program.shell('netkeep export | { sleep 1; cat; } | cmp - out.json && echo same')
  expect([slow.stdout, slow.stderr]).toEqual(['same\n', ''])
  const head = await program.shell('set -o pipefail; netkeep export | head -c 11')
  expect(head).toEqual({ exitCode: 0, stdout: '{"netkeep":', stderr: '' })
}, 60_000)

test('devices and pipes are refused, a full output is told, and nothing is left behind', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--note', 'x'.repeat(5000))
  execFileSync('mkfifo', [path.join(program.folder, 'fifo')])
  const before = readdirSync(program.folder).sort()
  for (const place of ['/dev/full', 'fifo']) {
    const { exitCode, stderr } = await program.run(['export', '-o', place, '--force'])
    expect([exitCode, stderr.includes('is not a regular file')]).toEqual([2, true])
  }
  if (existsSync('/dev/full')) {
    const { exitCode, stderr } = await program.shell('netkeep export > /dev/full')
    expect([exitCode, stderr.split('\n')[0]]).toEqual([
      1,
      'netkeep: The output could not be written (ENOSPC).',
    ])
  }
  // A file-size limit of 1 kB fails in the middle of writing.
  const { exitCode } = await program.shell('ulimit -f 1; trap "" XFSZ; netkeep export -o out.json')
  expect([exitCode, readdirSync(program.folder).sort()]).toEqual([1, before])
})

test('a signal in the middle of writing ends it, and nothing of the address book is left behind', async () => {
  const program = createProgram()
  const contacts = Array.from({ length: 400 }, (_, index) => ({
    uid: `01900000-0000-7000-8000-${String(index).padStart(12, '0')}`,
    name: `Contact ${index}`,
    note: `${index} `.repeat(20_000),
  }))
  writeFileSync(path.join(program.folder, 'much.json'), JSON.stringify({ netkeep: 1, contacts }))
  await program.ok('import', 'much.json', '--as-is')
  const before = readdirSync(program.folder).sort()
  for (const [signal, exitCode] of [
    ['INT', 130],
    ['TERM', 143],
    ['HUP', 129],
  ] as const) {
    const { stdout } = await program.shell(
      `'${process.execPath}' '${NETKEEP}' export -o out.json & until compgen -G '.netkeep-draft-*' >/dev/null; do :; done; kill -${signal} $!; wait $!; echo $?`,
    )
    expect([signal, stdout.trim(), readdirSync(program.folder).sort()]).toEqual([
      signal,
      String(exitCode),
      before,
    ])
  }
}, 60_000)

test('standard output is told to be left out', async () => {
  const program = createProgram()
  const { exitCode, stderr } = await program.run(['export', '-o', '/dev/stdout'])
  expect([exitCode, stderr]).toEqual([
    2,
    'netkeep: /dev/stdout is standard output.\nLeave out -o: that is where an export goes without it.\n',
  ])
})
