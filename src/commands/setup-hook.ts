/** The step of `netkeep setup` that adds lines to the file a shell reads at its start: the overdue count in the prompt, and completion. */
import { existsSync } from 'node:fs'
import path from 'node:path'
import type { Context } from '../context.ts'
import { safeText } from '../render/safe-text.ts'
import { SHELLS, type Shell } from '../shell/shells.ts'
import { STARTUP, startupFileOf } from '../shell/startup.ts'
import { appendLine, readStartupFile } from '../shell/startup-file.ts'
import { type Step, say, type Walk } from './setup-walk.ts'

type Environment = Context['env']

/** A file with this in it has the line, in one form or another. */
const HOOK_MARK = 'netkeep init'

/** Not in a comment. */
function mentions(text: string, mark: string): boolean {
  return text.split('\n').some((line) => line.includes(mark) && !line.trimStart().startsWith('#'))
}

/** The shell that the user logs in with, where netkeep knows it. */
export function shellOf(env: Environment): Shell | undefined {
  return SHELLS.find((name) => name === path.basename(env['SHELL'] ?? ''))
}

export const HOOK: Step = {
  title: 'Your shell',
  why: '"(3 cold)" before the prompt on days when three contacts are cold, and TAB for names and commands.',
  ask: async (walk) => {
    const { env } = walk.session.context
    const shell = shellOf(env)
    if (shell === undefined) return say(walk, 'netkeep knows bash, zsh and fish. Later: netkeep help init')
    const { hook, completion } = STARTUP[shell]
    await offerLine(walk, shell, HOOK_MARK, hook)
    if (shell !== 'zsh' || /compinit|oh-my-zsh/.test(textOf(shell, env)))
      return offerLine(walk, shell, 'netkeep completion', completion)
    say(walk, `For TAB, write this after compinit in your .zshrc:\n  ${completion}`)
  },
}

/** Asks whether to add the line, unless the file has one with `mark` in it. */
async function offerLine(walk: Walk, shell: Shell, mark: string, line: string): Promise<void> {
  const { context } = walk.session
  const file = startupFileOf(shell, context.env)
  if (file === undefined) return byHand(walk, STARTUP[shell].file, 'there is no home directory', line)
  try {
    const found = readStartupFile(file)
    if (!found.isUsable) return byHand(walk, file, found.why, line)
    if (mentions(found.text, mark))
      return say(walk, `${safeText(file)} mentions ${mark} already: it stays as it is.`)
    say(walk, `This line would stand at the end of ${safeText(file)}:\n  ${line}`)
    if (mark === HOOK_MARK && !isOnPath(context.env))
      say(walk, 'A new shell would not find netkeep, for it is not on your PATH. Put it there first.')
    if (!(await walk.prompter.confirm('Add it?', false))) return
    appendLine(found.target, line)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || !/^E[A-Z]+$/.test(code)) throw error
    return byHand(walk, file, `that failed (${code})`, line)
  }
  walk.answers++
  say(
    walk,
    'Added. It works in each new shell that reads this file. Undo does not take this back: delete the line instead.',
  )
}

function byHand(walk: Walk, file: string, why: string, line: string): void {
  say(walk, `${safeText(file)} is left alone: ${why}. Add the line yourself:\n  ${line}`)
}

/** Whether the line is in the file of the user's shell. */
export function hasHook(env: Environment): boolean {
  const shell = shellOf(env)
  return shell !== undefined && mentions(textOf(shell, env), HOOK_MARK)
}

function textOf(shell: Shell, env: Environment): string {
  const file = startupFileOf(shell, env)
  if (file === undefined) return ''
  try {
    const found = readStartupFile(file)
    return found.isUsable ? found.text : ''
  } catch {
    return ''
  }
}

function isOnPath(env: Environment): boolean {
  const folders = (env['PATH'] ?? '').split(path.delimiter)
  return folders.some((folder) => path.isAbsolute(folder) && existsSync(path.join(folder, 'netkeep')))
}
