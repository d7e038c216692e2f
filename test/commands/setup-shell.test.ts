import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { lines, type Netkeep } from '../harness.ts'
import { fileIn, firstRun, SKIP_ALL } from './first-run.ts'

describe('the line for the shell', () => {
  const last = async (netkeep: Netkeep, ...answers: readonly boolean[]): Promise<string> => {
    const { stdout } = await netkeep.onTerminal(['setup'], [...SKIP_ALL.slice(0, -2), ...answers])
    return stdout.slice(stdout.indexOf('8 of 8'), stdout.indexOf('\n\nN')).replaceAll('\n', ' ')
  }

  test.each([
    [
      '/usr/bin/fish',
      '.config/fish/config.fish',
      'netkeep init fish | source\nnetkeep completion fish | source\n',
    ],
    ['/bin/bash', '.bashrc', 'eval "$(netkeep init bash)"\neval "$(netkeep completion bash)"\n'],
  ])('of %s stands in %s', async (shell, file, text) => {
    const netkeep = firstRun()
    netkeep.env['SHELL'] = shell
    await last(netkeep, true, true)
    expect(readFileSync(fileIn(netkeep, file), 'utf8')).toBe(text)
  })

  test('of zsh has completion only where compinit is', async () => {
    const netkeep = firstRun()
    netkeep.env['SHELL'] = '/bin/zsh'
    const seen = await last(netkeep, true)
    expect(seen).toContain(
      'For TAB, write this after compinit in your .zshrc:   eval "$(netkeep completion zsh)"',
    )
    writeFileSync(fileIn(netkeep, '.zshrc'), 'autoload -U compinit; compinit')
    await last(netkeep, true, true)
    expect(readFileSync(fileIn(netkeep, '.zshrc'), 'utf8')).toBe(
      'autoload -U compinit; compinit\neval "$(netkeep init zsh)"\neval "$(netkeep completion zsh)"\n',
    )
  })

  test('a comment that mentions it is no line, and a backslash at the end of the file does not swallow it', async () => {
    const netkeep = firstRun()
    netkeep.env['SHELL'] = '/bin/bash'
    writeFileSync(fileIn(netkeep, '.bashrc'), '# netkeep init is gone\nalias a=b \\')
    await last(netkeep, true, false)
    expect(readFileSync(fileIn(netkeep, '.bashrc'), 'utf8')).toBe(
      '# netkeep init is gone\nalias a=b \\\n\neval "$(netkeep init bash)"\n',
    )
  })

  test('is not added twice, in whatever form it is there', async () => {
    const netkeep = firstRun()
    const before = '  source <(netkeep init bash) # mine\n. <(netkeep completion bash)\n'
    writeFileSync(fileIn(netkeep, '.bashrc'), before)
    const seen = await last(netkeep)
    expect(seen).toContain('mentions netkeep init already: it stays as it is.')
    expect(readFileSync(fileIn(netkeep, '.bashrc'), 'utf8')).toBe(before)
  })

  test('keeps the mode and follows a link', async () => {
    const netkeep = firstRun()
    writeFileSync(fileIn(netkeep, 'dots'), 'one')
    chmodSync(fileIn(netkeep, 'dots'), 0o644)
    symlinkSync('dots', fileIn(netkeep, '.bashrc'))
    await last(netkeep, true, false)
    expect(readFileSync(fileIn(netkeep, 'dots'), 'utf8')).toBe('one\neval "$(netkeep init bash)"\n')
    expect(statSync(fileIn(netkeep, 'dots')).mode & 0o777).toBe(0o644)
  })

  test.each([
    ['a FIFO', (file: string) => execFileSync('mkfifo', [file]), 'it is not a regular file'],
    ['read-only', (file: string) => writeFileSync(file, 'x', { mode: 0o400 }), 'it is not to be written to'],
    [
      'a link that leads nowhere',
      (file: string) => symlinkSync('no', file),
      'it is a link that leads nowhere',
    ],
  ])('is to be added by hand where the file is %s', async (_case, make, why) => {
    const netkeep = firstRun()
    make(fileIn(netkeep, '.bashrc'))
    expect(await last(netkeep)).toContain(
      `.bashrc is left alone: ${why}. Add the line yourself:   eval "$(netkeep init bash)"`,
    )
    expect(existsSync(fileIn(netkeep, 'no'))).toBe(false)
  })

  test('is to be added by hand without a home directory, or below a file', async () => {
    const netkeep = firstRun()
    netkeep.env['HOME'] = 'relative'
    expect(await last(netkeep)).toContain('~/.bashrc is left alone: there is no home directory. Add the line')
    netkeep.env['HOME'] = netkeep.db
    expect(await last(netkeep)).toContain('.bashrc is left alone: that failed (ENOTDIR). Add the line')
  })

  test('another shell is not known, and a netkeep that is not on the PATH is told', async () => {
    const netkeep = firstRun()
    netkeep.env['PATH'] = '/nonexistent:relative'
    expect(await last(netkeep, false, false)).toContain('it is not on your PATH. Put it there first.')
    netkeep.env['SHELL'] = '/bin/tcsh'
    expect(await last(netkeep)).toContain('netkeep knows bash, zsh and fish. Later: netkeep help init')
  })
})

