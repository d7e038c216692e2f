/** What of `netkeep setup` is done, and the command for each step. */
import { quoteText, quoteWord } from '../domain/shell-words.ts'
import { plural } from '../render/dates.ts'
import type { Session } from '../session.ts'
import { STARTUP, startupFileOf } from '../shell/startup.ts'
import { countContacts } from '../store/contact-list.ts'
import { listGoals } from '../store/goals.ts'
import { dailyMinutes, findSetting, ownName } from '../store/settings.ts'
import { circlesOf } from './set-circle.ts'
import { hasHook, shellOf } from './setup-hook.ts'

export interface SetupStep {
  readonly step: string
  /** What is set now, in words, as it is; null for nothing. */
  readonly value: string | null
  /** Whether the user has set something, or there is something to begin with. */
  readonly set: boolean
  /** What to type. */
  readonly command: string
}

export async function readSetup(session: Session): Promise<readonly SetupStep[]> {
  const { db } = await session.store()
  const contacts = countContacts(db)
  const goals = listGoals(db, session.today).map(({ text }) => text)
  const circles = circlesOf(db).map(({ name, interval }) =>
    interval === null ? name : `${name} ${interval}`,
  )
  const count = contacts === 0 ? null : plural(contacts, 'contact')
  const step = (name: string, value: string | null, command: string, set = value !== null): SetupStep => ({
    step: name,
    value,
    set,
    command: `netkeep ${command}`,
  })
  return [
    step('name', ownName(db), 'config set own-name "Ada Lovelace"'),
    step('addresses', findSetting(db, 'own-addresses') || null, 'config set own-addresses ada@example.com'),
    step('circles', circles.join(', ') || null, 'circle set close 6w'),
    step('import', count, 'import contacts.vcf'),
    step('contacts', count, 'add "Grace Hopper" --circle close'),
    step(
      'minutes',
      String(dailyMinutes(db)),
      'config set daily-minutes 15',
      findSetting(db, 'daily-minutes') !== undefined,
    ),
    step('goal', goals.join('; ') || null, 'goal set 5 touches a week'),
    shellStep(session),
  ]
}

function shellStep({ context }: Session): SetupStep {
  const { env } = context
  const shell = shellOf(env) ?? 'bash'
  const { file: usual, hook } = STARTUP[shell]
  const file = startupFileOf(shell, env)
  const isThere = hasHook(env)
  return {
    step: 'shell',
    value: isThere ? hook : null,
    set: isThere,
    command: `echo ${quoteText(hook)} >> ${file === undefined ? usual : quoteWord(file)}`,
  }
}
