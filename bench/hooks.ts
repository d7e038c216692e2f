/** The prompt hooks in real shells: time and processes of a draw, at one size of network. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BENCH_FOLDER, networkOf, type Size } from './networks.ts'
import { netkeep } from './program.ts'
import { median } from './rounds.ts'
import type { Row } from './table.ts'

const DRAWS = 200
const BATCHES = 15
const TRACED = 20

/**
 * For each shell a script that reads the hook ($1), draws `$2` batches of `$3` prompts, and prints the time in µs that each batch took.
 * The clock is the shell's own, where it has one.
 */
const SHELLS = [
  {
    name: 'bash',
    goal: 0.1,
    draws: DRAWS,
    args: ['--norc', '--noprofile'],
    script: `. "$1"; PS1='\\w\\$ '
for ((batch = 0; batch < $2; batch++)); do
  started=$EPOCHREALTIME
  for ((draw = 0; draw < $3; draw++)); do for command in "\${PROMPT_COMMAND[@]}"; do eval "$command"; done; done
  ended=$EPOCHREALTIME
  echo $(( \${ended/[.,]/} - \${started/[.,]/} ))
done`,
  },
  {
    name: 'zsh',
    goal: 0.1,
    draws: DRAWS,
    args: ['-f'],
    script: `zmodload zsh/datetime; . "$1"; PROMPT='%~ %# '
for ((batch = 0; batch < $2; batch++)); do
  started=$EPOCHREALTIME
  for ((draw = 0; draw < $3; draw++)); do for hook in $precmd_functions; do $hook; done; done
  echo $(( (EPOCHREALTIME - started) * 1000000 ))
done`,
  },
  {
    name: 'fish',
    goal: 2,
    draws: 20,
    args: ['--no-config'],
    script: `source $argv[1]
for batch in (seq $argv[2])
  set started (date +%s%N)
  for draw in (seq $argv[3]); __netkeep_count; set shown (fish_mode_prompt); end
  math "("(date +%s%N)" - $started) / 1000"
end`,
  },
] as const

export function benchHooks(size: Size): readonly Row[] {
  const database = networkOf(size)
  // The prompt file of today.
  spawnSync(process.execPath, [...netkeep('due', '--count')], {
    env: { ...process.env, NETKEEP_DB: database },
  })
  return SHELLS.flatMap(({ name, goal, draws, args, script }): readonly Row[] => {
    const hook = path.join(BENCH_FOLDER, `hook.${name}`)
    mkdirSync(BENCH_FOLDER, { recursive: true })
    writeFileSync(hook, spawnSync(process.execPath, [...netkeep('init', name)], { encoding: 'utf8' }).stdout)
    const env = {
      PATH: process.env['PATH'],
      HOME: BENCH_FOLDER,
      TERM: 'xterm',
      LC_ALL: 'C.UTF-8',
      NETKEEP_DB: database,
    }
    const words = (batches: number, count: number): string[] => [
      ...[...args, '-c', script],
      ...(name === 'fish' ? [] : ['hook']),
      ...[hook, String(batches), String(count)],
    ]
    const timed = spawnSync(name, words(BATCHES, draws), { encoding: 'utf8', env })
    if (timed.error !== undefined || timed.status !== 0)
      return [{ what: `${name}: not measured`, time: 'not installed' }]
    const samples = timed.stdout
      .trim()
      .split('\n')
      .map((us) => Number(us) / 1000 / draws)
    const traced = (count: number): number => {
      const trace = path.join(BENCH_FOLDER, 'trace')
      const options = ['-f', '-qq', '-e', 'trace=clone,clone3,fork,vfork', '-o', trace]
      const { status } = spawnSync('strace', [...options, name, ...words(1, count)], { env, stdio: 'ignore' })
      return status === 0
        ? readFileSync(trace, 'utf8')
            .split('\n')
            .filter((line) => /(clone3?|v?fork)\(/.test(line) && !line.includes('CLONE_THREAD')).length
        : Number.NaN
    }
    return [
      { what: `prompt in ${name}, a draw`, samples, figure: median(samples), unit: 'ms', goal },
      {
        what: `prompt in ${name}, processes`,
        figure: (traced(TRACED + 1) - traced(1)) / TRACED,
        unit: 'a draw',
        goal: name === 'fish' ? 1 : 0,
      },
    ]
  })
}
