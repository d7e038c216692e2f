/** The questions of `netkeep add` without arguments. Each answer is an argument or an option too. */
import { checkName } from '../domain/contact.ts'
import { formatInterval } from '../domain/interval.ts'
import { UserError } from '../errors.ts'
import { safeText } from '../render/safe-text.ts'
import type { Session } from '../session.ts'
import { listCircles } from '../store/circles.ts'
import { defaultCircleName } from '../store/settings.ts'
import type { ContactOptions } from './contact-options.ts'

export interface AddAnswers {
  readonly name: string
  readonly options: ContactOptions
}

export async function askContact(session: Session, given: ContactOptions): Promise<AddAnswers> {
  const prompter = await session.context.loadPrompter()
  const { db } = await session.store()
  const name = await prompter.input('Name:', wrongName)
  const org = given.org ?? (await prompter.input('Organization: (Enter for none)'))
  const circles = listCircles(db).map((circle) => ({
    name: `${safeText(circle.name)}, every ${formatInterval(circle.interval)}`,
    value: circle.name,
  }))
  const circle =
    given.circle ??
    (given.every === undefined
      ? await prompter.select(
          'How close?',
          [...circles, { name: 'no cadence', value: 'none' }],
          defaultCircleName(db),
        )
      : undefined)
  const note = given.note ?? (await prompter.input('Anything to remember? (Enter for nothing)'))
  return { name, options: { ...given, org, note, ...(circle === undefined ? {} : { circle }) } }
}

function wrongName(typed: string): string | undefined {
  try {
    checkName(typed)
    return undefined
  } catch (error) {
    if (error instanceof UserError) return error.message
    throw error
  }
}