describe('setup where nobody can be asked', () => {
  const NOTHING = [
    'name\t\tnetkeep config set own-name "Ada Lovelace"',
    'addresses\t\tnetkeep config set own-addresses ada@example.com',
    'circles\tinner 2w, close 6w, wide 3m, outer 1y\tnetkeep circle set close 6w',
    'import\t\tnetkeep import contacts.vcf',
    'contacts\t\tnetkeep add "Grace Hopper" --circle close',
    'minutes\t15\tnetkeep config set daily-minutes 15',
    'goal\t\tnetkeep goal set 5 touches a week',
  ]
  const shellStep = (file: string): string => `shell\t\techo 'eval "$(netkeep init bash)"' >> ${file}`

  test('prints what is set and what to type', async () => {
    const netkeep = firstRun()
    const stdout = lines(...NOTHING, shellStep(fileIn(netkeep, '.bashrc')))
    expect(await netkeep.run('setup')).toEqual({ exitCode: 0, stdout, stderr: '' })
    expect((await netkeep.onTerminal(['setup', '--plain'])).stdout).toBe(stdout)
    netkeep.env['TERM'] = 'dumb'
    expect((await netkeep.onTerminal(['setup'])).stdout).toContain('minutes    15')
  })

  test.each([
    ['/bin/zsh', 'ZDOTDIR', `echo 'eval "$(netkeep init zsh)"' >> '/my dots/.zshrc'`],
    ['/usr/bin/fish', 'XDG_CONFIG_HOME', "echo 'netkeep init fish | source' >> '/my dots/fish/config.fish'"],
  ])('for %s names the file where %s has it', async (shell, name, command) => {
    const netkeep = firstRun()
    netkeep.env = { ...netkeep.env, SHELL: shell, [name]: '/my dots' }
    expect((await netkeep.ok('setup')).split('\n').at(-2)).toBe(`shell\t\t${command}`)
  })

  test('without a home directory names the file as it is usually called', async () => {
    const netkeep = firstRun()
    netkeep.env['HOME'] = ''
    expect(await netkeep.ok('setup')).toContain(`${shellStep('~/.bashrc')}\n`)
  })

  test('with --json what is not set is null, and hidden characters are as they are', async () => {
    const netkeep = firstRun()
    const values = async (): Promise<readonly (string | null)[]> =>
      (await netkeep.json('setup')).map(({ value }: { value: string | null }) => value)
    const circles = 'inner 2w, close 6w, wide 3m, outer 1y'
    expect(await values()).toEqual([null, null, circles, null, null, '15', null, null])
    await netkeep.ok('config', 'set', 'own-addresses', 'a\u001b[2J@x.org')
    expect((await values())[1]).toBe('a\u001b[2J@x.org')
    expect(await netkeep.ok('setup')).toContain('addresses\ta\\u{1b}[2J@x.org\t')
  })

  test('with --json tells what the user has set', async () => {
    const netkeep = firstRun()
    await netkeep.ok('config', 'set', 'own-name', 'Ada')
    await netkeep.ok('config', 'set', 'daily-minutes', '15')
    await netkeep.ok('add', 'Grace')
    await netkeep.ok('goal', 'set', '5 touches a week')
    writeFileSync(fileIn(netkeep, '.bashrc'), 'eval "$(netkeep init bash)"\n')
    const steps: readonly { readonly step: string; readonly value: string | null; readonly set: boolean }[] =
      await netkeep.json('setup')
    expect(steps.map(({ step, value, set }) => [step, value, set])).toEqual([
      ['name', 'Ada', true],
      ['addresses', null, false],
      ['circles', 'inner 2w, close 6w, wide 3m, outer 1y', true],
      ['import', '1 contact', true],
      ['contacts', '1 contact', true],
      ['minutes', '15', true],
      ['goal', '5 touches a week', true],
      ['shell', 'eval "$(netkeep init bash)"', true],
    ])
  })
})
