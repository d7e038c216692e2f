import { describe, expect, test } from 'vitest'
import { createNetkeep, lines, type Netkeep, sha256Of } from '../harness.ts'

interface Run {
  readonly command: string
  readonly args: readonly string[]
  readonly usesShell: boolean
}

/** Grace with these options; what is run is kept in the list. */
async function withGrace(...options: readonly string[]): Promise<{ netkeep: Netkeep; runs: Run[] }> {
  const netkeep = createNetkeep()
  await netkeep.ok('add', 'Grace Hopper', ...options)
  const runs: Run[] = []
  netkeep.runProgram = async (command, args, { usesShell = false }) => {
    runs.push({ command, args, usesShell })
    return 0
  }
  return { netkeep, runs }
}

const ALL = ['--email', 'grace@navy.mil', '--phone', '+1 555 0100', '--url', 'linkedin.com/in/grace']

describe('open on a terminal', () => {
  test('opens the one link there is, records nothing and names the next command', async () => {
    const { netkeep, runs } = await withGrace('--email', 'grace@navy.mil')
    const before = sha256Of(netkeep.db)
    expect(await netkeep.onTerminal(['open', 'grace'])).toEqual({
      exitCode: 0,
      stdout: 'Opened grace@navy.mil. Afterwards: netkeep log grace --by email\n',
      stderr: '',
    })
    expect(runs).toEqual([{ command: 'xdg-open', args: ['mailto:grace@navy.mil'], usesShell: false }])
    expect(sha256Of(netkeep.db)).toBe(before)
  })

  test.each([
    ['--mail', 'mailto:grace@navy.mil', 'email'],
    ['--phone', 'tel:+15550100', 'call'],
    ['--web', 'https://linkedin.com/in/grace', 'message'],
  ])('%s opens %s without asking', async (flag, link, channel) => {
    const { netkeep, runs } = await withGrace(...ALL)
    const { stdout } = await netkeep.onTerminal(['open', 'grace', flag])
    expect(runs.map(({ args }) => args)).toEqual([[link]])
    expect(stdout).toContain(`netkeep log grace --by ${channel}\n`)
  })

  test('asks among several, that of the last channel first', async () => {
    const { netkeep, runs } = await withGrace(...ALL)
    await netkeep.ok('log', 'grace', '--by', 'call')
    let offered: readonly string[] = []
    await netkeep.onTerminal(
      ['open', 'grace'],
      [
        (choices) => {
          offered = choices
          return 'web: '
        },
      ],
    )
    expect(offered).toEqual(['phone: +1 555 0100', 'mail: grace@navy.mil', 'web: linkedin.com/in/grace'])
    expect(runs.map(({ args }) => args)).toEqual([['https://linkedin.com/in/grace']])
  })

  test('the opener of the settings may have options', async () => {
    const { netkeep, runs } = await withGrace('--email', 'grace@navy.mil')
    await netkeep.ok('config', 'set', 'opener', 'firefox -P work')
    await netkeep.onTerminal(['open', 'grace'])
    netkeep.env['NETKEEP_OPENER'] = 'thunderbird'
    await netkeep.onTerminal(['open', 'grace'])
    expect(runs.map(({ command, usesShell }) => [command, usesShell])).toEqual([
      ['firefox -P work', true],
      ['thunderbird', true],
    ])
  })

  test.each([
    [127, 'The program "xdg-open" was not found.'],
    [3, '"xdg-open" ended with 3.'],
  ])('a program that ends with %i leaves the link to be copied', async (exitCode, what) => {
    const { netkeep } = await withGrace('--email', 'grace@navy.mil')
    netkeep.runProgram = async () => exitCode
    expect(await netkeep.onTerminal(['open', 'grace'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        `netkeep: ${what} The link is mailto:grace@navy.mil`,
        'Copy it, or choose the program for mail in the settings of your system.',
      ),
    })
  })

  test('what to do about the program depends on where it comes from, and on the link', async () => {
    const { netkeep } = await withGrace(...ALL)
    netkeep.runProgram = async () => 1
    const hint = async (flag: string): Promise<string | undefined> =>
      (await netkeep.onTerminal(['open', 'grace', flag])).stderr.split('\n')[1]
    expect(await hint('--phone')).toBe(
      'Copy it, or choose the program for calls in the settings of your system.',
    )
    expect(await hint('--web')).toBe('Copy it, or name another program: netkeep config set opener firefox')
    await netkeep.ok('config', 'set', 'opener', 'firefox')
    expect(await hint('--mail')).toBe('Copy it, or go back to the usual program: netkeep config set opener')
    netkeep.env['NETKEEP_OPENER'] = 'thunderbird'
    expect(await hint('--mail')).toBe(
      'Copy it, or name another program in NETKEEP_OPENER, which goes before the setting opener.',
    )
  })

  test('the next command has the id where the words may mean somebody else', async () => {
    const { netkeep } = await withGrace('--email', 'grace@navy.mil')
    const { id } = await netkeep.json('show', 'grace')
    expect((await netkeep.onTerminal(['open', 'grcae'])).stdout).toContain(`netkeep log ${id} --by email\n`)
    expect((await netkeep.onTerminal(['open', 'grace', 'h'])).stdout).toContain('netkeep log grace h --by')
    expect((await netkeep.onTerminal(['open', 'grace h'])).stdout).toContain("netkeep log 'grace h' --by")
  })
})

