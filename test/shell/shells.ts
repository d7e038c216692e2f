/** Real shells for tests. A missing one is skipped loudly where somebody works, and is an error where changes are checked. */
import { spawnSync } from 'node:child_process'
import { type TestAPI, test } from 'vitest'

/** The Debian packages that bring what the tests run. */
const PACKAGES: Readonly<Record<string, string>> = {
  bash: 'bash',
  zsh: 'zsh',
  fish: 'fish',
  tmux: 'tmux',
  strace: 'strace',
  faketime: 'faketime',
  shellcheck: 'shellcheck',
  localedef: 'locales',
}

const found = new Map<string, boolean>()

/** @throws Error on CI where it is missing: .ci/run installs it. */
function has(program: string): boolean {
  const known = found.get(program)
  if (known !== undefined) return known
  // Not every one of them has --version.
  const isThere = spawnSync('sh', ['-c', `command -v ${program}`], { stdio: 'ignore' }).status === 0
  found.set(program, isThere)
  if (!isThere) {
    const message = `${program} is not installed (package ${PACKAGES[program] ?? program})`
    if (process.env['CI'] === 'true') throw new Error(message)
    process.stderr.write(`\nSKIPPED: tests that need ${program}: ${message}\n`)
  }
  return isThere
}

/** A test that needs these programs. */
export function testWith(...programs: readonly string[]): TestAPI {
  return programs.map(has).every(Boolean) ? test : (test.skip as TestAPI)
}
