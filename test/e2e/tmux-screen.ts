/** What stands on a real terminal after a command: the characters as tmux has placed them. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { expect } from 'vitest'
import { NETKEEP, type Program } from './program.ts'

/** Runs netkeep on a terminal of these columns and 24 rows; returns its lines as they are seen, blanks at the ends left out. */
export async function screenOf(
  program: Program,
  columns: number,
  ...args: readonly string[]
): Promise<readonly string[]> {
  const env = {
    PATH: process.env['PATH'],
    HOME: program.folder,
    TERM: 'xterm',
    LC_ALL: 'C.UTF-8',
    NETKEEP_DB: program.db,
  }
  const tmux = (...words: readonly string[]): string =>
    spawnSync('tmux', ['-S', path.join(program.folder, 'screen'), '-f', '/dev/null', ...words], {
      env,
      encoding: 'utf8',
    }).stdout
  const command = ['exec 2>&1;', process.execPath, NETKEEP, ...args, '; echo ended; sleep 60'].join(' ')
  try {
    tmux('new-session', '-d', '-x', String(columns), '-y', '24', command)
    await expect
      .poll(() => tmux('capture-pane', '-p'), { timeout: 15_000, interval: 100 })
      .toMatch(/^ended$/m)
    const lines = tmux('capture-pane', '-p').split('\n')
    return lines.slice(0, lines.indexOf('ended')).map((line) => line.trimEnd())
  } finally {
    tmux('kill-server')
  }
}
