/** Opening links with the user's program. */
import type { Link } from '../domain/link.ts'
import { UserError } from '../errors.ts'
import { renderError } from '../render/error.ts'
import { remark, type Session } from '../session.ts'

/** What is opened, and what of it is shown where that fails. */
export interface Target extends Pick<Link, 'link'> {
  readonly shown?: string
}

/** Opens a link and waits until the program has taken it. @returns whether it did; if not, the link stands on standard error to be copied. */
export async function openLink(session: Session, link: Target): Promise<boolean> {
  try {
    await requireOpened(session, link)
    return true
  } catch (error) {
    if (!(error instanceof UserError) || error.code !== 'failed') throw error
    remark(session.context, renderError(error))
    return false
  }
}

/** The same. @throws UserError (failed) with the link to be copied */
export async function requireOpened(session: Session, { link, shown = link }: Target): Promise<void> {
  const { value, source } = (await session.settings()).get('opener')
  const opener = value || session.context.opener
  // The setting may have options, as in `firefox -P work`, which the shell splits; it never gets to read the link.
  const exitCode = await session.context.runProgram(opener, [link], { usesShell: value !== '' })
  if (exitCode === 0) return
  const what =
    exitCode === 127 ? `The program "${opener}" was not found` : `"${opener}" ended with ${exitCode}`
  throw new UserError('failed', `${what}. The link is ${shown}`, `Copy it, or ${anotherOpener(source, link)}`)
}

/** The opener is one for all links, so no mail program is named for it: that would get the pages too. */
function anotherOpener(source: 'environment' | 'file' | 'default', link: string): string {
  if (source === 'environment')
    return 'name another program in NETKEEP_OPENER, which goes before the setting opener.'
  if (source === 'file') return 'go back to the usual program: netkeep config set opener'
  if (/^https?:/.test(link)) return 'name another program: netkeep config set opener firefox'
  const what = link.startsWith('mailto:') ? 'mail' : 'calls'
  return `choose the program for ${what} in the settings of your system.`
}
