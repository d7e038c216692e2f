/** Drafts of messages: the text that an editor is given, and the message in what comes back. */
import { usageError } from '../errors.ts'
import type { Message } from './link.ts'

/** All from here on is left out of the message. */
const SCISSORS = '# ------------------------ >8 ------------------------'

/** `To:` and `Subject:`, an empty line, the text; below the scissors what is good to know while writing. */
export function formatDraft({ to, subject, body }: Message, notes: readonly string[]): string {
  const head = [`To: ${to.join(', ')}`.trimEnd(), `Subject: ${subject}`]
  const below = [
    SCISSORS,
    '# What stands below this line, and lines that begin with "# ", are left out.',
    '#',
  ]
  return [...head, '', body, '', ...below, ...notes.map((note) => `# ${note}`.trimEnd()), ''].join('\n')
}

/** A greeting by the first word of the name, room for the text, and the user's name below. */
export function startingBody(name: string, ownName: string | null): string {
  const [first = ''] = name.trim().split(/\s+/u)
  return [`Hi ${first},`, '', '', ...(ownName === null ? [] : ['', ownName])].join('\n')
}

/**
 * The message of a draft. Header lines may be missing: then all of it is text.
 * @throws UserError (usage) when a word behind `To:` is no address
 */
export function parseDraft(text: string): Message {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|[\n\r]/)
    .map((line) => line.trimEnd())
  const end = lines.indexOf(SCISSORS)
  const kept = (end === -1 ? lines : lines.slice(0, end)).filter((line) => !/^#( |$)/.test(line))
  const header = /^(to|subject):(.*)$/i
  const fields = new Map<string, string>()
  let start = kept.findIndex((line) => line !== '')
  if (start === -1) start = 0
  for (; start < kept.length; start++) {
    const [, name, value = ''] = header.exec(kept[start] ?? '') ?? []
    if (name === undefined) break
    fields.set(name.toLowerCase(), value.trim())
  }
  return {
    to: parseAddresses(fields.get('to') ?? ''),
    subject: fields.get('subject') ?? '',
    body: kept.slice(start).join('\n').trim(),
  }
}

function parseAddresses(text: string): readonly string[] {
  const typed = text
    .split(/[,;]/)
    .map((part) => /<([^<>]*)>/.exec(part)?.[1]?.trim() ?? part.trim())
    .filter((address) => address !== '')
  const odd = typed.find((address) => !/^[^\s@<>]+@[^\s@<>]+$/u.test(address))
  if (odd === undefined) return typed
  throw usageError(`To: "${odd}" is not an e-mail address.`, 'Write it like grace@example.com.')
}

/** Whether somebody has written something: another text than the draft began with, and not an empty one. */
export function isWritten(message: Message, start: Message): boolean {
  const isChanged = message.body !== start.body || message.subject !== start.subject
  return isChanged && (message.body !== '' || message.subject !== '')
}

/** Whether somebody has written below the scissors, where everything is left out. */
export function hasTextBelow(text: string): boolean {
  const [, ...below] = text.split(SCISSORS)
  return below
    .join('\n')
    .split(/\r\n|[\n\r]/)
    .some((line) => line.trim() !== '' && !line.startsWith('#'))
}
