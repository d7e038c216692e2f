/** Letters, as the user's: which days of mail with which addresses they make. */
import type { Correspondent, Letter, RowReport } from './import-file.ts'
import { type MailDay, mailKeyOf } from './mail-day.ts'
import { emailKeyOf } from './match-key.ts'
import { isNoReply } from './no-reply.ts'

export interface Exchange {
  /** In the order in which they first occur. */
  readonly days: readonly MailDay[]
  /** Everybody in them by address, with the longest name that any letter gives. */
  readonly correspondents: ReadonlyMap<string, Correspondent>
  /** Letters that are neither from the user nor to the user, or to nobody else. */
  readonly skipped: readonly RowReport[]
}

/** A letter to more people than this is a mail to many. */
const MOST_RECIPIENTS = 8

/**
 * Of a letter of the user's, everybody in To and Cc is part; of one to the user, only who sent it.
 * @param own the user's own addresses
 */
export function exchangeIn(letters: readonly Letter[], own: readonly string[]): Exchange {
  const mine = new Set(own.map(emailKeyOf))
  const days = new Map<string, MailDay>()
  const correspondents = new Map<string, Correspondent>()
  const skipped: RowReport[] = []
  for (const { source, on, from, to } of letters) {
    const isMine = mine.has(keyOf(from))
    if (!isMine && !to.some((recipient) => mine.has(keyOf(recipient)))) {
      skipped.push({ source, reason: 'neither from you nor to you' })
      continue
    }
    const others = to.filter((recipient) => !mine.has(keyOf(recipient)))
    const isToMany = (isMine ? others : to).length > MOST_RECIPIENTS
    const sides = (isMine ? others : [from]).filter(({ email }) => !isNoReply(email ?? ''))
    if (sides.length === 0) {
      const reason = others.length === 0 ? 'to nobody but you' : 'to an address that nobody answers from'
      skipped.push({ source, reason })
    }
    for (const other of sides) {
      const address = keyOf(other)
      const key = mailKeyOf({ address, on, isToMany })
      const day = days.get(key) ?? { source, address, on, isToMany, isMine, isTheirs: !isMine }
      days.set(key, { ...day, isMine: day.isMine || isMine, isTheirs: day.isTheirs || !isMine })
      correspondents.set(address, better(correspondents.get(address), other))
    }
  }
  return { days: [...days.values()], correspondents, skipped }
}

function keyOf({ email }: Correspondent): string {
  return emailKeyOf(email ?? '')
}

function better(known: Correspondent | undefined, other: Correspondent): Correspondent {
  return known !== undefined && known.name.length >= other.name.length ? known : other
}
