/** Mail that nobody wrote to somebody: lists, machines, drafts, what was thrown away. */
import { isNoReply } from '../../domain/no-reply.ts'
import { baseNameOf } from '../base-name.ts'
import { decodeField } from './addresses.ts'
import type { Header } from './header.ts'

/** Labels of Google's Takeout, which puts all mail into one file: as its languages call spam, bin and drafts. */
const LABELS: Readonly<Record<string, readonly string[]>> = {
  'a draft': [
    'drafts',
    'draft',
    'entwürfe',
    'brouillons',
    'borradores',
    'bozze',
    'rascunhos',
    'concepten',
    'wersje robocze',
    'utkast',
  ],
  'in the bin': [
    'trash',
    'bin',
    'papierkorb',
    'corbeille',
    'papelera',
    'cestino',
    'lixeira',
    'prullenbak',
    'kosz',
    'papperskorgen',
  ],
  'a chat': ['chat', 'chats'],
  spam: ['spam'],
}

/** Bit of X-Mozilla-Status: deleted, and still in the file until the folder is compacted. */
const EXPUNGED = 0x0008

/** Why a mail is none between two people, in words for a report; undefined where it may be one. */
export function findNoLetterReason(header: Header, sender: string): string | undefined {
  return machineReason(header, sender) ?? folderReason(header)
}

function machineReason(header: Header, sender: string): string | undefined {
  if (header.has('list-id') || header.has('list-unsubscribe')) return 'from a mailing list'
  const precedence = firstWord(header.get('precedence'))
  if (['bulk', 'list', 'junk'].includes(precedence)) return `sent in bulk (Precedence: ${precedence})`
  const submitted = firstWord(header.get('auto-submitted'))
  if (submitted !== '' && submitted !== 'no') return 'sent by a machine (Auto-Submitted)'
  if (/^(<\s*>)?$/.test(header.get('return-path') ?? 'none')) return 'sent by a machine (empty Return-Path)'
  return isNoReply(sender) ? 'from an address that nobody answers from' : undefined
}

function folderReason(header: Header): string | undefined {
  if (header.has('x-mozilla-draft-info')) return 'a draft'
  if ((Number.parseInt(header.get('x-mozilla-status') ?? '0', 16) & EXPUNGED) !== 0) return 'deleted'
  if (firstWord(header.get('x-spam-flag')) === 'yes') return 'spam'
  const labels = header.get('x-gmail-labels')
  if (labels === undefined) return undefined
  const names = decodeField(labels)
    .split(',')
    .map((label) => label.replaceAll('"', '').trim().toLowerCase())
  return Object.entries(LABELS).find(([, words]) => names.some((name) => words.includes(name)))?.[0]
}

/** `auto-replied` of `Auto-Submitted: auto-replied (vacation)`, in lower case. */
function firstWord(value = ''): string {
  return /^[a-z-]*/i.exec(value)?.[0].toLowerCase() ?? ''
}

/** What the name of a Maildir's file tells of it: its flags stand behind `:2,`, on some file systems behind `;2,` or `!2,`. */
export function findFlagReason(path: string): string | undefined {
  const flags = /[:;!]2,([A-Za-z]*)$/.exec(baseNameOf(path))?.[1] ?? ''
  if (flags.includes('D')) return 'a draft'
  return flags.includes('T') ? 'in the bin' : undefined
}
