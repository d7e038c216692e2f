/** `netkeep completion`: a script that completes commands, options, values and names in a shell. */
import { Argument, type Command } from 'commander'
import type { Session } from '../session.ts'
import { completionScript } from '../shell/completion-scripts.ts'
import { SHELLS, type Shell } from '../shell/shells.ts'

export function define(command: Command): void {
  command
    .description(
      'Print a script with which TAB completes commands, options, circles, tags, dates and the names of your contacts.',
    )
    .addArgument(new Argument('<shell>', 'the shell it is for').choices(SHELLS))
    .addHelpText(
      'after',
      `
Write into the file that your shell reads at its start:
  ~/.bashrc                     eval "$(netkeep completion bash)"
  ~/.zshrc, after compinit      eval "$(netkeep completion zsh)"
  ~/.config/fish/config.fish    netkeep completion fish | source

That starts Node once for each shell. To start nothing, keep the script in a
file, and make it again after an update of netkeep:
  netkeep completion bash > ~/.netkeep-completion.bash
      in ~/.bashrc: . ~/.netkeep-completion.bash
  netkeep completion zsh > ~/.zfunc/_netkeep
      in ~/.zshrc, before compinit: fpath+=(~/.zfunc)
  netkeep completion fish > ~/.config/fish/completions/netkeep.fish

Then, with Grace Hopper among your contacts:
  netkeep log hop<TAB>               netkeep log Grace\\ Hopper
  netkeep log hop<TAB> --by cof<TAB> netkeep log Grace\\ Hopper --by coffee`,
    )
}

export async function run(session: Session, [shell]: readonly [Shell]): Promise<void> {
  const text = completionScript(shell)
  await session.show({ isPaged: false, json: () => text, terminal: () => text, piped: () => text })
}
