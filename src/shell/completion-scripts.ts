/** What `netkeep completion` prints. Each script asks `netkeep complete` for what fits, and quotes it as its shell does. */
import bash from './completion.bash'
import fish from './completion.fish'
import zsh from './completion.zsh'
import type { Shell } from './shells.ts'

const SCRIPTS: Readonly<Record<Shell, string>> = { bash, zsh, fish }

export function completionScript(shell: Shell): string {
  return SCRIPTS[shell]
}
