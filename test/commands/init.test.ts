import { describe, expect, test } from 'vitest'
import { SHELLS } from '../../src/shell/shells.ts'
import { createNetkeep, lines } from '../harness.ts'

describe('init', () => {
  test.each(SHELLS)(
    'prints the script for %s, the same on a terminal, where it says what to do with it',
    async (shell) => {
      const netkeep = createNetkeep()
      const { stdout, stderr } = await netkeep.run('init', shell)
      expect([stdout.length > 1000, stderr]).toEqual([true, ''])
      const atTerminal = await netkeep.onTerminal(['init', shell])
      expect(atTerminal.stdout).toBe(stdout)
      expect(atTerminal.stderr).toContain(`init ${shell}`)
    },
  )

  test('opens no database', async () => {
    const netkeep = createNetkeep()
    netkeep.env['NETKEEP_DB'] = '/no/such/folder/netkeep.db'
    expect((await netkeep.run('init', 'bash')).exitCode).toBe(0)
  })

  test.each<[string, readonly string[], readonly [string, string]]>([
    ['without a shell', ['init'], ['netkeep: Name the shell.', 'Type: eval "$(netkeep init zsh)"']],
    [
      'with another one',
      ['init', 'tcsh'],
      ['netkeep: "tcsh" is no shell that netkeep knows.', 'Type: eval "$(netkeep init zsh)"'],
    ],
  ])('%s it names the line for the shell in use', async (_what, args, said) => {
    const netkeep = createNetkeep()
    netkeep.env['SHELL'] = '/usr/bin/zsh'
    expect(await netkeep.run(...args)).toEqual({ exitCode: 2, stdout: '', stderr: lines(...said) })
  })

  test('puts in the text and the colour of the settings, quoted', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'prompt-text', "it's {count} $(x) \\ ")
    await netkeep.ok('config', 'set', 'prompt-color', 'cyan')
    const settings = async (shell: string): Promise<readonly string[]> =>
      (await netkeep.ok('init', shell))
        .split('\n')
        .filter((line) => /__netkeep_(text|color)[= ][^$]/.test(line))
        .slice(0, 2)
    expect(await settings('bash')).toEqual([
      "__netkeep_text='it'\\''s {count} $(x) \\ '",
      "__netkeep_color='36'",
    ])
    expect(await settings('zsh')).toEqual([
      "typeset -g __netkeep_text='it'\\''s {count} $(x) \\ '",
      "typeset -g __netkeep_color='cyan'",
    ])
    expect(await settings('fish')).toEqual([
      "set -g __netkeep_text 'it\\'s {count} $(x) \\\\ '",
      "set -g __netkeep_color 'cyan'",
    ])
  })

  test('knows the database of --db, which NETKEEP_DB overrides at the prompt', async () => {
    const netkeep = createNetkeep()
    expect(await netkeep.ok('init', 'bash', '--db', '/a/b.db')).toContain("\n__netkeep_db='/a/b.db'\n")
    expect(await netkeep.ok('init', 'bash')).toContain(`\n__netkeep_db='${netkeep.folder}/data/netkeep.db'\n`)
  })

  test.each([['two\nlines'], ['\u001b[31mred'], ['x'.repeat(101)]])(
    'a text such as %j is refused',
    async (text) => {
      const netkeep = createNetkeep()
      expect(await netkeep.run('config', 'set', 'prompt-text', text)).toMatchObject({ exitCode: 2 })
    },
  )

  test('an empty text is a setting', async () => {
    const netkeep = createNetkeep()
    await netkeep.ok('config', 'set', 'prompt-text', '')
    expect(await netkeep.ok('config', 'get', 'prompt-text')).toBe('\n')
    expect(await netkeep.ok('init', 'bash')).toContain("\n__netkeep_text=''\n")
  })
})
