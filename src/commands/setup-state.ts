/** What of `netkeep setup` is done, and the command for each step. */
import { quoteText } from '../domain/shell-words.ts'
import { plural } from '../render/dates.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { STARTUP } from '../shell/startup.ts'
import { countContacts } from '../store/contact-list.ts'
import { listGoals } from '../store/goals.ts'
import { dailyMinutes, findSetting } from '../store/settings.ts'
import { circlesOf } from './set-circle.ts'
import { hasHook, shellOf } from './setup-hook.ts'

export interface SetupStep {
  readonly step: string
  /** What is set now, in words; empty for nothing. */
  readonly value: string
  /** Whether the user has set something, or there is something to begin with. */
  readonly set: boolean
  /** What to type. */
  readonly command: string
}

export async function readSetup(session: Session): Promise<readonly SetupStep[]> {
  const { db } = await session.store()
  const contacts = countContacts(db)
  const goals = listGoals(db, session.today).map(({ text }) => safeText(text))
  const circles = circlesOf(db).map(({ name, interval }) => `${safeText(name)} ${interval}`)
  const ownName = safeText(findSetting(db, 'own-name') ?? '')
  const ownAddresses = safeText(findSetting(db, 'own-addresses') ?? '')
  const count = contacts === 0 ? '' : plural(contacts, 'contact')
  const step = (name: string, value: string, command: string, set = value !== ''): SetupStep => ({
    step: name,
    value,
    set,
    command: `netkeep ${command}`,
  })
  return [
    step('name', ownName, 'config set own-name "Ada Lovelace"'),
    step('addresses', ownAddresses, 'config set own-addresses ada@example.com'),
    step('circles', circles.join(', '), 'circle set close 6w'),
    step('import', count, 'import Connections.csv'),
    step('contacts', count, 'add "Grace Hopper" --circle close'),
    step(
      'minutes',
      String(dailyMinutes(db)),
      'config set daily-minutes 15',
      findSetting(db, 'daily-minutes') !== undefined,
    ),
    step('goal', goals.join('; '), 'goal set 5 touches a week'),
    shellStep(session),
  ]
}

function shellStep({ context }: Session): SetupStep {
  const { env } = context
  const shell = shellOf(env) ?? 'bash'
  const { file, hook } = STARTUP[shell]
  const isThere = hasHook(env)
  return {
    step: 'shell',
    value: isThere ? hook : '',
    set: isThere,
    command: `echo ${quoteText(hook)} >> ${file}`,
  }
}
