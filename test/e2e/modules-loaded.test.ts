import { readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { VERBS } from '../../src/verbs.ts'
import { createProgram, NETKEEP, type Program } from './program.ts'

/** Leaves in a file which of Node's public modules and which files were loaded after it. */
const TELLER = `
const before = new Set(process.moduleLoadList)
process.on('exit', () => {
  const core = process.moduleLoadList
    .filter((name) => !before.has(name) && name.startsWith('NativeModule ') && !name.includes('internal/'))
    .map((name) => name.replace('NativeModule ', 'node:'))
  const files = Object.keys(require.cache).filter((name) => name !== __filename)
  require('node:fs').writeFileSync(__filename + '.loaded', JSON.stringify([...core, ...files]))
})`

/** What a command loads besides what bare Node has loaded: Node's modules and files, in alphabetical order. */
async function modulesOf(program: Program, ...args: readonly string[]): Promise<readonly string[]> {
  const teller = path.join(program.folder, 'teller.cjs')
  writeFileSync(teller, TELLER)
  const { exitCode } = await program.shell(`node --require ${teller} ${NETKEEP} ${args.join(' ')}`)
  expect(exitCode).toBe(0)
  const loaded: readonly string[] = JSON.parse(readFileSync(`${teller}.loaded`, 'utf8'))
  return loaded.map((name) => path.relative(path.resolve('.'), name).replace(/^.*node:/, 'node:')).sort()
}

// Newer versions of Node may have node:vm loaded themselves.
const withoutVm = (modules: readonly string[]): readonly string[] =>
  modules.filter((name) => name !== 'node:vm')

test('--version loads nothing but the package.json it is in', async () => {
  expect(withoutVm(await modulesOf(createProgram(), '--version'))).toEqual([
    'bin/netkeep.cjs',
    'package.json',
  ])
})

test('prompt loads its own small bundle, and nothing of the rest', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--every', '1w')
  await program.ok('log', 'grace', '--on', '2020-01-01')
  expect(withoutVm(await modulesOf(program, 'prompt'))).toEqual(['bin/netkeep.cjs', 'dist/prompt.cjs'])
  expect(readFileSync('dist/prompt.cjs', 'utf8')).not.toMatch(/commander|dayjs|sqlite/i)
})

test('due loads no library that lies beside the bundle, and of Node only what runs the bundle', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  await program.ok('log', 'grace', '--on', '2020-01-01')
  expect(await program.ok('due')).toContain('Grace Hopper')
  expect(withoutVm(await modulesOf(program, 'due'))).toEqual(['bin/netkeep.cjs'])
  expect(withoutVm(await modulesOf(program, 'due', '--limit', '50'))).toEqual(['bin/netkeep.cjs'])
})

test('log asks for the name of the machine; for the settings and for chrono only where a date is none of ours', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  const usual = ['bin/netkeep.cjs', 'node:os']
  expect(withoutVm(await modulesOf(program, 'log', 'grace', '--by', 'coffee'))).toEqual(usual)
  expect(withoutVm(await modulesOf(program, 'log', 'grace', '--on', '"half a year ago"'))).toEqual(
    [...usual, 'dist/lib/chrono.cjs', 'node:process'].sort(),
  )
})

test('the everyday bundle has the verbs of every day and no others, and is the smaller for it', () => {
  const [, list = ''] = /^const EVERYDAY = \[(.*)\]$/m.exec(readFileSync(NETKEEP, 'utf8')) ?? []
  const everyday = VERBS.filter(({ group, isLarge }) => group === 'Every day' && isLarge !== true).map(
    ({ name }) => name,
  )
  expect([...list.matchAll(/'(\w+)'/g)].map(([, verb]) => verb)).toEqual([...everyday, 'home'])
  const [small, whole] = ['everyday', 'netkeep'].map((name) => statSync(`dist/${name}.cjs`).size)
  expect(small ?? 0).toBeLessThan((whole ?? 0) * 0.7)
})

test('in the everyday bundle only what waits for a library or a question loads on call, with what it imports itself', () => {
  const bundle = readFileSync('dist/everyday.cjs', 'utf8').replaceAll('\\\n', '')
  expect([...bundle.matchAll(/__esm\(\{"src\/([^"]+)"/g)].map(([, module]) => module).sort()).toEqual([
    'errors.ts',
    'formats/toml.ts',
    'key-prompt.ts',
    'prompter.ts',
    'render/text-width.ts',
  ])
})

test('every verb of every day finds all it needs in its bundle', async () => {
  const program = createProgram()
  await program.ok('add', 'Grace Hopper', '--circle', 'close')
  for (const [verb, ...args] of [
    ['log', 'grace', '--on', '2020-01-01', '--next', '"send the paper"'],
    ['due', '--why'],
    ['snooze', 'grace', '2w'],
    ['wake', 'grace'],
    ['pause', 'grace'],
    ['resume', 'grace'],
  ] as const)
    await modulesOf(program, verb, ...args)
  await modulesOf(program)
})
