/** Writing a message to a contact: in the user's editor, with what is good to know below; then where it shall go. */
import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { formatDraft, hasTextBelow, isWritten, parseDraft, startingBody } from '../domain/draft.ts'
import { linkFor, type Message, mailtoLink } from '../domain/link.ts'
import { nameKeyOf } from '../domain/match-key.ts'
import { UserError } from '../errors.ts'
import { draftNotes } from '../render/draft.ts'
import { safeLines, safeText } from '../render/safe-text.ts'
import { remark, type Session, writeResult } from '../session.ts'
import { getBrief } from '../store/brief.ts'
import { ownName } from '../store/settings.ts'
import { editFile } from './editor.ts'
import { openLink } from './links.ts'
import { resolveTyped } from './typed-path.ts'

export interface Draft {
  readonly name: string
  readonly message: Message
  /** What is good to know while writing. */
  readonly notes: readonly string[]
}

/** What became of a draft. */
export interface Drafted {
  /** `sent`: handed to the mail program, or shown to be copied; `kept`: saved to a file. */
  readonly outcome: 'sent' | 'kept' | 'nothing'
  /** By which channel it went: `email`, or `message` for a text to be copied; null where it went nowhere. */
  readonly channel: 'email' | 'message' | null
  readonly subject: string
}

/** The draft that the editor begins with. @throws UserError (no-match) where the contact was removed meanwhile */
export async function draftFor(session: Session, uid: string): Promise<Draft> {
  const { db } = await session.store()
  const brief = getBrief(db, uid, session.today)
  const { name, emails } = brief.card.line
  const own = ownName(db)
  const to = emails.find((email) => linkFor('email', email) !== undefined)
  return {
    name,
    message: {
      to: to === undefined ? [] : [to],
      subject: '',
      body: startingBody(safeText(name), own === null ? null : safeText(own)),
    },
    notes: draftNotes(brief, session.today, session.style.glyphs.more),
  }
}

/**
 * Opens the editor on a draft, asks what to do with the text, and says what was done. Only on a terminal. Nothing is recorded. The text is
 * never lost: where anything fails, and on Ctrl-C, it is said in which file it is.
 * @throws UserError when the editor fails, or the question is broken off
 */
export async function draftMessage(session: Session, uid: string): Promise<Drafted> {
  const draft = await draftFor(session, uid)
  const start = formatDraft(draft.message, draft.notes)
  const folder = mkdtempSync(path.join(session.context.tempFolder, 'netkeep-'))
  const file = path.join(folder, 'message.txt')
  let isDone = false
  try {
    writeFileSync(file, start, { mode: 0o600 })
    const drafted = await editAndAsk(session, draft, file)
    isDone = true
    return drafted
  } finally {
    if (isDone || isUnchanged(file, start)) rmSync(folder, { recursive: true, force: true })
    else remark(session.context, `Your text is kept in ${safeText(file)}.\n`)
  }
}

/** Whether there is nothing to keep: the text it began with, or a part of it where the disk was full, or no file. */
function isUnchanged(file: string, start: string): boolean {
  const stat = lstatSync(file, { throwIfNoEntry: false })
  if (stat === undefined) return true
  // Of a pipe or a link nobody knows what is in it.
  return stat.isFile() && stat.size <= MOST_BYTES && start.startsWith(readFileSync(file, 'utf8'))
}

/** No message is so long. */
const MOST_BYTES = 2 ** 20

/** What the editor has left there may be anything. @throws UserError (failed) */
function readDraftFile(file: string): string {
  const { O_NONBLOCK, O_RDONLY } = constants
  let fd: number
  try {
    fd = openSync(file, O_RDONLY | O_NONBLOCK)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
    if (code === undefined) throw error
    throw new UserError('failed', `The draft cannot be read (${code}).`, 'Write it again: netkeep draft WHO')
  }
  try {
    const stat = fstatSync(fd)
    if (!stat.isFile())
      throw new UserError(
        'failed',
        'The editor has left no regular file.',
        'Write it again: netkeep draft WHO',
      )
    if (stat.size > MOST_BYTES)
      throw new UserError('failed', 'That is too long for a message: 1 MiB at most.')
    return readFileSync(fd, 'utf8')
  } finally {
    closeSync(fd)
  }
}

async function editAndAsk(session: Session, draft: Draft, file: string): Promise<Drafted> {
  for (;;) {
    await editFile(session, file)
    const message = await readEdited(session, file)
    if (message === undefined) continue
    const start = parseDraft(formatDraft(draft.message, []))
    if (!isWritten(message, start)) {
      if (hasTextBelow(readDraftFile(file)) && (await wantsToMove(session))) continue
      say(session, 'Nothing was written.')
      return { outcome: 'nothing', channel: null, subject: '' }
    }
    const drafted = await dispose(session, draft.name, message)
    if (drafted !== undefined) return drafted
  }
}

