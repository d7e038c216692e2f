/** `netkeep init`: the overdue count in a shell's prompt. */
import path from 'node:path'
import { Argument, type Command } from 'commander'
import { databasePlace } from '../database-path.ts'
import { isPromptColor } from '../domain/prompt-look.ts'
import { usageError } from '../errors.ts'
import type { Session } from '../session.ts'
import { hookFor } from '../shell/hooks.ts'
import { SHELLS } from '../shell/shells.ts'
import { STARTUP } from '../shell/startup.ts'

export function define(command: Command): void {
  command
    .description("Print a script that keeps the overdue count in a shell's prompt, at no cost.")
    .addArgument(new Argument('[shell]', SHELLS.join(', ')))
    .addHelpText(
      'after',
      `
Write among the last lines of the file that your shell reads at its start:
${SHELLS.map((shell) => `  ${STARTUP[shell].file.padEnd(27)} ${STARTUP[shell].hook}`).join('\n')}

That starts Node once for each shell. To start nothing, keep the script in a file and read that instead;
make it again after an update of netkeep or of these settings:
  netkeep init bash > ~/.netkeep.bash        in ~/.bashrc: . ~/.netkeep.bash
  netkeep init zsh > ~/.netkeep.zsh          in ~/.zshrc: . ~/.netkeep.zsh
  netkeep init fish > ~/.netkeep.fish        in config.fish: source ~/.netkeep.fish

Before the prompt stands "(3 cold) " where three contacts are cold, and nothing where none is:
  netkeep config set prompt-text "[{count}] "
  netkeep config set prompt-text ""           nothing: your own prompt shows $NETKEEP_DUE
  netkeep config set prompt-color none

No program is started at any prompt (in fish: date, once a day and in its last hour).`,
    )
}

export async function run(session: Session, [typed]: readonly [string | undefined]): Promise<void> {
  const { context } = session
  const shell = SHELLS.find((name) => name === typed)
  if (shell === undefined) {
    const current = SHELLS.find((name) => name === path.basename(context.env['SHELL'] ?? ''))
    throw usageError(
      typed === undefined ? 'Name the shell.' : `"${typed}" is no shell that netkeep knows.`,
      `Type: ${STARTUP[current ?? 'bash'].hook}`,
    )
  }
  const settings = await session.settings()
  const color = settings.get('prompt-color').value
  const script = hookFor(shell, {
    database: (await databasePlace(session.options.db, { ...context, env: {} })).file,
    text: settings.get('prompt-text').value,
    color: isPromptColor(color) ? color : 'none',
  })
  await session.show({ isPaged: false, json: () => script, terminal: () => script, piped: () => script })
  if (session.mode === 'terminal') {
    session.notice(`To use it, write this in ${STARTUP[shell].file}:\n  ${STARTUP[shell].hook}`)
  }
}
