/** Paths typed in answer to a question, where no shell has read them. */
import path from 'node:path'
import type { Context } from '../context.ts'

/** Absolute: `~` is the home directory, everything else relative to the working directory. Quotes around it are a shell's habit. */
export function resolveTyped(typed: string, context: Context): string {
  const plain = typed.trim().replace(/^(['"])(.*)\1$/s, '$2')
  const home = context.env['HOME']
  if (home !== undefined && path.isAbsolute(home) && /^~(\/|$)/.test(plain))
    return path.join(home, plain.slice(1))
  return path.isAbsolute(plain) ? plain : path.resolve(context.cwd(), plain)
}
