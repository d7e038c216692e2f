/** The hooks of `netkeep init` in real shells. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { SHELLS, type Shell } from '../../src/shell/shells.ts'
import { createProgram, HAS_TERMINAL, NETKEEP, type Program } from '../e2e/program.ts'
import { lines } from '../harness.ts'
import { testWith } from './shells.ts'

/** How each shell says the same. */
const SAY = {
  bash: {
    load: 'eval "$(netkeep init bash)"',
    draw: `for command in "\${PROMPT_COMMAND[@]}"; do eval "$command"; done`,
  },
  zsh: { load: 'eval "$(netkeep init zsh)"', draw: 'for hook in $precmd_functions; do $hook; done' },
  fish: { load: 'netkeep init fish | source', draw: '__netkeep_count' },
} as const

const define = (shell: Shell): string =>
  shell === 'fish'
    ? `function netkeep; '${process.execPath}' '${NETKEEP}' $argv; end`
    : `netkeep() { '${process.execPath}' '${NETKEEP}' "$@"; }`

interface Ran {
  readonly stdout: string
  readonly stderr: string
  readonly status: number | null
}

/** Runs lines in a shell that reads no file at its start. */
function runIn(
  shell: Shell,
  program: Program,
  script: string,
  env: Record<string, string | undefined> = {},
): Ran {
  const args = { bash: ['--norc', '--noprofile'], zsh: ['-f'], fish: ['--no-config'] }[shell]
  const { stdout, stderr, status } = spawnSync(shell, [...args, '-c', `${define(shell)}\n${script}`], {
    cwd: program.folder,
    encoding: 'utf8',
    timeout: 15_000,
    env: {
      PATH: process.env['PATH'],
      HOME: program.folder,
      TERM: 'xterm',
      TZ: 'UTC',
      LC_ALL: 'C.UTF-8',
      NETKEEP_DB: program.db,
      ...env,
    },
  })
  return { stdout, stderr, status }
}

/** A database in which so many contacts are cold. */
async function withCold(count: number): Promise<Program> {
  const program = createProgram()
  for (let index = 0; index < count; index++) {
    await program.ok('add', `Contact ${index}`, '--every', '1w')
    await program.ok('log', `Contact ${index}`, '--on', '2026-01-01')
  }
  return program
}

/** What an interactive bash reads at its start. */
function rcOf(program: Program, text: string): void {
  writeFileSync(path.join(program.folder, 'rc'), `${define('bash')}\n${text}\n`)
}

