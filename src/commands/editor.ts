/** Opening the user's editor. */
import { UserError } from '../errors.ts'
import type { Session } from '../session.ts'

/** Opens a file in VISUAL, EDITOR or vi and waits. @throws UserError (failed) when the editor does not start or fails. */
export async function editFile(session: Session, file: string): Promise<void> {
  const { env } = session.context
  const editor = env['VISUAL']?.trim() || env['EDITOR']?.trim() || 'vi'
  const exitCode = await session.context.runProgram(editor, [file], { usesShell: true })
  if (exitCode === 0) return
  throw new UserError(
    'failed',
    exitCode === 127
      ? `The editor "${editor}" was not found.`
      : `The editor "${editor}" ended with ${exitCode}; nothing was changed.`,
    `Name another one: EDITOR=nano ${session.typed}`,
  )
}