describe('open in a pipe', () => {
  test('prints the link alone and starts nothing', async () => {
    const { netkeep, runs } = await withGrace(...ALL)
    expect(await netkeep.run('open', 'grace', '--phone')).toEqual({
      exitCode: 0,
      stdout: 'tel:+15550100\n',
      stderr: '',
    })
    expect((await netkeep.onTerminal(['open', 'grace', '--mail', '--plain'])).stdout).toBe(
      'mailto:grace@navy.mil\n',
    )
    expect(runs).toEqual([])
  })

  test('with --json says whose and what kind', async () => {
    const { netkeep } = await withGrace(...ALL)
    const { uid } = await netkeep.json('show', 'grace')
    expect(await netkeep.json('open', 'grace', '--web')).toEqual({
      uid,
      name: 'Grace Hopper',
      kind: 'web',
      link: 'https://linkedin.com/in/grace',
    })
  })

  test('several kinds need one of the flags', async () => {
    const { netkeep } = await withGrace('--email', 'grace@navy.mil', '--url', 'x.org')
    expect(await netkeep.run('open', 'grace')).toEqual({
      exitCode: 2,
      stdout: '',
      stderr: lines('netkeep: Grace Hopper can be reached in several ways.', 'Say which: --mail, --web'),
    })
  })

  test.each([
    ['--mail', '--phone'],
    ['--mail', '--web'],
    ['--phone', '--web'],
  ])('%s and %s exclude one another, on a terminal too', async (one, other) => {
    const { netkeep, runs } = await withGrace(...ALL)
    const refused = await netkeep.run('open', 'grace', one, other)
    expect(refused).toMatchObject({ exitCode: 2, stdout: '' })
    expect(refused.stderr).toContain(one)
    expect(refused.stderr).toContain(`cannot be used with`)
    expect(await netkeep.onTerminal(['open', 'grace', one, other])).toEqual(refused)
    expect(runs).toEqual([])
  })

  test('of several of one kind prints the first, and says so', async () => {
    const { netkeep } = await withGrace('--email', 'b@x.org', '--email', 'a@x.org')
    expect(await netkeep.run('open', 'grace')).toEqual({
      exitCode: 0,
      stdout: 'mailto:a@x.org\n',
      stderr: 'Grace Hopper has 2 of these; this is the first.\n',
    })
  })
})

describe('what cannot be opened', () => {
  test('without any link the answer says how to add one', async () => {
    const { netkeep, runs } = await withGrace()
    const { id } = await netkeep.json('show', 'grace')
    expect(await netkeep.onTerminal(['open', 'grace'])).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: lines(
        'netkeep: Grace Hopper has no e-mail address, phone number or page to open.',
        `Add one: netkeep edit ${id} --email grace@example.com`,
      ),
    })
    expect((await netkeep.run('open', 'grace', '--phone')).stderr).toBe(
      lines(
        'netkeep: Grace Hopper has no phone number to open.',
        `Add one: netkeep edit ${id} --phone "+1 555 0100"`,
      ),
    )
    expect(runs).toEqual([])
  })

  test.each(['javascript:alert(1)', 'file:///etc/passwd', 'data:text/html,x', '-rf', '\u001b]52;c;x\u0007'])(
    'the stored URL %j is never opened',
    async (url) => {
      const { netkeep, runs } = await withGrace(`--url=${url}`)
      const { exitCode, stderr } = await netkeep.onTerminal(['open', 'grace'])
      const shown = url.replace('\u001b', '\\u{1b}').replace('\u0007', '\\u{7}')
      expect([exitCode, runs]).toEqual([1, []])
      expect(stderr.split('\n')[0]).toBe(
        `netkeep: Grace Hopper has no e-mail address, phone number or page to open. This is never opened: ${shown}`,
      )
    },
  )
})