describe.each(SHELLS)('in %s', (shell) => {
  const { load, draw } = SAY[shell]

  testWith(shell)(
    'NETKEEP_DUE is the overdue count, before the first prompt and after each command',
    async () => {
      const program = await withCold(2)
      const script = `${load}
echo "[$NETKEEP_DUE]"
netkeep log 'Contact 0' > log; ${draw}; echo "[$NETKEEP_DUE]"
netkeep undo > log; ${draw}; echo "[$NETKEEP_DUE]"
netkeep snooze 'Contact 1' 2w > log; ${draw}; echo "[$NETKEEP_DUE]"
netkeep log 'Contact 0' > log; ${draw}; echo "[$NETKEEP_DUE]"`
      expect(runIn(shell, program, script)).toEqual({
        stdout: lines('[2]', '[1]', '[2]', '[1]', '[]'),
        stderr: '',
        status: 0,
      })
    },
  )

  testWith(shell)(
    'another NETKEEP_DB is followed, and without one the default database is read',
    async () => {
      const [one, two] = [await withCold(1), await withCold(2)]
      const unset = shell === 'fish' ? 'set -e NETKEEP_DB' : 'unset NETKEEP_DB'
      const assign = (file: string): string =>
        shell === 'fish' ? `set -x NETKEEP_DB '${file}'` : `NETKEEP_DB='${file}'`
      const script = `${load}
${draw}; echo "[$NETKEEP_DUE]"
${assign(two.db)}; ${draw}; echo "[$NETKEEP_DUE]"
${assign('nowhere.db')}; ${draw}; echo "[$NETKEEP_DUE]"
${assign(path.relative(one.folder, two.db))}; ${draw}; echo "[$NETKEEP_DUE]"
${unset}; ${draw}; echo "[$NETKEEP_DUE]"
netkeep add Somebody --every 1w > log; netkeep log Somebody --on 2026-01-01 > log; ${draw}; echo "[$NETKEEP_DUE]"`
      expect(runIn(shell, one, script)).toEqual({
        stdout: lines('[1]', '[2]', '[]', '[2]', '[]', '[1]'),
        stderr: '',
        status: 0,
      })
    },
  )

  testWith(shell)('the path of the default database may hold any characters', async () => {
    const program = createProgram()
    const home = path.join(program.folder, 'a \'b\' "c" $(touch x) `d` \\e ü')
    mkdirSync(home)
    const script = `${load}
netkeep add Somebody --every 1w > log; netkeep log Somebody --on 2026-01-01 > log; ${draw}; echo "[$NETKEEP_DUE]"`
    const env = { NETKEEP_DB: undefined, HOME: home }
    expect(runIn(shell, program, script, env)).toEqual({ stdout: '[1]\n', stderr: '', status: 0 })
  })

  testWith(shell)('a file older than the database is not believed until the next command', async () => {
    const program = await withCold(1)
    utimesSync(`${program.db}.prompt`, 1_000_000_000, 1_000_000_000)
    const script = `${load}\necho "[$NETKEEP_DUE]"\nnetkeep due > log; ${draw}; echo "[$NETKEEP_DUE]"`
    expect(runIn(shell, program, script).stdout).toBe(lines('[]', '[1]'))
  })

  testWith(shell, 'faketime')(
    'the count of each day is right, and in two time zones across midnight',
    async () => {
      const program = createProgram()
      const at = (time: string, zone: string, ...args: readonly string[]): string => {
        const { stdout, stderr } = spawnSync('faketime', ['-f', `@${time}`, ...args], {
          cwd: program.folder,
          encoding: 'utf8',
          timeout: 15_000,
          env: {
            PATH: process.env['PATH'],
            HOME: program.folder,
            NETKEEP_DB: program.db,
            TZ: zone,
            // Programs that a shell starts go on in its time.
            FAKETIME_DONT_RESET: '1',
            LC_ALL: 'C.UTF-8',
          },
        })
        if (stderr !== '') throw new Error(stderr)
        return stdout
      }
      const netkeep = (time: string, zone: string, ...args: readonly string[]): string =>
        at(time, zone, process.execPath, NETKEEP, ...args)
      // Due on 22 November, so cold from the 23rd.
      netkeep('2026-11-15 12:00:00', 'UTC', 'add', 'Grace', '--every', '1w')
      const hook = path.join(program.folder, 'hook')
      writeFileSync(hook, await program.ok('init', shell))
      const read =
        shell === 'fish' ? `source '${hook}'; echo "[$NETKEEP_DUE]"` : `. '${hook}'; echo "[$NETKEEP_DUE]"`
      const drawn = (time: string, zone: string): string => at(time, zone, shell, '-c', read).trim()
      const moments = [
        ['2026-11-22 23:59:58', 'UTC'],
        ['2026-11-23 00:00:01', 'UTC'],
        // faketime reads the time in the zone it is started in.
        ['2026-11-22 23:59:58', 'Pacific/Kiritimati'],
        ['2026-11-23 00:00:01', 'Pacific/Kiritimati'],
        ['2026-11-22 23:59:58', 'America/Los_Angeles'],
        ['2026-11-23 00:00:01', 'America/Los_Angeles'],
        ['2027-11-23 00:00:01', 'America/Los_Angeles'],
      ] as const
      expect(moments.map(([time, zone]) => drawn(time, zone))).toEqual([
        '[]',
        '[1]',
        '[]',
        '[1]',
        '[]',
        '[1]',
        '[1]',
      ])
      expect(moments.map(([time, zone]) => netkeep(time, zone, 'prompt').trim())).toEqual([
        '',
        '1',
        '',
        '1',
        '',
        '1',
        '1',
      ])
      // A shell that stays open over midnight.
      const staying = `${read}; sleep 3; ${draw}; echo "[$NETKEEP_DUE]"`
      expect(at('2026-11-22 23:59:58', 'UTC', shell, '-c', staying)).toBe(lines('[]', '[1]'))
      // Whichever zone wrote the file last, the others read it.
      netkeep('2026-11-23 12:00:00', 'Pacific/Kiritimati', 'due')
      expect(moments.map(([time, zone]) => drawn(time, zone))).toEqual([
        '[]',
        '[1]',
        '[]',
        '[1]',
        '[]',
        '[1]',
        '[1]',
      ])
    },
  )

  testWith(shell)('a shell that is moved to another time zone shows the count of the day there', async () => {
    const program = await withCold(1)
    // Never on the same day.
    const [west, east] = ['Pacific/Pago_Pago', 'Pacific/Kiritimati']
    const dayIn = (zone: string): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(new Date()).replaceAll('-', '')
    writeFileSync(
      `${program.db}.prompt`,
      lines('netkeep 1', `${dayIn(west ?? '')} 5`, `${dayIn(east ?? '')} 6`),
      { mode: 0o600 },
    )
    const move = shell === 'fish' ? `set -x TZ ${east}` : `export TZ=${east}`
    const script = `${load}; ${draw}; echo "[$NETKEEP_DUE]"; ${move}; ${draw}; echo "[$NETKEEP_DUE]"`
    expect(runIn(shell, program, script, { TZ: west }).stdout).toBe(lines('[5]', '[6]'))
  })

  testWith(shell, 'strace')('drawing a prompt starts no process but date in fish', async () => {
    const program = await withCold(1)
    const hook = path.join(program.folder, 'hook')
    const trace = path.join(program.folder, 'trace')
    writeFileSync(hook, await program.ok('init', shell))
    const source = shell === 'fish' ? `source '${hook}'` : `. '${hook}'`
    const count = (draws: number): number => {
      const script = [source, ...Array<string>(draws).fill(draw)].join('\n')
      const args = [
        '-f',
        '-qq',
        '-e',
        'trace=execve,clone,clone3,fork,vfork',
        '-o',
        trace,
        shell,
        '-c',
        script,
      ]
      spawnSync('strace', args, {
        env: { PATH: process.env['PATH'], HOME: program.folder, NETKEEP_DB: program.db },
      })
      return readFileSync(trace, 'utf8')
        .split('\n')
        .filter((line) => / (clone3?|v?fork)\(/.test(line) && !line.includes('CLONE_THREAD')).length
    }
    expect(count(21) - count(1)).toBeLessThanOrEqual(shell === 'fish' ? 20 : 0)
  })
})

describe('in bash', () => {
  /** The branches for bash before 5.1 and before 4.2, which few machines still have. */
  const ages = [
    ['of today', SAY.bash.load],
    ['before 5.1', `eval "$(netkeep init bash | sed 's/>= 501/>= 9999/')"`],
    ['before 4.2', `eval "$(netkeep init bash | sed 's/>= 501/>= 9999/; s/>= 402/>= 9999/')"`],
  ] as const

  test.each(ages)(
    '%s the hook is read and drawn with -eu, with nothing set, and keeps $?',
    async (_age, load) => {
      const program = await withCold(1)
      const script = `set -eu
unset PS1 PROMPT_COMMAND
${load}
${load}
printf '%s\\n' "\${PROMPT_COMMAND[@]}"
echo "[$NETKEEP_DUE] [\${PS1-unset}]"
PROMPT_COMMAND='seen=$?'
unset -f __netkeep_count
${load}
PS1='> '
end() { return "$1"; }
draw() { local status=$? command; for command in "\${PROMPT_COMMAND[@]}"; do end "$status" && :; eval "$command"; done; }
set +e
end 3; draw; echo "$seen"
end 3; __netkeep_count; echo "$?"; end 3; __netkeep_mark; echo "$?"
set -e
! true; draw && :; echo "$seen"
echo "$PS1" | grep -o netkeep_shown | wc -l`
      expect(runIn('bash', program, script)).toEqual({
        stdout: lines('__netkeep_count && :', '__netkeep_mark && :', '[1] [unset]', '3', '3', '3', '1', '1'),
        stderr: '',
        status: 0,
      })
    },
  )

  describe.each(ages)('%s', (age, load) => {
    test.each([
      ['a command', "PROMPT_COMMAND='echo mine'"],
      ['one that ends with a semicolon', "PROMPT_COMMAND='echo mine; '"],
      ['one with a comment', "PROMPT_COMMAND='echo mine # so'"],
      ['an array', "PROMPT_COMMAND=('echo mine' ':')"],
      ['an array with a gap', "PROMPT_COMMAND=([0]=: [2]='echo mine')"],
    ])('a prompt command stays: %s', async (what, given) => {
      // Before 5.1 only the first element of an array is a prompt command.
      if (age !== 'of today' && what.startsWith('an array')) return
      const program = await withCold(1)
      const script = `${given}; PS1='> '; ${load}\n${SAY.bash.draw}; echo "\${PS1@P}"`
      expect(runIn('bash', program, script, { TERM: 'dumb' }).stdout).toBe(lines('mine', '(1 cold) > '))
    })
  })

  testWith('bash')('with bash-preexec it is one of precmd_functions, and PROMPT_COMMAND stays', async () => {
    const program = await withCold(1)
    const script = `set -eu; __bp_imported=defined; PROMPT_COMMAND=__bp_precmd_invoke_cmd; ${SAY.bash.load}
${SAY.bash.load}; echo "$PROMPT_COMMAND \${precmd_functions[*]}"
precmd_functions=(mine); ${SAY.bash.load}; echo "\${precmd_functions[*]}"`
    expect(runIn('bash', program, script).stdout).toBe(
      lines('__bp_precmd_invoke_cmd __netkeep_count __netkeep_mark', '__netkeep_count mine __netkeep_mark'),
    )
  })

  testWith('bash')(
    'the mark stands before the prompt, behind its first line break, with its width known',
    async () => {
      const program = await withCold(1)
      const prompts = ["PS1='> '", "PS1='\\n\\w\\n> '", "PS1=$'\\n> '", "PS1='[$NETKEEP_DUE] '", 'PS1=']
      const script = `${SAY.bash.load}\n${prompts.map((prompt) => `${prompt}; ${SAY.bash.draw}; ${SAY.bash.draw}; echo "$PS1"`).join('\n')}`
      const mark = '\\[$' + '{__netkeep_on-}\\]$' + '{__netkeep_shown-}\\[$' + '{__netkeep_off-}\\]'
      expect(runIn('bash', program, script).stdout).toBe(
        lines(`${mark}> `, `\\n${mark}\\w\\n> `, '', `${mark}> `, '[$NETKEEP_DUE] ', ''),
      )
    },
  )

  testWith('bash')(
    'a prompt that others wrap or set anew has one mark, with the count of today',
    async () => {
      const program = await withCold(1)
      const script = `${SAY.bash.load}
PS1='> '; ${SAY.bash.draw}; PS1="(venv) $PS1"; ${SAY.bash.draw}; echo "\${PS1@P}"
netkeep log 'Contact 0' > log; ${SAY.bash.draw}; echo "\${PS1@P}"; PS1='$ '; ${SAY.bash.draw}; echo "\${PS1@P}"`
      expect(runIn('bash', program, script, { NO_COLOR: '1' }).stdout).toBe(
        lines('(venv) (1 cold) > ', '(venv) > ', '$ '),
      )
    },
  )

  testWith('bash')('a prompt command finds $? and PIPESTATUS as the command line left them', async () => {
    const program = await withCold(1)
    rcOf(
      program,
      `PS1='> '; told() { echo "told: $? \${PIPESTATUS[*]}"; }; PROMPT_COMMAND=told\n${SAY.bash.load}`,
    )
    const { stdout } = await program.onTerminal('bash --noprofile --rcfile rc -i; true', [
      { seen: '> ', keys: 'true | (exit 3) | (exit 4)\r' },
      { seen: 'told: 4 0 3 4', keys: 'exit\r' },
    ])
    expect(stdout).toContain('told: 4 0 3 4')
  })

  testWith('bash')('variables that may not be set are left alone, and locals clash with nobody', async () => {
    const program = await withCold(1)
    const script = `set -eu; readonly PROMPT_COMMAND=: status=1 text=1 db=x count=2
${SAY.bash.load}; __netkeep_count; echo "$PROMPT_COMMAND [$NETKEEP_DUE]"`
    expect(runIn('bash', program, script)).toEqual({ stdout: ': [1]\n', stderr: '', status: 0 })
    const fixed = `readonly PS1='> '; ${SAY.bash.load}; ${SAY.bash.draw}; echo "$PS1[$NETKEEP_DUE]"`
    expect(runIn('bash', program, fixed)).toEqual({
      stdout: '> [1]\n',
      stderr: '',
      status: 0,
    })
  })

  testWith('bash')('another shell that reads the script by mistake goes on', async () => {
    const program = createProgram()
    writeFileSync(path.join(program.folder, 'hook'), await program.ok('init', 'bash'))
    const { stdout, stderr } = spawnSync('sh', ['-eu', '-c', '. ./hook; echo "on $0"'], {
      cwd: program.folder,
      encoding: 'utf8',
    })
    expect([stdout, stderr]).toEqual(['on sh\n', ''])
  })

  testWith('bash')('read again after the last was logged, it shows nothing', async () => {
    const program = await withCold(1)
    const script = `${SAY.bash.load}; PS1='> '; ${SAY.bash.draw}
netkeep log 'Contact 0' > log; ${SAY.bash.load}; ${SAY.bash.draw}; echo "\${PS1@P}"`
    expect(runIn('bash', program, script, { NO_COLOR: '1' }).stdout).toBe('> \n')
  })

  testWith('shellcheck')('the script is clean for shellcheck', async () => {
    const program = createProgram()
    const script = await program.ok('init', 'bash')
    const { stdout } = spawnSync('shellcheck', ['-'], { input: script, encoding: 'utf8' })
    expect(stdout).toBe('')
  })
})

describe('in zsh', () => {
  testWith('zsh')(
    'the hook is read and drawn with errexit, nounset and warnings, in emulations too, and stays one of several',
    async () => {
      const program = await withCold(1)
      const odd =
        'setopt extendedglob globsubst shwordsplit ksharrays errreturn rcexpandparam nomultibyte cshnullglob'
      const modes: readonly (readonly [string, string])[] = [
        ['emulate zsh', '(1 cold) > '],
        [`emulate zsh; ${odd}`, '(1 cold) > '],
        ['emulate sh', '(1 cold) > '],
        ['emulate ksh', '(1 cold) > '],
        // A prompt without percent signs has no place for it.
        ['unsetopt promptpercent', '> '],
      ]
      for (const [mode, prompt] of modes) {
        const script = `${mode}; setopt errexit nounset warncreateglobal 2> /dev/null
unset PROMPT
mine() { true; }
precmd_functions=(mine)
${SAY.zsh.load}
${SAY.zsh.load}
print -r -- "\${precmd_functions[*]} [$NETKEEP_DUE]"
for hook in "\${precmd_functions[@]}"; do $hook; done
PROMPT='> '
for hook in "\${precmd_functions[@]}"; do $hook; done
[[ -o errexit && -o nounset ]] && print kept
emulate zsh; print -rP "$PROMPT"`
        expect([mode, runIn('zsh', program, script, { NO_COLOR: '1' })]).toEqual([
          mode,
          {
            stdout: lines('__netkeep_count mine __netkeep_mark [1]', 'kept', prompt),
            stderr: '',
            status: 0,
          },
        ])
      }
    },
  )

  testWith('zsh')(
    'the mark stands before the prompt, literally and once, and leaves psvar alone',
    async () => {
      const program = await withCold(1)
      const script = `${SAY.zsh.load}
PROMPT='%# '; ${SAY.zsh.draw}; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"
setopt promptsubst promptbang; ${SAY.zsh.draw}; print -r -- "\${(%%)PROMPT}"; unsetopt promptsubst promptbang
PROMPT=$'\n%# '; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"
PROMPT="(venv) $PROMPT"; old=$PROMPT; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"
PROMPT='$NETKEEP_DUE %# '; ${SAY.zsh.draw}; print -r -- "$PROMPT"
PROMPT=$old; netkeep log 'Contact 0' > log; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"
print $#psvar`
      const env = { TERM: 'dumb', NETKEEP_PROMPT_TEXT: '%F{red}!$(touch x)`touch x`\\{count} ' }
      const text = '%F{red}!$(touch x)`touch x`\\1 '
      const prompt = process.getuid?.() === 0 ? '# ' : '% '
      expect(runIn('zsh', program, script, env)).toEqual({
        stdout: lines(
          ...[text + prompt, text + prompt, '', text + prompt, '(venv) ', text + prompt],
          ...['$NETKEEP_DUE %# ', '(venv) ', prompt, '0'],
        ),
        stderr: '',
        status: 0,
      })
    },
  )

  testWith('zsh')('read again after the last was logged, it shows nothing', async () => {
    const program = await withCold(1)
    const script = `${SAY.zsh.load}; PROMPT='> '; ${SAY.zsh.draw}
netkeep log 'Contact 0' > log; ${SAY.zsh.load}; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"`
    expect(runIn('zsh', program, script, { NO_COLOR: '1' }).stdout).toBe('> \n')
  })

  testWith('zsh')('any text is read as it stands', async () => {
    const program = await withCold(1)
    for (const text of ['==', '=ls', 'a:=ls', '~', "it's"]) {
      const script = `${SAY.zsh.load}\nPROMPT='> '; ${SAY.zsh.draw}; print -r -- "\${(%)PROMPT}"`
      expect(runIn('zsh', program, script, { NETKEEP_PROMPT_TEXT: text, NO_COLOR: '1' })).toEqual({
        stdout: `${text}> \n`,
        stderr: '',
        status: 0,
      })
    }
  })
})

describe('in fish', () => {
  testWith('fish')('the text stands before the prompt and what stood before it, once', async () => {
    const program = await withCold(1)
    const script = `function fish_mode_prompt; echo 'N '; end
function fish_prompt; echo '> '; end
${SAY.fish.load}
${SAY.fish.load}
fish_mode_prompt; fish_prompt
netkeep log 'Contact 0' > log; __netkeep_count; fish_mode_prompt; fish_prompt`
    expect(runIn('fish', program, script, { TERM: 'dumb' })).toEqual({
      stdout: lines('(1 cold) N ', '> ', 'N ', '> '),
      stderr: '',
      status: 0,
    })
  })

  testWith('fish')('it stands there without anything that stood before it', async () => {
    const program = await withCold(1)
    const script = `functions -e fish_mode_prompt; functions -e fish_prompt\n${SAY.fish.load}\nfish_mode_prompt`
    expect(runIn('fish', program, script, { NO_COLOR: '1' }).stdout).toBe('(1 cold) ')
  })

  testWith('fish')('before a prompt that shows NETKEEP_DUE itself nothing is put', async () => {
    const program = await withCold(1)
    const script = `function fish_prompt; echo "[$NETKEEP_DUE] "; end\n${SAY.fish.load}\nfish_mode_prompt; fish_prompt`
    expect(runIn('fish', program, script).stdout).toBe('[1] \n')
  })
})

describe.skipIf(!HAS_TERMINAL)('at a terminal', () => {
  const rc = (program: Program, shell: Shell, text: string): void => {
    const file = { bash: 'rc', zsh: '.zshrc', fish: path.join('fish', 'config.fish') }[shell]
    mkdirSync(path.join(program.folder, 'fish'), { recursive: true })
    writeFileSync(path.join(program.folder, file), `${define(shell)}\n${text}\n`)
  }
  const start = {
    bash: 'bash --noprofile --rcfile rc -i',
    zsh: 'ZDOTDIR=$PWD zsh -i',
    fish: 'XDG_CONFIG_HOME=$PWD fish -i',
  } as const

  test.each(SHELLS)(
    '%s shows the count before its prompt, in colour, until nobody is cold',
    async (shell) => {
      const program = await withCold(1)
      const prompt = {
        bash: "PS1='ready> '",
        zsh: "PROMPT='ready> '",
        fish: "function fish_prompt; echo 'ready> '; end",
      }[shell]
      rc(program, shell, `${prompt}\n${SAY[shell].load}`)
      const { stdout } = await program.onTerminal(`${start[shell]}; true`, [
        { seen: 'ready> ', keys: "netkeep log 'Contact 0'\r" },
        { seen: 'In touch with Contact 0', keys: 'echo en\\d\r' },
        { seen: 'end', keys: 'exit\r' },
      ])
      const colored = stdout.match(/\u001b\[33m\(1 cold\) (\u001b\[\d*m|\u001b\(B|\u001b\[m)+/g) ?? []
      expect(colored.length).toBeGreaterThanOrEqual(1)
      const afterwards = stdout.slice(stdout.indexOf('In touch with'))
      expect(afterwards).toContain('ready> ')
      expect(afterwards).not.toContain('(1 cold)')
    },
  )

  testWith('bash')(
    'bash with -eu survives a command that fails in a condition, and shows its status',
    async () => {
      const program = await withCold(1)
      for (const given of ['PROMPT_COMMAND=:', 'PROMPT_COMMAND=(: :)']) {
        rc(program, 'bash', `PS1='<$?> '\n${given}\n${SAY.bash.load}\nset -eu`)
        const { stdout } = await program.onTerminal(`${start.bash}; true`, [
          { seen: '<0> ', keys: '! true\r' },
          { seen: '<1> ', keys: 'exit 0\r' },
        ])
        expect(stdout).toContain('(1 cold) ')
        expect(stdout).toContain('<1> ')
      }
    },
  )
})

describe('in tmux', () => {
  testWith('tmux')('the status line of docs/prompt.md shows the count', async () => {
    const program = await withCold(3)
    const snippet = /^set -g status-right '#\(netkeep .*$/m.exec(readFileSync('docs/prompt.md', 'utf8'))?.[0]
    const command = `'${process.execPath}' '${NETKEEP}' prompt`.replaceAll("'", '')
    const conf = path.join(program.folder, 'tmux.conf')
    writeFileSync(conf, `set -g status-interval 1\n${snippet?.replace('netkeep prompt', command)}\n`)
    // A tmux within a tmux: only what is inside of one can be looked at.
    const env = {
      PATH: process.env['PATH'],
      HOME: program.folder,
      TERM: 'xterm',
      LC_ALL: 'C.UTF-8',
      NETKEEP_DB: program.db,
    }
    const [inner, outer] = ['inner', 'outer'].map((name) => ['-S', path.join(program.folder, name)])
    const tmux = (...args: readonly string[]): string =>
      spawnSync('tmux', args, { env, encoding: 'utf8' }).stdout
    try {
      const start = ['env', '-u', 'TMUX', 'tmux', ...(inner ?? []), '-f', conf, 'new-session', 'sleep 60']
      tmux(...(outer ?? []), '-f', '/dev/null', 'new-session', '-d', '-x', '80', '-y', '10', start.join(' '))
      await expect
        .poll(() => tmux(...(outer ?? []), 'capture-pane', '-p'), { timeout: 15_000, interval: 200 })
        .toMatch(/3 cold \d\d:\d\d\s*$/)
    } finally {
      for (const server of [inner, outer]) tmux(...(server ?? []), 'kill-server')
    }
  })
})