/** Whoever writes at the end of the file writes below the line. */
async function wantsToMove(session: Session): Promise<boolean> {
  const prompter = await session.context.loadPrompter()
  return prompter.confirm('What you wrote stands below the line, where it is left out. Edit again?', true)
}

/** The message, or undefined to open the editor again. @throws UserError when the user gives up */
async function readEdited(session: Session, file: string): Promise<Message | undefined> {
  try {
    return parseDraft(readDraftFile(file))
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    remark(session.context, `${safeText(`${error.message} ${error.hint ?? ''}`.trimEnd())}\n`)
    const prompter = await session.context.loadPrompter()
    if (await prompter.confirm('Edit again?', true)) return undefined
    throw new UserError('failed', 'Nothing was sent.')
  }
}

type Way = 'mail' | 'print' | 'save' | 'edit' | 'drop'

/** Asks where the message shall go, until it is there. @returns undefined to open the editor again. */
async function dispose(session: Session, name: string, message: Message): Promise<Drafted | undefined> {
  const { subject } = message
  for (;;) {
    switch (await askWay(session, message)) {
      case 'mail':
        if (await openMail(session, message)) return { outcome: 'sent', channel: 'email', subject }
        break
      case 'print':
        printMessage(session, message)
        return { outcome: 'sent', channel: 'message', subject }
      case 'save':
        await saveMessage(session, name, message)
        return { outcome: 'kept', channel: null, subject }
      case 'edit':
        return undefined
      case 'drop':
        say(session, 'Dropped.')
        return { outcome: 'nothing', channel: null, subject: '' }
    }
  }
}

async function askWay(session: Session, { to }: Message): Promise<Way> {
  const prompter = await session.context.loadPrompter()
  return prompter.key<Way>('Where shall it go?', [
    ...(to.length === 0 ? [] : [{ key: 'm', name: 'mail program', value: 'mail' as const }]),
    { key: 'p', name: 'print it here to copy', value: 'print' },
    { key: 's', name: 'save to a file', value: 'save' },
    { key: 'e', name: 'edit again', value: 'edit' },
    { key: 'x', name: 'drop it', value: 'drop' },
  ])
}

/** Longer links fail in many mail programs. */
const MOST_LINK = 1900

async function openMail(session: Session, message: Message): Promise<boolean> {
  const { to, subject } = message
  const whole = mailtoLink(message)
  const isLong = whole.length > MOST_LINK
  if (isLong) printMessage(session, message)
  const address = mailtoLink({ to, subject: '', body: '' })
  const short = mailtoLink({ to, subject, body: '' })
  const link = isLong ? (short.length > MOST_LINK ? address : short) : whole
  if (!(await openLink(session, { link, shown: address }))) return false
  const paste = isLong ? ' It is too long for a link: copy the text above into it.' : ''
  say(session, `Opened a mail to ${safeText(to.join(', '))}.${paste}`)
  return true
}

/** The text as it may be copied, between empty lines. */
function printMessage(session: Session, { subject, body }: Message): void {
  const head = subject === '' ? [] : [`Subject: ${subject}`, '']
  const text = [...head, body].join('\n').replaceAll('\t', '    ')
  say(session, ['', ...safeLines(text), ''].join('\n'))
}

/** Asks until the text lies in a new file. */
async function saveMessage(session: Session, name: string, message: Message): Promise<void> {
  const { context } = session
  const prompter = await context.loadPrompter()
  for (;;) {
    const file = resolveTyped(await prompter.input('Save as:', undefined, presetFile(name)), context)
    try {
      writeFileSync(file, formatSaved(message), { mode: 0o600, flag: 'wx' })
      return say(session, `Saved to ${safeText(file)}, which only you can read.`)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : undefined
      if (code === undefined) throw error
      remark(context, `${sayUnsaved(code)}\n`)
    }
  }
}

function sayUnsaved(code: string): string {
  if (code === 'EEXIST') return 'There is a file of that name already; type another one.'
  return code === 'ENOENT' ? 'There is no such folder.' : `It cannot be written there (${code}).`
}

/** `message-to-grace-hopper.txt`: what a name has of plain letters. */
function presetFile(name: string): string {
  const words = nameKeyOf(name).match(/[a-z0-9]+/g) ?? []
  return `${['message', ...(words.length === 0 ? [] : ['to', ...words])].join('-').slice(0, 60)}.txt`
}

function formatSaved({ to, subject, body }: Message): string {
  const head = [
    ...(to.length === 0 ? [] : [`To: ${to.join(', ')}`]),
    ...(subject === '' ? [] : [`Subject: ${subject}`]),
  ]
  return `${[...head, ...(head.length === 0 ? [] : ['']), body].join('\n')}\n`
}

/** Said even with --quiet: it is what was asked for. */
function say(session: Session, text: string): void {
  writeResult(session.context, `${text}\n`)
}
