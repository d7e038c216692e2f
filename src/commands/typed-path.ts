/** Paths typed in answer to a question, where no shell has read them. */
import path from 'node:path'
import type { Context } from '../context.ts'

/**
 * Absolute: `~` is the home directory, everything else relative to the working directory. Quotes and backslashes are a shell's habit: so a
 * path stands there too that was dragged into the terminal.
 */
export function resolveTyped(typed: string, context: Context): string {
  const text = typed.trim()
  const [, , quoted] = /^(['"])(.*)\1$/s.exec(text) ?? []
  const plain = quoted ?? text.replaceAll(/\\(.)/gs, '$1')
  const home = context.env['HOME']
  if (home !== undefined && path.isAbsolute(home) && /^~(\/|$)/.test(plain))
    return path.join(home, plain.slice(1))
  return path.isAbsolute(plain) ? plain : path.resolve(context.cwd(), plain)
}
